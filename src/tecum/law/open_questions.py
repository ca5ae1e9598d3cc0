"""What the shipped packs leave unsettled, pack by pack, as a page (LAW section 12, P202)."""

from __future__ import annotations

from collections.abc import Iterator

from tecum.law.apart import last_change
from tecum.law.blocks import Duty, Order, Rule
from tecum.law.build import Built
from tecum.law.pack import Pack, Packs, load_packs
from tecum.law.review_checks import review_checks
from tecum.packs_folder import packs_folder
from tecum.words import Confidence, Effect

__all__ = ["open_questions_page"]

HEAD = """# Open questions of the shipped packs

Made from the packs by `python -m tecum.law.open_questions`; a test holds the two equal.

Three lists for each pack. *No source settles*: two texts that forbid and permit, or forbid and \
restrain, can meet in one situation, and no text, court or office says which gives way (P202 of \
`tecum packs check`, on the day of the last change that the loaded packs know). *Left to \
counsel*: the pack itself says so. *To be confirmed*: the block rests on something that was not \
read in its own source, or on a day that is in doubt; every finding in which it counts says so. \
Clocks say the same of themselves where they are counted.
"""


def open_questions_page() -> str:
    """The page for all shipped packs that hold law."""
    parts = [HEAD]
    for name in sorted(path.parent.name for path in packs_folder().glob("*/pack.toml")):
        packs = load_packs([name])
        pack = packs.pack(name)
        if pack.blocks:
            parts.append("\n".join(_pack(pack, packs)))
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def _pack(pack: Pack, packs: Packs) -> Iterator[str]:
    yield f"## {pack.id}\n\n{pack.title}."
    day = last_change(packs)
    said = [p.text for p in review_checks(pack, packs, day) if p.code == "P202"]
    open_ = [text.removeprefix("open legal question on ").rstrip(".") for text in said]
    left = [block for block in pack.blocks if _is_left(block)]
    unsure = {_unsure(block): None for block in pack.blocks if _is_unsure(block)}
    yield from _list("No source settles", open_)
    yield from _list("Left to counsel", [_named(block) for block in left])
    yield from _list("To be confirmed", list(unsure))
    if not (open_ or left or unsure):
        yield "\nNothing is open."


def _list(title: str, rows: list[str]) -> Iterator[str]:
    if rows:
        yield f"\n{title}:\n"
        yield from (f"- {row}" for row in rows)


def _is_left(block: Built) -> bool:
    return isinstance(block, Rule) and block.effect is Effect.COUNSEL


def _is_unsure(block: Built) -> bool:
    unconfirmed = isinstance(block, Rule | Duty) and block.unconfirmed is not None
    return unconfirmed or getattr(block, "confidence", None) is Confidence.UNCONFIRMED


def _named(block: Built) -> str:
    return f"`{block.id}` {block.title}"


def _unsure(block: Built) -> str:
    """The block with its reason: the doubt about its days, or else its source."""
    reason = block.unconfirmed if isinstance(block, Rule | Duty) else None
    if reason is None and isinstance(block, Rule | Duty | Order) and block.source:
        reason = block.source
    return f"{_named(block)}" + (f": {reason}" if reason else "")


if __name__ == "__main__":
    print(open_questions_page(), end="")
