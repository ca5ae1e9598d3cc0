"""What a feed says: the open dates that its person may know of, without a name or an item."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tecum.clock import now
from tecum.docket.state.model import ObligationStep
from tecum.exchange.calendar_feed import DueEvent, event_uid
from tecum.reckoning.events import moment_said
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import visible_obligations
from tecum.web.accounts.selectors import profile
from tecum.web.accounts.services import secret_hash
from tecum.web.docket.doubts import Doubt, doubts
from tecum.web.docket.models import Obligation
from tecum.web.feeds.models import Feed
from tecum.web.ui.templatetags.ui import due_moment, say
from tecum.words import Side

__all__ = ["feed_events", "feed_of", "feeds_of"]

KEPT = timedelta(days=90)
"""How long an ended date stays in the feed as cancelled, so that every program hears of it."""


def feed_of(secret: str) -> Feed | None:
    """The feed that a secret opens, where it is not revoked and its person still works here."""
    feed = Feed.objects.select_related("person").filter(secret_sha256=secret_hash(secret)).first()
    if feed is None or feed.revoked_at is not None or not feed.person.is_active:
        return None
    return feed


def feeds_of(person: Person) -> list[Feed]:
    """A person's own addresses that are in use."""
    return list(Feed.objects.filter(person=person, revoked_at=None))


def feed_events(person: Person) -> list[DueEvent]:
    """One event for every obligation with a date that this person may know of."""
    running = Q(state=ObligationStep.FIXED.value)
    ended = ~Q(state__in=(ObligationStep.ARMED.value, ObligationStep.WAITING.value))
    dated = Q(safe_on__isnull=False) | Q(safe_at__isnull=False)
    rows = visible_obligations(person).filter(
        dated & (running | (ended & Q(changed_at__gte=now() - KEPT)))
    )
    host, zone = urlsplit(settings.CONFIG.url).hostname or "localhost", profile().zone
    known = doubts()
    return [
        _event(row, host, zone, known.of_row(row)) for row in rows.order_by("docket_id", "name")
    ]


def _event(row: Obligation, host: str, zone: str, doubted: tuple[Doubt, ...]) -> DueEvent:
    demand = getattr(row.docket, "demand", None)
    number = demand.number if demand is not None else row.docket_id[:8]
    address = f"{settings.CONFIG.url}/docket/{row.docket_id}/dates#{row.name}"
    return DueEvent(
        uid=event_uid(f"{row.docket_id}/{row.name}", host),
        sequence=row.revision,
        changed_at=row.changed_at,
        due=_due(row),
        summary=_summary(row, number, doubted),
        description=f"{_described(row, zone, doubted)}\n{address}",
        url=address,
        is_tentative=bool(doubted),
        is_cancelled=row.state != ObligationStep.FIXED.value,
    )


def _due(row: Obligation) -> date | datetime:
    due = row.safe_at or row.safe_on
    if due is None:
        raise ValueError("an obligation without a date is not in the feed")
    return due


def _summary(row: Obligation, number: str, doubted: tuple[Doubt, ...]) -> str:
    said = _due_said(row, number)
    return _("%(said)s (not certain)") % {"said": said} if doubted else said


def _due_said(row: Obligation, number: str) -> str:
    what = str(say(row.object, "object"))
    if row.owner == Side.OURS.value:
        return _("%(number)s %(what)s due, safe date") % {"number": number, "what": what}
    owner = str(say(row.owner, "side"))
    values = {"number": number, "what": what, "owner": owner}
    return _("%(number)s %(what)s due from %(owner)s, safe date") % values


def _described(row: Obligation, zone: str, doubted: tuple[Doubt, ...]) -> str:
    """The rule, how many readings there are, and the other dates in words."""
    rule = row.rule or _("set, not counted")
    count = len(row.readings)
    said = [_("Rule: %(rule)s.") % {"rule": rule}]
    if count:
        said.append(ngettext("%(n)s reading.", "%(n)s readings.", count) % {"n": count})
    others = [moment_said(one["due"]) for one in row.readings[1:]]
    if others:
        dates = ", ".join(due_moment(other, zone) for other in others)
        said.append(_("Also: %(dates)s.") % {"dates": dates})
    if doubted:
        why = "; ".join(str(say(one, "doubt")) for one in doubted)
        said.append(_("Not certain: %(why)s.") % {"why": why})
    return " ".join(said)
