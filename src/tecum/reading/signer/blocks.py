"""The signature blocks of a document: who is named where it is signed, and how (READING 10).

Only signature blocks count. A judge who is named in the caption, in the teste of a clerk
("Witness the Honorable …") or in a sentence has signed nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tecum.instruments.compiled import led
from tecum.instruments.region import Region
from tecum.reading.paper.cells import is_label
from tecum.reading.paper.paper import Paper, once_a_paper
from tecum.reading.signer.by_court import in_its_court
from tecum.reading.signer.conformed import (
    NOT_SIGNING,
    SIGNED,
    Block,
    from_mark,
    is_prose,
    same_person,
)
from tecum.reading.signer.marks import is_empty_line, mark_near
from tecum.reading.signer.places import called_by_part, in_cell_of_signer, signed_elsewhere
from tecum.reading.signer.proofs import heads_proof, without_exhibits, without_proofs
from tecum.reading.signer.titles import Title, find_title, is_name, offers_choice, whole_name_in
from tecum.words import SignatoryRole

__all__ = ["signature_blocks"]

_LABEL = re.compile(
    r"\bsignature\b|^\(?(?:name|print(?:ed)? name|title|date|typed name)\b|name, title",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:sincerely|respectfully|very truly|yours|cordially|regards|best|kind regards|thank you"
    r"|thanks|atentamente|cordialmente|by the court|by order of|so ordered|signed|issued by"
    r"|in (?:testimony|witness) whereof|for the (?:director|commission|committee)"
    r"|by direction|truly|faithfully|approved)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:issued|signed|dated|given|executed|approved|authori[sz]ed|entered"
    r"|granted)\b.{0,60}?\bby:?\s{1,60}"
    r"|by:?\s{1,60}|authori[sz]ed (?:immigration )?officer:\s{0,60}|issuing (?:officer|official"
    r"|agent):\s{0,60}|officer:\s{0,60}"
    r"|(?:signature|firma):\s{1,60}(?=[A-ZÀ-Þ])|signed:?\s{1,60}(?!\()"
    r"|firmado(?: por)?:?\s{1,60}|name:\s{0,60}|(?:printed|typed) name:\s{0,60})",
    re.IGNORECASE,
)
_BAR_NUMBER = led(
    r",?\s\(?(?:[A-Z]{1,3}BA|(?:[A-Z][a-z]{2,9} )?(?:State )?Bar(?: Card)?|SBN|WSBA|ARDC|BBO"
    r"|Atty\.?|Attorney)\s?(?:No\.?|#|Number|Reg\.?(?: No\.?)?|I\.?D\.?(?: No\.?)?)?"
    r"\s?:?\s?[#\d][\d-]{2,9}\)?$"
)
"""A lawyer's number at the bar, behind his name."""
_BYLINES = 8
"""Lines at the head of a paper in which "By a staff reporter" signs nothing."""
_OFFICE = re.compile(r"\s?,\s")
_OF_WHOM = re.compile(r"\b(?:for|to|of)$", re.IGNORECASE)
"""The end of a title behind which a client is named: "Counsel for"."""
_NEXT_COLUMN = led(r"\s{3,60}(?=\()|\s{1,3}\((?=signature|signed|on file)", re.IGNORECASE)
"""Where the cell beside a name begins: "Officer B   (Signature on file)"."""
_BLANK = led(r"[A-Za-z.]\s{0,3}_{8}")
_GOES_ON = led(r"\b(?:and|of|&)\s{0,3}$")
_FOR_PARTY = led(r",\s(?:for|counsel for|attorneys? for)\s", re.IGNORECASE)
"""The party behind a lawyer's name: below a clerk's signature he is who asked for the paper."""
_BRACKETED = re.compile(r"\(\s{0,3}(?P<name>[^()_]{3,60}?)\s{0,3}\)")
"""A name in brackets under a signature, as British and Hong Kong offices set it."""
_PLACE = led(r"(?:city|town|county|state|place|venue|lugar|ciudad)\b[^:]{0,30}:", re.IGNORECASE)


