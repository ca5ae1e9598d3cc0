"""The inbox, taking documents in, and the pages of a document as pictures."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from tecum.docket.acts.arrival import AttachedAs, Dismissal, EnteredBy, ReleaseReason
from tecum.errors import TecumError
from tecum.reading.errors import CannotRender
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.policies import may
from tecum.web.accounts.selectors import people
from tecum.web.docket.asking import day_of, one_of
from tecum.web.docket.services import assign_demand
from tecum.web.exchange.services import looks_like_message, take_in
from tecum.web.intake import inbox as waiting
from tecum.web.intake import paper, selectors, services
from tecum.web.intake.selectors import document_bytes
from tecum.web.ui.templatetags.spoken import all_said
from tecum.words import Channel, Kind

CHANNELS = (
    (Channel.EMAIL, gettext_lazy("e-mail")),
    (Channel.POST, gettext_lazy("post")),
    (Channel.CERTIFIED_POST, gettext_lazy("certified post")),
    (Channel.HAND, gettext_lazy("by hand")),
    (Channel.PROCESS_SERVER, gettext_lazy("process server")),
    (Channel.COURIER, gettext_lazy("courier")),
    (Channel.FAX, gettext_lazy("fax")),
    (Channel.PORTAL, gettext_lazy("portal")),
    (Channel.DROP, gettext_lazy("not known: dropped in here")),
)
ROWS = 50
_FILTERS = ("state", "kind", "channel", "assignee", "since", "until", "order")
STATES = ("received", "read", "quarantined", "dismissed", "filed")


@login_required
@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    """What waits, oldest first; other states by a filter; a page is named by its last row."""
    state = request.GET.get("state", "")
    asked = _asked(request)
    after = request.GET.get("after", "")
    states_in = (state,) if state in STATES else ()
    rows = waiting.inbox(
        request.user, asked, states_in=states_in, after=after or None, limit=ROWS + 1
    )
    kept = {key: request.GET[key] for key in _FILTERS if request.GET.get(key)}
    more = rows[ROWS - 1].arrival.entry if len(rows) > ROWS else None
    context = {
        "rows": rows[:ROWS],
        "asked": asked,
        "state": state,
        "states": [(word, urlencode({**kept, "state": word})) for word in STATES],
        "all_waiting": urlencode({key: word for key, word in kept.items() if key != "state"}),
        "narrowed": any(key not in ("state", "order") for key in kept),
        "kinds": list(Kind),
        "orders": list(waiting.INBOX_ORDERS),
        "people": people(),
        "channels": CHANNELS,
        "may_receive": bool(may(request.user, "document-received")),
        "reads": any(row.queue in ("queued", "running") for row in rows),
        "more": urlencode({**kept, "after": more}) if more else "",
        "first": urlencode(kept) if after else None,
    }
    return render(request, "intake/inbox.html", context)


def _asked(request: HttpRequest) -> waiting.Waiting:
    """What the address asks for; what is not understood narrows nothing."""
    get = request.GET.get
    return waiting.Waiting(
        kind=one_of(get("kind"), Kind),
        channel=one_of(get("channel"), Channel),
        assignee=get("assignee", ""),
        since=day_of(get("since", "")),
        until=day_of(get("until", "")),
        order=get("order", "") if get("order") in waiting.INBOX_ORDERS else "oldest",
    )


@login_required
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Take the chosen files in; each is durable before it is acknowledged on the next page."""
    files = request.FILES.getlist("files")
    if not files:
        messages.error(request, _("No file was chosen."), extra_tags="problem")
        return redirect("intake:inbox")
    channel = Channel(request.POST.get("channel") or Channel.DROP)
    taken = 0
    for file in files:
        try:
            if looks_like_message(_head_of(file)):
                taken += 1
                take_in(request.user, file.read(), file.name)
                continue
            received = services.receive_document(
                file.file, file.name, channel, request.user, entered_by=EnteredBy.UPLOAD
            )
        except TecumError as error:
            messages.error(request, all_said(error), extra_tags="problem")
            continue
        taken += 1
        _take_up(request, received.docket)
        if received.known:
            messages.info(request, _("One of these files was here before; both are kept."))
    if taken:
        said = ngettext(
            "%(n)s document is kept and recorded. It is being read.",
            "%(n)s documents are kept and recorded. They are being read.",
            taken,
        ) % {"n": taken}
        messages.success(request, said)
    return redirect("intake:inbox")


