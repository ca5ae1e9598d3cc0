"""Issuer, recipient, numbers, subjects, boxes and terms: read from labels, never guessed."""

from __future__ import annotations

import pytest

from tests.unit.reading.papers_demands import DEMANDS
from tests.unit.reading.sheet import Paper, read_text


@pytest.mark.parametrize("paper", DEMANDS, ids=lambda paper: paper.id)
def test_parties_of_a_paper(paper: Paper) -> None:
    reading = read_text(paper.text)
    for wanted, read in ((paper.issuer, reading.issuer), (paper.recipient, reading.recipient)):
        if wanted is not None:
            assert wanted.lower() in (read.value or "").lower()


NUMBERS = (
    ("Subpoena Number: DEN-20-0117\n", ["DEN-20-0117"]),
    ("File No. A000 000 620\nEvent #: DAL1606000012\n", ["A000 000 620", "DAL1606000012"]),
    ("RE: award 2016-DJ-BX-0999\n", ["2016-DJ-BX-0999"]),
    ("Award 15JOVW-23-GG-00988-ICJR\n", ["15JOVW-23-GG-00988-ICJR"]),
    ("Civil Action No. 4:22-cv-00111\n", ["4:22-cv-00111"]),
    ("Call (303) 555-0147 before May 3, 2021, room 114.\n", []),
    ("Oficio: SRE/PRO/0211/2020\n", ["SRE/PRO/0211/2020"]),
    ("RE: Preservation letter XQ24-220417\n", ["XQ24-220417"]),
    ("Records demand, OIG 21-0733\n", ["OIG 21-0733"]),
    ("WARRANT\n47CRI21-000912\n", ["47CRI21-000912"]),
    ("Claim: HB-771-204\n", ["HB-771-204"]),
    ("Tel. 555-0147, ZIP 80202-1187, fiscal years 2019-2020\n", []),
    ("1. the report that was made in case 21-11870 by the patrol, with every photograph.\n", []),
    ("RE: Site review, Agreement H0771\n", ["H0771"]),
    ("Re: QX-I7-25-0310\n", ["QX-I7-25-0310"]),
    ("Re: Engagement 61-25-0044, fuel cards\n", ["61-25-0044"]),
    ("The charge number is 305-81-0927.\n", ["305-81-0927"]),
    ("Case No. 24 JD 31\n", ["24 JD 31"]),
    ("File: 88 Gs 2207/25\n", ["88 Gs 2207/25"]),
    ("Docket No. UG 733\n", ["UG 733"]),
    ("D-1-1HX4R2Z\n", ["D-1-1HX4R2Z"]),
    ("CID 40117\n", ["CID 40117"]),
    ("In the Matter of the Harbor Bonds (MHB-20774)\n", ["MHB-20774"]),
    ("CPLR 2307, form MCS-90, requests 41-45, FLOOR 30221\n", []),
)


@pytest.mark.parametrize(("line", "numbers"), NUMBERS)
def test_matter_numbers(line: str, numbers: list[str]) -> None:
    reading = read_text(f"Example County Office\nTo: Example Bank\n{line}Please send the list.\n")
    assert [read.value for read in reading.matter_numbers] == numbers


def test_subjects_only_from_labelled_fields() -> None:
    text = (
        "DEPARTMENT OF HOMELAND SECURITY\nIMMIGRATION DETAINER - NOTICE OF ACTION\n"
        "TO: Example Jail\n{}\nIT IS REQUESTED THAT YOU maintain custody for 48 hours.\n"
        "DHS Form I-247A (3/17)\n"
    )
    named = read_text(text.format("Name of Subject: SUBJECT-TWO, Example\nFile No. A000 000 114"))
    assert [s.name.value for s in named.subjects] == ["SUBJECT-TWO, Example"]
    assert [i.value for i in named.subjects[0].identifiers] == ["A000 000 114"]
    assert read_text(text.format("We think that Sam Example is held by you.")).subjects == ()


