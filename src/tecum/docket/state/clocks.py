"""Transitions of clocks and duties: started, counted anew, extended, tolled, stopped, waived."""

from __future__ import annotations

from datetime import date, datetime

from tecum.docket.acts import (
    ClockResumed,
    ClockStarted,
    ClockStopped,
    ClockTolled,
    DeadlineRecomputed,
    DueDateSet,
    DutyDischarged,
    DutyOpened,
    DutyWaived,
    ExtensionGranted,
    ExtensionRefused,
    ExtensionSought,
    ExtensionTaken,
    LetterSent,
    WorkingDateChosen,
)
from tecum.docket.acts.clocks import StopCause
from tecum.docket.acts.service import LetterPurpose
from tecum.docket.entry import Entry
from tecum.docket.errors import DisputedTrigger, ExtensionNotAllowed, NoTriggerDate
from tecum.docket.state.model import (
    Obligation,
    ObligationOrigin,
    ObligationStep,
    State,
    replace,
)
from tecum.docket.state.obligations import (
    BY_SERVICE,
    is_service_disputed,
    items_of,
    mark_disputed,
    meet,
    set_obligation,
    step_without_date,
    still_open,
)
from tecum.docket.state.quashing import clocks_left_stopped
from tecum.docket.state.steps import (
    day_of,
    happened_day,
    known,
    moved,
    need_reason,
    need_two,
    put,
    step,
    warn,
)
from tecum.docket.vocabulary import TwoPersons
from tecum.worded import worded as _
from tecum.words import Role

__all__: list[str] = []


@step(ClockStarted)
def clock_started(state: State, entry: Entry, act: ClockStarted) -> State:
    """A clock runs from its trigger; on a disputed event it counts as a what-if.

    The clock of a duty gives the duty its date; what is owed stays that duty.
    """
    trigger = known(state.entries, act.trigger, "trigger")
    if not trigger.happened.is_known:
        raise NoTriggerDate(
            _("The event that starts this clock has no date."),
            why=_("A missing date is not today."),
            do=_("Record when it happened, or leave the clock waiting."),
        )
    disputed = isinstance(trigger.act, BY_SERVICE) and is_service_disputed(state)
    if disputed and entry.actor.role is Role.SYSTEM:
        raise DisputedTrigger(
            _("The event that starts this clock is disputed."),
            why=_("No clock starts by itself on a disputed date."),
            do=_("Let a clerk or counsel start it; it is then shown as a what-if."),
        )
    earlier = state.obligations.get(act.obligation)
    if earlier is not None and earlier.step not in (ObligationStep.ARMED, ObligationStep.WAITING):
        raise moved(_("This clock already runs."))
    duty = earlier if earlier is not None and earlier.origin is ObligationOrigin.DUTY else None
    made = Obligation(
        id=act.obligation,
        object=act.object,
        origin=earlier.origin if earlier else ObligationOrigin.CLOCK,
        owed_by=act.owed_by,
        step=ObligationStep.FIXED,
        since=entry.id,
        rule=duty.rule if duty else act.clock,
        pack=duty.pack if duty else act.pack,
        trigger=act.trigger,
        items=items_of(state, act.items) if earlier is None else earlier.items,
        readings=act.readings,
        safe=act.safe,
        latest=act.latest,
        disputed=disputed,
        awaits=earlier.awaits if earlier else None,
        done_by=earlier.done_by if earlier else None,
        first_date=act.safe,
    )
    return set_obligation(state, made)


@step(DeadlineRecomputed)
def deadline_recomputed(state: State, entry: Entry, act: DeadlineRecomputed) -> State:
    """An open obligation has a new date; met ones keep what they were counted with."""
    obligation = still_open(state, act.obligation)
    if act.before != obligation.safe:
        raise moved(_("The date that was to be replaced is no longer the one that stands."))
    is_duty = obligation.origin is ObligationOrigin.DUTY
    state = set_obligation(
        state,
        replace(
            obligation,
            disputed=False,
            readings=act.readings,
            safe=act.safe,
            latest=act.latest,
            rule=obligation.rule if is_duty else act.clock,
            pack=obligation.pack if is_duty else act.pack,
            since=entry.id,
            extended_by=None,
            step=ObligationStep.FIXED
            if obligation.step is ObligationStep.WAITING
            else obligation.step,
        ),
    )
    return mark_disputed(state)


