# ruff: noqa: E501 - a printed sentence stays on one line
"""Items as schedules, bodies, boxes and sentences give them."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.reading.items.items import ItemList, read_items
from tecum.reading.text.layout import FormField, Text
from tecum.words import Band, Category, CheckState
from tests.unit.reading.factory import text_of
from tests.unit.reading.sheet import read_text


def read(content: str) -> ItemList:
    """The items of a text."""
    text = text_of(content)
    return read_items(text, text.flow())


def rows(content: str) -> list[tuple[str, str]]:
    """Labels and words of the items of a text."""
    return [(item.label, item.text.value or "") for item in read(content).items]


LISTS = [
    (
        "You are commanded to produce the following:\n1. payroll registers;\n2. time cards.\n\nJ. Doe",
        [("1", "payroll registers"), ("2", "time cards.")],
    ),
    (
        "Please send the following records:\n(a) the lease;\n(b) the rent ledger; and\n(c) notices.\n",
        [("a", "the lease"), ("b", "the rent ledger"), ("c", "notices.")],
    ),
    (
        "SCHEDULE A\n\nA. All account statements.\n\nB. All signature cards.\n\nC. Wire records.",
        [("A", "All account statements."), ("B", "All signature cards."), ("C", "Wire records.")],
    ),
    (
        "Provide the following:\n1) orders and directives\n2) training records\n",
        [("1", "orders and directives"), ("2", "training records")],
    ),
    (
        "We request the following documents:\ni. policies;\nii. procedures;\niii. training materials.",
        [("i", "policies"), ("ii", "procedures"), ("iii", "training materials.")],
    ),
    (
        "Please produce:\n• booking photographs\n• release dates\n\nSincerely,",
        [("1", "booking photographs"), ("2", "release dates")],
    ),
    (
        "Please send me\n\n- the jail log for May 2024\n- any subpoena served\n\nThanks.",
        [("1", "the jail log for May 2024"), ("2", "any subpoena served")],
    ),
    (
        "Produce the records below.\n\nREQUEST NO. 1: All leases.\n\nREQUEST NO. 2: All notices sent.",
        [("1", "All leases."), ("2", "All notices sent.")],
    ),
    (
        "Produce: (1) call records; (2) subscriber information; and (3) text messages. Records may be mailed.",
        [("1", "call records"), ("2", "subscriber information"), ("3", "text messages.")],
    ),
    (
        "7. PAPERS. Bring the following:\n7.a every address;\n7.b the employer;\n7.c fingerprints.",
        [("7.a", "every address"), ("7.b", "the employer"), ("7.c", "fingerprints.")],
    ),
    (
        "Se solicita la siguiente información:\na) fecha de liberación;\nb) expediente médico.",
        [("a", "fecha de liberación"), ("b", "expediente médico.")],
    ),
    (
        "EXHIBIT 1\nA snow-removal contracts\nB complaints about sidewalks\nC insurance declarations",
        [
            ("A", "snow-removal contracts"),
            ("B", "complaints about sidewalks"),
            ("C", "insurance declarations"),
        ],
    ),
    (
        (
            "SPECIFICATIONS FOR DOCUMENTS\nSpecification 1. All refund scripts.\n"
            "Specification 2. Each complaint about a refund."
        ),
        [("1", "All refund scripts."), ("2", "Each complaint about a refund.")],
    ),
    (
        "Bring the following:\n1.- Inspection reports.\n2.- Payroll records.",
        [("1", "Inspection reports."), ("2", "Payroll records.")],
    ),
    (
        "Please provide:\n1. All site maps in scale.\nWater Resources\n2. List each private well.",
        [("1", "All site maps in scale."), ("2", "List each private well.")],
    ),
    (
        (
            "I ask for copies of:\n1) my medical file\n2) the phone log for May\n\n"
            "please tell me the cost before you copy."
        ),
        [("1", "my medical file"), ("2", "the phone log for May")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS, ids=[t[:30] for t, _ in LISTS])
def test_lists_of_every_style(text: str, expected: list[tuple[str, str]]) -> None:
    assert rows(text) == expected


def test_leaves_carry_their_lead_ins() -> None:
    listed = read(
        "Produce the following:\n1. a list of persons hired;\n2. for each applicant not hired:\n"
        "   (a) the application; and\n   (b) interview notes:\n      (i) by telephone;\n"
        "      (ii) in person.\n3. job descriptions."
    )
    assert [item.label for item in listed.items] == ["1", "2(a)", "2(b)(i)", "2(b)(ii)", "3"]
    assert listed.items[1].lead_in == ("Produce the following:", "for each applicant not hired:")
    assert listed.items[2].lead_in[-1] == "interview notes:"
    assert listed.band is Band.LIKELY


def test_definitions_and_instructions_are_no_items() -> None:
    listed = read(
        'DEFINITIONS\n\n1. "Document" means any writing.\n2. "You" means the company.\n\n'
        "INSTRUCTIONS\n\n1. Documents shall be produced as kept.\n\n"
        "DOCUMENTS TO BE PRODUCED\n\n1. All contracts with vendors.\n2. All invoices."
    )
    assert [item.text.value for item in listed.items] == [
        "All contracts with vendors.",
        "All invoices.",
    ]
    assert "means any writing" in " ".join(span.quote for span in listed.definitions)
    assert "produced as kept" in " ".join(span.quote for span in listed.instructions)


def test_the_numbers_of_form_blocks_are_no_items() -> None:
    content = (
        "1. TO: Custodian of Records\n2. IN THE MATTER OF: Subject A\n3. PLACE: 100 Main Street\n"
        "4. RECORDS REQUIRED TO BE PRODUCED:\n(a) the booking sheet;\n(b) the release date.\n"
        "5. AUTHORIZED OFFICIAL:\n"
    )
    assert [text for _, text in rows(content)] == ["the booking sheet", "the release date."]


def test_including_but_not_limited_to_stays_inside_the_item() -> None:
    listed = read(
        "Produce the following:\n1. loan files, including but not limited to:\n   a. applications;\n"
        "   b. credit reports.\n2. checks."
    )
    assert [item.label for item in listed.items] == ["1", "2"]
    assert listed.items[0].text.value == (
        "loan files, including but not limited to: a. applications; b. credit reports."
    )


def test_a_list_of_persons_is_no_list_of_items() -> None:
    content = (
        "We are seeking information about the following persons in your custody:\n1. Subject A\n"
        "2. Subject B\nPlease provide for each: (a) the release date, and (b) the charges."
    )
    assert [text for _, text in rows(content)] == ["the release date", "the charges."]


def test_a_gap_in_the_sequence_leaves_the_list_unsure() -> None:
    listed = read("Produce:\n1. contracts;\n2. invoices;\n4. e-mail.")
    assert [item.label for item in listed.items] == ["1", "2", "4"]
    assert listed.band is Band.UNSURE
    assert listed.warnings == ("item_gap",)


def test_an_item_runs_over_a_page_break() -> None:
    listed = read("Produce:\n1. all contracts with any\f vendor of food services;\n2. invoices.")
    assert listed.items[0].text.value == "all contracts with any vendor of food services"
    assert [span.page for span in listed.items[0].text.spans] == [1, 2]


UNNUMBERED = [
    (
        "You are directed to furnish the subscriber name, address and length of service.",
        ["the subscriber name, address and length of service"],
    ),
    (
        "YOU ARE COMMANDED to produce the personnel file of Officer Doe; and all training records.",
        ["the personnel file of Officer Doe", "all training records"],
    ),
    ("Please take the listings down by noon on August 9, 2023.", ["take the listings down by noon on August 9, 2023"]),
    (
        "I hereby request copies of all police reports concerning the collision of May 4, 2024.",
        ["all police reports concerning the collision of May 4, 2024"],
    ),
    (
        "Please provide, within ten days of receipt, all leases now in effect.",
        ["all leases now in effect"],
    ),
    (
        ("You are hereby commanded to produce at the office of the undersigned, by March 29, 2024:\n\n"
        "Complete medical records of Subject A."),
        ["Complete medical records of Subject A"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNNUMBERED, ids=[t[:30] for t, _ in UNNUMBERED])
def test_a_sentence_that_asks_gives_unnumbered_items(text: str, expected: list[str]) -> None:
    listed = read(text)
    assert [item.text.value for item in listed.items] == expected
    assert [item.label for item in listed.items] == [f"u{i + 1}" for i in range(len(expected))]
    assert listed.band is Band.UNSURE


def test_to_appear_is_an_item_where_nothing_else_is_asked() -> None:
    (item,) = read("YOU ARE COMMANDED to appear in this court on May 4, 2024 to testify.").items
    assert item.category is Category.TESTIMONY
    (item,) = read("YOU ARE COMMANDED to appear on May 4, 2024 and to produce the jail log.").items
    assert item.text.value == "the jail log"


@pytest.mark.parametrize(
    "text",
    [
        "Please call if this is not convenient.",
        "Please direct questions to the undersigned.",
        "If any portion of my request is denied, please inform me of the reasons.",
        "Thank you for your cooperation.",
        "You must deliver the records to this office by June 3, 2024.",
        "You shall not disclose this letter.",
    ],
)
def test_manner_and_courtesy_ask_for_nothing(text: str) -> None:
    assert rows(text) == []


def test_only_checked_boxes_choose_items() -> None:
    text = text_of(
        "Check what you need:\nDriver licence image\nVehicle registration history\nOther: address history"
    )
    fields = tuple(
        FormField(label, label, None, state, 1, None, True)
        for label, state in (
            ("Driver licence image", CheckState.CHECKED),
            ("Vehicle registration history", CheckState.UNCHECKED),
            ("Other: address history", CheckState.CHECKED),
        )
    )
    boxed = Text(text.pages, text.lines, text.char_boxes, fields)
    listed = read_items(boxed, boxed.flow())
    assert [item.text.value for item in listed.items] == ["Driver licence image", "address history"]


def test_printed_boxes_choose_items_too() -> None:
    content = "Provide the records checked below:\n1. [X] booking photograph\n2. [ ] fingerprint card\n3. [X] release date\n"
    assert rows(content) == [("1", "booking photograph"), ("3", "release date")]


PERIODS = [
    ("statements, June 2020 to June 2024", (date(2020, 6, 1), date(2024, 6, 30))),
    ("receipts, 2019 and 2020", (date(2019, 1, 1), date(2020, 12, 31))),
    ("entries in 2014", (date(2014, 1, 1), date(2014, 12, 31))),
    ("hires since January 1, 2020", (date(2020, 1, 1), None)),
    ("payroll, January to June 2022", (date(2022, 1, 1), date(2022, 6, 30))),
    ("reads from April 1 to April 17, 2023", (date(2023, 4, 1), date(2023, 4, 17))),
    ("logs from 3/1/2020 through 4/15/2020", (date(2020, 3, 1), date(2020, 4, 15))),
    ("e-mail, January 1, 2019 to the present", (date(2019, 1, 1), None)),
    ("the log for November 2025", (date(2025, 11, 1), date(2025, 11, 30))),
    ("registros del 1 de enero de 2020 al 31 de marzo de 2021", (date(2020, 1, 1), date(2021, 3, 31))),
    ("video of the stop on May 4, 2021", None),
    ("attendance records, 2023-24", None),
    ("lobby video, May 20-31, 2022", (date(2022, 5, 20), date(2022, 5, 31))),
    ("toll reads of November 22 and 23, 2024", (date(2024, 11, 22), date(2024, 11, 23))),
    ("calls of May 3 and 14, 2022", None),
    ("the weeks of May 1, 2023 and May 15, 2023", None),
    ("del 3 al 5 de mayo de 2024, las llamadas", (date(2024, 5, 3), date(2024, 5, 5))),
    ("statements for the second quarter of 2025", (date(2025, 4, 1), date(2025, 6, 30))),
    ("ledgers, first half of 2023", (date(2023, 1, 1), date(2023, 6, 30))),
    ("the first quarter of 2023 and all quarters of 2024", None),
    ("notes of the spring of 2022", None),
    ("entries under the Tariff Act of 1930", None),
    ("logs of June, July and August 2022", (date(2022, 6, 1), date(2022, 8, 31))),
    ("releases in May and June of 2023", (date(2023, 5, 1), date(2023, 6, 30))),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), PERIODS, ids=[w[:30] for w, _ in PERIODS])
def test_the_period_of_an_item(
    words: str, expected: tuple[date | None, date | None] | None
) -> None:
    (item,) = read(f"Please send the following:\n1. {words}\n").items
    assert item.period == expected


def test_a_schedule_states_a_period_for_all_its_items() -> None:
    listed = read(
        "INSTRUCTIONS\nThe relevant period is January 1, 2020 through December 31, 2021.\n\n"
        "REQUESTS\n1. All leases.\n2. Invoices since March 1, 2021."
    )
    assert listed.items[0].period == (date(2020, 1, 1), date(2021, 12, 31))
    assert listed.items[1].period == (date(2021, 3, 1), None)


def test_back_references_are_kept() -> None:
    (_, item) = read(
        "Produce:\n1. a list of drivers;\n2. the logs of the persons named in Item 1."
    ).items
    assert item.refers_to == ("1",)


def test_a_document_that_asks_nothing_has_no_items() -> None:
    listed = read("The meeting was held on Tuesday. Those present agreed.")
    assert listed.items == ()
    assert listed.band is Band.ABSENT


def test_a_portal_s_word_to_its_user_is_no_item() -> None:
    note = (
        "RECORDS PORTAL\nTo: Records, Sample County\n"
        "A new public records request has been submitted and assigned to you.\n"
        "Requester: Subject A\nDue: 10/14/2026\n\n"
        "Description of records requested:\nDash camera video of the stop on Elm Street\n\n"
        "Click here to open the request.\n"
    )
    assert [i.text.value for i in read_text(note).items] == [
        "Dash camera video of the stop on Elm Street"
    ]
