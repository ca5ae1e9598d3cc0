"""Service terms: at which address, from which grade, this office treats a paper as received."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tecum.clock import today
from tecum.docket.acts import ServiceTermsSet
from tecum.docket.declare import Erased
from tecum.docket.entry import Entry, EntryId
from tecum.docket.state.service_terms import service_terms, terms_waiting
from tecum.errors import UsageError
from tecum.web.accounts.models import Office, Person
from tecum.web.accounts.selectors import everybody, profile
from tecum.web.docket.desk import office_state
from tecum.web.docket.record import record
from tecum.words import Channel, Grade

__all__ = [
    "Terms",
    "agree_to_terms",
    "set_terms",
    "terms_by_day",
    "terms_in_force",
    "terms_of",
    "waiting_terms",
]

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Terms:
    """What this office says of one address.

    Attributes:
        grade: From which grade on a paper counts as received there; None where that ended.
        since: The day from which it holds; it may lie ahead.
        by: Who set it.
        may_agree: Whether the person who looks may be its second person.
    """

    entry: EntryId
    channel: Channel
    address: str
    grade: Grade | None
    since: date
    terms: str
    by: str
    may_agree: bool = False


def terms_in_force() -> list[Terms]:
    """What holds today, by channel and address."""
    return terms_by_day()(None)


def terms_by_day() -> Callable[[date | None], list[Terms]]:
    """What holds on each day that is asked about, today where none is named.

    The office's docket is looked up once, however many days are asked about.
    """
    state, now = office_state(), today(profile().zone)
    return lambda day: _shown(list(service_terms(state, day or now).values()))


def terms_of() -> list[Terms]:
    """What holds now and what will, by channel and address."""
    return _shown(list(service_terms(office_state()).values()))


def waiting_terms(person: Person) -> list[Terms]:
    """What waits for a second person."""
    return _shown(list(terms_waiting(office_state()).values()), person)


def set_terms(
    actor: Person,
    channel: Channel,
    address: str,
    grade: Grade | None,
    *,
    since: date,
    terms: str = "",
) -> Entry:
    """Say what counts as receipt at an address; a second person agrees where two are asked for.

    Raises:
        NotPermitted: the actor does not lead.
        UsageError: no address is named.
    """
    where = address.strip()
    if not where or len(where) > LONGEST:
        raise UsageError(
            _("No address is named, or one that is too long."),
            do=_("Write it as papers bear it: a street, a mailbox, a fax number."),
            code="terms.address",
        )
    act = ServiceTermsSet(
        channel=channel, address=where, grade=grade, since=since, terms=terms.strip() or None
    )
    return record(actor, Office.objects.get().docket_id, act)


def agree_to_terms(actor: Person, entry: str) -> Entry:
    """Second what another person set, word for word; from then on it stands.

    Raises:
        NotPermitted, SamePerson: the actor does not lead, or set it.
        UsageError: nothing waits under this entry.
    """
    held = terms_waiting(office_state()).get(EntryId(entry))
    act = held.act if held is not None else None
    if not isinstance(act, ServiceTermsSet) or isinstance(act.address, Erased):
        raise UsageError(_("Nothing waits for a second person here."), code="terms.waiting")
    joined = ServiceTermsSet(
        channel=act.channel,
        address=act.address,
        grade=act.grade,
        since=act.since,
        terms=act.terms,
        joins=EntryId(entry),
    )
    return record(actor, Office.objects.get().docket_id, joined)


def _shown(entries: list[Entry], person: Person | None = None) -> list[Terms]:
    names = {row.public_id: row.name for row in everybody()} if entries else {}
    found = []
    for entry in entries:
        act = entry.act
        if not isinstance(act, ServiceTermsSet) or isinstance(act.address, Erased):
            continue
        by = entry.actor.person or ""
        found.append(
            Terms(
                entry=entry.id,
                channel=act.channel,
                address=act.address,
                grade=act.grade,
                since=act.since,
                terms=act.terms if isinstance(act.terms, str) else "",
                by=names.get(by, entry.actor.role.value),
                may_agree=person is not None and by != person.public_id,
            )
        )
    return sorted(found, key=lambda one: (one.channel.value, one.address))
