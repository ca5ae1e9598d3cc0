# ruff: noqa: E501 - a printed sentence stays on one line
"""Who made a paper, whom it asks, who signed it and when, as instruments of many offices tell."""

from __future__ import annotations

import pytest

from tecum.words import SignatoryRole
from tests.unit.reading.sheet import read_text

_COURT = "UNITED STATES DISTRICT COURT\nDISTRICT OF EXAMPLE\n\nPAT EXAMPLE FARMS, Plaintiff,\nv.\nSAMPLE MILLS, Defendant.\nNo. 1:23-cv-00101\n\n"

ISSUERS: tuple[tuple[str, str, str], ...] = (
    (
        "a non-party answers in the court's file",
        _COURT
        + "RESPONSES TO SUBPOENA\n\nHollow Creek Irrigation District, a non-party, responds to the subpoena served by plaintiff.\n\nREQUEST NO. 1: All gate logs.\nRESPONSE: Objection. The request is overbroad.\nREQUEST NO. 2: All maps.\nRESPONSE: Objection, privilege. Nothing is produced.\n\nDated: May 3, 2023\n/s/ Attorney B\nAttorney B\nCounsel for Hollow Creek Irrigation District\n",
        "Hollow Creek Irrigation District",
    ),
    (
        "whose counsel signs the objections of a custodian",
        _COURT
        + "OBJECTIONS TO SUBPOENA\n\nThe subpoena is objected to on these grounds:\n1. It is overbroad and unduly burdensome.\n2. It seeks privileged papers.\nThe subpoena should be quashed.\n\nDated: May 3, 2023\n/s/ Attorney B\nAttorney B\nCounsel for Larkspur Savings Bank\n",
        "Larkspur Savings Bank",
    ),
    (
        "a company moves, by its full name",
        "FEDERAL TRADE COMMISSION\n\nPETITION TO QUASH CIVIL INVESTIGATIVE DEMAND\n\nPursuant to 16 C.F.R. § 2.10, Alder Street Finance, LLC petitions to quash the demand of May 3, 2023, with a return date of June 1, 2023. It is overbroad and unduly burdensome.\n\nMay 22, 2023\nAttorney C, Counsel for Petitioner\n",
        "Alder Street Finance, LLC",
    ),
    (
        "a grand jury counted by its years, with a box at the post office",
        "2025-2026 Marlow County Civil Grand Jury\nPost Office Box 77\nMarlow, California\n\nMay 4, 2026\n\nSheriff, Marlow County\n\nThe Grand Jury requests that you send us by June 1, 2026:\n1. the jail's visitor log for April 2026;\n2. the contract for inmate telephones.\n\nForeperson\n2025-2026 Civil Grand Jury\n",
        "2025-2026 Marlow County Civil Grand Jury",
    ),
    (
        "the authority's name, not its State's",
        "ANNEX I\nEUROPEAN PRODUCTION ORDER CERTIFICATE (EPOC)\nSECTION A\nIssuing State: Austria\nIssuing authority: Staatsanwaltschaft Example\nFile No: 7 St 12/26\nSECTION B\nAddressee: Example Cloud Limited\nSECTION C: Deadline\nwithin 10 days of receipt\nSECTION F: Electronic evidence to be produced\nsubscriber name for account 7710\nDate: 21 September 2026\n",
        "Staatsanwaltschaft Example",
    ),
    (
        "the officer who commands under a State's name",
        "STATE OF EXAMPLE\n5TH JUDICIAL CIRCUIT – SAMPLE COUNTY\nINVESTIGATIVE SUBPOENA\n\nTo: Records Officer, Example Ambulance\n\nThe Prosecuting Attorney of Sample County, authorised by the circuit court on May 2, 2022, under section 767A.2, commands you to bring to 8 South Street, Example, on May 20, 2022, at 1:30 p.m.:\n(a) the run report of May 1, 2022.\n\nChief Assistant Prosecutor Y\nChief Assistant Prosecuting Attorney\nIssued 05/03/2022\n",
        "Prosecuting Attorney of Sample County",
    ),
    (
        "the court below a county's name, above the State that prosecutes",
        "COUNTY OF EXAMPLE, MUNICIPAL COURT\nSTATE OF SAMPLE v. SUBJECT B\nNo. M-22-0318\n\nSUBPOENA\n\nTo: Sample Tow Yard, Custodian\n\nYOU ARE HEREBY COMMANDED to bring with you to 10 Elm Road, Example, on August 23, 2022 at 8:30 a.m.:\n1. the inventory sheet of the truck towed on May 29, 2022\n\nAugust 4, 2022\nCourt Clerk B\nClerk\n",
        "COUNTY OF EXAMPLE, MUNICIPAL COURT",
    ),
)


@pytest.mark.parametrize(("text", "issuer"), [p[1:] for p in ISSUERS], ids=[p[0] for p in ISSUERS])
def test_paper_is_its_maker_s_and_no_court_s_or_address(text: str, issuer: str) -> None:
    assert read_text(text).issuer.value == issuer


