"""Sentences of the core that a page may say in another language.

The core writes English and knows no other language. A sentence made here keeps its fixed text
beside what was filled into it, so that whoever shows it can look the text up in a catalog and
fill the same gaps again. Everybody else has a plain text before them.

Modules call it ``_``, the name by which translators' tools find such texts.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["Worded", "nearest_named", "together", "worded"]


class Worded(str):
    """A text that knows what it was made of.

    Attributes:
        text: The fixed text, with gaps such as ``{item}``.
        filled: Gap → what stands there; it may itself be a sentence, or several in a row.

    >>> said = worded("Item {item} is not asked for.", item="2(b)")
    >>> said
    'Item 2(b) is not asked for.'
    >>> said.text
    'Item {item} is not asked for.'
    """

    text: str
    filled: Mapping[str, object]

    def fill(self, **filled: object) -> Worded:
        """The same sentence with its gaps filled."""
        return worded(self.text, **filled)


def worded(text: str, /, **filled: object) -> Worded:
    """A sentence; without anything to fill in, its braces stay as they are."""
    shown = {gap: _shown(value) for gap, value in filled.items()}
    made = Worded(text.format_map(shown) if filled else text)
    made.text, made.filled = text, filled
    return made


_ = worded


def together(*sentences: str) -> Worded:
    """Sentences one after another, each of which stays what it is."""
    gaps = {f"s{n}": sentence for n, sentence in enumerate(sentences)}
    return worded(" ".join(f"{{{gap}}}" for gap in gaps), **gaps)


def nearest_named(sentence: str, near: str | None) -> str:
    """A sentence about a name that is not known, and the nearest that is; where there is one."""
    return together(sentence, _('Nearest: "{nearest}".', nearest=near)) if near else sentence


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (tuple, list)) else str(value)
