"""What a stated date is, from its label, its line and the words before it.

Authority: READING 11 (dates of letters, signing, filing, service and the like have fields of
their own).
"""

from __future__ import annotations

import re
from enum import unique

from tecum.instruments.sought import Several
from tecum.instruments.tails import Tail
from tecum.reading.dates.calendar_words import FoundDate
from tecum.reading.text.matching import spaced
from tecum.words import Word

__all__ = ["DateKind", "kind_of"]


@unique
class DateKind(Word):
    """What a stated date is."""

    LETTER = "letter"
    SIGNED = "signed"
    ISSUED = "issued"
    MAILED = "mailed"
    SERVED = "served"
    HEARING = "hearing"
    FILED = "filed"
    RECEIVED = "received"
    FAX = "fax"
    STAMP = "stamp"
    EDITION = "edition"
    BIRTH = "birth"
    RANGE = "range"
    EARLIER_PAPER = "earlier_paper"
    QUOTED = "quoted"
    OTHER = "other"


_LABELS: tuple[tuple[DateKind, int, re.Pattern[str]], ...] = tuple(
    (
        kind,
        score,
        spaced(
            rf"(?:^|\n|\s{{2}}|[.;:)|]\s?|\b)(?:{words})\s{{0,4}}[:.,-]{{0,2}}\s{{0,6}}(?:the\s"
            rf"|el\s)?$"
        ),
    )
    for kind, score, words in (
        (
            DateKind.BIRTH,
            0,
            (
                r"(?:date\sof\s)?birth(?:\sdate)?|d\.?o\.?b\.?|born(?:\son)?|fecha\sde\snacimiento"
                r"|nacid[oa](?:\sel)?"
            ),
        ),
        (
            DateKind.EDITION,
            0,
            (
                r"(?:rev(?:ised|ision)?|edition|ed|expires?|expiration(?:\sdate)?|approved"
                r"|omb\s[a-z0-9 -]{0,20}|version|effective)\.?"
            ),
        ),
        (
            DateKind.RECEIVED,
            0,
            r"(?:received|rec'd|recd|recibido)(?:\son|\sby(?:\s[a-z]{1,14}){0,4})?",
        ),
        (
            DateKind.ISSUED,
            5,
            (
                r"(?<![a-z] )(?:opinion|decision|ruling)\s(?:filed|issued|delivered|rendered"
                r"|released|announced)(?:\son)?|(?<![a-z] )minutes\s(?:of|for)(?:\sthe)?"
                r"(?:\s(?:regular|special)?\s?(?:meeting|session)\s(?:of|held(?:\son)?))?"
            ),
        ),
        (
            DateKind.FILED,
            0,
            (
                r"(?:e-?)?filed(?:\son|\sin\sopen\scourt)?|filing\sdate"
                r"|entered\son\s(?:the\s)?docket"
                r"|docketed"
            ),
        ),
        (
            DateKind.SERVED,
            0,
            (
                r"(?:date\s(?:of\s)?service|served(?:\s(?:on|by\s[a-z ]{1,30}(?:\son)?))?"
                r"|date\sserved|fecha\sde\snotificacion)"
            ),
        ),
        (
            DateKind.HEARING,
            0,
            (
                r"(?:hearing|trial|deposition|appearance|return|due|response|compliance|production"
                r"|inspection|examination)\s(?:date|on)|date\sand\stime|when|date/time"
            ),
        ),
        (
            DateKind.OTHER,
            0,
            (
                r"(?:date\s(?:of|for)\s(?:arrest|booking|offen[cs]e|entry|hire|incident|death"
                r"|injury"
                r"|release|sentenc\w{2,3}|conviction|removal|admission|crime|loss)"
                r"|(?:hire|start|end|termination|separation|release|booking|arrest|offen[cs]e|incident"
                r"|loss|death|expiration|effective|trial|service|payment|pay|posting|closing|pick-?up"
                r"|delivery)\sdate(?:\srequested)?|cancell?ed|arrested|booked"
                r"|printed|ran|run\sdate)(?:\son)?"
            ),
        ),
        (
            DateKind.ISSUED,
            5,
            (
                r"(?:adopted|decided|submitted|posted)(?:\son)?|date\s(?:submitted|posted)"
                r"|for\simmediate\srelease|(?:press|news|media)\srelease"
            ),
        ),
        (
            DateKind.MAILED,
            7,
            (
                r"(?:date\s)?mail(?:ed|ing)(?:\s(?:date|on))?|date\s(?:of\s)?mail(?:ed|ing)"
                r"|date\ssent"
            ),
        ),
        (
            DateKind.ISSUED,
            9,
            (
                r"(?:date\s(?:of\s)?issu(?:ed|ance|e)|issu(?:ed|ance|e)(?:\s(?:date|on|this"
                r"|at\s[a-z ,.]{1,40}(?:on|this|,)))?|date\s(?:of\s)?(?:request|subpoena|summons"
                r"|notice|order|letter|detainer)|fecha\sde\s(?:emision|expedicion)|request\sdate"
                r"|notice\sdate)"
            ),
        ),
        (
            DateKind.SIGNED,
            9,
            (
                r"(?:dated?(?:\s(?:this|on|at\s[a-z ,.]{1,40}(?:on|this|,)|and\s(?:signed"
                r"|entered)(?:\sthis)?))?|signed(?:\s(?:this|on|at\s[a-z ,.]{1,40}))?|date\ssigned"
                r"|done(?:\sand\sordered)?(?:\s(?:this|on|at\s[a-z ,.]{1,40}))?"
                r"|so\sordered(?:\s(?:this|on))?|it\sis\sso\sordered(?:\s(?:this|on))?"
                r"|witness\smy\shand[a-z ,.]{0,40}|entered(?:\s(?:this|on))?"
                r"|given\sunder\smy\shand[a-z ,.]{0,60}|executed(?:\s(?:this|on)"
                r"|\sat\s[a-z ,.]{1,40})|and\snow,?\sthis|date\s(?:prepared|requested)|fecha"
                r"|fechad[oa](?:\sel)?|dado\s(?:en\s[a-z ]{1,30}\s)?el)"
            ),
        ),
    )
)
_LIKELY = Several(pattern for _, _, pattern in _LABELS)
_TAILS = tuple((kind, score, Tail(pattern)) for kind, score, pattern in _LABELS)
_BEFORE_ANY = Tail(
    spaced(
        r"(?:\b(?:since|from|between|through|thru|during|until|after|before|prior\sto|beginning"
        r"|ending|ended|no\slater\sthan|on\sor\sbefore|by|due|returnable|and|to|desde|hasta|entre"
        r"|a\smas\stardar))\s(?:on\s)?(?:the\s)?$"
    )
)
_TIME_BEHIND = spaced(r"[\s,;|]{0,6}(?:\([a-z]\)\s?|[a-z0-9]\.\s)?(?:at\s)?\(?time\b")
_THIS_DAY = Tail(spaced(r"(?:this|the|on)\s?$"))
_ISSUED_BY = Tail(
    spaced(
        r"(?<![a-z])(?:(?:issued|signed(?=\s(?:this|on|at|by|and|in|under|the)\b|\s?[(,:]|\s?$)|dated"
        r"|entered|sworn|done|hereunto|attest\w{0,3}"
        r"|(?:so|and)\sordered|ordered(?=\s(?:this|in|at)\b)|witness(?=,)|witness\s(?:my|our|his|her|the|whereof)"
        r"|(?:testimony|witness)\swhereof|set\s(?:my|our|his|her|a)\s(?:official\s)?hand"
        r"|given\s(?:under|at|in|this)|by\sthe\scourt|under\s(?:my|our)\shand"
        r"|seal\s[^\n;]{0,60}affixed)\b)(?P<rest>(?:[^\n.;]|\.(?=[a-z0-9,])|(?<=[ .(][a-z])\."
        r"|\n(?!\n)){0,130})$"
    )
)
_CALLS = spaced(
    r"\b(?:appear|attend|produce|testify|bring|deliver|submit|respond|furnish|comply|provide)\b"
)
"""Behind "witness" or "ordered": the date is that of what is commanded, not of the paper."""
_THIS = re.compile(r"\bthis\s{1,4}(?:the\s{1,4})?$")
_NOT_SIGNING = spaced(
    r"\b(?:served|received|filed|mailed|subscribed|acknowledged|delivered|expires?|appear|produce"
    r"|until|arrested|returned)\b[^.;]{0,90}$"
)
_MID = Tail(
    spaced(
        r"(?<!date)(?<!time)(?<!hand and)(?<!issued and)(?<=[a-z,)\"\u201d])"
        r"\s(dated|entered|executed|signed|issued"
        r"|mailed|submitted|posted)\s(?:on\s|as\sof\s)?(?:the\s)?$"
    )
)
_OWN_LINE = re.compile(r"\n\s{0,8}[A-Z][a-z]{4,7}$")
_EARLIER = Tail(
    spaced(
        r"(?:letter|subpoena(?:\sduces\stecum)?|order|request|notice|summons|motion|decision|opinion"
        r"|agreement|memorandum|correspondence|e-?mail|demand|warrant|complaint|indictment|contract"
        r"|judge|policy|affidavit|affirmation|application|petition|declaration)\s(?:of|dated|on|issued"
        r"|from|filed|entered|signed|sworn(?:\sto)?|made)(?:\son)?\s$"
    )
)