RECIPIENTS: tuple[tuple[str, str, str], ...] = (
    (
        "an order in two verbs",
        "IN THE CHANCERY COURT OF EXAMPLE COUNTY, SAMPLE\nIn the matter of Subject W, a minor\nCause No. 23-CV-0391\n\nORDER\n\nThis cause came on for hearing. It is, therefore,\nORDERED AND DECREED that the Example Children's Clinic shall turn over to the guardian within ten (10) days the chart of the minor.\n\nSO ORDERED, this the 24th day of August, 2023.\nChancellor D\nChancellor\n",
        "Example Children's Clinic",
    ),
    (
        "whom an officer is to summon, in a form's field",
        "Example General District Court\nCase No.: GV23-19\n\nSUBPOENA DUCES TECUM\n\nTO THE PERSON AUTHORIZED BY LAW TO SERVE THIS PROCESS: You are commanded to summon\nName: Keeper of Records, Sample Propane Co.\nAddress: 77 Elm Road, Example\n\nTO THE PERSON SUMMONED: you are commanded to produce within fourteen (14) days of service:\n1. delivery tickets for 2022\n\nDeputy Clerk A\n",
        "Keeper of Records, Sample Propane Co.",
    ),
    (
        "the number of a demand between its addressee and its words",
        "State of Example\nOffice of the Attorney General\n\nCIVIL INVESTIGATIVE DEMAND\n\nSample Home Repair, Inc.\nDemand CP-24-017\n\nThe Attorney General believes that you have information about advance fees. You are required to produce the documents below within twenty (20) days after service.\n\nDated August 8, 2024\n\nAssistant Attorney General N\nAssistant Attorney General\n\n1. Contracts with customers since 2022.\n2. Advertising.\n",
        "Sample Home Repair, Inc.",
    ),
)


@pytest.mark.parametrize(
    ("text", "recipient"), [p[1:] for p in RECIPIENTS], ids=[p[0] for p in RECIPIENTS]
)
def test_paper_asks_who_is_named_and_neither_server_nor_signer(text: str, recipient: str) -> None:
    assert read_text(text).recipient.value == recipient


_ASKS = "You are commanded to produce the attendance record of Subject A by May 4, 2022.\n\n"

SIGNERS: tuple[tuple[str, str, str | None, SignatoryRole | None], ...] = (
    (
        "a chancellor of a court of chancery",
        "IN THE COURT OF CHANCERY OF THE STATE OF EXAMPLE\nC.A. No. 2022-0101\nORDER\nIT IS ORDERED that Sample Bank shall produce its ledger within ten days.\nMay 4, 2022\n/s/ Vice Chancellor D\nVice Chancellor D\nVice Chancellor\n",
        "Vice Chancellor D",
        SignatoryRole.JUDGE,
    ),
    (
        "a chancellor of a school",
        "EXAMPLE STATE UNIVERSITY\nOffice of the Chancellor\n\nMay 4, 2022\n\nSubject A\n\nDear Subject A:\n\nYour request of April 9 is granted. Nine pages are enclosed.\n\nSincerely,\n\nChancellor D\nChancellor\n",
        "Chancellor D",
        SignatoryRole.AGENCY_OFFICER,
    ),
    (
        "a lawyer of Connecticut",
        "STATE OF CONNECTICUT SUPERIOR COURT\nSUBPOENA\nDocket number: ABC-CV22-0101\nTo: Example School\n"
        + _ASKS
        + "Date: April 1, 2022\nCommissioner of the Superior Court F\nCommissioner of the Superior Court\n",
        "Commissioner of the Superior Court F",
        SignatoryRole.ATTORNEY,
    ),
    (
        "a deputy of the attorney general before a grand jury",
        "SUPERIOR COURT OF EXAMPLE\nSTATE GRAND JURY\nSUBPOENA DUCES TECUM\nTo: Example School\nYOU ARE COMMANDED to appear before the State Grand Jury at 2 Elm Street on May 4, 2022 at 9:00 a.m. and to bring with you the attendance record of Subject A.\nApril 1, 2022\nAssistant Attorney General K\nAssistant Attorney General\n",
        "Assistant Attorney General K",
        SignatoryRole.PROSECUTOR,
    ),
    (
        "a deputy of the attorney general who demands as an office",
        "STATE OF EXAMPLE\nOFFICE OF THE ATTORNEY GENERAL\nCIVIL INVESTIGATIVE DEMAND\nTo: Example Bank\nYou are required to produce by May 4, 2022 the fee schedule.\nApril 1, 2022\nAssistant Attorney General K\nAssistant Attorney General\n",
        "Assistant Attorney General K",
        SignatoryRole.AGENCY_OFFICER,
    ),
    (
        "an assistant prosecutor with his grade",
        "ESTADO LIBRE ASOCIADO DE PUERTO RICO\nDEPARTAMENTO DE JUSTICIA\nFiscalía de Distrito de Ponce\nCITACIÓN\nA: Custodio de récords, Cooperativa Ejemplo\nSe le cita para que comparezca el 9 de julio de 2024 a las 9:00 a.m. y traiga consigo:\n1) los estados de 2023.\nEn Ponce, Puerto Rico, a 18 de junio de 2024.\nFiscal Especial B\nFiscal Especial III\n",
        "Fiscal Especial B",
        SignatoryRole.PROSECUTOR,
    ),
    (
        "whoever served a form, whose number stands in a box beside the heading",
        "DEPARTMENT OF EXAMPLE\nADMINISTRATIVE SUBPOENA\nTo: Example School\n"
        + _ASKS
        + "Records of the school year are wanted.\nA copy will do.\nThe office is open from nine to five.\nDate: April 1, 2022\n7 | Certificate of Service\nServed on: Example School\nDate: April 2, 2022\nBy: Special Agent M\n",
        None,
        None,
    ),
    (
        "a letter of one stroke, recognised as one",
        "STATE OF EXAMPLE\nDEPARTMENT OF LABOR\nSUBPOENA DUCES TECUM\nTo: Example Bank\nYou are ordered to bring the ledger to 2 Elm Street on May 4, 2022 at 2:00 p.m.\nDeputy Wage Inspector |\nDeputy Wage Inspector\nDated April 1, 2022\n",
        "Deputy Wage Inspector I",
        SignatoryRole.AGENCY_OFFICER,
    ),
    (
        "a reporter in Spanish",
        "Estimado Oficial de Información:\nSolicito copia de los contratos de 2023 según la ley de acceso a la información pública.\nGracias.\nReportera C\nDiario Ejemplo\n",
        "Reportera C",
        SignatoryRole.PRIVATE,
    ),
)


