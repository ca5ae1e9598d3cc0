"""Cites as the field prints them, with their ids; and numbers that cite nothing."""

from __future__ import annotations

import pytest

from tecum.reading.citations.citations import cites
from tests.unit.reading.factory import flow_of


def read(text: str) -> list[str | None]:
    return [cite.id for cite in cites(flow_of(text))]


CITES: list[tuple[str, list[str]]] = [
    ("pursuant to 8 U.S.C. § 1225(d)(4)(A)", ["usc/8/1225/d/4/A"]),
    ("8 USC 1225(d)(4)", ["usc/8/1225/d/4"]),
    ("Title 8, United States Code, Section 1225(d)(4)", ["usc/8/1225/d/4"]),
    ("Section 1225(d) of Title 8 of the United States Code", ["usc/8/1225/d"]),
    ("8 U.S.C. §§ 1373 and 1644", ["usc/8/1373", "usc/8/1644"]),
    ("8 U.S.C. §§ 1373(a)-(b), 1644", ["usc/8/1373/a", "usc/8/1373/b", "usc/8/1644"]),
    ("18 U.S.C. §§ 2701-2713", ["usc/18/2701", "usc/18/2713"]),
    ("18 U.S.C. § 2701 et seq.", ["usc/18/2701"]),
    ("18 U.S.C. § 2703(c)(1)(A) and (d)", ["usc/18/2703/c/1/A", "usc/18/2703/d"]),
    ("21 U.S.C. § 876; 19 U.S.C. § 1509(a)(1)", ["usc/21/876", "usc/19/1509/a/1"]),
    ("26 U.S.C. §§ 7602, 7604, and 7609", ["usc/26/7602", "usc/26/7604", "usc/26/7609"]),
    ("8 C.F.R. § 287.4(a)(2)(ii)(A)", ["cfr/8/287.4/a/2/ii/A"]),
    ("8 CFR 287.7(a) and (d)", ["cfr/8/287.7/a", "cfr/8/287.7/d"]),
    ("8 C.F.R. Part 274a", ["cfr/8/274a"]),
    ("8 C.F.R. §§ 274a.2(b)(2)(ii), 287.4", ["cfr/8/274a.2/b/2/ii", "cfr/8/287.4"]),
    ("42 C.F.R. Part 2", ["cfr/42/2"]),
    ("45 C.F.R. § 164.512(e)(1)(ii)", ["cfr/45/164.512/e/1/ii"]),
    ("2 C.F.R. § 200.337", ["cfr/2/200.337"]),
    ("Section 235(d)(4) of the Immigration and Nationality Act", ["usc/8/1225/d/4"]),
    ("INA § 287(d)", ["usc/8/1357/d"]),
    (
        "sections 236 and 287 of the Immigration and Nationality Act (INA)",
        ["usc/8/1226", "usc/8/1357"],
    ),
    ("INA 274A(b)", ["usc/8/1324a/b"]),
    (
        ("Section 642 of the Illegal Immigration Reform and Immigrant Responsibility Act of 1996"),
        ["usc/8/1373"],
    ),
    ("Inspector General Act of 1978, as amended, 5 U.S.C. § 406(a)(4)", ["usc/5/406/a/4"]),
    ("5 U.S.C. app. 3 § 6(a)(4)", ["usc/5/app/6/a/4"]),
    (
        "Fed. R. Civ. P. 45(c), (d), (e), and (g)",
        ["frcp/45/c", "frcp/45/d", "frcp/45/e", "frcp/45/g"],
    ),
    ("Federal Rule of Civil Procedure 45", ["frcp/45"]),
    ("Rule 17(c) of the Federal Rules of Criminal Procedure", ["frcrp/17/c"]),
    ("Fed. R. Crim. P. 6(e)(2)(B)", ["frcrp/6/e/2/B"]),
    ("Fed. R. Evid. 902(11) and 803(6)", ["fre/902/11", "fre/803/6"]),
    ("Federal Rules of Evidence 902(11)", ["fre/902/11"]),
    ("Cal. Gov. Code § 7284.6(a)(1)(C)", ["cal-gov/7284.6/a/1/C"]),
    ("California Government Code sections 7920.000 et seq.", ["cal-gov/7920.000"]),
    ("Government Code section 7284.6, subdivision (a)(1)(C)", ["cal-gov/7284.6/a/1/C"]),
    ("Code of Civil Procedure sections 1985.3 and 1985.6", ["cal-ccp/1985.3", "cal-ccp/1985.6"]),
    ("Cal. Code Civ. Proc. § 2020.410", ["cal-ccp/2020.410"]),
    ("Cal. Evid. Code §§ 1560, 1561", ["cal-evid/1560", "cal-evid/1561"]),
    ("Evidence Code section 1560(b)", ["cal-evid/1560/b"]),
    ("Penal Code section 1326", ["cal-pen/1326"]),
    ("Cal. Penal Code § 1546.1", ["cal-pen/1546.1"]),
    ("Welf. & Inst. Code § 827", ["cal-wic/827"]),
    ("Health and Safety Code section 11166", ["cal-hsc/11166"]),
    ("Cal. Lab. Code § 90.2", ["cal-lab/90.2"]),
    ("Cal. Veh. Code § 1808.21", ["cal-veh/1808.21"]),
    ("N.Y. Veh. & Traf. Law § 201(12)(a)", ["ny-vtl/201/12/a"]),
    ("CPLR 2301", ["ny-cplr/2301"]),
    ("N.Y. C.P.L.R. § 3120", ["ny-cplr/3120"]),
    ("CPL § 610.20", ["ny-cpl/610.20"]),
    ("Public Officers Law § 87(2)(b)", ["ny-pol/87/2/b"]),
    ("New York Public Officers Law, Article 6", ["ny-pol/6"]),
    ("N.Y. Exec. Law § 63(12)", ["ny-exec/63/12"]),
    ("General Business Law § 352", ["ny-gbl/352"]),
    ("Tex. Gov't Code § 552.221", ["tex-gov/552.221"]),
    ("Texas Government Code Chapter 552", ["tex-gov/552"]),
    ("Tex. Code Crim. Proc. art. 24.03", ["tex-ccp/24.03"]),
    ("Tex. Fam. Code § 261.303", ["tex-fam/261.303"]),
    ("Texas Transportation Code § 730.007", ["tex-transp/730.007"]),
    ("C.R.S. § 24-72-204(3)(a)", ["crs/24-72-204/3/a"]),
    ("section 24-72-203, C.R.S.", ["crs/24-72-203"]),
    ("Colo. Rev. Stat. § 24-76.6-102", ["crs/24-76.6-102"]),
    ("ORS 181A.826", ["ors/181A.826"]),
    ("RCW 10.93.160", ["rcw/10.93.160"]),
    ("chapter 42.56 RCW", ["rcw/42.56"]),
    ("RCW 42.56.520(1)", ["rcw/42.56.520/1"]),
    ("5 ILCS 140/3(d)", ["ilcs/5/140/3/d"]),
    ("5 ILCS 805/15", ["ilcs/5/805/15"]),
    ("Conn. Gen. Stat. § 54-192h", ["cgs/54-192h"]),
    ("Conn. Gen. Stat. §§ 1-200 et seq.", ["cgs/1-200"]),
    ("N.J.S.A. 47:1A-5", ["njsa/47:1A-5"]),
    ("D.R.M.C. § 28-250(a)(4)", ["denver-rmc/28-250/a/4"]),
    ("N.Y.C. Admin. Code § 9-131", ["nyc-admin/9-131"]),
    ("Section 9-131 of the Administrative Code of the City of New York", ["nyc-admin/9-131"]),
    ("Municipal Code of Chicago § 2-173-020", ["chicago-mcc/2-173-020"]),
    ("Cook County Ordinance § 46-37", ["cook-ord/46-37"]),
    ("Executive Order 13768", ["eo/13768"]),
    ("E.O. 14,159", ["eo/14159"]),
    ("Pub. L. No. 104-208, § 642", ["publaw/104-208"]),
    ("Pub. L. 95-452", ["publaw/95-452"]),
    ("110 Stat. 3009-707", ["stat/110/3009-707"]),
    ("82 Fed. Reg. 8799", ["fedreg/82/8799"]),
    ("Regulation (EU) 2023/1543", ["eu-reg/2023/1543"]),
    ("In re Gomez, 445 F. Supp. 3d 1213 (D. Colo. 2020)", ["case/445-f-supp-3d-1213"]),
    ("U.S. Const. amend. IV", ["us-const/amend/4"]),
    ("8 U.S.C. $ 1225(d)(4)", ["usc/8/1225/d/4"]),
    ("8 U.S.C. S 1373", ["usc/8/1373"]),
    ("8 U. S. C. § 1373", ["usc/8/1373"]),
    ("8 U.S.C. §\n1225(d)(4)(A)", ["usc/8/1225/d/4/A"]),
    ("8 U.S.C.\n§ 1225(d)(4)(A)(i)", ["usc/8/1225/d/4/A/i"]),
    ("8 U.S.C. § l373", ["usc/8/1373"]),
    ("8 U.S.C. § 1225(d)(4)(A )", ["usc/8/1225/d/4/A"]),
    ("8 U.S.C. § 1225 (d) (4)", ["usc/8/1225/d/4"]),
    ("8 U.5.C. § 1324a", ["usc/8/1324a"]),
    ("8 C.F.R. 5 287.4", ["cfr/8/287.4"]),
    ("Bus. & Prof. Code, § 2225.5", ["cal-bpc/2225.5"]),
    ("Cal. Const. art. I, § 3(b)", ["cal-const/art/1/3"]),
    ("Section 7284.6 of the California Government Code", ["cal-gov/7284.6"]),
    ("Florida Statutes § 119.07(1)(a)", ["fl-stat/119.07/1/a"]),
    ("Chapter 119, Florida Statutes", ["fl-stat/119"]),
    ("A.R.S. § 39-121.01", ["ars/39-121.01"]),
    ("O.C.G.A. § 50-18-71", ["ocga/50-18-71"]),
    ("Va. Code § 2.2-3704", ["va-code/2.2-3704"]),
    ("M.G.L. c. 66, § 10", ["mgl/66/10"]),
    ("Ohio Rev. Code § 149.43(B)", ["orc/149.43/B"]),
    ("R.C. 149.43", ["orc/149.43"]),
    ("Minn. Stat. § 13.03", ["minn-stat/13.03"]),
    ("65 P.S. § 67.901", ["pa-cs/65/67.901"]),
    ("Sección 235(d)(4) de la Ley de Inmigración y Nacionalidad", ["usc/8/1225/d/4"]),
    ("la sección 1225(d)(4) del Título 8 del Código de los Estados Unidos", ["usc/8/1225/d/4"]),
    ("Código de Gobierno de California, sección 7284.6", ["cal-gov/7284.6"]),
    ("12 U.S.C. § 3414(a)(5)", ["usc/12/3414/a/5"]),
    ("Right to Financial Privacy Act, 12 U.S.C. §§ 3401-3422", ["usc/12/3401", "usc/12/3422"]),
    ("20 U.S.C. § 1232g(b)(2)(B)", ["usc/20/1232g/b/2/B"]),
    ("47 U.S.C. § 551(c)(2)(B)", ["usc/47/551/c/2/B"]),
    ("31 U.S.C. §§ 3729–3733", ["usc/31/3729", "usc/31/3733"]),
    ("34 U.S.C. § 10225", ["usc/34/10225"]),
    ("2 U.S.C. § 192", ["usc/2/192"]),
    ("28 U.S.C. § 1746", ["usc/28/1746"]),
    ("Freedom of Information Act, 5 U.S.C. § 552(a)(6)(A)(i)", ["usc/5/552/a/6/A/i"]),
    ("section 6(a)(4) of the Inspector General Act of 1978", ["usc/5/406/a/4"]),
    ("section 509 of the Tariff Act of 1930", ["usc/19/1509"]),
    ("I.R.C. \u00a7 7602(a)", ["usc/26/7602/a"]),
    ("La. C.Cr.P. art. 66", ["la-ccrp/66"]),
    ("CPLR 3122-a", ["ny-cplr/3122-a"]),
    ("N.Y. State Finance Law \u00a7 163", ["ny-stf/163"]),
    ("19 S.C. \u00a7 1509", ["usc/19/1509"]),
]


