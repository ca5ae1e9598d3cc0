"""A pack as it is kept by its digest, so that what it said can be read again years later.

The form is one JSON object from file name to text (base64 where a file is not UTF-8), of the
files that the pack's digest covers.
"""

from __future__ import annotations

import base64
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from tecum.errors import LawError
from tecum.law.blocks import ClockBlock
from tecum.law.pack import Pack, files_of, read_folder
from tecum.reckoning import Clock
from tecum.worded import worded as _

__all__ = ["KeptPackBroken", "clocks_kept", "kept_of", "lay_out", "pack_kept", "to_keep"]


class KeptPackBroken(LawError):
    """What was kept is not the pack whose digest it bears."""

    code = "law.kept-pack-broken"


def to_keep(pack: Pack) -> bytes:
    """The bytes of a loaded pack, from its folder as it lies there now."""
    return kept_of(
        {
            path.relative_to(pack.folder).as_posix(): path.read_bytes()
            for path in files_of(pack.folder)
        }
    )


def kept_of(contents: Mapping[str, bytes]) -> bytes:
    """The bytes that keep a pack of these files."""
    files: dict[str, str | dict[str, str]] = {}
    for name, content in contents.items():
        try:
            files[name] = content.decode("utf-8")
        except UnicodeDecodeError:
            files[name] = {"base64": base64.b64encode(content).decode("ascii")}
    return json.dumps(files, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def pack_kept(kept: bytes, sha256: str) -> Pack:
    """Read a kept pack again.

    Raises:
        KeptPackBroken: it does not have this digest.
    """
    try:
        files = json.loads(kept)
        with tempfile.TemporaryDirectory(prefix="tecum-pack-") as name:
            folder = Path(name)
            for path, content in files.items():
                _write(folder, path, content)
            pack, _ = read_folder(folder)
    except (ValueError, TypeError, AttributeError, KeyError, OSError) as error:
        raise _broken(sha256) from error
    if pack is None or pack.sha256 != sha256:
        raise _broken(sha256)
    return pack


def lay_out(kept: bytes, sha256: str, root: Path, name: str) -> Path:
    """A kept pack as a folder of its own under its digest; written whole or not at all.

    Raises:
        KeptPackBroken: it does not have this digest.
    """
    folder = root / sha256 / name
    if (folder / "pack.toml").is_file():
        return folder
    pack_kept(kept, sha256)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".part-", dir=folder.parent) as part:
        beside = Path(part) / name
        beside.mkdir()
        for path, content in json.loads(kept).items():
            _write(beside, path, content)
        try:
            beside.rename(folder)
        except OSError:  # another process has laid it out meanwhile
            if not (folder / "pack.toml").is_file():
                raise
    return folder


def clocks_kept(kept: bytes, sha256: str) -> tuple[Clock, ...]:
    """The clocks of a kept pack.

    Raises:
        KeptPackBroken: it does not have this digest.
    """
    pack = pack_kept(kept, sha256)
    found = (block.clock for block in pack.blocks if isinstance(block, ClockBlock))
    return tuple(clock for clock in found if clock is not None)


def _write(folder: Path, name: str, content: str | dict[str, str]) -> None:
    parts = PurePosixPath(name).parts
    if not parts or PurePosixPath(name).is_absolute() or ".." in parts:
        raise ValueError("a file of a pack lies inside its folder")
    target = folder.joinpath(*parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(
        content.encode() if isinstance(content, str) else base64.b64decode(content["base64"])
    )


def _broken(sha256: str) -> KeptPackBroken:
    return KeptPackBroken(
        _("What is kept under the digest {sha256} is not the pack of that digest.", sha256=sha256),
        why=_("A date counted from it would prove nothing about the date that was stored."),
        do=_("Restore the database from a backup; packs are kept for ever."),
        digest=sha256,
    )
