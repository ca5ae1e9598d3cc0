"""Forms drawn from their templates: recognised, and read by what stands at which label."""

from __future__ import annotations

import io
from collections.abc import Callable

import cv2
import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tecum.instruments.catalogue import load_catalogue
from tecum.reading.fields.label_search import is_like
from tecum.reading.open import open_document
from tecum.reading.read import read
from tecum.reading.result import Reading
from tests.unit.reading.papers import pdf
from tests.unit.reading.sheet import read_text

Draw = Callable[[Canvas], None]


def detainer(
    *, blank: bool = False, leave_out: tuple[str, ...] = (), boxes: tuple[bool | None, ...] = ()
) -> Draw:
    """A detainer form; ``boxes`` tells which are marked, None for one that is not printed."""
    boxes = boxes or (True, False, False, False)

    def row(c: Canvas, x: float, y: float, label: str, value: str = "", *, gap: float = 70) -> None:
        if label not in leave_out:
            c.drawString(x, y, label)
            if value and not blank:
                c.drawString(x + gap, y, value)

    def draw(c: Canvas) -> None:
        c.setFont("Helvetica", 9)
        c.drawString(190, 760, "DEPARTMENT OF HOMELAND SECURITY")
        row(c, 170, 744, "IMMIGRATION DETAINER - NOTICE OF ACTION")
        row(c, 40, 722, "Subject ID:", "4410077")
        row(c, 40, 708, "Event #:", "DAL2106000441")
        row(c, 330, 722, "File No:", "A000 000 441")
        row(c, 330, 708, "Date:", "06/14/2021")
        row(
            c,
            40,
            688,
            "TO: (Name and Title of Institution - OR Any Subsequent Law Enforcement Agency)",
        )
        if not blank:
            c.drawString(40, 674, "Example County Jail")
            c.drawString(40, 662, "100 Sample Street")
        row(c, 40, 640, "FROM: (Department of Homeland Security Office Address)")
        row(c, 40, 612, "Name of Alien:", "SUBJECT-ONE, Example", gap=80)
        row(c, 40, 598, "Date of Birth:", "01/02/1980")
        row(c, 250, 598, "Citizenship:", "Example", gap=60)
        row(
            c,
            40,
            578,
            "1. DHS HAS DETERMINED THAT PROBABLE CAUSE EXISTS THAT THE SUBJECT IS REMOVABLE",
        )
        labels = (
            "A final order of removal against the alien;",
            "The pendency of ongoing removal proceedings against the alien;",
            "Biometric confirmation of the alien's identity and a records check",
            "Statements made by the alien to an immigration officer and/or other reliable evidence",
        )
        for i, (label, marked) in enumerate(zip(labels, boxes, strict=True)):
            y = 562 - 14 * i
            if marked is None:
                continue
            c.rect(52, y - 1, 8, 8)
            if marked and not blank:
                c.line(53, y, 59, y + 6)
                c.line(53, y + 6, 59, y)
            c.drawString(66, y, label)
        row(c, 40, 490, "IT IS THEREFORE REQUESTED THAT YOU:")
        c.drawString(52, 476, "Maintain custody of the alien for a period NOT TO EXCEED 48 HOURS.")
        c.drawString(
            52, 462, "Notify DHS at least 48 hours before the alien is released from your custody."
        )
        if not blank:
            c.drawString(40, 420, "Sal Example, Deportation Officer")
        c.drawString(40, 408, "(Name and title of Immigration Officer)")
        row(c, 330, 408, "(Signature of Immigration Officer)")
        row(c, 40, 380, "TO BE COMPLETED BY THE LAW ENFORCEMENT AGENCY CURRENTLY HOLDING THE ALIEN")
        c.drawString(40, 40, "DHS Form I-247A (3/17)")
        c.showPage()

    return draw


def reading_of(draw: Draw) -> Reading:
    """The Reading of one drawn page."""
    return read(open_document(pdf(draw), "form.pdf"), load_catalogue())


def test_a_filled_form_is_read_by_its_template() -> None:
    reading = reading_of(detainer())
    assert reading.kind.band == "certain"
    assert reading.kind.signals["template_match"] is True
    assert reading.edition == "2017-03"
    (subject,) = reading.subjects
    assert (subject.name.value, subject.name.band) == ("SUBJECT-ONE, Example", "certain")
    assert "A000 000 441" in [number.value for number in subject.identifiers]
    assert reading.recipient.value is not None
    assert reading.recipient.value.startswith("Example County Jail")
    assert reading.issued_on.value == "2021-06-14"
    assert {"DAL2106000441", "4410077"} <= {n.value for n in reading.matter_numbers}
    assert reading.signatory.name.value == "Sal Example"


def test_every_template_value_points_at_its_words() -> None:
    reading = reading_of(detainer())
    for value in (reading.recipient, reading.issued_on, reading.subjects[0].name):
        assert value.spans
        for span in value.spans:
            page = next(p for p in reading.pages if p.n == span.page)
            assert page.text[span.start : span.end] == span.quote


