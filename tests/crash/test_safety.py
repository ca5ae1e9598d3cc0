"""A running ``tecum serve``: what it refuses to start with, and that it writes down no name."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.crash.test_serve import ROOT, Running
from tests.patience import WAIT
from tests.web.canaries import Canaries


def _serve(home: Path, command: str = "serve", **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("TECUM_")}
    return subprocess.run(
        [sys.executable, "-m", "tecum.cli", command],
        cwd=ROOT,
        env={**environment, "TECUM_HOME": str(home), **settings},
        text=True,
        capture_output=True,
        timeout=WAIT,
        check=False,
    )


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"TECUM_ADDRESS": "0.0.0.0:0"}, "without TLS"),
        ({"TECUM_ADDRESS": "0.0.0.0:0", "TECUM_PROXY": "1"}, "without TLS"),
        ({"TECUM_ADDRESS": "[::]:0", "TECUM_PUBLIC_URL": "http://x.test"}, "without TLS"),
    ],
)
def test_an_address_open_to_others_needs_tls(
    tmp_path: Path, settings: dict[str, str], said: str
) -> None:
    done = _serve(tmp_path / "home", **settings)
    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home" / "db.sqlite3").exists()


def test_an_unknown_setting_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "tecum.toml").write_text("uplod_limit_mb = 5\n", "utf-8")
    done = _serve(tmp_path)
    assert done.returncode != 0
    assert 'Nearest: "upload_limit_mb"' in done.stderr
    assert "Traceback" not in done.stderr


def test_the_demonstration_is_for_this_machine_alone(tmp_path: Path) -> None:
    done = _serve(
        tmp_path / "home",
        "demo",
        TECUM_ADDRESS="0.0.0.0:0",
        TECUM_PROXY="1",
        TECUM_PUBLIC_URL="https://x.test",
    )
    assert done.returncode != 0
    assert "this machine alone" in done.stderr


def _ask(port: int, path: str, **headers: str) -> int:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def _send_raw(port: int, raw: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=WAIT) as line:
        line.sendall(raw)
        line.settimeout(2)
        try:
            while line.recv(4096):
                pass
        except OSError:
            pass


def test_what_is_asked_of_it_is_not_written_down(tmp_path: Path) -> None:
    words = Canaries()
    running = Running(tmp_path / "home")
    running.wait_ready()
    port = running.port
    assert _ask(port, f"/docket/{words.name()}?q={words.name()}", Cookie=f"tecum={words.name()}")
    assert _ask(port, f"/sign-in/{words.name()}") == 403
    assert _ask(port, "/inbox", Host=f"{words.name()}.test") == 400
    form = (
        "POST /sign-in/x HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Content-Type: multipart/form-data; boundary={words.name()}\r\n"
        f"Content-Length: 40\r\n\r\n--{words.name()}"
    )
    for raw in (
        form,
        f"GET /{words.name()} HTTP/9.9\r\n\r\n",
        f"{words.name()} nonsense\r\n\r\n",
        f"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{words.name()}: a\x01b\r\n\r\n",
        f"GET / HTTP/1.1\r\n{words.name()}\r\n\r\n",
        f"POST /sign-in/x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {words.name()}\r\n\r\n",
    ):
        _send_raw(port, raw.encode("latin-1"))
    os.killpg(running.process.pid, signal.SIGINT)
    out, errors = running.process.communicate(timeout=WAIT)
    assert words.found_in((out + errors).encode()) == []
    files = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert [path.name for path in files if words.found_in(path.read_bytes())] == []
    _is_private(tmp_path / "home")


class Visitor:
    """Somebody with cookies, and without a browser."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())

    def get(self, path: str) -> str:
        """A page."""
        with self._opener.open(self.url + path) as answer:
            return str(answer.read().decode())

    def post(self, path: str, form: dict[str, str], *files: tuple[str, bytes]) -> str:
        """Send the form of a page, with files."""
        page = self.get("/inbox" if files else path)
        token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
        parts = [(f'name="{key}"', text.encode()) for key, text in form.items()]
        parts += [(f'name="files"; filename="{name}"', content) for name, content in files]
        parts.append(('name="csrfmiddlewaretoken"', token.encode()))
        body = b"".join(
            b"--edge\r\nContent-Disposition: form-data; %b\r\n\r\n%b\r\n" % (head.encode(), content)
            for head, content in parts
        )
        request = urllib.request.Request(
            self.url + path,
            body + b"--edge--\r\n",
            {"Content-Type": "multipart/form-data; boundary=edge"},
        )
        with self._opener.open(request) as answer:
            return str(answer.read().decode())


def test_papers_taken_in_leave_no_word_outside_and_no_demonstration_comes_near(
    tmp_path: Path,
) -> None:
    words, home = Canaries(), tmp_path / "home"
    running = Running(home)
    running.wait_ready()
    assert running.process.stdout is not None
    said = ""
    while "/sign-in/" not in said:
        said = running.process.stdout.readline()
    visitor = Visitor(f"http://127.0.0.1:{running.port}")
    link = "/sign-in/" + said.strip().rpartition("/")[2]
    visitor.post(link, {"name": "Example Office", "zone": "UTC", "lead": "Lead"})
    page = visitor.post(
        "/inbox/upload",
        {"channel": "email"},
        *((f"{words.name()}.{words.name()}", words.name().encode()) for _ in range(5)),
        (f"{words.name()}.pdf", b"%PDF-1.7 " + words.name().encode()),
        (f"{words.name()}.eml", f"From: {words.name()}@x.test\n\n{words.name()}".encode()),
    )
    assert "7 documents are kept" in page
    # What cannot be read is tried again and again; its first failure is in the log by then.
    deadline = time.monotonic() + 6
    while "being read" in visitor.get("/inbox").lower() and time.monotonic() < deadline:
        time.sleep(0.2)
    os.killpg(running.process.pid, signal.SIGKILL)
    out, errors = running.process.communicate(timeout=WAIT)
    assert words.found_in((out + errors).encode()) == []
    files = [path for path in home.rglob("*") if path.is_file()]
    assert words.found_in_all(str(path).encode() for path in files) == []
    assert words.found_in_all(path.read_bytes() for path in files) == []
    refused = _serve(home, "demo", TECUM_ADDRESS="127.0.0.1:0")
    assert refused.returncode != 0
    assert "demo.real-data" in refused.stderr
    assert "Traceback" not in refused.stderr


def _is_private(home: Path) -> None:
    """Nobody but the owner can enter the folder, and every secret and database is theirs alone."""
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    for folder in (home / "keys", home / "files", home / "incoming", home / "backup"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700, folder.name
    secrets = [path for path in (home / "keys").rglob("*") if path.is_file()]
    assert secrets
    for path in [*secrets, home / "db.sqlite3"]:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_a_secret_that_others_can_read_stops_the_start(tmp_path: Path) -> None:
    running = Running(tmp_path / "home")
    running.wait_ready()
    running.interrupt()
    (tmp_path / "home/keys/web").chmod(0o644)
    done = _serve(tmp_path / "home")
    assert done.returncode != 0
    assert "can be read by others" in done.stderr
    assert "Traceback" not in done.stderr
