"""Packs that say something that cannot be meant: refused with the place and the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tecum.law import read_packs
from tests.unit.law.making import made, order, rule, write_pack
from tests.unit.law.situations import decided

FACTS = """[a]
type = "yes/no"
[w]
type = "one of [x, y]"
[n]
type = "number"
[d]
type = "date"
[p]
type = "yes/no"
"""
DEFINE = "\n## {id}  d\n```define\nfact: {fact}\n{key}: {expr}\nsource: s\n```\n"


def problems(root: Path, text: str, maker: str = "state") -> list[str]:
    """What is wrong with one law file, as it is printed."""
    folder = write_pack(root, "odd", {"law/x.md": "# x" + text}, FACTS, maker)
    return [str(problem) for problem in read_packs([str(folder)])[1]]


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("n in [one, 3]", '5:7: P101 "one" is not a number, but n is.'),
        ("n in [nan]", '5:7: P101 "nan" is not a number, but n is.'),
        ("d in [soon]", '5:7: P101 "soon" is not a day, but d is.'),
        (
            "a in [yes, no]",
            "5:7: P101 a is a yes/no fact; a list is for words, days and numbers.",
        ),
        (
            "conviction in [x]",
            "5:7: P101 conviction is a table fact; a list is for words, days and numbers.",
        ),
        ('"z" is w', '5:7: P101 "z" is not a value of w (x, y).'),
        ("d within 500 years before request_date", "5:16: P101 a period has at most 400 years."),
        ("d within 0 days before 2020-02-30", '5:30: P101 "2020-02-30" is not a day.'),
    ],
)
def test_a_condition_that_could_never_hold_is_refused(tmp_path: Path, when: str, said: str) -> None:
    assert problems(tmp_path, rule("r", "may: share_status", when)) == [f"law/x.md:{said}"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            DEFINE.format(id="d1", fact="p", key="true when", expr="a")
            + DEFINE.format(id="d2", fact="p", key="true when", expr="not a"),
            '11:7: P102 fact "p" is defined twice (also law/x.md:3).',
        ),
        (
            DEFINE.format(id="d1", fact="w", key="true when", expr="a"),
            '5:12: P101 "true when" settles a yes/no fact, and w is none.',
        ),
        (
            DEFINE.format(id="d1", fact="p", key="counts", expr="conviction where (a)"),
            '5:9: P101 "counts" settles a number fact, and p is none.',
        ),
    ],
)
def test_a_definition_gives_one_value_of_the_right_type(
    tmp_path: Path, text: str, said: str
) -> None:
    assert problems(tmp_path, text) == [f"law/x.md:{said}"]


def test_a_rule_and_a_command_name_an_action(tmp_path: Path) -> None:
    assert problems(tmp_path, rule("r", "may: ,", "a")) == [
        'law/x.md:4:6: P101 "may" names no action.'
    ]


def test_two_windows_that_nothing_tells_apart(tmp_path: Path) -> None:
    lines = (
        "in force: from 2020-01-02; recorded 2020-01-01",
        "in force: from 2020-01-02 to 2021-01-01; recorded 2020-01-01",
    )
    (said,) = problems(tmp_path, rule("r", "may: share_status", "a", *lines, window=""))
    assert said == (
        "law/x.md:7:11: P102 two windows begin on 2020-01-02 and were recorded on 2020-01-01: "
        "which of them counts? Write the day on which the later one could be known."
    )


def test_an_order_that_ended_before_it_began(tmp_path: Path) -> None:
    text = rule("r", "may: share_status", "a")
    text += order("o", "stays: r", "ended: 2019-12-31; recorded 2020-01-01  [x]")
    assert problems(tmp_path, text) == ['law/x.md:14:8: P102 order "o" ended before it began.']


def test_a_day_of_an_order_is_written_in_full(tmp_path: Path) -> None:
    text = rule("r", "may: share_status", "a") + order("o", "stays: r", start="20200101")
    assert problems(tmp_path, text) == [
        'law/x.md:14:7: P101 "20200101" is not a day. Write it like 2018-01-04.'
    ]


@pytest.mark.parametrize("line", ["stays: l", "commands: must share_status\nprevails over: l  [c]"])
def test_a_ring_through_the_scope_of_an_order(tmp_path: Path, line: str) -> None:
    """Whether a local rule forbids must not hang on an order that asks just that."""
    text = rule("l", "must not: share_status", "a")
    text += order("o", line, "only where: forbidden by local")
    (said,) = problems(tmp_path, text, "local")
    assert said.startswith('law/x.md: P104 "forbidden by local" runs in a ring: l → o ')


def test_an_order_may_ask_what_another_maker_forbids() -> None:
    state = rule("r", "may: share_status") + order(
        "o", "stays: r", "only where: forbidden by local"
    )
    packs = made(
        ("state", "# x" + state), ("local", "# y" + rule("l", "must not: share_status", "a")),
        facts=FACTS,
    )  # fmt: skip
    assert decided(packs, a=True).outcome == "must_not"
    assert decided(packs, a=False).possible == ("may", "silent")


@pytest.mark.parametrize("value", [1, 1.0, 3])
def test_a_number_is_the_same_however_it_is_written(value: float) -> None:
    packs = made(("state", "# x" + rule("r", "may: share_status", "n in [1.00, 3]")), facts=FACTS)
    assert decided(packs, n=value).outcome == "may"
    assert decided(packs, n=value + 1).outcome == "silent"


def test_every_mistake_of_a_block_is_told_in_one_run(tmp_path: Path) -> None:
    text = (
        "\n## r  Many\n```rule\nmust not: share_release_dates\nwhen: w is z and aa\n"
        "unless: item_pubic\nyields to: q, n  [c]\nin force: since 2018\n"
        "judged at: act dat\n```\n\n## o  Order\n```order\nstays: r, s\n"
        "commands: must share_statu\nonly where: a is known\nfrom: 2020-02-30\n"
        "recorded: 2020-01-01\nsource: s\n```\n"
    )
    told = problems(tmp_path, text)
    assert [said.removeprefix("law/x.md:").partition(" ")[0] for said in told] == [
        "3:", "4:11:", "5:12:", "5:18:", "6:", "6:9:", "7:12:", "7:12:", "8:11:", "9:12:",
        "14:8:", "15:11:", "16:15:", "17:7:",
    ]  # fmt: skip
    assert 'unknown action "share_release_dates". Nearest: "share_release_date".' in told[1]
    assert 'unknown fact "item_pubic". Nearest: "item_public"' in told[5]
    assert 'no rule "s" in the loaded packs.' in told[10]
