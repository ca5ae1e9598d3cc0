"""Where the object of a command begins and ends, without whom, when and why.

Authority: READING 12 (what a sentence asks for where no list does).
"""

from __future__ import annotations

import re

from tecum.reading.dates.calendar_words import find_dates
from tecum.reading.dates.periods import find_periods
from tecum.reading.dates.times_of_day import time_after
from tecum.reading.items.enumerated import names_record
from tecum.reading.speech.asked_words import ADVERB, COUNTED, PURPOSE, TO_WHOM, TRAILING
from tecum.reading.text.matching import spaced

__all__ = ["NAMELY", "is_no_thing", "object_start", "past_ordinal", "trimmed"]

_MOST_TAILS = 3


def object_start(low: str, at: int, end: int) -> int:
    """Behind the persons, dates, places and manner that stand between a verb and its object."""
    giving = _YOUR_GIVING.match(low, at, end)
    at = giving.end() if giving else at
    for _ in range(4):
        moved = at
        both = _AND_PRODUCE.match(low, at, end)
        if both:
            at = both.end()
        where = _WHERE.match(low, at, end)
        at = where.end() if where else _past_manner(low, at, end)
        whom = TO_WHOM.match(low, at, end)
        if whom:
            at = whom.end()
        adverb = ADVERB.match(low, at, end)
        if adverb:
            at = adverb.end()
        at = _past_time(low, at, end)
        whose = _WHOSE.match(low, at, end)
        if whose:
            at = whose.end()
        behind = _WITH.match(low, at, end) if at > moved else None
        if behind:
            at = behind.end()
        if at == moved:
            break
    rest = _BETWEEN.match(low, at, end)
    return rest.end() if rest else at


_YOUR_GIVING = spaced(
    r"\s(?:your\s(?:kindly\s|promptly\s)?(?:providing|sending|furnishing|forwarding|supplying"
    r"|producing|giving|letting\s(?:us|me)\shave)|receiving|having)(?=\s)"
)
"""What a wish is for before its object ("we would appreciate your sending the logs")."""
_BETWEEN = re.compile(r"[ ,:\n]{0,200}(?:[0-9a-z]?[)\]}][ _.]{1,4}|_{1,12}[ ]{1,4})?")
"""What stands before the first word: a mark of a list, a rule on which it was written."""


_WHOSE = spaced(
    r"\s?,?\s?(?:for|as\sto|regarding|concerning|with\srespect\sto|in\srespect\sof|relating\sto)"
    r"\s[^,;:.]{3,80},\s(?=(?:the|all|any|each|every|your|copies|a|an)\s)"
)
"""Of whom or what the things are, said before they are named ("for the account …, the name")."""
_AND_PRODUCE = spaced(
    r"\swith\s(?:you|him|her|them),?\s(?:and\s)?(?:then\sand\sthere\s)?(?:to\s)?produce(?=[\s,])"
)
"""The second verb of a subpoena duces tecum ("bring with you, and produce at …")."""
_WHERE = spaced(
    r"\s?,?\sat\s(?:[^;:]|:(?=[0-9])){4,240}?,\s(?=(?:(?:the|all|any|each|every|your|an?)\s(?:[a-z]{2,14}\s){0,4}?"
    r"(?:\w{0,9}files?|records?|documents?|books?|papers?|logs?|reports?|copy|copies|originals?"
    r"|statements?|recordings?|correspondence)\b|copies\s|originals\s))"
)
"""The place, and the time there, said before the things ("at 10 Main Street, on …, the file")."""
_MANNER = spaced(
    r"[\s,]{0,3}\b(?:before|under\sseal|in\s(?:person|camera)|(?:by|via|through)\s(?:(?:certified|registered"
    r"|overnight|regular|first[\s-]class|electronic|secure)\s)?(?:mail|e-?mail|fax|hand|courier|post|messenger"
    r"|carrier|upload|transfer)|to|for\sin\scamera|at|a\s(?:la|el|los|las|esta|este|su)|al|dentro\sdel?)\b"
)
"""How, where or before whom the things are to be given, said before they are named."""
_THING_NEXT = re.compile(
    r",\s{1,3}(?:and\s{1,3})?(?=(?:the|all|any|each|every|your|its|his|her|an?|copies"
    r"|el|la|los|las|todos?|todas?|copias?|un|una)\s)|:\s{1,3}"
)
_UNIT_OF_RECORDS = re.compile(
    r"\b(?:records?|mail|permits?|identification|evidence)\s{1,3}(?:unit|bureau|division|section|office"
    r"|department|custodian|room|desk|clerk|center)\b|\be-?mail\b|\baddress\b|\bin\s{1,3}camera\s{1,3}(?:review|inspection)\b"
)
"""Names of desks and ways that sound like things kept."""
_MOST_MANNER = 200