SUBJECTS = (
    ("Person about whom records are sought: Subject Q", ["Subject Q"]),
    ("PATIENT: Doe-Sample, Robin   DOB: 01/02/1990", ["Doe-Sample, Robin"]),
    ("IN THE INTEREST OF\nCHILD Q,\nA CHILD", ["CHILD Q"]),
    ("The booking sheet shows Robin Sample (A000 000 114).", ["Robin Sample"]),
    ("Send the whole personnel file of Employee Q.", ["Employee Q"]),
    ("Send what you hold of Robin Sample.", []),
    ("Our insured: Robin Sample", ["Robin Sample"]),
    ("Taxpayer(s): Robin Sample and Toni Example", ["Robin Sample", "Toni Example"]),
    ("RE (obligor): Robin Sample", ["Robin Sample"]),
    ("Send the records that concern Student P and Student Q.", ["Student P", "Student Q"]),
    ("Send the statements of the customer Subject Q.", ["Subject Q"]),
    ("Patient P   01/04/2019 to 11/30/2020", ["Patient P"]),
    ("Send the chart of Defendant Q.", ["Defendant Q"]),
    ("The motion was made by counsel for Defendant Q.", []),
    ("Subject: Example Block Grant B-21", []),
    ("THE STATE v. SUBJECT Q", []),
)


@pytest.mark.parametrize(("line", "names"), SUBJECTS)
def test_whom_a_demand_is_about(line: str, names: list[str]) -> None:
    reading = read_text(
        "STATE OF SAMPLE\nDEPARTMENT OF REVIEW\nADMINISTRATIVE SUBPOENA\nTo: Example Works\n"
        f"{line}\nYou are commanded to produce within ten days the time sheets of May 2021.\n"
    )
    assert [subject.name.value for subject in reading.subjects] == names


def test_a_caption_does_not_sign_for_whom_it_names() -> None:
    signed = "Please send the file of Worker Q.\nSincerely,\nWorker Q\n"
    assert read_text(f"Example Union\nTo: Example Works\n{signed}").subjects == ()


def test_an_account_is_what_a_preservation_request_is_about() -> None:
    reading = read_text(
        "EXAMPLE POLICE\nMay 3, 2021\nCustodian of Records, Example Messaging, Inc.\n"
        "Re: Preservation of records under 18 U.S.C. § 2703(f)\nDear Custodian:\n"
        "You are requested to preserve for 90 days all records about the account below.\n"
        "Account: @sample_17\nDetective Q\nDetective\n"
    )
    assert [subject.name.value for subject in reading.subjects] == ["@sample_17"]


BOXES = (
    ("[X] Attorney\n[ ] Clerk\n", [("Attorney", "checked"), ("Clerk", "unchecked")]),
    ("☒ PRODUCE it\n☐ APPEAR\n", [("PRODUCE it", "checked"), ("APPEAR", "unchecked")]),
    ("The box is not here.\n", []),
)  # fmt: skip


@pytest.mark.parametrize(("lines", "boxes"), BOXES)
def test_typed_boxes(lines: str, boxes: list[tuple[str, str]]) -> None:
    reading = read_text(f"SUBPOENA\nTo: Example Bank\nYou are commanded to produce files.\n{lines}")
    assert [(box.label.value, box.state) for box in reading.checkboxes] == boxes


