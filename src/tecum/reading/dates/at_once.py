"""Duties owed at once, upon an event, or at no stated time.

Authority: READING 11 (``instanter``, ``event``, ``none``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tecum.instruments.sought import find_all
from tecum.reading.dates.duties import duty_of
from tecum.reading.text.matching import Unit, spaced, unit_at
from tecum.words import DueFor, DueForm, Kind

__all__ = ["EventCandidate", "event_candidates"]


@dataclass(frozen=True, slots=True)
class EventCandidate:
    """A duty without date or period: characters ``start`` up to ``end`` of the text."""

    start: int
    end: int
    form: DueForm
    due_for: DueFor
    cue: str | None
    trigger: str | None = None
    direction: str | None = None
    text: str | None = None


_AT_ONCE = spaced(
    r"(?<![a-z])(?P<term>instanter|forthwith)|(?<![a-z])(?P<soft>immediately(?!\s(?:after|before"
    r"|following|preceding|upon|prior|above|below|adjacent|available))"
    r"|without\s(?:any\s)?(?:unnecessary\s|further\s|undue\s)?delay|at\sonce(?!\s\w{1,8}ed)"
    r"|al\sinstante|de\sinmediato|inmediatamente|sin\s(?:demora|dilacion))(?![a-z])"
)
_SOON = spaced(
    r"(?<![a-z])(?:promptly|as\s(?:soon|early|promptly|quickly)\sas\s(?:practicable|possible"
    r"|you\s(?:can|are\sable)|it\scan|reasonably\spossible)|at\syour\searliest\s(?:convenience|opportunity)"
    r"|(?:within\s)?a\sreasonable\s(?:time|period)|a\sla\sbrevedad(?:\sposible)?"
    r"|lo\santes\sposible|cuanto\santes)(?![a-z])"
)
_UPON_RELEASE = spaced(
    r"(?<![a-z])(?P<when>upon|at\sthe\stime\sof|immediately\supon|prior\sto|before"
    r"|in\sadvance\sof|at|when|antes\sde|al\smomento\sde)\s{1,3}"
    r"(?:(?:the|his|her|their|its|any|said|la|su)\s{1,3}|(?:person|subject|alien|individual"
    r"|inmate|noncitizen|detainee)(?:'s)?\s){0,3}(?P<event>(?:physical\s|actual\s|scheduled\s"
    r"|anticipated\s)?release|excarcelacion|liberacion"
    r"|(?:(?:he|she|they|him|her)\s|(?:(?!(?:before|prior|upon|when|until|if)\s)[\w.'-]{1,16}\s){1,5}?)"
    r"(?:is|are|being|be)\s(?:let\sgo|released|freed|discharged)|leaving\s(?:your\s)?custody|(?:you\s)?releas(?:e|ing)\s(?:him|her|them|(?:the|this|that|any)\s\w{4,12}|subject)"
    r"|(?:(?:he|she|they)\s"
    r"|(?:(?!(?:before|prior|upon|when|until|if)\s)[\w.',-]{1,16}\s){1,6}?)(?:walks?\sout|gets?\sout|goes\s(?:free|home)"
    r"|leaves?\s(?:the\s|your\s)?(?:jail|facility|custody|building)|(?:bonds?|bails?)\sout"
    r"|posts?\s(?:bond|bail)|makes?\s(?:bond|bail)|(?:is|are)\s(?:free\sto\s(?:go|leave)"
    r"|let\sout|turned\sloose)))"
)
_CONDITION = spaced(r"(?:\bif\b|in\s(?:the\s)?(?:event|case)\b|\bshould\byou|unless|en\scaso\sde)")
_DEMANDED = frozenset({DueFor.RESPONSE, DueFor.PRODUCTION, DueFor.TESTIMONY, DueFor.NOTIFICATION})
_COMMANDING = spaced(
    r"(?:you\s(?:are|must|shall)|(?:can|could|would|will)\s(?:you|your\s\w{3,12}|the\s\w{4,12})\b|shall|must|commanded|ordered|directed|required|summoned|please"
    r"|request|ask\b|asks\b|produce|se\s(?:le\s)?(?:ordena|requiere|solicita)|debera|sirvase"
    r"|favor\sde|solicit|^\s{0,3}(?:notify|advise|inform|tell|call|ring|phone|(?:give|let)\s(?:us|me)\b))"
)


def event_candidates(
    low: str, cut: tuple[Unit, ...], kind: Kind | None, settled: bool
) -> Iterator[EventCandidate]:
    """What is owed at once or upon release.

    Args:
        settled: A date or period already binds the recipient, so that "immediately" and
            "promptly" are manner, not deadline.
    """
    for match in find_all(_AT_ONCE, low):
        if settled and match["soft"]:
            continue
        found = _owed(low, cut, match, kind, DueForm.INSTANTER)
        if found is not None:
            yield found
    if not settled:
        for match in find_all(_UPON_RELEASE, low):
            found = _owed(low, cut, match, kind, DueForm.EVENT)
            if found is not None and _tells(found):
                yield replace(found, due_for=DueFor.NOTIFICATION)
        for match in find_all(_SOON, low):
            found = _owed(low, cut, match, kind, DueForm.NONE)
            if found is not None:
                yield found


_TELLS = re.compile(r"let\s|hear\s|call|ring|buzz|phone|text|must\sknow|need\sto\sknow")


def _tells(event: EventCandidate) -> bool:
    """Whether what is owed before a release is that somebody be told of it."""
    said = event.due_for is DueFor.RESPONSE and _TELLS.match(event.cue or "") is not None
    return said or event.due_for is DueFor.NOTIFICATION


def _owed(
    low: str, cut: tuple[Unit, ...], match: re.Match[str], kind: Kind | None, form: DueForm
) -> EventCandidate | None:
    unit = cut[unit_at(cut, match.start())]
    left, right = low[unit.start : match.start()], low[match.end() : unit.end]
    clause = left[-140:] + right[:80]
    if _CONDITION.search(clause) or len(low[unit.start : unit.end].split()) > 160:
        return None
    duty = duty_of(left, right, kind)
    alone = low[unit.start : unit.end].strip(" .:;*-\n()") == match[0]
    printed_alone = form is DueForm.INSTANTER and "term" in match.groupdict() and match["term"]
    if duty.cue is None and not (printed_alone and (alone or len(left) < 40)):
        return None
    if duty.cue is not None and (not duty.binds or duty.due_for not in _DEMANDED):
        return None
    if not printed_alone and not _COMMANDING.search(left + " " + right[:60]):
        return None
    due_for = duty.due_for if duty.cue is not None else DueFor.RESPONSE
    if form is not DueForm.EVENT:
        return EventCandidate(match.start(), match.end(), form, due_for, duty.cue)
    before = match["when"] in ("prior to", "before", "in advance of", "antes de")
    direction = "before" if before else None
    return EventCandidate(
        match.start(), match.end(), form, due_for, duty.cue, "release", direction, match["event"]
    )
