"""Signature blocks that begin with a conformed signature: "/s/ Name" (READING 10)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tecum.reading.paper.paper import Paper
from tecum.reading.signer.titles import Title, find_title, is_name, offers_choice, whole_name_in
from tecum.reading.text.layout import Line
from tecum.words import JudgeKind, SignatoryRole

__all__ = ["NOT_SIGNING", "PRESENTS", "SIGNED", "Block", "from_mark", "is_prose", "same_person"]

SIGNED = re.compile(
    r"(?:^|[\s_])(?:/s/|/S/|s/|/f/|\(signed\)|\[signed\]"
    r"|f/(?=\s?[A-ZÀ-Þ])|fdo\.:?|electronically signed(?: by)?:?"
    r"|digitally signed(?: by)?:?|e-signed(?: by)?:?"
    r"|(?:signed|signature) \((?:typed|electronic|e-?signature)[^)]{0,20}\):?"
    r"|(?:electronic|typed|digital) signature(?: of requester)?:|e-signature:"
    r"|signed electronically(?: by)?:?)\s{0,60}(?P<name>[^\n_]*)",
    re.IGNORECASE,
)
PRESENTS = re.compile(
    r"(?:presented|submitted|prepared|approved as to form|agreed|copy received|consented)\b"
    r"[^.]{0,40}:?$",
    re.IGNORECASE,
)
"""A line below which one puts an order before a judge or agrees to it, and does not make it."""
NOT_SIGNING = re.compile(
    r"^\W{0,60}(?:\d{1,2}\.?\s{0,60})?(?:to|from|cc|c\.c\.|re|attn|attention|before|witness\b|teste|attest"
    r"|requested by|prepared by|(?:by|at|on) (?:the )?(?:request|instance) of"
    r"|subject(?=\s{0,3}:)|in re|recipient|served (?:on|by)|contact|copies? to|copy"
    r"|dear|hello|hi|hey|estimad[oa]s?|distribution|encl(?:osures?|osed|s)?|enc|anexos?|notify"
    r"|apply to|hearing before"
    r"|presented by|submitted to"
    r"|apply|application of"
    r"|sworn to before)\b[\s:,]",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:shall|must|may|will|is|are|was|were|has|have|you|your|that|which|who|this"
    r"|these|if|not|he|she"
    r"|before|within|upon|produce|appear)\b",
    re.IGNORECASE,
)


_TITLE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Block:
    """One signature block: the lines it takes, what it names, and how it is signed."""

    lines: tuple[int, ...]
    name: str | None
    name_line: int | None
    title: str | None
    title_line: int | None
    role: SignatoryRole | None
    judge_kind: JudgeKind | None
    signed: bool | None
    mark: str | None
    weight: float


def is_prose(text: str, title: Title) -> bool:
    outside = text[: title.start] + " " + text[title.end :]
    inside = title.start and text[title.start].islower() and text[title.start - 2].islower()
    if inside and len(text.split()) > _TITLE_WORDS:
        return True  # "what counsel thinks": who signs writes his title with a capital
    return bool(_SENTENCE.search(outside)) or len(outside.split()) > 9 or text.endswith((";", ":"))


_BESIDE = re.compile(r"\s{3,}|\s{1,9}(?:Dated?|Title|Telephone)\b\s{0,3}:")
"""What stands in the next column of a line that is signed."""


def from_mark(paper: Paper, i: int, written: str) -> Block:
    """A block that begins with a conformed signature (``/s/ Name``)."""
    written = _BESIDE.split(written)[0].strip()
    title: Title | None = find_title(written)
    beside = whole_name_in(written[: title.start] if title else written)
    name = beside[0] if beside else (_as_written(written) if title is None else None)
    called = is_name(written) if title is not None else None
    title_line, title_text = (i, written[title.start :]) if title else (None, None)
    name_line = i
    order = _by_distance(paper, i) if title is None or called else []
    name = called or name
    for j in order:
        text = paper.lines[j].text.strip()
        if NOT_SIGNING.match(text):
            continue
        found = None if offers_choice(text) else find_title(text)
        if found is None or is_prose(text, found):
            typed = is_name(text)
            if typed and j > i and (name is None or same_person(name, typed)):
                name, name_line = typed, j
            continue
        title, title_line, title_text = found, j, text.strip(" ,()")
        beside = whole_name_in(text[: found.start])
        if name is None and j > i and is_name(text):
            # A mark without a name, "(signed)", over "Officer B".
            name, name_line, title_text = text, j, text[found.start : found.end]
            break
        if beside and (name is None or same_person(name, beside[0])):
            name, name_line = beside[0], j
        break
    if title is not None and title.role is SignatoryRole.JUDGE and title_line == i:
        fuller = _printed_judge(paper, i)
        if fuller is not None:
            title_line, title = fuller
            title_text = paper.lines[title_line].text.strip(" ,()_")
    lines = {i, name_line} | ({title_line} if title_line is not None else set())
    role = title.role if title else _role_in_form(paper, name)
    return Block(
        tuple(sorted(lines)), name, name_line if name else None, title_text, title_line,
        role, title.judge_kind if title else None, True, "/s/",
        8.0 - 0.12 * (len(paper.lines) - 1 - i),
    )  # fmt: skip


def _printed_judge(paper: Paper, i: int) -> tuple[int, Title] | None:
    """The judge's office as it is printed under a signature that only says "Judge"."""
    for j in range(i + 1, min(i + 3, len(paper.lines))):
        found = find_title(paper.lines[j].text)
        if found is not None and not is_prose(paper.lines[j].text, found):
            judges = (
                found.role is SignatoryRole.JUDGE and paper.lines[j].page == paper.lines[i].page
            )
            return (j, found) if judges else None
    return None


