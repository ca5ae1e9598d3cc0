"""Where an item ends: at its next marker, or where the document goes on with something else.

Authority: READING 12 (items run over page breaks, past headers, footers and stamps).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from tecum.reading.items.footnotes import before_note_figure, begins_note
from tecum.reading.items.list_headings import HEADING
from tecum.reading.items.list_view import ListView
from tecum.reading.items.markers import MarkedList, Marker
from tecum.reading.text.matching import line_width

__all__ = ["ListHabit", "closes", "habit_of", "is_title", "item_end"]

_CLOSER = re.compile(
    r"(?:should (?:you|your)\b"
    r"|sincerely|respectfully|cordially|very truly|yours|regards|atentamente|thank you|gracias"
    r"|failure|if you|you (?:are|may|must|will|shall|have|need|can)|your (?:failure|response"
    r"|compliance|prompt)"
    r"|this (?:subpoena|request|letter|order|summons|demand|notice|matter|document|inquiry"
    r"|investigation|office|agency)|please"
    r"|dated?\b(?! (?:and|of) (?:time|hour|place|manner|release|birth|hire|arrest|admission"
    r"|entry)\b)"
    r"|issued\b|signed\b|so ordered|it is (?:so |hereby |further )?ordered|by the court"
    r"|by order"
    r"|the (?:clerk|above|originals?|court|undersigned|agency|department|records may"
    r"|documents may|company shall|requested|foregoing)|fail not|in testimony|in witness"
    r"|witness\b(?! (?:statements?|lists?|interviews?|names?)\b)|given under|by:|/s/|_{3,}"
    r"|authority\b|authorized\b"
    r"|personal appearance|compliance (?:by|with)|note\b|notice\b"
    r"|warning\b(?! (?:letters?|notices?|labels?)\b)|do not|in lieu"
    r"|we (?:ask|request|will|are|would|thank|expect|look)|i (?:ask|am|have|will|look|would"
    r"|certify|declare|request)|a (?:copy|response|recipient|check|certification form)|copies may"
    r"|records may|documents may|unless|pursuant|la falta|esta solicitud|el incumplimiento"
    r"|requested by|attorney|special agent|for the|certificate of (?:service|mailing|(?-i:[A-Z]))"
    r"|proof of (?:service|mailing|(?-i:[A-Z]))|production may"
    r"|payments? stop|--|original message|from:|sent:|to:|subject:|before:|where:|when:|place:"
    r"|name:|\((?:printed )?name(?: and title)?\b|title:"
    r"|(?:tele)?phone(?! (?:and|records?|logs?|calls?|bills?|numbers? (?:and|of"
    r"|for|used|given|where|associated))\b)|cc:|enclosure|attachments?:)",
    re.IGNORECASE,
)
_SPEAKS_ON = re.compile(
    r"(?:you (?:are|may|must|will|shall)|failure to|if you|please do not|sincerely|respectfully"
    r"|dated?[: ]|so ordered|it is (?:so |further )?ordered|in witness|witness my"
    r"|any such disclosure|in lieu of)",
    re.IGNORECASE,
)
"""What ends an item even where its list seems to go on, as with the next block of a form."""
_TURNS = re.compile(
    r"(?:please|thank(?:s| you)|if you|i (?:know|am|will|would|ask|look|expect|have)"
    r"|we (?:ask|are|will|would|look|expect)|and (?:not depart|have you then))\b",
    re.IGNORECASE,
)
"""A paragraph that turns to the reader, in whatever case it is typed."""
_AND_ON = re.compile(
    r"(?:at|on)(?:: | (?:location|place|date|time)(?:[: ]{1,3}[0-9A-Z(_]|:?$))"
    r"|at (?:[0-9]{1,5} [A-Z]|the (?:law )?offices? of )"
    r"|and (?:the|said) (?:provider|company|custodian|recipient|holder|officer)"
    r" (?:shall|must|is to)\b"
    r"|and,? it is (?:so |hereby |further ){0,2}(?i:ordered|directed|further)\b"
    r"|and,? (?:(?:within|by|no later than|on or before)\b.*[,:]$|(?:please |then |also "
    r"|you are to |to )?"
    r"(?:bring|produce|deliver|return|send|mail|fax|e-?mail|report|make|have|keep|hold|give|tell"
    r"|let|call"
    r"|answer|complete|sign|turn over|forward|appear|testify)\b (?:them|it|these|those|this|us|me"
    r"|all of|due"
    r"|return|before|with you|back|to (?:me|us)))"
)
"""A line that goes on from a list to what is to be done with it, or by when the rest is due."""
_ALL_OF_WHICH = re.compile(
    r"(?:all of )?(?:which|said (?:records|documents|books|papers|items)) (?:are|is|shall|may|will"
    r"|constitute|pertain)\b"
)
"""What is said of a whole list behind its last member ("which are necessary to …")."""
_AND_IF_FOUND = re.compile(
    r"and,? (?:if (?:you find|you seize|found|seized|any(?: such| of)?\b[^.;]{3,50} (?:is|are|be)"
    r" (?:found|seized))|upon (?:finding|seizing|seizure)|to (?:bring|return|hold|keep)"
    r" (?:the same|it|them|such|said)|y,? (?:si|de) (?:encontrar|hallar)\w{0,5})\b"
)
"""What a writ says is done with the things, behind the last of them and its comma."""
_CONTINUED = re.compile(
    r"\W{0,4}(?:list )?continue[sd] (?:on|in) (?:the |an? )?(?:attach|next|revers|back|page|sheet"
    r"|addend|separate)",
    re.IGNORECASE,
)
"""A form's own line below the space for a list, whether its box is ticked or not."""
_PHASE = re.compile(r"[A-Z][a-z]{2,14}(?: [a-z]{1,12}){0,4}")
"""A heading in small letters between two items ("During the storm")."""
_SUBHEADING = re.compile(
    r"[A-Z][a-z]{2,20}(?:[ ](?:and|of|the|for|or|to|[A-Z][a-z]{2,20})){0,5}[:]?"
)
"""A heading within a list ("Water Resources"), between two of its items."""
_REMARK = re.compile(
    r"(?:reasons?|basis|why|purpose|relevance|explanation|justification|authority|source|comment"
    r"|response|answer|objections?)(?: for request)?\s?:",
    re.IGNORECASE,
)
"""What is said of one member below it, or the space for its answer."""
_DATE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"[ ][0-9]"
)
"""A line that begins with a date goes on with a sentence."""
_DATE_ALONE = re.compile(
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"[ ][0-9]{1,2},?[ ][0-9]{4}|[0-9]{1,2}(?:[ ]de)?[ ][A-Za-z]{3,12}(?:[ ]de)?[ ][0-9]{4}"
    r"|[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4})\.?"
)
"""A line that holds nothing but a date: the paper's own, where the line before is not full."""
_TITLE_WORDS = re.compile(
    r"(?:judge|clerk|director|officer|agent|attorney|commissioner|sheriff|inspector|auditor"
    r"|investigator|administrator|counsel|examiner|supervis|coordinator|chief|secretary|speaker"
    r"|chair|prosecut|detective|sergeant|captain|editor|reporter|registrar|recorder|manager"
    r"|principal|paralegal|custodian|president|trustee|resident|superintendent|controller)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"^(?:[A-Z][A-Za-z'.-]{0,20},?[ ]{1,3}){1,4}[A-Z][A-Za-z'.-]{1,20}"
    r"(?:,[ ][A-Za-z][A-Za-z. ]{1,40})?$"
)
_GOES_ON = (",", " and", " or", " of", " the", " to", " for", " in", " by", "-", "(")
_ALWAYS_ON = (",", "-", "(")
_MOST_CELL_WORDS = 6
_MOST_TITLE_WORDS = 3
_SENTENCE_STOP = re.compile(r"[a-z0-9)\]\"%]\.(?=\s{1,4}[A-Z])")


@dataclass(frozen=True, slots=True)
class ListHabit:
    """How a list is written: what its items end with, and how long its lines are."""

    by_semicolon: bool
    unpunctuated: bool
    width: int


def closes(line: str) -> bool:
    """Whether a line goes on with something that belongs to no list."""
    words = line.strip()
    return (
        _CLOSER.match(words) is not None
        or _NAME.match(words) is not None
        or (len(words) > 3 and _is_capital(words))
    )


def is_title(line: str) -> bool:
    """Whether a short line is the office of who signs ("Registrar", "Deputy Clerk")."""
    words = line.strip()
    return len(words.split()) <= _MOST_TITLE_WORDS and _TITLE_WORDS.match(words) is not None


_GOES_ON_BEHIND = re.compile(r";(?:\s(?:and|or))?$|,\s(?:and|or)$")


_MOST_STOPPED = 3
"""One member in so many may end with a stop in a list that has none: a line stands behind it."""


def habit_of(text: str, marked: MarkedList) -> ListHabit:
    """The habit of a list, from the items that another marker ends."""
    tails = [
        text[max(m.content, n.start - 40) : n.start].rstrip() for m, n in pairwise(marked.markers)
    ]
    start = marked.start
    return ListHabit(
        any(map(_GOES_ON_BEHIND.search, tails)),
        bool(tails) and _MOST_STOPPED * sum(tail[-1:] in ".;," for tail in tails) <= len(tails),
        line_width(text[max(0, start - 6000) : start + 6000]),
    )


def item_end(
    view: ListView, start: int, limit: int, marker: Marker, habit: ListHabit, *, is_last: bool
) -> int:
    """The end of the item whose words begin at ``start``.

    Args:
        view: The text.
        start: Where the words of the item, or of the last one nested in it, begin.
        limit: The start of the next marker of the list, or the end of the text.
        marker: The item's own marker.
        habit: How the list is written.
        is_last: Nothing of this list follows.
    """
    text = view.folded
    at, end = start, limit
    while True:
        line_end = text.find("\n", at, limit)
        if line_end < 0:
            break
        following = line_end + 1
        while following < limit and text[following] in "\n ":
            following += 1
        if (
            following >= limit
            or _is_beside(view, start, at, following)
            or _is_of_the_list(
                text[at:line_end].rstrip(), text[following : following + 80], is_last=is_last
            )
            or _is_foot(view, text[at:line_end].rstrip(), following)
            or begins_note(text, following)
            or _stops(view, at, line_end, following, marker, habit=habit, is_last=is_last)
        ):
            end = line_end
            break
        at = following
    if is_last and (marker.inline or habit.by_semicolon):
        if marker.inline:
            paragraph = text.find("\n\n", start, end)
            end = paragraph if paragraph >= 0 else end
        stop = _SENTENCE_STOP.search(text, start, end)
        end = stop.end() if stop else end
    while end > start and text[end - 1] in " \n":
        end -= 1
    return before_note_figure(text, start, end)


def _is_of_the_list(line: str, behind: str, *, is_last: bool) -> bool:
    """Whether the words behind a line speak of the whole list, or send the reader elsewhere."""
    if _CONTINUED.match(behind):
        return True
    if not is_last:
        return False
    if line.endswith((",", ";")) and _AND_IF_FOUND.match(behind):
        return True
    return line.endswith((".", ";")) and _ALL_OF_WHICH.match(behind) is not None


def _is_beside(view: ListView, start: int, at: int, following: int) -> bool:
    """Whether a short line stands right of the item, at the height of its lines: a next cell."""
    later = view.flow.line_at(following)
    if later.box is None or len(later.text.split()) > _MOST_CELL_WORDS:
        return False
    own = [view.flow.line_at(position).box for position in (start, at)]
    level = [
        box for box in own if box is not None and box[1] < later.box[3] and box[3] > later.box[1]
    ]
    return bool(level) and all(later.box[0] > box[2] for box in level)


def _stops(
    view: ListView,
    at: int,
    line_end: int,
    following: int,
    marker: Marker,
    *,
    habit: ListHabit,
    is_last: bool,
) -> bool:
    """Whether the document goes on with something else in the line that follows."""
    text = view.folded
    next_end = text.find("\n", following)
    next_line = text[following : next_end if next_end >= 0 else len(text)].strip()
    line = text[at:line_end].rstrip()
    first = next_line.lstrip("\"'")[:1]
    headed = HEADING.match(text, following) or (len(next_line) > 3 and _is_capital(next_line))
    if headed or _AND_ON.match(next_line):
        return not line.endswith((",", "-", " of", " the", " and", " or"))
    if not is_last:
        outside = view.paragraphs.begins(following)
        ended = line.endswith((".", ";")) or outside
        subheading = ended and _SUBHEADING.fullmatch(next_line) is not None
        outdented = (
            outside and first.isupper() and view.paragraphs.left_of(following, marker.content)
        )
        remark = ended and _REMARK.match(next_line) is not None
        subheading = subheading or (
            _PHASE.fullmatch(next_line) is not None
            and not line.endswith(_GOES_ON)
            and view.starts_at(next_end)
            and _early(line, next_line, habit.width)
        )
        apart = text.count("\n", line_end, following) > 1 or line.endswith(".")
        beside = (
            habit.unpunctuated
            and first.isupper()
            and line[-1:] not in ",-(:"
            and _early(line, next_line, habit.width)
            and _outdented(view, marker, following)
        )
        return (
            subheading
            or outdented
            or remark
            or beside
            or (apart and first.isupper() and _SPEAKS_ON.match(next_line) is not None)
        )
    whitened = view.paragraphs.begins(following)
    parted = whitened and view.paragraphs.left_of(following, at)
    apart = text.count("\n", line_end, following) > 1 or parted
    turns = apart and line[-1:] not in ",-(" and _TURNS.match(next_line) is not None
    open_end = line.endswith(_ALWAYS_ON if whitened and first.isupper() else _GOES_ON)
    if not turns and (first.islower() or open_end):
        return False
    if apart and not turns and (first.isupper() or not first.isalnum()):
        page_turn = view.flow.line_at(at).page != view.flow.line_at(following).page
        return not (page_turn and line[-1:] not in ".;:" and not _CLOSER.match(next_line))
    dated = _DATE_ALONE.fullmatch(next_line) and _early(line, next_line, habit.width)
    if turns or dated or whitened or _CLOSER.match(next_line):
        return True
    if _DATE.match(next_line) and not line.endswith((".", ";", ":")):
        return False
    early = _early(line, next_line, habit.width)
    outdented = _outdented(view, marker, following)
    if line.endswith((".", ";", ":")) and first.isupper():
        return line.endswith((".", ";")) and (early or habit.by_semicolon or outdented)
    if _NAME.match(next_line) and (early or _TITLE_WORDS.search(text[following : following + 160])):
        return True
    if habit.unpunctuated and first.isupper():
        return early or outdented
    return first.isupper() and outdented and early


_FOLIO = re.compile(
    r"-{1,2} ?[0-9]{1,4} ?-{1,2}|(?i:page) [0-9]{1,4}(?: of [0-9]{1,4})?|[0-9]{1,3}"
)
_HEAD_BETWEEN = re.compile(
    r"[A-Z][A-Za-z0-9&'/() -]{2,60}(?:, (?i:pages?|pp?\.) [0-9]{1,4}(?:-[0-9]{1,4})?)?"
)
_MOST_HEAD_WORDS = 9


def _is_foot(view: ListView, line: str, following: int) -> bool:
    """Whether a page's number, or a heading of the next members, stands alone between two."""
    text = view.folded
    next_end = text.find("\n", following)
    if next_end < 0:
        return False
    words = text[following:next_end].strip()
    head = _PAGE_BELOW.match(text, next_end)
    if head is not None and line.endswith(_ENDS) and len(words.split()) <= _MOST_CELL_WORDS:
        return view.starts_at(head.end())
    if not view.starts_at(next_end):
        return False
    if _FOLIO.fullmatch(words):
        return True
    apart = text.startswith("\n\n", max(0, following - 2)) and text.startswith("\n\n", next_end)
    short = len(words.split()) <= _MOST_HEAD_WORDS and _HEAD_BETWEEN.fullmatch(words) is not None
    return apart and short and line.endswith(_ENDS)


_ENDS = (".", "?", ";")
_PAGE_BELOW = re.compile(
    r"\n[ ]{0,60}(?:Page|PAGE|page|-{1,2})[ ]?[0-9]{1,4}(?: of [0-9]{1,4})?(?: ?-{1,2})?"
    r"[ ]{0,9}(?=\n)"
)
"""The second line of a head that later pages of a letter bear, below whom it is to."""


def _early(line: str, next_line: str, width: int) -> bool:
    """Whether a line ends although the next word would have fitted."""
    word = next_line.split(maxsplit=1)[0] if next_line.split() else ""
    return len(line) + 1 + len(word) < 0.92 * width


def _outdented(view: ListView, marker: Marker, following: int) -> bool:
    """Whether a line begins left of the words of the item."""
    own, later = view.flow.line_at(marker.start), view.flow.line_at(following)
    if own.box is not None and later.box is not None:
        return later.box[0] < own.box[0] + 2
    own_indent = len(own.text) - len(own.text.lstrip())
    return len(later.text) - len(later.text.lstrip()) <= own_indent


_CAPITALS = bytes(range(ord("A"), ord("Z") + 1))
_LETTERS = _CAPITALS + _CAPITALS.lower()
_FIGURES = b"0123456789"


def _is_capital(line: str) -> bool:
    if line.isascii():
        content = line.encode("ascii")
        capitals = len(content) - len(content.translate(None, _CAPITALS))
        letters = len(content) - len(content.translate(None, _LETTERS))
        figures = len(content) - len(content.translate(None, _FIGURES))
        return letters >= 4 and capitals > 0.9 * letters and not figures
    letters = sum(map(str.isalpha, line))
    return (
        letters >= 4
        and sum(map(str.isupper, filter(str.isalpha, line))) > 0.9 * letters
        and not any(map(str.isdigit, line))
    )
