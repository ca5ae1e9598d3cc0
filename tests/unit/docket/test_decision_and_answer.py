"""Decision and answer: what each act does, and when it is refused."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.docket import acts
from tecum.docket.acts.answer import ItemAnswered, RunsFrom
from tecum.docket.acts.arrival import CallMethod, CallResult
from tecum.docket.acts.decision import Determined, RefusalCode
from tecum.docket.acts.registration import Urgency
from tecum.docket.entry import Label
from tecum.docket.errors import (
    ActMalformed,
    ActRefused,
    DemandEnded,
    FindingsMoved,
    ItemNotLive,
    NotDraft,
    NotPermitted,
    PackageNotSealed,
    ReasonNeeded,
    SamePerson,
    SenderNotChecked,
    StalePreview,
    UnknownReference,
    VerificationMissing,
)
from tecum.docket.rules import Rules
from tecum.docket.state.decision import departs
from tecum.docket.state.model import Decided, ObligationStep
from tecum.docket.vocabulary import Direction, Disposition, TwoPersons
from tecum.words import Channel, Outcome, Role, Side
from tests.unit.docket.build import (
    Docket,
    demand,
    determined,
    entry_id,
    found,
    label,
    line,
    proposed,
    registered,
    sent,
    sha,
    started,
)

GIVE = Determined.PRODUCE


def refused_as(code: RefusalCode = RefusalCode.COURT_ORDER_REQUIRED) -> acts.DemandRefused:
    return acts.DemandRefused(
        code=code, reason="x", document=sha("r"), to="a@b.example", channel=Channel.EMAIL
    )


def objection(*labels: str) -> acts.ObjectionServed:
    return acts.ObjectionServed(
        items=label(*labels),
        grounds=("scope",),
        document=sha("o"),
        to="a@b.example",
        channel=Channel.EMAIL,
    )


def sealed(*labels: str, **more: object) -> acts.PackageSealed:
    given = {"guard_report": sha("g"), "verifier_report": sha("v"), **more}
    return acts.PackageSealed(
        production="P-1",
        manifest=sha("m"),
        items=label(*labels),
        documents=1,
        pages=1,
        withheld=0,
        **given,  # type: ignore[arg-type]
    )


def test_a_fact_ends_the_findings_taken_before_it() -> None:
    docket = demand("1")
    findings = docket.add(found(("1", "give", Outcome.MAY)), Role.SYSTEM)
    docket.add(acts.FactStated(fact="is_public", value=True), Role.CUSTODIAN)
    assert docket.state.findings is not None
    assert not docket.state.findings.current
    with pytest.raises(FindingsMoved):
        docket.add(proposed(GIVE, findings, "1"), Role.COUNSEL)
    with pytest.raises(FindingsMoved):
        docket.add(proposed(GIVE, None, "1"), Role.COUNSEL)


def test_a_proposal_is_on_live_items() -> None:
    docket = demand("1")
    findings = docket.add(found(("1", "give", Outcome.MAY)), Role.SYSTEM)
    for labels in (("9",), ()):
        with pytest.raises(ItemNotLive):
            docket.add(proposed(GIVE, findings, *labels), Role.COUNSEL)
    docket.add(proposed(GIVE, findings, "1"), Role.COUNSEL)
    assert docket.state.items["1"].decided is Decided.PROPOSED


def test_waiting_for_an_event_names_it() -> None:
    docket = demand("1")
    findings = docket.add(found(), Role.SYSTEM)
    with pytest.raises(ReasonNeeded):
        docket.add(proposed(Determined.AWAIT_EVENT, findings, "1"), Role.COUNSEL)


@pytest.mark.parametrize("allowed", [True, False])
def test_a_clerk_proposes_only_none_held_where_the_profile_allows(allowed: bool) -> None:
    docket = demand("1", rules=Rules(clerk_may_find_none=allowed))
    act = proposed(Determined.NONE_HELD, None, "1")
    if not allowed:
        with pytest.raises(NotPermitted):
            docket.add(act, Role.CLERK)
        return
    docket.add(act, Role.CLERK)
    with pytest.raises(NotPermitted):
        docket.add(proposed(GIVE, None, "1"), Role.CLERK)


@pytest.mark.parametrize(
    ("outcome", "finding", "does"),
    [
        (Determined.PRODUCE, Outcome.MUST_NOT, True),
        (Determined.ACT, Outcome.MUST_NOT, True),
        (Determined.WITHHOLD, Outcome.MUST, True),
        (Determined.PRODUCE_IN_PART, Outcome.MUST, True),
        (Determined.OBJECT, Outcome.MUST, True),
        (Determined.PRODUCE, Outcome.MUST, False),
        (Determined.WITHHOLD, Outcome.MUST_NOT, False),
        (Determined.WITHHOLD, Outcome.SILENT, False),
        (Determined.PRODUCE, Outcome.UNKNOWN, False),
        (Determined.PRODUCE, Outcome.COUNSEL, False),
        (Determined.NONE_HELD, Outcome.MUST, False),
        (Determined.AWAIT_EVENT, Outcome.MUST, False),
    ],
)
def test_departing_from_a_finding_needs_a_reason(
    outcome: Determined, finding: Outcome, does: bool
) -> None:
    assert departs(outcome, [Outcome.MAY, finding]) is does
    docket = demand("1")
    findings = docket.add(found(("1", "give", finding)), Role.SYSTEM)
    act = proposed(outcome, findings, "1", awaits="release")
    if does:
        with pytest.raises(ReasonNeeded):
            docket.add(act, Role.COUNSEL)
        act = proposed(outcome, findings, "1", awaits="release", reason="as the court said")
    docket.add(act, Role.COUNSEL)
    assert docket.state.items["1"].decided is Decided.PROPOSED


def test_approval_is_by_another_person_on_unmoved_findings() -> None:
    docket = demand("1")
    findings = docket.add(found(("1", "give", Outcome.MAY)), Role.SYSTEM)
    proposal = docket.add(proposed(GIVE, findings, "1"), Role.COUNSEL, "p1")
    approval = acts.DeterminationApproved(proposal=proposal)
    with pytest.raises(SamePerson):
        docket.add(approval, Role.LEAD, "p1")
    with pytest.raises(UnknownReference):
        docket.add(acts.DeterminationApproved(proposal=entry_id(99)), Role.LEAD, "p2")
    docket.add(found(("1", "give", Outcome.MUST_NOT)), Role.SYSTEM)
    with pytest.raises(FindingsMoved):
        docket.add(approval, Role.LEAD, "p2")
    docket.add(found(("1", "give", Outcome.MAY)), Role.SYSTEM)
    made = docket.add(approval, Role.LEAD, "p2")
    assert docket.state.items["1"].determination == made
    assert docket.state.determinations[made].one_person is False
    with pytest.raises(StalePreview):
        docket.add(approval, Role.LEAD, "p2")


def test_one_person_may_approve_where_the_profile_lifts_it_and_the_entry_says_so() -> None:
    docket = demand("1", rules=Rules(two_persons=frozenset({TwoPersons.OVERRIDE})))
    findings = docket.add(found(("1", "give", Outcome.MAY)), Role.SYSTEM)
    proposal = docket.add(proposed(GIVE, findings, "1"), Role.COUNSEL, "p1")
    made = docket.add(acts.DeterminationApproved(proposal=proposal), Role.COUNSEL, "p1")
    assert docket.state.determinations[made].one_person is True


def test_a_returned_proposal_leaves_the_item_as_it_was() -> None:
    docket = demand("1")
    findings = docket.add(found(("1", "give", Outcome.MAY)), Role.SYSTEM)
    proposal = docket.add(proposed(GIVE, findings, "1"), Role.COUNSEL)
    with pytest.raises(ReasonNeeded):
        docket.add(acts.DeterminationReturned(proposal=proposal, reason=""), Role.LEAD)
    docket.add(acts.DeterminationReturned(proposal=proposal, reason="look again"), Role.LEAD)
    assert docket.state.items["1"].decided is Decided.NONE
    made = determined(docket, GIVE, "1")
    again = docket.add(
        proposed(Determined.WITHHOLD, docket.state.findings.entry, "1"),  # type: ignore[union-attr]
        Role.COUNSEL,
    )
    docket.add(acts.DeterminationReturned(proposal=again, reason="no"), Role.LEAD)
    assert docket.state.items["1"].decided is Decided.APPROVED
    assert docket.state.items["1"].determination == made


def test_a_later_proposal_replaces_the_open_one() -> None:
    docket = demand("1")
    findings = docket.add(found(("1", "give", Outcome.MAY)), Role.SYSTEM)
    first = docket.add(proposed(GIVE, findings, "1"), Role.COUNSEL)
    docket.add(proposed(Determined.REFER, findings, "1"), Role.COUNSEL)
    with pytest.raises(StalePreview):
        docket.add(acts.DeterminationApproved(proposal=first), Role.LEAD, "p2")


def test_an_override_is_by_two_persons_with_a_reason() -> None:
    docket = demand("1")
    made = determined(docket, GIVE, "1")
    override = acts.DeterminationOverridden(
        determination=made, outcome=Determined.WITHHOLD, reason="new order"
    )
    with pytest.raises(SamePerson):
        docket.add(override, Role.LEAD, "p3")
    new = docket.add(override, Role.LEAD, "p3", second="p4")
    assert docket.state.determinations[new].replaces == made
    assert made in docket.state.determinations
    with pytest.raises(StalePreview):
        docket.add(override, Role.LEAD, "p3", second="p4")


def test_findings_that_say_something_else_make_a_determination_stale() -> None:
    docket = demand("1", "2")
    determined(docket, Determined.ACT, "1", "2")
    changed = found(("1", "give", Outcome.MUST_NOT), ("2", "give", Outcome.MAY))
    docket.add(changed, Role.SYSTEM)
    assert docket.state.items["1"].stale
    assert not docket.state.items["2"].stale
    with pytest.raises(FindingsMoved):
        docket.add(sent(line("1", Disposition.PRODUCED)), Role.COUNSEL)
    docket.add(sent(line("2", Disposition.PRODUCED)), Role.COUNSEL)


def test_a_demand_is_declined_as_every_item_was_determined() -> None:
    docket = demand("1", "2")
    determined(docket, Determined.WITHHOLD, "1")
    with pytest.raises(UnknownReference):
        docket.add(refused_as(), Role.COUNSEL)
    assert docket.state.refused_by is None


def all_determined(outcome: Determined, *labels: str) -> Docket:
    docket = demand(*labels)
    determined(docket, outcome, *labels)
    return docket


def test_declined_items_are_withheld_on_that_ground() -> None:
    docket = all_determined(Determined.WITHHOLD, "1", "2")
    clock = docket.add(started(docket.entries[0].id, date(2020, 1, 27)), Role.SYSTEM)
    assert clock in docket.state.entries
    ref = docket.add(refused_as(), Role.COUNSEL)
    assert docket.state.refused_by == ref
    assert {item.answer for item in docket.state.items.values()} == {Disposition.WITHHELD}
    assert [row.step for row in docket.state.obligations.values()] == [ObligationStep.MET]


def test_an_objection_needs_its_determination_and_its_grounds() -> None:
    docket = demand("1")
    with pytest.raises(UnknownReference):
        docket.add(objection("1"), Role.COUNSEL)
    determined(docket, Determined.OBJECT, "1")
    with pytest.raises(ReasonNeeded):
        docket.add(
            acts.ObjectionServed(
                items=label("1"),
                grounds=(),
                document=sha("o"),
                to="a@b.example",
                channel=Channel.EMAIL,
            ),
            Role.COUNSEL,
        )
    docket.add(objection("1"), Role.COUNSEL)
    assert docket.state.items["1"].answer is Disposition.OBJECTED


def test_a_package_is_sealed_after_both_checks() -> None:
    docket = all_determined(GIVE, "1")
    for missing in ("guard_report", "verifier_report"):
        with pytest.raises(VerificationMissing):
            docket.add(sealed("1", **{missing: None}), Role.CUSTODIAN)
    docket.add(sealed("1"), Role.CUSTODIAN)
    assert len(docket.state.items["1"].sealed_in) == 1
    other = all_determined(Determined.WITHHOLD, "1")
    with pytest.raises(UnknownReference):
        other.add(sealed("1"), Role.CUSTODIAN)


def test_what_is_produced_is_in_a_sealed_package_of_the_answer() -> None:
    docket = all_determined(GIVE, "1")
    produced = line("1", Disposition.PRODUCED)
    with pytest.raises(PackageNotSealed):
        docket.add(sent(produced), Role.COUNSEL)
    package = docket.add(sealed("1"), Role.CUSTODIAN)
    with pytest.raises(PackageNotSealed):
        docket.add(sent(produced), Role.COUNSEL)
    docket.add(sent(produced, packages=(package,)), Role.COUNSEL)
    assert docket.state.items["1"].answer is Disposition.PRODUCED


@pytest.mark.parametrize(
    ("outcome", "disposition", "agrees"),
    [
        (Determined.ACT, Disposition.PRODUCED, True),
        (Determined.NOT_ACT, Disposition.WITHHELD, True),
        (Determined.WITHHOLD, Disposition.WITHHELD, True),
        (Determined.NONE_HELD, Disposition.NONE_HELD, True),
        (Determined.OBJECT, Disposition.OBJECTED, True),
        (Determined.REFER, Disposition.REFERRED, True),
        (Determined.WITHHOLD, Disposition.PRODUCED, False),
        (Determined.ACT, Disposition.WITHHELD, False),
        (Determined.AWAIT_EVENT, Disposition.PRODUCED, False),
        (Determined.OBJECT, Disposition.NONE_HELD, False),
    ],
)
def test_an_answer_says_what_was_determined(
    outcome: Determined, disposition: Disposition, agrees: bool
) -> None:
    docket = demand("1")
    determined(docket, outcome, "1", awaits="release")
    if not agrees:
        with pytest.raises(UnknownReference):
            docket.add(sent(line("1", disposition)), Role.COUNSEL)
        return
    docket.add(sent(line("1", disposition)), Role.COUNSEL)
    assert docket.state.items["1"].answer is disposition


def test_records_that_come_later_are_owed_on_a_date() -> None:
    docket = all_determined(GIVE, "1")
    docket.add(sent(line("1", Disposition.OWED_ON_DATE, owed_on=date(2020, 3, 1))), Role.COUNSEL)
    (owed,) = docket.state.obligations.values()
    assert (owed.step, owed.safe) == (ObligationStep.FIXED, date(2020, 3, 1))
    docket.add(sent(line("1", Disposition.OWED_ON_DATE, owed_on=date(2020, 4, 1))), Role.COUNSEL)
    first, second = docket.state.obligations.values()
    assert (first.step, second.step) == (ObligationStep.STOPPED, ObligationStep.FIXED)


@pytest.mark.parametrize(
    "fields",
    [
        {"disposition": Disposition.OWED_ON_EVENT},
        {"disposition": Disposition.PRODUCED, "owed_event": RunsFrom.RELEASE},
        {"disposition": Disposition.OWED_ON_DATE},
        {"disposition": Disposition.PRODUCED, "owed_on": date(2020, 1, 1)},
    ],
)
def test_what_is_owed_is_named(fields: dict[str, object]) -> None:
    with pytest.raises(ActMalformed):
        ItemAnswered(item=label("1")[0], **fields)  # type: ignore[arg-type]


def test_an_answer_has_one_line_an_item() -> None:
    with pytest.raises(ActMalformed):
        sent(line("1", Disposition.PRODUCED), line("1", Disposition.WITHHELD))
    with pytest.raises(ActMalformed):
        sent()


@pytest.mark.parametrize("how", ["called", "second"])
def test_a_stated_emergency_is_answered_after_a_check_of_the_sender(how: str) -> None:
    docket = demand("1", urgency=Urgency.EMERGENCY_STATED)
    determined(docket, Determined.ACT, "1")
    answer = sent(line("1", Disposition.PRODUCED))
    with pytest.raises(SenderNotChecked):
        docket.add(answer, Role.COUNSEL, "p1", second="p1")
    if how == "called":
        docket.add(
            acts.SenderCalledBack(method=CallMethod.CALL_BACK, result=CallResult.CONFIRMED),
            Role.CLERK,
        )
        docket.add(answer, Role.COUNSEL, "p1")
    else:
        docket.add(answer, Role.COUNSEL, "p1", second="p2")
    assert docket.state.items["1"].answer is Disposition.PRODUCED


def test_only_an_open_inward_demand_is_answered_from_here() -> None:
    outward = Docket()
    outward.add(registered("1", direction=Direction.OUTWARD), Role.ISSUING_OFFICER)
    with pytest.raises(NotDraft):
        outward.add(sent(line("1", Disposition.PRODUCED)), Role.COUNSEL)
    ended = all_determined(Determined.ACT, "1")
    ended.add(acts.DemandWithdrawn(), Role.COUNSEL, side=Side.THEIRS)
    with pytest.raises(DemandEnded):
        ended.add(sent(line("1", Disposition.PRODUCED)), Role.COUNSEL)


def test_a_partial_answer_leaves_the_other_items_clocks_running() -> None:
    docket = all_determined(Determined.ACT, "1", "2")
    docket.add(started(docket.entries[0].id, date(2020, 1, 27)), Role.SYSTEM)
    docket.add(sent(line("1", Disposition.PRODUCED)), Role.COUNSEL)
    (clock,) = docket.state.obligations.values()
    assert (clock.step, clock.undischarged) == (ObligationStep.FIXED, label("2"))
    docket.add(sent(line("2", Disposition.PRODUCED)), Role.COUNSEL)
    (clock,) = docket.state.obligations.values()
    assert clock.step is ObligationStep.MET


def received_answer(*lines: ItemAnswered) -> acts.AnswerReceived:
    return acts.AnswerReceived(document=sha("a"), items=lines)


def test_an_answer_that_comes_in_is_always_recorded() -> None:
    docket = Docket()
    act = received_answer(line("1", Disposition.PRODUCED), line("9", Disposition.PRODUCED))
    docket.add(act, Role.CLERK, side=Side.THEIRS)
    docket.add(registered("1", direction=Direction.OUTWARD), Role.ISSUING_OFFICER)
    docket.add(act, Role.CLERK, side=Side.THEIRS)
    assert [row.code for row in docket.state.warnings] == [
        "answer-without-demand",
        "answer-out-of-turn",
        "answer-to-unknown-item",
    ]
    assert docket.state.items["1"].answer is Disposition.PRODUCED


def test_an_answer_discharges_what_the_other_side_owes() -> None:
    docket = Docket()
    docket.add(registered("1", direction=Direction.OUTWARD), Role.ISSUING_OFFICER)
    trigger = docket.entries[0].id
    docket.add(started(trigger, date(2020, 1, 27), "t", owed_by=Side.THEIRS), Role.CLERK)
    docket.add(started(trigger, date(2020, 1, 27), "o", owed_by=Side.OURS), Role.CLERK)
    docket.add(received_answer(line("1", Disposition.WITHHELD)), Role.CLERK, side=Side.THEIRS)
    steps = {row.id: row.step for row in docket.state.obligations.values()}
    assert steps == {"t": ObligationStep.MET, "o": ObligationStep.FIXED}


def test_every_refusal_says_what_and_bears_its_code() -> None:
    docket = demand("1")
    with pytest.raises(ActRefused) as caught:
        docket.add(objection("1"), Role.COUNSEL)
    assert caught.value.what
    assert caught.value.do
    assert caught.value.code == "docket.unknown-reference"


def test_a_new_proposal_on_one_item_leaves_the_other_undecided() -> None:
    docket = demand("1", "2")
    outcomes = (("1", "give", Outcome.MAY), ("2", "give", Outcome.MAY))
    findings = docket.add(found(*outcomes), Role.SYSTEM)
    docket.add(proposed(Determined.WITHHOLD, findings, "1", "2"), Role.COUNSEL, "p1")
    again = docket.add(proposed(Determined.ACT, findings, "1"), Role.COUNSEL, "p1")
    items = docket.state.items
    assert (items[Label("1")].decided, items[Label("1")].proposal) == (Decided.PROPOSED, again)
    assert (items[Label("2")].decided, items[Label("2")].proposal) == (Decided.NONE, None)
