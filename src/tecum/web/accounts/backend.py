"""Django's way to a person whom a one-time link has let in."""

from __future__ import annotations

from django.http import HttpRequest

from tecum.web.accounts.models import Person

__all__ = ["SignInLinkBackend"]


class SignInLinkBackend:
    """Knows people by id; lets nobody in by credentials."""

    def authenticate(self, request: HttpRequest | None, **credentials: object) -> None:
        """Nobody: a link is redeemed, then Django's ``login`` is called."""

    def get_user(self, pk: int) -> Person | None:
        """The active person with this key."""
        return Person.objects.filter(pk=pk, is_active=True).first()
