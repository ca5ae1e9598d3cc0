"""Alive, and ready: two answers for a supervisor or a proxy; and the status page for people."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from tecum.machine import examine
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.policies import has_role
from tecum.web.status.selectors import installation, readiness
from tecum.words import Role

__all__ = ["healthz", "readyz", "status"]


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


@login_required
@require_GET
def status(request: HttpRequest) -> HttpResponse:
    """What is in force here, what is missing, what that costs and what to do, in plain words."""
    if not has_role(request.user, Role.LEAD, Role.OPERATOR):
        raise NotFound
    ours, machine = installation(), examine()
    context = {
        "parts": [("installation", ours), ("machine", machine)],
        "wrong": [line for line in (*ours, *machine) if line.state in ("missing", "limited")],
        "unknown": [line for line in (*ours, *machine) if line.state == "not checked"],
    }
    return render(request, "status/status.html", context)
