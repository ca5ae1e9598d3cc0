"""What the two sides lay on the table: receipts, messages, bare statements; what of it counts.

A paper whose proof does not hold, or whose keys the trust file does not know, counts as nothing
and is named. Of several papers about one statement the best proof of each thing is taken.

Authority: LEDGER sections 18 to 22.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from tecum.errors import LedgerError, TecumError, UsageError
from tecum.exchange.reading import read
from tecum.ledger.bracket import Bracket, position
from tecum.ledger.checkpoint import Checkpoint
from tecum.ledger.commitment import Opening
from tecum.ledger.errors import Malformed
from tecum.ledger.note import Note
from tecum.ledger.policy import Policy
from tecum.ledger.receipt import Receipt
from tecum.ledger.statement import HEADER, Statement
from tecum.ledger.verify import Outcome, Verdict, verify
from tecum.worded import worded as _
from tecum.words import Strength

__all__ = ["Fact", "Fork", "Head", "Paper", "Side", "Table", "Uncounted", "lay_out"]

_STRENGTH = {
    Outcome.WITNESSED: Strength.WITNESSED,
    Outcome.TIMESTAMPED: Strength.WITNESSED,
    Outcome.LOGGED: Strength.LOGGED,
}
_RANK = list(Strength)


class Side(Enum):
    """Whose statement it is, seen from the side that asks."""

    OURS = "ours"
    THEIRS = "theirs"

    @property
    def other(self) -> Side:
        """The side across the table."""
        return Side.THEIRS if self is Side.OURS else Side.OURS


@dataclass(frozen=True)
class Paper:
    """A file that somebody presents: a receipt, a ``.tecum`` message or a signed statement."""

    name: str
    raw: bytes


@dataclass(frozen=True, order=True)
class Head:
    """A signed head of a log that came with a paper."""

    origin: str
    size: int
    root: bytes


@dataclass(frozen=True)
class Fact:
    """A statement that counts, with the best that is shown for it.

    Attributes:
        strength: What the papers show of it by themselves.
        openings: Label → what opens its commitment.
        papers: The files that show it.
    """

    statement: Statement
    side: Side
    strength: Strength
    openings: Mapping[str, Opening]
    papers: tuple[str, ...]
    not_before: datetime | None = None
    not_after: datetime | None = None
    position: str | None = None
    index: int | None = None
    verdict: str | None = None

    @property
    def hash(self) -> bytes:
        """The statement's hash."""
        return self.statement.hash

    @property
    def type(self) -> str:
        """The statement's type."""
        return self.statement.type

    @property
    def codes(self) -> tuple[str, ...]:
        """The statement's codes."""
        return tuple(self.statement.lines.get("code", ()))

    def sha256(self, label: str) -> bytes | None:
        """The SHA-256 of an opened value."""
        found = self.openings.get(label)
        return None if found is None else found.sha256

    def text(self, label: str) -> str | None:
        """An opened value as text, where its bytes are shown and are text."""
        found = self.openings.get(label)
        if found is None or found.value is None:
            return None
        try:
            return found.value.decode("utf-8")
        except UnicodeDecodeError:
            return None


@dataclass(frozen=True)
class Uncounted:
    """A paper that counts as nothing, and why."""

    name: str
    side: Side
    reason: str


