"""Passkeys: a device or key that shows, by a signature, who is there.

The library of the protocol checks challenge, origin, party, presence, verification and
signature; here it is decided whose credential it is and that its counter went on.

Authority: W3C Web Authentication Level 2, 7.1 (registration), 7.2 (assertion).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.http import HttpRequest
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from tecum.clock import now
from tecum.web.accounts.errors import SignInRefused
from tecum.web.accounts.models import Passkey, Person
from tecum.worded import worded as _

__all__ = [
    "add",
    "asked",
    "begin_adding",
    "host_of",
    "is_possible",
    "known",
    "origin_of",
    "remove",
]

_MOST = 20
_NAME = 80


def origin_of(request: HttpRequest) -> str:
    """The scheme, host and port under which the browser sees the product."""
    return f"{request.scheme}://{request.get_host()}"


def host_of(request: HttpRequest) -> str:
    """The host alone, with or without a port in the address; an address in digits as it is."""
    return urlsplit(origin_of(request)).hostname or ""


def is_possible(host: str) -> bool:
    """Whether browsers make passkeys for a host: a name, not an address in digits."""
    return bool(host) and not host.replace(".", "").isdigit() and ":" not in host


def begin_adding(person: Person, origin: str) -> tuple[dict[str, Any], Any]:
    """What the browser is asked for to make a passkey, and what is kept to check the answer."""
    held = [_credential(row) for row in person.passkeys.all()]
    user = PublicKeyCredentialUserEntity(
        id=bytes.fromhex(person.public_id), name=person.name, display_name=person.name
    )
    options, state = _server(origin).register_begin(
        user,
        held,
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return dict(options), state


def add(
    person: Person, origin: str, state: Any, answer: Mapping[str, Any], name: str = ""
) -> Passkey:
    """Keep the public half of a new passkey.

    Raises:
        SignInRefused: the answer does not belong to what was asked.
    """
    if person.passkeys.count() >= _MOST:
        raise SignInRefused(
            _("There are {n} passkeys already.", n=_MOST),
            do=_("Take one away that is no longer used."),
            code="signin.passkeys",
        )
    try:
        data = _server(origin).register_complete(state, answer)
    except (ValueError, KeyError, TypeError) as error:
        raise _refused() from error
    credential = data.credential_data
    if credential is None:
        raise _refused()
    digest = _digest(credential.credential_id)
    if Passkey.objects.filter(credential_sha256=digest).exists():
        raise _refused()
    return Passkey.objects.create(
        person=person,
        credential_sha256=digest,
        credential=bytes(credential),
        counter=data.counter,
        name=name.strip()[:_NAME] or f"{now():%Y-%m-%d}",
        added_at=now(),
    )


def asked(origin: str) -> tuple[dict[str, Any], Any]:
    """What the browser is asked for to show a passkey; it is not said whose."""
    options, state = _server(origin).authenticate_begin(
        user_verification=UserVerificationRequirement.REQUIRED
    )
    return dict(options), state


@transaction.atomic
def known(origin: str, state: Any, answer: Mapping[str, Any]) -> Person:
    """The person whose passkey answered.

    Raises:
        SignInRefused: no passkey that is known here, a signature that does not fit, or a
            counter that did not go on, as that of a copied key would not; all said alike.
    """
    try:
        given = AuthenticationResponse.from_dict(answer)
        digest = _digest(given.raw_id)
        row = Passkey.objects.select_for_update().filter(credential_sha256=digest).first()
        if row is None or not row.person.is_active:
            raise _refused()
        _server(origin).authenticate_complete(state, [_credential(row)], answer)
        counter = given.response.authenticator_data.counter
    except (ValueError, KeyError, TypeError) as error:
        raise _refused() from error
    if (counter or row.counter) and counter <= row.counter:
        raise _refused()
    row.counter, row.used_at = counter, now()
    row.save(update_fields=["counter", "used_at"])
    return row.person


def remove(person: Person, key: int) -> None:
    """Take away one of a person's own passkeys."""
    person.passkeys.filter(pk=key).delete()


def _server(origin: str) -> Fido2Server:
    host = urlsplit(origin).hostname or ""
    if not is_possible(host):
        raise SignInRefused(
            _("A passkey belongs to a name, and this address has only digits."),
            why=_("Browsers make no passkey for an address in digits."),
            do=_("Open the same page under its name; on this machine that is localhost."),
            code="signin.passkey-host",
        )
    party = PublicKeyCredentialRpEntity(id=host, name="Tecum")
    return Fido2Server(party, verify_origin=lambda given: given == origin)


def _credential(row: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(bytes(row.credential))


def _digest(credential_id: bytes) -> str:
    return hashlib.sha256(credential_id).hexdigest()


def _refused() -> SignInRefused:
    return SignInRefused(
        _("This passkey lets nobody in here."),
        do=_("Use another one, or ask for a link."),
        code="signin.passkey",
    )
