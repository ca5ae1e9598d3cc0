"""Names typed into the cells of forms, under labels in smaller print; lines have places here."""

from __future__ import annotations

from tecum.instruments.catalogue import load_catalogue
from tecum.provenance import Page, Sha256, Source
from tecum.reading.read import read
from tecum.reading.result import Reading
from tecum.reading.text.layout import Line, Opened, Part, Text
from tecum.words import IntakeOutcome, TextFrom

_SMALL, _TYPED = 7.0, 10.0


def read_form(*rows: tuple[float, float, float, str]) -> Reading:
    """The Reading of a page of lines: left edge, upper edge, size, words."""
    content = "\n".join(text for *_, text in rows)
    lines: list[Line] = []
    at = 0
    for block, (left, top, size, text) in enumerate(rows):
        box = (left, top - size, left + 0.5 * size * len(text), top)
        lines.append(Line(1, at, at + len(text), text, size=size, box=box, block=block))
        at += len(text) + 1
    page = Page(1, 612.0, 792.0, 0, TextFrom.NATIVE, content)
    source = Source(Sha256("0" * 64), "application/pdf", len(content))
    part = Part(source, (), None, IntakeOutcome.READ, "", Text((page,), tuple(lines)), (), ())
    opened = Opened(source.sha256, source.media_type, source.bytes, part.outcome, "", (part,))
    return read(opened, load_catalogue())


def test_a_requester_names_himself_on_the_form_of_the_body_that_he_asks() -> None:
    reading = read_form(
        (200, 720, 12, "TOWNSHIP OF EXAMPLE LAKES"),
        (180, 700, 12, "FOIA REQUEST FOR PUBLIC RECORDS"),
        (60, 670, _SMALL, "Name"),
        (60, 662, _TYPED, "Lee Example"),
        (300, 670, _SMALL, "Phone"),
        (300, 662, _TYPED, "555-0165"),
        (60, 640, _SMALL, "Company (if applicable)"),
        (60, 632, _TYPED, "Example Roundtable"),
        (60, 600, _TYPED, "To: FOIA Coordinator, Township of Example Lakes"),
        (60, 580, _TYPED, "Describe the public records as specifically as possible:"),
        (
            60,
            560,
            _TYPED,
            "a) the contract with the company that mows the park, and the bids of 2023",
        ),
    )
    assert reading.issuer.value == "Lee Example"
    assert "Example Lakes" in str(reading.recipient.value)


def certificate(*authorities: tuple[float, str, str]) -> Reading:
    """A European certificate with these cells in its section A."""
    cells = [
        row
        for left, label, value in authorities
        for row in ((left, 640.0, _SMALL, label), (left, 632.0, _TYPED, value))
    ]
    return read_form(
        (100, 720, 12, "EUROPEAN PRODUCTION ORDER CERTIFICATE (EPOC)"),
        (60, 690, _TYPED, "Under Regulation (EU) 2023/1543 the addressee must transmit the data."),
        (60, 660, _TYPED, "SECTION A: Issuing authority"),
        *cells,
        (60, 600, _TYPED, "SECTION B: Addressee"),
        (60, 585, _SMALL, "Addressee"),
        (60, 577, _TYPED, "Example Cloud Ireland Ltd, legal representative"),
        (60, 550, _TYPED, "SECTION C: within 10 days of receipt of the EPOC"),
        (60, 520, _TYPED, "SECTION F: subscriber data"),
    )


def test_the_label_beside_it_is_no_authority() -> None:
    reading = certificate((60, "Issuing authority", "Staatsanwaltschaft Example"))
    assert reading.issuer.value == "Staatsanwaltschaft Example"


def test_the_authority_that_validates_gives_a_certificate_its_force() -> None:
    reading = certificate(
        (60, "Issuing authority", "Staatsanwaltschaft Example"),
        (330, "Validating authority", "Landgericht Example"),
    )
    assert reading.issuer.value == "Landgericht Example"
    assert reading.issuer_class.value == "court"


def test_a_part_takes_the_body_from_the_cell_of_its_name() -> None:
    reading = read_form(
        (60, 720, _SMALL, "DEPARTMENT OF HOMELAND SECURITY"),
        (200, 705, _TYPED, "ORDER TO DETAIN OR RELEASE ALIEN"),
        (60, 680, _TYPED, "TO (Name/Title of Person in Charge): Jail Administrator"),
        (320, 668, _SMALL, "(Name of Facility)"),
        (320, 660, _TYPED, "Example County Jail"),
        (60, 640, _TYPED, "Please DETAIN the alien named above."),
        (60, 600, _TYPED, "Officer A"),
        (60, 588, _TYPED, "Deportation Officer"),
        (60, 560, _SMALL, "Form I-203"),
    )
    assert reading.recipient.value == "Jail Administrator, Example County Jail"


def test_process_signed_in_the_cells_of_clerk_and_attorney_is_no_judges() -> None:
    rows = [
        (60, 720, 12, "CIRCUIT COURT FOR EXAMPLE COUNTY"),
        (60, 704, 12, "SUBPOENA DUCES TECUM"),
        (320, 704, _TYPED, "Case No. CC-2024-CV-118"),
        (60, 680, _TYPED, "A, Plaintiff, vs. B, Defendant"),
        (60, 660, _TYPED, "TO: Example County Emergency District"),
        (
            60,
            640,
            _TYPED,
            "You are hereby commanded to produce the tapes of May 3 by May 10, 2024.",
        ),
        (60, 620, _SMALL, "ATTORNEY'S SIGNATURE"),
        (60, 612, _TYPED, "/s/ Lee Example"),
        (320, 620, _SMALL, "Circuit Court Clerk"),
        (320, 612, _TYPED, "Sal Sample"),
        *((60, 580 - 14 * n, _TYPED, "A person served may object in writing.") for n in range(18)),
    ]
    assert read_form(*rows).judicial.value is False
    judge = [*rows, (60, 300, _TYPED, "Judge")]
    assert read_form(*judge).judicial.value is None
