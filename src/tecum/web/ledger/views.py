"""Receipts: the list of one's own office, the files, the trust file; the witness's addresses."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from tecum.ledger.witness.endpoint import Answer
from tecum.ledger.witness.message import MAX_REQUEST
from tecum.web.ledger.selectors import (
    log_head,
    openable,
    receipt_for,
    recent_receipts,
    trust_file,
    waiting_count,
    witnesses_now,
)
from tecum.web.ledger.witnessing import answer_log, newest_cosigned

ATTACHED = "application/octet-stream"
"""Receipts are always attachments of this type: gateways rewrap text (LEDGER 20)."""


@login_required
@require_GET
def receipts(request: HttpRequest) -> HttpResponse:
    """The newest statements of this office with their receipts, and the log's head."""
    context = {
        "lines": recent_receipts(request.user),
        "head": log_head(),
        "waiting": waiting_count(),
        "watched": witnesses_now(),
    }
    return render(request, "ledger/receipts.html", context)


@login_required
@require_GET
def receipt(request: HttpRequest, entry: str) -> HttpResponse:
    """The receipt of an entry; ``?open=content`` adds an opening, which cannot be taken back."""
    labels = request.GET.getlist("open")
    name, content = receipt_for_download(request, entry, labels)
    return _attached(content, name)


def receipt_for_download(request: HttpRequest, entry: str, labels: list[str]) -> tuple[str, bytes]:
    """Name and bytes of a receipt."""
    content = receipt_for(request.user, entry, labels)
    line = next(row for row in recent_receipts(request.user, entry=entry))
    return line.file_name, content


@login_required
@require_GET
def openings(request: HttpRequest, entry: str) -> HttpResponse:
    """What a receipt could open, before it leaves the office."""
    context = {"entry": entry, "labels": openable(request.user, entry)}
    return render(request, "ledger/openings.html", context)


@login_required
@require_GET
def trust(request: HttpRequest) -> HttpResponse:
    """The office's trust file, to be handed over by another way than its receipts."""
    return _attached(trust_file().encode(), "office.policy")


@csrf_exempt
@require_POST
def add_checkpoint(request: HttpRequest) -> HttpResponse:
    """A log asks our witness; its signature, not a session, says who asks (LEDGER 14)."""
    try:
        body = request.read(MAX_REQUEST + 1)
    except OSError:
        body = b""
    return _answered(answer_log(body))


@require_GET
def cosigned_head(request: HttpRequest, name: str) -> HttpResponse:
    """The newest head that our witness cosigned of a log."""
    raw = newest_cosigned(name)
    return _answered(Answer(200, raw) if raw is not None else Answer.saying(404, "not watched"))


def _answered(answer: Answer) -> HttpResponse:
    return HttpResponse(answer.body, status=answer.status, content_type=answer.media_type)


def _attached(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=ATTACHED)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
