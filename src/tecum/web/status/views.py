"""Alive, and ready: two answers for a supervisor or a proxy."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from tecum.web.status.selectors import readiness

__all__ = ["healthz", "readyz"]


@require_GET
def healthz(request: HttpRequest) -> JsonResponse:
    """The process is alive."""
    return JsonResponse({"alive": True})


@require_GET
def readyz(request: HttpRequest) -> JsonResponse:
    """The database can be written, storage is reachable, the log may sign, the worker runs."""
    checks = readiness()
    ready = all(checks.values())
    return JsonResponse({"ready": ready, **checks}, status=200 if ready else 503)
