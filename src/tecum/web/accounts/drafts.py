"""Forms that could not be taken at once: kept sealed for their person until they are sent.

A session that was idle too long, and an act that asks who is there, both come between a person
and the button. What was typed is not lost, is in no log and no address, and is sent by a button.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta

from cryptography.exceptions import InvalidTag
from django.http import HttpRequest

from tecum.clock import now
from tecum.web.accounts.models import Draft, Person
from tecum.web.sealing import sealed, unsealed

__all__ = ["FIELD", "Kept", "done", "keep", "kept", "newest"]

FIELD = "_draft"
"""The field by which a form that is sent again names its draft."""
_LIFE = timedelta(hours=12)
_MOST = 5
_LEFT_OUT = frozenset({"csrfmiddlewaretoken", FIELD})


@dataclass(frozen=True, slots=True)
class Kept:
    """A form as it was typed: where it goes, and its fields in order."""

    id: str
    path: str
    fields: tuple[tuple[str, str], ...]


def keep(person: Person, request: HttpRequest) -> str | None:
    """Keep what a request would have sent; its id, or None where there is nothing to keep."""
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in _LEFT_OUT
        for value in values
    ]
    if not fields or request.FILES:
        return None
    old = list(person.drafts.order_by("-made_at").values_list("pk", flat=True)[_MOST - 1 :])
    person.drafts.filter(pk__in=old).delete()
    row = Draft(person=person, made_at=now())
    row.sealed = sealed(json.dumps([request.path, fields]).encode(), _purpose(row))
    row.save()
    return row.public_id


def kept(person: Person, draft: str) -> Kept | None:
    """A person's own draft; None where there is none, or it is too old to be sent unseen."""
    row = person.drafts.filter(public_id=draft, made_at__gt=now() - _LIFE).first()
    if row is None:
        return None
    try:
        path, fields = json.loads(unsealed(bytes(row.sealed), _purpose(row)))
    except InvalidTag:
        return None
    return Kept(row.public_id, path, tuple((name, value) for name, value in fields))


def newest(person: Person) -> str | None:
    """The id of the draft that was kept last."""
    rows = person.drafts.filter(made_at__gt=now() - _LIFE).order_by("-made_at")
    return rows.values_list("public_id", flat=True).first()


def done(person: Person, draft: str) -> None:
    """Forget a draft, since it was sent or thrown away; and those that are too old."""
    person.drafts.filter(public_id=draft).delete()
    person.drafts.filter(made_at__lte=now() - _LIFE).delete()


def _purpose(row: Draft) -> str:
    return f"tecum.draft/1\n{row.person.public_id}\n{row.public_id}"
