"""What a child can still do, asked from inside it; ``tecum doctor`` runs this."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["misbehave", "probe"]


def _can(act: Callable[[], object]) -> bool:
    try:
        act()
    except OSError:
        return False
    return True


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


_left: list[str] = []


def probe(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Try to open a foreign file, write one, reach the network, start a process, end another.

    What ``leave`` says is kept in this process; ``found`` tells what an earlier one left.
    """
    found = _left[-1] if _left else None
    if "leave" in wanted:
        _left.append(str(wanted["leave"]))
    foreign = str(wanted.get("foreign", "/etc/passwd"))
    written = str(wanted.get("written", "/var/tmp/tecum-probe"))  # noqa: S108 - must be refused
    flags = os.O_CREAT | os.O_WRONLY
    return {
        "bytes": len(data),
        "reads_foreign": _can(lambda: os.close(os.open(foreign, os.O_RDONLY))),
        "writes": _can(lambda: os.close(os.open(written, flags))),
        "network": _can(lambda: socket.socket().close()),
        "forks": _can(_fork),
        "signals": _can(lambda: os.kill(os.getppid(), 0)),
        "found": found,
    }, []


def misbehave(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """Break one rule on purpose, so that the fences can be tried on the machine they stand on."""
    how = wanted["how"]
    blobs: list[bytes] = []
    if how == "spin":
        while True:
            blobs = blobs[:1]
    elif how == "sleep":
        time.sleep(600)
    elif how == "swell":
        while True:
            blobs.append(bytes(16 << 20))
    elif how == "crash":
        os.abort()
    elif how == "recurse":
        return misbehave(data, wanted)
    elif how == "talk":
        blobs = [bytes(8 << 20)]
    else:
        raise ValueError(how)
    return {}, blobs
