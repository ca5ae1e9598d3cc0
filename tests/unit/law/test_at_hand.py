"""What lies in the packs folder, said in its packs' words; what cannot be read offers nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tecum.law.at_hand import kinds_of_office, titles
from tecum.law.vocabulary import FactSpec, FactType

KIND = """[recipient_class]
type = "one of [{words}]"
ask = "Which kind of office are you?"
words = {{ {said} }}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TECUM_PACKS", str(tmp_path))
    return tmp_path


def pack(folder: Path, name: str, manifest: str, facts: str = "") -> None:
    (folder / name).mkdir()
    (folder / name / "pack.toml").write_text(manifest)
    if facts:
        (folder / name / "facts.toml").write_text(facts)


def test_packs_are_named_by_their_titles_and_by_their_ids_without_one(folder: Path) -> None:
    pack(folder, "b", 'title = "Law of a county"')
    pack(folder, "a", "title = ")
    pack(folder, "c", "title = 3")
    assert titles() == {"a": "a", "b": "Law of a county", "c": "c"}


def test_kinds_of_office_are_those_of_every_pack_the_asked_ones_first(folder: Path) -> None:
    pack(folder, "a", "", KIND.format(words="clinic, jail", said='clinic = "public clinic"'))
    pack(folder, "b", "", "[recipient_class")
    pack(folder, "c", "", '[other]\ntype = "yes/no"')
    assert kinds_of_office() == {"clinic": "public clinic", "jail": ""}
    asked = FactSpec(
        name="recipient_class", type=FactType("word", ("jail",)), words={"jail": "county jail"}
    )
    assert list(kinds_of_office(asked).items()) == [
        ("jail", "county jail"), ("clinic", "public clinic"),
    ]  # fmt: skip


def test_without_a_pack_that_asks_there_is_no_kind(folder: Path) -> None:
    assert kinds_of_office() == {}
