"""Packs: folders of law and policy, loaded together, with digests and reviews."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tecum.errors import ReckonError
from tecum.law.blocks import ClockBlock, Define, Duty, Maker, Order, Rule
from tecum.law.build import Built, build_block
from tecum.law.clock_block import clock_from
from tecum.law.errors import PackNotFound, PackRefused
from tecum.law.lines import Named
from tecum.law.link import Linked, link
from tecum.law.problem import Place, Problem, near_name, nearest_sentence
from tecum.law.reviews import Reviewed, ReviewRow, ReviewStanding, parse_reviews, standings
from tecum.law.signature import SIGNATURE_FILE
from tecum.law.syntax import LawText, parse_law, write_law
from tecum.law.tables import Table, parse_table
from tecum.law.vocabulary import (
    VOCABULARY,
    FactSpec,
    Vocabulary,
    load_vocabulary,
    parse_facts,
)
from tecum.packs_folder import packs_folder
from tecum.tables import table_of
from tecum.worded import nearest_named
from tecum.worded import worded as _
from tecum.words import Review

__all__ = ["Pack", "Packs", "load_packs", "pack_folder", "read_packs"]

_REQUIRED = ("id", "title", "maker", "vocabulary", "status")
_OPTIONAL = ("maker_called", "jurisdiction", "needs", "maintainer", "licence")
_MANIFEST_KEYS = frozenset((*_REQUIRED, *_OPTIONAL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One pack as it lies in its folder; ``blocks`` are typed, names not yet resolved."""

    id: str
    title: str
    maker: Maker
    maker_called: str
    jurisdiction: str | None
    needs: tuple[str, ...]
    status: str
    folder: Path
    sha256: str
    laws: tuple[LawText, ...]
    blocks: tuple[Built, ...]
    facts: Mapping[str, FactSpec]
    tables: Mapping[str, Table]
    named: tuple[Named, ...] = ()
    reviews: tuple[ReviewRow, ...] = ()
    note: bytes | None = None
    """The signed note over the digest, as it lies beside the manifest; nothing is checked yet."""

    @property
    def review(self) -> Review:
        """Reviewed only if a named person has reviewed every block as it stands today."""
        whole = self.blocks and all(map(self.is_reviewed, self.blocks))
        return Review.REVIEWED if whole else Review.UNREVIEWED

    def is_reviewed(self, block: Built) -> bool:
        """Whether a review stands for this very text of the block."""
        return any(row.block == block.id and row.sha256 == block.sha256 for row in self.reviews)

    @property
    def standings(self) -> tuple[Reviewed, ...]:
        """Every block with its review, or that it has none that counts."""
        return standings(self)

    @property
    def reviewed_blocks(self) -> int:
        """How many blocks a review stands for."""
        return sum(row.standing is ReviewStanding.REVIEWED for row in self.standings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Packs:
    """Packs loaded together: what they say, by kind, with all names resolved."""

    packs: tuple[Pack, ...]
    vocabulary: Vocabulary
    rules: tuple[Rule, ...]
    orders: tuple[Order, ...]
    duties: tuple[Duty, ...]
    defines: Mapping[str, Define]
    clocks: tuple[ClockBlock, ...]
    facts: Mapping[str, FactSpec]
    theories: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """What bears on an action, gathered once; holds nothing that the packs do not say."""

    @property
    def actions(self) -> tuple[str, ...]:
        """The actions of the vocabulary, in its order."""
        return tuple(self.vocabulary.actions)

    @property
    def digests(self) -> tuple[tuple[str, str], ...]:
        """Id and SHA-256 of every loaded pack."""
        return tuple((pack.id, pack.sha256) for pack in self.packs)

    def pack(self, name: str) -> Pack:
        """A loaded pack by its id."""
        return next(pack for pack in self.packs if pack.id == name)

    def to_json(self) -> list[dict[str, str]]:
        """``[{id, sha256, review}]`` as findings and triage give it."""
        return [
            {"id": pack.id, "sha256": pack.sha256, "review": pack.review.value}
            for pack in self.packs
        ]


def load_packs(ids: Sequence[str], roots: Sequence[Path] | None = None) -> Packs:
    """Load packs by id, with the packs they need, and refuse them if anything is wrong.

    Args:
        ids: Ids of packs, or paths of their folders.
        roots: Folders that hold packs; the shipped one is always searched last.

    Raises:
        PackNotFound: no such pack.
        PackRefused: errors of LAW section 12, all of them.
    """
    packs, problems = read_packs(ids, roots)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise PackRefused(errors)
    return packs


def read_packs(
    ids: Sequence[str], roots: Sequence[Path] | None = None
) -> tuple[Packs, tuple[Problem, ...]]:
    """Load packs and give every problem instead of refusing them."""
    named = [Path(name) for name in ids if (Path(name) / "pack.toml").is_file()]
    beside = [path.resolve().parent for path in named]
    folders = [*(roots or ()), *beside, packs_folder()]
    vocabulary = load_vocabulary(folders)
    problems: list[Problem] = []
    loaded: dict[str, Pack] = {}
    waiting = list(ids)
    while waiting:
        folder = _find(waiting.pop(0), folders)
        if folder.name in loaded or any(pack.folder == folder for pack in loaded.values()):
            continue
        alone = len(ids) == 1 and not loaded
        pack, found = read_folder(folder, "" if alone else f"{folder.name}/")
        problems += found
        if pack is not None and pack.id not in loaded:
            loaded[pack.id] = pack
            waiting += pack.needs
    ordered = tuple(loaded[name] for name in sorted(loaded))
    linked, wrong = link(ordered, vocabulary)
    return _together(ordered, vocabulary, linked), tuple(sorted({*problems, *wrong}))


def _together(packs: tuple[Pack, ...], vocabulary: Vocabulary, linked: Linked) -> Packs:
    blocks = linked.blocks
    return Packs(
        packs=packs,
        vocabulary=vocabulary,
        rules=tuple(block for block in blocks if isinstance(block, Rule)),
        orders=tuple(block for block in blocks if isinstance(block, Order)),
        duties=tuple(block for block in blocks if isinstance(block, Duty)),
        defines={block.fact: block for block in blocks if isinstance(block, Define)},
        clocks=tuple(block for block in blocks if isinstance(block, ClockBlock)),
        facts=linked.facts,
    )


def pack_folder(name: str, roots: Sequence[Path] | None = None) -> Path:
    """The folder of a pack given by id or path."""
    return _find(name, [*(roots or ()), packs_folder()])


def _find(name: str, folders: Iterable[Path]) -> Path:
    path = Path(name)
    if (path / "pack.toml").is_file():
        return path.resolve()
    known = []
    for folder in folders:
        if (folder / name / "pack.toml").is_file():
            return (folder / name).resolve()
        known += [entry.parent.name for entry in folder.glob("*/pack.toml")]
    raise PackNotFound(
        nearest_named(_('No pack "{word}".', word=name), near_name(name, known)),
        do=_("Name a pack of the packs folder, or the path of a pack's own folder."),
        name=name,
    )


def read_folder(folder: Path, prefix: str = "") -> tuple[Pack | None, list[Problem]]:
    """One pack by itself, and every problem in it; None where it has no manifest to go by.

    Args:
        folder: The pack's own folder.
        prefix: Put before the names of files in problems.
    """
    manifest, problems = _manifest(folder, prefix)
    if manifest is None:
        return None, problems
    name, maker = manifest["id"], Maker(manifest["maker"])
    laws, blocks, named, wrong_laws = _laws(folder, prefix, name, maker)
    problems += wrong_laws
    digest = _digest(folder)
    blocks, wrong_clocks = _with_clocks(blocks, digest)
    problems += wrong_clocks
    facts, wrong_facts = _facts(folder, name)
    tables, wrong_tables = _tables(folder, prefix)
    reviews, wrong_reviews = _reviews(folder, prefix)
    pack = Pack(
        id=name,
        title=manifest["title"],
        maker=maker,
        maker_called=manifest.get("maker_called", maker.value),
        jurisdiction=manifest.get("jurisdiction"),
        needs=tuple(manifest.get("needs", ())),
        status=manifest["status"],
        folder=folder,
        sha256=digest,
        laws=tuple(laws),
        blocks=tuple(blocks),
        named=tuple(named),
        facts=facts,
        tables=tables,
        reviews=reviews,
        note=_note(folder),
    )
    return pack, [*problems, *wrong_facts, *wrong_tables, *wrong_reviews]


def _laws(
    folder: Path, prefix: str, name: str, maker: Maker
) -> tuple[list[LawText], list[Built], list[Named], list[Problem]]:
    """Every law and order file, read to its end, and the typed blocks of all.

    Of a block with mistakes there is what it names, so that they are all told in one run.
    """
    problems: list[Problem] = []
    laws: list[LawText] = []
    blocks: list[Built] = []
    named: list[Named] = []
    for path in sorted([*folder.glob("law/*.md"), *folder.glob("orders/*.md")]):
        place = Place(prefix + path.relative_to(folder).as_posix())
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            problems.append(Problem(place, "P101", "the file is not UTF-8 text."))
            continue
        law, found = parse_law(text, place.file)
        laws.append(law)
        problems += found
        for block in law.blocks:
            built, wrong = build_block(block, name, maker)
            problems += wrong
            if isinstance(built, Named):
                named.append(built)
            else:
                blocks.append(built)
    return laws, blocks, named, problems


def _with_clocks(blocks: list[Built], digest: str) -> tuple[list[Built], list[Problem]]:
    """Clock blocks with the clock of RECKON that their lines make."""
    made: list[Built] = []
    problems = []
    for block in blocks:
        if not isinstance(block, ClockBlock):
            made.append(block)
            continue
        place = block.place
        try:
            clock = clock_from(
                block.id, block.lines, place.file, title=block.title, pack=digest, at=place.line
            )
        except ReckonError as error:
            where, _, text = error.what.partition(": ")
            problems.append(Problem(_place(where, place), "P101", text or error.what))
            continue
        made.append(replace(block, clock=clock))
    return made, problems


def _place(where: str, block: Place) -> Place:
    line, _, column = where.removeprefix(f"{block.file}:").partition(":")
    return Place(block.file, int(line), int(column)) if (line + column).isdigit() else block


def _manifest(folder: Path, prefix: str) -> tuple[dict[str, Any] | None, list[Problem]]:
    place = Place(f"{prefix}pack.toml")
    try:
        table = table_of((folder / "pack.toml").read_text("utf-8"))
    except ValueError as error:
        return None, [Problem(place, "P101", f"not TOML: {error}.")]
    problems = [
        Problem(place, "P101", f'unknown key "{key}".{nearest_sentence(key, _MANIFEST_KEYS)}')
        for key in table
        if key not in _MANIFEST_KEYS
    ]
    missing = [key for key in _REQUIRED if not isinstance(table.get(key), str)]
    problems += [Problem(place, "P101", f'the pack has no "{key}".') for key in missing]
    if "maker" not in missing and table["maker"] not in list(Maker):
        near = nearest_sentence(table["maker"], [maker.value for maker in Maker])
        problems.append(Problem(place, "P101", f'"{table["maker"]}" does not make rules.{near}'))
        missing.append("maker")
    needs = table.get("needs", [])
    if not isinstance(needs, list) or not all(isinstance(name, str) for name in needs):
        problems.append(Problem(place, "P101", '"needs" is a list of ids of packs.'))
        missing.append("needs")
    if "vocabulary" not in missing and table["vocabulary"] != VOCABULARY:
        text = f'unknown vocabulary "{table["vocabulary"]}". This version knows "{VOCABULARY}".'
        problems.append(Problem(place, "P101", text))
    return (None if missing else table), problems


def _facts(folder: Path, name: str) -> tuple[dict[str, FactSpec], tuple[Problem, ...]]:
    path = folder / "facts.toml"
    return parse_facts(path.read_bytes(), name) if path.is_file() else ({}, ())


def _tables(folder: Path, prefix: str) -> tuple[dict[str, Table], list[Problem]]:
    tables, problems = {}, []
    for path in sorted(folder.glob("tables/*.csv")):
        try:
            tables[path.stem] = parse_table(path.stem, path.read_text("utf-8"))
        except ValueError as error:
            problems.append(Problem(Place(f"{prefix}tables/{path.name}"), "P101", str(error)))
    return tables, problems


def _reviews(folder: Path, prefix: str) -> tuple[tuple[ReviewRow, ...], list[Problem]]:
    """The rows that a named person signed."""
    path = folder / "reviews.toml"
    if not path.is_file():
        return (), []
    try:
        return parse_reviews(path.read_text("utf-8")), []
    except ValueError as error:
        text = f"rows are [[review]] with block, sha256, by, capacity, on: {error}."
        return (), [Problem(Place(f"{prefix}reviews.toml"), "P101", text)]


def _note(folder: Path) -> bytes | None:
    path = folder / SIGNATURE_FILE
    return path.read_bytes() if path.is_file() else None


def _digest(folder: Path) -> str:
    """SHA-256 over the canonical bytes of every file but reviews and signatures (LAW 13)."""
    total = hashlib.sha256(b"tecum-pack/1\n")
    files = {path.relative_to(folder).as_posix(): path for path in files_of(folder)}
    for name in sorted(files, key=lambda text: text.encode()):
        digest = hashlib.sha256(_canonical_bytes(name, files[name])).hexdigest()
        total.update(f"{digest}  {name}\n".encode())
    return total.hexdigest()


def files_of(folder: Path) -> Iterable[Path]:
    """What a pack's digest covers: all of its files but reviews and signatures (LAW 13)."""
    return (
        path
        for path in folder.rglob("*")
        if path.is_file() and path.name != "reviews.toml" and path.suffix != ".sig"
    )


def _canonical_bytes(name: str, path: Path) -> bytes:
    if not name.startswith(("law/", "orders/")) or not name.endswith(".md"):
        return path.read_bytes()
    law, problems = parse_law(path.read_bytes().decode("utf-8", "replace"), name)
    return path.read_bytes() if problems else write_law(law).encode()
