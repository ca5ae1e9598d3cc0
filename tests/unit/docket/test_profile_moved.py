"""What was recorded was allowed when it was: a profile that changes takes nothing of it back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tecum.docket import acts
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.packs import PackActivated
from tecum.docket.entry import DocketKind
from tecum.docket.errors import ActRefused, SamePerson
from tecum.docket.rules import Rules
from tecum.docket.state import fold
from tecum.docket.vocabulary import TwoPersons
from tecum.words import Role
from tests.unit.docket.build import EXAMPLES, Docket, label, proposed, registered
from tests.unit.docket.test_service_terms import TERMS

NONE_HELD = proposed(Determined.NONE_HELD, None, "1")
STRICT = Rules()
LIFTED = Rules(
    two_persons=frozenset(group for group in TwoPersons if not group.may_be_lifted),
    counsel_may_seal=True,
    clerk_may_find_none=True,
)


def test_what_one_person_did_stands_when_two_are_asked_for() -> None:
    docket = Docket(rules=LIFTED)
    docket.add(registered("1"))
    ref = docket.add(NONE_HELD, Role.CLERK, "p1")
    docket.add(acts.DeterminationApproved(proposal=ref), Role.COUNSEL, "p1")
    again = fold(docket.entries, rules=STRICT)
    assert again == replace(docket.state, rules=STRICT)
    assert again.items[label("1")[0]].determination is not None
    docket.state = again
    ref = docket.add(NONE_HELD, Role.COUNSEL, "p2")
    with pytest.raises(SamePerson):
        docket.add(acts.DeterminationApproved(proposal=ref), Role.COUNSEL, "p2")


def test_what_two_did_stands_when_one_is_enough() -> None:
    docket = Docket(DocketKind.OFFICE, STRICT)
    first = docket.add(TERMS, Role.LEAD, "p1")
    docket.add(replace(TERMS, joins=first), Role.LEAD, "p2")
    again = fold(docket.entries, DocketKind.OFFICE, LIFTED)
    assert again == replace(docket.state, rules=LIFTED)


@pytest.mark.parametrize("act", [one for one in EXAMPLES if isinstance(one, PackActivated)])
def test_a_pack_that_was_put_in_force_by_one_stays_in_force(act: PackActivated) -> None:
    docket = Docket(DocketKind.OFFICE, LIFTED)
    docket.add(replace(act, before=None), Role.LEAD)
    assert fold(docket.entries, DocketKind.OFFICE, STRICT).packs == docket.state.packs
    with pytest.raises(ActRefused):
        Docket(DocketKind.OFFICE, STRICT).add(replace(act, before=None), Role.LEAD)
