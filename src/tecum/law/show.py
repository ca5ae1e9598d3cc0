"""One provision with all that a reviewer wants beside it (``tecum packs show``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tecum.law.blocks import Duty, Order, Rule
from tecum.law.build import Built
from tecum.law.cases import load_cases
from tecum.law.in_force import windows_known
from tecum.law.pack import Pack, Packs
from tecum.law.syntax import Block, write_block

__all__ = ["show_block"]


def show_block(packs: Packs, name: str, on: date, known_on: date) -> str | None:
    """The provision as text, its versions and their state on the day; None if there is none."""
    out: list[str] = []
    for pack in packs.packs:
        for law in pack.laws:
            for section in law.sections:
                blocks = [part for part in section.parts if isinstance(part, Block)]
                for block in blocks:
                    if block.id == name:
                        out.append(f"{pack.id}: {section.title or section.id} ({block.place})")
                        out += [section.prose] if section.prose else []
                        out += _shown(packs, pack, block, on, known_on)
    return "\n".join(out) + "\n" if out else None


def _shown(packs: Packs, pack: Pack, block: Block, on: date, known_on: date) -> Iterator[str]:
    yield write_block(block)
    typed = next((b for b in pack.blocks if b.id == block.id and b.sha256 == block.sha256), None)
    if typed is not None:
        yield f"sha256 {typed.sha256}"
        yield "reviewed" if pack.is_reviewed(typed) else pack.status
        yield from _state(typed, on, known_on)
    for order in packs.orders:
        if block.id in {target.id for target in order.stays}:
            ends = "".join(f", ended {e.on}" for e in order.ended if e.recorded <= known_on)
            until = f" to {order.end}" if order.end else ""
            yield f"stayed by {order.id} from {order.start}{until}{ends}: {order.source}"
    yield from _cases(packs, pack, typed)
    yield ""


def _state(block: Built, on: date, known_on: date) -> Iterator[str]:
    if not isinstance(block, Rule | Duty):
        if isinstance(block, Order):
            yield f"recorded {block.recorded}, from {block.start}"
        return
    if block.unconfirmed is not None:
        yield f"in force on {on}: unconfirmed ({block.unconfirmed})"
        return
    known = windows_known(block.windows, known_on)
    inside = any(w.start <= on and (w.end is None or on < w.end) for w in known)
    yield f"in force on {on}, as known on {known_on}: {'yes' if inside else 'no'}"


def _cases(packs: Packs, pack: Pack, block: Built | None) -> Iterator[str]:
    if not isinstance(block, Rule):
        return
    for case in load_cases(pack, packs):
        if case.action in block.actions:
            yield f"case {case.id}: {case.action} on {case.on}: {case.expect}"
