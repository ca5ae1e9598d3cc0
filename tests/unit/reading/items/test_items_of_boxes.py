"""Boxes that choose what is asked: which group of them, and which lines around them do not."""

from __future__ import annotations

import pytest

from tecum.reading.items.items import read_items
from tecum.reading.text.layout import FormField, Text
from tecum.words import CheckState
from tests.unit.reading.factory import text_of

ON, OFF = CheckState.CHECKED, CheckState.UNCHECKED

FORMS = [
    (
        (
            "Section C - Data to be preserved, without undue delay, for 60 days\n"
            "subscriber data of the account\ntraffic data\ncontent data: messages sent in May\n"
        ),
        {
            "subscriber data of the account": ON,
            "traffic data": OFF,
            "content data: messages sent in May": ON,
        },
        ["subscriber data of the account", "content data: messages sent in May"],
    ),
    (
        (
            "We need (check all that apply)\nAttendance for this term\nGrades\n"
            "Basis: consent\nemergency\n"
        ),
        {"Attendance for this term": ON, "Grades": OFF, "consent": OFF, "emergency": ON},
        ["Attendance for this term"],
    ),
    (
        "We need:\nsubscriber data\ntraffic data\nThere was no earlier request\n",
        {"subscriber data": ON, "traffic data": OFF, "There was no earlier request": ON},
        ["subscriber data"],
    ),
    (
        (
            "REQUEST FOR INFORMATION\n1. Date of entry: May 4\n2. Country of origin: as claimed\n"
            "3. Please answer the boxes that are marked, and return one copy.\n"
            "Furnish the contract of sale\nFurnish proof of payment\n4. Remarks: low value.\n"
        ),
        {"Furnish the contract of sale": ON, "Furnish proof of payment": OFF},
        ["Furnish the contract of sale"],
    ),
    (
        (
            "Transmita los datos solicitados en la parte C dentro de diez dias:\n"
            "A Autoridad emisora\nJuzgado de Puerto Claro\nB Destinatario\nCorreo Faro, S.L.\n"
            "C Datos que deben presentarse\ndatos del abonado\ndirecciones IP de cada conexion\n"
            "datos de contenido\nD Confidencialidad\nNo informe a nadie.\n"
        ),
        {"datos del abonado": ON, "direcciones IP de cada conexion": ON, "datos de contenido": OFF},
        ["datos del abonado", "direcciones IP de cada conexion"],
    ),
]


@pytest.mark.parametrize(("content", "boxes", "expected"), FORMS)
def test_ticked_boxes_are_the_items(
    content: str, boxes: dict[str, CheckState], expected: list[str]
) -> None:
    text = text_of(content)
    fields = tuple(FormField(label, label, None, on, 1, None, True) for label, on in boxes.items())
    boxed = Text(text.pages, text.lines, text.char_boxes, fields)
    assert [i.text.value for i in read_items(boxed, boxed.flow()).items] == expected


BLOCKS = (
    "TO APPEAR AND/OR PRODUCE RECORDS\n1. To: Custodian, Mill County Jail\n"
    "YOU ARE REQUIRED TO:\nAPPEAR before the official named in Block 3\n"
    "PRODUCE the records indicated in Block 4\n3. Official: Officer B\n"
    "4. Records required:\nThe booking card of Subject A; the log of visits in May 2025.\n"
    "5. Signature\n"
)


def test_a_box_that_points_to_a_block_asks_for_what_is_written_there() -> None:
    text = text_of(BLOCKS)
    states = {
        "APPEAR before the official named in Block 3": OFF,
        "PRODUCE the records indicated in Block 4": ON,
    }
    fields = tuple(FormField(label, label, None, on, 1, None, True) for label, on in states.items())
    boxed = Text(text.pages, text.lines, text.char_boxes, fields)
    items = read_items(boxed, boxed.flow()).items
    assert [(i.label, i.text.value) for i in items] == [
        ("u1", "The booking card of Subject A"),
        ("u2", "the log of visits in May 2025."),
    ]
