"""A triage as one page of plain text, in the order in which a person acts."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

from tecum.law import Finding, explain
from tecum.provenance import Read
from tecum.reading.result import Reading
from tecum.reckoning.result import DateReading, Due
from tecum.triage import Deadline, Desk, Triage
from tecum.words import Band, Outcome, SignatoryRole

__all__ = ["page"]

GLYPHS = {
    Outcome.MUST: "■ must",
    Outcome.MAY: "□ may",
    Outcome.MUST_NOT: "⊘ must not",
    Outcome.COUNSEL: "§ counsel",
    Outcome.UNKNOWN: "? unknown",
    Outcome.SILENT: "– silent",
}
SIGNED = {
    SignatoryRole.JUDGE: "A judge or magistrate signed it",
    SignatoryRole.CLERK: "A clerk of court signed it, not a judge",
    SignatoryRole.PROSECUTOR: "A prosecutor signed it, not a judge",
    SignatoryRole.ATTORNEY: "An attorney signed it, not a judge",
    SignatoryRole.AGENCY_OFFICER: "An agency officer signed it, not a judge or a clerk",
    SignatoryRole.LEGISLATOR: "A member of a legislative body signed it, not a judge",
    SignatoryRole.PRIVATE: "A private person signed it",
    SignatoryRole.NONE: "Nobody has signed it",
    SignatoryRole.UNKNOWN: "Somebody signed it; the office is not clear",
}


def page(result: Triage, desk: Desk, *, has_profile: bool, why: bool = False) -> str:
    """The whole page.

    Args:
        has_profile: False adds what is missing without an office profile.
        why: Also explain findings that hang on missing facts.
    """
    lines = list(_head(result))
    if result.reading is not None and result.outcome.is_read:
        lines += _what(result.reading)
        if result.is_demand:
            lines += _due(result.deadlines)
            lines += _asked(result, desk, why=why)
            lines += _duties(result)
        lines += _confirm(result)
    lines += _section("WARNINGS", (_spoken(code) for code in result.warnings))
    lines += _foot(result, has_profile)
    for other in result.others:
        lines += ["", "— also in this file —", page(other, desk, has_profile=True, why=why)]
    return "\n".join(lines)


def _head(result: Triage) -> Iterator[str]:
    reading = result.reading
    yield f"{result.file}   [{_spoken(result.outcome)}]"
    if reading is None or not result.outcome.is_read:
        yield from _wrapped(result.reason)
        yield from _wrapped("This says nothing on whether it is a demand: a person must look.")
        return
    kind = reading.kind.value
    name = _spoken(kind).capitalize() if kind else "Kind not known"
    form = f", form {reading.form.value}" if reading.form.value else ""
    yield f"{name}{form}   ({_spoken(reading.kind.band)})"
    if not result.is_demand:
        does = reading.conduct.value
        yield from _wrapped(
            "This document makes no demand itself"
            + (f": it {does}." if does and does != "none" else ".")
            if does is not None
            else "What this document does is not clear: a person must look."
        )


def _what(reading: Reading) -> Iterator[str]:
    parties = " → ".join(str(v.value or "?") for v in (reading.issuer, reading.recipient))
    yield parties + (
        f"   issued {_day(reading.issued_on.value)}" if reading.issued_on.value else ""
    )
    signatory = reading.signatory
    if signatory.role.value is not None:
        who = ", ".join(str(v.value) for v in (signatory.name, signatory.title) if v.value)
        said = SIGNED[signatory.role.value] + (f": {who}" if who else "")
        yield from _wrapped(f"{said}.")
    yield from _wrapped(f"Ordered by a judge: {_truth(reading.judicial)}.")
    if reading.authorities:
        cites = " · ".join(str(row.cite.value) for row in reading.authorities)
        yield from _wrapped(f"It cites: {' '.join(cites.split())}")


def _due(deadlines: Iterable[Deadline]) -> Iterator[str]:
    yield from ("", "WHEN IT IS DUE")
    rows = tuple(deadlines)
    for row in rows:
        yield from _deadline(row)
    if not rows:
        yield "  No due date was found. A person should look before relying on that."


def _deadline(row: Deadline) -> Iterator[str]:
    words = " … ".join(" ".join(span.quote.split()) for span in row.phrase.spans)
    stated = f' — "{words}"' if words else ""
    what = f"{_spoken(row.due_for)}, by the {_spoken(row.owed_by)}{stated}"
    reckoned = row.reckoned
    if reckoned is None or not reckoned.readings:
        yield from _wrapped(f"no date yet ({row.status}): {what}")
        event = f"Waits for the date of {_spoken(reckoned.event.kind)}." if reckoned else ""
        yield from _wrapped(row.note or event, 4)
        return
    for at, reading in enumerate(reckoned.by_date):
        said = f"also {reading.name}: {reading.differs_by}" if at else what
        yield from _wrapped(f"{_when(reading.due)}   {said}")
        yield from _counting(reading)
    for note in (*reckoned.warnings, *([row.note] if row.note else [])):
        yield from _wrapped(note, 4)


def _counting(reading: DateReading) -> Iterator[str]:
    counted = [step for step in reading.steps if step.n is not None]
    if counted:
        yield f"    counted {counted[0].n} … {counted[-1].n}, from {_iso(reading.steps[0].at)}"
    for step in reading.steps:
        if step.n is None and step.verdict not in ("start", "landed"):
            cite = f"  [{step.cite}]" if step.cite else ""
            yield from _wrapped(f"{_iso(step.at)} {step.verdict}: {step.reason}{cite}", 4)


def _asked(result: Triage, desk: Desk, *, why: bool) -> Iterator[str]:
    yield from ("", "WHAT IT ASKS, AND WHAT THE RULES SAY")
    items = result.reading.items if result.reading else ()
    if not items:
        yield "  No item was found. A person should look before relying on that."
    for item in items:
        yield from _wrapped(f"{item.label}  {' '.join((item.text.value or '').split())}")
        yield f"     {_spoken(item.category)}"
        rows = [row.finding for row in result.findings if row.label == item.label]
        if not rows:
            yield "     – no action of the loaded rules covers this; counsel decides"
        for finding in rows:
            yield f"     {GLYPHS[finding.outcome]:<11} {_spoken(finding.action)}{_between(finding)}"
    for question in result.questions[:5]:
        for text in question.get("questions") or [question["question"]]:
            yield from _wrapped(f"ask: {text}")
    yield from _explained(result, desk, why=why)


def _between(finding: Finding) -> str:
    if finding.outcome is not Outcome.UNKNOWN:
        return ""
    return f": {' or '.join(_spoken(word) for word in finding.possible)}"


def _explained(result: Triage, desk: Desk, *, why: bool) -> Iterator[str]:
    """One explanation an action; what hangs on missing facts only when asked for."""
    quiet = {Outcome.SILENT} if why else {Outcome.SILENT, Outcome.UNKNOWN}
    shown: set[str] = set()
    left = False
    for row in result.findings:
        finding = row.finding
        left = left or finding.outcome is Outcome.UNKNOWN
        if finding.action in shown or finding.outcome in quiet:
            continue
        shown.add(finding.action)
        yield from ("", textwrap.indent(explain(finding, desk.packs).rstrip(), "  "))
    if left and not why:
        yield "  (--why shows each rule that may be live)"


def _duties(result: Triage) -> Iterator[str]:
    said = [f"{row['do']} ({row['who']}; {row['id']})" for row in result.duties if row["arises"]]
    open_ = [f"{row['do']} ({row['id']})" for row in result.duties if row["arises"] is None]
    yield from _section("DUTIES THAT ARISE", said)
    yield from _section("DUTIES THAT MAY ARISE, ON FACTS THAT ARE MISSING", open_)


def _confirm(result: Triage) -> Iterator[str]:
    fields = ", ".join(_spoken(name) for name in result.confirm)
    yield from _section("A PERSON MUST CONFIRM", [fields] if fields else [])


def _foot(result: Triage, has_profile: bool) -> Iterator[str]:
    yield ""
    if not has_profile:
        yield from _wrapped(
            "No office profile was given (--office): the recipient's class is unknown to the "
            "rules, and hours are shown in UTC.",
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


def _truth(value: Read[bool]) -> str:
    if value.value is None:
        said = {Band.CONFLICT: "two signs contradict each other", Band.UNREADABLE: "unreadable"}
        return f"not established ({said.get(value.band, 'a person must look')})"
    return "yes" if value.value else "no"


def _when(due: Due) -> str:
    if due.instant is not None:
        return f"{due.instant:%a %d %b %Y, %H:%M} {due.instant.tzname() or ''}".rstrip()
    return f"{due.day:%a %d %b %Y}" if due.day else "no date"


def _day(text: str | None) -> str:
    return f"{date.fromisoformat(text):%a %d %b %Y}" if text else "?"


def _iso(at: object) -> str:
    return str(at)[:16]


def _spoken(code: object) -> str:
    return str(code).replace("_", " ")


def _wrapped(text: str, indent: int = 2) -> list[str]:
    width = max(60, min(100, shutil.get_terminal_size((100, 24)).columns))
    pad = " " * indent
    return textwrap.wrap(
        text, width, initial_indent=pad, subsequent_indent=pad + "  ", break_long_words=False
    )
