"""What holds for every file here: size, wording, one error tree, no machine's paths."""

import importlib
import pkgutil
import re
import subprocess

import tecum
from tecum.errors import TecumError
from tests.shared import ROOT


def tracked(*patterns: str) -> list[str]:
    shown = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [name for name in shown.stdout.splitlines() if (ROOT / name).is_file()]


MODULES = tracked("src/*.py", "tests/*.py", "bench/*.py")
TEXTS = [n for n in tracked() if not n.endswith((".lock", ".png", ".webp", ".pdf", ".docx"))]


SOURCES = [name for name in MODULES if name.startswith("src/")]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8", errors="replace")


def test_no_module_is_longer_than_600_lines() -> None:
    """What is longer is to be split: what is its second concept?"""
    assert [name for name in MODULES if text_of(name).count("\n") > 600] == []


def test_every_module_says_what_it_is_for() -> None:
    """A module begins with a sentence, or is empty."""
    own = [name for name in SOURCES if "/migrations/" not in name]
    assert [n for n in own if re.match(r"(?!r?\"\"\"\S|\s*\Z)", text_of(n))] == []


def test_no_promise_is_left_in_the_code() -> None:
    left = re.compile(r"\b(?:TODO|FIXME|XXX)\b|raise NotImplementedError")
    assert [name for name in SOURCES if left.search(text_of(name))] == []


MACHINE = re.compile(r"(?<![\w.])/(?:work|farm|root)/|/tmp/bash_jobs|pypi\.org|pythonhosted")
LABELS = re.compile(
    r"sanctuary (?:cit|juris|state|polic)|\brogue\b|\buncooperative\b|\billegals?\b aliens?", re.I
)


def test_no_path_of_one_machine() -> None:
    looked_at = [name for name in TEXTS if name != "tests/docs/test_tree.py"]
    assert [name for name in looked_at if MACHINE.search(text_of(name))] == []


def test_labels_of_one_side_do_not_stand_in_our_words() -> None:
    """Such words may appear in quotations of sources only (threads, titles as printed)."""
    own = [
        name
        for name in TEXTS
        if name.startswith(("src/", "packs/", "docs/"))
        and not ("/threads/" in name or name.endswith("_words.toml"))
    ]
    unquoted = {name: re.sub(r'"[^"\n]*"|“[^”]*”', "", text_of(name)) for name in own}
    assert [name for name, text in unquoted.items() if LABELS.search(text)] == []


def error_classes() -> list[type[TecumError]]:
    for module in pkgutil.walk_packages(tecum.__path__, "tecum."):
        if module.name.endswith(".errors"):
            importlib.import_module(module.name)
    found: list[type[TecumError]] = [TecumError]
    for cls in found:
        found.extend(cls.__subclasses__())
    return found


def test_every_error_has_a_code_and_an_exit_status_of_the_contract() -> None:
    for cls in error_classes():
        assert re.fullmatch(r"[a-z]+(?:[.-][a-z0-9_-]+)*", cls.code), cls
        assert cls.exit_status in (2, 3, 4, 5), cls


def test_the_branches_are_drawn_at_the_top_of_the_tree() -> None:
    from tecum import errors

    drawn = set(re.findall(r"[├└]── (\w+)", errors.__doc__ or ""))
    assert drawn | {"TecumError"} == {n for n in errors.__all__ if n != "nearest"}


LINK = re.compile(r"\[[^\]]*\]\((?!https?:|mailto:|#)([^)#\s]+)")


def test_links_lead_somewhere() -> None:
    pages = [name for name in TEXTS if name.endswith(".md")]
    nowhere = [
        (name, target)
        for name in pages
        for target in LINK.findall(text_of(name))
        if not (ROOT / name).parent.joinpath(target).exists()
    ]
    assert nowhere == []


def test_the_files_were_found() -> None:
    assert len(MODULES) > 1000
    assert len(TEXTS) > len(MODULES)
