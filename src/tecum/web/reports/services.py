"""Certify, second, file and correct a report; answer whether a report of nothing is wanted.

What is certified is what was seen: the figures are counted again as of the instant at which the
page was made, and refused where an entry has come in since. The figures are kept with the
office's docket, and the digest of what they rest on goes with the act.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tecum.clock import now
from tecum.docket.acts import ClockStopped, ProfileChanged, ReportCertified, ReportFiled
from tecum.docket.acts.clocks import StopCause
from tecum.docket.entry import Entry, EntryId
from tecum.docket.errors import StalePreview, UnknownReference
from tecum.errors import UsageError
from tecum.provenance import Sha256
from tecum.reports.count import Office, count, state_figures
from tecum.reports.period import Period
from tecum.reports.report import Report, canonical, report_json
from tecum.reports.template import Template, template_from
from tecum.web.accounts.models import Office as OfficeRow
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import require
from tecum.web.docket.record import record
from tecum.web.intake import store
from tecum.web.reports.rows import basis_at
from tecum.web.reports.selectors import (
    Certified,
    Owing,
    certified,
    nil_answer,
    owing_for,
    report_of,
)
from tecum.worded import worded as _
from tecum.words import Channel

__all__ = ["answer_nil", "certify", "check", "document_of", "end_without", "file", "second"]


def document_of(report: Report) -> bytes:
    """A report as it is kept: its figures, and the template by which they were counted."""
    return canonical({**report_json(report), "template_text": report.template.text})


def certify(
    actor: Person,
    template: Template,
    period: Period,
    *,
    counted_at: datetime,
    seen: str,
    stated: Mapping[str, str],
) -> Entry:
    """Stand for the figures of a report, as they were seen.

    Args:
        counted_at: The instant of the figures that were seen.
        seen: The digest of what those figures rest on.
        stated: What no docket holds, stated by the person.

    Raises:
        NotPermitted: the actor certifies no reports.
        UnknownReference: no such report is owed.
        StalePreview: something was recorded since.
        UsageError: a figure that a person must state is missing.
    """
    require(actor, ReportCertified.slug)
    with transaction.atomic():
        owing = _owing(template, period)
        report, basis = report_of(template, period, counted_at=counted_at, stated=stated)
        if basis.rests_on != seen or basis_at(now(), report.zone).rests_on != seen:
            raise StalePreview(
                _("Something was recorded since these figures were counted."),
                why=_("Whoever certifies stands for the figures that were seen."),
                do=_("Look at the report again and certify what it says now."),
            )
        if report.not_stated:
            raise UsageError(
                _("Not stated: {title}.", title=report.not_stated[0].title),
                why=_("No docket holds this figure, so a person has to state it."),
                do=_("Write the number; write 0 where there was none."),
                code="report.not-stated",
            )
        docket = OfficeRow.objects.get().docket_id
        act = ReportCertified(
            obligation=owing.obligation.id,
            template=template.id,
            template_sha256=Sha256(template.sha256),
            period_from=period.begins,
            period_to=period.ends,
            nil=report.is_nil,
            counted_at=counted_at,
            rests_on=Sha256(basis.rests_on),
            document=_keep(docket, document_of(report)),
            corrects=None if owing.is_open else owing.filed,
        )
        return record(actor, docket, act)


def _owing(template: Template, period: Period) -> Owing:
    owing = owing_for(template, period)
    if owing is None:
        raise UnknownReference(
            _("No report of this period is owed here."),
            why=_("A report is certified for a duty that stands on the office's docket."),
            do=_("Choose a period for which the report is due."),
        )
    return owing


def _keep(docket: str, content: bytes) -> Sha256:
    laid = store.lay_down(io.BytesIO(content))
    store.enter(laid, docket, "report.json")
    return Sha256(laid.sha256)


def second(actor: Person, ref: str) -> Entry:
    """Stand for the same figures as another person; they are counted again first.

    Raises:
        StalePreview: the figures do not come out again.
        SamePerson: the actor stands for them already.
    """
    require(actor, ReportCertified.slug)
    held = certified(actor, ref)
    if not check(held).agrees:
        raise StalePreview(
            _("The figures do not come out again from the entries that they rest on."),
            why=_("Nobody should stand for figures that cannot be counted again."),
            do=_("Let the report be certified anew."),
        )
    act = held.act
    joins = ReportCertified(
        obligation=act.obligation,
        template=act.template,
        template_sha256=act.template_sha256,
        period_from=act.period_from,
        period_to=act.period_to,
        nil=act.nil,
        counted_at=act.counted_at,
        rests_on=act.rests_on,
        document=act.document,
        joins=EntryId(ref),
        corrects=act.corrects,
    )
    return record(actor, OfficeRow.objects.get().docket_id, joins)


def file(actor: Person, ref: str, *, to: str, channel: Channel | None = None) -> Entry:
    """Record that a certified report went to whom it is for.

    Raises:
        UsageError: nobody is named to whom it went.
        NotDraft: the profile asks for two persons, and one certified it.
    """
    require(actor, ReportFiled.slug)
    if not to.strip():
        raise UsageError(_("Say to whom the report went."), code="report.to")
    held = certified(actor, ref)
    act = ReportFiled(
        obligation=held.act.obligation,
        nil=held.act.nil,
        document=held.act.document,
        to=to.strip(),
        channel=channel,
        certified=EntryId(ref),
        corrects=held.act.corrects,
    )
    return record(actor, OfficeRow.objects.get().docket_id, act)


class Check:
    """Whether a certified report comes out again: its entries, and its figures."""

    def __init__(self, *, same_entries: bool, same_figures: bool) -> None:
        self.same_entries = same_entries
        self.same_figures = same_figures

    @property
    def agrees(self) -> bool:
        """Whether both are the same."""
        return self.same_entries and self.same_figures


_FIGURES = ("period", "tables", "stated", "left_out", "nil", "sealed_counted")


def check(held: Certified) -> Check:
    """Count a certified report again from the entries recorded by its instant."""
    shown: Mapping[str, Any] = held.shown
    zone = shown["period"]["zone"]
    basis = basis_at(held.act.counted_at, zone, as_then=True)
    name = f"{held.act.template.rpartition('/')[2]}.toml"
    template = template_from(shown["template_text"].encode(), name, by_itself=True)
    report = count(
        template,
        basis.rows,
        held.period,
        office=Office(
            name=shown["office"], zone=zone, sealed_counted=tuple(shown["sealed_counted"])
        ),
        counted_at=held.act.counted_at,
        rests_on=basis.rests_on,
    )
    report = state_figures(report, {row["id"]: row["value"] or "" for row in shown["stated"]})
    again = report_json(report)
    return Check(
        same_entries=basis.rests_on == held.act.rests_on,
        same_figures=all(again[key] == shown[key] for key in _FIGURES),
    )


# --- where nothing happened ------------------------------------------------------------------


def answer_nil(actor: Person, duty: str, wanted: str) -> Entry:
    """Record whether a report is filed for a period in which nothing happened.

    It is asked once, where the law that was read does not say.

    Raises:
        UsageError: neither "file" nor "none".
    """
    require(actor, ProfileChanged.slug)
    if wanted not in ("file", "none"):
        raise UsageError(_("Choose whether a report is filed."), code="report.nil")
    act = ProfileChanged(key=f"report.nil.{duty}", before=None, after=wanted)
    return record(actor, OfficeRow.objects.get().docket_id, act)


def end_without(actor: Person, template: Template, period: Period) -> Entry:
    """End what is owed for a period in which nothing happened and no report is wanted.

    Raises:
        StalePreview: something did happen, or a report of nothing is wanted.
    """
    require(actor, ClockStopped.slug)
    owing = _owing(template, period)
    report, _basis = report_of(template, period)
    name = template.duty.id if template.duty is not None else ""
    if not report.is_nil or nil_answer(name) != "none":
        raise StalePreview(
            _("This period cannot be ended without a report."),
            why=_("Something was counted in it, or this office files reports of nothing."),
            do=_("Certify the report and file it."),
        )
    act = ClockStopped(obligation=owing.obligation.id, cause=StopCause.NOT_APPLICABLE)
    return record(actor, OfficeRow.objects.get().docket_id, act)