_WHO_REQUESTS = re.compile(
    r"\battorney\s{1,4}representing\b[^.]{0,200}?\brequests?\s{1,4}this\s{1,4}subpoena,?\s{1,4}"
    r"(?:is|are)\s{0,3}:?\s{1,4}(?P<who>[^,\n]{3,60})",
    re.IGNORECASE,
)
"""Where a federal subpoena names the attorney who issues it."""


def _role_in_form(paper: Paper, name: str | None) -> SignatoryRole | None:
    """The role of who signed a form over the titles of clerk and attorney, named further down.

    Authority: forms AO 88, 88A, 88B, 89, 89B.
    """
    named = paper.search(_WHO_REQUESTS) if name else None
    same = named is not None and same_person(str(name), named["who"])
    return SignatoryRole.ATTORNEY if same else None


def _as_written(written: str) -> str | None:
    """What stands behind the mark of a signature, where it can be somebody's name."""
    said = written.strip(" ,._")
    may = said and len(said) < 40 and not re.search(r"[\d:;]", said)
    return said if may else None


def _by_distance(paper: Paper, i: int) -> list[int]:
    """Lines near a mark: on the page where boxes are known, else the four that follow."""
    here = paper.lines[i]
    if here.box is None:
        return list(range(i + 1, min(len(paper.lines), i + 5))) + [j for j in (i - 1,) if j >= 0]
    near: list[tuple[float, int]] = []
    for j, line in enumerate(paper.lines):
        if j == i or line.box is None or line.page != here.page:
            continue
        distance = _distance(here, line)
        if distance < 70:
            near.append((distance, j))
    return [j for _, j in sorted(near)]


def _distance(a: Line, b: Line) -> float:
    if a.box is None or b.box is None:
        return 1e9
    across = max(0.0, max(a.box[0], b.box[0]) - min(a.box[2], b.box[2]))
    down = a.box[1] - b.box[3]
    return across + (down if down >= -2 else 2 * (b.box[1] - a.box[3]) + 12)


def same_person(a: str, b: str) -> bool:
    last_a, last_b = re.findall(r"\w+", a.lower()), re.findall(r"\w+", b.lower())
    return bool(last_a and last_b) and last_a[-1] == last_b[-1]
