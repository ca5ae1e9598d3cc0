"""Times that a paper names beside the one it sets: of a right, of a later stage, of the sender.

Told by the clause, not by single words: its last modal verb gives leave instead of binding; its
event is an act of the sender; it goes on from something that has still to happen.

Authority: READING 11 (a requester's right to appeal is not the recipient's deadline).
"""

from __future__ import annotations

from tecum.reading.text.matching import spaced

__all__ = [
    "is_another_matter", "is_asked_about", "is_leave", "is_of_the_sender", "is_past_act", "is_rate",
    "is_senders_event", "is_senders_work", "is_supposed", "is_to_follow", "is_wished",
]  # fmt: skip

_MODAL = spaced(
    r"\b(?P<modal>may|can|might|must|shall|should|will|would|could|need\sto|needs\sto|have\sto"
    r"|has\sto|(?:is|are)\sto|(?:is|are)\s(?:hereby\s|also\s)?(?:required|directed|ordered"
    r"|commanded|requested|asked|due)|please|kindly)\b(?P<no>\snot\b)?"
    r"(?:\s(?:also|still|then|now|instead|each|either|first|only))?\s(?P<verb>\w{2,14})"
    r"(?:\s(?P<next>\w{2,14}))?"
)
_OPENS = spaced(
    r"\W{0,4}(?:within|by|(?:no|not)\slater\sthan|on\sor\sbefore|before|until|in)?\s?(?:the\s)?"
)
"""A time that opens its sentence."""
_LEAVE = frozenset({"may", "can", "might"})
_RIGHTS = spaced(
    r"(?:ask|appl|appeal|claim|contest|challeng|elect|exercis|fil|bring|brought|begin|commenc|seek"
    r"|sought|sue|request|petition|mov|opt|withdraw|waiv|inspect|review|comment|object|protest"
    r"|cure|redeem|hav|had|obtain|receiv|be\sheard|tak|extend|grant|charg|impos|renew|reopen"
    r"|rescind|revok|recover)"
)
"""What one may do for one's own sake; leave to send by this way or that is none of it."""
_OF_ANOTHER = spaced(
    r"(?:^|[.;:,(]\s{0,3}|\b(?:and|but|that|while|which)\s)(?:(?:the|an?|any|each|either|both"
    r"|all)\s)?(?:[\w'-]{2,14}\s)?(?:debtors?|claimants?|complainants?|creditors?|grievants?"
    r"|charging\spart(?:y|ies)|plaintiffs?|petitioners?|movants?|appellants?"
    r"|objectors?|tenants?|students?|beneficiar(?:y|ies)|customers?|consumers?|patients?"
    r"|requesters?|requestors?|interested\spersons?|members\sof\sthe\spublic|victims?"
    r"|whistleblowers?|inmates?|part(?:y|ies)\sin\sinterest|applicants?|voters?)\s"
    r"(?:(?:also|then|each|still)\s)?(?:may|can|might|must|shall|should|will|has|have|(?:is|are)\s"
    r"(?:to|paid|given|allowed|entitled))\b(?![^.;]{0,40}\b(?:you|your|us|our)\b)[^.;]{0,110}$"
    r"|\b(?:witness(?:es)?|deponents?|employees?|students?)\s(?:may|might|(?:is|are)\s(?:paid"
    r"|entitled"
    r"|allowed))\b[^.;]{0,110}$"
)


_LEAVE_BEHIND = spaced(
    r"[^.;]{0,50}?,?\s(?:you|your\s\w{3,12}|the\s\w{4,12}|any\s\w{4,12}|a\s\w{4,12})\s(?:may|can|might)\s(?:also\s|still\s|then\s)?"
    rf"(?:{_RIGHTS.pattern}|submit\s(?:\w{{4,9}}\s)?(?:comments?|objections?|evidence|a\srebuttal))"
)


def is_leave(left: str, right: str = "") -> bool:
    """Whether the last modal verb before a phrase gives leave to use a right, or names another.

    Args:
        left: The words of the unit before the phrase.
    """
    if _OF_ANOTHER.search(left[-220:]):
        return True
    if _OPENS.fullmatch(left) and _LEAVE_BEHIND.match(right):
        return True
    last = None
    for found in _MODAL.finditer(left[-200:]):
        last = found
    if last is None or last["modal"] not in _LEAVE or last["no"]:
        return False
    verb = last["next"] if last["verb"] == "be" and last["next"] else last["verb"]
    return _RIGHTS.match(verb) is not None


