"""Whom a paper addresses that has no label, address or command: by where a name stands.

A name above "you", above a street or above an attention line, the holder of a form, a mail's
header, whom a letter greets (READING 12).
"""

from __future__ import annotations

import re
from email.utils import parseaddr

from tecum.instruments.institutions import load_institutions
from tecum.provenance import Read
from tecum.reading.paper.address_lines import displayed, trimmed, without_marks
from tecum.reading.paper.cells import is_label
from tecum.reading.paper.date_line import is_date_line
from tecum.reading.paper.letter import Letter
from tecum.reading.paper.paper import Paper
from tecum.reading.parties.addressee_body import is_part
from tecum.reading.parties.addressee_labels import ASKED_BY, FILLED_IN_BY_ASKER
from tecum.reading.parties.by_domain import house_by_domain
from tecum.reading.parties.commanded import whom_commanded
from tecum.reading.parties.named_addressee import addressee_in_words
from tecum.reading.parties.nobody import names_nobody
from tecum.reading.signer.signing_body import is_house, is_running
from tecum.reading.signer.titles import find_title
from tecum.words import Band, SignatoryRole

__all__ = ["TITLED", "addressee_by_place", "signs_below"]

_SALUTED = re.compile(r"^(?:(?i:dear)\s{1,60})?(?P<who>[A-Z][^:]{3,80}):?,?$")
_OPENING = re.compile(
    r"^(?!hello|hi\b|hey|good |greetings|thanks|(?:good )?(?:morning|afternoon|evening)"
    r"|buen[oa]s)(?P<who>[A-Z][\w&.'’ -]{2,50}),$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:sir|madam|custodian|grantee|whom it may|counsel|colleague|records officer"
    r"|officer|director|sheriff|chief|friend"
    r"|resident|employer|recipient|sirs|gentlemen|all|team|staff)\b\s{0,60}[:,]?$"
    r"|^to\s\w{3,5}\sit\s\w{2,4}\s\w{5,9}\b",
    re.IGNORECASE,
)
_ATTENTION = re.compile(r"^\W{0,60}(?:attn|attention|c/o|atenci[oó]n)\b\W{0,3}\w", re.IGNORECASE)
_HOLDER = re.compile(
    r"^.{0,40}\b(?:center|portal|request form)\s{1,60}[-–—|]\s{1,60}", re.IGNORECASE
)


def _holder_of_form(paper: Paper) -> int | None:
    """The office at the head of a form on which somebody else names himself as requester."""
    if paper.is_mail or not paper.search(ASKED_BY, FILLED_IN_BY_ASKER):
        return None
    bodies = load_institutions()
    return next(
        (i for i in range(min(4, len(paper.lines))) if bodies.is_body(paper.lines[i].text)), None
    )


_HOUSE = re.compile(r"^\d{1,6}[A-Z]? [A-Z][\w.' -]{2,40}$|^P\.?\s?O\.? Box \d", re.IGNORECASE)


def _above_street(paper: Paper, letter: Letter) -> int | None:
    """A name over a street address below the head of a paper that has no date line."""
    bodies = load_institutions()
    for i in range(2, min(len(paper.lines) - 1, 14)):
        text = paper.lines[i].text.strip()
        under = paper.lines[i + 1].text.strip()
        named = 3 < len(text) < 70 and text[0].isupper() and not text.endswith((".", ":", ","))
        if (
            named
            and i not in letter.letterhead
            and _HOUSE.match(under)
            and not re.search(r"\d", text)
            and not signs_below(paper, i)
        ):
            return None if bodies.is_body(text) and i < 4 else i
    return None


_HEAD_OF_SHORT = 6


def signs_below(paper: Paper, i: int) -> bool:
    """Whether a line stands, or stands again, where the sender signs: it is not the addressee's."""
    if i > _HEAD_OF_SHORT and i >= len(paper.lines) - 4:
        return True
    text = paper.lines[i].text.strip(" ,")
    below = paper.lines[max(i + 1, len(paper.lines) - 6) :]
    return any(line.text.strip(" ,") == text for line in below)


def _above_attention(paper: Paper) -> int | None:
    """The addressee whose officer an "Attn:" line below it names."""
    for i in range(1, min(len(paper.lines), 20)):
        above = paper.lines[i - 1].text.strip()
        if _ATTENTION.match(paper.lines[i].text) and 3 < len(above) < 80 and above[0].isupper():
            return None if above.endswith((".", ":", ",")) and not above.endswith("Inc.") else i - 1
    return None


