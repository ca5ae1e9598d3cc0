"""Tables come from what is kept as they come from the file."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tecum import kept as module
from tecum.kept import keep_between_commands, write_what_is_new
from tecum.packs_folder import packs_folder
from tecum.tables import table_of

SOURCE = Path(module.__file__).parent


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(module, "_keeper", None)


def test_every_table_that_we_ship_comes_back_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [*SOURCE.rglob("*.toml"), *packs_folder().rglob("*.toml")]
    texts = [file.read_text("utf-8") for file in files]
    parsed = [tomllib.loads(text) for text in texts]
    assert len(parsed) > 100
    for _ in range(2):
        keep_between_commands("some")
        assert [table_of(text) for text in texts] == parsed
        assert [list(table_of(text)) for text in texts] == [list(table) for table in parsed]
        write_what_is_new()
    monkeypatch.setattr("tomllib.loads", None)
    keep_between_commands("some")
    assert [table_of(text) for text in texts] == parsed


@pytest.mark.parametrize(
    "text", ["at = 2026-01-01T10:00:00Z", "at = 10:00:00", "[a]\nshare = nan", "[a]\nshare = inf"]
)
def test_what_has_no_plain_form_is_parsed_each_time(text: str) -> None:
    keep_between_commands("some")
    assert repr(table_of(text)) == repr(table_of(text)) == repr(tomllib.loads(text))


def test_dates_and_words_that_look_like_ours_stay_what_they_are() -> None:
    keep_between_commands("some")
    text = 'on = 2026-01-01\nrow = {date = "x"}\nname = "date"\nlist = [2026-02-01, "2026-02-01"]'
    assert table_of(text) == table_of(text) == tomllib.loads(text)


def test_what_is_no_table_is_refused_as_ever() -> None:
    keep_between_commands("some")
    for _ in range(2):
        with pytest.raises(tomllib.TOMLDecodeError):
            table_of("a = ")
