"""Planted words that no name, number or text of this product could contain by chance."""

from __future__ import annotations

import base64
import re
import secrets
from collections.abc import Iterable

__all__ = ["Canaries"]


class Canaries:
    """Makes planted words and looks for them, also where they are encoded."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def name(self) -> str:
        """A word that stands for a name; letters only, so that readers take it for one."""
        letters = "".join(chr(ord("a") + byte % 26) for byte in secrets.token_bytes(14))
        return self._kept(f"Zq{letters}")

    def number(self) -> str:
        """A word that stands for a number of a person."""
        return self._kept(str(10**13 + secrets.randbelow(10**13)))

    def names(self, count: int) -> list[str]:
        """Several names."""
        return [self.name() for _ in range(count)]

    def found_in(self, content: bytes) -> list[str]:
        """The planted words that stand in these bytes, in clear or in a common encoding."""
        low = content.lower()
        return [word for word in self.words if any(one in low for one in _shapes(word))]

    def found_in_all(self, contents: Iterable[bytes]) -> list[str]:
        """The planted words that stand in any of these."""
        return self.found_in(b"\n".join(contents))

    def _kept(self, word: str) -> str:
        self.words.append(word)
        return word


def _shapes(word: str) -> list[bytes]:
    raw = word.encode()
    shapes = [raw.lower(), raw.hex().encode()]
    # The middle of each of the three ways in which base64 can cut a word.
    for shift in range(3):
        text = base64.b64encode(b"\0" * shift + raw).decode()
        middle = re.sub(r"=+$", "", text)[4:-4]
        shapes.append(middle.lower().encode())
    return shapes
