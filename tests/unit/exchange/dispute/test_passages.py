"""Which statements make one passage does not depend on the order in which they are presented."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

from tecum.exchange.dispute.papers import Side, lay_out
from tecum.exchange.dispute.passages import passages
from tecum.exchange.sending import Remark
from tests.unit.exchange.dispute.quarrel import Quarrel


def test_one_side_s_statements_never_count_as_the_other_side_s_sending(tmp_path: Path) -> None:
    own = Quarrel.at(tmp_path)
    own.demand()
    own.taken()
    answer = own.answer(at=20).statement.hash
    failed = Remark("delivery.failed", answer, ("mailbox_full",))
    own.remark("failed", own.two.recipient, failed, 21)
    table = lay_out([], own.papers(own.two.recipient), own.two.policy)
    assert {fact.side for fact in table.facts} == {Side.THEIRS}
    orders = list(permutations(table.facts))
    first = passages(orders[0])
    assert [(row.kind, row.sender, row.sent is None) for row in first] == [
        ("demand", Side.OURS, True),
        ("answer", Side.THEIRS, False),
    ]
    for order in orders:
        assert passages(order) == first
