"""The text form of a pack's law files: sections, blocks, lines; read and written back.

```
file    = "# " text { prose | section }
section = "## " id "  " text { prose | block }
block   = fence kind { line } fence
line    = key ": " value [ "  [" citation "]" ]
```
One legal element a line, so that one changed line is one changed element (LAW 2.1).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tecum.law.expression import ExpressionError, parse_count, parse_expression, write_expression
from tecum.law.problem import Place, Problem, nearest_sentence

__all__ = [
    "KEYS",
    "Block",
    "LawText",
    "Line",
    "Section",
    "canonical_line",
    "parse_law",
    "write_block",
    "write_law",
]

KEYS: dict[str, tuple[str, ...]] = {
    "rule": (
        "id",
        "must",
        "may",
        "must not",
        "counsel",
        "must not prohibit",
        "when",
        "unless",
        "yields to",
        "prevails over",
        "stands against",
        "in force",
        "judged at",
        "restrains",
        "note",
        "confidence",
        "source",
    ),
    "order": (
        "id",
        "stays",
        "commands",
        "only where",
        "from",
        "to",
        "recorded",
        "ended",
        "prevails over",
        "text",
        "confidence",
        "source",
    ),
    "duty": (
        "id",
        "on",
        "when",
        "unless",
        "do",
        "who",
        "to",
        "clock",
        "content",
        "nil",
        "personal data",
        "done by",
        "in force",
        "confidence",
        "source",
    ),
    "define": ("id", "fact", "true when", "counts", "ask", "confidence", "source"),
    "clock": (
        "id",
        "from",
        "deemed",
        "period",
        "direction",
        "count",
        "skip spans",
        "start day",
        "month",
        "leap",
        "roll",
        "fixed date rolls",
        "closures",
        "service adds",
        "not for",
        "cutoff",
        "combine",
        "extends",
        "tolls",
        "bound",
        "calendar",
        "counted by",
        "reading",
        "in force",
        "judged at",
        "confidence",
        "source",
    ),
}
"""Keys of each kind of block in canonical order; ``id`` stands first where it is needed."""

CONDITION_KEYS = frozenset({"when", "unless", "only where", "true when"})
_KEY = re.compile(r"([A-Za-z][A-Za-z _-]*?):(?:\s+|$)")
_CITED = re.compile(r"^(?P<value>.*?)\s{2,}\[(?P<cite>.*)\]$")
_HEAD = re.compile(r"^##\s+(?P<id>\S+)(?:\s+(?P<title>.*))?$")
_ID = re.compile(r"^[A-Za-z0-9][A-Za-z0-9.-]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One legal element: key, value, and the citation in brackets where there is one."""

    key: str
    value: str
    citation: str | None
    place: Place

    @property
    def value_column(self) -> int:
        """Column at which the value begins in the file as written."""
        return self.place.column

    @property
    def text(self) -> str:
        """The line in canonical form."""
        cite = f"  [{self.citation}]" if self.citation is not None else ""
        return f"{self.key}: {self.value}{cite}".rstrip()


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: a rule, clock, duty, order or definition, as lines."""

    kind: str
    lines: tuple[Line, ...]
    place: Place
    section_id: str
    title: str

    @property
    def id(self) -> str:
        """The block's own id, else that of the section it stands in."""
        own = [line.value for line in self.lines if line.key == "id"]
        return own[0] if own else self.section_id

    def every(self, key: str) -> tuple[Line, ...]:
        """All lines with this key."""
        return tuple(line for line in self.lines if line.key == key)

    def first(self, key: str) -> Line | None:
        """The first line with this key."""
        return next((line for line in self.lines if line.key == key), None)

    @property
    def sha256(self) -> str:
        """Digest over the canonical text: one edited line un-reviews exactly one block."""
        return hashlib.sha256(write_block(self).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Section:
    """A provision: id, title and what stands under it, prose lines and blocks in order."""

    id: str
    title: str
    place: Place
    parts: tuple[str | Block, ...]

    @property
    def prose(self) -> str:
        """The free text around the blocks: shown beside a finding, without effect."""
        return "\n".join(part for part in self.parts if isinstance(part, str)).strip()


@dataclass(frozen=True, slots=True)
class LawText:
    """One file: a legal instrument, with its title, opening prose and sections."""

    file: str
    title: str
    opening: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def blocks(self) -> Iterator[Block]:
        """Every block of the file, in order."""
        for section in self.sections:
            for part in section.parts:
                if isinstance(part, Block):
                    yield part


def parse_law(text: str, file: str) -> tuple[LawText, tuple[Problem, ...]]:
    """Read a law file to its end; what is wrong is told, the rest is kept."""
    return _Reader(text, file).read()


class _Reader:
    def __init__(self, text: str, file: str) -> None:
        normal = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        self._lines = normal.removesuffix("\n").split("\n")
        self._file = file
        self._problems: list[Problem] = []
        self._opening: list[str] = []
        self._sections: list[Section] = []
        self._parts: list[str | Block] = []
        self._head: tuple[str, str, Place] | None = None

    def read(self) -> tuple[LawText, tuple[Problem, ...]]:
        """The file as sections, and its problems."""
        title, at = "", 0
        if self._lines[0].startswith("# "):
            title, at = self._lines[0][2:].strip(), 1
        else:
            self._tell(Place(self._file, 1), 'a file begins with "# " and the instrument\'s name.')
        while at < len(self._lines):
            at = self._take(at)
        self._close()
        found = LawText(self._file, title, tuple(self._opening), tuple(self._sections))
        return found, tuple(self._problems)

    def _tell(self, place: Place, text: str, code: str = "P101") -> None:
        self._problems.append(Problem(place, code, text))

    def _take(self, at: int) -> int:
        line = self._lines[at]
        if line.startswith("## "):
            self._close()
            self._open(line, Place(self._file, at + 1))
        elif line.startswith("```"):
            return self._fence(at)
        elif self._head is None:
            self._opening.append(line)
        else:
            self._parts.append(line)
        return at + 1

    def _open(self, line: str, place: Place) -> None:
        match = _HEAD.match(line)
        found = match["id"] if match else ""
        if not _ID.match(found):
            self._tell(place, f'"{found}" is not an id: letters, digits, "-" and "." only.')
        title = (match["title"] or "").strip() if match else ""
        self._head = (found, title, place)

    def _close(self) -> None:
        if self._head is not None:
            found, title, place = self._head
            self._sections.append(Section(found, title, place, tuple(self._parts)))
        self._parts = []

    def _fence(self, at: int) -> int:
        kind = self._lines[at][3:].strip()
        place = Place(self._file, at + 1)
        end = at + 1
        while end < len(self._lines) and not self._lines[end].startswith("```"):
            end += 1
        if end == len(self._lines):
            self._tell(place, "the block is not closed. Add a line of three backquotes.")
        if not kind:
            target = self._opening if self._head is None else self._parts
            target.extend(self._lines[at : end + 1])
        elif kind not in KEYS:
            near = nearest_sentence(kind, KEYS)
            self._tell(place.at(4), f'unknown kind of block "{kind}".{near}')
        elif self._head is None:
            self._tell(place, 'a block stands in a section. Write "## id  title" above it.')
        else:
            self._parts.append(self._block(kind, at + 1, end, place))
        return end + 1

    def _block(self, kind: str, start: int, end: int, place: Place) -> Block:
        assert self._head is not None
        lines = []
        for at in range(start, end):
            if self._lines[at].strip():
                line = self._line(kind, self._lines[at], Place(self._file, at + 1, 1))
                if line is not None:
                    lines.append(line)
        return Block(kind, tuple(lines), place, self._head[0], self._head[1])

    def _line(self, kind: str, text: str, place: Place) -> Line | None:
        match = _KEY.match(text)
        if match is None:
            self._tell(place, 'a line is "key: value". Notes are prose, outside the block.')
            return None
        key, rest = match[1], text[match.end() :].rstrip()
        if kind == "order" and key in ("unless", "yields to"):
            strict = f'an order is strict: it has no "{key}". Narrow it by "only where".'
            self._tell(place.whole_line, strict, "P105")
            return None
        if not _known_key(kind, key):
            near = nearest_sentence(key, KEYS[kind])
            self._tell(place, f'unknown key "{key}" in a {kind}.{near}')
            return None
        cited = _CITED.match(rest)
        value, cite = (cited["value"], cited["cite"].strip()) if cited else (rest, None)
        if not value.strip():
            self._tell(place, f'"{key}" has no value.')
        return Line(key, value.strip(), cite, place.at(match.end() + 1))


def _known_key(kind: str, key: str) -> bool:
    if key in KEYS[kind]:
        return True
    return kind == "clock" and key.split(" ", maxsplit=1)[0] in ("deemed", "reading")


def _order_of(kind: str) -> Callable[[Line], int]:
    keys = KEYS[kind]

    def rank(line: Line) -> int:
        return keys.index(line.key if line.key in keys else line.key.split(" ")[0])

    return rank


def write_block(block: Block) -> str:
    """A block in canonical form, fences included."""
    lines = [canonical_line(line).text for line in sorted(block.lines, key=_order_of(block.kind))]
    return "\n".join([f"```{block.kind}", *lines, "```"])


def canonical_line(line: Line) -> Line:
    """A line with its condition as the canonical form writes it."""
    try:
        if line.key in CONDITION_KEYS:
            return replace(line, value=write_expression(parse_expression(line.value)))
        if line.key == "counts":
            return replace(line, value=write_expression(parse_count(line.value)))
    except ExpressionError:
        return line
    return line


def write_law(law: LawText) -> str:
    """A file in canonical form; reading it and writing it again changes nothing."""
    out: list[str] = [f"# {law.title}", *law.opening]
    for section in law.sections:
        out.append(f"## {section.id}  {section.title}".rstrip())
        out.extend(_parts(section.parts))
    return "\n".join(out).rstrip("\n") + "\n"


def _parts(parts: Sequence[str | Block]) -> Iterator[str]:
    for part in parts:
        yield write_block(part) if isinstance(part, Block) else part