def _past_manner(low: str, at: int, end: int) -> int:
    """Behind how, where or before whom, where a comma or colon leads to what is to be given."""
    opening = _MANNER.match(low, at, end)
    if opening is None:
        return at
    for stop in _THING_NEXT.finditer(low, opening.end(), min(end, opening.end() + _MOST_MANNER)):
        if names_record(low[stop.end() : min(end, stop.end() + 60)], within=5):
            between = _UNIT_OF_RECORDS.sub(" ", low[opening.end() : stop.start()])
            return at if names_record(between, within=40) else stop.end()
    return at


_WITH = re.compile(r"[\s,]{0,3}with\s{1,3}(?=(?:the|all|any|an?|copies|your)\s)")


_NO_THING = spaced(
    r"(?:the|our|my)\s(?:undersigned|(?:[a-z]{4,12}\s){0,2}(?:officers?|agents?|inspectors?"
    r"|investigators?|auditors?|examiners?|trustee|receiver|clerk|commissioner|director)),\s(?![^.;]{0,160}:\s{0,3}$)|"
    r"[-\u2013\u2014\u2022|*]|at\s[0-9]|(?:to|from|date|re|attn|attention|subject|cc|fax|phone|pages"
    r"|case)\s?:"
    r"|(?:and|or)\s(?:by|in|via)\s(?:hand|mail|fax|e-?mail|person|courier)\b|(?:both|these|those"
    r"|this|it\sall|them\sall|all\sof\s(?:it"
    r"|them|this"
    r"|these|those|that)|all\sthis)\s(?:by|before|on|in|within|back|to|when|as|at|no)\b"
    r"|(?:both|it\sall|all\sof\s(?:it|them))\s?$"
    r"|an?\s(?:\w{4,9}\s)?(?:answer|reply|response|acknowledg\w{4,7})(?=[.;,:?]|\s?$|\s(?:by|before"
    r"|within|no|not|on|at|in|as|so|from\syou|(?:to|of)\s(?:this|our|my|the)\s(?:letter|request|notice"
    r"|subpoena|office|demand|e-?mail))\b)"
    r"|(?:this|the\senclosed|the\sattached)\s(?:letter|request|subpoena|notice|order|form|demand"
    r"|e-?mail)\b"
    r"|(?:(?:an?|the|any)\s)?(?:(?:full|complete|partial|public\sinterest)\s)?(?:fees?\s(?:waiver|reduction)"
    r"|(?:waiver|reduction|remission)(?:\sor\s\w{6,9})?\sof\s(?:[a-z]{2,11}\s){0,5}?(?:fees?|costs|charges))\b"
    r"|an?\s(?:conversation|discussion|dialogue|meeting)\b(?=\s?(?:[.;,?!]|$)|\s(?:with|about|on|to|at|as|so)\b)"
    r"|(?:an?\s)?(?:expedited|expeditious)\s(?:processing|treatment|handling|review|consideration|response)\b"
)
_POINTS_ONLY = spaced(
    r"(?:the|all|those|such|any|every|each)\s(?:of\sthe\s)?(?:\w{4,11}\s)?(?:records?|documents?"
    r"|items?|things"
    r"|papers|materials?|information|books)\s(?:and\s\w{4,12}\s)?(?:described|listed|identified"
    r"|specified"
    r"|named|set\sforth|set\sout|shown|checked|marked|noted|called\sfor|indicated)\s(?:below"
    r"|above|here\w{0,4}"
    r"|overleaf|on\sthe\s(?:back|reverse|next\spage)|in\s(?:the\s)?(?:attached|enclosed|annexed"
    r"|rider|schedule"
    r"|attachment|exhibit|appendix|box|boxes|table|list))\b[^;:]{0,60}$"
)


