"""A mail server for tests: takes one message at a time on a port of this machine, or refuses it."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

__all__ = ["Mailbox", "mail_server"]


@dataclass
class Mailbox:
    """What came, and who signed in with what."""

    port: int = 0
    messages: list[str] = field(default_factory=list)
    signed_in: list[str] = field(default_factory=list)
    refuse: str = ""


class _Talk(socketserver.StreamRequestHandler):
    """One connection: enough of RFC 5321 for one client."""

    def handle(self) -> None:
        box: Mailbox = self.server.box  # type: ignore[attr-defined]
        self._say("220 mail.example ready")
        while line := self.rfile.readline().decode().strip():
            word = line.split()[0].upper()
            if word == "EHLO":
                self._say("250-mail.example", "250 AUTH PLAIN")
            elif word == "AUTH":
                box.signed_in.append(line.split()[2])
                self._say("235 welcome")
            elif word == "RCPT" and box.refuse:
                self._say(box.refuse)
            elif word == "DATA":
                self._say("354 go on")
                box.messages.append(self._body())
                self._say("250 2.0.0 queued as 4ABCDE")
            elif word == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 ok")

    def _say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())

    def _body(self) -> str:
        lines = []
        while (line := self.rfile.readline().decode()) not in (".\r\n", ""):
            lines.append(line)
        return "".join(lines)


@contextmanager
def mail_server() -> Iterator[Mailbox]:
    """A server on a free port, with what came to it."""
    box = Mailbox()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Talk) as server:
        server.daemon_threads = True
        server.box = box  # type: ignore[attr-defined]
        box.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield box
        finally:
            server.shutdown()
