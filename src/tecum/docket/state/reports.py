"""Transitions of reports on the office's docket: certified, filed, corrected."""

from __future__ import annotations

from dataclasses import replace as changed

from tecum.docket.acts import ReportCertified, ReportFiled
from tecum.docket.entry import Entry, EntryId
from tecum.docket.errors import NotDraft, SamePerson
from tecum.docket.state.model import ReportState, State, replace
from tecum.docket.state.obligations import meet, names_of, still_open
from tecum.docket.state.steps import known, moved, need_reason, need_two, put, step
from tecum.docket.vocabulary import TwoPersons
from tecum.worded import worded as _

__all__: list[str] = []

_FILES = ReportFiled.__name__


@step(ReportCertified)
def report_certified(state: State, entry: Entry, act: ReportCertified) -> State:
    """Somebody stands for figures; a second person seconds the same document."""
    obligation = known(state.obligations, act.obligation, "obligation")
    if obligation.done_by != _FILES:
        raise moved(_("This obligation does not end by filing a report."))
    if act.corrects is not None:
        _must_be_filed(state, entry, act.corrects, act.obligation)
    else:
        still_open(state, act.obligation)
    if act.joins is None:
        row = ReportState(entry=entry.id, act=act, by=(entry.actor.person,))
        return replace(state, reports=put(state.reports, entry.id, row))
    return _joined(state, entry, act, act.joins)


def _joined(state: State, entry: Entry, act: ReportCertified, ref: EntryId) -> State:
    first = known(state.reports, ref, "certification")
    if first.filed_by is not None:
        raise moved(_("This report was filed already."))
    if changed(act, joins=None) != changed(first.act, joins=None):
        raise moved(_("The figures are not those that the other person stands for."))
    if entry.actor.person in first.by:
        raise SamePerson(
            _("You stand for this report already."),
            why=_("The second person looks at the figures anew."),
            do=_("Let somebody else certify it."),
        )
    row = changed(first, by=(*first.by, entry.actor.person))
    return replace(state, reports=put(state.reports, ref, row))


@step(ReportFiled)
def report_filed(state: State, entry: Entry, act: ReportFiled) -> State:
    """The report went out; of all that wait for a report, the obligation it names is met."""
    obligation = known(state.obligations, act.obligation, "obligation")
    if act.corrects is None:
        still_open(state, act.obligation)
    else:
        _must_be_filed(state, entry, act.corrects, act.obligation)
    if obligation.done_by not in names_of(act):
        raise moved(_("This obligation does not end by filing a report."))
    if not act.nil:
        need_reason(act.document, _("A report with content"))
    state = _as_certified(state, entry, act)
    if act.corrects is not None:
        return _corrected(state, entry, act.corrects)
    return meet(state, obligation, entry, entry.id)


def _as_certified(state: State, entry: Entry, act: ReportFiled) -> State:
    if act.certified is None:
        need_two(state, entry, TwoPersons.REPORTS)
        return state
    row = known(state.reports, act.certified, "certification")
    if row.filed_by is not None:
        raise moved(_("This report was filed already."))
    certified = (row.act.obligation, row.act.nil, row.act.corrects)
    if certified != (act.obligation, act.nil, act.corrects):
        raise moved(_("What is filed is not what was certified."))
    if len(row.by) < 2 and state.rules.asks_two(TwoPersons.REPORTS):
        raise NotDraft(
            _("This report is certified by one person only."),
            why=_("The office's profile asks for two."),
            do=_("Let a second person certify it, then file it."),
        )
    filed = changed(row, filed_by=entry.id)
    return replace(state, reports=put(state.reports, act.certified, filed))


def _must_be_filed(state: State, entry: Entry, ref: EntryId, obligation: str) -> None:
    """Refuse to correct anything but the last filed report of the same period."""
    filed = known(state.entries, ref, "filed report").act
    if not isinstance(filed, ReportFiled) or filed.obligation != obligation:
        raise moved(_("What is corrected is not a filed report of this period."))
    others = (one.act for one in state.entries.values() if one.id != entry.id)
    if any(isinstance(one, ReportFiled) and one.corrects == ref for one in others):
        raise moved(_("This report was corrected already; correct the later one."))


def _corrected(state: State, entry: Entry, ref: EntryId) -> State:
    for row in state.reports.values():
        if row.filed_by == ref:
            corrected = changed(row, corrected_by=entry.id)
            return replace(state, reports=put(state.reports, row.entry, corrected))
    return state
