"""Every key of the office profile is documented, and the examples load as they stand."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields

import pytest

from tecum.office import Office, load_office, office_from
from tecum.triage import Desk, check_profile
from tests.shared import ROOT

PAGE = ROOT / "docs" / "reference" / "office-profile.md"
EXAMPLES = sorted((ROOT / "docs" / "howto" / "offices").glob("*.toml"))


def test_the_page_lists_every_key_and_no_other() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    assert sorted(rows) == sorted(f.name for f in fields(Office))


def test_there_are_two_examples() -> None:
    assert [path.stem for path in EXAMPLES] == ["california-sheriff", "denver-agency"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_names_only_what_is_there(path: object) -> None:
    office = load_office(path)  # type: ignore[arg-type]
    check_profile(Desk.for_office(office))


def test_the_block_on_the_page_is_a_profile() -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), flags=re.DOTALL)
    profile = office_from({"name": "A", "zone": "America/Denver", **tomllib.loads(block)})
    assert profile.precedence[0].over == "den-subpoena"
