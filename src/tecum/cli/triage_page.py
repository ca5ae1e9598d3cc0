"""A triage as one page of plain text, in the order in which a person acts."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from tecum.cli.terminal import shown
from tecum.cli.triage_words import (
    confirmed,
    counted_days,
    day_said,
    does_instead,
    heading,
    ordered,
    quoted,
    signed,
    spoken,
    warned,
    when,
)
from tecum.law import Finding, explain
from tecum.reading.result import Reading
from tecum.triage import Deadline, Desk, Triage
from tecum.words import Outcome

__all__ = ["page"]

GLYPHS = {
    Outcome.MUST: "■ must",
    Outcome.MAY: "□ may",
    Outcome.MUST_NOT: "⊘ must not",
    Outcome.COUNSEL: "§ counsel",
    Outcome.UNKNOWN: "? unknown",
    Outcome.SILENT: "– silent",
}
_DAY = re.compile(r"\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(?P<day>\d{4}-\d\d-\d\d)\b")
_COLUMN = re.compile(r" {3,}")
MOST_QUESTIONS = 5
MOST_UNREAD = 8


def page(result: Triage, desk: Desk, *, why: bool = False) -> str:
    """The whole page for one file, with every document in it.

    Args:
        why: Also explain findings that hang on missing facts.
    """
    lines = [f"{result.file}   [{spoken(result.outcome)}]", *_document(result, desk, why=why)]
    for n, other in enumerate(result.others, 2):
        lines += ["", f"ALSO IN THIS FILE: DOCUMENT {n} OF {len(result.others) + 1}"]
        lines += _document(other, desk, why=why)
    lines += _section("COULD NOT BE READ: A PERSON MUST LOOK", _unread(result))
    lines += _section("WARNINGS", (warned(code) for code in _warnings(result)))
    return shown("\n".join([*lines, *_foot(result, desk)]))


def _unread(result: Triage) -> Iterator[str]:
    for row in result.unread[:MOST_UNREAD]:
        yield f"{row.name or 'a part without a name'} [{spoken(row.outcome)}]: {row.reason}"
    if len(result.unread) > MOST_UNREAD:
        yield f"and {len(result.unread) - MOST_UNREAD} more (--json lists them all)"


def _warnings(result: Triage) -> tuple[str, ...]:
    every = (*result.warnings, *(code for other in result.others for code in other.warnings))
    return tuple(dict.fromkeys(every))


def _document(result: Triage, desk: Desk, *, why: bool) -> Iterator[str]:
    reading = result.reading
    if reading is None or not result.outcome.is_read:
        yield from _wrapped(result.reason)
        yield from _wrapped(
            f"The file is whole as it came: {reading.source.bytes} bytes, "
            f"SHA-256 {reading.source.sha256[:16]}…"
            if reading
            else ""
        )
        yield from _wrapped("This says nothing on whether it is a demand: a person must look.")
        return
    yield from _what(reading, result)
    if result.is_demand:
        yield from _due(result, desk)
        yield from _asked(result, desk, why=why)
        yield from _duties(result, desk)
    elif result.may_be_demand:
        yield from _if_demand(result, reading, desk)
    yield from _section("A PERSON MUST CONFIRM", (" · ".join(confirmed(result)),))


def _if_demand(result: Triage, reading: Reading, desk: Desk) -> Iterator[str]:
    """What a paper would ask and by when, of which a person says first whether it demands."""
    yield from ("", "IF IT IS A DEMAND")
    yield from _due(result, desk)
    yield from ("", "WHAT IT WOULD ASK")
    if not reading.items:
        yield from _wrapped("No item was found. A person should look before relying on that.")
    for item in reading.items:
        yield from _wrapped(f"{item.label}  {' '.join((item.text.value or '').split())}")


def _what(reading: Reading, result: Triage) -> Iterator[str]:
    kind = reading.kind.value
    name = spoken(kind).capitalize() if kind else "Kind not known"
    form = f", form {reading.form.value}" if reading.form.value else ""
    yield f"{name}{form}   ({spoken(reading.kind.band)})"
    if not result.is_demand:
        yield from _wrapped(does_instead(reading, brings_unread=bool(result.unread)))
    issued = reading.issued_on.value
    for label, value in (
        ("from", reading.issuer.value),
        ("to", reading.recipient.value),
        ("issued", day_said(date.fromisoformat(issued)) if issued else None),
    ):
        if value or result.is_demand:
            yield from _wrapped(f"{label:<7}{' '.join((value or 'not found').split())}", hang=9)
    yield from _wrapped(signed(reading.signatory))
    if result.is_demand:
        yield from _wrapped(ordered(reading.judicial))
    cites = " · ".join(" ".join((row.cite.value or "").split()) for row in reading.authorities)
    yield from _wrapped(f"It cites: {cites}" if cites else "")


def _due(result: Triage, desk: Desk) -> Iterator[str]:
    yield from ("", "WHEN IT IS DUE")
    for row in result.deadlines:
        yield from _deadline(row, result.known_on)
        clock = row.reckoned.clock.id if row.reckoned and row.reckoned.readings else ""
        if not _is_reviewed(clock, desk):
            yield from _wrapped("Nobody has reviewed the rule that counts it.", 4)
    if not result.deadlines:
        yield from _wrapped("No due date was found. A person should look before relying on that.")


def _is_reviewed(clock: str, desk: Desk) -> bool:
    """Whether every text of a clock was reviewed; what the paper itself says needs no review."""
    packs = {pack.id: pack for pack in desk.packs.packs}
    blocks = (block for block in desk.packs.clocks if block.id == clock)
    return all(packs[block.pack].is_reviewed(block) for block in blocks)


def _deadline(row: Deadline, today: date) -> Iterator[str]:
    words = quoted(row.phrase)
    stated = f' — "{words}"' if words else ""
    owed = f"by the {spoken(row.owed_by)}" if row.owed_by != "unknown" else "by whom is not said"
    what = f"{spoken(row.due_for)}, {owed}{stated}"
    reckoned = row.reckoned
    if reckoned is None or not reckoned.readings:
        yield from _wrapped(f"{heading(row)}   {what}")
        notes = reckoned.notes if reckoned else ()
    else:
        for at, reading in enumerate(reckoned.by_date):
            said = f"also, read another way: {reading.name}" if at else what
            past = " (this day has passed)" if (reading.due.day or today) < today else ""
            yield from _wrapped(f"{when(row, reading.due)}{past}   {said}")
            for line in counted_days(reading):
                yield from _wrapped(line, 4)
        notes = reckoned.warnings
    for note in (*notes, *([row.note] if row.note else [])):
        said = _with_days(f"{note[0].upper()}{note[1:]}{'' if note[-1] in '.!?' else '.'}")
        yield from _wrapped(said, 4)


def _asked(result: Triage, desk: Desk, *, why: bool) -> Iterator[str]:
    yield from ("", "WHAT IT ASKS, AND WHAT THE RULES SAY")
    items = result.reading.items if result.reading else ()
    if not items:
        yield from _wrapped("No item was found. A person should look before relying on that.")
    for item in items:
        yield from _wrapped(f"{item.label}  {' '.join((item.text.value or '').split())}")
        yield f"     {spoken(item.category)}"
        rows = [row.finding for row in result.findings if row.label == item.label]
        if not rows:
            yield "     – no action of the loaded rules covers this; counsel decides"
        for finding in rows:
            yield from _wrapped(
                f"{GLYPHS[finding.outcome]:<11} {spoken(finding.action)}{_between(finding)}"
                f"{' (rests on a text to be confirmed)' if finding.rests_on_unconfirmed else ''}",
                5,
            )
    if any(row.finding.outcome is Outcome.SILENT for row in result.findings):
        means = spoken(desk.office.silent_means)
        yield from _wrapped(
            f"– silent: no loaded rule speaks; that is no permission. This goes to: {means}."
        )
    yield from _questions(result)
    yield from _explained(result, desk, why=why)


def _questions(result: Triage) -> Iterator[str]:
    texts = [
        text
        for question in result.questions
        for text in (question.get("questions") or [question["question"]])
    ]
    for text in list(dict.fromkeys(texts))[:MOST_QUESTIONS]:
        yield from _wrapped(f"ask: {text}")


def _between(finding: Finding) -> str:
    if finding.outcome is not Outcome.UNKNOWN:
        return ""
    return f": {' or '.join(spoken(word) for word in finding.possible)}"


def _explained(result: Triage, desk: Desk, *, why: bool) -> Iterator[str]:
    """One explanation an action; what hangs on missing facts only when asked for."""
    quiet = {Outcome.SILENT} if why else {Outcome.SILENT, Outcome.UNKNOWN}
    told: set[tuple[str, Outcome]] = set()
    left = False
    for row in result.findings:
        finding = row.finding
        left = left or finding.outcome is Outcome.UNKNOWN
        if (finding.action, finding.outcome) in told or finding.outcome in quiet:
            continue
        told.add((finding.action, finding.outcome))
        yield ""
        for line in explain(finding, desk.packs).rstrip().splitlines():
            yield from _narrowed(f"  {line}")
    if left and not why:
        yield "  (--why shows each rule that may be live)"


def _duties(result: Triage, desk: Desk) -> Iterator[str]:
    said = [
        f"{row['do']} ({row['who']}; {row['id']}){_by(row, desk)}"
        for row in result.duties
        if row["arises"]
    ]
    open_ = [f"{row['do']} ({row['id']})" for row in result.duties if row["arises"] is None]
    yield from _section("DUTIES THAT ARISE", said)
    yield from _section("DUTIES THAT MAY ARISE, ON FACTS THAT ARE MISSING", open_)


def _by(row: Mapping[str, Any], desk: Desk) -> str:
    """By when a duty is due, where its law sets a time; and what keeps that from being certain."""
    found = row["reckoned"]
    if found is None:
        return ""
    if found["safe"] is None:
        return f"; {' '.join(found['notes'])}"
    dates = " or ".join(dict.fromkeys(_when(one["due"]) for one in found["readings"]))
    doubted = "" if _is_reviewed(row["clock"], desk) else "; nobody has reviewed the rule"
    unsure = "; its source is to be confirmed" if row["rests_on_unconfirmed"] else ""
    return f": by {dates}{doubted}{unsure}"


def _when(due: Mapping[str, Any]) -> str:
    """A date of a duty: its day, or its instant where hours were counted."""
    if due["instant"] is None or due["by"].startswith("end of day"):
        return str(due["day"])
    at = datetime.fromisoformat(due["instant"])
    return f"{at:%Y-%m-%d %H:%M %z}"


def _foot(result: Triage, desk: Desk) -> Iterator[str]:
    yield ""
    if any(one.is_demand for one in (result, *result.others)):
        if not desk.has_profile:
            yield from _wrapped(
                "No office profile was given (--office): the recipient's class is unknown to "
                "the rules, and hours are as the paper prints them.",
                0,
            )
        packs = " · ".join(
            f"{row['id']}{'' if row['review'] == 'reviewed' else ' (worked example, not reviewed)'}"
            for row in result.packs
        )
        yield from _wrapped(f"Rules judged on {result.on}, known on {result.known_on}: {packs}", 0)
    yield "Not legal advice. It decides nothing; a person does."


def _section(title: str, rows: Iterable[str]) -> list[str]:
    found = [line for row in rows for line in _wrapped(row)]
    return ["", title, *found] if found else []


def _with_days(text: str) -> str:
    """A sentence of the reckoning with its days as the rest of the page says them."""

    def said(found: re.Match[str]) -> str:
        try:
            return day_said(date.fromisoformat(found["day"]))
        except ValueError:
            return found.group()

    return _DAY.sub(said, text)


def _narrowed(line: str) -> list[str]:
    """A line of an explanation in the width of the page; where it fits, its columns stay."""
    if len(line) <= _width():
        return [line]
    said = line.lstrip()
    at = len(line) - len(said)
    return _wrapped(_COLUMN.sub("  ", said), at, at + 4)


def _width() -> int:
    return max(60, min(100, shutil.get_terminal_size((100, 24)).columns))


def _wrapped(text: str, indent: int = 2, hang: int | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        _width(),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2 if hang is None else hang),
        break_long_words=False,
    )
