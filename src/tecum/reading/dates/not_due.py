"""What a clause says against being the recipient's own time to comply.

A day before which nothing may be handed over, a hearing that is merely announced, the service
of the paper itself, and what follows once everything has been produced are not the due date of
what is asked. What is asked only on a condition: :mod:`conditional`.

Authority: READING 11 (other dates and periods never become due).
"""

from __future__ import annotations

import re

from tecum.reading.text.matching import spaced

__all__ = [
    "is_announced",
    "is_another_deadline",
    "is_day_of_a_range",
    "is_not_before",
    "is_of_accommodation",
    "is_of_service",
    "is_providers",
    "is_unit_afterwards",
]  # fmt: skip


_FORBIDS = spaced(
    r"\b(?:must|shall|may|should|do|does|can|will|are|is|to)\s(?:not|never)\b"
    r"(?!\s(?:fail|neglect|omit|later))[^.;:]{0,90}$|\b(?:nothing|no\srecords?)\b[^.;:]{0,60}$"
)


def is_not_before(head: str) -> bool:
    """Whether the words before "before" or "prior to" forbid something until that day."""
    return _FORBIDS.search(head) is not None


_EVENT = (
    r"(?:hearing|conference|trial|argument|meeting|sentencing|arraignment|call|sitting|session"
    r"|review\shearing|mediation)"
)
_ANNOUNCED = spaced(
    rf"\b{_EVENT}\s(?:[^.;]{{0,60}}?\s)?(?:is|are|was|has\sbeen|will\sbe|shall\sbe|stands"
    rf"|remains)?\s?"
    r"(?:(?:now|hereby|currently|tentatively)\s)?(?:re)?(?:set|scheduled|calendared|fixed|held"
    r"|noticed|continued|adjourned)?\s?(?:down\s)?(?:for|on|to|until|at|of)?\s?(?:the\s)?$"
)
_CALLS = spaced(
    r"\b(?:you|your|appear\w{0,5}|attend\w{0,4}|testif\w{1,3}|testimony|produc\w{1,4}|bring"
    r"|witness|deponent|commanded|summoned|subpoenaed|required)\b"
)


def is_announced(left: str, right: str) -> bool:
    """Whether a date is that of a hearing which the clause announces and summons nobody to."""
    if not _ANNOUNCED.search(left[-160:]):
        return False
    return _CALLS.search(left[-240:]) is None and _CALLS.search(right[:120]) is None


_SERVED = spaced(
    r"(?:\b(?:you|witness(?:es)?|deponents?|subpoenas?|notice|process|person|copy|copies)\b"
    r"[^.;]{0,60}\b(?:must|shall|should|may|has\sto|have\sto)\s(?:first\s)?be\s(?:\w{2,12}ly\s)?"
    r"served\b|\bservice\s[^.;]{0,40}?(?:must|shall|should)\sbe\smade\b)[^.;]{0,40}$"
)


_SERVICE_BY = spaced(r"\bservice\b[^.;]{0,120}$")
_DEEMED = spaced(
    r"\s?,?\s(?:shall\s|will\s)?(?:be|is)\s(?:hereby\s)?(?:deemed|good|sufficient|timely|adequate)\b"
)


def is_of_service(left: str, right: str = "") -> bool:
    """Whether a time is that within which the paper itself must be served.

    >>> is_of_service("let service on or before ", " be deemed sufficient.")
    True
    """
    if _DEEMED.match(right) and _SERVICE_BY.search(left[-160:]):
        return True
    return _SERVED.search(left[-160:]) is not None


_AFTERWARDS = spaced(
    r"\s(?:of|after|following|from)\s(?:(?:the|such|your|its|any|a)\s){0,2}(?:compliance|complying|verdict|dismissal|acquittal|settlement)\b|"
    r"[^.;]{0,24}?\b(?:complet(?:ion|ing|ed)|conclusion|concluding|conclud(?:es|ed)"
    r"|final\s(?:disposition|judgment|resolution)|close|end|termination)\b(?:\sof\s(?:the\s"
    r"|this\s|your\s|all\s)?"
    r"(?:\w{3,12}\s)?(?:production|litigation|case|action|matter|proceedings?|investigation|appeal"
    r"|audit|review|examination)|\s(?:production|the\sproduction|your\sproduction))"
)


def is_unit_afterwards(behind: str) -> bool:
    """Whether a period runs from the end of the production or of the case.

    Args:
        behind: The words right behind the amount and its unit.
    """
    return _AFTERWARDS.match(behind) is not None


_THEIRS = spaced(
    r"\b(?:our|my|its|their|the\s(?:department|agency|court|auditor|bureau|committee|grand\sjury"
    r"|commission|division|board)'?s)\s(?:\w{2,14}\s){0,3}$"
)
_OF_THE_REPLY = re.compile(
    r"respon|repl|answer|produc|receiv|receipt|submi|return|comply|complian|you"
)


_NOT_NOW = spaced(
    r"\b(?:our|my|its|their|the\s\w{4,12}(?:'s|s'))\s(?:\w{4,12}\s)?(?:report|brief|findings|decision|determination|draft|budget"
    r"|opinion|filing|motion|article|story)\s(?:is|are|comes|falls)\s$"
    r"|\b(?:originally|previously|formerly|initially|first)\s$"
    r"|\b(?:will|may|shall|would|might)\s(?:then\s)?(?:be\s)?issued?,?\s$"
)
"""What the sender owes himself, what was due once, and a paper that may yet come."""


_CASE_DEADLINE = spaced(
    r"\bdeadline\s(?:to|for)\s(?:\w{3,9}\s){0,2}?(?:amend|join|pleadings|dispositive|motions?|discovery|experts?|mediation)"
)


