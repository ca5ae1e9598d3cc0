"""One form, sent twice, is recorded once: a double click, a reload, the way back and again.

Every form that a page shows bears a token of its own showing. The same form of the same showing
with the same words and files, sent again in the same session, is answered as it was the first
time. What is typed anew, or sent from a page that was loaded anew, is another; what was refused,
even in part, may be sent again.

Authority: DOCKET 2.2 (two people on one page), 4.7 (no guard is passed twice).
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from tecum.errors import TecumError

__all__ = ["PressedOnce", "forget", "shows_once"]

MOST = 2000
"""Forms whose answers are kept in memory; the oldest are forgotten."""
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_SHOWN = "tecum_leads_to"
_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field


@dataclass(slots=True)
class _Press:
    """A form that was sent: one answers it at a time, and where the answer led."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    led_to: str = ""


_presses: OrderedDict[str, _Press] = OrderedDict()
_lock = threading.Lock()


class PressedOnce:
    """Answer a form that has been answered already as before, and do nothing a second time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        name = _name_of(request)
        if name is None:
            return self.get_response(request)
        press = _press(name)
        with press.lock:
            if press.led_to:
                messages.info(request, _("This form was sent before. It was recorded once."))
                return HttpResponseRedirect(press.led_to)
            answer = self.get_response(request)
            if answer.status_code in (302, 303) and not _has_refused(request):
                press.led_to = answer["Location"]
            elif shown := getattr(answer, _SHOWN, ""):
                press.led_to = shown
            return answer


def shows_once(answer: HttpResponse, place: str) -> HttpResponse:
    """Mark a page that shows a secret at once; loaded again, it leads on and makes no second.

    Args:
        place: Where the way goes on then.
    """
    setattr(answer, _SHOWN, place)
    return answer


def forget() -> None:
    """Drop every form that is kept."""
    with _lock:
        _presses.clear()


def _press(name: str) -> _Press:
    with _lock:
        press = _presses.setdefault(name, _Press())
        _presses.move_to_end(name)
        while len(_presses) > MOST:
            _presses.popitem(last=False)
        return press


def _has_refused(request: HttpRequest) -> bool:
    """Whether the next page is to say that something was not done."""
    waiting = getattr(messages.get_messages(request), "_queued_messages", ())
    return any(one.level >= messages.ERROR for one in waiting)


def _name_of(request: HttpRequest) -> str | None:
    """The form, by its session, its address and its words; None for what is no page's form."""
    if request.method != "POST" or request.content_type not in _FORMS:
        return None
    if not request.user.is_authenticated or not request.POST.get(_TOKEN):
        return None
    session = request.session.session_key or ""
    try:
        files = [
            (name, [(one.name, _digest(one)) for one in held])
            for name, held in request.FILES.lists()
        ]
    except TecumError:
        # A file was dropped on its way in; the page that takes it says why.
        return None
    said = [session, request.get_full_path(), sorted(request.POST.lists()), sorted(files)]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _digest(file: UploadedFile) -> str:
    """The hash of a file, which is read from its beginning by whoever comes next."""
    total = hashlib.sha256()
    for chunk in file.chunks():
        total.update(chunk)
    file.seek(0)
    return total.hexdigest()