@dataclass(frozen=True)
class Fork:
    """Two signed heads of one log that cannot both be true, and the papers that hold them."""

    side: Side
    origin: str
    size: int
    papers: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Everything that was presented, sorted by what it is worth.

    Attributes:
        dated: Head → the first instant by which witnesses or authorities had seen it.
    """

    facts: tuple[Fact, ...]
    uncounted: tuple[Uncounted, ...]
    forks: tuple[Fork, ...]
    heads: Mapping[Side, tuple[Head, ...]]
    dated: Mapping[Head, datetime]
    names: Mapping[Side, str]
    keys: Mapping[Side, tuple[str, ...]]


@dataclass(frozen=True)
class _Seen:
    paper: Paper
    by: Side
    fact: Fact
    heads: tuple[Head, ...] = ()  # the first is the one that the receipt proves


def lay_out(
    ours: Iterable[Paper], theirs: Iterable[Paper], policy: Policy, us: str | None = None
) -> Table:
    """Check every paper and say whose statement it shows.

    A statement belongs to the side that signed it, whoever presents it. An office's statements
    are expected among the papers of one side, and one office on each; ``us`` names ours where
    copies lie on both, or where others spoke on the other side too.

    Args:
        us: The domain of our office, as its key names begin.

    Raises:
        UsageError: code ``dispute.sides``: which office is which side is not clear.
    """
    seen: list[_Seen] = []
    failed: list[Uncounted] = []
    for side, papers in ((Side.OURS, ours), (Side.THEIRS, theirs)):
        for paper in papers:
            found = _examine(paper, side, policy)
            (seen if isinstance(found, _Seen) else failed).append(found)  # type: ignore[arg-type]
    owners = _owners(seen, us)
    seen, forks, torn = _without_forks(seen, owners)
    facts: dict[bytes, list[Fact]] = {}
    dated: dict[Head, datetime] = {}
    heads: dict[Side, set[Head]] = {Side.OURS: set(), Side.THEIRS: set()}
    for one in seen:
        side = owners[_domain(one.fact.statement)]
        facts.setdefault(one.fact.hash, []).append(replace(one.fact, side=side))
        heads[side].update(one.heads)
        high = one.fact.not_after
        if one.heads and high is not None:
            dated[one.heads[0]] = min(high, dated.get(one.heads[0], high))
    domains = {
        side: tuple(sorted(name for name, owner in owners.items() if owner is side))
        for side in Side
    }
    origins = {side: sorted({head.origin for head in heads[side]}) for side in Side}
    return Table(
        tuple(_best(facts[name]) for name in sorted(facts)),
        tuple(sorted({*failed, *torn}, key=lambda one: (one.name, one.reason))),
        forks,
        {side: tuple(sorted(heads[side])) for side in Side},
        dated,
        {side: _name(origins[side], domains[side], policy) for side in Side},
        domains,
    )


def _examine(paper: Paper, side: Side, policy: Policy) -> _Seen | Uncounted:
    """What a paper shows, or why it counts as nothing."""
    try:
        if paper.raw.startswith(HEADER.encode() + b"\n"):
            return _bare(paper, side, policy)
        if paper.raw.startswith(b"statement.note\0"):
            return _carried(paper, side, policy)
        return _proved(paper, paper.raw, side, policy)
    except TecumError as error:
        return Uncounted(paper.name, side, error.code)


def _bare(paper: Paper, side: Side, policy: Policy) -> _Seen:
    """A signed statement without a receipt: one side's word, and no more."""
    statement = Statement.parse(paper.raw)
    line = statement.first
    signer = policy.signers.get((line.name, line.id))
    log = next((one for one in policy.logs.values() if one.hash == statement.log), None)
    if signer is None or log is None or policy.is_own(line.name, log.name) is False:
        raise LedgerError("The keys are not in the trust file.", code="keys.unknown")
    statement.check_signature(line, signer.key)
    if signer.until is not None:
        raise LedgerError("Nothing dates a statement of an ended key.", code="signer.period")
    fact = Fact(statement, side, Strength.SELF_ASSERTED, {}, (paper.name,))
    return _Seen(paper, side, fact)


def _carried(paper: Paper, side: Side, policy: Policy) -> _Seen | Uncounted:
    """A message: its receipt where it has one, and what it opens."""
    message = read(paper.raw, policy)
    shown: _Seen | Uncounted
    if message.receipt is None:
        shown = _bare(Paper(paper.name, message.statement.raw), side, policy)
    else:
        shown = _proved(paper, message.receipt, side, policy)
    if isinstance(shown, Uncounted):
        return shown
    openings = {one.label: one for one in message.openings}
    by_hash = {one.sha256: one.data for one in message.payloads}
    for label, one in openings.items():
        data = by_hash.get(one.sha256)
        if one.value is None and data is not None:
            openings[label] = Opening(one.label, one.salt, one.sha256, data)
    head = _head(Note.parse(message.checkpoint))
    fact = replace(shown.fact, openings={**shown.fact.openings, **openings})
    return _Seen(paper, side, fact, (*shown.heads, head))


def _proved(paper: Paper, raw: bytes, side: Side, policy: Policy) -> _Seen | Uncounted:
    verdict = verify(raw, policy)
    if verdict.outcome not in _STRENGTH or verdict.statement is None:
        return Uncounted(paper.name, side, _reason(verdict))
    receipt = Receipt.parse(raw)
    heads = [_head(receipt.note)]
    if receipt.earlier is not None:
        heads.append(_head(receipt.earlier.note))
    fact = Fact(
        verdict.statement,
        side,
        _STRENGTH[verdict.outcome],
        {one.label: one for one in receipt.openings},
        (paper.name,),
        verdict.bracket.not_before,
        verdict.bracket.not_after,
        verdict.position,
        receipt.index,
        verdict.outcome.name,
    )
    return _Seen(paper, side, fact, tuple(heads))