def is_no_thing(low: str, start: int, end: int) -> bool:
    """Whether behind a verb stands no thing: a fax's head, a pronoun, an answer, a pointer."""
    if _NO_THING.match(low, start, end):
        return True
    words = low[start:end].rstrip(" .,\n")
    return _POINTS_ONLY.match(words) is not None or _POINTED.match(words) is not None


_POINTED = spaced(
    r"(?:the|all|those|such)\s(?:\w{4,11}\s)?(?:records|documents|items|things|papers|materials?"
    r"|information|books)\s(?:described|listed|identified|specified|indicated|checked|marked)"
    r"(?:,\s(?:no|not|on|by|within|at|before)\b[^;:]{0,80})?$"
)
"""What is described, listed or marked somewhere else, with no word on where."""


NAMELY = re.compile(r"[,:(]\s{0,3}(?:namely|to wit|specifically|that is to say)[,:]?\s{1,3}")
"""What leads from a general word to the things themselves ("the missing pieces, namely …")."""
_DAY_ALONE = re.compile(
    r"[\s,]{0,3}(?:by|before|until|no later than)\s{1,4}(?:jan|feb|mar|apr|may|june?|july?|aug"
    r"|sep|oct|nov"
    r"|dec)[a-z]{0,6}\.?\s{1,4}[0-9]{1,2}(?:st|nd|rd|th)?,(?!\s{0,4}[0-9]{4})"
)
"""A day without its year, between commas ("by July 1, with the schedule")."""


_ENDS_OPEN = re.compile(r"\b(?:of|after|from|following|before)\s?$")


def _past_time(low: str, at: int, end: int) -> int:
    window = low[at : min(end, at + 140)]
    opening = re.match(
        r"[\s,]{0,3}(?:within|by|on|no\s|not\s|before|in\s(?=[a-z0-9]{1,12}\s(?:days|hours))"
        r"|at\s(?=[0-9]))",
        window,
    )
    if opening is None:
        return at
    alone = _DAY_ALONE.match(window)
    if alone:
        return at + alone.end()
    for period in find_periods(window):
        if period.start < 40:
            stop = period.end
            comma = re.match(
                r"\s?(?:(?:of|after|from|following|hereof|thereof|by|at|before)\b[^,:;.]{0,40})?[,:]"
                if _ENDS_OPEN.search(window, 0, stop) is None
                else r"[^,:;.]{0,44}[,:]",
                window[stop:],
            )
            return at + stop + (comma.end() if comma else 0)
        break
    for day in find_dates(window):
        if day.start < 45:
            timed = time_after(window, day.end)
            stop = timed.end if timed else day.end
            comma = re.match(r"(?:,?\s(?:at|by)\s[^,:;]{1,24})?\s?[,:]", window[stop:])
            return at + stop + (comma.end() if comma else 0)
        break
    return at


def past_ordinal(low: str, at: int, end: int) -> int:
    """Behind "first," or "secondly," where the parts of a sentence are counted in words."""
    counted = COUNTED.match(low, at, end)
    return counted.end() if counted else at


def trimmed(low: str, start: int, end: int, *, keep_date: bool = False) -> int:
    """The end of an object without what only says by when, why, whither or how soon."""
    for _ in range(_MOST_TAILS):
        tails = (PURPOSE,) if keep_date else (TRAILING, PURPOSE)
        found = [tail.search(low, start, end) for tail in tails]
        starts = [match.start() for match in found if match and match.start() > start + 8]
        if not starts:
            break
        end = min(starts)
    while end > start and low[end - 1] in " \n.,;?!":
        end -= 1
    return end