_OTHER_DATE = re.compile(
    r"(?<![a-z])(?!(?:issue|issued|issuance|notice|letter|request|subpoena|order|mail|mailing|today's"
    r"|signature|signing|document|report|form|the|this|and|detainer|summons|demand|invoice|memo|as|its|no)\b)"
    r"[a-z]{3,14} date[:.]?\s{0,6}$"
)
"""Another word before "date" ("Reference date:") says what it is the date of."""
_UNDER_PLACE = Tail(
    spaced(
        r"\n[ ]{0,20}(?:place|location|where|lugar)\s?:[^\n]{3,90}\n[ ]{0,20}(?:date|fecha)\s?:\s?$"
    )
)
"""A bare "Date:" below "Place:" says when to come there."""
_OF_ISSUE = frozenset({DateKind.SIGNED, DateKind.ISSUED, DateKind.MAILED})


def _in_a_sentence(before: str, written: str) -> bool:
    """Whether "dated" goes on with a sentence; a line of its own begins with a capital."""
    mid = _MID.search(before)
    return mid is not None and not _OWN_LINE.search(written[: mid.end(1)])


def kind_of(low: str, day: FoundDate, written: str) -> tuple[DateKind, int]:
    """What a stated date is, and how well it would do as the date of issue (0: not at all).

    Args:
        low: The text, plain.
        day: The date, where it stands.
        written: The text as printed.
    """
    line_start = low.rfind("\n", 0, day.start) + 1
    line_end = low.find("\n", day.end)
    line_end = len(low) if line_end < 0 else line_end
    before = low[max(0, day.start - 130) : day.start]
    after = low[day.end : line_end]
    if _TIME_BEHIND.match(low, day.end, day.end + 60):
        return DateKind.HEARING, 0
    for nth in _LIKELY.likely(before):
        kind, score, pattern = _TAILS[nth]
        label = pattern.search(before)
        if label is not None:
            if kind is DateKind.SIGNED and _OTHER_DATE.search(before):
                return DateKind.OTHER, 0
            if kind is DateKind.SIGNED and _UNDER_PLACE.search(before):
                return DateKind.HEARING, 0
            if kind in _OF_ISSUE and (
                _EARLIER.search(before)
                or _in_a_sentence(before, written[max(0, day.start - 130) : day.start])
            ):
                return DateKind.EARLIER_PAPER, 0
            return kind, score
    if _BEFORE_ANY.search(before):
        return DateKind.RANGE, 0
    if _EARLIER.search(before):
        return DateKind.EARLIER_PAPER, 0
    return _by_place(low[line_start : day.start], before, after, heads=line_start == 0)