@step(ClockTolled)
def clock_tolled(state: State, entry: Entry, act: ClockTolled) -> State:
    """A running clock stands still."""
    obligation = known(state.obligations, act.obligation, "obligation")
    if obligation.step is not ObligationStep.FIXED:
        raise moved(_("Only a running clock can be tolled."))
    tolled = replace(obligation, step=ObligationStep.TOLLED, since=entry.id)
    return set_obligation(state, tolled)


@step(ClockResumed)
def clock_resumed(state: State, entry: Entry, act: ClockResumed) -> State:
    """A clock that stood still runs again, to the date that follows from the pause.

    Without that date the one that stood is in doubt: days on which a clock stands are not
    counted, so what was counted before the pause is no longer the end. So does a clock that was
    stopped for an order which has been stayed or has ended since.
    """
    obligation = known(state.obligations, act.obligation, "obligation")
    by_order = (row.obligation for row in clocks_left_stopped(state))
    if obligation.step is not ObligationStep.TOLLED and obligation.id not in by_order:
        raise moved(_("Only a tolled clock, or one whose order to quash fell, can be resumed."))
    safe = act.safe if act.safe is not None else obligation.safe
    resumed = replace(
        obligation,
        step=ObligationStep.FIXED if safe is not None else step_without_date(obligation),
        since=entry.id,
        ended_by=None,
        safe=safe,
        latest=act.latest or (act.safe if act.safe is not None else obligation.latest),
        readings=obligation.readings if act.safe is None else (),
        disputed=False,
    )
    return mark_disputed(set_obligation(state, resumed))


@step(ClockStopped)
def clock_stopped(state: State, entry: Entry, act: ClockStopped) -> State:
    """An obligation ends: met, or for a cause that is named."""
    obligation = still_open(state, act.obligation)
    if act.cause is StopCause.DISCHARGED:
        return meet(state, obligation, entry, act.by or entry.id)
    stopped = replace(
        obligation, step=ObligationStep.STOPPED, since=entry.id, ended_by=act.by or entry.id
    )
    return set_obligation(state, stopped)


@step(DueDateSet)
def due_date_set(state: State, entry: Entry, act: DueDateSet) -> State:
    """A date that no rule counted; the first date stays visible."""
    earlier = state.obligations.get(act.obligation)
    if earlier is not None and not earlier.step.is_open:
        raise moved(_("The obligation has ended."))
    made = Obligation(
        id=act.obligation,
        object=act.object,
        origin=ObligationOrigin.SET_BY_HAND,
        owed_by=act.owed_by,
        step=ObligationStep.FIXED,
        since=entry.id,
        items=earlier.items if earlier else items_of(state, act.items),
        safe=act.due,
        latest=act.due,
        done_by=earlier.done_by if earlier else None,
        discharged=earlier.discharged if earlier else {},
        first_date=earlier.first_date if earlier else act.due,
    )
    return set_obligation(state, made)


@step(WorkingDateChosen)
def working_date_chosen(state: State, entry: Entry, act: WorkingDateChosen) -> State:
    """Work is planned by one account; the dispute stays shown."""
    account = known(state.entries, act.account, "account")
    if not account.happened.is_known:
        raise NoTriggerDate(_("The account that was chosen has no date."))
    need_reason(act.reason, _("Choosing one account of a disputed date"))
    return replace(state, working=put(state.working, act.event.value, entry.id))


@step(DutyOpened)
def duty_opened(state: State, entry: Entry, act: DutyOpened) -> State:
    """A duty arose; without a date in the law it stands without a date."""
    if act.obligation in state.obligations:
        raise moved(_("This duty already stands."))
    if act.trigger is not None:
        known(state.entries, act.trigger, "trigger")
    made = Obligation(
        id=act.obligation,
        object=act.object,
        origin=ObligationOrigin.DUTY,
        owed_by=act.owed_by,
        step=ObligationStep.WAITING if act.safe is None else ObligationStep.FIXED,
        since=entry.id,
        rule=act.duty,
        pack=act.pack,
        trigger=act.trigger,
        items=act.items,
        readings=act.readings,
        safe=act.safe,
        latest=act.latest or act.safe,
        awaits=act.awaits,
        done_by=act.done_by,
        first_date=act.safe,
    )
    return set_obligation(state, made)


@step(DutyDischarged)
def duty_discharged(state: State, entry: Entry, act: DutyDischarged) -> State:
    """What a duty asks for was done."""
    obligation = state.obligations.get(act.obligation)
    if obligation is None or not obligation.step.is_open:
        return warn(state, "discharged-without-obligation", entry)
    return meet(state, obligation, entry, entry.id)


