"""Packs as they are named on the command line: by folder, by id, by the digest of a version."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tecum.errors import UsageError
from tecum.law import Pack, Packs
from tecum.law.kept import lay_out
from tecum.law.pack import pack_folder
from tecum.pack_notes import NO_KEYS, Keys, load_signed
from tecum.packs_folder import packs_folder

__all__ = ["own", "shipped", "two_versions"]

_DIGEST = re.compile(r"(?:(?P<id>[A-Za-z0-9][A-Za-z0-9.-]*)@)?(?P<digest>[0-9a-f]{8,64})")


def shipped() -> list[str]:
    """The ids of the packs that come with the product."""
    return sorted(path.parent.name for path in packs_folder().glob("*/pack.toml"))


def own(name: str, keys: Keys = NO_KEYS) -> tuple[Pack, Packs]:
    """A pack by folder or id, with the packs that it is loaded with.

    Raises:
        PackNotFound, PackRefused, PackSignatureBad: it cannot be used.
    """
    folder = pack_folder(name)
    packs = load_signed([name], None, keys)
    return next(pack for pack in packs.packs if pack.folder == folder), packs


@contextmanager
def two_versions(
    old: str, new: str, home: Path | None, keys: Keys = NO_KEYS
) -> Iterator[tuple[tuple[Pack, Packs], tuple[Pack, Packs]]]:
    """Two versions of a pack, each a folder, an id, ``DIGEST`` or ``ID@DIGEST`` of a kept one.

    Raises:
        UsageError: the two are not versions of one pack.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tecum-packs-")))
        found = [own(_place(name, home, folder), keys) for name in (old, new)]
        one, other = found[0][0], found[1][0]
        if one.id != other.id:
            raise UsageError(
                f'"{one.id}" and "{other.id}" are two packs, not two versions of one.',
                do="Name two versions of one pack; tecum packs check A B compares two packs.",
                code="packs.two-packs",
            )
        yield found[0], found[1]


def _place(name: str, home: Path | None, folder: Path) -> str:
    """The folder of a version that is kept in the data folder; any other name as it is."""
    match = _DIGEST.fullmatch(name)
    if match is None or (Path(name) / "pack.toml").is_file() or name in shipped():
        return name
    from tecum.cli.product import environment

    environment(home, None)
    from tecum.web import run as product

    sha256, pack_id, content = product.kept_pack(match["digest"], match["id"])
    return str(lay_out(content, sha256, folder, pack_id))
