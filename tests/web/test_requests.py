"""What every request and answer must hold: no forgery, no effect of looking, headers, limits."""

from __future__ import annotations

import hashlib
import logging
import os
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tecum import clock
from tecum.web.accounts.models import SignInLink
from tecum.web.accounts.services import make_link, set_roles
from tecum.web.accounts.tries import FREE, LONGEST, TRIES, Tries
from tecum.web.docket.models import Docket, Entry
from tecum.web.intake import store
from tecum.web.ledger.sequencer import put_waiting_into_log
from tecum.web.security import POLICY
from tecum.web.status.logs import JsonLines
from tecum.words import Role
from tests.web.browsing import same_page, signed_in, token_of
from tests.web.conftest import Staff
from tests.web.routes import OF_OTHERS, OF_PACKS, OF_REPORTS, ROUTES
from tests.web.world import At, demand_at_work

pytestmark = pytest.mark.django_db


def _addresses(at: At, method: str) -> dict[str, str]:
    """Every address that answers this method, filled with what exists."""
    arguments: dict[str, list[object]] = {
        **OF_OTHERS,
        **OF_PACKS,
        **OF_REPORTS,
        "accounts:link": ["x" * 43],
        "ledger:receipt": [at.entry],
        "ledger:openings": [at.entry],
        "exchange:message": [at.entry],
        "intake:page-image": [at.docket, 1],
        "docket:record": [at.docket, "demand-linked"],
        "campaigns:board": ["0" * 64],
        "ledger:cosigned-head": ["0" * 64],
    }
    found = {}
    for name, route in ROUTES.items():
        if name.startswith("demo:") or (route.method != method and not route.both):
            continue
        default: list[object] = [at.docket] if route.who.docket else []
        found[name] = reverse(name, args=arguments.get(name, default)) if name else "/"
    return found


def _digest() -> str:
    """Everything that the product keeps, sessions aside."""
    whole = hashlib.sha256()
    for table in sorted(connection.introspection.table_names()):
        if table == "django_session":
            continue
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows = sorted(repr(tuple(map(_plain, row))) for row in cursor.fetchall())
        whole.update(repr((table, rows)).encode())
    for path in sorted(settings.HOME.root.rglob("*")):
        if path.is_file() and not path.name.startswith("test.sqlite3"):
            whole.update(repr((str(path), path.read_bytes())).encode())
    return whole.hexdigest()


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


def test_looking_changes_nothing(staff: Staff) -> None:
    at = demand_at_work(staff)
    put_waiting_into_log()
    client = signed_in(staff.counsel)
    before = _digest()
    for name, address in _addresses(at, "GET").items():
        for method in (client.get, client.head, client.options):
            method(address, {"open": "entry"} if name == "ledger:receipt" else {})
        assert _digest() == before, name
    for name, address in _addresses(at, "POST").items():
        if not ROUTES[name].both:
            assert client.get(address).status_code == 405, name
        for odd in (client.put, client.patch, client.delete):
            assert odd(address, HTTP_X_HTTP_METHOD_OVERRIDE="POST").status_code == 405, name
        assert _digest() == before, name


def test_no_form_is_taken_from_elsewhere(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.lead, enforce_csrf_checks=True)
    page = client.get(reverse("docket:page", args=[at.docket]))
    token = token_of(page.content) or client.cookies[settings.CSRF_COOKIE_NAME].value
    before = _digest()
    tried = _addresses(at, "POST")
    # A log that asks our witness is known by its signature; no session is used.
    del tried["ledger:add-checkpoint"]
    assert len(tried) > 15
    for name, address in tried.items():
        TRIES.forget()
        bare = client.post(address, ROUTES[name].form)
        wrong = client.post(address, {**ROUTES[name].form, "csrfmiddlewaretoken": "x" * 64})
        other = client.post(
            address,
            {**ROUTES[name].form, "csrfmiddlewaretoken": token},
            HTTP_ORIGIN="https://elsewhere.test",
        )
        assert [bare.status_code, wrong.status_code, other.status_code] == [403] * 3, name
        assert b"Another site must not be able to act in your name" in bare.content
    assert _digest() == before
    answer = client.post("/sign-out", {"csrfmiddlewaretoken": token})
    assert answer.status_code == 302


