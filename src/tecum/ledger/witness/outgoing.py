"""Requests to the outside: one configured address, resolved once, public, never redirected.

Authority: OWASP ASVS 5.0, chapter 12 and the section on server-side requests; RFC 6890 for
the address ranges that are not public.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

from tecum.ledger.witness.errors import AddressRefused

__all__ = ["Reply", "Send", "is_public", "send"]

SECONDS = 10.0
MOST_BYTES = 10 * 1024 * 1024
_TRANSLATED = IPv6Network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port → the addresses that the host has now, as text."""


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    media_type: str
    body: bytes


Send = Callable[[str, bytes | None, str, bool], Reply]
"""(address, body or none for GET, media type, whether private ranges are allowed) → reply."""


def is_public(text: str) -> bool:
    """Whether an address belongs to the open network, whatever notation hides inside it.

    >>> is_public("::ffff:127.0.0.1"), is_public("169.254.169.254"), is_public("2001:db8::1")
    (False, False, False)
    """
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    inner = _inside(address)
    if inner is not None:
        return is_public(str(inner))
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def _inside(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address carries to, if it is of a kind that does."""
    if isinstance(address, IPv4Address):
        return None
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    if address.teredo is not None:
        return address.teredo[1]
    return address.ipv4_mapped or address.sixtofour


def send(
    url: str,
    body: bytes | None,
    media_type: str,
    allow_private: bool = False,
    *,
    resolve: Resolve | None = None,
    seconds: float = SECONDS,
    most: int = MOST_BYTES,
) -> Reply:
    """Send one request to a configured address and give the reply; redirects are replies.

    Args:
        body: Sent by POST; none for GET.
        allow_private: The configuration allows addresses that are not public for this one
            name; only then may the address be without TLS.
        resolve: How a host is looked up (tests).

    Raises:
        AddressRefused: codes ``address.form``, ``address.private``, ``address.unknown``,
            ``address.silent``, ``address.too-long``.
    """
    parts = _parts(url, allow_private)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    checked = _checked(host, port, allow_private, resolve or _resolve)
    connection = _Connection(host, port, checked, parts.scheme == "https", seconds)
    ending = threading.Timer(seconds, connection.end)
    ending.daemon = True
    ending.start()
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"Accept": "*/*", "Connection": "close", "User-Agent": "tecum"}
        if body is not None:
            headers["Content-Type"] = media_type
        connection.request("GET" if body is None else "POST", target, body, headers)
        with connection.getresponse() as answer:
            content = answer.read(most + 1)
            if connection.is_over or (answer.length and len(content) <= most):
                raise http.client.IncompleteRead(content)
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = type(error).__name__
        raise AddressRefused(
            "address.silent",
            f"The configured address did not answer as it must ({reason}).",
            "Try again; if it lasts, ask the body that runs it.",
        ) from None
    finally:
        ending.cancel()
        connection.let_go()
    if len(content) > most:
        raise AddressRefused("address.too-long", "The answer is longer than any answer may be.")
    media = answer.headers.get("Content-Type") or ""
    return Reply(answer.status, media.partition(";")[0].strip().lower(), content)


def _parts(url: str, allow_private: bool) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise AddressRefused("address.form", "A configured address cannot be read.") from None
    schemes = ("https", "http") if allow_private else ("https",)
    plain = url.isascii() and url.isprintable() and not set(url) & set(" \\")
    if (
        not plain
        or parts.scheme not in schemes
        or not parts.hostname
        or parts.username is not None
        or parts.password is not None
        or parts.fragment
        or port == 0
    ):
        raise AddressRefused(
            "address.form",
            "A configured address is not of the form https://host/path.",
        )
    return parts


def _resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(one[4][0]) for one in found]


def _checked(host: str, port: int, allow_private: bool, resolve: Resolve) -> str:
    """The one address to connect to; a host that is partly private is not connected to."""
    try:
        found = list(resolve(host, port))
    except (OSError, UnicodeError):
        found = []
    if not found:
        raise AddressRefused("address.unknown", "The host of a configured address is not known.")
    if not allow_private and not all(is_public(one) for one in found):
        raise AddressRefused(
            "address.private",
            "A configured address leads into a private range.",
            "Set allow_private for this witness or authority if that is meant.",
        )
    return found[0]


class _Connection(http.client.HTTPConnection):
    """A connection to the address that was checked, under the name that was configured."""

    def __init__(self, host: str, port: int, checked: str, secure: bool, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self._checked, self._secure, self.is_over = checked, secure, False
        self.default_port = 443 if secure else 80
        self._line: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the checked address; the certificate must be the host's."""
        self._line = socket.create_connection((self._checked, self.port), self.timeout)
        if self._secure:
            context = ssl.create_default_context()
            self._line = context.wrap_socket(self._line, server_hostname=self.host)
        self.sock = self._line

    def let_go(self) -> None:
        """Close the connection, also where an answer that was not read to its end holds it."""
        self.close()
        if self._line is not None:
            self._line.close()

    def end(self) -> None:
        """The time is over, whatever the other side still sends."""
        self.is_over, line = True, self._line
        if line is not None:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
