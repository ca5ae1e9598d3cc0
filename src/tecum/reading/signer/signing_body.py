"""The body for which somebody signs: named below, beside or above the signer's name.

Authority: READING 12 (issuer: from the signature block).
"""

from __future__ import annotations

import re
from email.utils import parseaddr

from tecum.instruments.institutions import load_institutions
from tecum.provenance import Read
from tecum.reading.paper.address_lines import displayed, trimmed
from tecum.reading.paper.letter import Letter
from tecum.reading.paper.paper import Paper
from tecum.reading.signer.conformed import Block
from tecum.reading.signer.titles import find_title, is_name
from tecum.words import Band, SignatoryRole

__all__ = [
    "body_above",
    "body_at_signature",
    "displayed_body",
    "is_house",
    "is_own_body",
    "is_running",
    "is_sovereign",
    "name_at_close",
    "office_at_signature",
]


def body_at_signature(
    paper: Paper, blocks: tuple[Block, ...], letter: Letter, rule: str
) -> Read[str] | None:
    """The body named in the lines under the name of who signed."""
    if not blocks or not blocks[0].lines:
        return None
    first, last = blocks[0].lines[0], blocks[0].lines[-1]
    for i in range(first, min(len(paper.lines), last + 4)):
        line = paper.lines[i].text
        if _ADDRESS.match(line.strip()):
            continue
        for part in _PARTS.finditer(line):
            text = part[0].strip()
            if not is_own_body(text) or _is_person(text) or i in letter.address:
                continue
            if load_institutions().is_body(text):
                start = paper.start_of(i) + part.start()
                spans = paper.spans(start, start + len(part[0]))
                whole = _with_whole(paper, i, text, letter) if i < last + 3 else None
                if whole is not None:
                    spans = (*spans, *paper.line_spans(i + 1))
                    text = f"{text}, {whole}"
                return paper.read(text, spans, rule, Band.LIKELY)
    return None


def _with_whole(paper: Paper, i: int, part: str, letter: Letter) -> str | None:
    """The body in the line below a part of it that is named by its short form."""
    if i + 1 >= len(paper.lines) or paper.lines[i + 1].page != paper.lines[i].page:
        return None
    text = paper.lines[i + 1].text.strip(" ,")
    if i + 1 in letter.address or not is_own_body(text) or _is_person(text):
        return None
    bodies = load_institutions()
    known = bodies.named.search(text)
    alike = known is not None and bodies.class_of(part) is bodies.class_of(text)
    return text if alike and known and known[0] == text else None


_HOLDS_OFFICE = re.compile(
    r"(?:(?:the )?office of the )?(?:district|county|state['’]s|prosecuting|commonwealth['’]s"
    r"|united states|city) attorney,? (?:of|for|in and for) .{3,50}"
    r"|(?:office of the )?attorney general (?:of|for) .{3,40}|office of the .{3,60}"
    r"|(?:coroner|sheriff|assessor|auditor|recorder|treasurer|clerk"
    r"|medical examiner) of .{3,40}",
    re.IGNORECASE,
)
_REACH_ABOVE = 4


def body_above(paper: Paper, blocks: tuple[Block, ...], rule: str) -> Read[str] | None:
    """The office in whose name a deputy signs, in a line just above his, or in the title itself.

    "DISTRICT ATTORNEY OF EXAMPLE COUNTY, by:" stands over the assistant who signs.
    """
    if not blocks or not blocks[0].lines:
        return None
    first, last = blocks[0].lines[0], blocks[0].lines[-1]
    for i in (last, *range(first - 1, max(-1, first - 1 - _REACH_ABOVE), -1)):
        text = paper.lines[i].text.strip(" ,:")
        if paper.lines[i].page == paper.lines[first].page and _HOLDS_OFFICE.fullmatch(text):
            return paper.read(text, paper.line_spans(i), rule, Band.LIKELY)
    return None


_ADDRESS = re.compile(r"\d{1,6}[A-Z]?\s[A-Z]|p\.?\s?o\.?\s?box\b", re.IGNORECASE)


