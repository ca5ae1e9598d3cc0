"""Every row of the table of error messages, with its exact text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tecum.law import facts_from, read_packs
from tecum.law.errors import FactsRefused, PackRefused
from tests.unit.law.making import made, write_pack

FACTS = """[recipient_class]
type = "one of [sheriff, police, probation, court_clerk]"
ask = "Which office?"

# release_date_public stands on the line that the message names














[release_date_public]
type = "yes/no"
ask = "Is the release date public?"
"""
LAW = """# A code

## ca-7282.5-a  Discretion
```rule
may: share_release_date
in force: from 2018-01-04; recorded 2017-10-05
judged at: act date
source: § 7282.5(a)
```

## ca-7284.6-a-4  Transfer
```rule
{lines}
```
"""
GOOD = {
    "effect": "must not: share_release_date",
    "when": "when: recipient_class is sheriff",
    "unless": "unless: item_public  [§ 1]",
    "yields": "yields to: ca-7282.5-a  [§ 2]",
    "force": "in force: from 2018-01-04; recorded 2017-10-05",
    "judged": "judged at: act date",
    "source": "source: § 7284.6(a)(4)",
}


def problems(tmp_path: Path, **changes: str | None) -> list[str]:
    lines = {**GOOD, **changes}
    text = LAW.format(lines="\n".join(line for line in lines.values() if line is not None))
    folder = write_pack(tmp_path, "made", {"law/gov-7284.md": text}, FACTS)
    return [str(problem) for problem in read_packs([str(folder)])[1]]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"unless": "unless: relase_date_public  [§ 1]"},
            (
                'law/gov-7284.md:15:9: P101 unknown fact "relase_date_public". '
                'Nearest: "release_date_public" (facts.toml line 20).'
            ),
        ),
        (
            {"effect": "must not: share_release_dates"},
            (
                'law/gov-7284.md:13:11: P101 unknown action "share_release_dates". '
                'Nearest: "share_release_date".'
            ),
        ),
        (
            {"unless": "unless: item_public"},
            (
                "law/gov-7284.md:15: P103 an exception needs its source. "
                "Add two spaces and [where the text says so]."
            ),
        ),
        (
            {"yields": "yields to: ca-7285.2-a  [§ 2]"},
            (
                'law/gov-7284.md:16:12: P101 no rule "ca-7285.2-a" in the loaded packs. '
                'Nearest: "ca-7282.5-a". '
                "If it lives in another pack, name that pack under needs in pack.toml."
            ),
        ),
        (
            {"when": "when: recipient_class is sherif"},
            (
                'law/gov-7284.md:14:26: P101 "sherif" is not a value of recipient_class '
                '(sheriff, police, probation, …). Nearest: "sheriff".'
            ),
        ),
        (
            {"when": "when: purpose == criminal"},
            'law/gov-7284.md:14:15: P101 "==" is not used here; write "is".',
        ),
        (
            {"unless": "unless: item_public is not known  [§ 1]"},
            (
                'law/gov-7284.md:15:21: P105 "is known" may be used in duties only: '
                "a rule must not change its answer because something was merely learned."
            ),
        ),
        (
            {"source": None},
            (
                'law/gov-7284.md:12: P101 rule "ca-7284.6-a-4" has no source. '
                "A rule without a source is not loaded."
            ),
        ),
        (
            {"force": "in force: since 2018"},
            (
                "law/gov-7284.md:17:11: P101 "
                'write "from 2018-01-04; recorded 2017-10-05": '
                "the day it took effect and the day it could be known."
            ),
        ),
        (
            {"force": "in force: from 2018-01-04 to 2018-01-04; recorded 2017-10-05"},
            (
                "law/gov-7284.md:17:11: P102 the window ends on 2018-01-04, "
                "not after its beginning on 2018-01-04."
            ),
        ),
        (
            {"force": "in force: from 2018-01-04"},
            (
                "law/gov-7284.md:17:11: P102 the window lacks the day it could be known. "
                'Add "; recorded DATE".'
            ),
        ),
        (
            {"judged": "judged at: act day"},
            (
                'law/gov-7284.md:18:12: P101 "act day" is not a value of judged at (act date, '
                "request date, service date, answer date, release date). "
                'Nearest: "act date".'
            ),
        ),
        (
            {"judged": "judged at: act date\nrestrains: state"},
            'law/gov-7284.md:19: P105 "restrains" stands only with "must not prohibit".',
        ),
        (
            {"effect": "must nott: share_release_date"},
            'law/gov-7284.md:13:1: P101 unknown key "must nott" in a rule. Nearest: "must not".',
        ),
        (
            {"when": "when: any convictions where (conviction.registrable)"},
            'law/gov-7284.md:14:7: P101 unknown table "convictions". Nearest: "conviction".',
        ),
    ],
)
def test_a_mistake_has_its_message(
    tmp_path: Path, changes: dict[str, str | None], message: str
) -> None:
    assert message in problems(tmp_path, **changes)


def test_the_good_text_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


def test_and_binds_before_or(tmp_path: Path) -> None:
    assert problems(tmp_path, when="when: item_public and court_issued or person_consented") == []


def test_all_mistakes_of_a_file_are_told_in_one_run(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        effect="must not: share_release_dates",
        when="when: recipient_class is sherif",
        unless="unless: relase_date_public  [§ 1]",
    )
    assert len(found) == 3


def test_a_ring_of_superiority_names_every_link(tmp_path: Path) -> None:
    def one(name: str, above: str) -> str:
        return (
            f"# {name}\n\n## {name}  {name}\n```rule\nmay: share_status\n"
            f"prevails over: {above}  [§ 1]\nin force: from 2018-01-04; recorded 2017-10-05\n"
            "judged at: act date\nsource: § 1\n```\n"
        )

    files = {
        "law/a.md": one("a", "b"),
        "law/b.md": one("b", "c"),
        "law/c.md": one("c", "a"),
    }
    folder = write_pack(tmp_path, "made", files)
    (problem,) = read_packs([str(folder)])[1]
    assert str(problem) == (
        "law/a.md: P104 superiority runs in a ring: "
        "a ≻ b (law/a.md:6) ≻ c (law/b.md:6) ≻ a (law/c.md:6)."
    )


def test_a_ring_of_definitions_is_refused(tmp_path: Path) -> None:
    facts = '[one]\ntype = "yes/no"\n[two]\ntype = "yes/no"\n'
    text = (
        "# x\n\n## x1  x\n```define\nfact: one\ntrue when: two\nsource: s\n```\n"
        "\n## x2  x\n```define\nfact: two\ntrue when: not one\nsource: s\n```\n"
    )
    folder = write_pack(tmp_path, "made", {"law/x.md": text}, facts)
    (problem,) = read_packs([str(folder)])[1]
    assert str(problem) == (
        "law/x.md: P104 the definition of facts runs in a ring: "
        "one → two (law/x.md:6) → one (law/x.md:13)."
    )


def test_a_ring_through_forbidden_by_is_refused(tmp_path: Path) -> None:
    text = (
        "# x\n\n## x1  x\n```rule\nmay: share_status\nunless: forbidden by local  [§ 1]\n"
        "in force: from 2018-01-04; recorded 2017-10-05\njudged at: act date\nsource: s\n```\n"
        "\n## x2  x\n```rule\nmust not: share_status\nyields to: x1  [§ 2]\n"
        "in force: from 2018-01-04; recorded 2017-10-05\njudged at: act date\nsource: s\n```\n"
    )
    folder = write_pack(tmp_path, "made", {"law/x.md": text}, maker="local")
    (problem,) = read_packs([str(folder)])[1]
    assert "P104" in str(problem)
    assert '"forbidden by local" runs in a ring' in str(problem)


def test_two_versions_may_not_be_in_force_at_once(tmp_path: Path) -> None:
    one = (
        "\n## x1  x\n```rule\nmay: share_status\nin force: from 2018-01-04{end}; "
        "recorded 2017-10-05\njudged at: act date\nsource: s\n```\n"
    )
    later = one.replace("2018-01-04", "2019-01-01")
    apart = "# x\n" + one.format(end=" to 2019-01-01") + later.format(end="")
    folder = write_pack(tmp_path / "apart", "made", {"law/x.md": apart})
    assert read_packs([str(folder)])[1] == ()
    folder = write_pack(
        tmp_path / "both", "made", {"law/x.md": "# x\n" + one.format(end="") + later.format(end="")}
    )
    (problem,) = read_packs([str(folder)])[1]
    assert problem.code == "P102"


def test_an_order_is_strict(tmp_path: Path) -> None:
    text = (
        "# x\n\n## o1  o\n```order\ncommands: must share_status\nunless: item_public  [§ 1]\n"
        "from: 2020-01-01\nrecorded: 2020-01-01\nsource: s\n```\n"
    )
    folder = write_pack(tmp_path, "made", {"orders/x.md": text})
    assert [str(problem) for problem in read_packs([str(folder)])[1]] == [
        'orders/x.md:6: P105 an order is strict: it has no "unless". Narrow it by "only where".'
    ]


def test_a_pack_with_mistakes_is_not_loaded(tmp_path: Path) -> None:
    from tecum.law import load_packs

    folder = write_pack(
        tmp_path, "made", {"law/x.md": LAW.format(lines="must not: nothing_known")}, FACTS
    )
    with pytest.raises(PackRefused) as refused:
        load_packs([str(folder)])
    assert refused.value.exit_status == 3
    assert len(refused.value.problems) >= 3


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (
            {"item_public": "maybe"},
            'facts.json: item_public must be true, false or null (unknown); got "maybe".',
        ),
        (
            {"employer_private": True},
            (
                'facts.json: "employer_private" is not asked by any loaded pack. '
                'Nearest: "employer_is_private".'
            ),
        ),
        (
            {"request_date": "2018-13-01"},
            'facts.json: request_date must be a date; got "2018-13-01".',
        ),
        (
            {"requester_class": "courts"},
            (
                'facts.json: "courts" is not a value of requester_class '
                '(immigration_authority, other_federal, state_local, …). Nearest: "court".'
            ),
        ),
    ],
)
def test_a_wrong_fact_has_its_message(facts: dict[str, object], message: str) -> None:
    with pytest.raises(FactsRefused) as refused:
        facts_from({"facts": facts}, made())
    assert refused.value.what == message
    assert refused.value.exit_status == 3
