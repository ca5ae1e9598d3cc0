"""Two demonstrations have the same pages, once what is random in them is taken out (P22.2)."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.browser.demo_pages import START, begin, end, without_tokens

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-alike")]


@pytest.fixture(scope="module")
def runs(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> list[dict[str, str]]:
    """The pages of two demonstrations, each built by a process and in a folder of its own.

    One is a copy of what all tests share; the other is begun before that is waited for.
    """
    shared, own = (tmp_path_factory.mktemp("demo") for _ in range(2))
    other = begin(2, own / "home", own / "out.json")
    shutil.copytree(request.getfixturevalue("built"), shared / "home")
    end(begin(1, shared / "home", shared / "out.json"))
    end(other)
    return [json.loads((at / "out.json").read_text("utf-8")) for at in (shared, own)]


OF_THE_MACHINE = "/status"
"""The one page that says how the machine is at that moment."""


def test_two_runs_give_the_same_pages(runs: list[dict[str, str]]) -> None:
    first, second = runs
    assert list(first) == list(second)
    compared = [name for name in first if not name.endswith(OF_THE_MACHINE)]
    assert len(compared) > 150
    assert any(name.endswith("/dispute") for name in compared)
    assert [name for name in compared if first[name] != second[name]] == []


def test_the_walk_reaches_what_it_should(runs: list[dict[str, str]]) -> None:
    """Pages of every sort were compared, and their words were left in."""
    whole = "\n".join(runs[0].values())
    assert len(runs[0]) > 150
    for words in ("D-0003", "Mon 27 Jan 2020, end of day", "23 jurisdictions", "1225(d)"):
        assert words in whole


def test_no_link_leads_nowhere(runs: list[dict[str, str]]) -> None:
    missing = [
        name
        for name, text in runs[0].items()
        if text.startswith(("4", "5")) and name.split()[-1] not in START
    ]
    assert missing == []


def test_only_what_is_random_is_taken_out() -> None:
    assert without_tokens("/docket/" + "ab12cd34" * 8 + "/dates") == "/docket/·/dates"
    # One in some thousand random tokens holds no figure, or begins like an id.
    field = '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
    for token in ("aB" * 32, "ab" * 32, "deadbeef" + "xY1" * 18):
        assert without_tokens(field.format(token)) == field.format("·")
    assert without_tokens("aB" * 21 + "a=") == "·"
    assert without_tokens('value="' + "Zb9-_" * 13 + '"') == 'value="·"'
    assert without_tokens("/reports/us-il-chicago/chi-rep-quarterly?period=2019").startswith("/rep")
    for kept in ("Mon 27 Jan 2020", "D-0003", "administrative_subpoena", "2017-DJ-BX-0000"):
        assert without_tokens(kept) == kept
