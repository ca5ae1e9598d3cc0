"""Mail out and the keys of the log: what stands, changing it, and proving that it works."""

from __future__ import annotations

import secrets
from hmac import compare_digest
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.clock import now
from tecum.errors import UsageError
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.policies import has_role
from tecum.web.office import log_keys, mailing
from tecum.words import Role

__all__ = ["keys", "mail", "mail_keep", "mail_proved", "mail_test", "rotate"]

_SENT = "mailing_test"
LIFE = 60 * 60


@login_required
@require_GET
def keys(request: HttpRequest) -> HttpResponse:
    """Public keys: of the log, of those who sign, of those who watch."""
    if not has_role(request.user, Role.LEAD, Role.OPERATOR, Role.AUDITOR):
        raise NotFound
    context = {
        "keys": log_keys.keys_shown(),
        "may_change": has_role(request.user, Role.LEAD, Role.OPERATOR),
    }
    return render(request, "office/keys.html", context)


@login_required
@require_POST
def rotate(request: HttpRequest) -> HttpResponse:
    """Give a role a new key."""
    _manages(request)
    log_keys.rotate(request.user, request.POST.get("name", ""))
    messages.success(request, _("The role has a new key. Hand the trust file out again."))
    return redirect("office:keys")


@login_required
@require_GET
def mail(request: HttpRequest) -> HttpResponse:
    """How mail goes out, and whether it was proved."""
    _manages(request)
    sent: Any = request.session.get(_SENT)
    context = {
        "channel": mailing.channel(),
        "security": mailing.SECURITY,
        "has_secret": mailing.has_secret(),
        "is_proved": mailing.is_proved(),
        "waits": sent["to"] if sent and _counts(sent) else "",
        "reply": sent["reply"] if sent and _counts(sent) else "",
    }
    return render(request, "office/mail.html", context)


@login_required
@require_POST
def mail_keep(request: HttpRequest) -> HttpResponse:
    """Set the channel, its secret, or both."""
    _manages(request)
    form = request.POST
    port = form.get("port", "").strip()
    found = mailing.MailChannel(
        host=form.get("host", "").strip(),
        port=int(port) if port.isdecimal() and len(port) < 6 else 0,
        security=form.get("security", ""),
        user=form.get("user", "").strip(),
        sender=form.get("sender", "").strip(),
    )
    mailing.keep_channel(request.user, found)
    if form.get("secret"):
        mailing.keep_secret(request.user, form["secret"])
    request.session.pop(_SENT, None)
    messages.success(request, _("Recorded on the office's docket. Test it now."))
    return redirect("office:mail")


@login_required
@require_POST
def mail_test(request: HttpRequest) -> HttpResponse:
    """Send a code through the channel; nothing is proved until it comes back."""
    _manages(request)
    found, to = mailing.channel(), request.POST.get("to", "").strip()
    if found is None or "@" not in to or not to.isprintable() or " " in to:
        raise UsageError(
            _("A test needs a channel and an address to which it goes."), code="mailing.address"
        )
    code = secrets.token_hex(4)
    reply = mailing.deliver(found, mailing.test_message(found, to, code))
    request.session[_SENT] = {
        "code": code,
        "to": to,
        "reply": reply,
        "channel": found.fingerprint,
        "at": int(now().timestamp()),
    }
    messages.success(request, _("The server took it: {reply}").format(reply=reply))
    return redirect("office:mail")


@login_required
@require_POST
def mail_proved(request: HttpRequest) -> HttpResponse:
    """Take the code that came: only then has mail arrived."""
    _manages(request)
    sent: Any = request.session.get(_SENT)
    found = mailing.channel()
    typed = request.POST.get("code", "").strip().lower()
    fits = sent and found and _counts(sent) and sent["channel"] == found.fingerprint
    if not fits or not compare_digest(sent["code"].encode(), typed.encode()):
        request.session.pop(_SENT, None)
        raise UsageError(
            _("This is not the code that was sent."),
            why=_("Whether mail arrives is shown by nothing else."),
            do=_("Send a new test and type the code of that message."),
            code="mailing.code",
        )
    del request.session[_SENT]
    mailing.prove(request.user, found, sent["to"])
    messages.success(request, _("The channel is proved: a message arrived."))
    return redirect("office:mail")


def _counts(sent: Any) -> bool:
    """Whether a test was sent lately enough for its code to count."""
    return 0 <= int(now().timestamp()) - sent["at"] <= LIFE


def _manages(request: HttpRequest) -> None:
    if not has_role(request.user, Role.LEAD, Role.OPERATOR):
        raise NotFound
