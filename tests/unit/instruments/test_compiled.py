"""Patterns that a command finds kept equal those that it would compile."""

from __future__ import annotations

import json
import re
import threading
from pathlib import Path
from typing import Any

import pytest

from tecum import kept
from tecum.instruments import compiled as module
from tecum.instruments.compiled import compiled, compiled_while_loading, led
from tecum.instruments.patterns import Pattern
from tecum.instruments.sought import Sought, find_all, take_apart_what_was_sought
from tecum.kept import keep_between_commands, knows, write_what_is_new
from tests.unit.reading.patterns_held import patterns_of_catalogue, patterns_of_reader

WRITTEN = (
    (r"records? of (?P<what>arrest|booking)", re.IGNORECASE),
    (r"(?i)[à-ÿ\u0400-\u04ff]{2,9}(?=\s)", 0),
    (r"(?P<a>x)|(?P<b>y)(?P=b)", 0),
    (r"(?x) a  # a remark", 0),
    (r"[^\W\d_]+\b", re.ASCII),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(kept, "_keeper", None)
    monkeypatch.setattr(kept, "_WORTH_WRITING", 1)
    return tmp_path / "cache" / "tecum"


def loaded(rows: Any) -> list[re.Pattern[str]]:
    """Each pattern as a module that is loaded gets it; what ``re`` itself keeps is dropped."""
    re.purge()
    keep_between_commands("some")
    with compiled_while_loading():
        found = [re.compile(written, flags) for written, flags in rows]
    write_what_is_new()
    return found


def no_parser(*_: object) -> None:
    raise AssertionError("parsed anew")


def test_a_kept_pattern_is_the_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    # Two patterns are equal where their flags, their code and what was written are.
    anew = [re.compile(written, flags) for written, flags in WRITTEN]
    assert loaded(WRITTEN) == anew
    with monkeypatch.context() as none:
        none.setattr(module._parser, "parse", no_parser)
        found = loaded(WRITTEN)
    assert found == anew
    assert [p.groupindex for p in found] == [p.groupindex for p in anew]
    assert [p.groups for p in found] == [p.groups for p in anew]
    match = found[0].search("the record of Arrest")
    assert match is not None
    assert (match["what"], match.lastgroup) == ("Arrest", "what")


def test_every_pattern_of_the_reader_comes_back_as_it_is() -> None:
    held = [p for p in patterns_of_reader().values() if isinstance(p.pattern, str)]
    rows = [(p.pattern, p.flags) for p in held]
    assert len(rows) > 500
    # Those that are led by their beginnings hold more code than the interpreter makes.
    anew = [re.compile(*row) for row in rows]
    assert loaded(rows) == anew
    assert loaded(rows) == anew


def test_code_that_the_interpreter_refuses_is_made_anew() -> None:
    written, flags = WRITTEN[0]
    first = loaded(WRITTEN[:1])
    for row in (["AAAA", 0], ["//////////8=", 0, 0, {}, [None]], [3, 0, 0, {}, []], None, {}):
        keep_between_commands("some")
        assert kept._keeper is not None
        kept._keeper.rows["code"][f"{int(flags)} {written}"] = json.dumps(row)
        assert [compiled(written, flags)] == first


def test_a_pattern_that_is_led_is_kept_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_between_commands("some")
    first = [led(written, flags) for written, flags in WRITTEN]
    write_what_is_new()
    keep_between_commands("some")
    with monkeypatch.context() as none:
        none.setattr(module._parser, "parse", no_parser)
        assert [led(written, flags) for written, flags in WRITTEN] == first


def test_only_patterns_of_what_is_loaded_are_kept() -> None:
    """What another thread compiles, or anybody afterwards, may hold words of a document."""
    re.purge()
    keep_between_commands("some")
    with compiled_while_loading():
        re.compile("of a module")
        other = threading.Thread(target=re.compile, args=("of another thread",))
        other.start()
        other.join()
    re.compile("of a document")
    write_what_is_new()
    keep_between_commands("some")
    assert knows("code", "0 of a module")
    assert not knows("code", "0 of another thread")
    assert not knows("code", "0 of a document")


def test_a_wrong_pattern_is_refused_as_ever() -> None:
    with pytest.raises(re.error):
        loaded([("(", 0)])
    with pytest.raises(re.error):
        compiled("(")
    assert re.compile("a|b").match("b")


def test_what_was_taken_apart_once_is_not_taken_apart_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Words, beginnings and ways of a pattern are those of before, and find the same."""
    held = re.compile(r"(?<![a-z])(?:payroll|timesheets?) of|please send (?:all|any)", re.I)
    text = "Please send all timesheets of the payroll of " * 200
    expected = [match.span() for match in held.finditer(text)]

    def found() -> Any:
        keep_between_commands("some")
        monkeypatch.setattr("tecum.instruments.sought._modules", {})
        spans = [match.span() for match in find_all(held, text)]
        sought, of_catalogue = Sought(held.pattern, held.flags), Pattern("pay roll of .{0,9}x")
        take_apart_what_was_sought()
        write_what_is_new()
        return spans, sought.landmarks, sought._ways, sought._apart, of_catalogue.landmarks

    first = found()
    assert first[0] == expected
    for name in ("landmarks", "heads", "ways", "patterns"):
        monkeypatch.setattr(f"tecum.instruments.{name}._parser", None)
    assert found() == first


def test_words_of_the_catalogue_are_the_same_from_what_was_kept() -> None:
    held = patterns_of_catalogue()[:200]
    for _ in range(2):
        keep_between_commands("some")
        made = [Pattern(p.written, case=not p.compiled.flags & re.IGNORECASE) for p in held]
        assert [p.landmarks for p in made] == [p.landmarks for p in held]
        assert [p.compiled for p in made] == [p.compiled for p in held]
        write_what_is_new()
