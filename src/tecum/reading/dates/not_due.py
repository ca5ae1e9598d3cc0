"""What a clause says against being the recipient's own time to comply.

A duty that arises only if the recipient objects or needs more time, a day before which nothing
may be handed over, a hearing that is merely announced, the service of the paper itself, and
what follows once everything has been produced are not the due date of what is asked.

Authority: READING 11 (other dates and periods never become due).
"""

from __future__ import annotations

import re

from tecum.reading.text.matching import spaced

__all__ = [
    "excuses_from_coming",
    "is_announced",
    "is_another_deadline",
    "is_beside_the_demand",
    "is_conditional",
    "is_day_of_a_range",
    "is_not_before",
    "is_of_accommodation",
    "is_of_service",
    "is_providers",
    "is_reply_of_other",
    "is_unit_afterwards",
]  # fmt: skip

_WHO = (
    r"(?:you|your\s(?:office|agency|company|client|department)|counsel|the\s(?:recipient"
    r"|respondent|witness"
    r"|provider|company|agency|custodian|bank|employer)|any(?:one|body|\s(?:person|party))?)"
)
_WISHES = (
    r"(?:cannot|can\snot|could\snot|(?:are|is|will\sbe)\s(?:unable|not\sable)|will\snot\sbe\sable"
    r"|do(?:es)?\snot\s(?:intend|wish|plan|possess|have\s(?:any|the|such|responsive))"
    r"|anticipate|foresee|expect\s(?:to\sneed|an?\s|any\s|delays?|difficult)|need|require\s(?:more|additional|an?)|wish(?:es)?|want|believe"
    r"|object|claim|intend|contend|assert|seek|would\s(?:like|prefer|rather)|disagree|withhold"
    r"|(?:have|has)\s(?:any\s|a\s)?(?:questions?|objections?|concerns?|difficult\w{1,4})"
    r"|choose\snot|decline|retain\scounsel|plan)"
)
_MORE = (
    r"(?:additional|more|further|extra|an?\sextension(?:\sof\stime)?)\s(?:time\s)?(?:is|be|should\sbe|will\sbe)\s"
    r"(?:needed|required|necessary|wanted|sought|requested|desired)"
)
_CONDITION = spaced(
    r"^\W{0,6}(?:[a-z0-9]{1,3}[.)]\s)?(?:note:\s)?(?:if|should|in\sthe\sevent(?:\sthat)?"
    rf"|to\sthe\sextent(?:\sthat)?|where|when)\s(?:{_WHO}\s(?:\w{{1,12}}\s){{0,2}}?{_WISHES}|{_MORE})\b"
)
_CONDITION_BEHIND = spaced(
    rf"^[^.;]{{0,40}}?\b(?:if|should"
    rf"|in\sthe\sevent(?:\sthat)?)\s{_WHO}\s(?:\w{{1,12}}\s){{0,2}}?{_WISHES}\b"
)


_QUESTIONS = spaced(
    r"\b(?:questions?|concerns?|extension|difficult\w{1,4}|should\s(?:the|any|this)|if\s(?:the"
    r"|any|this))"
    r"\b[^.;]{0,90}$"
)
_CONTACT = frozenset({"call", "contact", "telephone"})
_UNLESS = spaced(
    r"\bunless\s(?!(?:we|i)\s(?:have|get|receive|hear|see|hold|are\s(?:given|sent))\b"
    r"|you\s(?:\w{2,8}ly\s|first\s)?(?:send|provide|produce|submit|furnish|deliver|supply|return"
    r"|respond"
    r"|reply|answer|comply|file|give|bring|upload|forward|mail|complete|correct)\b)"
    r"(?:you|we|i|the\sparties)\b[^.;,]{0,70},?\s{0,3}$"
)
_EXCUSED = spaced(
    r"\b(?:not\s(?:be\s)?(?:required|obliged|necessary|needed)|need\snot|excused)\b"
    r"(?:(?!\b(?:if|provided|when|so|by|before)\b)[^.;]){0,90}$"
)
_ARRANGES = spaced(
    r"\b(?:schedul(?:e|ing)|arrang(?:e|ing)|set\sup|hold|attend)\s(?:a|an|your)\s(?:\w{3,14}\s)?"
    r"(?:briefing|call|meeting|interview|conference|kick-?off|visit)\b[^.;]{0,60}$"
)
_FILINGS = spaced(
    r"\b(?:note\sof\sissue|motions?|briefs?|memorand\w{1,2}|stipulations?|proposed\sorders?"
    r"|(?:witness|exhibit)\slists?|joint\s\w{4,12})\b[^.;]{0,40}\b(?:filed|served|submitted|due)\b"
    r"[^.;]{0,30}$"
)
_PENALTIES = spaced(
    r"\b(?:penalt(?:y|ies)|fines?|sanctions?|interest)\b[^.;]{0,80}\b(?:when|if|where|unless)\b"
    r"[^.;]{0,90}$"
)
_CONSEQUENCE = spaced(
    r"\b(?:will|may|shall|could|would)\s(?:lead\sto|result\sin|cause|trigger|mean|be\s(?:subject"
    r"|referred|treated|closed|denied))\b[^.;]{0,70}$"
)