def test_boxes_stand_in_the_order_of_the_form_with_their_names() -> None:
    reading = reading_of(detainer(boxes=(False, True, False, True)))
    found = [(box.id, box.state) for box in reading.checkboxes]
    assert found == [
        ("final_order", "unchecked"),
        ("pending_proceedings", "checked"),
        ("biometric", "unchecked"),
        ("statements", "checked"),
    ]
    assert {box.label.band for box in reading.checkboxes} == {"certain"}


def test_a_box_that_is_not_printed_is_absent_and_not_unchecked() -> None:
    reading = reading_of(detainer(boxes=(True, None, False, False)))
    ids = [box.id for box in reading.checkboxes]
    assert ids == ["final_order", "biometric", "statements"]


def test_a_blank_form_gives_no_values() -> None:
    reading = reading_of(detainer(blank=True))
    assert reading.subjects == ()
    assert reading.issued_on.value is None
    assert all(box.state == "unchecked" for box in reading.checkboxes)


def test_one_missing_label_in_five_is_forgiven_and_more_is_not() -> None:
    near = reading_of(detainer(leave_out=("Subject ID:",)))
    assert near.kind.signals.get("template_match") is True
    far = reading_of(
        detainer(
            leave_out=(
                "Subject ID:", "File No:", "(Signature of Immigration Officer)",
                "TO BE COMPLETED BY THE LAW ENFORCEMENT AGENCY CURRENTLY HOLDING THE ALIEN",
            )
        )
    )  # fmt: skip
    assert "template_match" not in far.kind.signals


def test_labels_in_another_order_are_another_paper() -> None:
    rows = (
        "Example County Newsletter", "TO BE COMPLETED BY THE LAW ENFORCEMENT AGENCY",
        "Signature of Immigration Officer", "IT IS THEREFORE REQUESTED THAT YOU",
        "DHS HAS DETERMINED THAT PROBABLE CAUSE EXISTS", "Name of Alien:", "File No:",
        "Subject ID:", "IMMIGRATION DETAINER - NOTICE OF ACTION",
    )  # fmt: skip
    reading = read_text("\n".join(rows))
    assert "template_match" not in reading.kind.signals


def scanned(*, signed: bool) -> bytes:
    """The filled form as a scan at 200 dots an inch, with strokes where it is signed."""
    page = pypdfium2.PdfDocument(pdf(detainer(boxes=(True, False, False, True))))[0]
    grey = np.array(page.render(scale=200 / 72).to_pil().convert("L"))
    if signed:
        y = int((792 - 428) * 200 / 72)
        steps = ((930, 0), (960, -40), (990, 8), (1020, -45), (1060, 4), (1100, -30), (1180, 0))
        pen = np.array([[x, y + dy] for x, dy in steps], np.int32)
        cv2.polylines(grey, [pen], False, 0, 4)
    grain = grey + np.random.default_rng(3).normal(0, 8, grey.shape)
    out = io.BytesIO()
    Image.fromarray(np.clip(grain, 0, 255).astype(np.uint8)).save(out, "PDF", resolution=200)
    return out.getvalue()


@pytest.mark.parametrize("signed", [True, False])
def test_a_scan_of_the_form_is_read_by_its_template(signed: bool) -> None:
    reading = read(open_document(scanned(signed=signed), "scan.pdf"), load_catalogue())
    assert reading.kind.value == "detainer"
    found = {box.id: box.state for box in reading.checkboxes}
    assert found["final_order"] == "checked"
    assert found["pending_proceedings"] == "unchecked"
    assert found["statements"] == "checked"
    assert found.get("biometric") != "checked"
    zones = [row["zone"] for row in reading.ink_here]
    assert ("signature" in zones) is signed
    assert reading.signatory.signed is (True if signed else None)
    assert [s.name.value for s in reading.subjects] == ["SUBJECT-ONE, Example"]


LIKE = (
    ("final order of removal", "fina1 0rder of rem0val", True),
    ("pendency of ongoing removal proceedings", "pendency of ongoing rernoval proceedings", True),
    ("biometric confirmation", "Biometric confirmation of the alien's identity", True),
    ("final order of removal", "pendency of ongoing removal proceedings", False),
    ("Detain", "Detained elsewhere", True),
    ("Release", "Detain", False),
    ("", "Detain", False),
)


@pytest.mark.parametrize(("label", "seen", "same"), LIKE)
def test_labels_survive_slips_of_recognition(label: str, seen: str, same: bool) -> None:
    assert is_like(label, seen) is same


def test_every_template_of_the_catalogue_knows_its_own_labels() -> None:
    for instrument in load_catalogue().instruments:
        for template in instrument.templates:
            assert len(template.anchors) >= 4
            assert len(set(template.labels)) == len(template.labels)
