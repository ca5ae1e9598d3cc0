"""From the lines of a block to a typed rule, order, duty or definition."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from tecum.law.blocks import (
    ClockBlock,
    Command,
    Define,
    Duty,
    Ended,
    JudgedAt,
    Maker,
    Order,
    Rule,
)
from tecum.law.lines import BlockLines, Named, names_in
from tecum.law.problem import Place, Problem, nearest_sentence
from tecum.law.syntax import Block, Line
from tecum.words import Effect

__all__ = ["Built", "build_block"]

Built = Rule | Order | Duty | Define | ClockBlock

EFFECT_KEYS = {
    "must": Effect.MUST,
    "may": Effect.MAY,
    "must not": Effect.MUST_NOT,
    "counsel": Effect.COUNSEL,
    "must not prohibit": Effect.MUST_NOT_PROHIBIT,
}
_COMMAND = re.compile(r"^(must_not|must not|must|may)\s+(.+)$")
_ENDED = re.compile(r"^(\d{4}-\d{2}-\d{2}); recorded (\d{4}-\d{2}-\d{2})$")
_ID = re.compile(r"^[A-Za-z0-9][A-Za-z0-9.-]*$")
_PERIOD = re.compile(r"^every (month|quarter|half-year|year)( by \d{2}-\d{2})?$")
_TRIGGERS = ("receipt", "determination", "disclosure", "every month")
_REQUIRED = {
    "rule": ("in force", "judged at"),
    "order": ("from", "recorded"),
    "duty": ("on", "do", "who", "clock", "done by", "in force"),
    "define": ("fact",),
}
_REPEATABLE = {
    "rule": {"unless", "yields to", "prevails over", "stands against", "in force"},
    "order": {"stays", "commands", "ended", "prevails over"},
    "duty": {"unless", "content", "in force"},
    "define": set[str](),
}


def build_block(block: Block, pack: str, maker: Maker) -> tuple[Built | Named, list[Problem]]:
    """The typed block, or what it names where it cannot be built; every problem is listed."""
    builder = _Builder(block, pack, maker)
    built = builder.build()
    return (builder.named if built is None or builder.problems else built), builder.problems


class _Builder(BlockLines):
    """Makes the typed block of one kind from its lines."""

    def build(self) -> Built | None:
        """Check the keys, then make the block of its kind."""
        self._keys()
        make: dict[str, Callable[[], Built | None]] = {
            "rule": self._rule,
            "order": self._order,
            "duty": self._duty,
            "define": self._define,
            "clock": self._clock,
        }
        return make[self.block.kind]()

    def _keys(self) -> None:
        block = self.block
        named = f'{block.kind} "{block.id}"'
        article = "An order" if block.kind == "order" else f"A {block.kind}"
        if block.kind == "clock":
            return
        if block.first("source") is None:
            text = f"{named} has no source. {article} without a source is not loaded."
            self.tell(block.place, text)
        for key in _REQUIRED[block.kind]:
            if block.first(key) is None:
                self.tell(block.place, f'{named} has no "{key}".')
        own = block.first("id")
        if own is not None and not _ID.match(own.value):
            text = f'"{own.value}" is not an id: letters, digits, "-" and "." only.'
            self.tell(own.place, text)
        if block.kind in _REPEATABLE:
            self._once(_REPEATABLE[block.kind])

    def _once(self, repeatable: set[str]) -> None:
        seen: set[str] = set()
        for line in self.block.lines:
            if line.key in seen and line.key not in repeatable:
                self.tell(line.place.whole_line, f'"{line.key}" may stand once in a block.')
            seen.add(line.key)

    def _effect(self) -> tuple[Effect, tuple[str, ...], Place] | None:
        lines = [line for line in self.block.lines if line.key in EFFECT_KEYS]
        if len(lines) != 1:
            said = "no effect" if not lines else "more than one effect"
            text = f'rule "{self.block.id}" has {said}. Write one of {", ".join(EFFECT_KEYS)}.'
            self.tell(self.block.place, text)
            return None
        return EFFECT_KEYS[lines[0].key], self._actions(lines[0], lines[0].value), lines[0].place

    def _actions(self, line: Line, text: str) -> tuple[str, ...]:
        names = names_in(text)
        if not names:
            self.tell(line.place, f'"{line.key}" names no action.')
        self.named.actions += [(name, line.place) for name in names]
        return names

    def _rule(self) -> Rule | None:
        effect = self._effect()
        windows, unconfirmed = self.windows()
        judged = self.one_of("judged at", tuple(word.value for word in JudgedAt))
        restrains = self.block.first("restrains")
        if restrains is not None and effect and effect[0] is not Effect.MUST_NOT_PROHIBIT:
            text = '"restrains" stands only with "must not prohibit".'
            self.tell(restrains.place.whole_line, text, "P105")
        if restrains is None and effect and effect[0] is Effect.MUST_NOT_PROHIBIT:
            text = f'rule "{self.block.id}" restrains nobody. Add "restrains: state, local".'
            self.tell(self.block.place, text, "P105")
        parts = {
            "when": self.expr("when"),
            "unless": self.exceptions(),
            "yields_to": self.pairs("yields to"),
            "prevails_over": self.pairs("prevails over"),
            "stands_against": self.pairs("stands against"),
            "restrains": self.makers(restrains),
            "confidence": self.confidence(),
        }
        if self.problems or effect is None or judged is None:
            return None
        return Rule(
            **self._head(),  # type: ignore[arg-type]
            **parts,  # type: ignore[arg-type]
            effect=effect[0],
            actions=effect[1],
            effect_place=effect[2],
            when_place=self.place_of("when"),
            maker=self.maker,
            windows=windows,
            unconfirmed=unconfirmed,
            judged_at=JudgedAt(judged),
            note=self.text("note"),
        )

    def _head(self) -> dict[str, object]:
        block = self.block
        return {
            "id": block.id,
            "pack": self.pack,
            "title": block.title,
            "source": self.text("source") or "",
            "sha256": block.sha256,
            "place": block.place,
        }

    def _order(self) -> Order | None:
        block, commands = self.block, []
        if block.first("stays") is None and block.first("commands") is None:
            self.tell(block.place, f'order "{block.id}" neither stays nor commands anything.')
        for line in block.every("commands"):
            match = _COMMAND.match(line.value)
            if match is None:
                self.tell(line.place, 'write "must share_status", "must_not …" or "may …".')
                continue
            effect = Effect(match[1].replace(" ", "_"))
            commands.append(Command(effect, self._actions(line, match[2]), line.place))
        days = {key: self.single_day(key) for key in ("from", "to", "recorded")}
        ended = tuple(self._ends())
        parts = {
            "stays": self.pairs("stays"),
            "scope": self.expr("only where"),
            "scope_place": self.place_of("only where"),
            "prevails_over": self.pairs("prevails over"),
            "confidence": self.confidence(),
        }
        if days["from"] and days["to"] and days["to"] <= days["from"]:
            self.tell(block.place, f'order "{block.id}" ends before it begins.', "P102")
        for line, end in zip(block.every("ended"), ended, strict=False):
            if days["from"] and end.on < days["from"]:
                self.tell(line.place, f'order "{block.id}" ended before it began.', "P102")
        if self.problems:
            return None
        return Order(
            **self._head(),  # type: ignore[arg-type]
            **parts,  # type: ignore[arg-type]
            commands=tuple(commands),
            start=days["from"] or date.min,
            end=days["to"],
            recorded=days["recorded"] or date.min,
            ended=ended,
            text=self.text("text"),
        )

    def _ends(self) -> list[Ended]:
        found = []
        for line in self.block.every("ended"):
            match = _ENDED.match(line.value)
            if match is None:
                self.tell(line.place, 'write "2018-08-01; recorded 2018-08-01".')
                continue
            if not line.citation:
                self.needs_source(line, '"ended" needs its source.')
            on, recorded = self.day(line, match[1]), self.day(line, match[2])
            found.append(Ended(on, recorded, line.citation))
        return found

    def _duty(self) -> Duty | None:
        windows, unconfirmed = self.windows()
        on = self.block.first("on")
        if on is not None and on.value not in _TRIGGERS[:3] and not _PERIOD.match(on.value):
            near = nearest_sentence(on.value, _TRIGGERS)
            self.tell(on.place, f'"{on.value}" does not trigger a duty.{near}')
        clock = self.block.first("clock")
        parts = {
            "when": self.expr("when"),
            "unless": self.exceptions(),
            "nil": self.one_of("nil", ("required", "not required", "not stated")),
            "personal_data": self.one_of("personal data", ("none", "allowed")),
            "confidence": self.confidence(),
        }
        if self.problems or clock is None:
            return None
        return Duty(
            **self._head(),  # type: ignore[arg-type]
            **parts,  # type: ignore[arg-type]
            on=self.text("on") or "",
            do=self.text("do") or "",
            who=self.text("who") or "",
            to=self.text("to"),
            when_place=self.place_of("when"),
            clock_place=clock.place,
            clock=clock.value,
            clock_citation=clock.citation,
            content=tuple(line.value for line in self.block.every("content")),
            done_by=self.text("done by") or "",
            windows=windows,
            unconfirmed=unconfirmed,
        )

    def _define(self) -> Define | None:
        block = self.block
        given = [line for line in block.lines if line.key in ("true when", "counts")]
        if len(given) != 1:
            text = f'define "{block.id}" needs one of "true when", "counts".'
            self.tell(block.place, text)
            return None
        expr, confidence = self.parse(given[0]), self.confidence()
        if self.problems:
            return None
        return Define(
            **self._head(),  # type: ignore[arg-type]
            fact=self.text("fact") or "",
            fact_place=self.place_of("fact"),
            expr=expr,
            expr_place=given[0].place,
            counts=given[0].key == "counts",
            ask=self.text("ask"),
            confidence=confidence,
        )

    def _clock(self) -> ClockBlock | None:
        lines = tuple(
            (line.key, line.value, line.citation, line.place.line, line.place.column)
            for line in self.block.lines
            if line.key != "id"
        )
        head = self._head()
        del head["source"]
        return ClockBlock(**head, lines=lines)  # type: ignore[arg-type]
