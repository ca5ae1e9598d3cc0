"""What a reviewer should look at: each code of the static checks, with its exact text."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from tecum.law import read_packs
from tecum.law.review_checks import review_checks, two_packs
from tecum.law.reviews import ReviewRow, write_reviews
from tests.unit.law.making import rule, write_pack

ON = date(2026, 1, 1)
FACTS = """
[recipient_class]
type = "one of [example_jail, example_police]"
ask = "Which kind of office are you?"
who = "clerk"
about = "office"

[item_public]
type = "yes/no"
ask = "Is it public?"
who = "clerk"
"""


def told(folder: Path, *codes: str, on: date = ON) -> list[str]:
    loaded, problems = read_packs([str(folder)])
    assert [str(problem) for problem in problems] == []
    found = review_checks(loaded.pack(folder.name), loaded, on)
    return [str(problem) for problem in found if problem.code in codes]


def pack(root: Path, *sections: str, name: str = "made", **files: str) -> Path:
    every = {"law/a.md": "# Code\n" + "".join(sections), **files}
    return write_pack(root, name, every, FACTS)


# --- P201 ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "section",
    [
        rule("r1", "may: hold", "item_public and not item_public"),
        rule("r1", "may: hold", "requester_class is court and requester_class is private"),
        rule("r1", "may: hold", "", "unless: item_public or not item_public  [§ 1]"),
        rule("r1", "may: hold", "", "yields to: r2  [§ 1]")
        + rule("r2", "must not: hold", window="from 2019-01-01; recorded 2019-01-01"),
    ],
)
def test_a_rule_that_can_never_be_live(tmp_path: Path, section: str) -> None:
    (first, *_) = told(pack(tmp_path, section), "P201")
    assert first == (
        "law/a.md:4: P201 rule r1 can never be live: no day and no answer lets it apply. "
        "Correct its conditions or its window, or remove it."
    )


def test_an_exception_that_changes_nothing(tmp_path: Path) -> None:
    idle = rule(
        "r1",
        "may: hold",
        "requester_class is private",
        "unless: requester_class is court  [§ 1(b)]",
    )
    assert told(pack(tmp_path, idle), "P201") == [
        (
            'law/a.md:7:9: P201 the exception "requester_class is court" of r1 changes no outcome. '
            "Remove it, or say in a note why it stands."
        )
    ]


def test_an_exception_that_another_rule_makes_idle(tmp_path: Path) -> None:
    both = rule("r1", "may: hold", "", "unless: item_public  [§ 1]") + rule("r2", "may: hold")
    (said,) = told(pack(tmp_path, both), "P201")
    assert '"item_public" of r1 changes no outcome' in said


def test_a_pair_that_does_not_collide_and_one_that_never_meets(tmp_path: Path) -> None:
    same = rule("r1", "may: hold", "", "yields to: r2  [§ 1]") + rule("r2", "must: hold")
    assert told(pack(tmp_path / "a", same), "P201") == [
        (
            "law/a.md:6:12: P201 r2 ≻ r1 does not collide: on no action does one forbid what the "
            "other allows. Remove it."
        )
    ]
    apart = rule("r1", "may: hold", "item_public", "yields to: r2  [§ 1]") + rule(
        "r2", "must not: hold", "not item_public"
    )
    assert told(pack(tmp_path / "b", apart), "P201") == [
        (
            "law/a.md:7:12: P201 r2 ≻ r1 never meets: no situation has both. Correct the "
            "conditions or remove the line."
        )
    ]
    never = rule(
        "r1",
        "may: hold",
        "",
        "yields to: r2  [§ 1]",
        window="from 2018-01-01 to 2019-01-01; recorded 2018-01-01",
    ) + rule("r2", "must not: hold")
    (said,) = told(pack(tmp_path / "c", never), "P201")
    assert "r2 ≻ r1 never meets" in said


def test_lines_that_do_something_are_left_in_peace(tmp_path: Path) -> None:
    busy = rule("r1", "may: hold", "", "unless: item_public  [§ 1]", "yields to: r2  [§ 2]") + rule(
        "r2", "must not: hold", "already_disclosed"
    )
    assert told(pack(tmp_path, busy), "P201") == []


def test_an_unconfirmed_rule_may_yet_be_live(tmp_path: Path) -> None:
    doubtful = rule("r1", "may: hold", "", "in force: unconfirmed  [not dated]", window="")
    assert told(pack(tmp_path, doubtful), "P201") == []


def test_a_rule_judged_on_a_day_that_nobody_knows_may_be_live(tmp_path: Path) -> None:
    later = rule("r1", "may: hold", judged="request date")
    assert told(pack(tmp_path, later), "P201") == []


# --- P204 ----------------------------------------------------------------------------------


def test_a_gap_is_told_for_each_class_that_the_pack_covers(tmp_path: Path) -> None:
    everything = [
        name
        for name in read_packs(["us-or"])[0].actions
        if name not in ("hold", "transfer", "share_status")
    ]
    law = (
        rule("r1", "may: hold, transfer", "recipient_class is example_jail")
        + rule("r2", f"counsel: {', '.join(everything)}")
        + rule("r3", "may: transfer", "recipient_class is not example_jail")
    )
    assert told(pack(tmp_path, law), "P204") == [
        (
            'law/a.md:6:7: P204 no rule speaks for recipient_class "example_jail" on: '
            "share_status. That is silence, not permission. Add a rule, or leave it so."
        )
    ]


def test_a_restraint_does_not_fill_a_gap(tmp_path: Path) -> None:
    law = rule("r1", "may: hold", "recipient_class in [example_jail]") + rule(
        "r2", "must not prohibit: share_status", "", "restrains: state"
    )
    (said,) = told(pack(tmp_path, law), "P204")
    assert "on: share_status, " in said
    assert " hold" not in said


# --- P207 ----------------------------------------------------------------------------------


def test_two_packs_are_equivalent_or_told_apart_by_the_smallest_situation(tmp_path: Path) -> None:
    one = pack(tmp_path / "a", rule("a1", "may: hold", "item_public"), name="one")
    same = pack(tmp_path / "b", rule("b1", "may: hold", "not (not item_public)"), name="same")
    other = pack(tmp_path / "c", rule("c1", "must: hold", "item_public"), name="other")

    def said(first: Path, second: Path) -> str:
        loaded = [read_packs([str(folder)])[0] for folder in (first, second)]
        pairs = [
            (packs.pack(f.name), packs) for packs, f in zip(loaded, (first, second), strict=True)
        ]
        return str(two_packs(pairs[0], pairs[1]))

    assert said(one, same) == (
        "pack.toml: P207 one and same are equivalent: the same outcome in every situation."
    )
    assert said(one, other) == (
        "pack.toml: P207 one and other part on hold on 2020-01-01 where item_public is yes: "
        "may by one, must by other."
    )


# --- P208 ----------------------------------------------------------------------------------


def test_a_source_whose_text_has_changed(tmp_path: Path) -> None:
    text = "The text as it was.\n"
    front = (
        f"source_text: sources/a.txt\nsource_sha256: {hashlib.sha256(text.encode()).hexdigest()}\n"
    )
    law = "# Code\n" + front + rule("r1", "may: hold")
    folder = write_pack(tmp_path, "made", {"law/a.md": law, "sources/a.txt": text}, FACTS)
    assert told(folder, "P208") == []
    (folder / "sources" / "a.txt").write_text("The text as amended.\n", "utf-8")
    now = hashlib.sha256(b"The text as amended.\n").hexdigest()
    assert told(folder, "P208") == [
        (
            'law/a.md:3: P208 "sources/a.txt" is no longer the text from which this file was '
            f"written. Compare the two, review the blocks, then write source_sha256: {now}"
        )
    ]


@pytest.mark.parametrize("name", ["sources/b.txt", "../made/pack.toml", "/etc/hostname"])
def test_a_source_that_is_not_in_the_pack(tmp_path: Path, name: str) -> None:
    front = f"source_text: {name}\nsource_sha256: {'0' * 64}\n"
    law = "# Code\n" + front + rule("r1", "may: hold")
    folder = write_pack(tmp_path, "made", {"law/a.md": law}, FACTS)
    assert told(folder, "P208") == [
        f'law/a.md:2: P208 the text "{name}" is not in the pack. Put it there, or remove this line.'
    ]


def test_a_hash_alone_is_a_declaration(tmp_path: Path) -> None:
    law = f"# Code\nsource_sha256: {'0' * 64}\n" + rule("r1", "may: hold")
    folder = write_pack(tmp_path, "made", {"law/a.md": law}, FACTS)
    assert told(folder, "P208") == []


# --- P205, P206 ----------------------------------------------------------------------------


@pytest.mark.parametrize(("on", "old"), [(date(2027, 1, 4), False), (date(2027, 1, 5), True)])
def test_a_review_is_old_after_a_year(tmp_path: Path, on: date, old: bool) -> None:
    folder = pack(tmp_path, rule("r1", "may: hold"))
    (block,) = read_packs([str(folder)])[0].pack("made").blocks
    row = ReviewRow(block="r1", sha256=block.sha256, by="A. Example", on=date(2026, 1, 5))
    (folder / "reviews.toml").write_text(write_reviews([row]), "utf-8")
    assert told(folder, "P205", on=on) == (
        ["law/a.md:4: P205 r1 was last reviewed on 2026-01-05. Read it again."] if old else []
    )


@pytest.mark.parametrize("allowed", [False, True])
def test_a_personal_fact_in_a_report(tmp_path: Path, allowed: bool) -> None:
    facts = FACTS + '\n[birthday]\ntype = "date"\nask = "When?"\nwho = "clerk"\npersonal = true\n'
    law = (
        "# Code\n\n## d1  d\n```duty\non: every month\nwhen: birthday is known\ndo: report\n"
        "who: clerk\nclock: no date stated  [§ 1]\ncontent: birthday\nnil: required\n"
        f"personal data: {'allowed' if allowed else 'none'}\ndone by: ReportFiled\n"
        "in force: from 2020-01-01; recorded 2020-01-01\nsource: § 1\n```\n"
    )
    folder = write_pack(tmp_path, "made", {"law/a.md": law}, facts)
    said = [text for text in told(folder, "P206") if 'fact "birthday" is personal' in text]
    assert said == (
        []
        if allowed
        else [
            (
                'law/a.md:4: P206 fact "birthday" is personal and stands in a report of d1. '
                'Take it out, or write "personal data: allowed" if the law says so.'
            )
        ]
    )