def _head_of(file: UploadedFile) -> bytes:
    head: bytes = file.read(32)
    file.seek(0)
    return head


def _take_up(request: HttpRequest, docket_id: str) -> None:
    """Who enters a document has it to read, so that its page can be seen and confirmed."""
    from tecum.docket.acts.registration import Need

    assign_demand(request.user, docket_id, request.user, Need.READ)


@login_required
@require_POST
def take(request: HttpRequest, docket: str) -> HttpResponse:
    """Take an arrival up oneself."""
    _take_up(request, docket)
    return redirect("docket:page", docket)


@login_required
@require_POST
def dismiss(request: HttpRequest, docket: str) -> HttpResponse:
    """Record that an arrival is no demand on this office, and why."""
    outcome = Dismissal(request.POST["outcome"])
    target = request.POST.get("target") or None
    services.dismiss(request.user, docket, request.POST["arrival"], outcome, target=target)
    messages.success(request, _("Dismissed; the document stays and can be taken up again."))
    return redirect("intake:inbox")


@login_required
@require_POST
def attach(request: HttpRequest, docket: str) -> HttpResponse:
    """File an arrival on another docket, as what it is there."""
    role = AttachedAs(request.POST["role"])
    target = request.POST["target"]
    services.attach(request.user, docket, request.POST["arrival"], target, role)
    messages.success(request, _("Filed there; both stay as they came."))
    return redirect("docket:page", docket)


@login_required
@require_POST
def read_again(request: HttpRequest, docket: str) -> HttpResponse:
    """Have a document read by the present reader; what was confirmed stands."""
    if services.read_again(request.user, docket):
        messages.success(request, _("It is being read again. What was confirmed stands."))
    else:
        messages.info(request, _("The present reader has read this document already."))
    return redirect("docket:page", docket)


@sensitive_post_parameters("password")
@login_required
@require_POST
def open_locked(request: HttpRequest, docket: str) -> HttpResponse:
    """Have a locked document read with the password that was entered."""
    if services.open_with_password(request.user, docket, request.POST.get("password", "")):
        messages.success(request, _("It is being opened with this password, which is not kept."))
    else:
        messages.info(request, _("Nothing of this document waits for a password."))
    return redirect("docket:page", docket)


@login_required
@require_GET
def download_copy(request: HttpRequest, docket: str) -> HttpResponse:
    """The working copy of a document in which somebody's redaction failed."""
    try:
        content = selectors.working_copy(request.user, docket)
    except (NotFound, CannotRender):
        raise Http404 from None
    response = HttpResponse(content, content_type="application/octet-stream")
    name = f"{docket[:12]}-working-copy.pdf"
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@login_required
@require_POST
def release(request: HttpRequest, docket: str) -> HttpResponse:
    """Take up again what was set apart or dismissed."""
    reason = ReleaseReason(request.POST.get("reason") or ReleaseReason.OTHER)
    services.release(request.user, docket, request.POST["arrival"], reason)
    messages.success(request, _("It is taken up again."))
    return redirect("docket:page", docket)


@login_required
@require_GET
def page_image(request: HttpRequest, docket: str, n: int) -> HttpResponse:
    """One page as a picture that our own child drew; never the file itself."""
    try:
        sealed = not selectors.may_have_original(request.user, docket)
        content = selectors.page_bytes(request.user, docket)
    except NotFound:
        raise Http404 from None
    kind = "copy" if sealed else "file"
    picture = paper.page_picture(f"{docket}:{kind}:{len(content)}", n, content)
    if picture is None:
        raise Http404
    return HttpResponse(picture.content, content_type=picture.media_type)


@login_required
@require_GET
def download(request: HttpRequest, docket: str) -> HttpResponse:
    """The file as it came, as a download that no browser opens in place."""
    response = HttpResponse(_document(request, docket), content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(docket[:12])}.bin"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _document(request: HttpRequest, docket: str) -> bytes:
    try:
        return document_bytes(request.user, docket)
    except NotFound:
        raise Http404 from None
