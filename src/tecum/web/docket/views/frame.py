"""What stands above every tab of a demand: number, kind, parties, status, next date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tecum.docket.duties import ObligationView
from tecum.docket.entry import EntryId
from tecum.docket.state.steps import day_of
from tecum.docket.status import StatusCode
from tecum.instruments.catalogue import load_catalogue
from tecum.web.docket import states
from tecum.web.docket.doubts import Doubt, doubts
from tecum.web.docket.hiding import HIDDEN
from tecum.web.docket.selectors import DemandPage, demand_page, runs
from tecum.web.intake.selectors import Shown, fields_shown, reading_json

__all__ = ["Frame", "frame"]

_ELSEWHERE = {"messages": "exchange:docket"}
"""Tabs whose page is another application's."""

SIGNED = {
    "judge": gettext_lazy("A judge or magistrate."),
    "clerk": gettext_lazy("A clerk of court, not a judge."),
    "prosecutor": gettext_lazy("A prosecutor, not a judge."),
    "attorney": gettext_lazy("An attorney, not a judge."),
    "agency_officer": gettext_lazy("An agency officer, not a judge or a clerk."),
    "legislator": gettext_lazy("A member of a legislative body, not a judge."),
    "private": gettext_lazy("A private person."),
    "none": gettext_lazy("Nobody has signed it."),
    "unknown": gettext_lazy("Somebody signed; in what office is not clear."),
}


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of a demand's page."""

    name: str
    url: str
    is_here: bool
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The demand, its fields as shown, and where the person is."""

    page: DemandPage
    fields: tuple[Shown, ...]
    tabs: tuple[Tab, ...]
    instrument: str | None = None

    @property
    def docket(self) -> str:
        """The docket's id, for addresses."""
        return str(self.page.docket.pk)

    @property
    def is_registered(self) -> bool:
        """Whether the arrival has become a demand."""
        return self.page.demand is not None

    @property
    def arrival(self) -> EntryId | None:
        """The entry by which the last document of this docket came in."""
        return next(reversed(list(self.page.state.arrivals)), None)

    @property
    def reading(self) -> EntryId | None:
        """The entry of the newest reading of that document."""
        arrival = self.page.state.arrivals.get(self.arrival) if self.arrival else None
        return arrival.readings[-1] if arrival is not None and arrival.readings else None

    def value(self, path: str) -> Any:
        """The value in force of a field, None where there is none."""
        rows = (row.value for row in self.fields if row.path == path)
        return next((value for value in rows if value != HIDDEN), None)

    @property
    def kind(self) -> str:
        """The kind as read or corrected."""
        return str(self.value("kind") or "")

    @property
    def form(self) -> str:
        """The form number as read or corrected."""
        return str(self.value("form") or "")

    @property
    def issuer(self) -> str:
        """The issuer as read or corrected."""
        return str(self.value("issuer") or "?")

    @property
    def recipient(self) -> str:
        """The recipient as read or corrected."""
        return str(self.value("recipient") or "?")

    @property
    def signatory_sentence(self) -> str:
        """Who signed, in one plain sentence."""
        role = self.value("signatory.role")
        return str(SIGNED.get(role, _("Who signed is not established; a person must look.")))

    @property
    def signatory_name(self) -> str:
        """The signatory's name and title, where they were read."""
        parts = (self.value("signatory.name"), self.value("signatory.title"))
        return ", ".join(str(part) for part in parts if part)

    @property
    def cites(self) -> str:
        """The provisions that the paper cites."""
        rows = (row.value for row in self.fields if row.group == "authorities" and row.value)
        return " · ".join(" ".join(str(row).split()) for row in rows)

    @property
    def threats(self) -> tuple[str, ...]:
        """What the paper itself says will follow, in its words."""
        rows = (row.value for row in self.fields if row.group == "consequences" and row.value)
        return tuple(str(row) for row in rows)

    @property
    def enforced_by(self) -> str:
        """How the catalogue says such an instrument is enforced.

        Empty where it says nothing, and where a person has corrected the kind: what was found
        for another kind would mislead.
        """
        found = {row.id: row for row in load_catalogue().instruments}.get(self.instrument or "")
        return found.enforced_by if found is not None and found.kind == self.kind else ""

    @property
    def to_confirm(self) -> tuple[Shown, ...]:
        """What a person has still to confirm."""
        return tuple(row for row in self.fields if row.must_confirm)

    @property
    def received_at(self) -> Any:
        """When the document came in."""
        held = self.page.state.entries.get(self.arrival) if self.arrival else None
        return held.recorded_at if held is not None else None

    @property
    def next_due(self) -> Any:
        """The earliest safe date that still runs; a paused count has none."""
        return self._next.safe if self._next is not None else None

    @property
    def next_doubts(self) -> tuple[Doubt, ...]:
        """What keeps that date from being certain."""
        row = self._next
        if row is None or row.safe is None:
            return ()
        days = [day_of(self.page.state, due) for due in (row.safe, row.latest) if due]
        return doubts().of(row.rule, days)

    @property
    def _next(self) -> ObligationView | None:
        """The obligation with that date: by its day at the office, then by its hour."""

        def when(row: ObligationView) -> tuple[date, float]:
            due = row.safe
            assert due is not None
            hour = due.timestamp() if isinstance(due, datetime) else float("inf")
            return day_of(self.page.state, due), hour

        dated = [row for row in self.page.obligations if runs(row) and row.safe]
        return min(dated, key=when, default=None)

    @property
    def is_near(self) -> bool:
        """Whether the statuses say that the next date is near."""
        return any(row.code is StatusCode.DUE_SOON for row in self.page.statuses)

    @property
    def is_late(self) -> bool:
        """Whether every reading of a date has passed, or all but one."""
        late = (StatusCode.LATE, StatusCode.LATE_ON_ONE_READING)
        return any(row.code in late for row in self.page.statuses)


def frame(request: HttpRequest, docket: str, here: str) -> Frame:
    """The frame of a docket's tab.

    Raises:
        NotFound: no such docket, or none that this person may know of.
    """
    page = demand_page(request.user, docket)
    fields = tuple(fields_shown(request.user, docket))
    items = len(page.items) or None
    names = (
        ("page", _("What it is"), None),
        ("dates", _("Dates"), None),
        ("items", _("Items"), items),
        ("answer", _("Answer"), None),
        ("messages", _("Messages"), None),
        ("matter", _("Matter"), None),
        ("trail", _("Trail"), None),
    )
    tabs = tuple(
        Tab(
            words,
            reverse(_ELSEWHERE.get(name, f"docket:{name}"), args=[docket]),
            name == here,
            count,
        )
        for name, words, count in names
    )
    state = states.state_of(page.docket)
    arrival = next(reversed(list(state.arrivals.values())), None)
    reading = state.readings[arrival.readings[-1]] if arrival and arrival.readings else None
    stored = reading_json(docket, state, reading)
    if page.demand is None:
        # What is not registered yet belongs to the inbox, whatever its address.
        request.stands_under = reverse("intake:inbox")
    return Frame(page, fields, tabs, stored.get("instrument") if stored else None)
