"""Digital signatures beside the signature block: who the certificate names (READING 3, 10)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tecum.reading.result import ReadSignatory
from tecum.reading.text.layout import Part

__all__ = ["listed_signatures", "signed_digitally"]

_MOST = 50
_KEYS = ("name", "at", "reason")


def listed_signatures(part: Part) -> tuple[Mapping[str, Any], ...]:
    """The digital signatures of a file, as its child reported them, each in its shape."""
    rows = dict(part.hints).get("signatures", ())
    out: list[Mapping[str, Any]] = []
    for row in list(rows)[:_MOST] if isinstance(rows, (list, tuple)) else ():
        if isinstance(row, Mapping):
            texts = {key: str(row[key])[:200] if row.get(key) else None for key in _KEYS}
            out.append({**texts, "covers_all": row.get("covers_all") is True})
    return tuple(out)


def signed_digitally(
    signatory: ReadSignatory, signatures: Sequence[Mapping[str, Any]]
) -> ReadSignatory:
    """The signatory, signed where a certificate of the file names the same person."""
    if signatory.signed is not None or signatory.name.value is None:
        return signatory
    wanted = set(re.findall(r"\w{2,}", signatory.name.value.lower()))
    for row in signatures:
        words = set(re.findall(r"\w{2,}", str(row["name"] or "").lower()))
        if len(wanted & words) >= 2:
            return replace(signatory, signed=True, mark="digital")
    return signatory