_IF_YOU_CAN = spaced(
    r"^\W{0,6}(?:(?:thus|so|accordingly|also|finally),\s)?if\s(?:you|your\s\w{3,14}|it\sis)\s(?:can|could|would|might|may|(?:are|is)\sable\sto"
    r"|possible\sto)\b"
)
_IS_WELCOME = spaced(
    r"[^.;?]{0,60}?,?\s(?:(?:it|that|this)\s(?:would|will)\sbe\s(?:\w{2,9}\s){0,2}?(?:appreciated|helpful|welcome|great|useful|good"
    r"|ideal|appreciate|wonderful)|(?:i|we)(?:'d|\s(?:would|should|will))\s(?:be\s)?(?:\w{2,9}\s){0,2}?(?:appreciate|grateful|obliged"
    r"|glad|pleased|thankful))\b"
)


def is_wished(left: str, right: str) -> bool:
    """Whether "if you can" is how the sender asks, for he says that he would be glad of it.

    >>> is_wished("if you can have the file posted by ", ", it would be appreciated.")
    True
    >>> is_wished("if you can object by ", ", a hearing follows.")
    False
    """
    return _IF_YOU_CAN.match(left) is not None and _IS_WELCOME.match(right) is not None


_SENDERS = spaced(
    r"(?:the\s(?:date|day|time)\s(?:of|that|on\swhich|when)\s)?(?:(?:our|my|this\soffice's|the"
    r"\s\w{4,12}'s)\s(?:\w{3,12}\s)?(?:reply|answer|response|decision|determination|report"
    r"|findings?|ruling|acceptance|approval|receipt\sof\s(?:your|the|all))"
    r"|(?:we|i|this\soffice|the\s(?:agency|department|board|bureau|division|commission|office))\s"
    r"(?:get|have|receive|issue|decide|send|complete|finish|close|mail|notify|approve"
    r"|accept)\w{0,2})\b"
)


_OWN_WORK = spaced(
    r"\s(?:in\swhich\s)?to\s(?:complete|conclude|finish|decide|issue|rule\son|close|determine|make)\s"
    r"(?:its|our|the|an?|this|any)\s(?:\w{3,14}\s){0,2}?(?:investigation|review|audit|examination|decision"
    r"|determination|inquiry|appeal|finding)s?\b"
)


def is_senders_work(right: str) -> bool:
    """Whether a span is the time that the sender has for work of his own.

    >>> is_senders_work(" to complete its investigation.")
    True
    >>> is_senders_work(" to complete the enclosed form.")
    False
    """
    return _OWN_WORK.match(right) is not None


def is_senders_event(words: str | None) -> bool:
    """Whether a period runs from an act of the sender that is still to come.

    >>> is_senders_event("our reply")
    True
    >>> is_senders_event("our letter")
    False
    """
    return words is not None and _SENDERS.match(words) is not None


_THEN = spaced(
    r"\b(?:(?:you|they|he|she|it|the\s\w{3,14})(?:'ll|\s(?:will|shall|would))?\s(?:then|thereafter"
    r"|afterwards?)\s(?:have|has|get|be)|(?:report|decision|findings|determination|draft|notice"
    r"|letter|results?|conference|hearing|review)\b[^.;]{0,90}?,?\s(?:and|after\swhich|whereupon)\s"
    r"(?:you|they|the\s\w{3,14})(?:'ll|\swill|\sshall)\s(?:then\s)?have)\b[^.;]{0,40}$"
)


def is_to_follow(left: str) -> bool:
    """Whether a time begins only after something that the sender has still to do."""
    return _THEN.search(left[-220:]) is not None


_SUPPOSED = spaced(
    r"\b(?:should\s(?:one|any|an?|it|there|the)\s(?:\w{3,14}\s){0,3}?(?:issue|follow|arise|be\b"
    r"|become|occur|need)|if\sone\s(?:is|issues|follows)|in\sthe\s(?:event|case)\s(?:of|that)\b)"
    r"[^.;]{0,90}$"
)


def is_supposed(left: str) -> bool:
    """Whether a clause speaks of something that may never come to be ("should one issue")."""
    return _SUPPOSED.search(left[-160:]) is not None


