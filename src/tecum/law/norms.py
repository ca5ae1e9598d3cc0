"""What bears on one action: rules and commands of courts, and who beats whom (LAW 5.4-5.7)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from tecum.errors import DataUnusable
from tecum.law.blocks import Define, Maker, Order, Rule
from tecum.law.prepared import Test, prepared
from tecum.law.problem import Place, near_name
from tecum.law.rings import find_ring, makers_in
from tecum.law.told import Told
from tecum.law.tree import Expr
from tecum.law.truth import Truth
from tecum.office import Office, Precedence
from tecum.worded import nearest_named
from tecum.worded import worded as _
from tecum.words import Confidence, Effect

if TYPE_CHECKING:
    from tecum.law.pack import Packs

__all__ = ["Beats", "Norm", "Theory", "office_pairs", "tests_of", "theory_for"]

_COLLIDING = frozenset(
    frozenset(pair)
    for pair in (
        (Effect.MUST, Effect.MUST_NOT),
        (Effect.MAY, Effect.MUST_NOT),
        (Effect.COUNSEL, Effect.MUST),
        (Effect.COUNSEL, Effect.MAY),
        (Effect.COUNSEL, Effect.MUST_NOT),
    )
)


@dataclass(frozen=True, slots=True)
class Norm:
    """A rule, or one command of an order, as it bears on an action."""

    key: int
    id: str
    pack: str
    effect: Effect
    block: Rule | Order

    @property
    def maker(self) -> Maker | None:
        """Who made it; a command of a court has no pack's maker."""
        return self.block.maker if isinstance(self.block, Rule) else None

    @property
    def source(self) -> str:
        """The provision or order that says so."""
        return self.block.source


@dataclass(frozen=True, slots=True)
class Beats:
    """One norm beats another, by a text, a court, or the office's own precedence."""

    winner: int
    loser: int
    citation: str
    office: Precedence | None = None


