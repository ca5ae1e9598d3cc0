"""Which duties a letter or a discharge ends: those named, or the only one; before, all of them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tecum.docket import acts
from tecum.docket.acts.service import DeliveryCode, DeliveryEvent, LetterPurpose
from tecum.docket.codec import act_from_json, act_to_json
from tecum.docket.entry import EntryId
from tecum.docket.errors import ReasonNeeded, StalePreview
from tecum.docket.parts import ObligationId
from tecum.docket.state import fold
from tecum.docket.state.ending_duties import can_end
from tecum.docket.state.model import ObligationStep
from tecum.docket.vocabulary import ObligationObject
from tecum.words import Channel, Role, Side
from tests.unit.docket.build import PACK, Docket, demand, label, sha

NOTICE = "LetterSent(notice)"


def owing(*names: str, done_by: str = NOTICE, **more: object) -> Docket:
    docket = demand("1", "2")
    for name in names:
        owe(docket, name, done_by=done_by, **more)
    return docket


def owe(docket: Docket, name: str, done_by: str = NOTICE, **more: object) -> None:
    act = acts.DutyOpened(
        duty="example/told/1",
        pack=PACK,
        obligation=ObligationId(name),
        object=ObligationObject.NOTICE,
        done_by=done_by,
        **more,  # type: ignore[arg-type]
    )
    docket.add(act, Role.SYSTEM)


def letter(*duties: str, **more: object) -> acts.LetterSent:
    named = tuple(ObligationId(one) for one in duties)
    held: dict[str, object] = {"duties": named, **more}
    return acts.LetterSent(
        purpose=LetterPurpose.NOTICE,
        document=sha("letter"),
        to="person@example.org",
        channel=Channel.POST,
        **held,  # type: ignore[arg-type]
    )


def unnamed() -> acts.LetterSent:
    return letter(duties=None)


def met(docket: Docket) -> list[str]:
    return [row.id for row in docket.state.obligations.values() if row.step is ObligationStep.MET]


def test_a_letter_ends_the_duty_that_it_names_and_no_other() -> None:
    docket = owing("a", "b", "c")
    docket.add(letter("b"), Role.CLERK)
    assert met(docket) == ["b"]
    docket.add(letter("a", "c"), Role.CLERK)
    assert met(docket) == ["a", "b", "c"]


def test_a_letter_that_names_none_of_several_is_refused_and_says_which() -> None:
    docket = owing("a", "b")
    with pytest.raises(ReasonNeeded) as refused:
        docket.add(unnamed(), Role.CLERK)
    assert refused.value.fields["duties"] == ("a", "b")
    assert met(docket) == []


def test_a_letter_can_say_that_it_ends_none() -> None:
    docket = owing("a", "b")
    docket.add(letter(), Role.CLERK)
    assert met(docket) == []


def test_the_only_duty_need_not_be_named() -> None:
    docket = owing("a")
    owe(docket, "other", done_by="LetterSent(copy_to_subject)")
    docket.add(unnamed(), Role.CLERK)
    assert met(docket) == ["a"]


@pytest.mark.parametrize("name", ["other", "nowhere", "gone"])
def test_a_letter_names_open_duties_of_its_kind_alone(name: str) -> None:
    docket = owing("a")
    owe(docket, "other", done_by="DutyDischarged")
    owe(docket, "gone")
    docket.add(letter("gone"), Role.CLERK)
    with pytest.raises(StalePreview):
        docket.add(letter(name), Role.CLERK)


def test_a_discharge_ends_the_duty_that_it_names_and_no_other() -> None:
    docket = owing("a", "b", done_by="DutyDischarged")
    docket.add(acts.DutyDischarged(obligation=ObligationId("a")), Role.CLERK)
    assert met(docket) == ["a"]


def test_what_failed_and_arrived_after_all_ends_what_it_named() -> None:
    docket = owing("a", "b")
    ref = docket.add(letter("a"), Role.CLERK)
    failed = acts.DeliveryRecorded(
        of=ref, event=DeliveryEvent.FAILED, code=DeliveryCode.MAILBOX_FULL
    )
    docket.add(failed, Role.SYSTEM)
    assert met(docket) == []
    docket.now += timedelta(hours=1)
    docket.add(acts.DeliveryRecorded(of=ref, event=DeliveryEvent.DELIVERED), Role.SYSTEM)
    assert met(docket) == ["a"]


def test_only_duties_of_the_side_that_acts_can_be_ended() -> None:
    docket = owing("a")
    owe(docket, "b", owed_by=Side.THEIRS)
    assert [row.id for row in can_end(docket.state, unnamed(), Side.OURS)] == ["a"]
    assert [row.id for row in can_end(docket.state, unnamed(), Side.THEIRS)] == ["b"]


# --- as it was recorded before ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "slug", "done_by"),
    [
        (
            {
                "purpose": "notice",
                "document": sha("letter"),
                "to": "person@example.org",
                "channel": "post",
            },
            "letter-sent",
            NOTICE,
        ),
        ({"obligation": "a"}, "duty-discharged", "DutyDischarged"),
    ],
)
def test_entries_of_the_first_shape_are_replayed_as_they_were(
    fields: dict[str, object], slug: str, done_by: str
) -> None:
    docket = owing("a", "b", done_by=done_by)
    old = act_from_json({"act": slug, "schema": 1, "fields": fields})
    docket.add(old, Role.CLERK)
    assert met(docket) == ["a", "b"]
    assert fold(docket.entries).obligations == docket.state.obligations
    assert act_from_json(act_to_json(old)) == old


@pytest.mark.parametrize("act", [letter(), letter("a"), unnamed()])
def test_none_named_and_nothing_said_stay_apart_in_writing(act: acts.LetterSent) -> None:
    assert act_from_json(act_to_json(act)) == act


def test_replayed_entries_give_the_same_state() -> None:
    docket = owing("a", "b", items=label("1"))
    docket.add(letter("b"), Role.CLERK)
    ref: EntryId = docket.entries[-1].id
    assert docket.state.obligations[ObligationId("b")].ended_by == ref
    assert fold(docket.entries).obligations == docket.state.obligations