def _is_held(answer: HttpResponse, name: str) -> None:
    assert answer["X-Content-Type-Options"] == "nosniff", name
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin", name
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin", name
    assert answer["Referrer-Policy"] == "same-origin", name
    assert "Access-Control-Allow-Origin" not in answer, name
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy, name
    assert "unsafe" not in policy, name
    if name == "public:verify":
        assert answer["Cache-Control"] == "public, max-age=300"
        return
    if name == "public:page":
        # Its own style alone, named by its digest; neither a script nor a form.
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "form-action 'none'" in policy
        return
    papers = ("intake:download", "intake:working-copy", "exchange:message")
    is_paper = name in papers and answer.status_code == 200
    assert policy == ("sandbox; default-src 'none'" if is_paper else POLICY), name
    assert answer["Cache-Control"] == "private, no-store", name


def test_every_answer_carries_its_headers(staff: Staff) -> None:
    at = demand_at_work(staff)
    put_waiting_into_log()
    for client in (signed_in(staff.counsel), Client(), signed_in(staff.auditor)):
        for name, address in _addresses(at, "GET").items():
            # What is tried in vain here must not make anybody wait, however fast it goes.
            TRIES.forget()
            _is_held(client.get(address), name)
            if name != "accounts:link":
                _is_held(client.post(address), "")
    client = signed_in(staff.counsel)
    for name in ("intake:download", "ledger:receipt", "ledger:trust"):
        answer = client.get(_addresses(at, "GET")[name])
        assert answer["Content-Type"] == "application/octet-stream", name
        assert answer["Content-Disposition"].startswith("attachment; filename"), name


def test_cookies_are_for_this_site_and_no_script(staff: Staff) -> None:
    client = signed_in(staff.clerk)
    client.post("/inbox/upload")
    assert set(client.cookies) == {"tecum", "tecum-csrf", "tecum-browser"}
    for cookie in client.cookies.values():
        assert cookie["httponly"] is True, cookie.key
        assert cookie["samesite"] == "Lax", cookie.key
        assert cookie["path"] == "/", cookie.key
        assert not cookie["domain"], cookie.key