@step(DutyWaived)
def duty_waived(state: State, entry: Entry, act: DutyWaived) -> State:
    """A duty ends undone; no profile lifts the second person."""
    obligation = still_open(state, act.obligation)
    if obligation.origin is not ObligationOrigin.DUTY:
        raise moved(_("Only a duty is waived; a clock is stopped with its cause."))
    need_reason(act.reason, _("Waiving a duty"))
    need_two(state, entry, TwoPersons.WAIVER)
    waived = replace(obligation, step=ObligationStep.STOPPED, since=entry.id, ended_by=entry.id)
    return set_obligation(state, waived)


# --- more time ------------------------------------------------------------------------------


@step(ExtensionSought)
def extension_sought(state: State, entry: Entry, act: ExtensionSought) -> State:
    """More time was asked for; nothing moves before it is given."""
    obligation = state.obligations.get(act.obligation)
    if obligation is None or not obligation.step.is_open:
        return warn(state, "extension-of-nothing-open", entry)
    return set_obligation(state, replace(obligation, sought=entry.id))


@step(ExtensionGranted)
def extension_granted(state: State, entry: Entry, act: ExtensionGranted) -> State:
    """The date given takes the place of the one that stood; the first stays visible."""
    obligation = state.obligations.get(act.obligation)
    if obligation is None or not obligation.step.is_open:
        return warn(state, "extension-of-nothing-open", entry)
    if _is_not_later(state, obligation, act.due):
        state = warn(state, "extension-not-later", entry)
        return set_obligation(state, replace(obligation, sought=None))
    return set_obligation(state, _extended(obligation, entry, act.due))


@step(ExtensionRefused)
def extension_refused(state: State, entry: Entry, act: ExtensionRefused) -> State:
    """The date stands."""
    obligation = state.obligations.get(act.obligation)
    if obligation is None:
        return warn(state, "extension-of-nothing-open", entry)
    return set_obligation(state, replace(obligation, sought=None))


@step(ExtensionTaken)
def extension_taken(state: State, entry: Entry, act: ExtensionTaken) -> State:
    """The time that the provision allows is taken, if its notice went out in time."""
    obligation = still_open(state, act.obligation)
    if obligation.origin is not ObligationOrigin.CLOCK or obligation.safe is None:
        raise ExtensionNotAllowed(
            _("No provision counted this date, so none extends it."),
            why=_("A date agreed, ordered or set by hand is extended by whoever gave it."),
            do=_("Ask for more time, and record what was granted."),
            cite=act.cite,
        )
    notice = known(state.entries, act.notice, "notice")
    if not isinstance(notice.act, LetterSent) or notice.act.purpose is not LetterPurpose.EXTENSION:
        raise ExtensionNotAllowed(
            _("The entry named is no notice of an extension ({cite}).", cite=act.cite),
            why=_("The provision gives the time to whoever says in time that it is taken."),
            do=_("Send the notice, record it as a letter of that purpose, and name that entry."),
            cite=act.cite,
        )
    last = day_of(state, act.notice_by if act.notice_by is not None else obligation.safe)
    sent = happened_day(state, notice)
    if sent is None or sent > last:
        raise ExtensionNotAllowed(
            _("The notice was not sent by {on} ({cite}).", on=last.isoformat(), cite=act.cite),
            why=_("After that day the provision gives no more time."),
            do=_("Ask for more time, and record what was granted."),
            cite=act.cite,
        )
    if _is_not_later(state, obligation, act.due):
        raise moved(_("The date that was to be taken is no later than the one that stands."))
    return set_obligation(state, _extended(obligation, entry, act.due))


def _extended(obligation: Obligation, entry: Entry, due: date | datetime) -> Obligation:
    fixed = obligation.step is ObligationStep.WAITING
    return replace(
        obligation,
        safe=due,
        latest=due,
        readings=(),
        first_date=obligation.first_date or obligation.safe,
        sought=None,
        extended_by=entry.id,
        since=entry.id,
        step=ObligationStep.FIXED if fixed else obligation.step,
    )


def _is_not_later(state: State, obligation: Obligation, due: date | datetime) -> bool:
    if obligation.latest is None:
        return False
    latest = obligation.latest
    if isinstance(due, datetime) and isinstance(latest, datetime) and due.tzinfo and latest.tzinfo:
        return due <= latest
    return day_of(state, due) <= day_of(state, latest)
