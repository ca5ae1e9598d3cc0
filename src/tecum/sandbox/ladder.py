"""Which isolation this machine gives, tried once; the command line that uses it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["Isolation", "command", "isolation_in_force", "readable_paths", "rung"]

_HERE = Path(__file__).resolve()


@dataclass(frozen=True, slots=True)
class Isolation:
    """What stands between a parser and the machine, for ``tecum doctor`` and the status page."""

    rung: str
    call_filter: bool
    landlock: int
    warning: str | None

    def sentence(self) -> str:
        """One line that an operator can read."""
        fences = [
            {"bubblewrap": "own namespaces (bubblewrap)", "landlock": "Landlock"}.get(
                self.rung, "resource limits only"
            )
        ]
        if self.call_filter:
            fences.append("system-call filter")
        return f"Documents are opened under {' and '.join(fences)}."


def isolation_in_force() -> Isolation:
    """Start a child and report the fences that really stand around it."""
    from tecum.sandbox.parent import run

    given = run("tecum.sandbox.probe:probe", b"", {})
    name, landlock, filtered = rung(), int(given.landlock), bool(given.call_filter)
    if name != "bubblewrap" and landlock:
        name = "landlock"
    warning = None
    if name == "limits":
        warning = (
            "Neither bubblewrap nor Landlock is available: a parser's fault could reach files "
            "of this user. Install bubblewrap, or run on a kernel with Landlock."
        )
    return Isolation(name, filtered, landlock, warning)


@cache
def rung() -> str:
    """``bubblewrap`` where it works here (containers often forbid it), else ``limits``."""
    if shutil.which("bwrap") is None:
        return "limits"
    trial = [*_bubblewrap(), sys.executable, "-I", "-S", "-c", "pass"]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command line of our own
            trial, stdin=subprocess.DEVNULL, capture_output=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return "limits"
    return "bubblewrap" if done.returncode == 0 else "limits"


@cache
def import_paths() -> tuple[str, ...]:
    """Where the child imports from: this package's parent, and the installed packages.

    ``sysconfig`` is not asked: it fills itself when it is first asked, and while one thread does
    so another, which imports ``zoneinfo``, finds no folder of time zones (CPython 3.11).
    """
    found = [str(_HERE.parents[2])]
    for entry in sys.path:
        is_packages = entry and Path(entry).name in ("site-packages", "dist-packages")
        if is_packages and entry not in found and Path(entry).is_dir():
            found.append(entry)
    return tuple(found)


@cache
def readable_paths() -> tuple[str, ...]:
    """All that a child may read: the interpreter, its libraries, this package."""
    wanted = [sys.base_prefix, sys.prefix, sys.exec_prefix, *import_paths()[1:]]
    wanted += ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache", "/dev/null"]
    wanted += ["/dev/urandom", str(_HERE.parents[1]), str(Path(sys.executable).resolve())]
    kept: list[str] = []
    for path in wanted:
        if path not in kept and Path(path).exists():
            kept.append(path)
    return tuple(kept)


def _bubblewrap(readable: tuple[str, ...] = ()) -> list[str]:
    words = [shutil.which("bwrap") or "bwrap", "--unshare-all", "--unshare-user"]
    words += ["--uid", "65534", "--gid", "65534", "--die-with-parent", "--new-session"]
    words += ["--cap-drop", "ALL", "--dev", "/dev", "--size", str(64 << 20), "--tmpfs", "/tmp"]  # noqa: S108 - the child's own
    for path in (*readable_paths(), *readable):
        if path.startswith("/dev/"):
            continue
        target = Path(path)
        if target.is_symlink() and target.parent == Path("/"):
            words += ["--symlink", str(target.readlink()), path]
        else:
            words += ["--ro-bind", path, path]
    python = Path(sys.executable)
    if not any(python.is_relative_to(p) for p in readable_paths()):
        words += ["--ro-bind", str(python), str(python)]
    return [*words, "--chdir", "/"]


def command(readable: tuple[str, ...] = ()) -> list[str]:
    """The command line of a starter, on the best rung that this machine gives.

    Args:
        readable: Folders that its children may read beside their own program.
    """
    python = [str(Path(sys.executable).resolve()), "-I", "-S", "-B", "-X", "utf8"]
    python += [str(_HERE.with_name("starter.py")), *import_paths()]
    python += ["--", *readable_paths(), *readable]
    return [*_bubblewrap(readable), *python] if rung() == "bubblewrap" else python
