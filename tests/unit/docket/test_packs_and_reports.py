"""Packs on the office's docket: two roles and two people stand for a version; and reports."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tecum.docket import acts
from tecum.docket.entry import DocketKind, EntryId, PersonId
from tecum.docket.errors import (
    ActMalformed,
    ActRefused,
    NotDraft,
    NotPermitted,
    ReasonNeeded,
    SamePerson,
    StalePreview,
    UnknownReference,
)
from tecum.docket.parts import ObligationId
from tecum.docket.rules import Rules
from tecum.docket.state.model import ObligationStep
from tecum.docket.state.packs import approvals_wanted, in_force_on, latest
from tecum.docket.statements import statement_for
from tecum.docket.vocabulary import ObligationObject, TwoPersons
from tecum.words import Role
from tests.unit.docket.build import Docket, sha

ONE_LAWYER = Rules(two_persons=frozenset(TwoPersons) - {TwoPersons.PACKS})
AUTHOR, COUNSEL, LEAD, BOTH = "author", "counsel", "lead", "both"


def office(rules: Rules | None = None) -> Docket:
    docket = Docket(DocketKind.OFFICE, rules)
    people = {
        AUTHOR: (Role.POLICY_AUTHOR,),
        COUNSEL: (Role.COUNSEL,),
        LEAD: (Role.LEAD,),
        BOTH: (Role.COUNSEL, Role.LEAD),
    }
    for name, roles in people.items():
        docket.add(acts.PersonAdded(person=PersonId(name), name=name, roles=roles), Role.OPERATOR)
    return docket


def proposed(docket: Docket, version: str = "one", before: str | None = None) -> EntryId:
    act = acts.PackProposed(
        pack="ours", sha256=sha(version), before=sha(before) if before else None, reason="Better."
    )
    return docket.add(act, Role.POLICY_AUTHOR, AUTHOR)


def approved(docket: Docket, proposal: EntryId, person: str, role: Role, **more: Any) -> EntryId:
    return docket.add(acts.PackApproved(proposal=proposal, as_role=role), role, person, **more)


def activation(
    version: str = "one", before: str | None = None, on: date = date(2020, 3, 1)
) -> acts.PackActivated:
    return acts.PackActivated(
        pack="ours",
        sha256=sha(version),
        before=sha(before) if before else None,
        in_force_from=on,
    )


def in_force(docket: Docket, version: str, before: str | None = None, **more: Any) -> None:
    ref = proposed(docket, version, before)
    approved(docket, ref, COUNSEL, Role.COUNSEL)
    approved(docket, ref, LEAD, Role.LEAD)
    docket.add(activation(version, before, **more), Role.LEAD, LEAD)


def test_a_version_acts_once_two_roles_and_two_people_stand_for_it() -> None:
    docket = office()
    ref = proposed(docket)
    with pytest.raises(NotDraft):
        docket.add(activation(), Role.LEAD, LEAD)
    approved(docket, ref, COUNSEL, Role.COUNSEL)
    with pytest.raises(NotDraft):
        docket.add(activation(), Role.LEAD, LEAD)
    approved(docket, ref, LEAD, Role.LEAD)
    docket.add(activation(), Role.LEAD, LEAD)
    row = docket.state.pack_versions[ref]
    assert not row.is_open
    assert [one.role for one in row.approvals] == [Role.COUNSEL, Role.LEAD]
    assert latest(docket.state, "ours") == sha("one")


def test_a_version_that_nobody_proposed_is_not_put_in_force() -> None:
    docket = office()
    with pytest.raises(NotDraft):
        docket.add(activation(), Role.LEAD, LEAD, second=COUNSEL)


def test_nobody_approves_their_own_version_nor_twice_in_two_roles() -> None:
    docket = office()
    docket.add(
        acts.RoleChanged(
            person=PersonId(AUTHOR),
            before=(Role.POLICY_AUTHOR,),
            after=(Role.POLICY_AUTHOR, Role.COUNSEL),
        ),
        Role.OPERATOR,
    )
    ref = proposed(docket)
    with pytest.raises(SamePerson):
        approved(docket, ref, AUTHOR, Role.COUNSEL)
    approved(docket, ref, BOTH, Role.COUNSEL)
    with pytest.raises(SamePerson):
        approved(docket, ref, BOTH, Role.LEAD)
    with pytest.raises(StalePreview):
        approved(docket, ref, COUNSEL, Role.COUNSEL)
    approved(docket, ref, LEAD, Role.LEAD)


def test_a_role_is_held_or_it_is_not_approved_in() -> None:
    docket = office()
    ref = proposed(docket)
    act = acts.PackApproved(proposal=ref, as_role=Role.LEAD)
    with pytest.raises(NotPermitted):
        docket.add(act, Role.COUNSEL, COUNSEL)
    docket.add(act, Role.COUNSEL, BOTH)
    for role in (Role.CLERK, Role.OPERATOR):
        with pytest.raises(NotPermitted):
            docket.add(acts.PackApproved(proposal=ref, as_role=role), Role.COUNSEL, COUNSEL)


def test_where_the_profile_lifts_the_second_one_person_may_do_it_alone() -> None:
    docket = office(ONE_LAWYER)
    assert approvals_wanted(docket.state) == 1
    ref = proposed(docket)
    approved(docket, ref, BOTH, Role.COUNSEL)
    docket.add(activation(), Role.LEAD, BOTH)
    docket.add(activation("two", "one"), Role.LEAD, BOTH)
    assert latest(docket.state, "ours") == sha("two")
    assert approvals_wanted(office().state) == 2


def test_what_is_given_back_is_proposed_anew() -> None:
    docket = office()
    ref = proposed(docket)
    with pytest.raises(ReasonNeeded):
        docket.add(acts.PackReturned(proposal=ref, reason=""), Role.COUNSEL, COUNSEL)
    docket.add(acts.PackReturned(proposal=ref, reason="Missing."), Role.COUNSEL, COUNSEL)
    with pytest.raises(StalePreview):
        approved(docket, ref, COUNSEL, Role.COUNSEL)
    with pytest.raises(StalePreview):
        docket.add(acts.PackReturned(proposal=ref, reason="Again."), Role.COUNSEL, COUNSEL)
    again = proposed(docket)
    assert docket.state.pack_versions[again].approvals == ()


def test_a_proposal_names_the_version_in_force_and_stands_once() -> None:
    docket = office()
    with pytest.raises(StalePreview):
        proposed(docket, "two", "one")
    proposed(docket)
    with pytest.raises(StalePreview):
        proposed(docket)
    with pytest.raises(UnknownReference):
        approved(docket, EntryId("0" * 32), COUNSEL, Role.COUNSEL)
    docket = office()
    in_force(docket, "one")
    with pytest.raises(StalePreview):
        proposed(docket, "one", "one")


def test_another_version_in_force_meanwhile_makes_a_proposal_stale() -> None:
    docket = office()
    left = proposed(docket, "left")
    in_force(docket, "one")
    with pytest.raises(StalePreview):
        approved(docket, left, COUNSEL, Role.COUNSEL)
    with pytest.raises(StalePreview):
        docket.add(activation("left"), Role.LEAD, LEAD)


def test_a_version_acts_from_its_day_on_and_older_ones_before() -> None:
    docket = office()
    in_force(docket, "one", on=date(2020, 1, 1))
    in_force(docket, "two", "one", on=date(2020, 6, 1))
    assert in_force_on(docket.state, date(2019, 12, 31)) == {}
    assert in_force_on(docket.state, date(2020, 5, 31)) == {"ours": sha("one")}
    assert in_force_on(docket.state, date(2020, 6, 1)) == {"ours": sha("two")}
    in_force(docket, "three", "two", on=date(2020, 2, 1))
    assert in_force_on(docket.state, date(2020, 7, 1)) == {"ours": sha("three")}


def test_a_review_is_an_act_with_its_capacity() -> None:
    docket = office()
    review = acts.PackBlockReviewed(
        pack="ours", block="r1", sha256=sha("r1"), capacity="City Attorney"
    )
    ref = docket.add(review, Role.COUNSEL, COUNSEL)
    assert docket.state.block_reviews == (ref,)
    nobody = acts.PackBlockReviewed(pack="ours", block="r1", sha256=sha("r1"), capacity="")
    with pytest.raises(ReasonNeeded):
        docket.add(nobody, Role.COUNSEL, COUNSEL)


@pytest.mark.parametrize("role", [Role.CLERK, Role.AUDITOR, Role.OPERATOR, Role.SYSTEM])
def test_others_neither_propose_nor_stand_for_packs(role: Role) -> None:
    docket = office()
    ref = proposed(docket)
    for act in (
        acts.PackProposed(pack="other", sha256=sha("x"), before=None),
        acts.PackApproved(proposal=ref, as_role=role),
        acts.PackReturned(proposal=ref, reason="No."),
        acts.PackBlockReviewed(pack="o", block="b", sha256=sha("b"), capacity="Clerk"),
    ):
        with pytest.raises(ActRefused):
            docket.add(act, role, "someone")


def test_every_pack_act_is_in_the_log_under_its_own_name() -> None:
    docket = office()
    ref = proposed(docket)
    approved(docket, ref, COUNSEL, Role.COUNSEL)
    for entry in docket.entries[-2:]:
        made = statement_for(docket.state, entry)
        assert (made.type, made.codes) == ("entry.recorded", (entry.act.slug,))
        assert not made.values
        assert not made.files


# --- reports -------------------------------------------------------------------------------


def owed(docket: Docket, name: str, done_by: str = "ReportFiled") -> ObligationId:
    act = acts.DutyOpened(
        duty="monthly",
        pack=sha("pack"),
        obligation=ObligationId(name),
        object=ObligationObject.REPORT,
        period_from=date(2020, 1, 1),
        period_to=date(2020, 1, 31),
        done_by=done_by,
    )
    docket.add(act, Role.SYSTEM)
    return act.obligation


def test_a_report_ends_the_one_obligation_it_names() -> None:
    docket = office()
    first, second = owed(docket, "report.1"), owed(docket, "report.2")
    filed = acts.ReportFiled(obligation=first, nil=False, document=sha("r"), to="Attorney General")
    docket.add(filed, Role.COUNSEL, COUNSEL)
    steps = {name: row.step for name, row in docket.state.obligations.items()}
    assert steps == {first: ObligationStep.MET, second: ObligationStep.WAITING}
    with pytest.raises(StalePreview):
        docket.add(filed, Role.COUNSEL, COUNSEL)


def test_a_nil_report_needs_no_paper_and_another_does() -> None:
    docket = office()
    ref = owed(docket, "report.1")
    with pytest.raises(ReasonNeeded):
        docket.add(acts.ReportFiled(obligation=ref, nil=False), Role.LEAD, LEAD)
    docket.add(acts.ReportFiled(obligation=ref, nil=True), Role.LEAD, LEAD)
    assert docket.state.obligations[ref].step is ObligationStep.MET


def test_a_report_ends_no_duty_that_another_act_ends() -> None:
    docket = office()
    ref = owed(docket, "notice.1", "LetterSent(notice)")
    with pytest.raises(StalePreview):
        docket.add(acts.ReportFiled(obligation=ref, nil=True), Role.LEAD, LEAD)
    with pytest.raises(UnknownReference):
        docket.add(acts.ReportFiled(obligation=ObligationId("none"), nil=True), Role.LEAD, LEAD)


def certified(docket: Docket, ref: ObligationId, person: str, **more: object) -> EntryId:
    act = acts.ReportCertified(
        obligation=ref,
        template="us-il/il-rep",
        template_sha256=sha("template"),
        period_from=date(2019, 1, 1),
        period_to=more.pop("period_to", date(2019, 12, 31)),  # type: ignore[arg-type]
        nil=bool(more.pop("nil", False)),
        counted_at=datetime(2020, 2, 3, 12, tzinfo=UTC),
        rests_on=sha(str(more.pop("heads", "heads"))),
        document=sha("report"),
        **more,  # type: ignore[arg-type]
    )
    return docket.add(act, Role.COUNSEL, person)


def filing(ref: ObligationId, entry: EntryId, **more: object) -> acts.ReportFiled:
    return acts.ReportFiled(
        obligation=ref,
        nil=False,
        document=sha("report"),
        to="Attorney General",
        certified=entry,
        **more,  # type: ignore[arg-type]
    )


def test_one_person_certifies_and_files_where_the_profile_asks_for_no_second() -> None:
    docket = office()
    ref = owed(docket, "report.1")
    entry = certified(docket, ref, COUNSEL)
    filed = docket.add(filing(ref, entry), Role.COUNSEL, COUNSEL)
    assert docket.state.reports[entry].filed_by == filed
    assert docket.state.obligations[ref].step is ObligationStep.MET
    with pytest.raises(StalePreview):
        certified(docket, ref, COUNSEL)


def test_two_persons_certify_the_same_figures_where_the_profile_asks() -> None:
    docket = office(Rules(two_persons=frozenset({TwoPersons.REPORTS})))
    ref = owed(docket, "report.1")
    entry = certified(docket, ref, COUNSEL)
    with pytest.raises(NotDraft):
        docket.add(filing(ref, entry), Role.COUNSEL, COUNSEL)
    with pytest.raises(SamePerson):
        docket.add(acts.ReportFiled(obligation=ref, nil=True), Role.COUNSEL, COUNSEL)
    with pytest.raises(SamePerson):
        certified(docket, ref, COUNSEL, joins=entry)
    with pytest.raises(StalePreview):
        certified(docket, ref, LEAD, joins=entry, heads="moved")
    certified(docket, ref, LEAD, joins=entry)
    assert docket.state.reports[entry].by == (COUNSEL, LEAD)
    docket.add(filing(ref, entry), Role.COUNSEL, COUNSEL)
    assert docket.state.obligations[ref].step is ObligationStep.MET


def test_a_filed_report_is_corrected_once_by_a_later_one() -> None:
    docket = office()
    ref, other = owed(docket, "report.1"), owed(docket, "report.2")
    first = certified(docket, ref, COUNSEL)
    filed = docket.add(filing(ref, first), Role.COUNSEL, COUNSEL)
    with pytest.raises(StalePreview):
        certified(docket, other, COUNSEL, corrects=filed)
    with pytest.raises(StalePreview):
        certified(docket, ref, COUNSEL, corrects=first)
    better = certified(docket, ref, COUNSEL, corrects=filed)
    with pytest.raises(StalePreview):
        docket.add(filing(ref, better), Role.COUNSEL, COUNSEL)
    again = docket.add(filing(ref, better, corrects=filed), Role.COUNSEL, COUNSEL)
    assert docket.state.reports[first].corrected_by == again
    assert docket.state.obligations[ref].ended_by == filed
    with pytest.raises(StalePreview):
        certified(docket, ref, COUNSEL, corrects=filed)


def test_no_report_is_certified_of_what_is_not_owed() -> None:
    docket = office()
    with pytest.raises(UnknownReference):
        certified(docket, ObligationId("none"), COUNSEL)
    ref = owed(docket, "notice.1", "LetterSent(notice)")
    with pytest.raises(StalePreview):
        certified(docket, ref, COUNSEL)
    with pytest.raises(ActMalformed):
        certified(docket, owed(docket, "report.9"), COUNSEL, period_to=date(2018, 1, 1))