CONSEQUENCES = (
    ("A person who neglects to obey shall, on conviction, be fined up to $500.", True),
    ("DISOBEDIENCE OF THIS DEMAND MAY BE PUNISHED AS CONTEMPT BY THIS COURT.", True),
    ("This demand is enforceable by order of the superior court.", True),
    ("The office may place a hold on reimbursement until the files are here.", True),
    ("A court may infer that what was lost would have helped us.", True),
    ("De no cumplirse, la Oficina podrá acudir al tribunal.", True),
    ("Claims without records will be denied: a claim may be denied after ten days.", True),
    ("The Bureau may withhold the next payment.", True),
    ("The Secretary may invoke the aid of any court of the United States.", True),
    ("We may obtain a subpoena from a judge.", True),
    ("A company that does not answer forfeits its charter.", True),
    ("You may withhold what counsel has marked as privileged.", False),
    ("Send the list of fines that were collected and of licences that are in force.", False),
    ("Send each report of a refusal. We seek no court order.", False),
    ("He was arrested, and is to be dealt with according to law.", False),
)


@pytest.mark.parametrize(("line", "says"), CONSEQUENCES)
def test_what_follows_if_nobody_obeys(line: str, says: bool) -> None:
    reading = read_text(
        "STATE OF SAMPLE\nDEPARTMENT OF REVIEW\nADMINISTRATIVE SUBPOENA\nTo: Example Works\n"
        f"You are commanded to produce within ten days the time sheets of May 2021.\n{line}\n"
    )
    assert bool(reading.consequences) is says


PLACES = (
    (
        "To: Example Works, 9 Mill Road, Sampleton",
        "PLACE: 400 Wharf Street, Sampleton",
        "400 Wharf",
    ),
    ("To: Example Works, 9 Mill Road, Sampleton", "Location (address): 77 Broadway", "77 Broadway"),
    (
        "To: Example Works, 9 Mill Road, Sampleton",
        "You must appear before the examiner, Room 2, 31 Custom House Plaza, Sampleton.",
        "31 Custom House Plaza, Sampleton",
    ),
    ("To: Example Works, 9 Mill Road, Sampleton", "At: 11:00 a.m. and not later", None),
)


@pytest.mark.parametrize(("to", "line", "place"), PLACES)
def test_place_is_where_to_comply_not_where_it_went(to: str, line: str, place: str | None) -> None:
    reading = read_text(
        f"STATE OF SAMPLE\nDEPARTMENT OF REVIEW\nADMINISTRATIVE SUBPOENA\n{to}\n"
        f"You are commanded to produce the time sheets of May 2021.\n{line}\n"
    )
    said = reading.place_or_manner.value
    assert (said is None) if place is None else (place in (said or ""))


def test_number_in_the_subject_of_a_mail() -> None:
    text = (
        "Hello,\nPlease send us the time sheets of May 2021 by June 3, 2021.\nOfficer Q\nOfficer\n"
    )
    asked = read_text(text, headers=(("from", "q@a.example"), ("subject", "ME 21-0417 records")))
    assert [number.value for number in asked.matter_numbers] == ["ME 21-0417"]
    passed = read_text(text, headers=(("from", "q@a.example"), ("subject", "Fwd: ME 21-0417")))
    assert passed.matter_numbers == ()


SIGNERS = (
    ("Board Chair Q\nBoard Chair\n", "Board Chair Q", "agency_officer"),
    ("Coroner Q\nCoroner of Sample County\n", "Coroner Q", "agency_officer"),
    (
        "Compliance Auditor Q\nCompliance Auditor\nPart I. Definitions\n"
        + "".join(
            f"{n}. The word number {n} means what it says in the code.\n" for n in range(1, 22)
        ),
        "Compliance Auditor Q",
        "agency_officer",
    ),
)


@pytest.mark.parametrize(("end", "name", "role"), SIGNERS)
def test_who_signs_a_paper_that_goes_on_below(end: str, name: str, role: str) -> None:
    reading = read_text(
        "STATE OF SAMPLE\nDEPARTMENT OF REVIEW\nADMINISTRATIVE SUBPOENA\nTo: Example Works\n"
        f"You are commanded to produce the time sheets of May 2021.\nDated June 1, 2021\n{end}"
    )
    assert (reading.signatory.name.value, reading.signatory.role.value) == (name, role)


