"""One file that holds several: the same members make the same bytes, on every machine and day."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

__all__ = ["zipped"]

_WHEN = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A ZIP file of these members, in the order of their names.

    >>> zipped({"b": b"2", "a": b"1"}) == zipped({"a": b"1", "b": b"2"})
    True

    Args:
        members: Bytes by the name they have inside.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.create_system = _UNIX
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, members[name])
    return out.getvalue()
