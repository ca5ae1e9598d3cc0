"""What is established from both sides' papers, by what strength, and what is not.

The order of the papers does not matter; swapping the sides swaps which is called ours, and
nothing else. Statements stand side by side; nothing is scored.

Authority: LEDGER section 19; DOCKET sections 1.4 and 1.9.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tecum.exchange.dispute.papers import Fact, Paper, Side, Table, Uncounted, lay_out
from tecum.exchange.dispute.passages import Passage, Threads, order_of, passages, refs_of
from tecum.exchange.dispute.questions import Question, compared, of_passage
from tecum.exchange.dispute.sentences import (
    LEAVES_OPEN,
    SAYS,
    STATIONS,
    THREE,
    answer,
    when,
)
from tecum.exchange.dispute.sides import of_side
from tecum.ledger.encodings import instant_text
from tecum.ledger.policy import Policy
from tecum.worded import Worded, together
from tecum.worded import worded as _
from tecum.words import Strength

__all__ = ["ADMITTING", "Dispute", "Milestone", "Missing", "established"]

ADMITTING = frozenset(
    (
        "demand.delivered",
        "demand.opened",
        "demand.acknowledged",
        "demand.refused",
        "answer.prepared",
        "answer.submitted",
        "answer.delivered",
        "answer.opened",
        "answer.acknowledged",
        "extension.requested",
        "extension.granted",
        "extension.denied",
        "objection",
        "clock.set",
    )
)
"""Statements whose reference to another admits it; a dispute or a denial admits nothing."""

_AGAINST = frozenset(
    (
        "service.disputed",
        "answer.disputed",
        "relay.failed",
        "delivery.failed",
        "delivery.expired",
        "search.none",
        "correction",
    )
)


@dataclass(frozen=True)
class Milestone:
    """One statement that counts: who states it, how it is dated, backed and contested.

    Attributes:
        strength: From self-asserted to acknowledged by the other side.
        contents: ``equal`` or ``differs`` where both sides opened what it was; else none.
        against: Statements that stand against it. ``admitted_by``: those that admit it.
    """

    fact: Fact
    strength: Strength
    contents: str | None
    against: tuple[bytes, ...]
    admitted_by: tuple[bytes, ...]


@dataclass(frozen=True)
class Missing:
    """Something of which no statement was found, and where it was looked for."""

    about: bytes | None
    station: str
    side: Side | None
    sentence: Worded


@dataclass(frozen=True)
class Dispute:
    """What both sides' papers show, side by side."""

    table: Table
    milestones: tuple[Milestone, ...]
    questions: tuple[Question, ...]
    missing: tuple[Missing, ...]
    later: tuple[Uncounted, ...]
    policy_sha256: bytes
    as_of: datetime | None = None

    def as_json(self) -> dict[str, object]:
        """The dispute as ``tecum.dispute/1``."""
        return {
            "schema": "tecum.dispute/1",
            "as_of": self.as_of and instant_text(self.as_of),
            "policy_sha256": self.policy_sha256.hex(),
            "three_sentences": list(THREE),
            "sides": {side.value: self._side(side) for side in Side},
            "milestones": [_milestone(one) for one in self.milestones],
            "questions": [_question(one) for one in self.questions],
            "not_established": [
                {
                    "about": one.about and one.about.hex(),
                    "station": one.station,
                    "side": one.side and one.side.value,
                    "sentence": one.sentence,
                }
                for one in self.missing
            ],
            "not_counted": [
                {"name": one.name, "side": one.side.value, "reason": one.reason}
                for one in (*self.table.uncounted, *self.later)
            ],
            "forks": [
                {
                    "side": one.side.value,
                    "origin": one.origin,
                    "size": one.size,
                    "papers": list(one.papers),
                }
                for one in self.table.forks
            ],
        }

    def _side(self, side: Side) -> dict[str, object]:
        table = self.table
        return {
            "name": table.names[side],
            "offices": list(table.keys[side]),
            "statements": sum(fact.side is side for fact in table.facts),
            "looked": _looked(table, side),
            "heads": [
                {"origin": head.origin, "size": head.size, "root": head.root.hex()}
                for head in table.heads[side]
            ],
        }


def established(
    ours: Iterable[Paper],
    theirs: Iterable[Paper],
    policy: Policy,
    as_of: datetime | None = None,
    *,
    us: str | None = None,
) -> Dispute:
    """What both sides' papers establish, by what strength, and what they do not.

    Args:
        ours: Receipts, messages and statements that our side signed.
        theirs: Those that the other side signed, whoever holds the copies; may be empty.
        policy: The trust file: whose keys count.
        as_of: Statements that their authors or witnesses place after this instant are left out
            and named.
        us: Our office's domain, where copies lie among the papers of both sides.

    Raises:
        UsageError: code ``dispute.sides``: whose statement is whose is not clear.
    """
    table, later = _until(lay_out(ours, theirs, policy, us), as_of)
    threads = Threads(table.facts)
    found = passages(table.facts)
    asked: list[Question] = []
    missing: list[Missing] = []
    for one in found:
        asked += of_passage(one, _clocks(one, table, threads, found), threads, table.names)
        missing += _missing(one, table)
    for side in sorted(Side, key=lambda side: table.keys[side]):
        if table.keys[side]:
            asked += of_side(side, table)
    if not found:
        missing.append(_nothing(table))
    return Dispute(
        table,
        tuple(_milestones(table, found)),
        tuple(asked),
        tuple(missing),
        later,
        policy.sha256,
        as_of,
    )


