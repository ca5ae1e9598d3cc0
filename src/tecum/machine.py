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
from tecum.worded import together, worded
from tecum.worded import worded as _

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
        "" if ok else _("Nothing runs."), "" if ok else _("Install Python 3.11 or later."),
        required=True,
    )  # fmt: skip


def _sqlite() -> Line:
    ok = sqlite3.sqlite_version_info >= SAFE_SQLITE
    return Line(
        "SQLite",
        "ok" if ok else "limited",
        sqlite3.sqlite_version,
        ""
        if ok
        else _("Safe mode: one process holds the database; several machines need PostgreSQL."),
        "" if ok else _("Nothing to do for one machine. SQLite 3.51.3 or later lifts the limit."),
    )


_RUNGS = {
    "bubblewrap": _("own namespaces, read-only view, no network (bubblewrap)"),
    "landlock": _("no files but its own, resource limits (Landlock)"),
}


def _isolation() -> Line:
    from tecum.sandbox import isolation_in_force

    found = isolation_in_force()
    strong = found.rung == "bubblewrap"
    calls = _("system calls filtered") if found.call_filter else _("system calls not filtered")
    fence = _RUNGS.get(found.rung, _("resource limits alone"))
    return Line(
        _("Isolation of hostile documents"),
        "ok" if strong else "limited",
        worded("{fence}; {calls}", fence=fence, calls=calls),
        ""
        if strong
        else _("Documents open in a child with resource limits, without own namespaces."),
        "" if strong else _("Install bubblewrap (Debian: apt-get install bubblewrap)."),
    )


def _packages() -> Line:
    """The Python packages that Tecum itself asks for; extras are not asked about."""
    missing = []
    try:
        wanted = [row for row in requires("tecum") or () if "extra ==" not in row]
    except PackageNotFoundError:
        return Line(
            _("Python packages"), "not checked", _("Tecum runs from a folder, not installed")
        )
    for row in wanted:
        name = re.split(r"[ <>=!~;\[(]", row, maxsplit=1)[0]
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    return Line(
        _("Python packages"),
        "missing" if missing else "ok",
        _("not installed: {names}", names=missing)
        if missing
        else _("all {n} are there", n=len(wanted)),
        _("The commands that need them end with status 4.") if missing else "",
        command_for(*missing) if missing else "",
        required=True,
    )


def _packs() -> Line:
    from tecum.packs_folder import packs_folder

    names = sorted(p.parent.name for p in packs_folder().glob("*/pack.toml"))
    return Line(
        _("Law packs"),
        "ok" if names else "missing",
        ", ".join(names) or _("none"),
        "" if names else _("No rule speaks: every item goes to counsel."),
        "" if names else _("Install Tecum again, or name a folder with TECUM_PACKS."),
        required=True,
    )


def _recogniser() -> Line:
    from tecum.reading.ocr.engines import INSTALL, engine_here

    name = _("OCR (letters in scans)")
    found = engine_here()
    if found is None:
        return Line(
            name, "missing", _("no engine"), _("Scans are kept and listed; they are read by eye."),
            _("{command}; or, {other}.", command=INSTALL, other=RAPIDOCR),
        )  # fmt: skip
    languages = [word for word in found.languages if word != "osd"]
    lacking = [word for word in ("eng", "spa", "osd") if word not in found.languages]
    cost = {
        "spa": _("Spanish pages are read with the English model."),
        "osd": _("A page that lies on its side may stay unread."),
    }
    return Line(
        name,
        "limited" if lacking else "ok",
        _(
            "{name} ({version}), languages {languages}, data in {folder}",
            name=found.name,
            version=found.version,
            languages=languages,
            folder=found.folder,
        )
        if found.folder
        else _(
            "{name} ({version}), languages {languages}",
            name=found.name,
            version=found.version,
            languages=languages,
        ),
        together(*(cost[word] for word in lacking if word in cost)),
        INSTALL if lacking else "",
    )


def _chromium() -> Line:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    return Line(
        "Chromium",
        "ok" if found else "missing",
        found or _("not installed"),
        "" if found else _("The browser tests cannot run; the product does not need it."),
        "" if found else "Debian: apt-get install chromium",
    )


def _postgresql() -> Line:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    try:
        driver = _("driver psycopg {version}", version=version("psycopg"))
    except PackageNotFoundError:
        driver = _("no driver")
    get = [] if found else ["Debian: apt-get install postgresql"]
    get += [command_for(POSTGRESQL_DRIVER)] if driver == "no driver" else []
    has = not get
    return Line(
        "PostgreSQL",
        "ok" if has else "missing",
        worded(
            "{server}, {driver}",
            server=found[-1].parents[1].name if found else _("no server here"),
            driver=driver,
        ),
        "" if has else _("Needed only for several machines, and for the tests on that engine."),
        "; ".join(get),
    )


def _disk() -> Line:
    folder = Path(os.environ.get("TECUM_HOME", "."))
    while not folder.exists():
        folder = folder.parent
    usage = shutil.disk_usage(folder)
    share = usage.free / usage.total
    return Line(
        _("Free disk space"),
        "ok" if share > 0.2 else "limited",
        worded("{gib} GiB, {share}", gib=usage.free // 2**30, share=f"{share:.0%}"),
        "" if share > 0.2 else _("Below 5 % no document is taken in."),
        "" if share > 0.2 else _("Free some space, or set TECUM_HOME to a larger disk."),
    )


_CHECKS: tuple[Callable[[], Line], ...] = (
    _python, _packages, _sqlite, _isolation, _packs, _disk, _recogniser, _chromium, _postgresql,
)  # fmt: skip