def is_another_deadline(head: str, qualifier: str) -> bool:
    """Whether a named deadline is the sender's own ("our deadline to finish is …")."""
    if qualifier.startswith(("due", "returnable")):
        return _NOT_NOW.search(head) is not None
    if "deadline" not in qualifier and "date" not in qualifier:
        return False
    if _CASE_DEADLINE.search(qualifier):
        return True
    return _THEIRS.search(head) is not None and _OF_THE_REPLY.search(qualifier) is None


_RANGE_BEFORE = spaced(
    r"(?:\b(?:from|between|since)\b[^.;]{0,40}?)?(?:[0-9]{1,2},?\s(?:19|20)[0-9]{2}|/[0-9]{2,4}"
    r"|-[0-9]{2}|[a-z]{3,9}\.?\s[0-9]{1,2})\s?(?:-|through|thru|to)"
    r"\s?(?:and\sincluding\s)?(?:the\s)?$"
)
_LEADS_ON = (
    "-", "through", "thru", "to", "including", "the", "until", "till", "hasta", "el", "al",
)  # fmt: skip
_EXTENDS = spaced(
    r"\b(?:extend|mov|chang|postpon|adjourn|continu|reschedul|push)\w{0,5}\b[^.;]{0,90}$"
)


def is_day_of_a_range(before: str) -> bool:
    """Whether a date ends a range ("5/1/2025 - 4/30/2026"), other than a deadline that moved."""
    if not before.rstrip().endswith(_LEADS_ON) or _EXTENDS.search(before[-150:]):
        return False
    ranges = _RANGE_BEFORE.search(before[-70:]) or _SPAN_BEFORE.search(before[-90:])
    return ranges is not None


_SPAN_BEFORE = spaced(
    r"\b(?:from|since|between|beginning|starting|desde|del?|entre)\s[^.;]{0,24}?[0-9][^.;]{0,26}?\s"
    r"(?:until|till|hasta|al)\s(?:el\s|the\s)?$"
)
"""A range in words ("from June 1 until", "desde el 1 de enero hasta el")."""


_NEEDS_HELP = spaced(
    r"\b(?:accommodations?|disabilit(?:y|ies)|interpreters?|auxiliary\saids?|hearing\simpaired"
    r"|americans\swith|acomodo\srazonable|interprete)\b"
)
_CALLS_FOR_HELP = spaced(
    r"\W{0,4}(?:please\s|you\s(?:may|should|must)\s|then\s)?(?:contact|call|notify|telephone|phone"
    r"|advise|inform|tell|write|ask|let|comuniquese|llame)\b"
)
_WHO_NEEDS = spaced(
    r"^\W{0,6}(?:if|should|when|where|persons?|individuals?|anyone|anybody|any|an?|to|those"
    r"|requests?"
    r"|part(?:y|ies)|witnesses|jurors|qualified)\b[^.;]{0,200}$"
)


def is_of_accommodation(before: str, left: str) -> bool:
    """Whether a time is that by which somebody asks the court for an interpreter or other help.

    Args:
        before: The sentence before the phrase's own.
        left: The words of the phrase's sentence before it.
    """
    if "ada coordinator" in left:
        return True
    if _NEEDS_HELP.search(left) is not None:
        return _WHO_NEEDS.match(left) is not None
    return _CALLS_FOR_HELP.match(left) is not None and _NEEDS_HELP.search(before) is not None


_HOLDER = spaced(
    r"\b(?:you|(?:inc|llc|corp|co|ltd)\.?,?(?:\swhich|\swho|\sthat)?|provider|company|bank"
    r"|carrier|which)"
    r",?\s(?:is|are)?\s?(?:\w{2,8}\s)?(?:shall|must|to|(?:ordered|directed|commanded|required)\sto)"
    r"\b"
)
_OFFICERS_ACTS = spaced(
    r"\b(?:execut|search|seiz|arrest|inventory|make\sreturn|return\sof|serve\sth|peace\sofficer"
    r"|any\sofficer)"
)


_GIVES_TO_OFFICER = spaced(
    r"\b(?:shall|must|is\s(?:ordered|directed|commanded|required)\sto)\s(?:\w{2,12}\s)?(?:produce"
    r"|provide|furnish|disclose|turn\sover|deliver|transmit"
    r"|make\savailable)\s[^.;]{0,60}?\bto\s(?:the\s"
    r"|said\s)?(?:detective|officer|agent|investigator|affiant|deputy|sergeant|trooper|applicant"
    r"|undersigned)"
)
"""What an officer is given is not what an officer gives."""


_SEARCHES_ITS_OWN = spaced(
    r"\bsearch\s(?:for|its\s(?:own\s)?(?:records?|files?|systems?)(?:\sfor)?)\sand\s(?:to\s)?(?:produce|disclose"
    r"|deliver|provide|furnish)\b"
)
"""How a warrant tells a holder of records to look for them; no officer searches."""


_OPENS, _CLAUSE = 16, 140


def is_providers(left: str, right: str, name: str) -> bool:
    """Whether a clause of a warrant turns to the one who holds the records, not to the officer."""
    left = _SEARCHES_ITS_OWN.sub("produce", left)
    if name != "production" or _OFFICERS_ACTS.search(left[-160:]):
        return False
    holder = _HOLDER.search(left) is not None or _GIVES_TO_OFFICER.search(left) is not None
    if len(left) < _OPENS:  # "Within 10 days of service Example, Inc. shall disclose …"
        holder = holder or _HOLDER.search(right[:_CLAUSE]) is not None
    return holder and _OFFICERS_ACTS.search(right[:80]) is None
