"""Times that an order sets to others in the course of a case, or lets run from what comes later.

An order that directs a party to file records goes on with what the other side may file once
they are in, what the clerk mails, and when discovery ends. None of it is the time of who holds
the records.

Authority: READING 11 (``owed_by``).
"""

from __future__ import annotations

from tecum.reading.text.matching import spaced

__all__ = ["is_of_the_case", "runs_from_the_answer"]

_SIDE = (
    r"(?:(?:the\s|an?\s|any\s|either\s)?(?:petitioner|plaintiff|claimant|movant|applicant|appellant|relator"
    r"|complainant|defendant|respondent|opposing\sparty|other\sparty|party|counsel)s?)"
)
_IF_THEY_WISH = spaced(
    rf"^\W{{0,6}}(?:if|should|where|when)\s{_SIDE}\s(?:then\s|so\s)?(?:wish(?:es)?|desires?|chooses?|elects?"
    r"|seeks?|intends?|decides?|wants?|files?\s(?:such|any|an?\s(?:motion|reply|traverse))|moves?)\b"
)
_THEIR_TURN = spaced(
    rf"(?:\sthereafter)?\s?,\s{_SIDE}\s(?:may|shall|must|will)\s(?:\w{{2,12}}ly\s)?(?:file|serve)\s(?:and\s(?:file|serve)\s)?"
    r"(?:an?|any|its|his|her|their|the)\s(?:\w{3,12}\s)?(?:reply|traverse|opposition|objections?|sur-?reply)\b"
)
_CLERK = spaced(
    r"\bthe\sclerk(?:\sof\s(?:(?:the|this)\s)?(?:\w{5,9}\s)?court)?\s(?:is|shall|must|will)\s(?!(?:not\s)?(?:served|bound))"
    r"(?:(?:hereby|further|also|respectfully)\s)?(?:(?:directed|ordered|instructed|requested)\sto\s)?(?:\w{2,12}ly\s)?"
    r"(?:mail|send|serve|transmit|forward|provide|enter|docket|terminate|close|issue|notify)\b"
    r"[^.;]{0,60}?\b(?:this\s\w{4,9}|parties|judgment|case|summons|counsel|petitioner|plaintiff)\b[^.;]{0,60}$"
)
_SCHEDULE = spaced(
    r"\b(?:(?:fact|expert|all|written|further)\s)?discovery\s(?:in\sth\w{2}\s(?:case|action|matter)\s)?(?:(?:shall|must|will|is\sto|to)\sbe\s[\"'\u201c]?(?:completed?|concluded|closed"
    r"|finished)|(?:shall|will|must|is\sto)\s(?:close|end|conclude)|closes|ends|(?:deadline|cut-?off)\s\w{2,4})\b[^.;]{0,40}$"
)


_COUNSEL = spaced(
    r"\b(?:counsel|attorneys|(?:the|all|both)\sparties)\s(?:for\s[^.;,]{3,40}\s)?(?:shall|must|are|will)\s(?:\w{2,8}\s){0,3}?(?:appear|attend"
    r"|participate)\b[^.;]{0,30}\b(?:conference|hearing|argument|mediation|call)\b[^.;]{0,30}$"
)


def is_of_the_case(left: str, right: str = "") -> bool:
    """Whether the words before a time speak of another side's paper, the clerk or a schedule.

    >>> is_of_the_case("if petitioner wishes to reply, he shall do so ")
    True
    >>> is_of_the_case("the clerk of brown county shall produce the docket sheets ")
    False
    """
    if _IF_THEY_WISH.match(left) or _THEIR_TURN.match(right):
        return True
    if _COUNSEL.search(left[-160:]):
        return True
    return _CLERK.search(left[-220:]) is not None or _SCHEDULE.search(left[-160:]) is not None


_FROM_THE_ANSWER = spaced(
    r"\s(?:of|after|following|from)\s(?:the\s(?:date|day)\s(?:of\s|that\s|on\swhich\s)?)?(?:the\s)?"
    r"(?:(?:service|filing|receipt)\sof\s)?(?:the|an?|any|such|its|respondent's|defendant's)\s(?:answer|return|traverse|opposition)\b"
    r"(?!\s(?:date|was\sdue))"
    r"|\sthereafter\b"
    r"|\s(?:of|after|following|from)\s(?:its|their|such\s\w{4,12}|(?:when|the\s(?:date|day|time)\s(?:that\s)?)?\s?(?:it|they))\s?"
    r"becom(?:ing|es?)\savailable\b"
)


def runs_from_the_answer(behind: str) -> bool:
    """Whether a period runs from the recipient's own answer, or from what may turn up later.

    Args:
        behind: The words right behind the amount and its unit.

    >>> runs_from_the_answer(" of the date the answer is filed.")
    True
    >>> runs_from_the_answer(" of service of this order.")
    False
    """
    return _FROM_THE_ANSWER.match(behind) is not None
