"""From what a person has confirmed to a demand with items; then who works on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction

from tecum.docket.acts import (
    DemandAssigned,
    DemandLinked,
    DemandRegistered,
    DocumentReceived,
)
from tecum.docket.acts.registration import DueStated, Need, Relation, Urgency
from tecum.docket.entry import DocketId, DocketKind, Entry, EntryId, Label, Source, SubjectRef
from tecum.docket.errors import ActMalformed, NotPermitted
from tecum.docket.parts import ItemAsked, SubjectNamed
from tecum.docket.state.model import State
from tecum.docket.vocabulary import BasisKind, Direction
from tecum.provenance import Sha256
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import has_role, may_read, may_see, require, visible_docket
from tecum.web.docket import states
from tecum.web.docket.duties import open_for
from tecum.web.docket.models import Demand, Docket
from tecum.web.docket.record import How, new_docket_id, record
from tecum.web.intake.selectors import Shown, fields_shown
from tecum.worded import worded as _
from tecum.words import (
    Category,
    Counting,
    DueForm,
    IssuerClass,
    Kind,
    Role,
    Trigger,
    Unit,
)
from tecum.words import Direction as Runs

__all__ = [
    "Registration",
    "assign_demand",
    "link_dockets",
    "prefilled",
    "register_demand",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What is registered; every value as a person left it."""

    kind: Kind
    issuer: str
    recipient: str
    items: tuple[ItemAsked, ...] = ()
    no_items_stated: bool = False
    form: str | None = None
    issuer_class: IssuerClass | None = None
    signatory: str | None = None
    judicial: bool | None = None
    authorities: tuple[str, ...] = ()
    matter_numbers: tuple[str, ...] = ()
    subjects: tuple[SubjectNamed, ...] = ()
    due: tuple[DueStated, ...] = ()
    urgency: Urgency = Urgency.ROUTINE
    direction: Direction = Direction.INWARD
    pages: tuple[int, ...] = ()

    def with_(self, **changes: Any) -> Registration:
        """A copy with these values changed."""
        return replace(self, **changes)


def prefilled(person: Person, docket_id: str) -> Registration:
    """The registration that the fields give as read, corrected and confirmed so far.

    Where nothing is read it says so by an empty value or None; nothing is guessed.

    Raises:
        NotFound: no such docket, or none that this person may know of.
        NotPermitted: the person may not see what would be registered.
    """
    require(person, DemandRegistered.slug, visible_docket(person, docket_id))
    may_read(person, docket_id)
    rows = {row.path: row for row in fields_shown(person, docket_id)}

    def value(path: str) -> Any:
        row = rows.get(path)
        return row.value if row is not None else None

    subjects = _subjects(rows)
    return Registration(
        kind=_word(Kind, value("kind")) or Kind.OTHER,
        issuer=value("issuer") or "",
        recipient=value("recipient") or "",
        items=_items(rows),
        no_items_stated=False,
        form=value("form"),
        issuer_class=_word(IssuerClass, value("issuer_class")),
        signatory=value("signatory.name"),
        judicial=_yes_no(value("judicial")),
        authorities=tuple(_listed(rows, "authorities")),
        matter_numbers=tuple(_listed(rows, "matter_numbers")),
        subjects=subjects,
        due=tuple(_due(row) for row in rows.values() if row.group == "due" and row.value),
    )


def register_demand(
    actor: Person,
    docket_id: str | None,
    registration: Registration,
    *,
    arrival: str | None = None,
    reading: str | None = None,
    number: str | None = None,
    key: str | None = None,
    document: Sha256 | None = None,
) -> Entry:
    """Register a demand on its arrival's docket, or on a new one.

    Args:
        docket_id: The arrival's docket; None for a demand that goes out, or a paper that was
            never entered.
        arrival: The entry by which the document came; default the docket's last.
        number: The office's own number; default the next one.
        document: The paper of a demand that goes out, kept on the docket.

    Raises:
        ConfirmListOpen: fields that a person must confirm are not confirmed.
        NoItems: no item is named and nobody has said that there is none.
    """
    with transaction.atomic():
        state = _state(actor, docket_id)
        arrival_id = EntryId(arrival) if arrival else _last(state.arrivals if state else {})
        reading_id = EntryId(reading) if reading else _reading_of(state, arrival_id)
        received = state.entries[arrival_id].act if state and arrival_id else None
        act = DemandRegistered(
            number=number or _next_number(),
            direction=registration.direction,
            kind=registration.kind,
            issuer=registration.issuer,
            recipient=registration.recipient,
            form=registration.form,
            issuer_class=registration.issuer_class,
            signatory=registration.signatory,
            judicial=registration.judicial,
            authorities=registration.authorities,
            matter_numbers=registration.matter_numbers,
            items=registration.items,
            no_items_stated=registration.no_items_stated,
            subjects=registration.subjects,
            due=registration.due,
            urgency=registration.urgency,
            arrival=arrival_id,
            reading=reading_id,
            document=received.sha256 if isinstance(received, DocumentReceived) else document,
            pages=registration.pages,
        )
        happened = state.entries[arrival_id].happened if state and arrival_id else None
        how = How(happened=happened, key=key)
        entry = record(actor, docket_id or new_docket_id(), act, how, opens=DocketKind.DEMAND)
        open_for(entry)
        return entry


