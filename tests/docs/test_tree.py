"""What holds for every file here: size, wording, one error tree, no machine's paths."""

import ast
import importlib
import pkgutil
import re
import subprocess

import pytest

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


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_at_most_600_lines(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").count("\n")
    assert lines <= 600, "split it: what is its second concept?"


@pytest.mark.parametrize(
    "name", [n for n in MODULES if n.startswith("src/") and "/migrations/" not in n]
)
def test_every_module_says_what_it_is_for(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    assert not tree.body or ast.get_docstring(tree), "a module begins with a sentence"


@pytest.mark.parametrize("name", [n for n in MODULES if n.startswith("src/")])
def test_no_promise_is_left_in_the_code(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"\b(?:TODO|FIXME|XXX)\b|raise NotImplementedError", text)


MACHINE = re.compile(r"(?<![\w.])/(?:work|farm|root)/|/tmp/bash_jobs|pypi\.org|pythonhosted")
LABELS = re.compile(
    r"sanctuary (?:cit|juris|state|polic)|\brogue\b|\buncooperative\b|\billegals?\b aliens?", re.I
)


@pytest.mark.parametrize("name", TEXTS)
def test_no_path_of_one_machine(name: str) -> None:
    if name == "tests/docs/test_tree.py":
        return
    text = (ROOT / name).read_text(encoding="utf-8", errors="replace")
    assert not MACHINE.search(text)


@pytest.mark.parametrize("name", [n for n in TEXTS if n.startswith(("src/", "packs/", "docs/"))])
def test_labels_of_one_side_do_not_stand_in_our_words(name: str) -> None:
    """Such words may appear in quotations of sources only (threads, titles as printed)."""
    if "/threads/" in name or name.endswith("_words.toml"):
        return
    text = (ROOT / name).read_text(encoding="utf-8", errors="replace")
    unquoted = re.sub(r'"[^"\n]*"|“[^”]*”', "", text)
    assert not LABELS.search(unquoted)


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


@pytest.mark.parametrize("name", [n for n in TEXTS if n.endswith(".md")])
def test_links_lead_somewhere(name: str) -> None:
    for target in LINK.findall((ROOT / name).read_text(encoding="utf-8")):
        assert (ROOT / name).parent.joinpath(target).exists(), target
