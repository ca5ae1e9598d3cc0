"""Who demands in words that an answer uses too, and who asks a judge to order it (READING 8).

A deficiency letter, a refused extension, the letter after a refusal: each begins as an answer
does ("We received your letter …") and then tells its reader what to produce and by when. Who
requests records under a law says what he expects of the answer and how he would narrow it. A letter
to a judge asks him to command somebody else: it moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tecum.provenance import Span
from tecum.reading.conduct.standing import Standing
from tecum.reading.paper.letter import is_greeted
from tecum.reading.paper.paper import Paper
from tecum.reading.text.matching import spaced

__all__ = ["HEARD_OF_YOURS", "OF_A_REQUEST", "asks_a_judge", "insists", "requests_under_law"]


def _spaced(pattern: str) -> re.Pattern[str]:
    """A pattern each of whose spaces may be the end of a line."""
    return spaced(pattern.replace(" ", r"\s"), re.IGNORECASE)


_THINGS = (
    r"(?:records?|documents?|minutes|files?|ledgers?|logs?|reports?|invoices?|copies|index"
    r"|statements?|responses?|answers?|information|materials?|items?|data|correspondence|e-?mails"
    r"|(?-i:them)\b|production|footage|recordings?|certification|list)"
)
_WANTED = (
    r"(?:produc(?:e|ed|tion)|turn(?:ed)? over|deliver(?:ed|y)?|furnish(?:ed)?|compl(?:y|iance)"
    rf"|(?:provide|submit|send|serve|supply)(?:d|ted)?\b[^.;]{{0,70}}?\b{_THINGS})"
)
_TOLD = (
    r"(?:please|kindly"
    r"|you (?:must|shall|are (?:hereby )?(?:directed|required|ordered|instructed) to)"
    r"|must|shall|demands?|requires?|final request|(?:expect|direct|insist)s?\b(?: that)?)"
)
_UNTIL = (
    r"(?:by|before|no later than|not later than|on or before|within)\s"
    r"(?:(?:the )?(?:close of business|noon|\d{1,2}(?::\d\d)? ?[ap]\.?m\.?)\W{1,3}(?:on )?)?"
    r"(?:[a-z]{3,9}day,? )?(?:(?:\w{3,9}\.? )?\d{1,2}\b|(?:\w{3,9} )?\(?\d{1,3}\)?|\w{3,9} "
    r"(?:business |calendar |working )?days)"
)
_INSISTS = _spaced(
    rf"\b{_TOLD}\s(?:[^.;]{{0,120}}?\b)?{_WANTED}\b[^.;]{{0,120}}?\b{_UNTIL}"
    rf"|\b(?:must|not|shall) (?:be )?(?:here|in (?:our|my) (?:hands|office)|reach us|with us)\b"
    rf"[^.;]{{0,24}}?(?:{_UNTIL}|\b\w{{3,9}} \d{{1,2}}\b)"
    rf"|\b(?:i|we) (?:will |shall )?(?:still|also) need\b[^.;]{{3,100}}?\b{_UNTIL}"
    r"|\byou have [^.;]{2,60}?\bdays\b[^.;]{0,60}?"
    r"\bto (?:submit|produce|provide|deliver|send|furnish|supply)\b"
    rf"|\b{_TOLD}\s(?:provide|produce|submit|send|serve|deliver)\s{_UNTIL}[^.;]{{0,30}}?\b[^.;]{{0,60}}?"
    rf"\b{_THINGS}"
)
_OURS = _spaced(
    r"\b(?:our|this (?:office|department|agency|commission|board)['’]s|the (?:agency|department"
    r"|office|commission|state|board|bureau)['’]s|its|the|this|immigration|administrative)"
    r"\s?(?:\w+ ){0,3}?(?:subpoena|summons|civil investigative demand|demand|notice|data request"
    r"|document request|charter|request(?:s)? (?:for (?:production|information|documents)|of))\b"
)
_OR_ELSE = _spaced(
    r"\b(?:failing which|if you (?:do not|fail to|don['’]t) (?:comply|produce|respond)|or (?:we|the"
    r" (?:state|commission|department|agency|office|united states)) will (?:petition|move|seek|file"
    r"|refer|apply)|will (?:be referred|move to compel|petition|seek enforcement|file a petition)"
    r"|before the (?:united states|state|department) (?:files|moves|petitions|seeks))"
)
_MISSING = _spaced(
    r"\b(?:incomplete (?:response|production|return|answer)|overdue"
    r"|still (?:owing|missing|outstanding)|(?:nothing|not|never) "
    r"(?:has |have |was |were |been ){0,2}(?:produced|delivered|received|provided)"
    r"|remains? (?:outstanding|missing|due))\b"
)
_NOT_RECORDS = _spaced(
    r"\b(?:fees?|payment|deposit|clarification|identification|authori[sz]ation|release form|consent"
    r"|proof of|date range|your request will|search terms?|narrow)\b"
)
HEARD_OF_YOURS = (
    "we_have_yours", "received_yours", "speaks_of_yours", "re_yours", "your_request_is",
    "what_you_asked", "in_response", "objection_title", "finds_fault", "grounds", "says_refuses",
    "encloses_production", "says_will_answer", "says_you_asked", "titled_answers_paper",
)  # fmt: skip
"""What such a letter says of the answer that it had."""


def _said(
    paper: Paper, pattern: re.Pattern[str], quotes: Sequence[tuple[int, int]]
) -> re.Match[str] | None:
    """The first place where a paper itself says something, outside what it quotes.

    Only the first letters are looked through: a letter says early what it wants.
    """
    said = paper.find(pattern, till=_FIRST_LETTERS)
    return next((m for m in said if not any(a <= m.start() < b for a, b in quotes)), None)


_FIRST_LETTERS = 16_000


def insists(paper: Paper, quotes: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The words that tell again what to produce and until when; empty where nobody does.

    Args:
        paper: The paper.
        quotes: Where others speak in it.
    """
    found = _said(paper, _INSISTS, quotes)
    if found is None or _NOT_RECORDS.search(found[0]) is not None:
        return ()
    behind = paper.search(_OR_ELSE, _OURS, _MISSING)
    return paper.spans(*found.span()) if behind is not None else ()


