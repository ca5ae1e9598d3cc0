"""The witness over HTTP: two addresses, small bodies, short times, nothing written down.

POST <prefix>/add-checkpoint · GET <prefix>/<hex SHA-256 of the origin>/checkpoint

Meant to stand behind a reverse proxy with TLS. What passes through it is signed by the log
and by the witness; it shows nothing but origins, sizes and roots.
"""

from __future__ import annotations

import re
import socket
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tecum.ledger.errors import StorageFailed
from tecum.ledger.witness.endpoint import Answer, Witness
from tecum.ledger.witness.message import MAX_REQUEST

__all__ = ["WitnessServer"]

SECONDS = 10.0
MAX_HEADERS = 16 * 1024
AT_ONCE = 32
_HEAD = re.compile(r"/([0-9a-f]{64})/checkpoint", re.ASCII)
_DIGITS = re.compile(r"[0-9]{1,6}", re.ASCII)
_NOT_HERE = Answer.saying(404, "nothing is at this address")


class WitnessServer(ThreadingHTTPServer):
    """Serves one witness.

    Args:
        address: Host and port to listen at.
        witness: What answers.
        prefix: The path before both addresses, without a slash at its end.
        seconds: After so long a connection ends, whatever it did until then.
    """

    daemon_threads = True
    request_queue_size = 128

    def __init__(
        self,
        address: tuple[str, int],
        witness: Witness,
        *,
        prefix: str = "",
        seconds: float = SECONDS,
    ) -> None:
        if ":" in address[0]:
            self.address_family = socket.AF_INET6
        self.witness, self.prefix, self.seconds = witness, prefix.rstrip("/"), seconds
        self._places = threading.BoundedSemaphore(AT_ONCE)
        super().__init__(address, _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Take a connection while there is a place for it; others wait in the queue."""
        self._places.acquire()
        try:
            super().process_request(request, client_address)
        except BaseException:
            self._places.release()
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer one connection within its time."""
        ending = threading.Timer(self.seconds, _end, [request])
        ending.daemon = True
        ending.start()
        try:
            super().process_request_thread(request, client_address)
        finally:
            ending.cancel()
            self._places.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A broken connection is nobody's news, and an address is never written down."""


def _end(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


class _Bounded:
    """Reads lines of a request until its head is longer than any request's head is."""

    def __init__(self, source: Any) -> None:
        self._source, self._left = source, MAX_HEADERS

    def readline(self, size: int = -1) -> bytes:
        """The next line; after too many bytes, nothing more."""
        most = self._left if size < 0 else min(size, self._left)
        line: bytes = self._source.readline(most) if most else b""
        self._left -= len(line)
        return line

    def read(self, size: int) -> bytes:
        """So many bytes of the body."""
        return bytes(self._source.read(size))

    def close(self) -> None:
        """Let go of the connection."""
        self._source.close()

    @property
    def closed(self) -> bool:
        """Whether it was let go of."""
        return bool(self._source.closed)


class _Handler(BaseHTTPRequestHandler):
    server: WitnessServer
    server_version = "witness"
    sys_version = ""
    timeout = SECONDS

    def setup(self) -> None:
        super().setup()
        self.rfile = _Bounded(self.rfile)  # type: ignore[assignment]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing of a request is written down."""

    def do_POST(self) -> None:
        """A log asks for a cosignature."""
        if self.path != f"{self.server.prefix}/add-checkpoint":
            self._answer(_NOT_HERE)
            return
        length = self.headers.get_all("Content-Length") or []
        if self.headers.get("Transfer-Encoding") or len(length) != 1:
            self._answer(Answer.saying(411, "the length of the body must be stated"))
        elif not _DIGITS.fullmatch(length[0]) or int(length[0]) > MAX_REQUEST:
            self._answer(Answer.saying(413, "the body is too long"))
        else:
            body = self.rfile.read(int(length[0]))
            if len(body) == int(length[0]):
                self._answer(self.server.witness.add_checkpoint(body))

    def do_GET(self) -> None:
        """Somebody asks for the newest head that was cosigned."""
        found = None
        if self.path.startswith(self.server.prefix):
            found = _HEAD.fullmatch(self.path[len(self.server.prefix) :])
        try:
            raw = self.server.witness.newest(found[1]) if found else None
        except StorageFailed:
            self._answer(Answer.saying(500, "the record cannot be read"))
            return
        self._answer(Answer(200, raw) if raw is not None else _NOT_HERE)

    def _answer(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(answer.body)
