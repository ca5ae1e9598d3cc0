"""A pack that comes in as one ZIP file, taken apart within limits; nothing is written to disk."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

from tecum.errors import DataUnusable
from tecum.worded import worded as _

__all__ = ["files_in"]

MOST_FILES = 500
MOST_BYTES = 8 << 20
_WANTED = (".toml", ".md", ".csv", ".txt", ".typ", ".sig", ".html")


def files_in(content: bytes) -> dict[str, bytes]:
    """File → content, of the folder that holds ``pack.toml``.

    Raises:
        DataUnusable: no ZIP file, a name that leads out of its folder, too much in it, or no pack.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            rows = [row for row in archive.infolist() if not row.is_dir()]
            if len(rows) > MOST_FILES or sum(row.file_size for row in rows) > MOST_BYTES:
                raise _refused(_("There is more in it than a pack can hold."))
            found = {_name(row.filename): _content(archive, row) for row in rows}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, ValueError) as error:
        raise _refused(_("It is not a ZIP file that can be opened.")) from error
    tops = sorted(
        (str(PurePosixPath(name).parent) for name in found if name.endswith("pack.toml")), key=len
    )
    if not tops:
        raise _refused(_("No pack.toml lies in it."))
    top = "" if tops[0] == "." else f"{tops[0]}/"
    inside = {name.removeprefix(top): held for name, held in found.items() if name.startswith(top)}
    return {name: held for name, held in inside.items() if name.endswith(_WANTED)}


def _name(name: str) -> str:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in name or not path.parts:
        raise _refused(_("A file in it lies outside its folder."))
    return str(path)


def _content(archive: zipfile.ZipFile, row: zipfile.ZipInfo) -> bytes:
    """No more than the file says it holds, whatever comes out of it."""
    with archive.open(row) as file:
        held = file.read(row.file_size + 1)
    if len(held) > row.file_size:
        raise _refused(_("A file in it is longer than it says."))
    return held


def _refused(what: str) -> DataUnusable:
    return DataUnusable(
        _("This cannot be taken as a pack. {what}", what=what),
        why=_("A pack is a folder of text: pack.toml, facts.toml, law, orders, cases."),
        do=_("Pack the folder of the pack into one ZIP file and send it again."),
        code="packs.archive",
    )