_LAW = (
    r"(?:(?:act|law|statute|code|ordinance|regulations?|rules?)\b|\u00a7"
    r"|\b\d{1,2} (?:u\.?s\.?c|c\.?f\.?r)|\bFOIL?A?\b)"
)
_I_REQUEST = (
    r"(?:i|we)(?: am| are|'m|'re)? "
    r"(?:hereby |formally |respectfully |further |also |making a ){0,2}request(?:ing)?"
)
_UNDER_LAW = _spaced(
    rf"\b(?:under|pursuant to|in accordance with|as provided (?:by|in))\b[^;]{{3,140}}?{_LAW}"
    rf"[^;]{{0,110}}?\b{_I_REQUEST}\b"
    rf"|\b{_I_REQUEST}\b[^;]{{3,140}}?\b(?:under|pursuant to)\b[^;]{{3,120}}?{_LAW}"
    r"|\bthis (?:request is made|is a request)(?: for [^.;]{3,60})? (?:pursuant to|under)\b"
)
_ANSWERS_ONE = frozenset({"in_response", "we_have_yours", "repeats_yours", "re_yours"})
OF_A_REQUEST = (
    "your_request_is", "searched", "received_yours", "says_may_be_had", "says_is_not_there",
    "declines", "delivery", "said", "costs_of_copies", "tells_everybody", "byline",
)  # fmt: skip
"""What a requester says of the answer that he expects, of its cost and of what he has read."""


def requests_under_law(
    paper: Paper, names: Iterable[str], quotes: Sequence[tuple[int, int]]
) -> bool:
    """Whether a writer requests for himself under a law, and answers nobody.

    Args:
        paper: The paper.
        names: The signals found in it.
        quotes: Where others speak in it.
    """
    heard = set(names)
    if "act_request" not in heard or heard & _ANSWERS_ONE:
        return False
    return _said(paper, _UNDER_LAW, quotes) is not None


_JUDGE = re.compile(
    r"\W{0,3}(?:dear\s|to\s|may it please\s)?(?:the\s)?(?:(?:chief|magistrate|presiding"
    r"|administrative|district|united states|u\.s\.)\s){0,3}"
    r"(?:judge|justice|chancellor|your honou?r|hon\.|honou?rable)\b",
    re.IGNORECASE,
)
_ORDER_SOUGHT = _spaced(
    r"\b(?:request|ask|move|seek)s?\b[^.;]{0,160}?\b(?:be (?:ordered|directed|compelled|required)"
    r"|an order|to (?:order|direct|compel|quash|so order)|(?:an? )?(?:extension|adjournment"
    r"|conference|leave))\b"
)


def asks_a_judge(paper: Paper, standing: Standing) -> tuple[Span, ...]:
    """The words in which a letter to a judge asks for an order; empty where none does."""
    letter = standing.letter
    if letter.salutation is None or not is_greeted(paper, letter):
        return ()
    if _JUDGE.match(paper.lines[letter.salutation].text) is None:
        return ()
    sought = paper.search(_ORDER_SOUGHT)
    return paper.spans(*sought.span()) if sought is not None else ()