_WHETHER = spaced(
    r"\b(?:whether|(?:know|say|see|ask|tell\s(?:us|me)|confirm)\sif)\s(?:you|he|she|they|anyone"
    r"|anybody|someone|somebody|your\s\w{3,14}|the\s\w{3,14})\s(?:can|could|will|would|may|might"
    r"|(?:are|is)\s(?:able|free|willing)\sto)\s(?:\w{2,12}\s)?(?:appear|attend|come|testify|speak|join"
    r"|meet|be\s(?:there|present|available))\b[^.;]{0,60}$"
)
"""A question whether somebody will come on a day, which calls nobody to come."""


_OR_SHOW_CAUSE = spaced(
    r"\bor\s(?:else\s)?(?:to\s)?(?:(?:shall|must)\s)?(?:appear\s(?:and\s)?)?(?:to\s)?show\scause\b"
    r"[^.;]{0,60}$"
)
"""The day to show cause for who has not complied by another day: no day to comply."""
_REPLIES = spaced(
    r"\b(?:plaintiffs?|petitioners?|movants?|appellants?|applicants?|(?:moving|requesting)\spart(?:y|ies)"
    r"|the\s(?:government|united\sstates|state))\s(?:shall|must|may|will)\s(?:\w{2,12}\s)?(?:serve|file)\s"
    r"(?:and\s\w{4,6}\s)?(?:any|an?|its|his|her|their|the)\s(?:\w{3,12}\s)?(?:repl(?:y|ies)|responses?"
    r"|oppositions?|briefs?|memorand\w{1,2}|motions?)\b[^.;,]{0,30}$"
    r"|\b(?:plaintiffs?|petitioners?|movants?|appellants?|applicants?|(?:moving|requesting)\spart(?:y|ies)"
    r"|the\s(?:government|united\sstates|state))\smay\s(?:\w{2,12}\s)?(?:reply|respond|answer|oppose)\b"
    r"[^.;,]{0,60}$"
)
"""A paper in the case that the other side files after the recipient has answered."""


def is_reply_of_other(left: str) -> bool:
    """Whether words up to a time speak of a paper that the other side files in the case.

    >>> is_reply_of_other("and plaintiff shall serve any reply")
    True
    """
    return _REPLIES.search(left[-160:]) is not None


_PAYS = spaced(
    r"\b(?:shall|must|will|agrees?\sto|is\sto|are\sto)\s(?:\w{2,12}ly\s)?(?:pay|reimburse"
    r"|compensate|bill|tender\s(?:the\s)?(?:payment|fees?))\b(?![^.;]{0,60}\b(?:and|or)\b)[^.;]{0,60}$"
)
"""When money is to change hands, which is no time to hand over what is asked for."""

