"""The office, its people, and what lets them in: links, passkeys, codes. No passwords."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterator
from typing import ClassVar

from django.conf import settings
from django.db import models

from tecum.words import Role

__all__ = [
    "CodeGenerator",
    "Draft",
    "Office",
    "Passkey",
    "Person",
    "PersonRole",
    "RecoveryCode",
    "SignInLink",
]


def new_public_id() -> str:
    """16 random bytes as hex: the id that acts carry, which says nothing about the person."""
    return secrets.token_hex(16)


def new_docket_id() -> str:
    """32 random bytes as hex: the name of the office's own docket."""
    return secrets.token_hex(32)


class Office(models.Model):
    """The office that runs this installation; its profile has the keys of ``office.toml``."""

    public_id = models.CharField(max_length=32, unique=True, default=new_public_id)
    docket_id = models.CharField(max_length=64, unique=True, default=new_docket_id)
    name = models.CharField(max_length=200)
    zone = models.CharField(max_length=64)
    profile = models.JSONField(default=dict)
    demo = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(models.Value(1), name="one_office_per_installation")
        ]

    def __str__(self) -> str:
        return self.name


class People(models.Manager["Person"]):
    """What Django's authentication asks of a manager."""

    def get_by_natural_key(self, public_id: str | None) -> Person:
        """The person with this id."""
        return self.get(public_id=public_id)


class Person(models.Model):
    """Somebody who works in the office. Acts carry the id, never the name."""

    public_id = models.CharField(max_length=32, unique=True, default=new_public_id)
    name = models.CharField(max_length=200)
    email = models.EmailField(unique=True, null=True, blank=True)
    is_active = models.BooleanField(default=True)
    session_epoch = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()

    objects = People()

    USERNAME_FIELD = "public_id"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    is_anonymous = False
    is_authenticated = True

    def __str__(self) -> str:
        return self.public_id

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that this person holds, read once."""
        if not hasattr(self, "_roles"):
            self._roles = frozenset(
                Role(word) for word in self.held_roles.values_list("role", flat=True)
            )
        return self._roles

    @property
    def roles_in_order(self) -> list[Role]:
        """The same, in the order of the table of permissions."""
        return [role for role in Role if role in self.roles]

    def get_username(self) -> str:
        """The id by which Django names a user."""
        return self.public_id

    def get_session_auth_hash(self) -> str:
        """Changes when the person's sessions must end, e.g. with a change of roles."""
        words = f"{self.public_id}:{self.session_epoch}".encode()
        return hmac.new(settings.SECRET_KEY.encode(), words, "sha256").hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """No earlier secret is accepted."""
        yield from ()

    def has_perm(self, permission: str, target: models.Model | None = None) -> bool:
        """Whether one of the named predicates allows this."""
        from django.contrib.auth import get_backends

        return self.is_active and any(
            backend.has_perm(self, permission, target)
            for backend in get_backends()
            if hasattr(backend, "has_perm")
        )


class PersonRole(models.Model):
    """A role that a person holds."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="held_roles")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "role"], name="role_held_once")
        ]


class SignInLink(models.Model):
    """A link that lets one browser in once. Only the hash of its token is kept."""

    FIRST_RUN = "first_run"
    SIGN_IN = "sign_in"
    INVITATION = "invitation"
    PURPOSES = (FIRST_RUN, SIGN_IN, INVITATION)

    token_sha256 = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=12, choices=[(word, word) for word in PURPOSES])
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    browser_sha256 = models.CharField(max_length=64, blank=True)
    used_at = models.DateTimeField(null=True)


class Passkey(models.Model):
    """A credential of a person's device or key: its public half only (WebAuthn Level 2, 6.1)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="passkeys")
    credential_sha256 = models.CharField(max_length=64, unique=True)
    credential = models.BinaryField()
    name = models.CharField(max_length=80)
    counter = models.BigIntegerField(default=0)
    added_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class CodeGenerator(models.Model):
    """The sealed secret of a person's authenticator program; ``last_step`` is never taken twice."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="code_generator")
    sealed = models.BinaryField()
    last_step = models.BigIntegerField(default=0)
    added_at = models.DateTimeField()


class RecoveryCode(models.Model):
    """One of ten codes for whoever lost the other factor; only its keyed hash is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="recovery_codes")
    code_hash = models.CharField(max_length=64, unique=True)
    used_at = models.DateTimeField(null=True)


class Draft(models.Model):
    """A form that could not be taken because its person had to sign in first; sealed."""

    public_id = models.CharField(max_length=32, unique=True, default=new_public_id)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="drafts")
    sealed = models.BinaryField()
    made_at = models.DateTimeField()
