"""A browser without a screen: signs somebody in through the pages, as anybody would."""

from __future__ import annotations

import re

from django.test import Client

from tecum.web.accounts.models import Person, SignInLink
from tecum.web.accounts.services import make_link

__all__ = ["same_page", "signed_in", "token_of"]


def signed_in(person: Person, **options: object) -> Client:
    """A client in which this person has used a sign-in link."""
    client = Client(**options)  # type: ignore[arg-type]
    address = f"/sign-in/{make_link(SignInLink.SIGN_IN, person)}"
    token = token_of(client.get(address).content)
    answer = client.post(address, {"csrfmiddlewaretoken": token})
    assert answer.status_code == 302, answer.content
    return client


def token_of(page: bytes) -> str:
    """The token of a page's form against forgery; empty where the page has no form."""
    found = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', page)
    return found.group(1).decode() if found else ""


def same_page(page: bytes) -> bytes:
    """A page without what differs from one answer to the next: its tokens against forgery."""
    return re.sub(rb'(name="csrfmiddlewaretoken" value=")\w+', rb"\1", page)
