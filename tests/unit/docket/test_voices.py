"""Who may say what: the whole table of statement types against what this office signs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import product

import pytest

from tecum.docket import acts
from tecum.docket.acts import ACTS, Act
from tecum.docket.acts.arrival import Dismissal
from tecum.docket.acts.clocks import TollReason
from tecum.docket.acts.course import CorrectedFor, ItemNarrowed
from tecum.docket.acts.decision import Determined, RefusalCode
from tecum.docket.acts.erasure import ErasureGround, ErasureScope
from tecum.docket.acts.service import (
    AcknowledgedWith,
    ChannelSearched,
    DeliveryCode,
    DeliveryEvent,
    SearchResult,
)
from tecum.docket.entry import DocketKind, EntryId, KnownBy
from tecum.docket.parts import ObligationId
from tecum.docket.statements import statement_for
from tecum.docket.vocabulary import AnswerDisputeCode, Direction, Disposition, DisputeCode
from tecum.docket.voices import VOICES, Voice, may_say
from tecum.ledger.vocabulary import TYPES
from tecum.words import Channel, Grade, Role, Side
from tests.shared import SHARED
from tests.unit.docket.build import (
    START,
    Docket,
    demand,
    determined,
    label,
    line,
    received,
    registered,
    sent,
    sha,
    started,
)

_WRITTEN = {
    "I": Voice.ISSUER,
    "I (and V)": Voice.ISSUER,
    "I or V": Voice.ISSUER,
    "R": Voice.RECIPIENT,
    "R, a person": Voice.RECIPIENT,
    "who acts": Voice.ACTOR,
    "who asserts": Voice.ACTOR,
    "who reckons": Voice.ACTOR,
    "who erred": Voice.ACTOR,
    "who learns": Voice.LEARNER,
    "I, V, or the receiving system": Voice.ACTOR,
    "O or the office": Voice.ACTOR,
}
"""How the column "by" is written, and which voice of an office that is."""

_EXCHANGED = {Voice.ISSUER: Voice.RECIPIENT, Voice.RECIPIENT: Voice.ISSUER}


def written() -> dict[str, Voice]:
    """Type → whose word it is, from the table of the specification."""
    text = (SHARED / "design" / "LEDGER.md").read_text()
    table = text[text.index("## 8. Statement types") : text.index("‡ failure list")]
    found: dict[str, Voice] = {}
    governance = False
    for row in table.splitlines():
        cells = [cell.strip() for cell in row.replace("\\|", "/").split("|")]
        governance |= "**governance**" in row
        if len(cells) < 6 or not cells[1].startswith("`"):
            continue
        names = re.findall(r"`([a-z_.]+)`", cells[1])
        side = names[0].partition(".")[0]
        for name in (side + one if one.startswith(".") else one for one in names):
            if governance:
                found[name] = Voice.OPERATOR
            elif "sides exchanged" in cells[2]:
                found[name] = _EXCHANGED[found[f"demand.{name.partition('.')[2]}"]]
            else:
                found[name] = _WRITTEN[cells[2]]
    return found


@pytest.mark.shared("design/LEDGER.md")
def test_every_type_is_the_word_of_whom_the_table_names() -> None:
    assert written() == VOICES


def test_every_type_has_its_voice() -> None:
    assert VOICES.keys() == TYPES.keys()


def plain(*, outward: bool) -> Docket:
    """A docket with its demand registered and, where we issue it, sent."""
    docket = Docket()
    direction = Direction.OUTWARD if outward else Direction.INWARD
    role = Role.ISSUING_OFFICER if outward else Role.CLERK
    docket.add(registered("1", direction=direction, document=sha("d")), role)
    if outward:
        act = acts.DemandSent(document=sha("d"), to="a@b.example", channel=Channel.EMAIL)
        docket.add(act, Role.LEAD, "p2")
    return docket


@pytest.mark.parametrize("outward", [True, False], ids=["we issued", "we received"])
@pytest.mark.parametrize("kind", sorted(VOICES))
def test_only_our_own_word_is_ours_to_say(kind: str, outward: bool) -> None:
    docket = plain(outward=outward)
    note = acts.DutyDischarged(obligation=ObligationId("x"))
    ours = {Voice.ACTOR, Voice.LEARNER, Voice.ISSUER if outward else Voice.RECIPIENT}
    for side, known_by in product(Side, KnownBy):
        entry = docket.entry(note, Role.CLERK, side=side, known_by=known_by)
        wanted = VOICES[kind] in ours if side is Side.OURS else VOICES[kind] is Voice.LEARNER
        wanted = wanted and kind != "service.terms"
        wanted &= known_by is not KnownBy.THEIR_STATEMENT
        assert may_say(kind, docket.state, entry) is (wanted or kind == "entry.recorded")


@pytest.mark.parametrize("kind", [one for one in DocketKind if one is not DocketKind.DEMAND])
def test_where_no_demand_can_stand_no_side_of_one_speaks(kind: DocketKind) -> None:
    docket = Docket(kind)
    entry = docket.entry(received(), Role.SYSTEM)
    said = {name for name in VOICES if may_say(name, docket.state, entry)}
    of_office = {"service.terms"} if kind is DocketKind.OFFICE else set()
    assert {name for name in said if VOICES[name] is Voice.RECIPIENT} == of_office
    assert {VOICES[name] for name in said - of_office} == {Voice.ACTOR, Voice.LEARNER}


@dataclass(frozen=True)
class Case:
    """An act on a docket, and the statement it makes where it is this office's own word."""

    type: str
    docket: Callable[[], Docket]
    act: Callable[[Docket], Act]
    role: Role
    person: str = "p1"
    second: str | None = None


