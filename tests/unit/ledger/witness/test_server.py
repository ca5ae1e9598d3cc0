"""The witness over HTTP: its two addresses, and what it does to those who ask badly."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tecum.ledger.witness.endpoint import TEXT_SIZE
from tecum.ledger.witness.kept import origin_hash
from tecum.ledger.witness.outgoing import Reply, send
from tecum.ledger.witness.server import AT_ONCE, WitnessServer
from tests.unit.ledger.office import log_key
from tests.unit.ledger.witness.bodies import Clock, Tree, witness


@contextmanager
def running(folder: Path, prefix: str = "", seconds: float = 120) -> Iterator[WitnessServer]:
    """A running witness."""
    server = WitnessServer(
        ("127.0.0.1", 0),
        witness(folder, Clock(), per_minute=10**6),
        prefix=prefix,
        seconds=seconds,
    )
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(120)


@contextmanager
def serving(folder: Path, prefix: str = "") -> Iterator[int]:
    """A running witness; gives its port."""
    with running(folder, prefix) as server:
        yield server.server_address[1]


def raw(port: int, *parts: bytes) -> bytes:
    """Everything that comes back for these bytes."""
    with socket.create_connection(("127.0.0.1", port), 120) as line:
        found = b""
        try:
            for part in parts:
                line.sendall(part)
            while data := line.recv(65536):
                found += data
        except OSError:
            pass
    return found


def post(port: int, body: bytes, path: str = "/add-checkpoint") -> Reply:
    return send(f"http://127.0.0.1:{port}{path}", body, "text/plain", True, seconds=120)


def get(url: str) -> Reply:
    return send(url, None, "", True, seconds=120)


def test_a_head_is_cosigned_and_shown(tmp_path: Path) -> None:
    tree = Tree.of(5)
    with serving(tmp_path, "/w") as port:
        reply = post(port, tree.body(0, 3), "/w/add-checkpoint")
        assert (reply.status, reply.media_type) == (200, "text/plain")
        assert post(port, tree.body(0, 5), "/w/add-checkpoint") == Reply(409, TEXT_SIZE, b"3\n")
        url = f"http://127.0.0.1:{port}/w/{origin_hash(log_key().name)}/checkpoint"
        assert get(url).body == tree.note(3) + reply.body
        for path in ("", "/", "/w", "/w/x", f"/w/{'0' * 64}/checkpoint", "/add-checkpoint"):
            assert get(f"http://127.0.0.1:{port}{path or '/'}").status == 404
            assert post(port, b"", path or "/").status == 404


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"POST /add-checkpoint HTTP/1.1\r\nHost: x\r\n\r\n", b"411"),
        (b"POST /add-checkpoint HTTP/1.1\r\nContent-Length: 65537\r\n\r\n", b"413"),
        (b"POST /add-checkpoint HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", b"413"),
        (b"POST /add-checkpoint HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b"413"),
        (b"POST /add-checkpoint HTTP/1.1\r\nContent-Length: 1_0\r\n\r\n", b"413"),
        (
            b"POST /add-checkpoint HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
            b"411",
        ),
        (
            b"POST /add-checkpoint HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
            b"411",
        ),
        (b"PUT /add-checkpoint HTTP/1.1\r\n\r\n", b"501"),
        (b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\n\r\n", b""),
        (b"nonsense\r\n\r\n", b"400"),
    ],
)
def test_bad_requests_are_refused(tmp_path: Path, head: bytes, status: bytes) -> None:
    with serving(tmp_path) as port:
        answer = raw(port, head)
        assert answer.split(b" ")[1:2] == ([status] if status else []) or status in answer[:200]
        assert post(port, Tree.of(1).body(0, 1)).status == 200


def test_endless_headers_are_cut_off(tmp_path: Path) -> None:
    with serving(tmp_path) as port:
        lines = b"".join(b"X-%d: %s\r\n" % (n, b"y" * 900) for n in range(60))
        answer = raw(port, b"POST /add-checkpoint HTTP/1.1\r\n" + lines + b"\r\n")
        assert b" 200 " not in answer
        assert post(port, Tree.of(1).body(0, 1)).status == 200


def test_those_who_dawdle_are_let_go_of_and_keep_nobody_out(tmp_path: Path) -> None:
    with running(tmp_path, seconds=0.5) as server:
        port = server.server_address[1]
        slow = [socket.create_connection(("127.0.0.1", port), 120) for _ in range(2 * AT_ONCE)]
        for line in slow:
            line.sendall(b"POST /add-checkpoint HTTP/1.1\r\nContent-Length: 9\r\n\r\nx")
        for line in slow:
            with line:
                line.settimeout(120)
                # Where the time is over before the words are read, the end is a reset.
                with suppress(ConnectionResetError):
                    assert line.recv(100) == b""
        server.seconds = 120
        assert post(port, Tree.of(1).body(0, 1)).status == 200


def test_a_damaged_record_is_not_shown(tmp_path: Path) -> None:
    with serving(tmp_path) as port:
        assert post(port, Tree.of(1).body(0, 1)).status == 200
        name = origin_hash(log_key().name)
        (tmp_path / "witnessed" / name / "head").write_bytes(b"x")
        url = f"http://127.0.0.1:{port}/{name}/checkpoint"
        assert get(url).status == 500


def test_nothing_of_a_request_is_written_down(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(tmp_path) as port:
        raw(port, b"GET /canary HTTP/9.9\r\nX: canary\r\n\r\n")
        raw(port, b"POST /canary HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc")
    out, err = capfd.readouterr()
    assert out + err == ""
