"""Packs made for one test: a few lines of law, the shared vocabulary, nothing on the disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tecum.law.blocks import Maker
from tecum.law.build import Built, build_block
from tecum.law.lines import Named
from tecum.law.link import link
from tecum.law.pack import Pack, Packs, _together
from tecum.law.problem import Problem
from tecum.law.syntax import parse_law
from tecum.law.vocabulary import Vocabulary, load_vocabulary, parse_facts
from tecum.packs_folder import packs_folder

MANIFEST = """id = "{id}"
title = "A pack made for a test"
maker = "{maker}"
vocabulary = "tecum-actions/1"
needs = []
status = "unreviewed example"
"""
VOCABULARY: Vocabulary = load_vocabulary([packs_folder()])


def write_pack(
    root: Path, name: str, files: Mapping[str, str], facts: str = "", maker: str = "state"
) -> Path:
    """A pack as a folder, for what reads packs from disk."""
    folder = root / name
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(MANIFEST.format(id=name, maker=maker), "utf-8")
    (folder / "facts.toml").write_text(facts, "utf-8")
    for file, text in files.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def made(*texts: tuple[str, str], facts: str = "") -> Packs:
    """Packs from ``(maker, law text)`` pairs; anything wrong fails the test."""
    packs, problems = [], list[Problem]()
    for at, (maker, text) in enumerate(texts):
        pack, wrong = _pack(f"made-{at}", Maker(maker), text, facts if at == 0 else "")
        packs.append(pack)
        problems += wrong
    linked, wrong = link(packs, VOCABULARY)
    assert not [*problems, *wrong], [str(problem) for problem in [*problems, *wrong]]
    return _together(tuple(packs), VOCABULARY, linked)


def _pack(name: str, maker: Maker, text: str, facts: str) -> tuple[Pack, Sequence[Problem]]:
    law, problems = parse_law(text, "law/made.md")
    found = list(problems)
    blocks: list[Built] = []
    for block in law.blocks:
        built, wrong = build_block(block, name, maker)
        found += wrong
        if not isinstance(built, Named):
            blocks.append(built)
    specs, wrong_facts = parse_facts(facts, name)
    pack = Pack(
        id=name,
        title=name,
        maker=maker,
        maker_called=maker.value,
        jurisdiction=None,
        needs=(),
        status="unreviewed example",
        folder=Path(name),
        sha256="0" * 64,
        laws=(law,),
        blocks=tuple(blocks),
        facts=specs,
        tables={},
    )
    return pack, [*found, *wrong_facts]


def rule(
    name: str,
    effect: str,
    when: str = "",
    *lines: str,
    window: str = "from 2020-01-01; recorded 2020-01-01",
    judged: str = "act date",
) -> str:
    """A section with one rule."""
    condition = f"when: {when}\n" if when else ""
    more = "".join(f"{line}\n" for line in lines)
    force = f"in force: {window}\n" if window else ""
    return (
        f"\n## {name}  {name}\n```rule\n{effect}\n{condition}{more}{force}"
        f"judged at: {judged}\nsource: Source of {name}\n```\n"
    )


def order(name: str, *lines: str, start: str = "2020-01-01", recorded: str = "2020-01-01") -> str:
    """A section with one order."""
    more = "".join(f"{line}\n" for line in lines)
    return (
        f"\n## {name}  {name}\n```order\n{more}from: {start}\nrecorded: {recorded}\n"
        f"source: Source of {name}\n```\n"
    )
