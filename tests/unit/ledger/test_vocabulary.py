"""The vocabulary in code equals the table of the specification, word for word."""

from __future__ import annotations

import re

import pytest

from tecum.ledger.vocabulary import CHANNELS, COMMIT_LABELS, COUNT_LABELS, KEYS, TYPES
from tests.shared import SHARED

pytestmark = pytest.mark.shared("design/LEDGER.md")


def section(start: str, end: str) -> str:
    text = (SHARED / "design" / "LEDGER.md").read_text()
    return text[text.index(start) : text.index(end)]


def rows() -> dict[str, tuple[str, str]]:
    """Type → (what it needs, its codes), from the table of section 8."""
    found: dict[str, tuple[str, str]] = {}
    for line in section("## 8. Statement types", "‡ failure list").splitlines():
        cells = [cell.strip() for cell in line.replace("\\|", "/").split("|")]
        if len(cells) < 6 or not cells[1].startswith("`"):
            continue
        names = re.findall(r"`([a-z_.]+)`", cells[1])
        side = names[0].partition(".")[0]
        for name in names:
            found[side + name if name.startswith(".") else name] = (cells[3], cells[4])
    return found


def test_the_types_are_those_of_the_table() -> None:
    assert set(rows()) == set(TYPES)


def test_the_codes_are_those_of_the_table() -> None:
    failures = section("‡ failure list: ", "A failure without a code").partition(".\u0020")[0]
    for name, (_, cell) in rows().items():
        words = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([a-z_ ]+)`", cell))))
        if "failure list" in cell:
            words = set(re.findall(r"[a-z_]+", failures.partition("`")[2].partition("`")[0]))
        if cell.startswith("as `log.frozen`"):
            words = set(TYPES["log.frozen"].codes)
        if name in ("key.added", "key.rotated"):  # "code for revoked"
            words = set()
        if cell.startswith("as `demand.*`") or (name.startswith("answer.") and cell[:2] == "as"):
            words = set(TYPES[name.replace("answer.", "demand.")].codes)
        assert TYPES[name].codes == words, name


def test_what_the_types_need_is_what_the_table_requires() -> None:
    for name, (cell, _) in rows().items():
        required = re.sub(r"\*[^*]+\*", "", cell.replace("**", ""))
        if not cell.startswith("as "):
            for key in ("ref", "channel", "grade", "on"):
                assert (key in TYPES[name].needs) is bool(re.search(rf"\b{key}\b", required)), name
            for label in TYPES[name].commits:
                assert all(one in cell for one in label.split("|")), name
            for label in TYPES[name].counts:
                assert label in cell, name


def test_keys_channels_and_labels_are_those_of_the_tables() -> None:
    text = section("## 7. Statement", "Example (entry 1")
    assert tuple(re.findall(r"^\| `([a-z]+)` \|", text, re.MULTILINE)) == KEYS
    channels = re.search(r"`(email[a-z_\\|]+drop)`", text)
    assert channels is not None
    assert set(channels[1].split("\\|")) == CHANNELS
    labels = re.search(r"labels `([a-z ]+)`", text)
    assert labels is not None
    assert set(labels[1].split()) == COUNT_LABELS
    table = section("## 9. Commitments", "**Opening**")
    first = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = {word for cell in first for word in re.findall(r"`([a-z_]+)`", cell)}
    assert named | {"rule"} == COMMIT_LABELS
