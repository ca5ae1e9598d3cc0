"""Pages that anybody may open: the check of a receipt, and what the office has published."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.http import require_GET

from tecum.clock import now
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.selectors import office
from tecum.web.public.page import PAGE_ROWS, Publication, publication, style

PAGE = "verify.html"
"""One file, the same that people may save and open from a disk."""


@require_GET
def verify(request: HttpRequest) -> HttpResponse:
    """The verifier's page; its own policy allows its own script and style and no connection."""
    content, policy = _page()
    response = HttpResponse(content)
    response["Content-Security-Policy"] = policy
    response["Cache-Control"] = "public, max-age=300"
    if "save" in request.GET:
        response["Content-Disposition"] = f'attachment; filename="{PAGE}"'
    return response


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """What the office has published as of this instant; without a script, a form or a cookie."""
    after = request.GET.get("after", "0")
    at = int(after) if after.isdecimal() and len(after) < 9 else 0
    names = dict(settings.LANGUAGES)
    asked = request.GET.get("language", "")
    language = asked if asked in names else get_language() or settings.LANGUAGE_CODE
    held = f"&language={language}" if asked in names else ""
    with override(language):
        content = _publication().to_html(
            at,
            verify_url=reverse("public:verify"),
            json_url=reverse("public:as-json"),
            older=f"?after={at + PAGE_ROWS}{held}",
            other_languages=[
                (f"?after={at}&language={code}", code, name)
                for code, name in names.items()
                if code != language
            ],
        )
    response = HttpResponse(content, headers={"Content-Language": language})
    response["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'sha256-{_digest(style().encode())}'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return response


@require_GET
def as_json(request: HttpRequest) -> HttpResponse:
    """The same as values."""
    return JsonResponse(_publication().to_json())


def _publication() -> Publication:
    if office() is None:
        raise NotFound
    return publication(now())


@cache
def _page() -> tuple[bytes, str]:
    content = files("tecum.ledger.verifier").joinpath(PAGE).read_bytes()
    allowed = {
        kind: " ".join(f"'sha256-{_digest(body)}'" for body in _inline(content, tag))
        for kind, tag in (("script-src", b"script"), ("style-src", b"style"))
    }
    rules = "; ".join(f"{kind} {hashes}" for kind, hashes in allowed.items())
    return content, f"default-src 'none'; {rules}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"  # fmt: skip # noqa: E501


def _inline(content: bytes, tag: bytes) -> list[bytes]:
    return re.findall(rb"<%b\b[^>]*>(.*?)</%b>" % (tag, tag), content, re.S)


def _digest(body: bytes) -> str:
    return b64encode(sha256(body).digest()).decode()
