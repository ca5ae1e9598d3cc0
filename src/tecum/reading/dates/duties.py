"""What a due phrase limits and whom it binds, from the words that govern it.

A requester's right to appeal, an officer's time to return a warrant, a period of secrecy or
of keeping are read, but they are not the recipient's time to answer.

Authority: READING 11 (``for``, ``owed_by``).
"""

from __future__ import annotations

from dataclasses import dataclass

from tecum.reading.dates.beside_the_demand import is_beside_the_demand
from tecum.reading.dates.case_times import is_of_the_case
from tecum.reading.dates.clauses import own_clause, without_next_clause
from tecum.reading.dates.conditional import is_conditional
from tecum.reading.dates.duty_cues import CUES
from tecum.reading.dates.law_told import ADDRESSED, is_law_told
from tecum.reading.dates.not_due import is_of_service, is_providers
from tecum.reading.dates.other_actor import begins_another_clause, other_actor
from tecum.reading.dates.other_times import (
    is_another_matter,
    is_leave,
    is_of_the_sender,
    is_supposed,
    is_wished,
)
from tecum.reading.speech.asked_outright import asks_outright
from tecum.reading.text.matching import spaced
from tecum.words import DueFor, Kind, OwedBy

__all__ = [
    "DIRECTIVE",
    "OFFICER_KINDS",
    "Duty",
    "duty_of",
    "duty_of_the_addressed",
    "is_of_another",
]


@dataclass(frozen=True, slots=True)
class Duty:
    """What is owed, by whom, and whether it is the recipient's own time to comply.

    ``cue`` is the word that decided, None where nothing near the phrase says what it limits.
    """

    due_for: DueFor
    owed_by: OwedBy
    binds: bool
    cue: str | None
    why_not: str | None = None


