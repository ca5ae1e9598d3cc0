"""What one paper is: its header of truth and its blocks of text."""

import re
from dataclasses import dataclass, field
from typing import Any

INLINE = re.compile(r"\[\[(\S+) ([\w/]+)(?: (\S+\.\.\S+))?\|(.+?)\]\]")


@dataclass
class Item:
    """One thing that the paper asks for."""

    label: str
    categories: list[str]
    text: str
    period: list[str] | None = None
    lead: bool = False
    optional: bool = False


@dataclass
class Block:
    """One line of the markup: its kind, its words and, if it is a demand, its item."""

    kind: str
    text: str = ""
    parts: list[str] = field(default_factory=list)
    item: Item | None = None
    state: bool | None = None


@dataclass
class Paper:
    """A whole paper with everything its truth needs."""

    id: str
    head: dict[str, list[str]]
    blocks: list[Block]

    def one(self, key: str, default: str = "") -> str:
        """The last value that the header gives for a key."""
        return self.head[key][-1] if key in self.head else default

    def all(self, key: str) -> list[str]:
        """Every value that the header gives for a key."""
        return self.head.get(key, [])

    @property
    def channel(self) -> str:
        """The container of the first, undamaged copy."""
        return self.one("channel", "pdf-digital")

    def items(self) -> list[Item]:
        """All items in the order of the page, those inside sentences included."""
        found: list[Item] = []
        for block in self.blocks:
            if block.item:
                found.append(block.item)
                continue
            for text in [block.text, *block.parts]:
                found += [inline_item(m) for m in INLINE.finditer(text)]
        return found

    def boxes(self) -> list[dict[str, Any]]:
        """All check boxes with their state."""
        return [
            {"label": plain(b.text), "state": "checked" if b.state else "unchecked"}
            for b in self.blocks
            if b.kind == "box"
        ]


def inline_item(match: re.Match[str]) -> Item:
    """An item that stands inside a sentence."""
    label, category, period, text = match.groups()
    optional = label.endswith("?")
    return Item(
        label.rstrip("?"),
        category.split("/"),
        plain(text),
        period.split("..") if period else None,
        optional=optional,
    )


def plain(text: str) -> str:
    """The words without markup."""
    return INLINE.sub(r"\4", text).replace("**", "").replace("~~", "")


def printed(label: str, style: str) -> str:
    """The label as the page shows it: the last part of 2(a) is (a)."""
    last = re.findall(r"\([^()]+\)|[^()]+", label)[-1]
    if last.startswith("("):
        return last
    if "{}" in style:
        return style.format(last)
    forms = {
        "dot": f"{last}.",
        "paren": f"({last})",
        "half": f"{last})",
        "bullet": "•",
        "no": "",
        "rfp": f"REQUEST NO. {last}:",
        "item": f"Item {last} –",
        "dash": "–",
    }
    return forms[style]