TITLED = re.compile(
    r"\b(?:subpoena|summons|warrant|order|detainer|notice|request|demand|motion|petition|award"
    r"|report|certificate|records|form|matter of|in re|v\.)(?=\s|$|:)",
    re.IGNORECASE,
)


def _above_you(paper: Paper, letter: Letter) -> int | None:
    """A name by itself just above the first sentence of process, which speaks to "you"."""
    for i in range(2, min(len(paper.lines), 12)):
        text = paper.lines[i].text.strip()
        if len(text.split()) < 8:
            continue
        at = i - 1
        while at > 2 and _NUMBER_LINE.fullmatch(paper.lines[at].text.strip()):
            at -= 1  # the demand's own number stands between its addressee and its words
        name = paper.lines[at].text.strip()
        told = re.search(r"\b(?:[Yy]ou|YOU)\b", " ".join(x.text for x in paper.lines[i : i + 2]))
        ends = name.endswith((".", ":", ";")) and _ENDS_COMPANY.search(name) is None
        may = name[:1].isupper() and 4 < len(name) < 70 and not ends
        own = at in letter.letterhead or is_date_line(name) or names_nobody(name)
        own = own or is_running(name)
        titled = TITLED.search(name) or is_label(name) or re.search(r"\b[A-Z]*\d+-\d", name)
        return at if told and may and not own and not titled else None
    return None


_ENDS_COMPANY = re.compile(r"\b(?:Inc|Co|Corp|Ltd|L\.L\.[CP]|N\.A)\.$")
_NUMBER_LINE = re.compile(
    r"(?:[A-Za-z]{2,14}\s){0,2}(?:no\.?|number|#)?\s{0,2}:?\s{0,2}"
    r"(?=[\w/.-]{0,30}\d)[A-Z]{1,6}[-/]?[\w/.-]{2,30}",
    re.IGNORECASE,
)


_ADDRESS_LINES = 4
_GOES_ON = re.compile(r"(?:Company|Co|Inc|LLC|Corporation|Corp|Ltd|District|Association)\b")
"""What a name may go on with in the line below."""


def _address_ending(paper: Paper, letter: Letter, last: int) -> tuple[str, tuple[int, ...]]:
    """The name of an address of which the last line is known, and the lines that it takes."""
    lines = [last]
    while len(lines) < _ADDRESS_LINES and lines[0] > 1:
        above = lines[0] - 1
        text = paper.lines[above].text.strip()
        own = above in letter.letterhead or is_date_line(text) or is_label(text)
        may = text[:1].isupper() and len(text) < 70 and not text.endswith((".", ":", ";"))
        may = may and above in without_marks(paper, [above, *lines])
        if own or not may or TITLED.search(text) or not _is_set_above(paper, above, lines[0]):
            break
        lines.insert(0, above)
    name = ""
    for i in lines:
        text = paper.lines[i].text.strip(" ,")
        name += (" " if _GOES_ON.match(text) else ", ") + text if name else text
    return trimmed(name), tuple(lines)


def _is_set_above(paper: Paper, above: int, i: int) -> bool:
    """Whether two lines are rows of one block, at one left edge."""
    a, b = paper.lines[above], paper.lines[i]
    if a.box is None or b.box is None:
        return a.page == b.page and a.block == b.block
    near = abs(a.box[0] - b.box[0]) <= _SAME_EDGE and a.page == b.page
    return near and -3 <= a.box[1] - b.box[3] <= a.box[3] - a.box[1]


_SAME_EDGE = 6.0


def addressee_by_place(paper: Paper, letter: Letter, rule: str) -> Read[str]:
    """The addressee by where a name stands, the surest place first."""
    found = _on_page(paper, letter, rule)
    if found is None and not paper.is_mail:
        found = whom_commanded(paper) or addressee_in_words(paper)
    return (
        found
        or _greeted_house(paper, letter, rule)
        or _in_mail(paper, rule)
        or _greeted(paper, letter, rule)
        or _of_header(paper, rule)
    )


