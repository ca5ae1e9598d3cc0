"""Proposals from public documents scored against what a person marked: precision first.

A folder holds one TOML file a document: its text, what a person would say of it (outlet, day,
whose own it is), the chronology's parties, and rows of what it says. A row names the words, the
kind, who says so at which distance, and the slots that matter; several answers that are right
stand beside each other with ``|``.
"""

from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tecum.docket.acts.chronology import ClaimValue, Slot
from tecum.docket.proposals import (
    PUBLICATION,
    KnownParty,
    Proposal,
    PublicReading,
    Published,
    propose,
    read_public,
)
from tecum.errors import DataUnusable
from tecum.provenance import Span
from tecum.reading.open import open_document
from tecum.reading.text.matching import fold

__all__ = ["Marked", "Score", "Story", "load_stories", "score", "score_all"]

_APART = frozenset({"prediction", "opinion", "statistic"})


@dataclass(frozen=True, slots=True)
class Marked:
    """One thing that a document says, as a person marked it."""

    words: str
    kinds: frozenset[str]
    by: frozenset[str]
    distances: frozenset[str]
    slots: Mapping[str, Any]

    @property
    def is_optional(self) -> bool:
        """Whether it need not be found."""
        return bool(self.slots.get("optional"))

    @property
    def is_event(self) -> bool:
        """Whether it is an event, which must be found as one."""
        return not self.kinds & {*_APART, "position", "none"}


@dataclass(frozen=True, slots=True)
class Story:
    """A marked document."""

    name: str
    content: bytes
    file: str
    published: Published
    parties: tuple[KnownParty, ...]
    marked: tuple[Marked, ...]


@dataclass
class Score:
    """Counts over documents; each share is worked out from two of them."""

    documents: int = 0
    events: int = 0
    events_found: int = 0
    attributed: int = 0
    attributed_found: int = 0
    proposed: int = 0
    right: int = 0
    acceptable: int = 0
    as_they_stand: int = 0
    asserters: int = 0
    wrong_asserter: int = 0
    apart: int = 0
    apart_found: int = 0
    spans: int = 0
    spans_exact: int = 0
    misses: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def share(self, part: str, whole: str) -> float | None:
        """One count over another, None where there is nothing to count."""
        under = getattr(self, whole)
        return getattr(self, part) / under if under else None


def load_stories(folder: Path) -> tuple[Story, ...]:
    """The marked documents of a folder, by name.

    Raises:
        DataUnusable: no such folder, or a file that is not one.
    """
    found = sorted(folder.glob("*.toml"))
    if not found:
        raise DataUnusable(f"{folder.name} holds no marked document.", code="evaluate.nothing")
    return tuple(_story(path) for path in found)


def _story(path: Path) -> Story:
    table = tomllib.loads(path.read_text("utf-8"))
    text = table.get("text") or table["html"]
    return Story(
        name=path.stem,
        content=text.encode(),
        file=f"{path.stem}.{'txt' if 'text' in table else 'html'}",
        published=Published(
            outlet=table["outlet"],
            on=table.get("published"),
            updated=table.get("updated"),
            issuer=table.get("issuer"),
        ),
        parties=tuple(KnownParty(id=id_, name=name) for id_, name in table["parties"]),
        marked=tuple(_marked(row) for row in table["says"]),
    )


def _marked(row: Sequence[Any]) -> Marked:
    words, kinds, by, distances, slots = row
    return Marked(
        words,
        frozenset(kinds.split("|")),
        frozenset(_plain(one) for one in by.split("|")),
        frozenset(distances.split("|")),
        slots,
    )


def score_all(stories: Iterable[Story]) -> Score:
    """Every document read anew, its proposals scored, the counts added up."""
    total = Score()
    for story in stories:
        reading = read_public(open_document(story.content, story.file))
        if reading is None:
            total.documents += 1
            total.misses.append(f"{story.name}: could not be read")
            continue
        began = time.perf_counter()
        found = propose(reading, story.parties, (), story.published)
        total.seconds += time.perf_counter() - began
        score(story, reading, found, total)
    return total


def score(story: Story, reading: PublicReading, found: Sequence[Proposal], total: Score) -> None:
    """Add one document to the counts."""
    total.documents += 1
    pairs = _pairs(story, reading, found)
    own = {_plain(story.published.issuer or PUBLICATION), "publication"}
    for row in story.marked:
        hit = pairs.get(id(row))
        _count_row(total, story, row, hit, own)
    matched = {id(hit) for hit in pairs.values()}
    for proposal in found:
        _count_spans(total, reading, proposal)
        if proposal.apart is None:
            total.proposed += 1
            if id(proposal) not in matched:
                total.misses.append(f"{story.name}: not marked: {_say(proposal)}")


