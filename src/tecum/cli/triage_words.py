"""The words of the triage page: who signed, what must be confirmed, when something is due."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from tecum.provenance import Read
from tecum.reading.result import DuePhrase, Reading, ReadSignatory
from tecum.reading.sentences import warning
from tecum.reckoning.explain import reasons
from tecum.reckoning.result import DateReading, Due, Status, Verdict
from tecum.triage import Deadline, Triage
from tecum.words import Band, Conduct, DueForm, JudgeKind, SignatoryRole

__all__ = [
    "confirmed",
    "counted_days",
    "day_said",
    "does_instead",
    "heading",
    "ordered",
    "quoted",
    "signed",
    "spoken",
    "warned",
    "when",
]

_WHO = {
    SignatoryRole.JUDGE: ("A judge or magistrate", ""),
    SignatoryRole.CLERK: ("A clerk of court", ", not a judge"),
    SignatoryRole.PROSECUTOR: ("A prosecutor", ", not a judge"),
    SignatoryRole.ATTORNEY: ("An attorney", ", not a judge"),
    SignatoryRole.AGENCY_OFFICER: ("An agency officer", ", not a judge or a clerk"),
    SignatoryRole.LEGISLATOR: ("A member of a legislative body", ", not a judge"),
    SignatoryRole.PRIVATE: ("A private person", ""),
    SignatoryRole.UNKNOWN: ("Somebody whose office is not clear", ""),
}
_NO_COURT = {
    JudgeKind.IMMIGRATION: "An immigration judge",
    JudgeKind.ADMINISTRATIVE_LAW: "An administrative law judge",
}
_CONDUCT = {
    Conduct.ANSWERS: "it answers one",
    Conduct.CONTESTS: "it contests one",
    Conduct.REPORTS: "it tells about something",
    Conduct.FORWARDS: "it passes something on. Triage what it passes on: that may be a demand",
    Conduct.TEMPLATES: "it is a blank form",
    Conduct.NONE: "",
}
_OR_ELSE = {
    Conduct.ANSWERS.value: "answer one",
    Conduct.CONTESTS.value: "contest one",
    Conduct.REPORTS.value: "tell about one",
    Conduct.FORWARDS.value: "pass one on",
    Conduct.TEMPLATES.value: "be a blank form",
    Conduct.NONE.value: "do nothing of the kind",
}
_CONFIRM = {
    "conduct": "what the document does",
    "kind": "what kind of document it is",
    "judicial": "whether a judge ordered it",
    "recipient": "whom it is addressed to",
    "due": "that it states no due date",
    "served_on": "when it was served",
    "issued_on": "when it was issued",
    "items": "what it asks for",
    "signatory": "who signed it",
}
_EARLY = frozenset({"conduct", "kind", "recipient"})
"""What alone must be confirmed of a document that makes no demand."""


def spoken(code: object) -> str:
    """A word of the contract as people say it."""
    return str(code).replace("_", " ")


def warned(code: str) -> str:
    """The sentence of a warning; a code without one stays a code."""
    try:
        return warning(code)
    except KeyError:
        return spoken(code)


def signed(signatory: ReadSignatory) -> str:
    """Who signed, in one sentence that claims no more than was seen."""
    role = signatory.role.value
    names = ", ".join(str(v.value) for v in (signatory.name, signatory.title) if v.value)
    if signatory.signed is False or role is SignatoryRole.NONE:
        return "Nobody has signed it" + (f"; its signature line names {names}." if names else ".")
    if role is None:
        return f"The paper ends with {names}; who that is, is not clear." if names else ""
    who, but = _WHO[role]
    if role is SignatoryRole.JUDGE and signatory.judge_kind in _NO_COURT:
        who, but = _NO_COURT[signatory.judge_kind], ", who is not a judge of a court"
    if signatory.signed is None:
        who = who[0].lower() + who[1:]
        return (
            f"It names {who} as signing{but}: {names or 'no name'}. "
            "Whether it was signed could not be seen."
        )
    return f"{who} signed it{but}{f': {names}' if names else ''}."


def ordered(value: Read[bool]) -> str:
    """Whether a judge ordered it."""
    if value.value is None:
        said = {
            Band.CONFLICT: "two signs contradict each other",
            Band.UNREADABLE: "that could not be read",
        }
        why = said.get(value.band, "a person must look")
        return f"Whether a judge ordered it is not established: {why}."
    return "A judge ordered it." if value.value else "No judge ordered it."


def does_instead(reading: Reading, *, brings_unread: bool = False) -> str:
    """What a document that makes no demand does; what was not read is never called none."""
    conduct = reading.conduct.value
    if reading.conduct.band is Band.UNREADABLE:
        return "Nothing in it could be read, so nothing is said on whether it is a demand."
    if brings_unread and conduct is not None:
        return (
            "No demand was found in what could be read, but not everything that came with it "
            "could be: a person must look."
        )
    if conduct is None:
        return _left_open(reading)
    if conduct is Conduct.ISSUES:
        return "What it asks is not clear enough to be called a demand: a person must look."
    if reading.conduct.band not in (Band.CERTAIN, Band.LIKELY):
        return "No demand was found in it, but that is not certain: a person must look."
    does = _CONDUCT[Conduct(conduct)]
    return f"This document makes no demand itself{f': {does}' if does else ''}."


def _left_open(reading: Reading) -> str:
    """What a document may do whose words carry no conduct, the two nearest named."""
    rival = str(reading.conduct.signals.get("rival", "")).partition(" ")[0]
    other = _OR_ELSE.get(rival, "") if "supposed" in reading.conduct.signals else ""
    if not other:
        return "What this document does is not clear: a person must look."
    return (
        f"This document may make a demand, or {other}; its words carry neither: a person must look."
    )


def confirmed(result: Triage) -> Iterator[str]:
    """What a person must confirm, each field in plain words."""
    reading = result.reading
    phrases = reading.due if reading else ()
    for name in result.confirm:
        if not (result.is_demand or result.may_be_demand) and name not in _EARLY:
            continue
        found = re.fullmatch(r"due\[(\d+)\]", name)
        at = int(found[1]) if found else -1
        if 0 <= at < len(phrases):
            phrase = phrases[at]
            said = quoted(phrase) or spoken(phrase.form)
            yield f'the due date "{said}" (for {spoken(phrase.due_for)})'
        else:
            yield _CONFIRM.get(name, spoken(name))


def quoted(phrase: DuePhrase) -> str:
    """The words of a due phrase as they follow one another on the page."""
    out = ""
    last = None
    for span in phrase.spans:
        near = last is not None and span.page == last.page and 0 <= span.start - last.end <= 2
        out += (" " if near else " … ") if out else ""
        out += " ".join(span.quote.split())
        last = span
    return out


# --- dates --------------------------------------------------------------------------------


def day_said(day: date | None) -> str:
    """A day with its weekday: ``Fri 18 Jun 2021``."""
    return f"{day:%a} {day.day} {day:%b %Y}" if day else "no date"


def when(row: Deadline, due: Due) -> str:
    """A due date as a person says it; a printed hour stays as printed."""
    day = day_said(due.day)
    if row.phrase.form is DueForm.DATE and row.reckoned and row.reckoned.clock.start == "fixed":
        hour = " ".join(filter(None, (row.phrase.time, row.phrase.tz)))
        if not hour:
            return f"{day}, end of the day"
        zone = f" {_zone(due.instant)}" if due.instant and not row.phrase.tz else ""
        return f"{day}, {hour}{zone}"
    if due.by.startswith("end of day") or due.instant is None:
        return f"{day}, {'end of the day' if due.by.startswith('end of day') else due.by}"
    return f"{day}, {due.instant:%H:%M} {_zone(due.instant)}".rstrip()


def _zone(at: datetime) -> str:
    name = at.tzname() or ""
    return name if not name or name.startswith("UTC") else f"{name} ({at:%z})"


def heading(row: Deadline) -> str:
    """What a due phrase without a date waits for."""
    return {
        Status.WAITING: "No date yet: it waits",
        Status.ARMED: "No date yet: it runs once something happens",
        Status.TOLLED: "No date now: the time stands still",
    }.get(row.status, "For a person to settle")


_MOST_SHOWN = 31


def counted_days(reading: DateReading) -> Iterator[str]:
    """The start, each counted day with its number, and what was left out and why."""
    counted = [step for step in reading.steps if step.verdict is Verdict.COUNTED and step.n]
    start = next((step for step in reading.steps if step.verdict is Verdict.START), None)
    if start is not None:
        yield f"from {_moment(start.at)}: {start.reason}"
    if counted and len(counted) <= _MOST_SHOWN:
        yield "counted " + " · ".join(f"{step.n} {_moment(step.at)}" for step in counted)
    elif counted:
        first, last = counted[0], counted[-1]
        yield f"counted {first.n} {_moment(first.at)} … {last.n} {_moment(last.at)}"
    for line in reasons(reading.steps):
        words = " ".join(line.split())
        if not re.search(r" (?:start|landed) ", f"{words} "):
            yield words


def _moment(at: date | datetime) -> str:
    day = f"{at:%a} {at.day} {at:%b}"
    return f"{day} {at:%H:%M}" if isinstance(at, datetime) else day