_CUE = spaced("|".join(rf"(?P<{name}>(?<![a-z])(?:{pattern}))" for name, pattern in CUES))
_FOR = {
    "secrecy": DueFor.OTHER,
    "objection": DueFor.OBJECTION,
    "preservation": DueFor.PRESERVATION,
    "execution": DueFor.EXECUTION,
    "hold": DueFor.HOLD,
    "notification": DueFor.NOTIFICATION,
    "testimony": DueFor.TESTIMONY,
    "production": DueFor.PRODUCTION,
    "response": DueFor.RESPONSE,
}
_LOG = spaced(
    r"(?:privileged?\slog|claims?\sof\sprivilege|\b(?:withh[eo]ld\w{0,3}|privileged?)\b[^.;]{0,80}\blog\b"
    r"|\blog\b[^.;]{0,50}\b(?:withheld|privileged?)\b)"
)
"""The list of what is kept back; any other log is a record like the rest."""
_VISIT = spaced(
    r"(?:come\s(?:in|by|over|there)|stop\sby|be\sthere|inspect(?!or\sgeneral)|visit|review(?!\s(?:your"
    r"|the)\s(?:production|response|answers?|submission|reply))"
    r"|collect|pick\s(?:\w{1,12}\s)?up|arrive|call\s(?:at|upon|on)|come\sto|be\sat\syour|retrieve|copy"
    r"|begin|commence)\w{0,3}\b"
)
_CARRIED = ("file", "filed", "submit", "submitted", "sent", "delivered", "received", "due", "made")
_NARRATED = spaced(
    r"(?:\b(?:was|were|had)\s(?:\w{1,14}\s){0,3}(?:due|required|asked|requested|directed|given"
    r"|ordered|commanded|returnable|set|scheduled|told|produced|provided|sent|served|received"
    r"|issued|filed)\b"
    r"|\b(?:the\s)?(?:first|second|last|earlier|former|previous)(?:\sone)?,?\s(?:[^.;]{0,40},\s)?(?:gave|allowed|asked"
    r"|set(?!\sof))\b"
    r"|\b(?:earlier|previous|prior|first|initial|original|last)\s(?:letter|request|subpoena"
    r"|demand|notice|deadline|order|summons|correspondence)"
    r"|\b(?:you|your\s\w{3,12})\s(?:previously|earlier|had)\s(?:agreed|promised|undertook|offered)\b"
    r"|(?<!\bbe )(?<!\bis )(?<!\bare )\b(?:submitted|filed|provided|produced|delivered|furnished"
    r"|supplemented|amended)\s(?:its|his|her|their|it|them)\b"
    r"|\bfailed\sto\b|\bdid\snot\b|\bhaving\sfailed|\b(?:we|i|it|(?:this|our)\s\w{2,12}"
    r"|(?:letter|request|subpoena|notice|order|demand|e-?mail)s?\s(?:of|dated"
    r"|from)(?:\s[\w,]{1,12}){1,8}"
    r"|the\s(?:\w{2,12}\s)?(?:agency|office|bureau|committee|subcommittee|commission|department"
    r"|inspector\sgeneral|division|undersigned|investigator|agent|officer|court|letter))\s"
    r"(?:\w{2,12}ly\s|first\s|again\s)?(?:sent|wrote|asked|requested|directed|issued|served"
    r"|mailed|contacted|informed|notified|advised|gave|set|extended|faxed|e-?mailed|required"
    r"|demanded|called|ordered)\b)"
)
_PRESENT = spaced(
    r"\b(?:you|are)\s(?:are\s)?(?:now\s|hereby\s|again\s){0,2}(?:required|directed|commanded"
    r"|ordered|requested|summoned|to)\b|\b(?:requires?|orders?|directs?|commands?|calls\son)\syou\b"
    r"|\bplease\b|\bmust\b|\bshall\b|\b(?:we|i)\s(?:now\s)?(?:ask"
    r"|request|require)|\bis\s(?:now\s|hereby\s)?(?:returnable|due|required)\b"
)
_NOT_DUE = spaced(
    r"(?:(?:payments?|fees?|balance|deposit)\s[^;]{0,40}?\b(?:due|paid|payable)\b"
    r"|expir\w{1,6}|valid\s(?:until|through|for)|effective\b"
    r"|revised(?!\s(?:return|due|response|production|compliance|deadline|date))|rev\.(?!\s(?:stat|code|civ|proc|ord))|\bedition"
    r"|dated?\sof\sbirth|\bborn\b|\bdob\b|imprison\w{0,4}|\bcustodial\b"
    r"|\bpunish(?:able|ed)\sby|(?:prison|jail)\s(?:term|sentence)|\bage\b|years\sold|retroactive|omb\sno"
    r"|approved|fiscal\syear|if\sthis\stakes|takes\s(?:\w{1,10}\s){0,2}longer|take\slonger"
    r"|longer\sthan|(?:statute|period)\sof\slimitations?|limitations?\speriod)"
)
OFFICER_KINDS = frozenset({Kind.SEARCH_WARRANT, Kind.ARREST_WARRANT, Kind.ADMINISTRATIVE_WARRANT})
_KEEPS_DATA = frozenset({Kind.PRESERVATION_REQUEST, Kind.EU_PRESERVATION_ORDER})
"""Where "hold them" means records, not a person in custody."""
_COMPANY = spaced(
    r"(?:\b(?:company|provider|custodian|recipient|carrier|bank|institution|entity"
    r"|records\sholder)\b)"
)


_COMERS = (OwedBy.ISSUER, OwedBy.OTHER)
"""Whose coming sets the recipient a time: the sender's, or an officer's."""


def duty_of(left: str, right: str, kind: Kind | None, *, duration: bool = False) -> Duty:
    """The duty that a phrase limits, from the clause before and behind it.

    Args:
        left: The words of the unit before the phrase, lower case without accents.
        right: The words of the unit behind it.
        kind: The instrument's kind, where it is known.
        duration: The phrase says how long ("for 90 days"), not by when.
    """
    left = own_clause(left)
    right = without_next_clause(left, right)
    name, cue, side = _nearest(left, right)
    if name is None:
        if kind in OFFICER_KINDS:
            return Duty(DueFor.EXECUTION, OwedBy.OTHER, False, None, "officers_time")
        narrated = _is_narrated(left)
        why = "narrated" if narrated else "not_a_deadline" if _NOT_DUE.search(left[-60:]) else None
        return Duty(DueFor.OTHER, OwedBy.UNKNOWN, False, None, why)
    due_for = _FOR[name]
    apart = _apart(name, due_for, cue, kind, duration=duration, behind=side == "right")
    if apart is not None:
        return apart
    if _LOG.search(left[-160:]) or _LOG.search(right[:60]):
        return Duty(DueFor.OBJECTION, OwedBy.RECIPIENT, False, cue, "privilege_log")
    against = _against(left, right, kind, name, cue or "")
    if against is not None:
        return Duty(due_for, against[0], False, cue, against[1])
    own = kind is Kind.RECORDS_REQUEST or begins_another_clause(left, right)
    other = None if own else other_actor(left)
    if other is not None and not (other in _COMERS and _VISIT.search(left[-120:])):
        return Duty(due_for, other, False, cue, "another_acts")
    providers = _COMPANY.search(left) is not None or is_providers(left, right, name)
    if kind in OFFICER_KINDS and not providers:
        return Duty(DueFor.EXECUTION, OwedBy.OTHER, False, cue, "officers_time")
    return Duty(due_for, OwedBy.RECIPIENT, True, cue)


