"""What must hold for every history: folding, refusing, sealing, comparing.

``TECUM_TEST_HISTORIES`` sets how many random histories are tried.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.docket import acts
from tecum.docket.acts import Act
from tecum.docket.acts.chronology import ClaimValue, Happened, Slot, Stance
from tecum.docket.acts.course import Audience
from tecum.docket.codec import act_from_json, act_to_json, canonical
from tecum.docket.conflicts import Account, find
from tecum.docket.duties import lanes, obligations
from tecum.docket.entry import Entry, entry_digest
from tecum.docket.errors import ActMalformed, ActRefused, NotPermitted
from tecum.docket.rules import Rules
from tecum.docket.seal import open_act, open_entry, seal, seal_entry
from tecum.docket.state import AsOf, apply, fold
from tecum.docket.state.model import State
from tecum.docket.statements import statement_for
from tecum.docket.status import statuses
from tecum.docket.vocabulary import DateKind, Sphere, TwoPersons
from tecum.docket.when import on
from tests.unit.docket.build import DOCKET, EXAMPLES, Docket, registered, salts

HISTORIES = int(os.environ.get("TECUM_TEST_HISTORIES", "60"))
DENVER = Rules(zone="America/Denver", confirm_days=3)
LENIENT = replace(
    DENVER,
    two_persons=frozenset(group for group in TwoPersons if not group.may_be_lifted),
    counsel_may_seal=True,
    clerk_may_find_none=True,
)
ENTRY_ID = re.compile(r"[0-9a-f]{32}")
NAMES = {
    "obligation": ("answer", "notice", "order.3"),
    "label": ("1", "2"),
    "event": None,
    "claim": ("c1", "c2"),
}

Steps = list[tuple[int, int, int]]
STEPS = st.lists(
    st.tuples(
        st.integers(0, len(EXAMPLES) - 1), st.integers(0, 1_000_000), st.integers(0, 1_000_000)
    ),
    max_size=40,
)


def pointed(value: Any, docket: Docket, seed: int) -> Any:
    """The act with its references pointing somewhere on this docket, or nowhere."""
    if isinstance(value, dict):
        return {
            key: NAMES[key][seed % len(NAMES[key])]  # type: ignore[index, arg-type]
            if NAMES.get(key) and isinstance(held, str)
            else pointed(held, docket, seed // 7 + n)
            for n, (key, held) in enumerate(value.items())
        }
    if isinstance(value, list):
        return [pointed(held, docket, seed // 3 + n) for n, held in enumerate(value)]
    if isinstance(value, str) and ENTRY_ID.fullmatch(value) and docket.entries:
        return docket.entries[seed % len(docket.entries)].id
    return value


def drawn(docket: Docket, index: int, seed: int) -> Act:
    act = EXAMPLES[index]
    stored = act_to_json(act)
    return act_from_json({**stored, "fields": pointed(stored["fields"], docket, seed)})


def tried(docket: Docket, act: Act, seed: int) -> Entry:
    """An entry of this act by somebody who may record it, at one of several times."""
    roles = sorted(act.recorded_by)
    sides = ("ours", "theirs", "third")
    docket.now += timedelta(hours=seed % 30)
    happened = on(DateKind.OCCURRED, date(2020, 1, 13) + timedelta(days=seed % 60))
    entry = docket.entry(
        act,
        roles[seed % len(roles)],
        f"p{seed % 3}",
        second=f"p{seed % 2 + 4}" if seed % 5 else None,
        happened=happened,
    )
    return replace(entry, side=type(entry.side)(sides[seed % 3]))


def may_be_refused(act: Act, refusal: ActRefused) -> None:
    """A report of the world is refused only for who records it, never for what it says."""
    assert refusal.code.startswith("docket.")
    assert refusal.what
    assert act.sphere is Sphere.OFFICE or isinstance(refusal, NotPermitted), act.slug


def written(steps: Steps) -> tuple[Docket, list[State]]:
    """A random history; what is refused is left out, and nothing but a refusal is raised."""
    docket = Docket(rules=DENVER)
    states = [docket.state]
    for index, first, second in [(-1, 0, 1), *steps]:
        act = registered("1", "2") if index < 0 else drawn(docket, index, first)
        entry = tried(docket, act, second)
        try:
            state = apply(docket.state, entry)
        except ActRefused as refusal:
            may_be_refused(act, refusal)
            continue
        docket.state = state
        docket.entries.append(entry)
        states.append(state)
    return docket, states


@settings(max_examples=HISTORIES)
@given(STEPS)
def test_any_history_folds_the_same_at_every_prefix(steps: Steps) -> None:
    docket, states = written(steps)
    for n in range(len(docket.entries) + 1):
        assert fold(docket.entries[:n], rules=DENVER) == states[n]
    assert fold(docket.entries, rules=LENIENT) == replace(docket.state, rules=LENIENT)
    far = datetime(2100, 1, 1, tzinfo=UTC)
    assert fold(docket.entries, rules=DENVER, as_of=AsOf(far, far)) == docket.state
    assert [state.seq for state in states] == list(range(len(states)))


@settings(max_examples=HISTORIES)
@given(STEPS, st.integers(0, 120))
def test_what_is_said_of_a_history_rests_on_it(steps: Steps, days: int) -> None:
    docket, _ = written(steps)
    moment = docket.now + timedelta(days=days)
    as_of = AsOf(moment, moment)
    known = {entry.id for entry in docket.entries}
    for status in statuses(docket.state, as_of):
        assert status.why
        assert {ref for why in status.why for ref in why.entries} <= known
    by_lane = lanes(docket.state, as_of, lambda day: day.weekday() < 5)
    placed = [row.id for rows in by_lane.values() for row in rows]
    open_ = [row.id for row in obligations(docket.state, as_of) if row.is_open]
    assert sorted(placed) == sorted(open_)
    for entry in docket.entries:
        assert docket.state.entries[entry.id] is entry
        made = statement_for(docket.state, entry)
        assert made.type in {*entry.act.says, "entry.recorded"}


@settings(max_examples=HISTORIES)
@given(STEPS, st.integers(0, 45), st.integers(0, 45))
def test_any_two_times_can_be_asked(steps: Steps, happened: int, known: int) -> None:
    docket, _ = written(steps)
    start = datetime(2020, 1, 13, 17, tzinfo=UTC)
    as_of = AsOf(start + timedelta(days=happened), start + timedelta(days=known))
    state = fold(docket.entries, rules=DENVER, as_of=as_of)
    for entry in state.entries.values():
        assert entry.recorded_at <= as_of.known_by
        first = entry.happened.earliest_instant()
        assert first is None or first <= as_of.happened_by


@settings(max_examples=HISTORIES)
@given(STEPS)
def test_a_sealed_history_opens_and_its_digests_chain(steps: Steps) -> None:
    docket, _ = written(steps)
    draw, previous, erased = salts(), None, None
    for entry in docket.entries:
        sealed = seal_entry(entry, draw)
        stored = json.loads(canonical(sealed.public))
        assert open_entry(stored, sealed.openings) == entry
        previous = entry_digest(stored, previous)
        left = open_entry(stored, {})
        erased = entry_digest(seal_entry(left, draw).public, erased)
    assert previous == erased


@settings(max_examples=HISTORIES)
@given(STEPS)
def test_erasing_every_value_leaves_a_history_that_folds(steps: Steps) -> None:
    docket, _ = written(steps)
    draw = salts()
    left = [open_entry(seal_entry(entry, draw).public, {}) for entry in docket.entries]
    state = fold(left, rules=DENVER)
    assert state.seq == docket.state.seq
    assert {key: item.answer for key, item in state.items.items()} == {
        key: item.answer for key, item in docket.state.items.items()
    }


@given(st.text())
def test_any_text_can_be_sealed_or_is_refused(text: str) -> None:
    act = acts.NoteAdded(text=text, audience=Audience.MATTER)
    try:
        sealed = seal(act, salts())
    except ActMalformed:
        with pytest.raises(UnicodeEncodeError):
            text.encode()
        return
    assert open_act(sealed.public, sealed.openings) == act


ACCOUNTS = st.lists(
    st.builds(
        Account,
        id=st.integers(0, 999).map(str),
        about=st.sampled_from(("e1", "e2")),
        slot=st.sampled_from((Slot.HAPPENED, Slot.COUNT, Slot.WHEN)),
        by=st.sampled_from(("x", "y")),
        value=st.builds(
            ClaimValue,
            happened=st.sampled_from([None, *Happened]),
            low=st.sampled_from((None, 3, 4)),
            high=st.sampled_from((None, 4, 5)),
            of=st.sampled_from((None, 4)),
            when=st.sampled_from(
                (None, on(DateKind.SENT, date(2020, 1, 1)), on(DateKind.SENT, date(2020, 1, 2)))
            ),
        ),
        stance=st.sampled_from(Stance),
        changed=st.booleans(),
        retracted=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda row: row.id,
)
CHAIN = (("e1", "e2"),)


@given(ACCOUNTS, st.randoms(use_true_random=False))
def test_differences_do_not_depend_on_the_order_of_claims(
    accounts: list[Account], dice: Any
) -> None:
    mixed = list(accounts)
    dice.shuffle(mixed)
    assert find(mixed, CHAIN) == find(accounts, CHAIN)


@given(ACCOUNTS)
def test_swapping_the_sides_swaps_the_sides_and_nothing_else(accounts: list[Account]) -> None:
    other = {"x": "y", "y": "x"}
    swapped = find([replace(row, by=other[row.by]) for row in accounts], CHAIN)
    back = [replace(row, by=tuple(sorted(other[by] for by in row.by))) for row in swapped]
    key = lambda row: (row.about, row.slot, row.kind, row.claims)
    assert sorted(back, key=key) == sorted(find(accounts, CHAIN), key=key)


@given(ACCOUNTS)
def test_an_equal_claim_adds_no_difference(accounts: list[Account]) -> None:
    live = [row for row in accounts if not row.changed and not row.retracted]
    again = [replace(row, id=f"again-{row.id}") for row in live]
    assert len(find([*live, *again], CHAIN)) == len(find(live, CHAIN))


def test_the_random_histories_reach_most_acts() -> None:
    """The generator above is worth something only if its acts are accepted often enough."""
    reached: set[str] = set()
    for seed in range(120):
        steps = [
            ((seed * 31 + n * 17) % len(EXAMPLES), seed * 101 + n, seed + n * 7) for n in range(40)
        ]
        docket, _ = written(steps)
        reached |= {entry.act.slug for entry in docket.entries}
        assert docket.entries[0].docket == DOCKET
    assert len(reached) >= 45