@pytest.mark.parametrize(
    ("text", "name", "role"), [p[1:] for p in SIGNERS], ids=[p[0] for p in SIGNERS]
)
def test_signer_is_told_by_title_court_and_instrument(
    text: str, name: str | None, role: SignatoryRole | None
) -> None:
    signatory = read_text(text).signatory
    assert (signatory.name.value, signatory.role.value) == (name, role)


DATED: tuple[tuple[str, str, str | None], ...] = (
    (
        "the return date of another paper",
        "PETITION TO MODIFY CIVIL INVESTIGATIVE DEMAND\nSample Lending, Inc. asks that the demand dated June 22, 2022, with a compliance date of July 20, 2022, be modified.\nJuly 11, 2022\nAttorney O, Counsel for Petitioner\n",
        "2022-07-11",
    ),
    (
        "the day of a sitting, below its place",
        "EXAMPLE COUNTY COURT\nSUBPOENA\nTo: Sample Tow Yard\nYOU ARE COMMANDED to bring the log of May 2022.\nPlace: 10 Elm Road, Example\nDate: August 23, 2022\nAugust 4, 2022\nCourt Clerk B\nClerk\n",
        "2022-08-04",
    ),
    (
        "an opinion by the day of its filing",
        "IN THE SUPREME COURT OF EXAMPLE\nDocket No. 101\nDecision filed: May 25, 2022\nThe Board issued a subpoena that commanded the clinic to deliver all time sheets no later than November 30, 2020. The clinic moved to quash.\nThe order is affirmed.\n",
        "2022-05-25",
    ),
    (
        "minutes by the day of the meeting",
        "EXAMPLE WATER BOARD\nMinutes of the regular meeting of March 5, 2024\n1. The minutes of February were approved.\n2. Moved that the vendor be told to give the Board its log by April 30, 2024. Carried.\nAdjourned 7:52 p.m.\n",
        "2024-03-05",
    ),
    (
        "a script by the day in its first line",
        "KXYZ EVENING   11/02/2023   SLUG: RECORDS\nANCHOR\nA judge has told the county to open its books by December 20, 2023, a lawyer said.\n",
        "2023-11-02",
    ),
    (
        "a paper without a day of its own by the day of its mailing",
        "IN THE CIRCUIT COURT, EXAMPLE COUNTY\nCase No. 2023-CA-4471\nMOTION TO QUASH\nSample Council, a non-party, moves to quash the subpoena served on December 11.\nI hereby certify that a true copy was mailed to all counsel on December 18, 2023.\n/s/ Attorney K\nAttorney for Sample Council\n",
        "2023-12-18",
    ),
    (
        "no day of a motion that tells of a filed opinion",
        "MEMORANDUM\nThe opinion filed May 25, 2022 holds that time sheets must be given. See the minutes of May 2, 2022.\n",
        None,
    ),
)


@pytest.mark.parametrize(("text", "day"), [p[1:] for p in DATED], ids=[p[0] for p in DATED])
def test_paper_has_its_own_day_and_no_other_s(text: str, day: str | None) -> None:
    assert read_text(text).issued_on.value == day
