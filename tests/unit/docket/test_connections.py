"""Whose keys are trusted stands on the office's docket, and a change names what it replaces."""

from __future__ import annotations

import pytest

from tecum.docket import acts
from tecum.docket.acts.connections import ComparedBy, StoppedFor
from tecum.docket.entry import DocketKind
from tecum.docket.errors import ActRefused
from tecum.docket.state.connections import connections
from tecum.words import Role
from tests.unit.docket.build import Docket, sha


def trusted(name: str, before: str | None = None) -> acts.ConnectionTrusted:
    return acts.ConnectionTrusted(
        office="agency.example",
        name="Agency of Example",
        trust="quorum none\n",
        fingerprint=sha(name),
        compared=ComparedBy.PAPER,
        before=sha(before) if before else None,
    )


def test_new_keys_name_those_that_they_replace() -> None:
    docket = Docket(kind=DocketKind.OFFICE)
    docket.add(trusted("first"), Role.OPERATOR)
    with pytest.raises(ActRefused):
        docket.add(trusted("second"), Role.OPERATOR)
    last = docket.add(trusted("second", "first"), Role.OPERATOR)
    assert connections(docket.state)["agency.example"].id == last


def test_after_a_stop_any_keys_may_be_trusted_anew() -> None:
    docket = Docket(kind=DocketKind.OFFICE)
    docket.add(trusted("first"), Role.OPERATOR)
    stop = acts.ConnectionStopped(office="agency.example", reason=StoppedFor.KEY_CHANGED)
    entry = docket.add(stop, Role.SYSTEM)
    assert connections(docket.state)["agency.example"].id == entry
    last = docket.add(trusted("second"), Role.LEAD)
    assert connections(docket.state)["agency.example"].id == last
