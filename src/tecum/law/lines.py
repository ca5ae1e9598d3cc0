"""The lines of a block read as values: conditions, pairs, windows, days, words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from tecum.law.blocks import Condition, Maker, Pair, Window
from tecum.law.expression import ExpressionError, parse_count, parse_expression
from tecum.law.problem import Place, Problem, nearest_sentence
from tecum.law.syntax import Block, Line
from tecum.law.tree import TRUE, Expr
from tecum.words import Confidence

__all__ = ["BlockLines", "Named", "names_in"]

_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_WINDOW = re.compile(
    r"^from (?P<start>\d{4}-\d{2}-\d{2})(?: to (?P<end>\d{4}-\d{2}-\d{2}))?"
    r"(?:; recorded (?P<recorded>\d{4}-\d{2}-\d{2}))?$"
)


@dataclass(slots=True)
class Named:
    """What a block names, kept so that a block with mistakes is still checked for all of them."""

    is_duty: bool
    exprs: list[tuple[Expr, Place]] = field(default_factory=list)
    actions: list[tuple[str, Place]] = field(default_factory=list)
    pairs: dict[str, list[Pair]] = field(default_factory=dict)


class BlockLines:
    """The lines of one block; what is wrong is noted in ``problems`` and reading goes on."""

    def __init__(self, block: Block, pack: str, maker: Maker) -> None:
        self.block = block
        self.pack = pack
        self.maker = maker
        self.problems: list[Problem] = []
        self.named = Named(block.kind == "duty")

    def tell(self, place: Place, text: str, code: str = "P101") -> None:
        """Note a problem and go on."""
        self.problems.append(Problem(place, code, text))

    def text(self, key: str) -> str | None:
        """What stands behind a key, or None."""
        line = self.block.first(key)
        return line.value if line else None

    def place_of(self, key: str) -> Place:
        """Where a key stands; the block itself where it does not."""
        line = self.block.first(key)
        return line.place if line else self.block.place

    def one_of(self, key: str, words: tuple[str, ...]) -> str | None:
        """A word of a closed list; another one is noted, with the nearest that exists."""
        line = self.block.first(key)
        if line is not None and line.value not in words:
            near = nearest_sentence(line.value, words)
            text = f'"{line.value}" is not a value of {key} ({", ".join(words)}).{near}'
            self.tell(line.place, text)
            return None
        return line.value if line else None

    def confidence(self) -> Confidence | None:
        """How sure the block says that it is."""
        word = self.one_of("confidence", tuple(item.value for item in Confidence))
        return Confidence(word) if word else None

    def expr(self, key: str) -> Expr:
        """The condition behind a key; where there is none, it always holds."""
        line = self.block.first(key)
        return self.parse(line) if line is not None else TRUE

    def parse(self, line: Line) -> Expr:
        """The condition of one line; a mistake in it is noted and counts as "always"."""
        counts = line.key == "counts"
        try:
            expr = parse_count(line.value) if counts else parse_expression(line.value)
            self.named.exprs.append((expr, line.place))
            return expr
        except ExpressionError as error:
            place = line.place.at(line.value_column + error.column - 1)
            self.tell(place, error.text, error.code)
            return TRUE

    def exceptions(self) -> tuple[Condition, ...]:
        """The conditions under "unless", each with where the text says so."""
        found = []
        for line in self.block.every("unless"):
            if not line.citation:
                self.needs_source(line, "an exception needs its source.")
            found.append(Condition(self.parse(line), line.citation, line.place))
        return tuple(found)

    def needs_source(self, line: Line, what: str) -> None:
        """Note a line that does not say where the text has it."""
        text = f"{what} Add two spaces and [where the text says so]."
        self.tell(line.place.whole_line, text, "P103")

    def pairs(self, key: str) -> tuple[Pair, ...]:
        """What beats what, line by line, with where the text says so."""
        found = []
        for line in self.block.every(key):
            if not line.citation and key != "stays":
                self.needs_source(line, f'"{key}" needs its source.')
            found += [
                Pair(name.strip(), line.citation, line.place) for name in line.value.split(",")
            ]
        self.named.pairs.setdefault(key, []).extend(found)
        return tuple(found)

    def day(self, line: Line, text: str) -> date:
        """A day; what is none is noted."""
        try:
            if not _DAY.match(text):
                raise ValueError
            return date.fromisoformat(text)
        except ValueError:
            self.tell(line.place, f'"{text}" is not a day. Write it like 2018-01-04.')
            return date.min

    def windows(self) -> tuple[tuple[Window, ...], str | None]:
        """When the block is in force, and why that is unconfirmed where it says so."""
        windows: list[Window] = []
        reason = None
        for line in self.block.every("in force"):
            if line.value == "unconfirmed":
                if not line.citation:
                    text = '"in force: unconfirmed" needs its reason. Add two spaces and [reason].'
                    self.tell(line.place.whole_line, text, "P103")
                reason = line.citation or ""
                continue
            window = self._window(line)
            if window is not None:
                self._only(line, window, windows)
                windows.append(window)
        return tuple(windows), reason

    def _only(self, line: Line, window: Window, before: list[Window]) -> None:
        """Of two windows with one beginning the later recorded counts, so one must be later."""
        key = (window.start, window.recorded)
        if key in [(other.start, other.recorded) for other in before]:
            text = (
                f"two windows begin on {window.start} and were recorded on {window.recorded}: "
                "which of them counts? Write the day on which the later one could be known."
            )
            self.tell(line.place, text, "P102")

    def _window(self, line: Line) -> Window | None:
        match = _WINDOW.match(line.value)
        if match is None:
            text = (
                'write "from 2018-01-04; recorded 2017-10-05": '
                "the day it took effect and the day it could be known."
            )
            self.tell(line.place, text)
            return None
        if match["recorded"] is None:
            text = 'the window lacks the day it could be known. Add "; recorded DATE".'
            self.tell(line.place, text, "P102")
            return None
        start = self.day(line, match["start"])
        end = self.day(line, match["end"]) if match["end"] else None
        if end is not None and end <= start:
            text = f"the window ends on {end}, not after its beginning on {start}."
            self.tell(line.place, text, "P102")
        return Window(start, end, self.day(line, match["recorded"]))

    def single_day(self, key: str) -> date | None:
        """The day behind a key, or None."""
        line = self.block.first(key)
        return self.day(line, line.value) if line else None

    def makers(self, line: Line | None) -> tuple[Maker, ...]:
        """Whose rules a line names."""
        if line is None:
            return ()
        found = []
        for word in names_in(line.value):
            if word in list(Maker):
                found.append(Maker(word))
            else:
                near = nearest_sentence(word, [maker.value for maker in Maker])
                self.tell(line.place, f'"{word}" does not make rules.{near}')
        return tuple(found)


def names_in(text: str) -> tuple[str, ...]:
    """The names of a list with commas between."""
    return tuple(part.strip() for part in text.split(",") if part.strip())
