"""What a paper's sentences do to whom they address: speech acts, sentence by sentence.

A demand is a sentence that tells or asks the addressee to give, keep or do something with
records or a person in custody. Who speaks, to whom, in which mood, and about what thing decides;
single words such as "subpoena" or "produce" decide nothing (READING 8).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from tecum.instruments.sought import find_all
from tecum.reading.paper.empty_boxes import left_empty
from tecum.reading.paper.paper import Paper
from tecum.reading.speech.asides import (
    ALWAYS,
    ANOTHERS,
    ASIDE,
    GENERIC,
    NEGATED,
    NOT_OURS,
    NOTHING_MORE,
    OURSELVES,
    PRESCRIBES,
    PRONOUN,
    REPORTED,
    SUPPOSES,
    THEM,
    WISHED,
)
from tecum.reading.speech.directives import (
    AND_GIVES,
    ASKED_OF,
    COMMAND,
    DEMAND_MADE,
    GIVES_US,
    GIVING,
    IMPERATIVE,
    LET_US,
    OBLIGED,
    PARTY_ASKS,
    PASSIVE,
    PLEASE,
    RESPONSE_DUE,
    THING,
    THIRD,
    WE_ASK,
)
from tecum.reading.text.matching import Unit, fold, plain, unit_at, units

__all__ = ["Act", "Mood", "Speech"]


class Mood(Enum):
    """How a sentence turns to its addressee."""

    COMMAND = "command"
    REQUEST = "request"
    ORDER_OF_THIRD = "order_of_third"


@dataclass(frozen=True, slots=True)
class Act:
    """A directive to the addressee: characters ``start`` up to ``end``, and what it is about."""

    mood: Mood
    start: int
    end: int
    about_records: bool


_HEADS = (
    (Mood.COMMAND, COMMAND),
    (Mood.REQUEST, OBLIGED),
    (Mood.REQUEST, PLEASE),
    (Mood.REQUEST, WE_ASK),
    (Mood.REQUEST, ASKED_OF),
    (Mood.REQUEST, DEMAND_MADE),
    (Mood.REQUEST, PASSIVE),
    (Mood.REQUEST, RESPONSE_DUE),
    (Mood.REQUEST, LET_US),
    (Mood.REQUEST, PARTY_ASKS),
    (Mood.ORDER_OF_THIRD, THIRD),
)
_NEED_A_VERB = (PLEASE, OBLIGED, ASKED_OF)
_POLITE = (PLEASE, OBLIGED, ASKED_OF, WE_ASK)
_REACH, _ENTRY = 420, 120
_PARTICIPLE = re.compile(
    r"^(?!.*(?:\b(?:is|are|am|be|been|writing|write)\b|'m\b|'re\b)).*\b(?:requesting|asking|seeking"
    r"|demanding|directing|requiring)$",
    re.DOTALL,
)
"""A speaker and a participle without its verb: "the order of the court requiring production"."""
_NAMES_A_PAPER = re.compile(
    r"\b(?:agreement|contract|policy|plan|memorandum|guide|handbook|manual|program|protocol"
    r"|procedures?|checklist|waiver|act|ordinance)\W{0,6}$"
)
_COUNTS = re.compile(r"[^.;:]{0,24}?\s\(?(?:1|a|i)\)\s")
"""Things that are counted off within the sentence that asks for them."""


def _gives_besides(stretch: str, at: int) -> bool:
    """Whether behind what is set aside the sentence goes on to have records given."""
    more = AND_GIVES.search(stretch, at)
    return more is not None and THING.search(stretch, more.end(), more.end() + 60) is not None


_NUMBERED = re.compile(
    r"(?:interrogatory|(?:document )?request|demand|specification|question|inquiry)"
    r"(?: for (?:production|documents|information))?\s{1,2}(?:(?:no\.|number|#)\s{0,2})?\d{1,3}"
    r"\s?[.:)]\s{1,4}"
)
"""The label of a request that stands before its verb ("Interrogatory No. 3: State …")."""


@dataclass(frozen=True)
class Speech:
    """The sentences of a paper, and what they do."""

    paper: Paper
    quotes: tuple[tuple[int, int], ...]

    @cached_property
    def text(self) -> str:
        """The running text made plain: lower case, no accents, look-alikes folded."""
        return plain(self.paper.words)

    @cached_property
    def _units(self) -> tuple[Unit, ...]:
        return units(fold(self.paper.words))

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """The directives, one a sentence, the strongest mood looked for first."""
        if not self._units:
            return ()
        found: dict[int, Act] = {}
        for mood, pattern in _HEADS:
            for match in find_all(pattern, self.text):
                self._note(found, mood, unit_at(self._units, match.start()), match)
        for at, unit in enumerate(self._units):
            label = _NUMBERED.match(self.text, unit.start, unit.end)
            start = label.end() if label else unit.start
            bare = IMPERATIVE.match(self.text, start, unit.end)
            if bare and not self._is_name_of_paper(unit):
                self._note(found, Mood.REQUEST, at, bare, bare=True)
        return tuple(found[at] for at in sorted(found))

    def _is_name_of_paper(self, unit: Unit) -> bool:
        """Whether a sentence in capitals is the name of an agreement or a rule, verb or not."""
        return self.paper.words[unit.start : unit.end].isupper() and bool(
            _NAMES_A_PAPER.search(self.text, unit.start, unit.end)
        )

    @cached_property
    def _asked(self) -> tuple[tuple[int, int], ...]:
        """The stretches that name what is asked for: the directive, and the list that it leads."""
        found: list[tuple[int, int]] = []
        for act in self.acts:
            if not act.about_records or act.mood is Mood.ORDER_OF_THIRD:
                continue
            end, at = act.end, unit_at(self._units, act.start) + 1
            opens = self.text[self._units[at - 1].end - 1] == ":"
            while at < len(self._units) and (
                self._units[at].is_item or (opens and self._names(at))
            ):
                end, at = self._units[at].end, at + 1
            found.append((act.start, end))
        return tuple(found)

    def _names(self, at: int) -> bool:
        """Whether a sentence is a bare name: an entry of a list without marks."""
        unit = self._units[at]
        return unit.end - unit.start < _ENTRY and self.text[unit.end - 1] not in ".?!:"

    def asks_for(self, position: int) -> bool:
        """Whether the words there name a thing that is asked for, not what the paper does."""
        return any(start <= position < end for start, end in self._asked)

    def supposes(self, position: int) -> bool:
        """Whether the sentence there supposes, allows or prescribes what is not done yet."""
        if not self._units:
            return False
        unit = self._units[unit_at(self._units, position)]
        if SUPPOSES.match(self.text, unit.start, unit.end):
            return True
        before = self.text[unit.start : position]
        return PRESCRIBES.search(before) is not None and OURSELVES.search(before) is None

    def reports(self, position: int) -> bool:
        """Whether the sentence there tells what somebody else said."""
        if not self._units:
            return False
        unit = self._units[unit_at(self._units, position)]
        return REPORTED.search(self.text, unit.start, position) is not None

    def _note(
        self, found: dict[int, Act], mood: Mood, at: int, match: re.Match[str], bare: bool = False
    ) -> None:
        if any(a <= match.start() < b for a, b in self.quotes):
            return
        if at in found and found[at].about_records:
            return
        act = self._act(mood, at, match)
        if act is not None and (act.about_records or (at not in found and not bare)):
            found[at] = act

    def _act(self, mood: Mood, at: int, match: re.Match[str]) -> Act | None:
        """The act of a sentence, unless it tells of another's act or states a general rule."""
        unit, text = self._units[at], self.text
        if any(a <= match.start() < b for a, b in left_empty(self.paper)):
            return None
        start = max(unit.start, match.start())
        last = self._units[unit_at(self._units, match.end() - 1)]
        end = min(max(unit.end, last.end), match.end() + _REACH)
        if not self._is_directive(mood, unit, match, start, end):
            return None
        if match.re is RESPONSE_DUE:
            return None if ANOTHERS.search(match[0]) else Act(mood, start, unit.end, True)
        stretch = text[match.end() : end]
        if match.re is PASSIVE:
            stretch = text[unit.start : match.start()] + " " + stretch
        lists = self._leads_on(at)
        if lists:
            stretch += " " + text[unit.end : max(self._units[at + 1].end, unit.end + 300)]
        elif match.re in _POLITE and self._breaks_off(at):
            stretch += " " + text[unit.end : unit.end + 200]
        elif stretch.rstrip().endswith(";"):
            stretch += " " + text[unit.end : self._after_semicolons(at)]
        gives = GIVING.search(text, start, end) or (lists and GIVING.search(stretch))
        if mood is Mood.REQUEST and not (gives or THING.search(stretch)):
            return None
        if mood is Mood.ORDER_OF_THIRD:
            stretch += " " + text[unit.start : start]
        if lists and gives and self._units[at + 1].is_item and not ASIDE.search(text, start, end):
            return Act(mood, start, unit.end, True)
        thing, aside = THING.search(stretch), ASIDE.search(stretch)
        if aside is not None and _gives_besides(stretch, aside.end()):
            thing, aside = THING.search(stretch, aside.end()), None
        if aside is not None and (thing is None or aside.start() <= thing.start()):
            return Act(mood, start, unit.end, False) if mood is Mood.COMMAND else None
        given = GIVES_US.search(text, start, end) or (gives and _COUNTS.match(stretch))
        about = (thing is not None or bool(given)) and PRONOUN.match(stretch) is None
        return Act(mood, start, unit.end, about or self._takes_up(at, match, end))

    def _is_directive(
        self, mood: Mood, unit: Unit, match: re.Match[str], start: int, end: int
    ) -> bool:
        """Whether a sentence turns to its addressee here and now, and asks a deed of him."""
        text = self.text
        if GENERIC.match(text, unit.start, unit.end):
            return False
        if match.re is WE_ASK and _PARTICIPLE.search(match[0]):
            return False
        if mood is not Mood.COMMAND and match.re is not PARTY_ASKS:
            near = max(unit.start, match.start() - 120)
            if NOT_OURS.search(text, near, match.end()):
                return False
        if mood is Mood.REQUEST and (
            ALWAYS.search(text, unit.start, unit.end) or WISHED.match(text, unit.start, unit.end)
        ):
            return False
        if NEGATED.match(text, match.end(), end):
            return False
        if match.re is PASSIVE and NOTHING_MORE.search(text, unit.start, match.start()):
            return False
        if match.re not in _NEED_A_VERB:
            return True
        return GIVING.search(text, start, min(end, match.end() + 150)) is not None

    def _leads_on(self, at: int) -> bool:
        """Whether a sentence goes on in a list: behind a colon, or with its first item."""
        if at + 1 >= len(self._units):
            return False
        last = self.text[self._units[at].end - 1]
        return last == ":" or (last not in ".;!?" and self._units[at + 1].is_item)

    def _breaks_off(self, at: int) -> bool:
        """Whether a sentence ends without a stop, so that the lines below it go on with it."""
        return at + 1 < len(self._units) and self.text[self._units[at].end - 1].isalpha()

    def _after_semicolons(self, at: int) -> int:
        """The end of a sentence that was cut at its semicolons."""
        last = at
        while last + 1 < len(self._units) and self._units[last + 1].after_semicolon:
            last += 1
        return self._units[last].end

    def _takes_up(self, at: int, match: re.Match[str], end: int) -> bool:
        """Whether "them" of a sentence are the records of the one before it, with a day set."""
        near = max(self._units[at].start, match.end() - 16)
        if at == 0 or not THEM.match(self.text, near, end):
            return False
        before = self._units[at - 1]
        return THING.search(self.text, before.start, before.end) is not None