def issued() -> Docket:
    return plain(outward=True)


def inward() -> Docket:
    return plain(outward=False)


def answered() -> Docket:
    """A demand that came, and an answer of ours on its way."""
    docket = demand("1")
    determined(docket, Determined.PRODUCE, "1")
    package = docket.add(sealed(), Role.CUSTODIAN)
    docket.add(sent(line("1", Disposition.PRODUCED), packages=(package,)), Role.COUNSEL)
    return docket


def ready() -> Docket:
    """A demand that came, determined and not answered."""
    docket = demand("1")
    determined(docket, Determined.PRODUCE, "1")
    return docket


def refused() -> Docket:
    docket = demand("1")
    determined(docket, Determined.OBJECT, "1")
    return docket


def without_last(docket: Docket) -> Docket:
    """A docket of the same entries but the last."""
    again = Docket()
    for entry in docket.entries[:-1]:
        again.add(entry.act, entry.actor.role, str(entry.actor.person))
    return again


def arrived() -> Docket:
    docket = Docket()
    docket.add(received(), Role.SYSTEM)
    return docket


def timed() -> Docket:
    docket = demand("1")
    docket.add(started(docket.entries[0].id, date(2020, 1, 27)), Role.SYSTEM)
    return docket


def sealed() -> acts.PackageSealed:
    return acts.PackageSealed(
        production="P-1",
        manifest=sha("m"),
        items=label("1"),
        documents=1,
        pages=1,
        withheld=0,
        guard_report=sha("g"),
        verifier_report=sha("v"),
    )


def passage(event: DeliveryEvent, code: DeliveryCode | None = None) -> Callable[[Docket], Act]:
    """What became known of the last thing sent, with its bytes."""

    def make(docket: Docket) -> Act:
        grade = Grade.HANDED_OVER if event is DeliveryEvent.DELIVERED else None
        return acts.DeliveryRecorded(
            of=docket.entries[-1].id,
            event=event,
            code=code,
            channel=Channel.EMAIL,
            grade=grade,
            reply="250 queued",
            document=sha("d"),
        )

    return make


def acknowledged(docket: Docket) -> Act:
    return acts.ReceiptAcknowledged(
        of=docket.entries[-1].id,
        grade=Grade.ACCEPTED,
        served_on=date(2020, 1, 13),
        code=AcknowledgedWith.WITHOUT_WAIVER,
    )


