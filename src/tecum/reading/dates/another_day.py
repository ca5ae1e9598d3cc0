"""Days that look like the recipient's own and are somebody else's, or are no longer (READING 11).

What the sender must file himself, the day on which an order was made, a docket that is only named
by its day, a date that the paper takes back, the hearing of a paper that calls nobody to it: none
of them is the time to comply.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from tecum.reading.dates.several import PhraseAt
from tecum.reading.text.matching import Unit, spaced, unit_at
from tecum.words import Band, DueFor, DueForm

__all__ = ["before_its_paper", "without_other_days"]

_FILED = (
    r"(?:answer|opposition|brief|reply|responses?|report|motion|petition|complaint|memorandum"
    r"|pleadings?|objections?|appeal|disclosures?|findings)"
)
_SENDERS = spaced(
    rf"\b(?:our|my)\s(?:own\s)?(?:\w{{3,12}}\s)?{_FILED}\b(?!\s(?:to\syou|letter))(?:(?!\sand\s)[^.;]){{0,60}}?\b(?:is|are|must|falls?|has)\b"
    r"(?:(?!\sand\s)[^.;,]){0,40}$"
    r"|\b(?:requires?|required|orders?|ordered|directs?|directed|obliges?|obliged|asked)\s(?:us|me)\sto\s"
    r"(?:report|file|answer|respond|reply|submit|certify|publish)\b[^.;,]{0,60}$"
    r"|\b(?:congress|the\s(?:legislature|governor|general\sassembly|council))\s(?:has\s)?(?:requires|required"
    r"|directs|directed|asked)\s(?:us|the\s\w{4,12})\sto\sreport\b[^.;,]{0,60}$"
    r"|\b(?:answered|filed|submitted|completed|reported)\sby\s(?:us|me|this\s(?:office|department))\s$"
    r"|\b(?:we|i)\s(?:[^.;,]{3,40}\sand\s)?(?:must|have\sto|need\sto|are\sto|am\sto|are\s(?:required|due)\sto)\s"
    r"(?:answer|file|report|reply|respond|certify)\b[^.;,]{0,60}$"
)
_HE_SAYS = spaced(
    r"\b(?:you|your\s(?:letter|office|client|counsel|reply|response|e-?mail|objections?))\b[^.;]{0,60}?"
    r"\b(?:stated|states|says?|said|wrote|writes|proposed|proposes|offered|offers|promised|indicated"
    r"|advised|responded)\s(?:us\s)?(?:that\s)?[^.;]{0,40}?"
    r"\b(?:will|would|intends?\sto|plans?\sto)\s[^.;]{0,60}$"
)
"""What the addressee wrote that he would do by a day of his own."""
_ANOTHER_ASKED = spaced(
    r"\b(?:an?|the|another|one)\s(?!\w{0,9}\s?you)(?:\w{3,12}\s){1,4}(?:has|have|had)\s(?:also\s)?been\s"
    r"(?:asked|subpoenaed|summoned|called|invited|noticed)\s(?:separately\s)?to\b[^.;]{0,60}$"
)
_IF_HE = spaced(
    r"\bif\s(?:it|you|they|he|she|the\s\w{4,14})\s(?:files?|sues?|appeals?|objects?|contests?|moves?"
    r"|elects?|chooses?)\b[^.;]{0,90}$"
)
_OF_THE_CASE = spaced(
    r"\b(?:discovery|expert\sdisclosures?|pleadings|mediation)\b[^.;]{0,50}?\b(?:shall|must|will|is|are)"
    r"\s(?:be\s)?(?:completed|closed?|concluded|exchanged|finished)\b[^.;]{0,20}$"
)
_MADE_ON = spaced(
    r"\b(?:ordered|adjudged|decreed|entered|done|given|dated|issued|signed)\b,?\s{0,2}"
    r"(?:(?:on|at\s[a-z ,]{3,40})\s)?(?:this\s)(?:the\s)?$"
)
_NAMES_A_LIST = spaced(
    r"\s(?:court\s)?(?:docket|calendar|agenda|hearing|meeting|session|trial|term|sitting|primary"
    r"|election|edition|issue|letter|order|subpoena|notice|request|memo(?:randum)?|incident|event)\b"
)
_OF_THE = spaced(r"\b(?:on|from|of|about|in)\sthe\s$")
_TAKEN_BACK = spaced(
    r"\W{0,3}(?:is|was|has\sbeen|are)\s(?:hereby\s|now\s|accordingly\s)?(?:modified|extended|vacated|superseded|changed|moved"
    r"|shortened|postponed|continued|advanced|withdrawn|no\slonger|cancell?ed|stricken)\b"
)
_SET_BEFORE = spaced(
    r"\b(?:set|had|bore|carried|stated|gave|specified|fixed)\s(?:an?|the)\s(?:original\s|earlier\s|first\s)?"
    r"(?:return|due|compliance|response|production)\s(?:date|day)\sof\s$"
    r"|\b(?:original|former|earlier|previous|prior|old)\s(?:return|due|compliance|response|production)\s"
    r"(?:date|day)\b[^.;]{0,30}$"
)
_STANDS = spaced(
    r"[^.;]{0,40}?\b(?:remains?|stands?|still|unchanged|continues?|applies|controls?|governs?)\b"
)
_KEPT = spaced(
    r"\b(?:by|before|meet|keep(?:ing)?(?:\sto)?|observe|not\s(?:extend|move|change)\w{0,3}|no\slater\sthan)\s"
    r"(?:the|that|its|our)\s(?:original|former|earlier|previous|prior|old)\b[^.;]{0,40}$"
)
"""What keeps a day that was set before."""
_UNLESS_DONE = spaced(r"\b(?:(?:do|does|did)\snot|fails?\sto|failed\sto|failure\sto)\s$")
_COURTS_LINE = re.compile(r"\b(?:dept|department|courtroom|judicial officer|presiding)\b")
_COME = re.compile(
    r"\b(?:appear(?!ance)|appearance before|attend(?!ance)|testif|summoned|deponent)"
)
_NEED_NOT = spaced(
    r"\b(?:need\snot|not\s(?:be\s)?required\sto|do\snot\s(?:need|have)\sto|without|in\slieu\sof|instead\sof)"
    r"\s(?:personally\s)?(?:appear|attend|testify)\w{0,4}|\bno\s(?:personal\s)?appearance\b"
)
_AT_THE_HEARING = spaced(
    r"\b(?:at|to|for|before|of|on)\s(?:the|said|that|this|such)\s(?:\w{3,10}\s)?(?:hearing|trial|time|date)\b"
)
_OF_A_HEARING = re.compile(r"\W{0,3}(?:hearing|trial|date (?:of|for) (?:the )?(?:hearing|trial))\b")


_FIGURES = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d\d)\b")


def before_its_paper(low: str, read: PhraseAt, issued: date | None) -> PhraseAt:
    """A day in figures that lies before the paper's own date, its day and month perhaps turned.

    Nobody asks for anything by a day that has gone by: both readings are shown as a conflict.
    """
    phrase = read.phrase
    written = _FIGURES.search(low, read.start, read.end)
    if issued is None or phrase.date is None or written is None or phrase.conflicts:
        return read
    given = date(*map(int, phrase.date.split("-")))
    first, second = int(written[1]), int(written[2])
    own = first != second and {first, second} == {given.month, given.day}
    if given >= issued or not own or given.day > _MONTHS:
        return read
    turned = given.replace(month=given.day, day=given.month)
    both = sorted((given, turned))
    return replace(
        read,
        phrase=replace(
            phrase,
            band=Band.CONFLICT.value,
            value_band=Band.UNSURE.value,
            date=both[0].isoformat(),
            signals={**phrase.signals, "conflict": "day_or_month"},
            conflicts=tuple({"date": day.isoformat()} for day in both),
        ),
    )


_MONTHS = 12


def without_other_days(low: str, cut: tuple[Unit, ...], found: list[PhraseAt]) -> list[PhraseAt]:
    """The phrases, those that bind somebody else or nobody any more made to bind nobody.

    Args:
        low: The text, plain.
        cut: Its units.
        found: The phrases in printed order.
    """
    out = [
        replace(read, binds=False) if read.binds and _is_anothers(low, cut, read) else read
        for read in found
    ]
    calls = _COME.search(_NEED_NOT.sub(" ", low)) is not None or _AT_THE_HEARING.search(low)
    for i, read in enumerate(out):
        others = [r for r in out if r.binds and r is not read]
        if read.binds and others and _is_beside(low, read, others, calls=bool(calls)):
            out[i] = replace(read, binds=False)
    return out


def _is_anothers(low: str, cut: tuple[Unit, ...], read: PhraseAt) -> bool:
    unit = cut[unit_at(cut, read.start)]
    left, right = low[unit.start : read.start], low[read.end : unit.end]
    said = low[read.start : read.end]
    labelled = f"{left}{said.partition(' by ')[0]} " if " by " in said else left
    by_words = (
        _HE_SAYS.search(left)
        or _ANOTHER_ASKED.search(left)
        or _SENDERS.search(left)
        or _SENDERS.search(labelled)
        or _IF_HE.search(left)
        or _OF_THE_CASE.search(left)
    )
    set_before = _SET_BEFORE.search(f"{left}{said[: said.rfind(' of ') + 4]}")
    stands = _STANDS.match(right) is not None or _KEPT.search(left) is not None
    if by_words or (set_before and not stands):
        return True
    if read.phrase.form is not DueForm.DATE:
        return False
    return bool(
        _TAKEN_BACK.match(right)
        or _MADE_ON.search(left)
        or (_OF_THE.search(left) is not None and _NAMES_A_LIST.match(right) is not None)
        or (read.phrase.rule == "due.label/1" and _is_courts_own(low, read))
    )


def _is_courts_own(low: str, read: PhraseAt) -> bool:
    """Whether a "Date:" with its hour stands in the head of a court's minutes."""
    line = low[low.rfind("\n", 0, read.start) + 1 :].split("\n", 1)[0]
    return "minute order" in low and _COURTS_LINE.search(line) is not None


def _is_beside(low: str, read: PhraseAt, others: list[PhraseAt], *, calls: bool) -> bool:
    """Whether, beside a time that the paper sets, a day is its hearing's or that of a penalty."""
    label = read.phrase.rule == "due.label/1"
    of_hearing = read.phrase.due_for is DueFor.TESTIMONY and _OF_A_HEARING.match(low, read.start)
    if label and of_hearing and not calls:
        return True
    day = read.phrase.date or ""
    earlier = any(r.phrase.date and r.phrase.date < day for r in others)
    unless = _UNLESS_DONE.search(low[max(0, read.start - 40) : read.start])
    return bool(earlier and day and unless)
