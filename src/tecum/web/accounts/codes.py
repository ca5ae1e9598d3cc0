"""Codes of six digits from an authenticator program, and ten recovery codes.

Authority: RFC 6238 (TOTP, 30 seconds, SHA-1 as the programs expect), RFC 4226 7.2 and 7.4.
"""

from __future__ import annotations

import base64
import secrets
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.db import transaction

from tecum.clock import now
from tecum.web.accounts.models import CodeGenerator, Person, RecoveryCode
from tecum.web.accounts.tries import CODES, waiting
from tecum.web.sealing import keyed_hash, sealed, unsealed

__all__ = [
    "as_typed",
    "begin",
    "has_generator",
    "is_right",
    "keep",
    "new_recovery_codes",
    "provisioning",
    "remove",
]

_STEP = 30
_BYTES = 20
_CODES = 10
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def begin() -> str:
    """A new secret, in the letters in which programs take it."""
    return base64.b32encode(secrets.token_bytes(_BYTES)).decode()


def provisioning(secret: str, person: Person, office: str) -> str:
    """The address that an authenticator program reads from a square code."""
    uri: str = _totp(_raw(secret)).get_provisioning_uri(person.name, office)
    return uri


@transaction.atomic
def keep(person: Person, secret: str, code: str) -> bool:
    """Keep a secret once a code of it was typed; it takes the place of an earlier one."""
    step = _step_of(_raw(secret), code, 0)
    if step is None:
        return False
    CodeGenerator.objects.filter(person=person).delete()
    CodeGenerator.objects.create(
        person=person,
        sealed=sealed(_raw(secret), _purpose(person)),
        last_step=step,
        added_at=now(),
    )
    return True


def has_generator(person: Person) -> bool:
    """Whether a person's program gives codes."""
    return CodeGenerator.objects.filter(person=person).exists()


def is_right(person: Person, typed: str) -> bool:
    """Whether this is the code of now or an unused recovery code; either counts once.

    Raises:
        SignInRefused: the person has to wait after codes that did not count (RFC 6238 5.2,
            RFC 4226 7.3).
    """
    at = int(now().timestamp())
    wait = CODES.wait(person.public_id, at)
    if wait:
        raise waiting(wait)
    if _counts(person, as_typed(typed)):
        CODES.forget(person.public_id)
        return True
    CODES.failed(person.public_id, at)
    return False


@transaction.atomic
def _counts(person: Person, given: str) -> bool:
    row = CodeGenerator.objects.select_for_update().filter(person=person).first()
    if row is not None and len(given) == 6 and given.isdecimal():
        step = _step_of(unsealed(bytes(row.sealed), _purpose(person)), given, row.last_step)
        if step is not None:
            row.last_step = step
            row.save(update_fields=["last_step"])
            return True
    unused = RecoveryCode.objects.filter(person=person, used_at=None)
    return bool(unused.filter(code_hash=_hash(person, given)).update(used_at=now()))


@transaction.atomic
def new_recovery_codes(person: Person) -> list[str]:
    """Ten new codes, shown once; earlier ones end."""
    RecoveryCode.objects.filter(person=person).delete()
    codes = ["".join(secrets.choice(_LETTERS) for _ in range(10)) for _ in range(_CODES)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(person=person, code_hash=_hash(person, code)) for code in codes
    )
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def remove(person: Person) -> None:
    """Take away a person's own generator."""
    CodeGenerator.objects.filter(person=person).delete()


def as_typed(text: str) -> str:
    """A code as people paste it, without spaces and hyphens, in large letters."""
    return "".join(text.split()).replace("-", "").upper()[:40]


def _step_of(secret: bytes, code: str, last: int) -> int | None:
    """The step that a code is of: this one or its neighbours, later than the last one taken."""
    here = int(now().timestamp()) // _STEP
    for step in (here, here - 1, here + 1):
        try:
            _totp(secret).verify(as_typed(code).encode(), step * _STEP)
        except InvalidToken:
            continue
        return step if step > last else None
    return None


def _totp(secret: bytes) -> Any:
    return TOTP(secret, 6, SHA1(), _STEP)  # noqa: S303 - RFC 6238 names it, HMAC is unharmed


def _raw(secret: str) -> bytes:
    return base64.b32decode(secret)


def _hash(person: Person, code: str) -> str:
    return keyed_hash(f"{person.public_id}\n{code}", "tecum.recovery/1")


def _purpose(person: Person) -> str:
    return f"tecum.totp/1\n{person.public_id}"
