"""Ports of this machine for programs that a test starts."""

from __future__ import annotations

import atexit
import contextlib
import socket

__all__ = ["own_port"]

_HELD = contextlib.ExitStack()
atexit.register(_HELD.close)


def own_port() -> int:
    """A port that no other program is given while this process runs.

    It stays bound here without being listened at. The system gives it to nobody that asks for
    any port, neither to listen nor to connect; a server that names it may listen at it, as
    servers allow by SO_REUSEADDR that a port is used again (socket(7)).
    """
    held = _HELD.enter_context(socket.socket())
    held.bind(("127.0.0.1", 0))
    # After the choice: before it, the system might choose what another holds in this way.
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    return int(held.getsockname()[1])
