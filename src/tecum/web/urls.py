"""Where each application answers."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.http import require_POST
from django.views.generic import RedirectView
from django.views.i18n import set_language

from tecum.web.status.views import healthz, readyz

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("language", require_POST(set_language), name="language"),
    path("", RedirectView.as_view(pattern_name="intake:inbox")),
    path("", include("tecum.web.public.urls")),
    path("", include("tecum.web.accounts.urls")),
    path("", include("tecum.web.intake.urls")),
    path("", include("tecum.web.feeds.urls")),
    path("", include("tecum.web.docket.urls")),
    path("", include("tecum.web.ledger.urls")),
    path("", include("tecum.web.campaigns.urls")),
    path("", include("tecum.web.chronologies.urls")),
    path("", include("tecum.web.packs.urls")),
    path("", include("tecum.web.exchange.urls")),
    path("", include("tecum.web.reports.urls")),
    path("", include("tecum.web.search.urls")),
    path("", include("tecum.web.status.urls")),
    path("", include("tecum.web.office.urls")),
]
if settings.DEMO:
    urlpatterns.append(path("", include("tecum.web.demo.urls")))
handler404 = "tecum.web.ui.problems.not_found"
handler500 = "tecum.web.ui.mistakes.server_error"
