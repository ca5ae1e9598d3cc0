"""What a child can still do, asked from inside it; ``tecum doctor`` runs this."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["probe"]


def _can(act: Callable[[], object]) -> bool:
    try:
        act()
    except OSError:
        return False
    return True


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def probe(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Try to open a foreign file, write one, reach the network, start a process."""
    foreign = str(wanted.get("foreign", "/etc/passwd"))
    written = str(wanted.get("written", "/var/tmp/tecum-probe"))  # noqa: S108 - must be refused
    flags = os.O_CREAT | os.O_WRONLY
    return {
        "bytes": len(data),
        "reads_foreign": _can(lambda: os.close(os.open(foreign, os.O_RDONLY))),
        "writes": _can(lambda: os.close(os.open(written, flags))),
        "network": _can(lambda: socket.socket().close()),
        "forks": _can(_fork),
    }, []