def assign_demand(
    actor: Person, docket_id: str, person: Person, need: Need, until: date | None = None
) -> Entry:
    """Ask a person to do something on a docket; the person then sees what it needs.

    Raises:
        NotPermitted: the docket is walled, and somebody who does not lead would open the wall
            for another person.
    """
    docket = visible_docket(actor, docket_id)
    if docket.walled and not may_see(person, docket) and not has_role(actor, Role.LEAD):
        raise NotPermitted(
            _("Only a lead lets others see this matter."),
            why=_("It is walled: those who are listed see it and nobody else."),
            do=_("Ask a lead who is listed."),
            code="docket.walled",
        )
    wanted = _ROLES_FOR[need]
    held = sorted(person.roles & wanted, key=list(Role).index)
    role = held[0] if held else next(iter(sorted(person.roles)), Role.SYSTEM)
    act = DemandAssigned(assignee=person.public_id, assignee_role=role, need=need, until=until)
    return record(actor, docket_id, act)


def link_dockets(actor: Person, docket_id: str, other: str, relation: Relation) -> Entry:
    """Say that two dockets belong together, and how.

    Raises:
        NotFound: one of them is not visible to the actor.
    """
    visible_docket(actor, other)
    return record(actor, docket_id, DemandLinked(other=DocketId(other), relation=relation))


_ROLES_FOR: Mapping[Need, frozenset[Role]] = {
    Need.READ: frozenset({Role.CLERK, Role.COUNSEL, Role.LEAD, Role.ISSUING_OFFICER}),
    Need.DECIDE: frozenset({Role.COUNSEL, Role.LEAD}),
    Need.GATHER: frozenset({Role.CUSTODIAN, Role.COUNSEL, Role.LEAD}),
    Need.APPROVE: frozenset({Role.COUNSEL, Role.LEAD}),
    Need.SEND: frozenset({Role.COUNSEL, Role.LEAD, Role.ISSUING_OFFICER}),
}


def _state(actor: Person, docket_id: str | None) -> State | None:
    return states.state_of(visible_docket(actor, docket_id)) if docket_id else None


def _last(held: Mapping[EntryId, Any]) -> EntryId | None:
    return next(reversed(list(held)), None)


def _reading_of(state: State | None, arrival: EntryId | None) -> EntryId | None:
    if state is None or arrival is None:
        return None
    readings = state.arrivals[arrival].readings
    return readings[-1] if readings else None


def _next_number() -> str:
    """The number after the last; whoever registers at the same moment waits for this one."""
    Docket.objects.select_for_update().filter(kind=DocketKind.OFFICE.value).first()
    last = Demand.objects.filter(number__regex=r"^D-\d+$").order_by("-registered_at", "-number")
    numbers = [int(row.number[2:]) for row in last[:50]]
    return f"D-{max(numbers, default=0) + 1:04d}"


def _items(rows: Mapping[str, Shown]) -> tuple[ItemAsked, ...]:
    made = []
    subjects = _subjects(rows)
    for row in rows.values():
        if row.group != "items" or not isinstance(row.value, Mapping):
            continue
        value = row.value
        text = value.get("text") or ""
        period = value.get("period") or (None, None)
        named = [one.subject for one in subjects if isinstance(one.name, str) and one.name in text]
        made.append(
            ItemAsked(
                label=Label(value["label"]),
                text=text,
                category=Category(value["category"]),
                also=tuple(Category(word) for word in value.get("also", ())),
                period_from=_day(period[0]),
                period_to=_day(period[1]),
                subject=named[0] if len(named) == 1 else None,
            )
        )
    return tuple(made)


def _subjects(rows: Mapping[str, Shown]) -> tuple[SubjectNamed, ...]:
    made: list[SubjectNamed] = []
    for row in rows.values():
        if row.group == "subjects" and isinstance(row.value, Mapping) and row.value.get("name"):
            identifiers = tuple(one for one in row.value.get("identifiers", ()) if one)
            made.append(
                SubjectNamed(
                    subject=SubjectRef(f"s{len(made) + 1}"),
                    name=row.value["name"],
                    identifiers=identifiers,
                )
            )
    return tuple(made)


def _due(row: Shown) -> DueStated:
    value = row.value
    source = None
    if row.spans:
        span = row.spans[0]
        source = Source(
            kind=BasisKind.SPAN,
            page=span["page"],
            start=span["start"],
            end=span["end"],
            quote=span["quote"],
        )
    return DueStated(
        form=DueForm(value["form"]),
        day=_day(value.get("date")),
        amount=value.get("amount"),
        unit=_word(Unit, value.get("unit")),
        counting=_word(Counting, value.get("counting")) or Counting.UNSTATED,
        runs=_word(Runs, value.get("direction")) or Runs.AFTER,
        trigger=_word(Trigger, value.get("trigger")) or Trigger.UNKNOWN,
        source=source,
    )


def _listed(rows: Mapping[str, Shown], group: str) -> list[str]:
    return [str(row.value) for row in rows.values() if row.group == group and row.value]


def _word(kind: Any, text: Any) -> Any:
    if text is None:
        return None
    try:
        return kind(text)
    except ValueError:
        said = _('"{word}" is none of the words of its list.', word=text)
        raise ActMalformed(said, field="value") from None


def _yes_no(value: Any) -> bool | None:
    if isinstance(value, str):
        return {"true": True, "yes": True, "false": False, "no": False}.get(value.lower())
    return value if isinstance(value, bool) else None


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) and text else None