def _until(table: Table, as_of: datetime | None) -> tuple[Table, tuple[Uncounted, ...]]:
    """Leave out what its author or its witnesses place later; it is named."""
    if as_of is None:
        return table, ()
    late = [
        fact
        for fact in table.facts
        if fact.statement.at > as_of or (fact.not_before is not None and fact.not_before > as_of)
    ]
    named = [Uncounted(name, fact.side, "later") for fact in late for name in fact.papers]
    gone = {fact.hash for fact in late}
    kept = tuple(fact for fact in table.facts if fact.hash not in gone)
    return replace(table, facts=kept), tuple(sorted(named, key=lambda one: one.name))


def _milestones(table: Table, found: Sequence[Passage]) -> Iterable[Milestone]:
    contents: dict[bytes, str] = {}
    for passage in found:
        sent = (*((passage.sent,) if passage.sent else ()), *passage.at("prepared"))
        for station in ("delivered", "opened", "acknowledged"):
            for fact in passage.at(station):
                result = compared(sent, [fact])
                if result is not None:
                    contents[fact.hash] = result
                    if passage.sent is not None and contents.get(passage.sent.hash) != "differs":
                        contents[passage.sent.hash] = result
    named: dict[bytes, list[Fact]] = {}
    for one in table.facts:
        for ref in refs_of(one):
            named.setdefault(ref, []).append(one)
    for fact in sorted(table.facts, key=order_of):
        about = sorted(named.get(fact.hash, ()), key=order_of)
        admitted = [
            one.hash
            for one in about
            if one.side is not fact.side
            and one.type in ADMITTING
            and contents.get(one.hash) != "differs"
            and not {"differs", "unreadable"} & {*one.codes}
        ]
        against = [one.hash for one in about if one.type in _AGAINST or _contests(one, contents)]
        yield Milestone(
            fact,
            Strength.ACKNOWLEDGED if admitted else fact.strength,
            contents.get(fact.hash),
            tuple(against),
            tuple(admitted),
        )


def _contests(fact: Fact, contents: Mapping[bytes, str]) -> bool:
    return (
        fact.type in _AGAINST
        or bool({"differs", "unreadable"} & {*fact.codes})
        or contents.get(fact.hash) == "differs"
    )


def _clocks(
    passage: Passage, table: Table, threads: Threads, found: Sequence[Passage]
) -> list[Fact]:
    """The newest date that each docket of the passage's thread sets."""
    newest: dict[object, Fact] = {}
    here = {threads.of(fact) for fact in passage.facts}
    alone = sum(one.kind == passage.kind for one in found) == 1
    for fact in sorted(table.facts, key=order_of):
        if fact.type == "clock.set" and (threads.of(fact) in here or alone):
            newest[fact.statement.docket] = fact
    return list(newest.values())


def _missing(passage: Passage, table: Table) -> Iterable[Missing]:
    """The stations of a passage of which nothing is stated by whose station it is."""
    about = passage.sent.hash if passage.sent else None
    for station, words in STATIONS[passage.kind].items():
        side = passage.sender if station in ("prepared", "submitted", "relayed") else None
        side = side or passage.receiver
        held = passage.sent if station == "submitted" else passage.at(station)
        if not held:
            sentence = answer(
                "missing",
                who=table.names[side],
                station=words,
                looked=_looked(table, side),
            )
            yield Missing(about, f"{passage.kind}.{station}", side, sentence)


def _nothing(table: Table) -> Missing:
    """Nothing was sent, as far as the papers of both sides go."""
    sides = sorted(Side, key=lambda side: table.keys[side])
    looked = together(*(_looked(table, side) for side in sides))
    return Missing(None, "submitted", None, answer("missing.all", looked=looked))


def _looked(table: Table, side: Side) -> Worded:
    """How far the papers of a side go: the newest head that came with them."""
    own = [fact for fact in table.facts if fact.side is side]
    heads = table.heads[side]
    if not own:
        return answer("looked.nothing", who=table.names[side])
    if not heads:
        return answer("looked.bare", n=len(own), who=table.names[side])
    newest = max(heads, key=lambda head: (head.size, head.origin))
    dated = table.dated.get(newest)
    seen = (
        _("seen by {at}", at=instant_text(dated)) if dated else _("which nobody but its log dates")
    )
    return answer("looked", n=len(own), who=table.names[side], size=newest.size, dated=seen)


def _milestone(one: Milestone) -> dict[str, object]:
    fact = one.fact
    low, high = when(fact)
    return {
        "hash": fact.hash.hex(),
        "type": fact.type,
        "says": SAYS.get(fact.type, _("a statement about the log itself")),
        "leaves_open": LEAVES_OPEN.get(fact.type),
        "side": fact.side.value,
        "signer": fact.statement.first.name,
        "grade": fact.statement.value("grade"),
        "codes": list(fact.codes),
        "on": fact.statement.value("on"),
        "channel": fact.statement.value("channel"),
        "stated_at": instant_text(fact.statement.at),
        "not_before": low,
        "not_after": high,
        "position": fact.position,
        "strength": one.strength.value,
        "verdict": fact.verdict,
        "contents": one.contents,
        "admitted_by": [found.hex() for found in one.admitted_by],
        "against": [found.hex() for found in one.against],
        "opened": sorted(fact.openings),
        "papers": list(fact.papers),
    }


def _question(one: Question) -> Mapping[str, object]:
    about = one.about.value if isinstance(one.about, Side) else one.about and one.about.hex()
    return {
        "id": one.id,
        "about": about,
        "asked": one.asked,
        "answer": one.answer,
        "sentences": list(one.sentences),
        "rests_on": [found.hex() for found in one.rests_on],
    }