def _against(
    left: str, right: str, kind: Kind | None, name: str, cue: str
) -> tuple[OwedBy, str] | None:
    """Who is meant, and why a clause sets the recipient no time, or None where it may."""
    if _NOT_DUE.search(left[-60:]):
        return OwedBy.UNKNOWN, "not_a_deadline"
    if _COMMENTS.search(left[-60:]) and _BURDEN.search(left + right):
        return OwedBy.OTHER, "comments"
    if _is_narrated(left):
        return OwedBy.UNKNOWN, "narrated"
    if is_law_told(left, right, kind):
        return OwedBy.UNKNOWN, "law_told"
    if is_conditional(left, right, name) or is_supposed(left):
        return OwedBy.RECIPIENT, "conditional"
    if is_leave(left, right) and not is_wished(left, right):
        return OwedBy.OTHER, "leave"
    if is_of_the_case(left, right):
        return OwedBy.OTHER, "course_of_the_case"
    if is_of_the_sender(left):
        return OwedBy.ISSUER, "another_acts"
    if is_beside_the_demand(left, cue) or is_another_matter(right):
        return OwedBy.RECIPIENT, "beside_the_demand"
    return (OwedBy.ISSUER, "service_of_paper") if is_of_service(left, right) else None


_COMMENTS = spaced(r"\bcomments?\b[^.;]{0,50}$")
_BURDEN = spaced(
    r"\b(?:paperwork|burden|omb|clearance\sofficer|federal\sregister|rulemaking|proposed\srule)\b"
)
"""Comments on a form's burden or on a rule, for which every federal form asks the public."""
DIRECTIVE = spaced(
    r"\b(?:please|pls|plz|kindly|let\s(?:me|us|the|our|my|this)|you\s(?:must|shall|should|are\sto|need\sto)"
    r"|(?:can|could|may|might)\s(?:we|i)\s(?:please\s|also\s)?(?:have|see|get|receive|look|inspect"
    r"|review)\b(?!\s(?:until|more|an?\s(?:extension|copy\sof\sthe\slaw)))"
    r"|(?:we|i|they|this\soffice|the\s(?:committee|board|office|court|agency|department"
    r"|commission|team|unit)(?:\sof\s[^,;.:]{3,40}?)?)"
    r"\s(?:(?:will|shall|do|still|also|now)\s){0,2}(?:asks?|needs?|requests?|requires?|wants?"
    r"|would\slike))\b"
)
"""Words that turn to the recipient: the clause itself says what it limits."""
_TO_BE = spaced(r"\byou\s(?:may|will|can|could|might)\s(?:also\s)?be\b")
_IF = spaced(
    r"^\W{0,6}(?:if|unless(?!\s(?:we|i)\s(?:have|get|receive|hear|see))|when|where|once|si)\s"
)


def duty_of_the_addressed(left: str, right: str, kind: Kind | None) -> Duty | None:
    """The duty of a plain statement to the recipient that names no act ("we need it by …")."""
    right = without_next_clause(left, right)
    clause = f"{left} {right}"
    if kind in OFFICER_KINDS or (_IF.match(clause) and not is_wished(left, right)):
        return None
    if not (ADDRESSED.search(clause) or DIRECTIVE.search(left) or asks_outright(left)):
        return None
    if is_conditional(left, right, "response") or is_of_service(left):
        return None
    if is_beside_the_demand(left, "") or is_another_matter(right):
        return None
    if is_supposed(left) or is_leave(left, right) or is_of_the_case(left, right):
        return None
    if is_of_the_sender(left):
        return None
    if _NOT_DUE.search(left[-60:]) or _TO_BE.search(clause) or _is_narrated(left):
        return None
    if other_actor(left) is not None or is_law_told(left, right, kind):
        return None
    return Duty(DueFor.RESPONSE, OwedBy.RECIPIENT, True, "addressed")


def is_of_another(left: str) -> bool:
    """Whether a clause gives what it says to somebody else than the recipient.

    The sender's coming, for which things are to be ready, is no such clause.
    """
    return other_actor(left) is not None and _VISIT.search(left[-120:]) is None