def signature_blocks(paper: Paper) -> tuple[Block, ...]:
    """Every signature block of a document, weightiest first."""
    found: list[Block] = []
    taken: set[int] = set()
    celled = in_cell_of_signer(paper)
    elsewhere = {*signed_elsewhere(paper), *celled}
    for i in range(len(paper.lines) - 1, -1, -1):
        if i in taken or (Region.SIGNATURE not in paper.regions[i] and i not in elsewhere):
            continue
        block = _block_at(paper, i, celled=i in celled)
        if block is not None:
            found.append(block)
            taken.update(block.lines)
    found = [in_its_court(paper, block) for block in found]
    merged = without_exhibits(paper, _merge_same_name(without_proofs(paper, found)))
    return _first_beside(sorted(merged, key=lambda block: -block.weight))


def _first_beside(blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks, the first of several that sign beside each other under the same part in front."""
    best = blocks[0] if blocks else None
    if best is None or best.mark != "/s/":
        return tuple(blocks)
    level = [
        block
        for block in blocks
        if block.mark == "/s/"
        and block.role is best.role
        and 0 <= min(best.lines) - min(block.lines) <= _BESIDE_LINES
    ]
    first = min(level, key=lambda block: min(block.lines))
    return (first, *(block for block in blocks if block is not first))


_BESIDE_LINES = 1
"""Signatures in columns beside each other follow each other in the order of reading."""


_ABOUT = re.compile(r"subject\b", re.IGNORECASE)


def _block_at(paper: Paper, i: int, *, celled: bool) -> Block | None:
    line = paper.lines[i].text.strip()
    if len(line) > 140 or _names_no_signer(paper, i, line):
        return None
    last = i == len(paper.lines) - 1 or _closes(paper, i)
    if _ABOUT.match(line) and not last and find_title(line) is None:
        return None  # whom the paper is about
    lead = _LEAD.match(line)
    led = lead is not None or celled
    rest = _NEXT_COLUMN.split(line[lead.end() :] if lead else line)[0].replace(" | ", ", ")
    bracketed = _BRACKETED.fullmatch(rest)
    if bracketed and _closes(paper, i) and is_name(bracketed["name"]):
        rest = rest if is_label(bracketed["name"]) else bracketed["name"]
    signed = SIGNED.search(rest)
    if signed:
        return from_mark(paper, i, signed["name"].strip())
    by_part = called_by_part(paper, i)
    if by_part is not None:
        return _over_part(paper, i, by_part)
    title = find_title(rest)
    if title is None or (title.role is SignatoryRole.JUDGE and offers_choice(rest)):
        return _name_alone(paper, i, rest, led=led)
    if title.role is SignatoryRole.PRIVATE and lead and i < _BYLINES:
        return None
    own = rest.partition(",")[0]
    called = whole_name_in(own) is None and is_name(own) and _name_alone(paper, i, own, led=led)
    if called and (_name_near(paper, i, above=True)[0] is None or _is_title(paper, i - 1)):
        # "Officer B": the part and the letter are the name, and no other stands by it.
        words = rest[title.start : title.end]
        light = 2.0 if _FOR_PARTY.match(rest, len(own)) and not led else 0.0
        return replace(
            called, title=words, title_line=i, role=title.role, judge_kind=title.judge_kind,
            weight=called.weight - light,
        )  # fmt: skip
    if not led and is_prose(rest, title):
        return None
    block = _from_title(paper, i, rest, title, led=led)
    if block is not None and offers_choice(rest):
        # Which of them signed is not said by the printed line.
        return replace(
            block, lines=(i,), name=None, name_line=None, signed=None, mark=None,
            weight=min(block.weight, 0.5),
        )  # fmt: skip
    return block


def _names_no_signer(paper: Paper, i: int, line: str) -> bool:
    """Whether a line is another's, a field to fill in, or the rest of a name begun above it."""
    if NOT_SIGNING.match(line) or heads_proof(line) or _BLANK.search(line):
        return True
    return i > 0 and _GOES_ON.search(paper.lines[i - 1].text) is not None


def _is_title(paper: Paper, i: int) -> bool:
    """Whether a line ends in a title, so that a name above it is another's."""
    text = paper.lines[i].text.strip(" ,.")
    title = find_title(text)
    return title is not None and title.end == len(text)


def _over_part(paper: Paper, i: int, name: str) -> Block:
    """A block whose line ``i`` is a part and a letter, over the part as its title."""
    words = paper.lines[i + 1].text.strip(" ,()")
    title = find_title(words)
    signed, mark = mark_near(paper, i + 1, i)
    weight = 4.0 + 3 * _closes(paper, i) + 4 * bool(signed)
    weight += 1.5 * (title is not None and title.role is SignatoryRole.JUDGE)
    weight -= 0.12 * (len(paper.lines) - 2 - i)
    role, kind = (title.role, title.judge_kind) if title is not None else (None, None)
    return Block((i, i + 1), name, i, words, i + 1, role, kind, signed, mark, weight)


def _from_title(paper: Paper, i: int, rest: str, title: Title, *, led: bool) -> Block | None:
    """A block whose line ``i`` holds a title, with the name beside, above or below it."""
    before, after = rest[: title.start].strip(" ,–-"), rest[title.end :].strip(" ,–-.:")
    name: str | None = None
    name_line: int | None = i
    # Behind a title and a comma stands the office, not its holder: "Manager, Water Branch".
    of_whom = _OF_WHOM.search(rest[: title.end]) or _OFFICE.match(rest, title.end)
    beside = _beside(before, after, office=of_whom is not None)
    if beside and beside in before and rest[: title.start].rstrip() == before:
        # "Wage Claims Officer" under somebody's name: no comma parts a name from this title.
        above = _name_near(paper, i, above=True)[0]
        beside = None if above and not same_person(above, beside) else beside
    if beside:
        name = beside.strip()
    else:
        name, name_line = _name_near(paper, i)
    words = rest[title.start : title.end].strip(" ,")
    if not beside and not before:
        words = rest.strip(" ,()")
    elif beside and beside in before:
        words = rest[title.start :].strip(" ,()")
    signed, mark = mark_near(paper, i, name_line)
    lines = {i} | ({name_line} if name_line is not None else set())
    label = bool(_LABEL.search(rest))
    weight = 1.0 + 3 * bool(name) + 2 * led + 3 * _closes(paper, min(lines)) + 4 * bool(signed)
    weight += 1.5 * (title.role is SignatoryRole.JUDGE) - 2 * label
    weight -= 0.12 * (len(paper.lines) - 1 - i)
    if name is None and not led and not label and (_far(paper, i) or _in_prose(paper, i, rest)):
        return None
    if name is None and _ANY_OF_THEM.match(rest):
        return None
    if name is None and i < _HEADLINES and len(rest.split()) > _FEW_WORDS:
        return None
    if name is None and not label and is_name(rest):
        # "Officer B" is called by his part and a letter.
        name, name_line = rest, i
    return Block(
        tuple(sorted(lines)), name, name_line if name else None, words, i, title.role,
        title.judge_kind, signed, mark, weight,
    )  # fmt: skip


def _far(paper: Paper, i: int) -> bool:
    return i < len(paper.lines) - 8


def _in_prose(paper: Paper, i: int, rest: str) -> bool:
    """Whether a title without a name stands in a sentence, a piece of one, or a table's row."""
    small = rest[:1].islower() and (len(rest.split()) > _FEW_WORDS or i < len(paper.lines) - 2)
    return small or rest[:1].isdigit() or _ENDS_SENTENCE.search(rest) is not None


_ANY_OF_THEM = re.compile(r"(?:an?|any|no|each|either|such)\s", re.IGNORECASE)
"""How words go on that say who may sign: "signed by a judge"."""
_FEW_WORDS = 4
_HEADLINES = 3
"""Lines of a head: a title in them stands in a headline, "Senator asks for answers"."""
_ENDS_SENTENCE = re.compile(r"[a-z]{5}\.$")


def _beside(before: str, after: str, *, office: bool) -> str | None:
    """The name on a title's own line: before it, else behind it where no office stands there."""
    found = whole_name_in(before) or (None if office else whole_name_in(after))
    return found[0] if found else is_name(before)


def _name_near(paper: Paper, i: int, *, above: bool = False) -> tuple[str | None, int | None]:
    for j in (i - 1, i - 2) if above else (i - 1, i - 2, i + 1):
        if not 0 <= j < len(paper.lines) or paper.lines[j].page != paper.lines[i].page:
            continue
        if _LABEL.search(paper.lines[i].text) and _in_another_column(paper, i, j):
            continue  # "Signature of Clerk" stands under a rule that was left empty
        text = SIGNED.sub(lambda m: m["name"], paper.lines[j].text).strip()
        if _PLACE.match(text):
            continue
        text = re.sub(
            r"^(?:(?:issued |signed )?by:?|name:|x)\s+", "", text, flags=re.IGNORECASE
        ).strip("_ ")
        name = is_name(_BAR_NUMBER.sub("", text))
        if name:
            return name, j
        if j == i - 1 and not (find_title(text) or is_empty_line(paper.lines[j].text)):
            closes = _LABEL.search(text) or len(text.split()) <= 4
            if not closes:
                break
    return None, None


def _in_another_column(paper: Paper, i: int, j: int) -> bool:
    """Whether two lines stand beside each other with white between them."""
    a, b = paper.lines[i].box, paper.lines[j].box
    return a is not None and b is not None and (a[2] < b[0] or b[2] < a[0])


def _name_alone(paper: Paper, i: int, rest: str, *, led: bool) -> Block | None:
    """A name without a title counts only after a closing, a lead or at the very end."""
    name = is_name(_BAR_NUMBER.sub("", rest.strip("_ ")))
    if name is None or is_label(name):
        return None
    closes = _closes(paper, i)
    if closes and _is_named_writer(paper, i - 1):
        return None  # below who signs stands for whom
    at_end = i >= len(paper.lines) - 4
    if not (closes or led or at_end):
        return None
    signed, mark = mark_near(paper, i, i)
    weight = 2.0 + 3 * closes + 2 * led + 4 * bool(signed) - 0.12 * (len(paper.lines) - 1 - i)
    return Block((i,), name, i, None, None, None, None, signed, mark, weight)


def _is_named_writer(paper: Paper, i: int) -> bool:
    """Whether a line that stands directly below a letter's close is a name."""
    closed = i > 0 and _CLOSING.match(paper.lines[i - 1].text.strip()) is not None
    return closed and is_name(paper.lines[i].text.strip("_ ")) is not None


def _closes(paper: Paper, i: int) -> bool:
    """Whether one of the three lines above closes a letter or paper."""
    return not _closing_lines(paper).isdisjoint(range(max(0, i - 3), i))


@once_a_paper
def _closing_lines(paper: Paper) -> frozenset[int]:
    """The lines that close a letter or paper."""
    lines = paper.lines
    return frozenset(
        i for i in paper.lines_where(_CLOSING) if _CLOSING.match(lines[i].text.strip())
    )


def _merge_same_name(blocks: list[Block]) -> list[Block]:
    """One block a person: a name printed under a conformed signature is the same signing."""
    out: list[Block] = []
    for block in sorted(blocks, key=lambda b: -b.weight):
        same = next(
            (b for b in out if b.name and block.name and same_person(b.name, block.name)), None
        )
        if same is None:
            out.append(block)
    return out
