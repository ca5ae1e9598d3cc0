"""What this machine has, what is missing, what that costs, how to get it.

``tecum doctor`` prints these lines; the status page of the product shows the same.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from tecum.installing import POSTGRESQL_DRIVER, RAPIDOCR, command_for

__all__ = ["Line", "examine"]

SAFE_SQLITE = (3, 51, 3)
"""From here on SQLite's write-ahead log is safe with several processes; older: safe mode."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing looked at. ``state`` is ok, missing, limited or not checked; never a guess.

    ``cost`` says what its state costs, ``get`` what to do; both are empty where all is well.
    """

    name: str
    state: str
    found: str
    cost: str = ""
    get: str = ""
    required: bool = False


def examine() -> list[Line]:
    """Look at everything that only the system can give."""
    return [check() for check in _CHECKS]


def _python() -> Line:
    ok = sys.version_info >= (3, 11)
    return Line(
        "Python", "ok" if ok else "missing", ".".join(map(str, sys.version_info[:3])),
        "" if ok else "Nothing runs.", "" if ok else "Install Python 3.11 or later.", required=True,
    )  # fmt: skip


def _sqlite() -> Line:
    ok = sqlite3.sqlite_version_info >= SAFE_SQLITE
    return Line(
        "SQLite",
        "ok" if ok else "limited",
        sqlite3.sqlite_version,
        ""
        if ok
        else "Safe mode: one process holds the database; several machines need PostgreSQL.",
        "" if ok else "Nothing to do for one machine. SQLite 3.51.3 or later lifts the limit.",
    )


_RUNGS = {
    "bubblewrap": "own namespaces, read-only view, no network (bubblewrap)",
    "landlock": "no files but its own, resource limits (Landlock)",
}


def _isolation() -> Line:
    from tecum.sandbox import isolation_in_force

    found = isolation_in_force()
    strong = found.rung == "bubblewrap"
    filtered = "system calls filtered" if found.call_filter else "system calls not filtered"
    return Line(
        "Isolation of hostile documents",
        "ok" if strong else "limited",
        f"{_RUNGS.get(found.rung, 'resource limits alone')}; {filtered}",
        "" if strong else "Documents open in a child with resource limits, without own namespaces.",
        "" if strong else "Install bubblewrap (Debian: apt-get install bubblewrap).",
    )


def _packages() -> Line:
    """The Python packages that Tecum itself asks for; extras are not asked about."""
    missing = []
    try:
        wanted = [row for row in requires("tecum") or () if "extra ==" not in row]
    except PackageNotFoundError:
        return Line("Python packages", "not checked", "Tecum runs from a folder, not installed")
    for row in wanted:
        name = re.split(r"[ <>=!~;\[(]", row, maxsplit=1)[0]
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    return Line(
        "Python packages",
        "missing" if missing else "ok",
        f"not installed: {', '.join(missing)}" if missing else f"all {len(wanted)} are there",
        "The commands that need them end with status 4." if missing else "",
        command_for(*missing) if missing else "",
        required=True,
    )


def _packs() -> Line:
    from tecum.packs_folder import packs_folder

    names = sorted(p.parent.name for p in packs_folder().glob("*/pack.toml"))
    return Line(
        "Law packs",
        "ok" if names else "missing",
        ", ".join(names) or "none",
        "" if names else "No rule speaks: every item goes to counsel.",
        "" if names else "Install Tecum again, or name a folder with TECUM_PACKS.",
        required=True,
    )


def _recogniser() -> Line:
    from tecum.reading.ocr.engines import INSTALL, engine_here

    name = "OCR (letters in scans)"
    found = engine_here()
    if found is None:
        return Line(
            name, "missing", "no engine", "Scans are kept and listed; they are read by eye.",
            f"{INSTALL}; or, {RAPIDOCR}.",
        )  # fmt: skip
    languages = [word for word in found.languages if word != "osd"]
    lacking = [word for word in ("eng", "spa", "osd") if word not in found.languages]
    data = f", data in {found.folder}" if found.folder else ""
    cost = {
        "spa": "Spanish pages are read with the English model.",
        "osd": "A page that lies on its side may stay unread.",
    }
    return Line(
        name,
        "limited" if lacking else "ok",
        f"{found.name} ({found.version}), languages {', '.join(languages)}{data}",
        " ".join(cost[word] for word in lacking if word in cost),
        INSTALL if lacking else "",
    )


def _chromium() -> Line:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    return Line(
        "Chromium",
        "ok" if found else "missing",
        found or "not installed",
        "" if found else "The browser tests cannot run; the product does not need it.",
        "" if found else "Debian: apt-get install chromium",
    )


def _postgresql() -> Line:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    try:
        driver = f"driver psycopg {version('psycopg')}"
    except PackageNotFoundError:
        driver = "no driver"
    get = [] if found else ["Debian: apt-get install postgresql"]
    get += [command_for(POSTGRESQL_DRIVER)] if driver == "no driver" else []
    has = not get
    return Line(
        "PostgreSQL",
        "ok" if has else "missing",
        f"{found[-1].parents[1].name if found else 'no server here'}, {driver}",
        "" if has else "Needed only for several machines, and for the tests on that engine.",
        "; ".join(get),
    )


def _disk() -> Line:
    folder = Path(os.environ.get("TECUM_HOME", "."))
    while not folder.exists():
        folder = folder.parent
    usage = shutil.disk_usage(folder)
    share = usage.free / usage.total
    return Line(
        "Free disk space",
        "ok" if share > 0.2 else "limited",
        f"{usage.free // 2**30} GiB, {share:.0%}",
        "" if share > 0.2 else "Below 5 % no document is taken in.",
        "" if share > 0.2 else "Free some space, or set TECUM_HOME to a larger disk.",
    )


_CHECKS: tuple[Callable[[], Line], ...] = (
    _python, _packages, _sqlite, _isolation, _packs, _disk, _recogniser, _chromium, _postgresql,
)  # fmt: skip