def _reason(verdict: Verdict) -> str:
    if verdict.outcome is Outcome.UNKNOWN_KEYS:
        return "keys.unknown"
    return verdict.reason or verdict.outcome.name.lower()


def _head(note: Note) -> Head:
    try:
        head = Checkpoint.parse(note.text)
    except Malformed:  # verified before it came here
        raise Malformed("checkpoint.form") from None
    return Head(head.origin, head.size, head.root)


def _without_forks(
    seen: list[_Seen], owners: Mapping[str, Side]
) -> tuple[list[_Seen], tuple[Fork, ...], list[Uncounted]]:
    """Set aside papers whose heads contradict each other; both histories are named."""
    roots: dict[tuple[str, int], set[bytes]] = {}
    for one in seen:
        for head in one.heads:
            roots.setdefault((head.origin, head.size), set()).add(head.root)
    split = {place for place, found in roots.items() if len(found) > 1}
    good, torn = [], []
    holding: dict[tuple[str, int], set[str]] = {}
    whose: dict[str, Side] = {}
    for one in seen:
        places = {(head.origin, head.size) for head in one.heads} & split
        for place in places:
            holding.setdefault(place, set()).add(one.paper.name)
            whose[place[0]] = owners[_domain(one.fact.statement)]
        if places:
            torn.append(Uncounted(one.paper.name, one.by, "fork"))
        else:
            good.append(one)
    forks = tuple(
        Fork(whose[origin], origin, size, tuple(sorted(holding[origin, size])))
        for origin, size in sorted(split)
    )
    return good, forks, torn


def _domain(statement: Statement) -> str:
    return statement.first.name.partition("/")[0]


def _owners(seen: list[_Seen], us: str | None) -> dict[str, Side]:
    """Which office is which side."""
    by: dict[str, set[Side]] = {}
    for one in seen:
        by.setdefault(_domain(one.fact.statement), set()).add(one.by)
    if us is not None:
        return {name: Side.OURS if name == us else Side.THEIRS for name in by}
    torn = sorted(name for name, sides in by.items() if len(sides) > 1)
    for side in Side:
        # Two offices taken for one would turn what the one admits into the other's own word.
        together = sorted(name for name, sides in by.items() if side in sides)
        torn = torn or (together if len(together) > 1 else [])
    if torn:
        raise UsageError(
            f"Which side these offices are is not clear: {', '.join(torn)}.",
            why="Whose statement it is decides what it can prove.",
            do="Sort the papers by who signed them, or name our office with --us DOMAIN.",
            code="dispute.sides",
        )
    return {name: next(iter(sides)) for name, sides in by.items()}


def _best(rows: Sequence[Fact]) -> Fact:
    """The best of all papers about one statement, whatever their order.

    Where the author's time lies is asked of the narrowest bounds that they show together.
    """
    if len(rows) == 1:
        return rows[0]
    strong = min(
        rows,
        key=lambda f: (
            -_RANK.index(f.strength),
            f.not_after is None,
            str(f.not_after),
            f.not_before is None,
            str(f.not_before),
            f.papers,
            f.index or 0,
        ),
    )
    openings: dict[str, Opening] = {}
    for label, opening in (pair for one in rows for pair in one.openings.items()):
        if label not in openings or opening.value is not None:
            openings[label] = opening
    low = max((f.not_before for f in rows if f.not_before), default=None)
    high = min((f.not_after for f in rows if f.not_after), default=None)
    said = strong.statement
    return replace(
        strong,
        openings=openings,
        papers=tuple(sorted({name for one in rows for name in one.papers})),
        not_before=low,
        not_after=high,
        position=strong.position and position(said.at, said.clock_error_ms, Bracket(low, high, ())),
    )


def _name(origins: list[str], domains: tuple[str, ...], policy: Policy) -> str:
    """What a side is called: by the trust file, else by its key names, else not at all."""
    named = sorted({policy.names[origin] for origin in origins if origin in policy.names})
    return " / ".join(named or domains) or _("the other side")
