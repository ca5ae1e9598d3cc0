"""The feed itself, opened by its secret alone, and the page where a person makes the address."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tecum.exchange.calendar_feed import MEDIA_TYPE, calendar_of, tag_of
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.selectors import office, profile
from tecum.web.feeds.selectors import feed_events, feed_of, feeds_of
from tecum.web.feeds.services import CHOICES, DEFAULT, make_feed, revoke_feed
from tecum.web.pressed import shows_once
from tecum.web.typed import whole


@require_GET
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The due dates of whoever holds the secret; a revoked address is not found."""
    held = feed_of(secret)
    if held is None:
        raise NotFound
    row = office()
    name = _("Deadlines, %(office)s") % {"office": row.name if row else "Tecum"}
    zone = profile().zone
    alarms = [timedelta(hours=hours) for hours in held.alarm_hours]
    events = feed_events(held.person)
    tag = f'"{tag_of(events, name, zone, alarms)}"'
    if request.headers.get("If-None-Match") == tag:
        response = HttpResponse(status=304)
    else:
        content = calendar_of(events, name, zone, alarms)
        response = HttpResponse(content, content_type=MEDIA_TYPE)
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-store"
    response["Content-Disposition"] = 'inline; filename="deadlines.ics"'
    return response


@login_required
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """A person's own addresses."""
    return _page(request)


def _page(request: HttpRequest, address: str = "") -> HttpResponse:
    context = {
        "feeds": feeds_of(request.user),
        "choices": CHOICES,
        "default": DEFAULT,
        "address": address,
    }
    return render(request, "feeds/page.html", context)


@login_required
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Make an address and show it, this once."""
    typed = map(whole, request.POST.getlist("hours"))
    hours = [number for number in typed if number is not None]
    return shows_once(_page(request, make_feed(request.user, hours)), reverse("feeds:page"))


@login_required
@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    """End one of the person's own addresses."""
    number = whole(request.POST.get("feed"))
    if number is None:
        raise NotFound
    revoke_feed(request.user, number)
    messages.success(request, _("The address is ended; programs that hold it find nothing."))
    return redirect("feeds:page")
