"""What the docket knows of mail that came before: from where, which messages, our numbers.

Message-IDs are kept as keyed hashes, domains sealed: neither says anything without the
office's key. What a mail concerns is proposed to a person, who files it; nothing joins itself.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from django.conf import settings

from tecum.docket.acts.arrival import AttachedAs
from tecum.reading.mail.sender import Known
from tecum.reading.text.layout import Opened
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import visible_dockets
from tecum.web.docket.models import Demand
from tecum.web.intake.models import MailKnown
from tecum.web.sealing import sealed, unsealed

__all__ = ["Concerned", "concerned", "enter_mail", "known_to"]

_MOST_DOMAINS = 5_000
_MOST_NUMBERS = 20_000
_ID = re.compile(r"<([^<>\s]{3,250})>")
_BOUND = "tecum.mail/1"
_ROLES = {"reports": AttachedAs.DELIVERY_NOTICE, "answers": AttachedAs.CORRESPONDENCE}


class _MessagesOfOurs(frozenset[str]):
    """Message-IDs of this office; asked for one by one, as only their keyed hashes are kept."""

    def __contains__(self, name: object) -> bool:
        hashed = _keyed(MailKnown.MESSAGE, str(name))
        return MailKnown.objects.filter(kind=MailKnown.MESSAGE, keyed=hashed, ours=True).exists()


@dataclass(frozen=True, slots=True)
class Concerned:
    """The docket that a mail seems to concern: a proposal to a person.

    Attributes:
        by: ``message`` or ``number``: by what it was found.
        role: As what it would be filed there.
    """

    docket: str
    by: str
    role: AttachedAs


def known_to(docket_id: str) -> Known:
    """What the docket knows, without what this arrival itself has taught it."""
    rows = (
        MailKnown.objects.filter(kind=MailKnown.DOMAIN)
        .exclude(docket_id=docket_id)
        .order_by("-id")
        .values_list("keyed", "sealed")[:_MOST_DOMAINS]
    )
    domains = frozenset(filter(None, (_opened(held) for held in dict(rows).values())))
    numbers = Demand.objects.order_by("-pk").values_list("number", flat=True)[:_MOST_NUMBERS]
    return Known(domains=domains, message_ids=_MessagesOfOurs(), numbers=frozenset(numbers))


def enter_mail(docket_id: str, opened: Opened, reading: Mapping[str, Any]) -> None:
    """Keep from where a mail came and its Message-ID, for the mails that follow.

    A domain that only looks like a known one is not entered: it must not come to be known.
    """
    direction = _direction(reading) or {}
    ours = direction.get("way") == "out"
    sender = next((row["sender"] for row in _mails(reading) if row.get("sender")), None) or {}
    if sender.get("domain") and sender.get("standing") != "mismatch" and not ours:
        _enter(docket_id, MailKnown.DOMAIN, str(sender["domain"]), is_sealed=True)
    for name, value in opened.parts[0].headers if opened.parts else ():
        found = _ID.search(value[:1000]) if name == "message-id" else None
        if found is not None:
            _enter(docket_id, MailKnown.MESSAGE, found[1], ours=ours)


def concerned(person: Person, docket_id: str, reading: Mapping[str, Any]) -> Concerned | None:
    """The docket that a mail answers or reports on, of those that this person may know of."""
    direction = _direction(reading)
    target = direction.get("concerns") if direction else None
    if not direction or not target:
        return None
    if "number" in target:
        rows = Demand.objects.filter(number=target["number"]).values_list("docket_id", flat=True)
        by = "number"
    else:
        rows = MailKnown.objects.filter(
            kind=MailKnown.MESSAGE, keyed=_keyed(MailKnown.MESSAGE, target["message_id"])
        ).values_list("docket_id", flat=True)
        by = "message"
    role = _ROLES.get(str(direction.get("relation")), AttachedAs.CORRESPONDENCE)
    others = visible_dockets(person).filter(pk__in=list(rows[:20])).exclude(pk=docket_id)
    found = others.order_by("opened_at").first()
    return Concerned(str(found.pk), by, role) if found is not None else None


def _mails(reading: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    return [row for row in (reading, *reading.get("others", ())) if row.get("direction")]


def _direction(reading: Mapping[str, Any]) -> Mapping[str, Any] | None:
    return next((row["direction"] for row in _mails(reading)), None)


def _enter(
    docket_id: str, kind: str, value: str, *, is_sealed: bool = False, ours: bool = False
) -> None:
    MailKnown.objects.get_or_create(
        docket_id=docket_id,
        kind=kind,
        keyed=_keyed(kind, value),
        defaults={"sealed": sealed(value.encode(), _BOUND) if is_sealed else b"", "ours": ours},
    )


def _keyed(kind: str, value: str) -> str:
    key = settings.HOME.secret("index")
    return hmac.new(key, f"mail:{kind}:{value}".encode(), "sha256").hexdigest()[:32]


def _opened(held: bytes) -> str | None:
    try:
        return unsealed(bytes(held), _BOUND).decode()
    except InvalidTag:
        return None