def test_over_tls_cookies_bear_the_host_prefix(tmp_path: Path) -> None:
    import subprocess
    import sys

    shown = (
        "import django; django.setup(); from django.conf import settings as s\n"
        "from tecum.web.accounts.views import COOKIE\n"
        "names = (s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, COOKIE)\n"
        "assert all(name.startswith('__Host-') for name in names), names\n"
        "assert s.SESSION_COOKIE_SECURE and s.CSRF_COOKIE_SECURE and not s.DEBUG\n"
        "assert s.SECURE_HSTS_SECONDS >= 31536000\n"
        "assert s.ALLOWED_HOSTS and '*' not in s.ALLOWED_HOSTS, s.ALLOWED_HOSTS\n"
    )
    environment = {key: text for key, text in os.environ.items() if not key.startswith("TECUM_")}
    done = subprocess.run(
        [sys.executable, "-c", shown],
        env={
            **environment,
            "DJANGO_SETTINGS_MODULE": "tecum.web.settings.serve",
            "TECUM_HOME": str(tmp_path / "home"),
            "TECUM_ADDRESS": "0.0.0.0:8710",
            "TECUM_PROXY": "1",
            "TECUM_PUBLIC_URL": "https://office.test",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_session_changes_its_name_at_sign_in_and_ends_with_the_roles(staff: Staff) -> None:
    client = Client()
    client.get("/sign-in")
    address = f"/sign-in/{make_link(SignInLink.SIGN_IN, staff.clerk)}"
    client.get(address)
    client.post(address)
    first = client.cookies["tecum"].value
    address = f"/sign-in/{make_link(SignInLink.SIGN_IN, staff.clerk)}"
    client.post(address)
    assert client.cookies["tecum"].value != first
    assert client.get("/inbox").status_code == 200
    set_roles(staff.lead, staff.clerk, [Role.CLERK, Role.CUSTODIAN])
    assert client.get("/inbox").status_code == 302


def test_a_session_left_alone_ends(staff: Staff) -> None:
    client = signed_in(staff.clerk)
    for minutes, status in ((29, 200), (61, 302)):
        with clock.at_fixed(clock.now() + timedelta(minutes=minutes)):
            assert client.get("/inbox").status_code == status


def test_a_link_opens_once_in_one_browser_and_says_why_not(staff: Staff) -> None:
    address = f"/sign-in/{make_link(SignInLink.SIGN_IN, staff.clerk)}"
    client, other = Client(), Client()
    assert client.get(address).status_code == 200
    assert other.get(address).status_code == other.post(address).status_code == 403
    assert client.post(address).status_code == 302
    again = client.post(address)
    assert again.status_code == 403
    assert b"It works once" in again.content
    late = f"/sign-in/{make_link(SignInLink.SIGN_IN, staff.clerk)}"
    with clock.at_fixed(clock.now() + timedelta(minutes=61)):
        assert b"expired" in Client().get(late).content


def test_whoever_guesses_waits_longer_each_time_and_alike_for_good_links(staff: Staff) -> None:
    good = f"/sign-in/{make_link(SignInLink.SIGN_IN, staff.clerk)}"
    start = clock.now()
    guesser = Client()
    with clock.at_fixed(start):
        for n in range(FREE):
            assert guesser.get(f"/sign-in/{n:043}").status_code == 403
        bad, right = guesser.get(f"/sign-in/{9:043}"), guesser.get(good)
        assert bad.status_code == right.status_code == 429
        assert same_page(bad.content) == same_page(right.content)
        assert bad["Retry-After"] == "1"
        elsewhere = Client(REMOTE_ADDR="192.0.2.7")
        assert elsewhere.get("/sign-in/" + "y" * 43).status_code == 403
    with clock.at_fixed(start + timedelta(seconds=1)):
        assert guesser.get(f"/sign-in/{8:043}").status_code == 403
        assert guesser.get(good)["Retry-After"] == "2"
    with clock.at_fixed(start + timedelta(seconds=3)):
        assert guesser.get(good).status_code == 200
        assert guesser.post(good).status_code == 302
        assert guesser.get(f"/sign-in/{7:043}").status_code == 403


def test_the_wait_grows_to_a_quarter_of_an_hour_and_is_forgotten() -> None:
    tries, waits, at = Tries(), [], 0
    for _ in range(20):
        tries.failed("n", at)
        waits.append(tries.wait("n", at))
        at += waits[-1]
    assert waits[: FREE - 1] == [0] * (FREE - 1)
    assert waits[FREE - 1 : FREE + 3] == [1, 2, 4, 8]
    assert waits[-1] == LONGEST
    assert tries.wait("n", at + 2 * LONGEST) == 0
    assert tries.wait("other", at) == 0


@pytest.mark.parametrize("signed", [True, False])
def test_a_long_body_is_refused_in_words_before_it_is_read(staff: Staff, signed: bool) -> None:
    client = signed_in(staff.clerk) if signed else Client()
    before = _digest()
    length = str(settings.FORM_LIMIT + 1)
    for address in ("/sign-in/" + "x" * 43, "/docket/x/confirm", "/people"):
        answer = client.post(address, {"a": "b"}, CONTENT_LENGTH=length)
        assert answer.status_code == 413, address
        assert b"was not taken in" in answer.content
    over = str(settings.PACKAGE_LIMIT + 1) if signed else length
    assert client.post("/inbox/upload", {}, CONTENT_LENGTH=over).status_code == 413
    assert _digest() == before


def _upload(client: Client, *files: SimpleUploadedFile) -> bytes:
    answer = client.post("/inbox/upload", {"files": list(files), "channel": "post"}, follow=True)
    assert answer.status_code == 200
    return answer.content


def test_too_large_a_file_is_named_and_the_others_are_kept(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signed_in(staff.clerk)
    monkeypatch.setattr(settings, "CONFIG", _with(upload_limit_mb=1))
    page = _upload(
        client,
        SimpleUploadedFile("small.txt", b"small"),
        SimpleUploadedFile("large.txt", b"x" * (1 << 20) + b"y"),
    )
    assert b"larger than 1 MB" in page
    assert b"1 document is kept" in page
    assert Entry.objects.filter(slug="document-received").count() == 1
    assert [
        p for p in settings.HOME.files.rglob("*") if p.is_file() and p.stat().st_size > 9999
    ] == []
    assert list(settings.HOME.incoming.iterdir()) == []


def _with(**changes: object) -> object:
    from dataclasses import replace

    return replace(settings.CONFIG, **changes)  # type: ignore[arg-type]


def test_a_full_disk_is_a_refusal_and_nothing_is_lost(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signed_in(staff.clerk)
    _upload(client, SimpleUploadedFile("first.txt", b"kept before"))
    before = _digest()
    full = SimpleNamespace(f_bavail=4, f_blocks=100)
    with monkeypatch.context() as patch:
        patch.setattr(store.os, "statvfs", lambda _: full)
        page = _upload(client, SimpleUploadedFile("second.txt", b"no room"))
    assert b"could not be stored" in page
    assert _digest() == before
    with monkeypatch.context() as patch:
        patch.setattr(store.os, "fsync", _no_space)
        page = _upload(client, SimpleUploadedFile("third.txt", b"no room either"))
    assert b"could not be stored" in page
    assert _digest() == before
    assert b"1 document is kept" in _upload(client, SimpleUploadedFile("fourth.txt", b"room"))


def _no_space(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_an_upload_has_no_name_on_the_disk_while_it_comes(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tecum.web.intake import services

    seen: list[str] = []
    real = store.lay_down

    def lay_down(source):  # type: ignore[no-untyped-def]
        seen.extend(path.name for path in settings.HOME.incoming.iterdir())
        return real(source)

    monkeypatch.setattr(services.store, "lay_down", lay_down)
    _upload(signed_in(staff.clerk), SimpleUploadedFile("x.secret-name", b"content"))
    assert seen == []
    assert Entry.objects.filter(slug="document-received").exists()


def test_null_characters_are_refused_everywhere(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.counsel)
    before = _digest()
    for address in ("/docket?kind=%00", "/docket?after=%00", "/docket/a%00b", "/receipts/%00"):
        assert client.get(address).status_code == 404, address
    form = {"path": "recipient", "value": "a\0b", "reading": at.reading}
    answer = client.post(reverse("docket:correct", args=[at.docket]), form)
    assert answer.status_code == 400
    assert _digest() == before


def test_what_an_act_left_behind_is_swept(staff: Staff) -> None:
    kept = demand_at_work(staff)
    held = sorted(settings.HOME.files.rglob("*"))
    (settings.HOME.files / "aa").mkdir(exist_ok=True)
    (settings.HOME.files / "aa" / ("a" * 64)).write_bytes(b"left")
    (settings.HOME.files / ".half").write_bytes(b"half")
    (settings.HOME.incoming / "tmp").write_bytes(b"half")
    assert store.sweep() == 3
    left = sorted(p for p in settings.HOME.files.rglob("*") if p.name != "aa")
    assert left == [p for p in held if p.name != "aa"]
    assert Docket.objects.filter(pk=kept.docket).exists()
    assert store.sweep() == 0


def test_who_may_not_send_an_answer_stores_nothing(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.auditor)
    before = _digest()
    address = reverse("docket:send", args=[at.docket])
    answer = client.post(address, {"items": "2", "document": "words", "channel": "post"})
    assert answer.status_code == 409
    assert _digest() == before


def test_a_correction_that_no_page_could_show_is_refused(staff: Staff) -> None:
    at = demand_at_work(staff)
    client = signed_in(staff.counsel)
    for path in ("due.x", "items.-1", "items.99999", "subjects.0.name", "nothing", "constructor"):
        form = {"path": path, "value": "x", "reading": at.reading, "form": "none"}
        answer = client.post(reverse("docket:correct", args=[at.docket]), form)
        assert 400 <= answer.status_code < 500, path
    assert client.get(reverse("docket:page", args=[at.docket])).status_code == 200


def test_the_server_speaks_through_our_log_lines_alone() -> None:
    from gunicorn.config import Config

    from tecum.web.status.logs import ServerLogger
    from tecum.web.supervisor import _settings

    assert _settings(settings.CONFIG, "")["logger_class"].endswith(ServerLogger.__name__)
    ServerLogger(Config())
    handlers = logging.getLogger("gunicorn.error").handlers
    own = [one for one in handlers if not type(one).__module__.startswith("_pytest")]
    assert [type(one.formatter) for one in own] == [JsonLines]
