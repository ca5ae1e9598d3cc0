"""Two versions of a pack, told apart by legal element."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tecum.law import Pack, load_packs
from tecum.law.change_words import difference_text, said_of, summary
from tecum.law.difference import Changed, Difference, Element, element_of
from tecum.law.differences import differences
from tecum.law.syntax import KEYS
from tecum.packs_folder import packs_folder
from tests.unit.law.making import order, rule, write_pack

FACTS = '[item_public]\ntype = "yes/no"\nask = "Is it public?"\nwho = "clerk"\n'
BASE = "# Code\n" + rule(
    "r1",
    "must not: share_status, hold",
    "item_public",
    "unless: already_disclosed  [§ 1(b)]",
    "yields to: r2  [§ 1(c)]",
)
OTHER = rule("r2", "may: share_status")
SHIPPED = sorted(path.parent.name for path in packs_folder().glob("us-*/pack.toml"))


def version(root: Path, name: str, text: str, **files: str) -> Pack:
    every = {"law/code.md": text, **{path.replace("__", "/"): t for path, t in files.items()}}
    folder = write_pack(root / name, "made", every, FACTS)
    return load_packs([str(folder)]).pack("made")


def told(tmp_path: Path, new: str, old: str = BASE + OTHER) -> list[Difference]:
    found = differences(version(tmp_path, "old", old), version(tmp_path, "new", new))
    return list(found.rows)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_pack_does_not_differ_from_its_copy(name: str, tmp_path: Path) -> None:
    shutil.copytree(packs_folder() / name, tmp_path / name)
    copy = load_packs([str(tmp_path / name)]).pack(name)
    assert differences(load_packs([name]).pack(name), copy).rows == ()


@pytest.mark.parametrize(
    ("old", "new", "element", "change"),
    [
        ("must not: share_status, hold", "may: share_status", Element.EFFECT, Changed.CHANGED),
        ("when: item_public\n", "", Element.CONDITION, Changed.REMOVED),
        ("when: item_public", "when: not item_public", Element.CONDITION, Changed.CHANGED),
        ("unless: already_disclosed  [§ 1(b)]\n", "", Element.EXCEPTION, Changed.REMOVED),
        ("[§ 1(b)]", "[§ 1(d)]", Element.EXCEPTION, Changed.CHANGED),
        ("yields to: r2  [§ 1(c)]\n", "", Element.SUPERIORITY, Changed.REMOVED),
        ("[§ 1(c)]", "[§ 9]", Element.SUPERIORITY, Changed.CHANGED),
        (
            "from 2020-01-01; recorded 2020-01-01",
            "from 2021-01-01; recorded 2020-01-01",
            Element.WINDOW,
            Changed.CHANGED,
        ),
        ("judged at: act date", "judged at: request date", Element.WINDOW, Changed.CHANGED),
        ("source: Source of r1", "source: Another", Element.SOURCE, Changed.CHANGED),
        (
            "source: Source of r1",
            "note: as read\nsource: Source of r1",
            Element.WORDS,
            Changed.ADDED,
        ),
    ],
)
def test_one_changed_line_is_one_element(
    tmp_path: Path, old: str, new: str, element: Element, change: Changed
) -> None:
    assert old in BASE
    (row,) = told(tmp_path, BASE.replace(old, new, 1) + OTHER)
    assert (row.element, row.change, row.block, row.kind) == (element, change, "r1", "rule")
    assert row.file == "law/code.md"
    assert (row.old is None) == (change is Changed.ADDED)
    assert (row.new is None) == (change is Changed.REMOVED)
    assert said_of(row) != "This is changed."


def test_a_second_exception_is_added_and_the_first_is_left_alone(tmp_path: Path) -> None:
    first = "unless: already_disclosed  [§ 1(b)]\n"
    (row,) = told(tmp_path, BASE.replace(first, f"unless: item_public  [§ 3]\n{first}") + OTHER)
    assert (row.element, row.change) == (Element.EXCEPTION, Changed.ADDED)
    assert row.new == "unless: item_public  [§ 3]"


def test_another_rule_to_yield_to_is_one_gone_and_one_come(tmp_path: Path) -> None:
    text = BASE + OTHER + rule("r3", "may: hold")
    rows = told(tmp_path, text.replace("yields to: r2", "yields to: r3"), text)
    assert [(row.change, row.old or row.new) for row in rows] == [
        (Changed.REMOVED, "yields to: r2  [§ 1(c)]"),
        (Changed.ADDED, "yields to: r3  [§ 1(c)]"),
    ]


def test_the_order_of_lines_and_of_blocks_is_no_difference(tmp_path: Path) -> None:
    when, unless = "when: item_public\n", "unless: already_disclosed  [§ 1(b)]\n"
    text = BASE.replace(when + unless, unless + when)
    assert text != BASE
    assert told(tmp_path, text + OTHER) == []
    assert told(tmp_path / "b", "# Code\n" + OTHER + BASE.removeprefix("# Code\n")) == []


def test_a_block_that_comes_goes_or_moves_is_told_whole(tmp_path: Path) -> None:
    old = version(tmp_path, "old", BASE + OTHER + rule("r3", "may: hold"))
    moved = version(
        tmp_path,
        "new",
        BASE + rule("r4", "must: hold"),
        law__other="",
        **{"law/b.md": "# B\n" + OTHER},
    )
    rows = {row.block: row for row in differences(old, moved).legal}
    assert (rows["r2"].element, rows["r2"].old, rows["r2"].new) == (
        Element.PLACE,
        "law/code.md",
        "law/b.md",
    )
    assert rows["r3"].change is Changed.REMOVED
    assert rows["r4"].change is Changed.ADDED
    assert rows["r4"].new is not None
    assert "must: hold" in rows["r4"].new
    assert differences(old, moved).counts == {
        Changed.ADDED: 1,
        Changed.REMOVED: 1,
        Changed.CHANGED: 1,
    }


def test_versions_of_one_provision_are_matched_by_their_text(tmp_path: Path) -> None:
    first = rule("r9", "may: hold", window="from 2018-01-01 to 2019-01-01; recorded 2018-01-01")
    later = rule("r9", "must: hold", window="from 2019-01-01; recorded 2019-01-01")
    (row,) = told(tmp_path, "# Code\n" + later + first, "# Code\n" + first)
    assert (row.change, row.block) == (Changed.ADDED, "r9")
    assert row.new is not None
    assert "must: hold" in row.new


def test_orders_and_duties_have_elements_of_their_own(tmp_path: Path) -> None:
    text = BASE + OTHER + order("o1", "stays: r1")
    (row,) = told(tmp_path, text.replace("from: 2020-01-01", "from: 2020-02-01"), text)
    assert (row.element, row.kind) == (Element.WINDOW, "order")
    assert element_of("order", "to") is Element.WINDOW
    assert element_of("duty", "to") is Element.DUTY
    for kind, keys in KEYS.items():
        for key in keys:
            assert (
                kind == "clock"
                or key == "id"
                or element_of(kind, key) is not Element.CLOCK
                or (kind == "duty" and key == "clock")
            ), (kind, key)


def test_what_stands_around_the_blocks_is_told_apart_too(tmp_path: Path) -> None:
    cases = "id,action,on,expect,item_public\n1,hold,2020-05-01,silent,no\n"
    old = version(tmp_path, "old", BASE + OTHER, **{"cases/a.csv": cases, "letters/a.typ": "a\nb"})
    new = version(
        tmp_path,
        "new",
        BASE.replace("## r1  r1\n", "## r1  r1\nRead with care.\n") + OTHER,
        **{"cases/a.csv": cases.replace("no\n", "yes\n"), "letters/a.typ": "a\nc"},
    )
    (new.folder / "facts.toml").write_text(FACTS.replace("clerk", "counsel"), "utf-8")
    found = differences(old, load_packs([str(new.folder)]).pack("made"))
    assert found.legal == ()
    assert {(row.element, row.block, row.key) for row in found.beside} == {
        (Element.PROSE, "r1", ""),
        (Element.FACT, "item_public", "who"),
        (Element.CASE, "1", ""),
        (Element.FILE, "letters/a.typ", ""),
    }
    (file,) = [row for row in found.beside if row.element is Element.FILE]
    assert file.new == "-b\n+c"


def test_the_text_names_what_each_difference_does(tmp_path: Path) -> None:
    old = version(tmp_path, "old", BASE + OTHER)
    new = version(
        tmp_path, "new", BASE.replace("unless: already_disclosed  [§ 1(b)]\n", "") + OTHER
    )
    assert difference_text(differences(old, new)) == (
        "0 blocks added, 0 removed, 1 changed; 1 elements in blocks, 0 around them.\n"
        "\n"
        "rule r1  r1  (law/code.md)\n"
        "  exception removed: It now applies even where this holds.\n"
        "    - unless: already_disclosed  [§ 1(b)]\n"
    )
    assert summary(differences(old, old)) == "The two versions say the same."


def test_every_difference_that_can_be_has_its_sentence() -> None:
    could_not_be = {
        (Element.BLOCK, Changed.CHANGED),
        (Element.PLACE, Changed.ADDED),
        (Element.PLACE, Changed.REMOVED),
    }
    for element in Element:
        for change in Changed:
            row = Difference(change=change, element=element, block="x", kind="rule")
            assert (said_of(row) == "This is changed.") == ((element, change) in could_not_be)


def test_a_difference_as_json_says_all_that_it_holds() -> None:
    row = Difference(
        change=Changed.CHANGED, element=Element.SOURCE, block="b", kind="rule", key="source"
    )
    assert row.to_json() == {
        "change": "changed",
        "element": "source",
        "block": "b",
        "kind": "rule",
        "key": "source",
        "title": None,
        "file": None,
        "old": None,
        "new": None,
    }
