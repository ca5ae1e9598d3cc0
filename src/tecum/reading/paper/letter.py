"""The blocks of a letter: letterhead, date line, address, salutation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tecum.instruments.compiled import led
from tecum.instruments.institutions import load_institutions
from tecum.reading.paper.cells import cells_of
from tecum.reading.paper.head_names import (
    end_of_names,
    is_rest_of_name,
    is_set_under,
    joined_names,
)
from tecum.reading.paper.paper import Paper
from tecum.reading.paper.under import line_under

__all__ = ["Letter", "is_date_line", "read_letter"]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    r"|septiembre|octubre|noviembre|diciembre)"
)
_DATE_LINE = re.compile(
    r"^(?:(?:date|dated|issued|mailed|fecha)\s{0,60}:?\s{0,60})?"
    rf"(?:[\w .]{{2,30}},\s{{1,60}}(?:[A-Z][\w .]{{2,30}},\s{{1,4}})?(?:a\s{{1,60}}|el\s{{1,60}})?"
    rf"(?=(?:\d"
    rf"|{_MONTH})))?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s{{1,60}})?"
    rf"(?:{_MONTH}\.?\s{{1,60}}\d{{1,2}}(?:st|nd|rd|th)?,?\s{{1,60}}\d{{4}}|\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s{{1,60}}(?:de\s{{1,60}})?{_MONTH}\.?,?\s{{1,60}}(?:de\s{{1,60}})?\d{{4}}"
    rf"|\d{{1,2}}-{_MONTH}-\d{{2,4}}"
    r"|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d\d-\d\d)\.?$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_BESIDE = led(r"\s{1,60}[·|•–—]\s{1,60}|\s{3,}")
_NO_BODY = re.compile(
    r"^\W{0,60}(?:form\b|omb\b|annex\b|page \d|confidential\b|filed under seal|law enforcement sens"
    r"|privileged|urgent\b|second request|rev\.|approved\b|authori[sz]ed (?:by|under)\b"
    r"|(?-i:[A-Z]{2,4}(?:-[A-Z]{1,3})?[ -]\d{3,5}[A-Z]?$))",
    re.IGNORECASE,
)
_BODY_NOUN = led(
    r"\b(?:departments?|offices?|bureau|division|agency|commission|committee|board|authority|service"
    r"|council|district|administration|court|unit|section|field office|secretar[ií]a"
    r"|departamento|oficina|direcci[oó]n|comisi[oó]n|fiscal[ií]a|ministerio|procuradur[ií]a"
    r"|secretar[ií]a|junta|juzgado|tribunal|consulado|embajada|consulate|embassy)\b",
    re.IGNORECASE,
)
_SOVEREIGN = re.compile(
    r"(?:the )?(?:(?:state|commonwealth|territory|county|city|town|people) of [\w .]{3,30}"
    r"|united states(?: of america)?|[\w ]{3,24} (?:nation|tribe|band|county)|estado libre.{0,40}"
    r"|(?:gobierno|estado|municipio|ayuntamiento|rep[uú]blica) de[\w .áéíóúñ]{3,36})",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"^(?:(?i:dear\b|to whom it may concern|estimad[oa]|greetings|good (?:morning"
    r"|afternoon)|hello|hi\b|hola)"
    r"|(?=[A-Z][^:;]{3,70}:$)"  # asked first: few lines end so
    r"(?![^\n]*[a-z]{3}[.?!] )(?![^\n]*\b(?:please|following|requests?|produce|provide|you|that"
    r"|under|records"
    r"|information|documents|shall|must|below|as follows|subject"
    r"|re)\b)[A-Z][^:;]{3,70}:$)",
)
_GREETING = re.compile(
    r"^(?:hello|hi|hey|dear|(?:good )?(?:morning|afternoon|evening)(?!:)|greetings|to\b"
    r"|[\w ]{2,30} team"
    r"|team|all|attorneys? at law)\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"\b(?:Inc|INC|Co|CO|Corp|CORP|Ltd|LTD|[A-Z]\. ?[A-Z]|L\.L\.[CP]|Jr|Sr|Esq|Dept)\.$"
)
_SUBJECT = re.compile(
    r"^\W{0,2}(?:re|subject|asunto|subj|in re|regarding)\b\s{0,60}[:.]", re.IGNORECASE
)
_TITLE_NOUN = led(
    r"\b(?:subpoena|summons|warrant|order|detainer|notice|request|demand|motion"
    r"|petition|award|letter"
    r"|certificate|preservation|investigation|opinion|memorandum|solicitud|citación)\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = led(
    r"(?<!\bInc)(?<!\bCorp)(?<!\bDept)(?<!\bBlvd)(?<!\bDist)(?<!\bAssn)(?<!\bHosp)(?<!\bCapt)"
    r"(?<!\bAtty)(?<!\bUniv)[a-z]{4}[.?!] [A-Z]|[a-z]{2}[?!] [A-Z]"
)
"""A sentence that ends within the line: running text, no part of an address."""
_STREET = re.compile(
    r"^\W{0,60}(?:(?!(?:19|20)\d\d[-–/](?:19|20)?\d\d\s)\d{1,9}[\w-]{0,30}\s{1,60}\S"
    r"|p\.?\s{0,60}o\.?\s{1,60}box|post office box|one \w{1,40} plaza"
    r"|suite|room|floor|attn"
    r"|via\b|by (?:e-?mail|fax|certified|hand|mail)"
    r"|[A-Z][\w .'-]{1,60},\s{1,60}[A-Z]{2}\.?\s{1,60}\d{5}|tel|fax|phone|\(?\d{3}\)?[ .-]\d{3}"
    r"|[\w.+-]{1,64}@|www\.|https?:)",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(
    (
        r"^(?!the hon)(?:under|pursuant|the |this |these |please|you |we |i |in |by |on "
        r"|within|as |it |if |for |at |our |your |con |por )\b.{25,}"
    ),
    re.IGNORECASE,
)


_PART_OF_SENDER = re.compile(
    r"(?:Region|District|Area|Zone)\s(?:[IVX]{1,4}|\d{1,2})"
    r"|(?:[A-Z][\w&.'-]{0,30}\s){1,7}(?:Service\sCenter|(?:Area|Regional|District|Field|Resident"
    r"|Sub-?|Branch|Country|Local)\s?-?Office|Suboffice|Division|Bureau|Branch|Unit|Region"
    r"|Section|Enforcement)(?:,\sRegion\s[IVX\d]{1,4})?|(?:[A-Z][\w.-]{1,20}\s){1,3}Office",
    re.IGNORECASE,
)
"""A line under a letterhead that names the part of the body which writes."""
_GOES_ON = re.compile(r"(?:of|for) (?:the )?[A-Z][\w ]{3,40}$")
"""The second line of an office's name that is set in two: "of Transportation"."""
_NUMBERED = re.compile(
    r"(?:[A-Z][a-z]{2,12}\s)?(?:account|docket|note|file|case|control|ref(?:erence)?|our ref"
    r"|claim|charge)\b\.?\s{0,2}(?:no|number|#)?[.:]{0,2}\s{0,3}[A-Z#]{0,6}-?\d",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"(?:(?:Senator|Sen\.|Representative|Rep\.|Assembly(?:member|man|woman)|Delegate"
    r"|Alder(?:man|woman|person)|Council ?[Mm]ember)\s[^\d,:]{1,40}"
    r"|(?:Co-?|Vice[- ]|Ranking )?(?:[Cc]hair(?:man|woman|person)?|Member)s?)(?:,\s.{2,30})?"
)
"""A member of the body that heads a letter, named beside or under its name."""
_SPECK = re.compile(r"^(?:[.,:;'|]\s{1,3}|[“”\"‘*~_]{1,2}\s{0,3})(?=[A-ZÀ-Þ])")
"""What a recogniser makes of a speck or an edge before a line."""
_LISTED = re.compile(r"\W{0,2}(?:\d{1,2}|[a-z])[.)]\s|[\u2022\u2013*-]\s|\W{0,9}\d{0,6}\W{0,9}$")
"""An item of a list, or a line without letters: no part of a letterhead."""
_REFERENCE_LINE = re.compile(
    r"(?:urgent|immediate|time[- ]sensitive)\b[\w ,;:–—-]{0,60}$|"
    r"(?:[A-Z][\w.]{1,20}\s){1,4}(?:no|number|nos?|#)\b\.?\s{0,3}:?\s{0,3}[A-Z#]{0,6}[-\s]?\d"
    r"|(?:personal|private|privileged|confidential)\b(?:\s(?:and|&)\s\w+)?\W{0,3}$"
    r"|(?:sent\s)?(?:via|by)\s[\w ,&-]{3,60}$"
    r"|(?:sent\s)?(?:via|by)\s(?:e-?mail|fax|hand|courier)\b.{0,70}$"
    r"|in reply,? (?:please )?(?:refer|quote)\b.{0,60}$",
    re.IGNORECASE,
)
"""A line between date and address: the paper's number, how it goes, who may open it."""
_HANDLING = re.compile(
    r"(?:certified|registered|first[- ]class|overnight|express)(?:(?:,|\sand|/)\s?(?:first[- ]class"
    r"|certified|regular|ordinary))?\smail\b|return\sreceipt"
    r"|(?:hand|electronic|personal)\s(?:delivery|delivered|service)\b|(?:reply|respond|due)\sby\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Letter:
    """Line numbers of a letter's parts; empty where a part is not there."""

    letterhead: tuple[int, ...]
    date: int | None
    address: tuple[int, ...]
    salutation: int | None
    subject: int | None


def is_date_line(text: str) -> bool:
    """Whether a line is a date and nothing else; every date that is written ends with a figure."""
    text = text.strip()
    return text.rstrip(".")[-1:].isdecimal() and _DATE_LINE.match(text) is not None


def _holds_date(text: str) -> bool:
    """Whether a line is the letter's date, alone or beside a number or how it was sent."""
    if _FIGURE.search(text) is None:
        return False
    parts = _BESIDE.split(text.strip())
    if len(parts) < 4 and any(is_date_line(part) for part in parts):
        return True
    return is_date_line(_NUMBER_BEHIND.sub("", text.strip()))


_NUMBER_BEHIND = led(
    r"(?<=\d{4})\s{1,4}(?:(?:No|Ref|File)\.?:?\s)?[A-Z]{1,6}-?[A-Z0-9/-]{0,12}\d[\w/-]{0,8}$"
)
"""The paper's number behind its date, where the space between them was not kept."""


def read_letter(paper: Paper) -> Letter:
    """The parts of a letter on a document's first page, found from its date and salutation."""
    first = [i for i, line in enumerate(paper.lines) if line.page == paper.first_page]
    date = next((i for i in first[:16] if _holds_date(paper.lines[i].text)), None)
    salutation = next((i for i in first[:30] if _SALUTATION.match(paper.lines[i].text)), None)
    subject = next((i for i in first[:30] if _SUBJECT.match(paper.lines[i].text)), None)
    head_end = min(x for x in (date, salutation, subject, len(first)) if x is not None)
    letterhead, between = _letterhead(paper, first[:head_end])
    if _is_senders_place(paper, between):
        between = ()
    signs = date is not None and _SIGNED_ON.match(paper.lines[date].text.strip()) is not None
    if signs and salutation is None and _stands_over_title(paper, date):
        address = between
    else:
        address = _address(paper, first, date, salutation) or between
    if paper.is_mail and date is None:
        address = ()
    return Letter(letterhead, date, address, salutation, subject)


_CITY = re.compile(r"(?:[A-Z][a-z]{2,14}\s){1,2}City")


def _is_senders_place(paper: Paper, lines: tuple[int, ...]) -> bool:
    """Whether all that stands below a head is the place of the office, on or under its street."""
    lines = tuple(i for i in lines if ":" not in paper.lines[i].text)
    if len(lines) != 1 or len(paper.lines[lines[0]].text.split()) > _LONGEST_PLACE:
        return False
    text = paper.lines[lines[0]].text.strip(" ,")
    street = lines[0] > 0 and _STREET.match(paper.lines[lines[0] - 1].text.strip()) is not None
    return _CITY.fullmatch(text) is not None or (street and not _BODY_NOUN.search(text))


_LONGEST_PLACE = 3
_SIGNED_ON = re.compile(r"(?:dated|signed|issued|executed|fechado)\b", re.IGNORECASE)


def _stands_over_title(paper: Paper, date: int | None) -> bool:
    """Whether the lines below "Dated ..." are a part and a letter over that part: who signs."""
    if date is None or date + 2 >= len(paper.lines):
        return False
    name, title = (paper.lines[date + k].text.strip(" ,.") for k in (1, 2))
    return len(title) > 3 and name != title and name.casefold().startswith(title.casefold())


def _letterhead(paper: Paper, lines: list[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The bodies that a letter begins with, and lines after them (an address above the date)."""
    bodies = load_institutions()
    head: list[int] = []
    rest: list[int] = []
    for i in lines[:10]:
        text = _SPECK.sub("", paper.lines[i].text.strip())
        if i in head:
            continue
        if head and is_rest_of_name(paper, head[-1], i):
            head.append(i)
            continue
        below = _rest_below(paper, i, next_too=True) if head and not rest else []
        if below:
            head += [i, *below]  # a name in several lines, as "… and Naturalization / Service"
            continue
        # A place does not begin a paper: "State Fire Marshal, Inspection Branch" is an office.
        if _STREET.match(text) or (_is_place(text) and i != lines[0]) or _NO_BODY.match(text):
            continue
        if _heads_nothing(paper, text, lines):
            continue
        if head and not rest and i == head[-1] + 1 and _GOES_ON.match(text):
            head.append(i)
            continue
        if head and not rest and i - head[-1] <= 2 and _PART_OF_SENDER.fullmatch(text):
            head.append(i)
            continue
        if _TITLE_NOUN.search(text) and not bodies.is_body(text):
            if head and _stands_beside(paper, head[-1], i):
                continue
            break
        if not _is_addressee(text) or text.endswith(",") or _GREETING.match(text):
            continue
        same_block = not head or paper.lines[i].block == paper.lines[head[-1]].block
        under = bool(head) and _BODY_NOUN.search(text) is not None and _is_heading(text)
        of_it = under and (
            is_set_under(paper, head[-1], i)
            or (not rest and _SOVEREIGN.fullmatch(joined_names(paper, head)[-1][0]) is not None)
        )
        alone = len(lines) == 1 or _BODY_NOUN.search(text) is not None
        begins = i == lines[0] and alone and _is_named(text)
        own = bodies.is_body(text) or (not head and (begins or _is_heading(text)))
        if of_it or (not rest and own and (same_block or len(head) < 2)):
            head.append(i)
            head += _rest_below(paper, i)
        elif _is_addressee(text):
            rest.append(i)
    return tuple(head[: end_of_names(paper, head)]), tuple(rest[:3])


def _heads_nothing(paper: Paper, text: str, lines: list[int]) -> bool:
    """Whether a line is a number, a way of sending, a list's, or a member of the body beside it."""
    if any(x.match(text) for x in (_NUMBERED, _HANDLING, _LISTED, _REFERENCE_LINE)):
        return True
    bodies = load_institutions()
    member = _MEMBER.fullmatch(text) is not None
    return member and any(bodies.is_body(paper.lines[j].text) for j in lines)


def _rest_below(paper: Paper, i: int, *, next_too: bool = False) -> list[int]:
    """The rest of a head's name in the lines under it, read behind what stands beside the name."""
    rest: list[int] = []
    under = line_under(paper, i)
    if under == i + 1 and not next_too:
        return rest
    while under is not None and len(rest) < _MOST_ROWS and is_rest_of_name(paper, i, under):
        rest.append(under)
        i, under = under, line_under(paper, under)
    return rest


_MOST_ROWS = 3


def _stands_beside(paper: Paper, above: int, i: int) -> bool:
    """Whether a line stands to the right of another, on its level: the next cell of a form."""
    a, b = paper.lines[above].box, paper.lines[i].box
    return a is not None and b is not None and b[0] > a[2] and b[3] > a[1] and b[1] < a[3]


def _is_place(text: str) -> bool:
    return bool(
        re.fullmatch(r"[A-Z][\w .'-]+,\s+[A-Z][\w .]+", text)
    ) and not load_institutions().is_body(text)


def _is_named(text: str) -> bool:
    """Whether every word but the small ones of a name is capitalised."""
    return len(text.split()) <= _LONGEST_NAME and all(
        word[:1].isupper() or word.lower() in _SMALL for word in text.split()
    )


_LONGEST_NAME = 10
_SMALL = frozenset({"of", "and", "for", "the", "in", "at", "on", "de", "del", "la", "en", "y", "&"})


def _is_heading(text: str) -> bool:
    if text.endswith((",", "!", "?")):
        return False
    return (text.isupper() and len(text.split()) <= 10) or len(text.split()) <= 5


def _is_addressee(text: str) -> bool:
    """Whether a line can be a part of an address: short, capitalised, no sentence."""
    if not text or len(text) > 80 or not (text[0].isupper() or text[0].isdigit()):
        return False
    if text.endswith((".", ";", ":")) and not _ABBREVIATED.search(text):
        return False
    if _SENTENCE_ENDS.search(text) or text.endswith("?") or _is_running(text):
        return False
    return text.isupper() or not _SENTENCE_START.match(text)


def _is_running(text: str) -> bool:
    """Whether most words of a line begin small: words about something, no name of anybody."""
    words = [w for w in text.split() if w[:1].isalpha() and w.lower().strip(",") not in _GLUE]
    small = sum(w[0].islower() for w in words)
    return len(words) > 3 and 2 * small > len(words)


_GLUE = frozenset(
    {"of", "and", "for", "the", "de", "del", "la", "c/o", "y", "attn", "dba", "d/b/a"}
)


def _runs_on(paper: Paper, i: int) -> bool:
    """Whether a line is the first of a paragraph: a small letter goes on in the line below."""
    here, below = paper.lines[i], paper.lines[i + 1] if i + 1 < len(paper.lines) else None
    if below is None or below.page != here.page or below.block != here.block:
        return False
    first = below.text.split(maxsplit=1)[:1]
    if _STREET.match(below.text) or _REFERENCE_LINE.match(below.text):
        return False
    return bool(first) and first[0][0].islower() and first[0].lower() not in _GLUE


def _is_address_line(paper: Paper, i: int) -> bool:
    return _is_addressee(paper.lines[i].text.strip()) and not _runs_on(paper, i)


def _stands_between(text: str, *, is_letter: bool) -> bool:
    """Whether a line between date and address is a number, a way of sending or a heading."""
    if _BODY_NOUN.search(text):
        return False
    heading = is_letter and text.isupper() and _TITLE_NOUN.search(text) is not None
    return heading or _REFERENCE_LINE.match(text) is not None or _HANDLING.match(text) is not None


def _ends_address(paper: Paper, i: int, out: list[int]) -> bool:
    """Whether a line is no longer the addressee's, by what it says and where it stands."""
    text = paper.lines[i].text.strip()
    if not _is_address_line(paper, i):
        return True
    titled = _TITLE_NOUN.search(text) is not None
    apart = bool(out) and paper.lines[i].block != paper.lines[out[-1]].block
    return (apart and len(out) >= 2) or (titled and (bool(out) or text.isupper()))


def _address(
    paper: Paper, first: list[int], date: int | None, salutation: int | None
) -> tuple[int, ...]:
    """The lines of the addressee: below the date, down to salutation, subject or body."""
    if date is not None:
        start = date + 1
    elif salutation is not None and salutation <= 10:
        start = max(0, salutation - 5)
        bodies = load_institutions()
        while start < salutation and bodies.is_body(paper.lines[start].text) and start < 2:
            start += 1
    else:
        return ()
    out: list[int] = []
    of_forms = {
        i
        for cell in cells_of(paper)
        for i in (cell.label, cell.value)
        if not is_date_line(paper.lines[cell.label].text)
    }
    for i in first:
        if i < start:
            continue
        text = paper.lines[i].text.strip()
        if i == salutation or _SUBJECT.match(text):
            break
        if not out and (
            i in of_forms or _stands_between(text, is_letter=None not in (date, salutation))
        ):
            continue
        if _ends_address(paper, i, out):
            break
        if _STREET.match(text):
            if out:
                break
            continue
        out.append(i)
        if len(out) == 4:
            break
    if out and out[-1] >= len(paper.lines) - 1:
        return ()
    return tuple(out)
