"""``docs/reference/accuracy.md``: the measured precision per field, band and channel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tecum.evaluation.job import Evaluation
from tecum.evaluation.report import figure, interval, table
from tecum.evaluation.tally import FEW

__all__ = ["accuracy_page"]

_BANDS = ("certain", "likely", "unsure", "no band")


def accuracy_page(found: Evaluation, on: date) -> str:
    """The page that each release publishes: precision with counts, and what it does not say."""
    lines = [
        "# How often the reader is right",
        "",
        *_head(found, on),
        "## Precision by field and band",
        "",
        *_by_band(found),
        "## Precision by field, band and channel",
        "",
        *_by_channel(found),
        "## What must not go wrong",
        "",
        *_safety(found),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _head(found: Evaluation, on: date) -> Iterator[str]:
    counts = found.sheet.counts
    engines = found.reader.get("engines") or {}
    told = ", ".join(f"{name} {said}" for name, said in sorted(engines.items()))
    yield (
        f"Measured on {on.isoformat()} with reader {found.reader.get('version', 'unknown')}, "
        f"catalogue `{str(found.reader.get('catalogue_sha256', ''))[:16]}`"
        + (f" ({told})" if told else "")
        + f", on the corpus `{found.folder}`: {found.sheet.documents} documents, "
        f"{counts['demands']} of them demands. Written by `tecum evaluate --accuracy`."
    )
    yield ""
    yield (
        "**What the figures mean.** *Precision*: of the values that the reader gave at a band, "
        "how many the truth of the document bears out. The interval is that of Wilson at 95 %. "
        f"Under {FEW} answers a percentage says nothing, so only the counts stand there. A field "
        "that the reader left open (absent, unreadable, conflict) counts neither way here."
    )
    yield ""
    yield (
        "**What they do not mean.** They are measured on the documents of this corpus and no "
        "others. Where it is development data, the rules were written with these documents at "
        "hand, and figures on other post will be lower; made-up documents say how the reader "
        "does on documents of that design. A band is no probability for the paper on your desk. "
        "An office should run `tecum evaluate` on its own closed files before it relies on any "
        "of this, and a person confirms every value in any case."
    )
    yield ""


def _by_band(found: Evaluation) -> Iterator[str]:
    joined: dict[tuple[str, str], list[int]] = {}
    for (name, band, _), tally in found.sheet.by_band_and_channel.items():
        row = joined.setdefault((name, band), [0, 0])
        row[0] += tally.right
        row[1] += tally.right + tally.wrong
    rows = [
        (name, band, figure(right, of), interval(right, of))
        for (name, band), (right, of) in sorted(joined.items(), key=lambda r: _order(*r[0]))
    ]
    yield from table(("field", "band", "right of given", "95 % interval"), rows)


def _by_channel(found: Evaluation) -> Iterator[str]:
    counts = sorted(found.sheet.by_band_and_channel.items(), key=lambda r: _order(*r[0]))
    channels = sorted({channel for (_, _, channel), _ in counts})
    cells: dict[tuple[str, str], dict[str, str]] = {}
    for (name, band, channel), tally in counts:
        told = figure(tally.right, tally.right + tally.wrong)
        cells.setdefault((name, band), {})[channel] = told
    rows = [
        (name, band, *(by.get(channel, "–") for channel in channels))
        for (name, band), by in cells.items()
    ]
    yield from table(("field", "band", *channels), rows)


def _order(name: str, band: str, channel: str = "") -> tuple[str, int, str]:
    return name, _BANDS.index(band) if band in _BANDS else len(_BANDS), channel


def _safety(found: Evaluation) -> Iterator[str]:
    wanted = (
        "false demand rate", "missed demand rate", "judicial wrong", "late-deadline rate",
        "late-deadline rate (scorer)", "due invented",
    )  # fmt: skip
    rows = [(m.name, figure(m.hits, m.of), m.means) for m in found.measures if m.name in wanted]
    yield from table(("measure", "counted", "what it counts"), rows)