def _on_page(paper: Paper, letter: Letter, rule: str) -> Read[str] | None:
    """A name above "you", above a street, at the head of a form, above an attention line."""
    called = None if paper.is_mail or letter.salutation is not None else _above_you(paper, letter)
    if called is not None:
        who, lines = _address_ending(paper, letter, called)
        return paper.read(who, paper.line_spans(*lines), rule, Band.UNSURE)
    called = _above_street(paper, letter)
    if called is not None:
        who = trimmed(paper.lines[called].text.strip())
        return paper.read(who, paper.line_spans(called), rule, Band.UNSURE)
    held = _holder_of_form(paper)
    if held is not None:
        who = _HOLDER.sub("", paper.lines[held].text.strip())
        return paper.read(trimmed(who), paper.line_spans(held), rule, Band.UNSURE)
    named = _above_attention(paper)
    if named is None:
        return None
    who = trimmed(paper.lines[named].text.strip())
    return paper.read(who, paper.line_spans(named), rule, Band.LIKELY)


def _in_mail(paper: Paper, rule: str) -> Read[str] | None:
    """Whom a mail's header shows; a part that every house has gives way to the house."""
    shown = displayed(paper.header("to"))
    if shown and not is_part(shown):
        return Read(shown, Band.UNSURE, (), "parties.to_header/1")
    return house_by_domain(paper, paper.header("to"), rule)


_GREETED_HOUSE = re.compile(
    r"(?:dear |(?:good )?(?:morning|afternoon|evening),? |hello,? )?"
    r"(?P<who>(?-i:[A-Z])[^:!?]{4,90}?)\s?[:,–—-]{1,2}",
    re.IGNORECASE,
)


def _greeted_house(paper: Paper, letter: Letter, rule: str) -> Read[str] | None:
    """A body that is named where a mail greets: "Dear Chief, City of Example Police:"."""
    if not paper.is_mail or not paper.lines:
        return None
    at = letter.salutation if letter.salutation is not None else 0
    found = _GREETED_HOUSE.fullmatch(paper.lines[at].text.strip())
    if found is None:
        return None
    who = found["who"].strip()
    part, _, house = who.partition(", ")
    housed = is_house(house) and (is_part(part) or find_title(part) is not None)
    if not housed and not (load_institutions().is_body(who) and is_house(who)):
        return None
    start = paper.start_of(at) + paper.lines[at].text.find(who)
    return paper.read(who, paper.spans(start, start + len(who)), rule, Band.LIKELY)


def _greeted(paper: Paper, letter: Letter, rule: str) -> Read[str] | None:
    """Whom a letter greets, or a mail in its first line."""
    if letter.salutation is not None:
        text = paper.lines[letter.salutation].text.strip()
        found = _SALUTED.match(text)
        if found and not (_GENERIC.search(text) or _greets_nobody(text, found["who"])):
            who = found["who"].strip(" ,:")
            return paper.read(who, paper.line_spans(letter.salutation), rule, Band.UNSURE)
    opening = paper.lines[0].text.strip() if paper.is_mail and paper.lines else ""
    opened = _OPENING.match(opening)
    if opened and not _GENERIC.search(opening):
        return paper.read(opened["who"], paper.line_spans(0), rule, Band.UNSURE)
    return None


_DEAR = re.compile(r"dear\b", re.IGNORECASE)


def _greets_nobody(text: str, who: str) -> bool:
    """Whether words before a colon are no name: a list's lead, or the judge who writes."""
    title = find_title(who)
    writes = title is not None and title.role is SignatoryRole.JUDGE and _BYLINE.search(text)
    leads = _DEAR.match(text) is None and _LEADS.match(who) is not None
    return names_nobody(who) or bool(writes) or leads


_LEADS = re.compile(r"(?:(?:The|This|These|Those|My|Our|Its) [a-z]|(?:I|We|It|Here|There|They)\b)")
"""How a sentence begins that leads to a list."""
_BYLINE = re.compile(r",\s(?:U\.?S\.?[DM]\.?J|[CPS]?\.?J)\.?:$")


def _of_header(paper: Paper, rule: str) -> Read[str]:
    """What stands in a mail's "To", be it a part or a bare address."""
    name, address = parseaddr(paper.header("to"))
    said = displayed(paper.header("to")) or name or address
    if not said:
        return paper.nothing(rule)
    return Read(said, Band.UNSURE, (), "parties.to_header/1")