_BEGINS = r"(?:^|[.;:,]\s{0,3}|\b(?:and|but)\s)(?:(?:an?|the|our|its|any)\s)?(?:\w{3,14}\s)?"
_BETWEEN = r"\s(?:[\w$.,']{1,14}\s){0,6}?"
_PRODUCT = spaced(
    rf"{_BEGINS}(?:decisions?|refunds?|reimbursement|ruling|award|verdict|judgment|abatement"
    rf"|remediation|(?:audit|final|draft)\sreport){_BETWEEN}(?:is|are|will|issues?|follows?)\b"
    r"(?!\s(?:due|to\sbe|required))[^.;]{0,60}$"
    rf"|{_BEGINS}(?:suits?|lawsuits?|appeals?|claims?){_BETWEEN}(?:is|are|will|shall|must"
    rf"|may)\b(?:(?!\b(?:unless|if)\b)[^.;]){{0,60}}$"
    rf"|{_BEGINS}(?:bond|licen[cs]es?|permits?|registration|premiums?|tax(?:es)?|dues|payments?"
    rf"|fees?)"
    rf"{_BETWEEN}(?:be|is|are)\s(?:on\sfile|paid|renewed|posted|in\sforce|made"
    rf"|payable)\b[^.;]{{0,60}}$"
)


_DECIDED = spaced(
    r"\b(?:must|shall|will|(?:is|are|has|have)\sto)\sbe\s(?:decided|determined|resolved|adjudicated|ruled\son)\b[^.;]{0,30}$"
    r"|(?:^|[.;]\s{0,3})(?:complaints|grievances|charges|petitions)\s(?:must|shall|should|may|are\sto)\sbe\s(?:filed|lodged|brought|made)\b"
    r"[^.;]{0,40}$"
)
"""What somebody decides, and complaints that anybody may make."""


def is_of_the_sender(left: str) -> bool:
    """Whether what is due by then is a decision, a refund or a suit, which no demand asks for."""
    return _PRODUCT.search(left[-160:]) is not None or _DECIDED.search(left[-160:]) is not None


_WAS = spaced(
    r"\b(?:was|were|had\sbeen|has\sbeen|have\sbeen)\s(?:\w{2,14}ly\s)?(?!required|requested"
    r"|directed|ordered|asked|given|allowed|scheduled|set|subpoenaed|summoned)\w{3,14}(?:ed|de|n|t)"
    r"\b(?:\s(?!must|shall|should|will|is\b|are\b|please|you\b)[\w,/-]{1,14}){0,8}?\s(?:within|in|inside(?:\sof)?|after|at\sleast|(?:not|no)\s(?:less|fewer|later"
    r"|more)\sthan)\s(?:the\s)?$"
)


def is_past_act(left: str) -> bool:
    """Whether a period tells how long something took that has happened."""
    return _WAS.search(left[-140:]) is not None


_ASKS_WHAT = spaced(
    r"(?:^|:\s)(?:\W{0,4}[a-z0-9]{1,4}[.)]\s)?(?:for\s[^,?]{1,30},\s)?"
    r"(?:(?:in|at|by|on|of|to|for)\s(?=how|what|which|whose))?(?:who|whom|whose|what|when|where|which|why|how|did"
    r"|does|do"
    r"|was|were|is|are|has|have|had)\b"
)


def is_asked_about(unit: str) -> bool:
    """Whether a sentence is a question after facts, so that its dates are those of the facts."""
    return unit.rstrip().endswith("?") and _ASKS_WHAT.search(unit) is not None


_OTHER_MATTER = spaced(
    r"\s?,?\s?(?:which\s|that\s|and\s)?(?:is|are|was|remains?|stays?|stands?)\s(?:still\s|wholly\s)?"
    r"(?:(?:an?|its)\s)?(?:separate|another|different|distinct|unaffected|unchanged|apart|own\smatter"
    r"|not\s(?:part|changed|affected|moved|touched))\b"
)


def is_another_matter(right: str) -> bool:
    """Whether words behind a day say that what is owed then is not what this paper asks.

    >>> is_another_matter(" is a separate matter."), is_another_matter(" is the last day.")
    (True, False)
    """
    return _OTHER_MATTER.match(right) is not None


_RATE = spaced(
    r"\b(?:more|fewer|less|greater|over|up\sto|as\smany\sas)\s(?:than\s)?[^.;]{1,50}?\s(?:in|within|on|over)\s"
    r"(?:any\s)?(?:one|1|an?|a\ssingle|single|the\ssame|each|every)\s\w{3,9}$"
)


def is_rate(told: str) -> bool:
    """Whether words up to the end of a period say how many of something there were in it.

    >>> is_rate("each customer that sent more than 1,000 calls in one day")
    True
    >>> is_rate("send us more than a summary, and do so within one day")
    False
    """
    return _RATE.search(told[-120:]) is not None
