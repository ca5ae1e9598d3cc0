"""What is put around a child before it looks at its input: Landlock, call filter, limits.

The starter puts itself under Landlock and each copy behind the call filter; the limits come
with the input. Only kernel interfaces; nothing here is installed. Each fence is best effort
and says whether it stands, so that the parent and ``tecum doctor`` can tell.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import resource
import struct
import sys
from collections.abc import Iterable

__all__ = ["allow_only_reading", "filter_calls", "limit"]

_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_PR_SET_DUMPABLE = 4

# Numbers of the kernel's call tables: processes, programs, network, other processes' memory,
# signals to others (a crash of one's own then ends by a fault instead of a signal).
_REFUSED = {
    "x86_64": (
        0xC000003E,
        (
            56,
            57,
            58,
            59,
            322,
            41,
            53,
            42,
            49,
            101,
            310,
            311,
            425,
            321,
            272,
            308,
            165,
            250,
            298,
            323,
            62,
            129,
            200,
            234,
            297,
            424,
        ),
    ),
    "aarch64": (
        0xC00000B7,
        (
            *(220, 221, 281, 198, 199, 203, 200, 117, 270, 271, 425, 280, 97, 268, 40, 219, 241),
            *(282, 129, 130, 131, 138, 240, 424),
        ),
    ),
}
_CLONE3 = 435


def limit(*, cpu: int, memory: int, written: int, files: int) -> None:
    """Set the resource limits of this process, hard and soft."""
    rows = [
        (resource.RLIMIT_CPU, cpu, cpu + 1),
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_FSIZE, written, written),
        (resource.RLIMIT_NOFILE, files, files),
        (resource.RLIMIT_CORE, 0, 0),
    ]
    for name, soft, hard in rows:
        _, most = resource.getrlimit(name)
        open_ended = most == resource.RLIM_INFINITY
        resource.setrlimit(name, (soft, hard) if open_ended else (min(soft, most), min(hard, most)))
    with contextlib.suppress(ValueError, OSError):
        # Has no hold on a privileged user; the call filter has.
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _no_new_privileges(libc: ctypes.CDLL) -> bool:
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    return int(libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) == 0


def allow_only_reading(paths: Iterable[str]) -> int:
    """Allow reading below these paths and nothing else on disk; 0 where Landlock is missing.

    Returns:
        The version of the kernel's Landlock interface that is now in force.
    """
    if sys.platform != "linux":
        return 0
    libc = _libc()
    version = int(libc.syscall(444, None, 0, 1))
    if version < 1 or not _no_new_privileges(libc):
        return 0
    handled = 0x1FFF
    if version >= 2:
        handled |= 1 << 13
    if version >= 3:
        handled |= 1 << 14
    network = 3 if version >= 4 else 0
    attributes = struct.pack("QQ", handled, network)[: 16 if version >= 4 else 8]
    ruleset = int(libc.syscall(444, attributes, len(attributes), 0))
    if ruleset < 0:
        return 0
    for path in paths:
        _allow(libc, ruleset, path, handled)
    stands = int(libc.syscall(446, ruleset, 0)) == 0
    os.close(ruleset)
    return version if stands else 0


def _allow(libc: ctypes.CDLL, ruleset: int, path: str, handled: int) -> None:
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    read_file, read_folder = 1 << 2, 1 << 3
    access = read_file | (read_folder if os.path.isdir(path) else 0)  # noqa: PTH112 - stays bare
    if path == os.devnull:
        # A library that opens its diagnostics here and is refused dies of it.
        access |= (1 << 1 | 1 << 14) & handled
    libc.syscall(445, ruleset, 1, struct.pack("=Qi", access, handle), 0)
    os.close(handle)


def filter_calls() -> bool:
    """Refuse new processes, programs, sockets and the like, for root too; True if it stands."""
    table = _REFUSED.get(os.uname().machine)
    if sys.platform != "linux" or table is None:
        return False
    libc = _libc()
    if not _no_new_privileges(libc):
        return False
    program = _program(*table)
    buffer = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(buffer))
    return int(libc.prctl(_PR_SET_SECCOMP, 2, head, 0, 0)) == 0


def _program(architecture: int, refused: tuple[int, ...]) -> bytes:
    """The filter: another architecture dies, a refused call gets an error, the rest passes."""
    load, equal, at_least, give = 0x20, 0x15, 0x35, 0x06
    allow, kill = 0x7FFF0000, 0x80000000
    deny = 0x00050000 | errno.EPERM
    absent = 0x00050000 | errno.ENOSYS
    rows = [
        (load, 0, 0, 4),
        (equal, 1, 0, architecture),
        (give, 0, 0, kill),
        (load, 0, 0, 0),
        (at_least, 0, 1, 0x40000000),
        (give, 0, 0, deny),
        (equal, 0, 1, _CLONE3),
        (give, 0, 0, absent),
    ]
    for number in refused:
        rows += [(equal, 0, 1, number), (give, 0, 0, deny)]
    rows.append((give, 0, 0, allow))
    return b"".join(struct.pack("HBBI", *row) for row in rows)
