"""Cites as instruments print them, and their ids."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tecum.reading.citations.citations import cites
from tests.unit.reading.factory import flow_of


def ids(text: str) -> list[str | None]:
    """The ids of the cites of a text, in order."""
    return [cite.id for cite in cites(flow_of(text))]


TABLE = [
    # --- United States Code ---------------------------------------------------------------
    ("under 8 U.S.C. § 1225(d)(4)(A)", ["usc/8/1225/d/4/A"]),
    ("8 USC 1373", ["usc/8/1373"]),
    ("8 U.S.C. §§ 1373 and 1644.", ["usc/8/1373", "usc/8/1644"]),
    ("8 U.S.C. §§ 1226, 1231, and 1357(d)", ["usc/8/1226", "usc/8/1231", "usc/8/1357/d"]),
    ("18 U.S.C. §§ 2701-2712", ["usc/18/2701", "usc/18/2712"]),
    ("21 U.S.C. 801 et seq.", ["usc/21/801"]),
    ("42 U.S.C. § 2000e-9", ["usc/42/2000e-9"]),
    ("42 U.S.C. § 1320d-6", ["usc/42/1320d-6"]),
    ("19 U.S.C. section 1509(a)(1)", ["usc/19/1509/a/1"]),
    ("Title 18, United States Code, Section 2703(d)", ["usc/18/2703/d"]),
    ("Title 18, U.S.C., Section 2709(b)", ["usc/18/2709/b"]),
    ("section 1225 of title 8, United States Code", ["usc/8/1225"]),
    ("18\nU.S.C. §\n2703(f)(1)", ["usc/18/2703/f/1"]),
    ("8 U.S.C. S 1373(a)", ["usc/8/1373/a"]),
    ("8 U. S. C. § 1324a(b)(3)", ["usc/8/1324a/b/3"]),
    ("18 U.S.C. § 2721(b)(1) and (4)", ["usc/18/2721/b/1", "usc/18/2721/b/4"]),
    ("within 14 days under 8 U.S.C. § 1373, 14 days after", ["usc/8/1373"]),
    ("5 U.S.C. § 552, 45 C.F.R. § 5.22", ["usc/5/552", "cfr/45/5.22"]),
    # --- Code of Federal Regulations --------------------------------------------------------
    ("8 C.F.R. § 287.4(a)(2)(ii)", ["cfr/8/287.4/a/2/ii"]),
    ("8 CFR Part 236", ["cfr/8/236"]),
    ("8 C.F.R. §§ 287.5(e)(2) and 287.7(d)", ["cfr/8/287.5/e/2", "cfr/8/287.7/d"]),
    ("Title 8, Code of Federal Regulations, section 287.7", ["cfr/8/287.7"]),
    ("45 CFR 164.512(f)(1)(ii)(C)", ["cfr/45/164.512/f/1/ii/C"]),
    ("42 C.F.R. Part 2", ["cfr/42/2"]),
    # --- Immigration and Nationality Act ----------------------------------------------------
    ("INA § 237(a)(1)(B)", ["usc/8/1227/a/1/B"]),
    ("section 235(d)(4)(A) of the INA", ["usc/8/1225/d/4/A"]),
    ("Section 274A of the Immigration and Nationality Act", ["usc/8/1324a"]),
    ("sections 236 and 287 of the Immigration and Nationality Act", ["usc/8/1226", "usc/8/1357"]),
    ("the Immigration and Nationality Act, section 287(g)", ["usc/8/1357/g"]),
    ("INA 240A", ["usc/8/1229b"]),
    ("IIRIRA § 642(a)", ["usc/8/1373/a"]),
    ("PRWORA § 434", ["usc/8/1644"]),
    (
        "Section 642 of the Illegal Immigration Reform and Immigrant Responsibility Act",
        ["usc/8/1373"],
    ),
    # --- rules ------------------------------------------------------------------------------
    ("Fed. R. Civ. P. 45(d)(2)(B)", ["frcp/45/d/2/B"]),
    ("Fed. R. Civ. P. 45(c), (d), and (e)", ["frcp/45/c", "frcp/45/d", "frcp/45/e"]),
    ("Rule 45 of the Federal Rules of Civil Procedure", ["frcp/45"]),
    ("Federal Rule of Criminal Procedure 17(c)(2)", ["frcrp/17/c/2"]),
    ("Fed.R.Crim.P. 6(e)", ["frcrp/6/e"]),
    ("Fed. R. Evid. 902(11) and 803(6)", ["fre/902/11", "fre/803/6"]),
    ("Rules 26 and 45, Fed. R. Civ. P.", ["frcp/26", "frcp/45"]),
    ("Ariz. R. Crim. P. 17.1", ["ariz-rcrimp/17.1"]),
    ("C.R.C.P. 45", ["crcp/45"]),
    # --- states -----------------------------------------------------------------------------
    ("Cal. Gov. Code § 7284.6(a)(1)(C)", ["cal-gov/7284.6/a/1/C"]),
    ("Government Code section 7922.535", ["cal-gov/7922.535"]),
    ("section 1985.3 of the Code of Civil Procedure", ["cal-ccp/1985.3"]),
    ("California Evidence Code §§ 1560, 1561", ["cal-evid/1560", "cal-evid/1561"]),
    ("Welf. & Inst. Code, § 827, subd. (a)(1)", ["cal-wic/827/a/1"]),
    ("Tex. Gov't Code § 552.021", ["tex-gov/552.021"]),
    ("Tex. Code Crim. Proc. art. 18.21", ["tex-ccp/18.21"]),
    ("C.R.S. § 24-72-204(3)(a)", ["crs/24-72-204/3/a"]),
    ("section 24-74-103, C.R.S.", ["crs/24-74-103"]),
    ("Public Officers Law § 87(2)", ["ny-pol/87/2"]),
    ("CPLR 2308(b)", ["ny-cplr/2308/b"]),
    ("Vehicle and Traffic Law § 201(12)", ["ny-vtl/201/12"]),
    ("ORS 181A.826", ["ors/181A.826"]),
    ("RCW 10.93.160", ["rcw/10.93.160"]),
    ("5 ILCS 805/15(h)", ["ilcs/5/805/15/h"]),
    ("725 ILCS 5/108-4", ["ilcs/725/5/108-4"]),
    ("Conn. Gen. Stat. § 54-192h", ["cgs/54-192h"]),
    ("N.J.S.A. 47:1A-1", ["njsa/47:1A-1"]),
    ("NRS 239.010", ["nrs/239.010"]),
    ("A.R.S. § 13-4071", ["ars/13-4071"]),
    ("Fla. Stat. § 119.07(1)(a)", ["fl-stat/119.07/1/a"]),
    ("Wis. Stat. § 805.07", ["wis-stat/805.07"]),
    ("Minn. Stat. § 13.82", ["minn-stat/13.82"]),
    ("Miss. Code Ann. § 71-5-137", ["miss-code/71-5-137"]),
    ("(§ 56.085, RSMo)", ["mo-rev-stat/56.085"]),
    ("O.C.G.A. § 50-18-70", ["ocga/50-18-70"]),
    ("18 Pa.C.S. § 5743", ["pa-cs/18/5743"]),
    ("29 Del. C. § 10001", ["del-code/29/10001"]),
    ("M.G.L. c. 66, § 10", ["mgl/66/10"]),
    ("Utah Code § 63G-2-201", ["utah-code/63G-2-201"]),
    ("Denver Rev. Mun. Code § 28-250", ["denver-rmc/28-250"]),
    ("N.Y.C. Admin. Code § 9-131", ["nyc-admin/9-131"]),
    # --- the rest ---------------------------------------------------------------------------
    ("Executive Order 13768", ["eo/13768"]),
    ("E.O. 14159", ["eo/14159"]),
    ("Pub. L. No. 104-208", ["publaw/104-208"]),
    ("110 Stat. 3009-546", ["stat/110/3009-546"]),
    ("85 Fed. Reg. 47723", ["fedreg/85/47723"]),
    ("Article 10 of Regulation (EU) 2023/1543", ["eu-reg/2023/1543/10"]),
    ("special condition no. 23 of your award", ["award-condition/sc-23"]),
    ("U.S. Const. amend. IV", ["us-const/amend/4"]),
    ("New York v. U.S. Dep't of Justice, 951 F.3d 84 (2d Cir. 2020)", ["case/951-f-3d-84"]),
    ("See 445 F. Supp. 3d 1213 (D. Colo. 2020)", ["case/445-f-supp-3d-1213"]),
    # --- resolution ---------------------------------------------------------------------------
    ("Under 18 U.S.C. § 2709 you must. Section 2709(c) forbids.", ["usc/18/2709", "usc/18/2709/c"]),
    ("8 U.S.C. § 1225 applies; see also § 1226(a).", ["usc/8/1225", "usc/8/1226/a"]),
    ("as provided in § 5 below", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[t[:40] for t, _ in TABLE])
def test_cites_get_their_ids(text: str, expected: list[str | None]) -> None:
    assert ids(text) == expected


NOTHING = [
    "Section 3 of this agreement and paragraph 4 of the order",
    "Page 3 of 9, 14 days, 48 hours, $1,200",
    "Award 2018-DJ-BX-0417, case no. 1:25-cv-01391",
    "DHS Form I-247A (3/17) and DHS Form 3115",
    "at 1400 hrs 12 March, suite 1225, room 287",
    "Please see part 2 of the form and article 36 of the Vienna Convention",
    "12 U.S. agents and 3 F. bags",
]


@pytest.mark.parametrize("text", NOTHING)
def test_numbers_that_cite_nothing_are_left_alone(text: str) -> None:
    assert ids(text) == []


def test_a_renumbered_provision_names_its_present_id() -> None:
    got = cites(flow_of("42 U.S.C. § 3787; 2 C.F.R. § 200.336(a); Cal. Gov. Code § 6253"))
    assert [(c.id, c.now) for c in got] == [
        ("usc/42/3787", "usc/34/10225"),
        ("cfr/2/200.336/a", "cfr/2/200.337/a"),
        ("cal-gov/6253", "cal-gov/7920.000"),
    ]


def test_each_id_is_given_once_with_the_words_on_the_page() -> None:
    (cite,) = cites(flow_of("8 U.S.C. § 1373 and again 8 U.S.C. § 1373"))
    assert cite.cite.value == "8 U.S.C. § 1373"
    assert [span.quote for span in cite.cite.spans] == ["8 U.S.C. § 1373"]


def test_the_library_of_reporters_is_loaded_only_for_cases() -> None:
    code = (
        "import sys; sys.path.insert(0, '.');"
        "from tecum.reading.citations.citations import cites;"
        "from tests.unit.reading.factory import flow_of;"
        "cites(flow_of('8 U.S.C. 1373')); assert 'eyecite' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_part_of_a_rule_resolves_to_the_rules_that_were_named_with_it() -> None:
    text = (
        "Fed. R. Civ. P. 45 is attached: Rule 45(c), on place; Rule 45(d)(2)(B), on objections."
        " See Rule 34(b)."
    )
    assert [c.id for c in cites(flow_of(text))] == ["frcp/45", "frcp/45/c", "frcp/45/d/2/B"]


def test_a_rule_of_no_named_body_is_not_guessed() -> None:
    assert cites(flow_of("An objection is governed by Rule 45(d)(2)(B).")) == ()