def _apart(
    name: str,
    due_for: DueFor,
    cue: str | None,
    kind: Kind | None,
    *,
    duration: bool,
    behind: bool,
) -> Duty | None:
    """A duty or right that by its nature is not the recipient's time to comply, or None."""
    if name == "secrecy":
        return Duty(due_for, OwedBy.RECIPIENT, False, cue, "secrecy")
    if name == "objection":
        owed = OwedBy.REQUESTER if cue and cue.startswith("appeal") else OwedBy.RECIPIENT
        return Duty(due_for, owed, False, cue, "right_to_object")
    if name == "execution":
        return Duty(due_for, OwedBy.OTHER, False, cue, "officers_time")
    if name == "hold" and kind in _KEEPS_DATA:
        return Duty(DueFor.PRESERVATION, OwedBy.RECIPIENT, False, cue, "preservation")
    if name == "preservation" and (duration or behind):
        return Duty(due_for, OwedBy.RECIPIENT, False, cue, "preservation")
    if duration and name != "hold":
        return Duty(due_for, OwedBy.RECIPIENT, False, cue, "duration")
    return None


def _is_narrated(left: str) -> bool:
    """Whether the clause tells of an earlier duty and no command stands behind the telling."""
    last = None
    for match in _NARRATED.finditer(left[-200:]):
        last = match
    return last is not None and _PRESENT.search(left[-200:], last.end()) is None


def _nearest(left: str, right: str) -> tuple[str | None, str | None, str]:
    """The governing word: the nearest before the phrase, else the first behind it.

    A weak word ("records", "information") governs only where no verb does.
    """
    best: tuple[int, str, str, str] | None = None
    for match in _CUE.finditer(left):
        name = match.lastgroup or ""
        weight = _weight(name, match[0])
        distance = len(left) - match.end() + weight
        if best is None or distance <= best[0]:
            best = (distance, name, match[0], "left")
    for match in _CUE.finditer(right):
        name = match.lastgroup or ""
        distance = match.start() + 60 + _weight(name, match[0])
        if best is None or distance < best[0]:
            best = (distance, name, match[0], "right")
    if best is None:
        return None, None, ""
    if best[1] == "notification" and best[3] == "left":
        moved = _MOVES.search(left)
        if moved is not None:
            return "objection", moved[0], "left"
    if best[1] in ("production", "response") and best[3] == "left":
        objecting = [m for m in _CUE.finditer(left) if m.lastgroup == "objection"]
        if objecting and (
            best[2] in _CARRIED
            or _ENTITLED.search(left[: objecting[-1].start()][-60:])
            or _MUST_BE_MADE.match(left, objecting[-1].end())
        ):
            return "objection", objecting[-1][0], "left"
    return best[1], best[2], best[3]


_MOVES = spaced(
    r"\b(?:file|make|serve|bring)\s(?:an?\s)?(?:written\s|timely\s)?(?:motion|objections?|petition)\b"
    r"[^.;]{0,90}?\band\s(?:to\s)?(?:give|serve|provide)\s(?:\w{2,12}\s){0,2}?notice\b"
)
"""Notice that goes with a motion or an objection ("move to quash and give notice of it")."""
_ENTITLED = spaced(
    r"(?:\bmay|\bcan|right\sto|entitled\sto|wish(?:es)?\sto|\bto|opportunity\sto|option\sto"
    r"|if\syou|permitted\sto|allowed\sto)\s(?:\w{2,14}\s){0,3}$"
)
_MUST_BE_MADE = spaced(
    r"[^.;]{0,60}?\b(?:must|shall|should|may|can|is\sto|are\sto)\sbe\s(?:made|filed|served"
    r"|submitted|brought|raised|presented|lodged|received|sent|heard)"
)


def _weight(name: str, word: str) -> int:
    if name == "response" and word in (
        "records",
        "documents",
        "information",
        "data",
        "received",
        "receive",
    ):
        return 200
    if word in (
        "copies",
        "available",
        "file",
        "filed",
        "complete",
        "completed",
        "allow",
        "give",
        "call",
        "contact",
        "mailed",
        "mail",
        "mailing",
    ):
        return 40
    if name == "response" and word.startswith(("due", "deadline", "return", "report")):
        return 80
    if word in ("determination", "compliance"):
        return 30
    return -400 if name == "secrecy" else 0
