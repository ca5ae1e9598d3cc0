"""The report in Markdown: figures with their counts, and percentages only where they mean some."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tecum.evaluation.job import Evaluation
from tecum.evaluation.tally import FEW, Tally, wilson

__all__ = ["figure", "interval", "report", "table"]

_CHANNEL_COLUMNS = (
    "conduct", "kind", "judicial", "issued_on", "due", "late", "authorities (section)",
    "items (exact)",
)  # fmt: skip


def figure(hits: int, of: int, value: float | None = None) -> str:
    """A count, with its percentage where the cell holds enough documents.

    >>> figure(9, 12), figure(45, 50)
    ('9 of 12', '45 of 50 (90.0 %)')
    """
    if of < FEW:
        return f"{hits} of {of}" if of else "–"
    share = hits / of if value is None else value
    return f"{hits} of {of} ({100 * share:.1f} %)"


def interval(right: int, of: int) -> str:
    """The Wilson interval of a share, where there are enough answers."""
    bounds = wilson(right, of)
    if bounds is None or of < FEW:
        return ""
    return f"{100 * bounds[0]:.1f} – {100 * bounds[1]:.1f} %"


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """A Markdown table."""
    told = [[str(cell).replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return [*lines, *("| " + " | ".join(row) + " |" for row in told), ""]


def report(found: Evaluation) -> str:
    """The report of an evaluation as Markdown."""
    lines = [
        f"# Evaluation of {found.folder}",
        "",
        *_head(found),
        *_unknown(found),
        *_goals(found),
        *_measures(found),
        *_fields(found),
        *_bands(found),
        *_channels(found),
        *_kinds(found),
        *_baselines(found.baselines),
        *_marks(found.marks),
        *_misses(found),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _head(found: Evaluation) -> Iterator[str]:
    counts, catalogue = found.sheet.counts, str(found.reader.get("catalogue_sha256", ""))
    yield (
        f"{found.sheet.documents} documents: {counts['demands']} demands, {counts['others']} "
        f"others; {counts['failed']} without a Reading. Reader "
        f"{found.reader.get('version', 'unknown')}, catalogue {catalogue[:12]}."
    )
    yield ""
    yield (
        f"Under {FEW} in a cell only counts are given. A wrong value is counted apart from an "
        "abstention: it is the figure that matters."
    )
    yield ""


def _unknown(found: Evaluation) -> Iterator[str]:
    for key, ids in found.unknown_keys.items():
        yield f"- unknown key in the truth of {len(ids)} documents, not scored: {key}"
    for truth, gathered in zip(found.truths, found.gathered, strict=True):
        if gathered.mistake:
            yield f"- no Reading of {truth.id}: {gathered.mistake}"
    yield ""


def _goals(found: Evaluation) -> Iterator[str]:
    if not found.goals:
        return
    yield from ("## Goals", "")
    rows = []
    for met in found.goals:
        goal = met.goal
        least = goal.at_least is not None
        wanted = f"at least {goal.at_least:g}" if least else f"at most {goal.at_most:g}"
        said = "not measured" if met.holds is None else "met" if met.holds else "MISSED"
        value = "–" if met.value is None else f"{met.value:.3f}"
        rows.append((goal.measure, wanted, value, said))
    yield from table(("measure", "goal", "found", ""), rows)


def _measures(found: Evaluation) -> Iterator[str]:
    yield from ("## Measures", "")
    rows = [
        (m.name, figure(m.hits, m.of) if m.value_alone is None else _value(m.value, m.of), m.means)
        for m in found.measures
    ]
    yield from table(("measure", "found", "what it counts"), rows)


def _value(value: float | None, of: int) -> str:
    return "–" if value is None else f"{value:.3f} (over {of})"


def _tallied(name: str, tally: Tally) -> tuple[object, ...]:
    t = tally
    return (
        name, t.right, t.wrong, t.abstained, t.missing, t.spurious,
        figure(t.right, t.answered), figure(t.right, t.wanted),
    )  # fmt: skip


_TALLY_HEAD = (
    "field", "right", "wrong", "abstained", "missing", "invented", "precision", "recall",
)  # fmt: skip


def _fields(found: Evaluation) -> Iterator[str]:
    yield from ("## By field", "")
    rows = [_tallied(name, tally) for name, tally in sorted(found.sheet.fields.items())]
    yield from table(_TALLY_HEAD, rows)


def _bands(found: Evaluation) -> Iterator[str]:
    yield from ("## Precision by band", "")
    rows = []
    for name, tally in sorted(found.sheet.bands.items()):
        of = tally.right + tally.wrong
        rows.append((name, figure(tally.right, of), interval(tally.right, of)))
    yield from table(("field and band", "right of answered", "95 % interval"), rows)


def _channels(found: Evaluation) -> Iterator[str]:
    yield from ("## By channel", "", "Right of wanted; wrong or invented behind w.", "")
    rows = []
    for channel, tallies in sorted(found.sheet.channels.items()):
        row: list[object] = [channel, found.sheet.counts[f"docs {channel}"]]
        for column in _CHANNEL_COLUMNS:
            row.append(_cell(column, tallies.get(column)))
        rows.append(row)
    yield from table(("channel", "documents", *_CHANNEL_COLUMNS), rows)


def _cell(column: str, tally: Tally | None) -> str:
    if tally is None or not tally.wanted:
        return "–"
    if column == "late":
        return f"{tally.wrong} of {tally.wanted}"
    wrong = tally.wrong + tally.spurious
    return f"{tally.right}/{tally.wanted}" + (f" w{wrong}" if wrong else "")


def _kinds(found: Evaluation) -> Iterator[str]:
    yield from ("## By kind, and by families seen or not", "")
    rows = [_tallied(name, tally) for name, tally in sorted(found.sheet.families.items())]
    rows += [_tallied(f"conduct, families {k}", t) for k, t in sorted(found.by_family().items())]
    yield from table(_TALLY_HEAD, rows)
    for name, pairs in found.sheet.confusion.items():
        for (true, read), n in sorted(pairs.items()):
            yield f"- {name}: {true} read as {read} ({n})"
    yield ""


def _baselines(found: Mapping[str, Any] | None) -> Iterator[str]:
    if found is None:
        return
    yield from ("## What simpler means reach", "", f"Trained {found['trained']}.", "")
    rows = []
    for field in ("conduct", "kind"):
        for name, row in found[field].items():
            false = figure(row["false demands"], row["others"]) if "others" in row else ""
            rows.append((field, name, figure(row["right"], row["of"]), false))
    yield from table(("field", "baseline", "right", "false demands"), rows)


def _marks(found: Sequence[Mapping[str, Any]] | None) -> Iterator[str]:
    if found is None:
        return
    yield from ("## Marks of the catalogue", "")
    told = {verdict: sum(r["verdict"] == verdict for r in found) for verdict in _VERDICTS}
    yield ", ".join(f"{n} {verdict}" for verdict, n in told.items()) + "."
    yield ""
    rows = [
        (r["instrument"], r["mark"], r["weight"], r["right"], r["wrong"], r["verdict"])
        for verdict in _VERDICTS
        for r in found
        if r["verdict"] == verdict and verdict != "untried"
    ]
    head = ("instrument", "mark", "weight", "on its kind", "on others", "")
    yield from table(head, rows)


_VERDICTS = ("harmful", "dead", "works", "untried")


def _misses(found: Evaluation) -> Iterator[str]:
    yield from ("## Misses", "")
    rows = [(m.id, m.field, m.outcome.value, m.truth, m.read) for m in found.sheet.misses]
    yield from table(("document", "field", "", "truth", "read"), rows)