def _count_row(
    total: Score, story: Story, row: Marked, hit: Proposal | None, own: set[str]
) -> None:
    is_apart = bool(row.kinds & _APART) and not row.kinds - _APART
    if is_apart and not row.is_optional:
        total.apart += 1
        total.apart_found += hit is not None
    needed = not row.is_optional and not is_apart and "none" not in row.kinds
    if needed and row.is_event:
        total.events += 1
        total.events_found += hit is not None
    if needed and hit is None:
        total.misses.append(f"{story.name}: not found: {row.words}")
    if needed and not row.by & own:
        total.attributed += 1
        total.attributed_found += hit is not None and _is_by(row, hit)
    if hit is None:
        return
    if hit.apart is None:
        total.right += 1
        wrong = _wrong(row, hit)
        total.as_they_stand += not wrong
        total.acceptable += len(wrong) <= 1
        if wrong:
            total.misses.append(f"{story.name}: {', '.join(wrong)}: {_say(hit)}")
    total.asserters += 1
    if not _is_by(row, hit):
        total.wrong_asserter += 1
        total.misses.append(f"{story.name}: WRONG ASSERTER {hit.asserter.by}: {_say(hit)}")


def _pairs(story: Story, reading: PublicReading, found: Sequence[Proposal]) -> dict[int, Proposal]:
    """Each row with the proposal that says it, each proposal for one row only."""
    pairs: dict[int, Proposal] = {}
    taken: set[int] = set()
    for row in story.marked:
        where = _where(reading, row.words)
        near = [
            one for one in found
            if id(one) not in taken and _fits(row, one) and _overlaps(one, where)
        ]  # fmt: skip
        if near:
            best = min(near, key=lambda one: (len(_wrong(row, one)), _length(one)))
            pairs[id(row)] = best
            taken.add(id(best))
    return pairs


def _length(proposal: Proposal) -> int:
    return sum(span.end - span.start for span in proposal.spans)


def _where(reading: PublicReading, words: str) -> tuple[Span, ...]:
    pattern = r"\s+".join(re.escape(word) for word in fold(words).split())
    match = re.search(pattern, reading.text)
    if match is None:
        raise DataUnusable(f'"{words}" is not in the document.', code="evaluate.words")
    return reading.spans(*match.span())


def _overlaps(proposal: Proposal, where: tuple[Span, ...]) -> bool:
    return any(
        one.page == other.page and one.start < other.end and other.start < one.end
        for one in proposal.spans
        for other in where
    )


def _fits(row: Marked, proposal: Proposal) -> bool:
    if proposal.apart is not None:
        return proposal.apart.value in row.kinds
    if proposal.slot(Slot.POSITION) is not None:
        return "position" in row.kinds
    return proposal.kind.value in row.kinds


def _is_by(row: Marked, proposal: Proposal) -> bool:
    by = "publication" if proposal.asserter.by == PUBLICATION else _plain(proposal.asserter.by)
    return by in row.by


def _wrong(row: Marked, proposal: Proposal) -> list[str]:
    """The fields that a person would have to change."""
    wrong = [] if _is_by(row, proposal) else ["asserter"]
    if proposal.distance.value not in row.distances:
        wrong.append("distance")
    if row.slots.get("stance", "states") != proposal.stance.value and (
        proposal.stance.value != "predicts"
    ):
        wrong.append("stance")
    for name in ("happened", "by", "to", "when", "count", "amount"):
        if name in row.slots and not _holds(name, row.slots[name], proposal):
            wrong.append(name)
    if "happened" not in row.slots and row.is_event and _happened(proposal) == "no":
        wrong.append("happened")
    return wrong


def _happened(proposal: Proposal) -> str:
    slot = proposal.slot(Slot.HAPPENED)
    return slot.value.happened.value if slot and slot.value.happened else "yes"


def _holds(name: str, wanted: Any, proposal: Proposal) -> bool:
    if name == "happened":
        return _happened(proposal) in str(wanted).split("|")
    slot = proposal.slot(Slot(name))
    if slot is None:
        return not wanted
    if name in ("by", "to"):
        said = slot.value.party or str(slot.value.words or "")
        return _plain(said) in {_plain(one) for one in str(wanted).split("|")}
    if name == "when":
        return _is_when(str(wanted), slot.value)
    return _is_number(str(wanted), slot.value)


def _is_when(wanted: str, value: ClaimValue) -> bool:
    when = value.when
    if when is None:
        return False
    if wanted.startswith("words:"):
        return not when.is_known and wanted.removeprefix("words:") in str(when.words)
    first, last = when.interval()
    start = date.fromisoformat((wanted.rstrip(".") + "-01-01")[:10])
    if first != start:
        return False
    return wanted.endswith("..") or len(wanted) < 10 or last == start


def _is_number(wanted: str, value: ClaimValue) -> bool:
    low = value.low
    if ".." in wanted:
        least, most = map(int, wanted.split(".."))
        return low is not None and least <= low <= most
    return low == int(wanted)


def _count_spans(total: Score, reading: PublicReading, proposal: Proposal) -> None:
    pages = {page.n: page.text for page in reading.flow.source.pages}
    for span in (*proposal.spans, *(one for slot in proposal.slots for one in slot.spans)):
        total.spans += 1
        total.spans_exact += pages[span.page][span.start : span.end] == span.quote != ""


def _plain(words: str) -> str:
    return re.sub(r"^(?:the|an?)\s", "", words.lower())


def _say(proposal: Proposal) -> str:
    kind = proposal.apart.value if proposal.apart else proposal.kind.value
    return f"{kind} [{proposal.asserter.by}, {proposal.distance.value}] “{proposal.label[:90]}”"