def _is_person(text: str) -> bool:
    """Whether words name a person or his part, and no body: "Attorney for Defendant"."""
    if _OFFICER.search(text) or is_name(text):
        return True
    title = find_title(text)
    of_party = re.match(r"(?:attorneys?|counsel|of counsel|abogad[oa]s?)\b", text, re.IGNORECASE)
    return title is not None and title.role is SignatoryRole.ATTORNEY and of_party is not None


def office_at_signature(
    paper: Paper, blocks: tuple[Block, ...], letter: Letter, rule: str
) -> Read[str] | None:
    """The office below the title of who signed, of whatever sort: "Claims, Example Mutual"."""
    if not blocks or blocks[0].title is None or blocks[0].title_line is None:
        return None
    last = max(blocks[0].lines)
    for i in range(last + 1, min(len(paper.lines), last + 3)):
        text = trimmed(paper.lines[i].text)
        if paper.lines[i].page != paper.lines[last].page or i in letter.address:
            return None
        if is_house(text):
            own = _and_its_whole(paper, i)
            names = (text, *(trimmed(paper.lines[k].text) for k in own[1:]))
            return paper.read(", ".join(names), paper.line_spans(*own), rule, Band.UNSURE)
        if not _NO_HOUSE.match(text):
            return None
    title = paper.lines[blocks[0].title_line]
    told = find_title(title.text)
    behind = _BEHIND_TITLE.match(title.text, told.end) if told is not None else None
    if behind and is_house(behind["house"]):
        start = paper.start_of(blocks[0].title_line) + behind.start("house")
        spans = paper.spans(start, start + len(behind["house"]))
        return paper.read(behind["house"].strip(), spans, rule, Band.UNSURE)
    return None


def _and_its_whole(paper: Paper, i: int) -> tuple[int, ...]:
    """The line of an office, with the next where it names the body of which that is a part."""
    below = i + 1
    if below >= len(paper.lines) or paper.lines[below].block != paper.lines[i].block:
        return (i,)
    text = trimmed(paper.lines[below].text)
    part = _A_PART.search(trimmed(paper.lines[i].text)) is not None
    return (i, below) if part and is_house(text) else (i,)


_A_PART = re.compile(r"\b(?:division|section|branch|unit|team|desk|squad|group)$", re.IGNORECASE)
_BEHIND_TITLE = re.compile(r"\s{0,3},\s{1,3}(?P<house>[A-ZÀ-Þ].{5,70})$")
_NO_HOUSE = re.compile(
    r"(?:badge|unit|bar|state bar|wsba|id|title|date|license|star|serial)\b.{0,30}$|\W{0,60}$"
    r"|(?:[a-z]{3,20} )?(?:team|squad|desk|group) \d{1,3}$",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"(?:[A-ZÀ-Þ][\w&.'’-]{0,30},?|of|the|and|for|&|de|la|del|y)"
    r"(?:\s(?:[A-ZÀ-Þ][\w&.'’-]{0,30},?|of|the|and|for|&|de|la|las|los|del|en|y|sub-office)){1,9}"
)
_PART_ALONE = re.compile(
    r"(?:region|district|division|branch|unit|zone|area|section|group|ward|part|team|chambers"
    r"|local)\b.{0,12}",
    re.IGNORECASE,
)


def is_house(text: str) -> bool:
    """Whether words are built as the name of a house or an office: capitals, no figures."""
    if not is_own_body(text) or not _HOUSE.fullmatch(text) or _PART_ALONE.fullmatch(text):
        return False
    return not (is_name(text) or _is_person(text) or re.search(r"\d|\bunited states$", text, re.I))


_SOVEREIGN = re.compile(
    r"(?:(?:the )?(?:state|commonwealth|territory|county|people) of [\w .]{3,30}"
    r"|[\w .]{3,24} county|united states(?: of america)?)",
    re.IGNORECASE,
)


def is_sovereign(name: str) -> bool:
    """Whether a name is a state's, a county's or both, so that the office within is not named.

    >>> is_sovereign("STATE OF EXAMPLE, County of Sample"), is_sovereign("County of Sample Clerk's")
    (True, False)
    """
    return all(_SOVEREIGN.fullmatch(part) for part in re.split(r",\s|\s[-–—]\s", name.strip()))