def searched(docket: Docket) -> Act:
    return acts.NonReceiptStated(
        as_of=START,
        code=SearchResult.NONE_FOUND,
        channels=(ChannelSearched(channel=Channel.EMAIL, checked=4),),
        scope="mail",
    )


def dismissed(docket: Docket) -> Act:
    return acts.DocumentDismissed(
        arrival=docket.entries[0].id,
        outcome=Dismissal.WRONG_ADDRESSEE,
        notified=True,
        code=DisputeCode.WRONG_BODY,
    )


def declined(docket: Docket) -> Act:
    return acts.DemandRefused(
        code=RefusalCode.POLICY_BARS,
        reason="policy",
        document=sha("r"),
        to="a@b.example",
        channel=Channel.EMAIL,
    )


def objected(docket: Docket) -> Act:
    return acts.ObjectionServed(
        items=label("1"),
        grounds=("scope",),
        document=sha("o"),
        to="a@b.example",
        channel=Channel.EMAIL,
    )


def narrowed(docket: Docket) -> Act:
    return acts.DemandNarrowed(items=(ItemNarrowed(item=label("1")[0], old="all", new="some"),))


def disputed(docket: Docket) -> Act:
    return acts.ServiceDisputed(codes=(DisputeCode.UNSIGNED,), text="no signature")


def incomplete(docket: Docket) -> Act:
    codes = (AnswerDisputeCode.INCOMPLETE,)
    return acts.ReceiptDisputed(of=docket.entries[-1].id, codes=codes, items=label("1"))


def erased(docket: Docket) -> Act:
    return acts.Erased(
        scope=ErasureScope.DOCKET,
        code=ErasureGround.RETENTION_END,
        entries=(docket.entries[0].id,),
        keys=1,
    )


def corrected(docket: Docket) -> Act:
    return acts.Corrected(
        entry=docket.entries[0].id, code=CorrectedFor.WRONG_VALUE, path="number", value="D-2"
    )


_X = ObligationId("answer")
_DAY = date(2020, 2, 3)
SAME, LATE = DeliveryCode.SAME_BYTES, DeliveryCode.NOT_COLLECTED
RELAYED, OPENED = DeliveryEvent.RELAYED, DeliveryEvent.OPENED
ACCEPTED, FULL = DeliveryCode.ACCEPTED_BY_SYSTEM, DeliveryCode.MAILBOX_FULL

CASES = (
    Case("demand.delivered", Docket, lambda _: received(), Role.SYSTEM),
    Case("answer.delivered", issued, lambda _: received(), Role.SYSTEM),
    Case(
        "demand.prepared",
        Docket,
        lambda _: registered("1", direction=Direction.OUTWARD, document=sha("d")),
        Role.ISSUING_OFFICER,
    ),
    Case("demand.relayed", issued, passage(RELAYED, ACCEPTED), Role.SYSTEM),
    Case("answer.relayed", answered, passage(RELAYED, ACCEPTED), Role.SYSTEM),
    Case("relay.failed", issued, passage(DeliveryEvent.RELAY_FAILED, FULL), Role.SYSTEM),
    Case("delivery.failed", answered, passage(DeliveryEvent.FAILED, FULL), Role.SYSTEM),
    Case("delivery.expired", issued, passage(DeliveryEvent.EXPIRED, LATE), Role.CLERK),
    Case("demand.acknowledged", arrived, acknowledged, Role.COUNSEL),
    Case("service.disputed", inward, disputed, Role.COUNSEL),
    Case("service.disputed", arrived, dismissed, Role.CLERK),
    Case("demand.refused", refused, declined, Role.COUNSEL),
    Case("objection", refused, objected, Role.COUNSEL),
    Case("search.none", inward, searched, Role.CLERK),
    Case(
        "clock.set",
        timed,
        lambda _: acts.ClockTolled(obligation=_X, reason=TollReason.OBJECTION),
        Role.COUNSEL,
    ),
    Case(
        "extension.requested",
        timed,
        lambda _: acts.ExtensionSought(obligation=_X, asked_for=_DAY),
        Role.COUNSEL,
    ),
    Case(
        "extension.granted",
        timed,
        lambda _: acts.ExtensionGranted(obligation=_X, due=_DAY),
        Role.COUNSEL,
    ),
    Case("extension.denied", timed, lambda _: acts.ExtensionRefused(obligation=_X), Role.COUNSEL),
    Case("withdrawn", issued, lambda _: acts.DemandWithdrawn(), Role.COUNSEL),
    Case("narrowed", issued, narrowed, Role.COUNSEL),
    Case(
        "decision.recorded",
        lambda: without_last(ready()),
        lambda docket: acts.DeterminationApproved(proposal=docket.entries[-1].id),
        Role.COUNSEL,
        "p2",
    ),
    Case("answer.prepared", ready, lambda _: sealed(), Role.CUSTODIAN),
    Case(
        "answer.submitted",
        lambda: without_last(answered()),
        lambda docket: sent(line("1", Disposition.PRODUCED), packages=(docket.entries[-1].id,)),
        Role.COUNSEL,
    ),
    Case("answer.disputed", issued, incomplete, Role.COUNSEL),
    Case("correction", inward, corrected, Role.LEAD),
    Case("erased", inward, erased, Role.LEAD, "p1", "p2"),
)

