"""Patterns that a command finds kept equal those that it would compile."""

from __future__ import annotations

import re
import threading
from pathlib import Path
from typing import Any

import pytest

from tecum.cli import kept_patterns as module
from tecum.cli.kept_patterns import patterns_kept
from tests.unit.reading.patterns_held import patterns_of_reader

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
    return tmp_path / "cache" / "tecum"


def compiled(rows: Any, name: str = "some") -> list[re.Pattern[str]]:
    """Each pattern as a module that is loaded gets it; what ``re`` itself keeps is dropped."""
    re.purge()
    with patterns_kept(name):
        return [re.compile(written, flags) for written, flags in rows]


def only(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def no_compiler(*_: object) -> None:
    raise AssertionError("compiled anew")


def test_a_kept_pattern_is_the_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    # Two patterns are equal where their flags, their code and what was written are.
    anew = [re.compile(written, flags) for written, flags in WRITTEN]
    assert compiled(WRITTEN) == anew
    with monkeypatch.context() as none:
        none.setattr(module._parser, "parse", no_compiler)
        found = compiled(WRITTEN)
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
    assert compiled(rows) == held
    assert compiled(rows) == held


@pytest.mark.parametrize("fault", ["changed", "cut", "open to others", "not what it should be"])
def test_a_faulty_file_is_passed_over(folder: Path, fault: str) -> None:
    first = compiled(WRITTEN)
    file = only(folder)
    content = file.read_bytes()
    if fault == "changed":
        file.write_bytes(content.replace(b"arrest", b"arxest"))
    elif fault == "cut":
        file.write_bytes(content[:-20])
    elif fault == "open to others":
        file.chmod(0o644)
    else:
        rows = {f"{int(flags)} {written}": ["AAAA", 0, 0, {}, []] for written, flags in WRITTEN}
        module.write_kept(file, module.json.dumps(rows).encode(), "patterns-some")
    assert compiled(WRITTEN) == first


def test_code_that_the_interpreter_refuses_is_made_anew(folder: Path) -> None:
    first = compiled(WRITTEN[:1])
    file = only(folder)
    for row in (["AAAA", 0], ["//////////8=", 0, 0, {}, [None]], [3, 0, 0, {}, []], None, {}):
        rows = {f"{int(flags)} {written}": row for written, flags in WRITTEN[:1]}
        module.write_kept(file, module.json.dumps(rows).encode(), "patterns-some")
        assert compiled(WRITTEN[:1]) == first


def test_only_patterns_of_what_is_loaded_are_kept(folder: Path) -> None:
    """What another thread compiles, or anybody afterwards, may hold words of a document."""
    re.purge()
    with patterns_kept("some"):
        re.compile("of a module")
        other = threading.Thread(target=re.compile, args=("of another thread",))
        other.start()
        other.join()
    re.compile("of a document")
    content = only(folder).read_text("utf-8")
    assert "of a module" in content
    assert "of another thread" not in content
    assert "of a document" not in content


def test_what_is_no_longer_compiled_is_kept_no_longer(folder: Path) -> None:
    compiled(WRITTEN)
    compiled([*WRITTEN[1:], ("another", 0)])
    content = only(folder).read_text("utf-8")
    assert "arrest" not in content
    assert "another" in content


def test_a_wrong_pattern_is_refused_as_ever() -> None:
    with pytest.raises(re.error):
        compiled([("(", 0)])
    assert re.compile("a|b").match("b")