@dataclass(frozen=True, slots=True)
class Theory:
    """All that bears on one action: norms, beating pairs, and pairs that stay open."""

    action: str
    norms: tuple[Norm, ...]
    above: Mapping[int, tuple[Beats, ...]]
    open_pairs: tuple[tuple[int, int], ...]
    stays: Mapping[str, tuple[Order, ...]]
    tests: tuple[tuple[Test, tuple[Test, ...]], ...] = field(compare=False, repr=False)
    """The condition and the exceptions of each norm, made ready."""
    asks_makers: bool = True
    """Whether a condition asks what a maker forbids, and so needs to know the other norms."""
    by_effect: tuple[tuple[Norm, ...], ...] = field(init=False, compare=False, repr=False)
    """Those that forbid, permit, command, and send to counsel."""
    told: dict[int, Told] = field(default_factory=dict, compare=False, repr=False)
    """What its conditions say, worked out once; holds nothing that they do not say."""
    windows: dict[int, list[dict[str, str | None]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """The one window of a rule as a trace writes it, by the address of the rule."""
    standing: dict[tuple[date, date], tuple[Truth | None, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Which norms two days alone settle, by the day of the act and the day of knowledge."""
    unsure: frozenset[int] = field(init=False, compare=False, repr=False)
    """Those that rest on an unconfirmed text, by key."""
    forms: list[Any] = field(default_factory=list, compare=False, repr=False)
    """What a trace must know of each norm, worked out once."""
    drawn: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """The steps of a norm by all that they rest on; findings share them."""
    written: dict[tuple[object, ...], Any] = field(default_factory=dict, compare=False, repr=False)
    """Steps of traces, each kept by all that it says; findings share them."""

    def __post_init__(self) -> None:
        """Sort the norms by effect, once for all findings."""
        object.__setattr__(self, "by_effect", _by_effect(self.norms))
        unsure = frozenset(norm.key for norm in self.norms if _rests_on_unconfirmed(norm.block))
        object.__setattr__(self, "unsure", unsure)


def theory_for(
    packs: Packs, action: str, office: Office | None = None, known_on: date | None = None
) -> Theory:
    """Gather what bears on an action from the loaded packs and the office's precedence."""
    key = (action, office.precedence if office else (), known_on if office else None)
    if key not in packs.theories:
        packs.theories[key] = _gather(packs, action, office, known_on)
    theory: Theory = packs.theories[key]
    return theory


def _gather(packs: Packs, action: str, office: Office | None, known_on: date | None) -> Theory:
    norms = tuple(_norms(packs, action))
    pairs = [pair for pair in _declared(norms) if _collide(norms[pair.winner], norms[pair.loser])]
    pairs += _by_office(packs, norms, office, known_on)
    above: dict[int, tuple[Beats, ...]] = {}
    for pair in pairs:
        above[pair.loser] = (*above.get(pair.loser, ()), pair)
    stays: dict[str, tuple[Order, ...]] = {}
    for order in packs.orders:
        for target in order.stays:
            stays[target.id] = (*stays.get(target.id, ()), order)
    open_pairs = tuple(_open(norms, pairs))
    tests = tuple(tests_of(norm, packs.defines) for norm in norms)
    asks = _asks_makers(norms, stays, packs.defines)
    return Theory(action, norms, above, open_pairs, stays, tests, asks)


def _asks_makers(
    norms: Iterable[Norm], stays: Mapping[str, tuple[Order, ...]], defines: Mapping[str, Define]
) -> bool:
    """Whether anything that bears on the action asks ``forbidden by``, by definition or scope."""
    defined = {name: define.expr for name, define in defines.items()}
    exprs: list[Expr] = [order.scope for orders in stays.values() for order in orders]
    for norm in norms:
        block = norm.block
        if isinstance(block, Order):
            exprs.append(block.scope)
        else:
            exprs += [block.when, *(exception.expr for exception in block.unless)]
    return any(makers_in(expr, defined) for expr in exprs)


def tests_of(norm: Norm, defined: Container[str]) -> tuple[Test, tuple[Test, ...]]:
    """The condition of a norm and its exceptions, made ready."""
    block = norm.block
    if isinstance(block, Order):
        return prepared(block.scope, defined), ()
    unless = tuple(prepared(exception.expr, defined) for exception in block.unless)
    return prepared(block.when, defined), unless


def _rests_on_unconfirmed(block: Rule | Order) -> bool:
    if isinstance(block, Rule):
        return block.rests_on_unconfirmed
    return block.confidence is Confidence.UNCONFIRMED


def _by_effect(norms: tuple[Norm, ...]) -> tuple[tuple[Norm, ...], ...]:
    effects = (Effect.MUST_NOT, Effect.MAY, Effect.MUST, Effect.COUNSEL)
    return tuple(tuple(norm for norm in norms if norm.effect is effect) for effect in effects)


def _norms(packs: Packs, action: str) -> Iterable[Norm]:
    found: list[tuple[Effect, Rule | Order]] = [
        (rule.effect, rule) for rule in packs.rules if action in rule.actions
    ]
    for order in packs.orders:
        for effect in dict.fromkeys(
            command.effect for command in order.commands if action in command.actions
        ):
            found.append((effect, order))
    found.sort(key=lambda row: (row[1].id, row[1].pack, row[0].value, row[1].sha256))
    for key, (effect, block) in enumerate(found):
        yield Norm(key, block.id, block.pack, effect, block)


def _declared(norms: tuple[Norm, ...]) -> Iterable[Beats]:
    by_id: dict[str, list[int]] = {}
    for norm in norms:
        by_id.setdefault(norm.id, []).append(norm.key)
    for norm in norms:
        for pair in norm.block.prevails_over:
            for loser in by_id.get(pair.id, ()):
                yield Beats(norm.key, loser, pair.citation or "")
        if isinstance(norm.block, Rule):
            for pair in norm.block.yields_to:
                for winner in by_id.get(pair.id, ()):
                    yield Beats(winner, norm.key, pair.citation or "")


def _collide(a: Norm, b: Norm) -> bool:
    if frozenset((a.effect, b.effect)) in _COLLIDING:
        return True
    return _restrains(a, b) or _restrains(b, a)


def _restrains(restraint: Norm, rule: Norm) -> bool:
    block = restraint.block
    return (
        isinstance(block, Rule)
        and restraint.effect is Effect.MUST_NOT_PROHIBIT
        and rule.effect is Effect.MUST_NOT
        and rule.maker in block.restrains
    )


def _open(norms: tuple[Norm, ...], pairs: Iterable[Beats]) -> Iterable[tuple[int, int]]:
    settled = {frozenset((pair.winner, pair.loser)) for pair in pairs}
    for rule in norms:
        for restraint in norms:
            if not _restrains(restraint, rule) or frozenset((rule.key, restraint.key)) in settled:
                continue
            stands = rule.block.stands_against if isinstance(rule.block, Rule) else ()
            if restraint.id not in {pair.id for pair in stands}:
                yield rule.key, restraint.key


def _by_office(
    packs: Packs, norms: tuple[Norm, ...], office: Office | None, known_on: date | None
) -> list[Beats]:
    found = []
    for row in office_pairs(packs, office):
        if known_on is not None and row.on > known_on:
            continue
        for winner in norms:
            for loser in norms:
                named = _names(row.over, winner) and _names(row.under, loser)
                if named and _collide(winner, loser):
                    found.append(Beats(winner.key, loser.key, row.reason, row))
    return found


def _names(reference: str, norm: Norm) -> bool:
    return reference in (norm.id, f"{norm.pack}/{norm.id}")


def office_pairs(packs: Packs, office: Office | None) -> tuple[Precedence, ...]:
    """The office's own precedence, each side a rule of a loaded pack; never in a ring.

    Raises:
        DataUnusable: a rule that no loaded pack has, or a ring with what the packs declare.
    """
    if office is None or not office.precedence:
        return ()
    blocks: list[Rule | Order] = [*packs.rules, *packs.orders]
    known = {block.id for block in blocks} | {f"{block.pack}/{block.id}" for block in blocks}
    edges: dict[str, list[tuple[str, Place]]] = {}
    for block in blocks:
        for pair in block.prevails_over:
            edges.setdefault(block.id, []).append((pair.id, pair.place))
        for pair in block.yields_to if isinstance(block, Rule) else ():
            edges.setdefault(pair.id, []).append((block.id, pair.place))
    for row in office.precedence:
        for name in (row.over, row.under):
            if name not in known:
                said = _(
                    'office.toml: precedence names "{word}", which no loaded pack has.', word=name
                )
                raise DataUnusable(
                    nearest_named(said, near_name(name, known)),
                    code="office.precedence",
                )
        over, under = row.over.rpartition("/")[2], row.under.rpartition("/")[2]
        edges.setdefault(over, []).append((under, Place("office.toml")))
    if find_ring(edges):
        raise DataUnusable(
            _("office.toml: the precedence runs in a ring with what the packs declare."),
            do=_("Remove the row that turns it around."),
            code="office.precedence",
        )
    return office.precedence
