"""The figures of READING 16, each with its counts; beside the scorer's where the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tecum.evaluation.gather import Proof
from tecum.evaluation.goals import Measure
from tecum.evaluation.sheet import Sheet
from tecum.evaluation.tally import Tally, f1, share

__all__ = ["NAMES", "measures"]


def measures(sheet: Sheet, proofs: Iterable[Proof] = ()) -> tuple[Measure, ...]:
    """Every measure by name, in the order of the report."""
    return (
        *_what_it_is(sheet),
        *_deadlines(sheet),
        *_lists(sheet),
        *_proof(sheet, list(proofs)),
        *_band_precision(sheet),
    )


def _right(sheet: Sheet, field: str) -> Tally:
    return sheet.fields.get(field) or Tally()


def _field(sheet: Sheet, field: str, said: str) -> Measure:
    tally = _right(sheet, field)
    return Measure(f"{field} right", tally.right, tally.wanted, said)


def _what_it_is(sheet: Sheet) -> Sequence[Measure]:
    counts, judicial = sheet.counts, _right(sheet, "judicial")
    wrong = judicial.wrong + judicial.spurious
    said_absent = "demands taken for something else"
    return (
        _field(sheet, "conduct", "conduct as the truth has it"),
        _field(sheet, "kind", "kind as the truth has it"),
        _field(sheet, "kind (demands)", "the same, demands alone"),
        _field(sheet, "kind (others)", "the same, all others"),
        Measure(
            "false demand rate", counts["false demand"], counts["others"],
            "non-demands read as demands",
        ),
        Measure(
            "missed demand rate", sheet.measures["missed demand, certain or likely"],
            counts["demands"], f"{said_absent}, at band certain or likely",
        ),
        Measure(
            "missed demand rate (scorer)", counts["missed demand"], counts["demands"],
            f"{said_absent}, at any band: the independent scorer's figure",
        ),
        _field(sheet, "judicial", "whether a judge ordered it"),
        Measure(
            "judicial wrong", wrong, judicial.wanted + judicial.spurious + judicial.quiet,
            "a judge's order claimed without one, or not seen",
        ),
        _field(sheet, "issuer", "issuer's name"),
        _field(sheet, "recipient", "recipient's name"),
        _field(sheet, "issued_on", "date of issue"),
        _field(sheet, "signatory_role", "role of who signed"),
    )  # fmt: skip


def _deadlines(sheet: Sheet) -> Sequence[Measure]:
    counts, own, due = sheet.counts, sheet.measures, _right(sheet, "due")
    wanted = own["due wanted"]
    return (
        Measure(
            "due phrase exact", own["due exact"], wanted,
            "amount, unit, counting, direction, trigger, date, time, zone, purpose, debtor",
        ),
        Measure(
            "due phrase exact but for purpose", own["due exact but for purpose"], wanted,
            "the same without purpose and debtor",
        ),
        Measure(
            "due right (scorer)", due.right, due.wanted,
            "form, date or length and direction: the independent scorer's figure",
        ),
        Measure("due invented", due.spurious, due.answered, "phrases read as due that are none"),
        Measure(
            "late-deadline rate", own["late by RECKON"], counts["docs with due"],
            "both phrases counted by RECKON: demands whose deadline comes out later",
        ),
        Measure(
            "late-deadline rate (scorer)", counts["late"], counts["docs with due"],
            "compared by length and trigger, nothing counted: the independent scorer's figure",
        ),
    )  # fmt: skip


def _lists(sheet: Sheet) -> Sequence[Measure]:
    items, own, cites = sheet.items, sheet.measures, sheet.authorities
    near = own["item starts within 3 words"] + own["item ends within 3 words"]
    hits = items["start hit"] + items["end hit"]
    wanted, got = 2 * items["wanted"], 2 * items["got"]
    section = _right(sheet, "authorities (section)")
    category = _right(sheet, "item category")
    read, exact = own["authorities read"], cites["exact hit"]
    return (
        Measure(
            "items, boundary F1", near, wanted, "start and end within three words",
            f1(share(near, got), share(near, wanted)),
        ),
        Measure(
            "items, boundary F1 (scorer)", hits, wanted,
            "first five and last four words alike: the independent scorer's figure",
            f1(share(hits, got), share(hits, wanted)),
        ),
        Measure("item lists exact", items["lists exact"], items["lists"], "whole lists"),
        Measure(
            "item category right", category.right, category.wanted,
            "of items whose start is right",
        ),
        Measure(
            "authorities F1", exact, cites["exact wanted"], "ids to the last subsection",
            f1(share(exact, read), share(exact, cites["exact wanted"])),
        ),
        Measure(
            "authorities F1 (scorer)", section.right, section.wanted,
            "by section: the independent scorer's figure",
            f1(section.precision, section.recall),
        ),
    )  # fmt: skip


def _proof(sheet: Sheet, proofs: Sequence[Proof]) -> Sequence[Measure]:
    p = sheet.provenance
    quotes, boxes = sum(x.quotes for x in proofs), sum(x.boxes for x in proofs)
    return (
        Measure("values with words", p["with_span"], p["values"], "values that quote the page"),
        Measure(
            "quote exact", sum(x.exact for x in proofs), quotes,
            "quotes that are the very characters of the stored text",
        ),
        Measure(
            "box overlap", sum(x.covering for x in proofs), boxes,
            "boxes over their letters, IoU at least 0.8",
        ),
        Measure(
            "quote supports value", p["support_ok"], p["support_wanted"],
            "the quoted words bear the value: the independent scorer's figure",
        ),
    )  # fmt: skip


def _band_precision(sheet: Sheet) -> Sequence[Measure]:
    """Right among answers at each band that promises something, over all fields."""
    found = []
    for band in ("certain", "likely"):
        rows = [
            tally
            for name, tally in sheet.bands.items()
            if name.endswith(f" {band}") and not name.startswith("kind (")
        ]
        right = sum(t.right for t in rows)
        of = right + sum(t.wrong for t in rows)
        found.append(Measure(f"precision of {band}", right, of, f"answers at band {band}"))
    return found


NAMES = tuple(measure.name for measure in measures(Sheet()))
"""What a goal may name."""
