"""What is connected to: the configured address, once looked up, public, never redirected."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tecum.ledger.witness.errors import AddressRefused
from tecum.ledger.witness.outgoing import Reply, is_public, send


@contextmanager
def listener(*answers: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """A server that gives these answers in turn; gives its port and what it was sent."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            for answer in answers:
                try:
                    line, _ = server.accept()
                except OSError:
                    return
                with line:
                    heard.append(line.recv(65536))
                    line.sendall(answer)
                    if answer.endswith(b"..."):
                        line.settimeout(120)
                        line.recv(1)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1], heard
        server.shutdown(socket.SHUT_RDWR)
        thread.join(120)


@pytest.mark.parametrize(
    "text",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254",
        "ff02::1", "2001:db8::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::1", "localhost", "", "x",
        "2001:0:4136:e378:8000:63bf:f5ff:fffe",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(text: str) -> None:
    assert not is_public(text)


@pytest.mark.parametrize("text", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_addresses_that_are_public(text: str) -> None:
    assert is_public(text)


@pytest.mark.parametrize(
    "url",
    [
        "http://witness.example/", "ftp://witness.example/", "file:///etc/passwd", "//x/", "x", "",
        "https://", "https:///x", "https://a@witness.example/", "https://a:b@witness.example/",
        "https://witness.example/#x", "https://witness.example:0/", "https://witness.example:x/",
        "https://witness.example:99999/", "https://wit ness.example/", "https://witness.example\\@x",
        "https://witness.example/\n", "https://wítness.example/",
    ],
)  # fmt: skip
def test_addresses_of_another_form_are_refused(url: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        send(url, None, "", resolve=lambda host, port: ["93.184.216.34"])
    assert refused.value.code == "address.form"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "0x7f.1", "2130706433", "127.1", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]",
        "localhost", "0",
    ],
)  # fmt: skip
def test_odd_notations_of_this_machine_are_not_connected_to(host: str) -> None:
    with listener(b"") as (port, heard):
        with pytest.raises(AddressRefused) as refused:
            send(f"https://{host}:{port}/add-checkpoint", b"x", "text/plain")
        assert refused.value.code in ("address.private", "address.unknown")
        assert heard == []


def test_a_host_that_is_partly_private_is_not_connected_to() -> None:
    with listener(b"") as (port, heard):
        for found in (["93.184.216.34", "127.0.0.1"], ["127.0.0.1"]):
            with pytest.raises(AddressRefused) as refused:
                send(f"https://w.example:{port}/", b"", "", resolve=lambda h, p, f=found: f)
            assert refused.value.code == "address.private"
        assert heard == []


def test_a_host_is_looked_up_once_and_that_address_is_connected_to() -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    answer = b"HTTP/1.1 200 OK\r\nContent-Type: Text/Plain; x=y\r\nContent-Length: 2\r\n\r\nok"
    with listener(answer) as (port, heard):
        url = f"http://witness.example:{port}/w/add?x=1"
        assert send(url, b"body", "text/plain", True, resolve=resolve, seconds=120) == Reply(
            200, "text/plain", b"ok"
        )
    assert asked == ["witness.example"]
    assert heard[0].startswith(b"POST /w/add?x=1 HTTP/1.1\r\n")
    assert f"Host: witness.example:{port}\r\n".encode() in heard[0]


def test_redirects_are_not_followed() -> None:
    with listener(b"") as (target, reached):
        moved = f"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{target}/\r\n\r\n"
        with listener(moved.encode()) as (port, _):
            assert send(f"http://127.0.0.1:{port}/", None, "", True, seconds=120).status == 302
        assert reached == []


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"garbage\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nslow...",
        b"HTTP/1.1 200 OK\r\n\r\nwithout a length...",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70000 + b"\r\n\r\n",
    ],
)
def test_a_broken_or_endless_answer_is_silence(answer: bytes) -> None:
    with listener(answer) as (port, _):
        with pytest.raises(AddressRefused) as refused:
            send(f"http://127.0.0.1:{port}/", None, "", True, seconds=0.5)
        assert refused.value.code == "address.silent"


def test_an_answer_that_is_too_long_is_refused() -> None:
    with listener(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n" + b"x" * 99) as (port, _):
        with pytest.raises(AddressRefused) as refused:
            send(f"http://127.0.0.1:{port}/", None, "", True, most=98, seconds=120)
        assert refused.value.code == "address.too-long"


def test_a_host_that_nobody_knows_is_named_so() -> None:
    with pytest.raises(AddressRefused) as refused:
        send("https://nowhere.invalid/", None, "", resolve=lambda h, p: [])
    assert refused.value.code == "address.unknown"


def test_tls_must_be_the_hosts_own() -> None:
    with listener(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") as (port, _):
        with pytest.raises(AddressRefused) as refused:
            send(f"https://127.0.0.1:{port}/", b"x", "", True)
        assert refused.value.code == "address.silent"