@pytest.mark.parametrize(("text", "ids"), CITES)
def test_a_cite_has_its_id(text: str, ids: list[str]) -> None:
    assert sorted(map(str, read(f"You are required to comply under {text}."))) == sorted(ids)


NO_CITES: list[str] = [
    "Part No. 45-1373 was shipped.",
    "Call 555-287-4000 ext. 8",
    "Docket No. 8-CV-1373",
    "Case 1:25-cv-01391-RMR",
    "Room 1225, 8 Main Street",
    "Invoice 8 US 1373",
    "OMB No. 1653-0041",
    "Form I-138 (06/21)",
    "Page 8 of 1373",
    "P.O. Box 287",
    "Suite 235, Section B of the building",
    "Badge No. 8287",
    "Award 2018-MU-BX-1234",
    "Items 1-4 of Part A",
    "Part 2 of this form",
    "Section 3 above",
    "See section 5 below",
    "Article 3 of the lease",
]


@pytest.mark.parametrize("text", NO_CITES)
def test_other_numbers_cite_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Failure to comply is punishable under Section 2-3-107.",
        "section 12 of the Example Valley Records Ordinance",
        "Example Valley Municipal Code \u00a7 9.12.020",
    ],
)
def test_a_section_whose_code_is_not_known_stays_unresolved(text: str) -> None:
    (cite,) = cites(flow_of(text))
    assert cite.id is None
    assert cite.unresolved
    assert cite.cite.band.value == "unsure"


def test_a_digit_read_from_a_letter_is_never_certain() -> None:
    (cite,) = cites(flow_of("under 8 U.S.C. \u00a7 l373"))
    assert (cite.id, cite.cite.band.value) == ("usc/8/1373", "likely")
    assert "repaired" in cite.cite.signals