_MONEY = spaced(
    r"\b(?:remit|submit|send|make)\s(?:\w{2,8}\s){0,2}?(?:payments?|fees?|charges|amounts?)"
    r"(?=\s(?:of|for|in|to|by|within|on|no|not|before|due)\b|[,.]|\s?$)(?![^.;]{0,60}\b(?:and|or)\b)"
    r"[^.;]{0,60}$|\b(?:check|cheque|voucher|money\sorder)\b(?:[^.;]|\.(?=[0-9])){0,110}\b(?:cashed|void|negotiated|expires?)\b[^.;]{0,20}$"
)
_MORE_TIME = spaced(
    r"(?:^|[.;:]\s)\W{0,4}(?:any\s|a\s|your\s|all\s)?(?:written\s)?requests?\s(?:for|to)\s(?:[\w'-]{1,14}\s){0,4}?"
    r"(?:time|extensions?|adjourn\w{0,5}|postpone\w{0,4}|continu\w{2,5}|delay|modif\w{1,7}|reschedule|narrow\w{0,3})\b[^.;]{0,90}$"
)
"""A wish for more time or for less, which must come before the day that it would move."""
_SUIT = spaced(
    r"\b(?:civil\s)?(?:actions?|proceedings?|prosecutions?)\b[^.;]{0,60}?\b(?:must|shall|may|is\sto|has\sto)\sbe\s"
    r"(?:\w{2,12}\s)?(?:brought|commenced|instituted|begun|maintained)\b[^.;]{0,40}$"
)
"""The time in which the law lets a suit be begun."""
_BESIDE = (
    _PAYS,
    _MONEY,
    _MORE_TIME,
    _SUIT,
    _OR_SHOW_CAUSE,
    _REPLIES,
    _WHETHER,
    _UNLESS,
    _EXCUSED,
    _ARRANGES,
    _FILINGS,
    _PENALTIES,
    _CONSEQUENCE,
)


def is_beside_the_demand(left: str, cue: str) -> bool:
    """Whether a clause speaks of questions, a way out, a meeting, a filing or a failure.

    Args:
        left: The words of the unit before the phrase.
        cue: The word that governs it.
    """
    if cue in _CONTACT and _QUESTIONS.search(left[-200:]):
        return True
    return any(pattern.search(left[-200:]) for pattern in _BESIDE)


_IN_EMERGENCY = spaced(r"\W{0,3}\s?in\s(?:an?\s|the\s|any\s|cases?\sof\s(?:an?\s)?)?emergenc")


_IF_GIVEN = spaced(
    r"^\W{0,6}(?:[a-z0-9]{1,3}[.)]\s)?(?:if|should|where|when|provided)\s(?:that\s)?(?:all\s"
    r"|certified\s"
    r"|true\s)?(?:you|the|your|these|those|such|it|they|copies|records|documents|papers)\b"
)
_EXCUSED_BEHIND = spaced(
    r"^[^.;]{0,90}?\b(?:need\snot|no(?:body|\sone|\s(?:personal\s)?appearance|\switness)|(?:(?:is"
    r"|are|be)"
    r"\s)?(?:excused|released)|(?:not|n't)\s(?:have|need|be\s(?:required|necessary|needed))\b)"
)


_EXCUSED_IF = spaced(
    r"\b(?:excused|unnecessary|waived|not\s(?:be\s)?(?:required|needed|necessary))\s"
    r"(?:(?:if|when|where|once|provided(?:\sthat)?|as\slong\sas)\s)[^.;]{0,110}$"
)
"""What spares the recipient from coming ("your appearance is excused if the records arrive …")."""


def excuses_from_coming(left: str, right: str) -> bool:
    """Whether a day is one by which things may be sent so that nobody need come.

    >>> excuses_from_coming("if the papers reach us by ", ", you need not come.")
    True
    """
    return _IF_GIVEN.match(left) is not None and _EXCUSED_BEHIND.match(right) is not None


def is_conditional(left: str, right: str, name: str) -> bool:
    """Whether a clause asks something only of who objects, needs time or has nothing.

    Args:
        left: The words of the unit before the phrase.
        right: The words behind it.
        name: The sort of duty; a condition behind it counts for telling, not for producing.
    """
    if _EXCUSED_IF.search(left[-160:]):
        return True
    if _CONDITION.match(left) or _IN_EMERGENCY.match(right) or excuses_from_coming(left, right):
        return True
    return name in ("notification", "testimony") and _CONDITION_BEHIND.match(right) is not None


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


def is_providers(left: str, right: str, name: str) -> bool:
    """Whether a clause of a warrant turns to the one who holds the records, not to the officer."""
    left = _SEARCHES_ITS_OWN.sub("produce", left)
    if name != "production" or _OFFICERS_ACTS.search(left[-160:]):
        return False
    holder = _HOLDER.search(left) is not None or _GIVES_TO_OFFICER.search(left) is not None
    return holder and _OFFICERS_ACTS.search(right[:80]) is None