_BETWEEN = re.compile(r"\s{0,9},\s{1,9}|\s{1,9}[-–—|]\s{1,9}")


def displayed_body(header: str) -> str | None:
    """The body that a mail's sender shows as his own, without the person or part before it.

    >>> displayed_body('"Agent H, Border Patrol, Station Sable" <h@a.example>')
    'Border Patrol, Station Sable'
    >>> displayed_body("Nerissa Example <n@a.example>") is None
    True
    """
    shown = displayed(header) or parseaddr(header)[0]
    parts = _BETWEEN.split(shown)
    if len(parts) > 1 and (is_name(parts[0]) or _is_title(parts[0])):
        rest = shown[len(parts[0]) :].strip(" ,-–—|")
        if len(rest.split()) > 1:
            return rest
    return shown if shown and load_institutions().is_body(shown) and not is_name(shown) else None


def _is_title(text: str) -> bool:
    title = find_title(text)
    return title is not None and title.start == 0 and title.end == len(text)


_PARTS = re.compile(r"[^,|·•–—]{1,90}(?:(?<=\bInc),[^,|·•–—]{1,20})?")
_CLOSE = re.compile(
    r"^(?:sincerely|respectfully|yours|very truly|thank you|thanks|regards|best|cordially"
    r"|atentamente|cordialmente|gracias)\b[^.]{0,24}$",
    re.IGNORECASE,
)


def name_at_close(paper: Paper) -> int | None:
    """The line under a letter's close, where its writer is named."""
    for i in range(max(0, len(paper.lines) - 8), len(paper.lines) - 1):
        below = paper.lines[i + 1].text.strip()
        if _CLOSE.match(paper.lines[i].text.strip()) and 3 < len(below) < 50 and below[0].isupper():
            return i + 1
    return None


_OFFICER = re.compile(
    r"^(?!.{0,40}\b(?:office|department|division|bureau|board|commission|agency) of\b).{0,60}"
    r"\b(?:auditor|director|officer|agent|inspector|attorney|counsel|commissioner|secretary"
    r"|clerk|chief|supervisor|investigator|judge|administrator|manager|chair|president"
    r"|superintendent|registrar|comptroller|treasurer|examiner|analyst|specialist)$",
    re.IGNORECASE,
)


def is_own_body(text: str) -> bool:
    """Whether a line can name its writer's own body: no sentence, no addressee, no copy line."""
    if not text or len(text) >= 90 or not text[0].isupper():
        return False
    if text.endswith((".", ":")) and _ENDS_COMPANY.search(text) is None:
        return False
    return not is_running(text) and not _is_addressed(text) and not _NUMBERED.search(text)


def is_running(text: str) -> bool:
    """Whether most words behind the first begin small: a headline or a piece of a sentence."""
    rest = [w for w in text.split()[1:] if w[:1].isalpha() and w.lower() not in _SMALL]
    return len(rest) > _FEWEST and 2 * sum(w[0].islower() for w in rest) > len(rest)


_ENDS_COMPANY = re.compile(r"\b(?:Inc|Co|Corp|Ltd|L\.L\.[CP]|P\.C|N\.A)\.$")
_FEWEST = 2
_SMALL = frozenset({"of", "and", "for", "the", "in", "at", "on", "de", "del", "la", "las", "los",
                    "el", "en", "y", "para", "et", "des", "du", "und", "der"})  # fmt: skip
_NUMBERED = re.compile(
    r"\bform\b|\b(?:no|number|case|subpoena|file|docket)\b\s{0,60}[.:#]|\(\d{1,2}/\d{2,4}\)",
    re.IGNORECASE,
)


def _is_addressed(text: str) -> bool:
    return _ADDRESSED.match(text) is not None


_ADDRESSED = re.compile(
    r"^(?:the )?(?:(?:people of the )?(?:state|commonwealth) of|united states|people|president)\b"
    r"[^:]{0,60}?\bto(?:\s?:|\s(?:the|any|all)\b)"
    r"|^\W{0,9}(?:(?:to|attn|dear|re|subject|cc|from)\b|(?:encl(?:osures?)?|attachments?|anexos?)\b.?:)",
    re.IGNORECASE,
)