_PLACE_BEFORE = re.compile(
    r"\s{0,60}(?:en |dado en )?[a-z.'-][a-z .,'-]{2,60}, (?:a|hoy|a los|el) $"
)
"""The place before the day, as Spanish letters and acts are dated ("Ponce, a 3 de …")."""


def _by_place(same_line: str, before: str, after: str, *, heads: bool) -> tuple[DateKind, int]:
    """What an unlabelled date is, from the rest of its line, which may head the paper."""
    if _THIS_DAY.search(before) and _issues(before):
        return DateKind.SIGNED, 8
    if _THIS.search(before) and not _NOT_SIGNING.search(before[:-5]):
        return DateKind.SIGNED, 7
    if heads and same_line.endswith("  ") and after.startswith("  "):
        return DateKind.LETTER, 5
    alone = not same_line.strip(" ,.-|") and len(after.strip(" ,.|")) <= 2
    if alone or (_PLACE_BEFORE.match(same_line) and not after.strip(" .,;-")):
        return DateKind.LETTER, 6
    off = "on" not in same_line[-4:].split()
    if _issues(same_line[-110:] if off else same_line[-50:]):
        return DateKind.SIGNED, 7
    if same_line.endswith("   ") and not after.strip():
        return DateKind.LETTER, 6
    if _COURT_BEFORE.match(same_line) and not after.strip(" .;"):
        return DateKind.ISSUED, 5
    words = (same_line + after).split()
    if len(words) <= 6 and re.search(r"^[^a-z0-9]{0,4}$|[,|]\s*$", same_line[-3:] or ""):
        return DateKind.LETTER, 4
    if len(words) <= 8 and re.match(r"\s{0,3}(?:$|[|/,-]|at\s|time)", after) and _signs(same_line):
        return DateKind.SIGNED, 5
    return DateKind.OTHER, 0


_COURT_BEFORE = re.compile(
    r"\s{0,40}(?:the )?(?:[a-z.'’-]{2,16} ){0,3}(?:court|commission|board|tribunal)"
    r"(?: (?:of|for|the|[a-z.'’-]{3,14})){0,6}, $"
)
"""A line of the deciding court's name and the day, as reports of cases are headed."""


def _issues(words: str) -> bool:
    """Whether words end with a phrase of signing that no command stands behind."""
    match = _ISSUED_BY.search(words)
    if match is None or _DATED_ALREADY.search(match["rest"]):
        return False
    return _CALLS.search(match["rest"]) is None and _DEPOSES.match(match["rest"]) is None


_DEPOSES = spaced(r"\s?,?\s(?:(?:hereby\s)?(?:deposes?|says?|states?|declares?|swears?)\b)")
"""Behind "sworn": the day is that of which the affiant tells, not that of his oath."""

_DATED_ALREADY = re.compile(
    r"\b[a-z]{3,9}\.? [0-9]{1,2}, (?:19|20)[0-9]{2}\b|\b[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}\b"
)
"""Another day stands nearer to the word: "dated May 2, 2022, with a return date of June 1"."""


def _signs(same_line: str) -> bool:
    return (
        re.search(r"(?:/s/|officer|judge|clerk|attorney|director|agent|sheriff|date)", same_line)
        is not None
    )