NEVER_OURS = (
    Case("demand.delivered", issued, passage(DeliveryEvent.DELIVERED), Role.SYSTEM),
    Case("demand.opened", issued, passage(OPENED, SAME), Role.SYSTEM),
    Case("demand.acknowledged", issued, acknowledged, Role.COUNSEL),
    Case("answer.delivered", answered, passage(DeliveryEvent.DELIVERED), Role.SYSTEM),
    Case("answer.opened", answered, passage(OPENED, SAME), Role.SYSTEM),
    Case("answer.acknowledged", answered, acknowledged, Role.COUNSEL),
    Case("answer.disputed", answered, incomplete, Role.COUNSEL),
    Case("service.disputed", issued, disputed, Role.COUNSEL),
    Case("withdrawn", inward, lambda _: acts.DemandWithdrawn(), Role.COUNSEL),
    Case("narrowed", inward, narrowed, Role.COUNSEL),
)
"""What the body on the other side says of these, whoever writes it down here."""


def said(case: Case, side: Side, known_by: KnownBy) -> str:
    docket = case.docket()
    more = {"side": side, "known_by": known_by}
    if case.second:
        more["second"] = case.second  # type: ignore[assignment]
    docket.add(case.act(docket), case.role, case.person, **more)
    return statement_for(docket.state, docket.entries[-1]).type


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.type)
def test_an_act_is_said_by_whose_act_it_is(case: Case) -> None:
    anybody = case.type == "delivery.failed"
    for side in Side:
        own = side is Side.OURS or anybody
        wanted = case.type if own else "entry.recorded"
        assert said(case, side, KnownBy.DOCUMENT) == wanted
        assert said(case, side, KnownBy.THEIR_STATEMENT) == "entry.recorded"


@pytest.mark.parametrize("case", NEVER_OURS, ids=lambda case: case.type)
def test_what_the_other_side_must_say_is_only_recorded(case: Case) -> None:
    assert case.type in ACTS[type(case.act(case.docket())).slug].says
    for side, known_by in product(Side, KnownBy):
        assert said(case, side, known_by) == "entry.recorded"


def test_the_cases_are_the_table() -> None:
    made = {name for cls in ACTS.values() for name in cls.says} - {"entry.recorded"}
    tried = {case.type for case in (*CASES, *NEVER_OURS)} | {"demand.submitted"}
    assert tried == made


def test_what_we_acknowledge_of_an_answer_is_our_own_word() -> None:
    docket = issued()
    came: EntryId = docket.add(received("answer"), Role.SYSTEM)
    answer = acts.AnswerReceived(
        document=sha("answer"), items=(line("1", Disposition.PRODUCED),), arrival=came
    )
    docket.add(answer, Role.CLERK, side=Side.THEIRS)
    docket.add(acknowledged(docket), Role.COUNSEL)
    assert statement_for(docket.state, docket.entries[-1]).type == "answer.acknowledged"
    assert statement_for(docket.state, docket.entries[1]).type == "demand.submitted"