@pytest.mark.parametrize(("foot", "band"), [("I-247A", "certain"), ("1-247A", "likely")])
def test_number_of_a_form_whose_letter_was_taken_for_a_one(foot: str, band: str) -> None:
    reading = read_text(
        "DEPARTMENT OF HOMELAND SECURITY\nIMMIGRATION DETAINER - NOTICE OF ACTION\n"
        "TO: Example Jail\nName of Alien: Subject Q\nIT IS REQUESTED THAT YOU maintain custody "
        f"for 48 hours.\nDHS Form {foot} (3/17)\n"
    )
    assert (reading.form.value, reading.form.band) == ("I-247A", band)


SECRECY = (
    ("You shall not disclose this subpoena to any person.", "ordered"),
    ("Please do not disclose this request to the customer.", "requested"),
    ("You are requested not to notify the subscriber.", "requested"),
    ("The addressee shall refrain from informing the person whose data are sought.", "ordered"),
    ("You and your staff are therefore prohibited from disclosing this letter.", "ordered"),
    ("The law forbids any officer or agent of yours to reveal this letter.", "ordered"),
    ("You shall tell no one but your lawyer.", "ordered"),
    ("You are asked, though not ordered, not to tell the customer.", "requested"),
    ("We ask that the customer not be told.", "requested"),
    ("Keep the account as it is without telling the user.", "requested"),
    ("The parties shall not disclose confidential material to any person but experts.", None),
    ("Counsel are prohibited from disclosing the records received under this order.", None),
    ("No order under 18 U.S.C. 2705(b) has been sought.", None),
    ("Send the records by mail.", None),
)


@pytest.mark.parametrize(("sentence", "wanted"), SECRECY)
def test_asking_for_secrecy_is_not_ordering_it(sentence: str, wanted: str | None) -> None:
    reading = read_text(
        f"Federal Trade Commission\nSUBPOENA\nTo: Example Bank\n"
        f"You are commanded to produce the files by May 3, 2021. {sentence}\n"
    )
    assert reading.nondisclosure.value == wanted


def test_silence_beside_an_empty_box_is_not_ordered() -> None:
    text = (
        "CIRCUIT COURT OF SAMPLE COUNTY\nSUBPOENA FOR DOCUMENTS\nTo: Example Carrier\n"
        "You are ordered to produce the call records within ten days.\n"
        "[{}] You shall not disclose this subpoena to the subscriber.\n"
        "[{}] You may notify the subscriber.\n"
    )
    assert read_text(text.format("X", " ")).nondisclosure.value == "ordered"
    assert read_text(text.format(" ", "X")).nondisclosure.value is None


def test_consequences_are_quoted() -> None:
    reading = read_text(
        "Federal Trade Commission\nSUBPOENA\nTo: Example Bank\nYou are commanded to produce.\n"
        "Failure to comply may subject you to an order of contempt by a court.\n"
    )
    assert reading.consequences[0].value is not None
    assert reading.consequences[0].value.startswith("Failure to comply may")


def test_an_attachment_that_is_not_there_is_named() -> None:
    text = (
        "Federal Trade Commission\nSUBPOENA\nTo: Example Bank\n"
        "You are commanded to produce the records described in Attachment A.\n"
    )
    assert read_text(text).missing_enclosures == ("Attachment A",)
    with_it = read_text(text, "ATTACHMENT A\n1. Statements of account.\n")
    assert with_it.missing_enclosures == ()


def test_every_value_has_a_span_or_is_absent() -> None:
    for paper in DEMANDS:
        reading = read_text(paper.text)
        for read in (
            reading.conduct, reading.kind, reading.form, reading.issuer, reading.recipient,
            reading.place_or_manner, reading.signatory.name, reading.signatory.role,
        ):  # fmt: skip
            assert (read.value is None) or read.spans
            for span in read.spans:
                page = next(p for p in reading.pages if p.n == span.page)
                assert page.text[span.start : span.end] == span.quote
