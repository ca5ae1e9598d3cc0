"""A password that a person gives for a locked document: used for one reading, then gone.

It waits for the reader's job encrypted, bound to its docket, and is deleted before the file
is opened with it. It stands in no log, address, entry, receipt or message.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any

from cryptography.exceptions import InvalidTag
from django.db import transaction

from tecum.clock import now
from tecum.reading.text.layout import Opened
from tecum.web.intake.models import PasswordGiven
from tecum.web.sealing import sealed, unsealed
from tecum.words import IntakeOutcome

__all__ = [
    "LONGEST",
    "Offered",
    "give",
    "locked_parts",
    "offered",
    "say_refused",
    "take",
    "was_refused",
]

LONGEST = 256
_WAITS = timedelta(minutes=15)
_MOST_OFFERED = 5
_BY_REASON = "password_needed"
_NO_READER = "application/msword"
_NAMED = re.compile(
    r"\b(?:pass(?:word|code|phrase)|contraseña|clave(?: de acceso)?)\b"
    r"(?: (?:for|to|of|para|de|del)(?: [^\W\d_]{1,20}){1,6})?"
    r"(?: is| will be| es|:| =){1,2} {0,4}[\"'“‘«]?(?P<said>[^\s\"'”’»]{3,64})",
    re.IGNORECASE,
)
_NO_WORDS = frozenset(
    "protected required needed sent being sending separate separately following the not in on "  # noqa: SIM905 - a list of words reads best so
    "available provided below attached case sensitive your enviada el la".split()
)


@dataclass(frozen=True, slots=True)
class Offered:
    """Words of a covering mail that may be a password: offered to a person, never tried."""

    line: str
    word: str


def locked_parts(opened: Opened) -> int:
    """How many parts of a file a password may open."""
    return sum(
        part.outcome is IntakeOutcome.PASSWORD_NEEDED
        and part.source.media_type != _NO_READER
        and dict(part.hints).get("reason_code") == _BY_REASON
        for part in opened.parts
    )


def give(docket_id: str, arrival: str, password: str) -> None:
    """Keep a password for the next reading of an arrival, sealed; inside a transaction."""
    PasswordGiven.objects.update_or_create(
        docket_id=docket_id,
        arrival=arrival,
        defaults={
            "sealed": sealed(password.encode(), _bound(docket_id, arrival)),
            "given_at": now(),
            "refused": False,
        },
    )


def take(docket_id: str, arrival: str) -> str | None:
    """The password that waits for this reading; from now on it is kept nowhere."""
    with transaction.atomic():
        row = PasswordGiven.objects.filter(docket_id=docket_id, arrival=arrival).first()
        if row is None or not row.sealed:
            return None
        held, fresh = bytes(row.sealed), now() - row.given_at < _WAITS
        row.delete()
    if not fresh:
        return None
    try:
        return unsealed(held, _bound(docket_id, arrival)).decode()
    except InvalidTag:
        return None


def say_refused(docket_id: str, arrival: str) -> None:
    """Keep that the last password did not open the document; not the password."""
    PasswordGiven.objects.update_or_create(
        docket_id=docket_id,
        arrival=arrival,
        defaults={"sealed": b"", "given_at": now(), "refused": True},
    )


def was_refused(docket_id: str, arrival: str) -> bool:
    """Whether the last password that somebody gave did not open the document."""
    return PasswordGiven.objects.filter(docket_id=docket_id, arrival=arrival, refused=True).exists()


def offered(reading: Mapping[str, Any]) -> tuple[Offered, ...]:
    """Words of the stored text that may name the password, with the line they stand in."""
    found: dict[str, Offered] = {}
    for text in reading.get("texts", {}).values():
        for match in islice(_NAMED.finditer(text), 50):
            word = match["said"].rstrip(".,;:)!?")
            if len(word) < 3 or word.lower() in _NO_WORDS:
                continue
            start = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", match.end())
            line = text[start : end if end >= 0 else len(text)]
            found.setdefault(word, Offered(line.strip()[:300], word))
    return tuple(found.values())[:_MOST_OFFERED]


def _bound(docket_id: str, arrival: str) -> str:
    return f"tecum.password/1\n{docket_id}\n{arrival}"
