"""What the packs that lie on this machine say of themselves before an office has chosen any."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tecum.law.vocabulary import FactSpec, merged, parse_facts
from tecum.packs_folder import packs_folder

__all__ = ["kinds_of_office", "titles"]

_KIND = "recipient_class"


def titles() -> dict[str, str]:
    """Each pack's title, by its id; its id again where its manifest cannot be read."""
    return {
        path.parent.name: _title(path) or path.parent.name
        for path in sorted(packs_folder().glob("*/pack.toml"))
    }


def kinds_of_office(first: FactSpec | None = None) -> dict[str, str]:
    """Each kind of office that a pack asks about, with the pack's words for people.

    Args:
        first: What the packs in force ask, whose kinds are named before the others.
    """
    asked = [] if first is None else [first]
    for path in sorted(packs_folder().glob("*/facts.toml")):
        spec = parse_facts(path.read_bytes(), path.parent.name)[0].get(_KIND)
        if spec is not None:
            asked.append(spec)
    if not asked:
        return {}
    whole = merged(asked)
    return {word: whole.words.get(word, "") for word in whole.type.words}


def _title(manifest: Path) -> str:
    try:
        title = tomllib.loads(manifest.read_text("utf-8")).get("title")
    except ValueError:  # what is wrong with it is said where it is to act
        return ""
    return title if isinstance(title, str) else ""
