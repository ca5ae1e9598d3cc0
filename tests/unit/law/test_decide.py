"""The rules of section 5 of LAW, one test each."""

from __future__ import annotations

import gc
from datetime import date

import pytest

from tecum.errors import DataUnusable
from tecum.law import Facts, Given, Packs, decide, explain
from tecum.law.errors import ActionUnknown
from tecum.office import Office, Precedence
from tecum.words import Outcome
from tests.unit.law.making import made, order, rule
from tests.unit.law.situations import decided, found, said, situations, worked

PRIVATE = '[private]\ntype = "yes/no"\nask = "Is it private?"\n'
BITEMPORAL = made(
    (
        "state",
        "# x"
        + rule("r", "must not: share_status", window="from 2024-01-01; recorded 2023-09-01")
        + order(
            "o",
            "stays: r",
            "only where: private",
            "ended: 2024-09-01; recorded 2024-09-03  [order of that day]",
            start="2024-06-10",
            recorded="2024-06-12",
        ),
    ),
    facts=PRIVATE,
)


@pytest.mark.parametrize(
    ("on", "known_on", "private", "expect"),
    [
        ("2023-12-31", "2024-02-01", True, "silent"),
        ("2024-06-09", "2024-07-01", True, "must_not"),
        ("2024-06-11", "2024-06-11", True, "must_not"),
        ("2024-06-11", "2024-06-12", True, "silent"),
        ("2024-06-11", "2024-06-12", False, "must_not"),
        ("2024-06-11", "2024-06-12", None, "unknown:must_not|silent"),
        ("2024-09-02", "2024-09-02", True, "silent"),
        ("2024-09-02", "2024-09-03", True, "must_not"),
    ],
)
def test_an_order_counts_from_when_it_was_known(
    on: str, known_on: str, private: bool | None, expect: str
) -> None:
    assert said(decided(BITEMPORAL, day=on, known=known_on, private=private)) == expect


def test_without_the_line_prevails_over_an_order_and_a_rule_stay_open() -> None:
    from pathlib import Path

    from tests.unit.law.situations import WORKED

    text = "".join(
        path.read_text("utf-8").partition("\n")[2]
        for path in sorted(Path(WORKED / "us-co-denver").glob("*/*.md"))
    )
    line = "prevails over: den-subpoena  [445 F. Supp. 3d 1213: compliance ordered]\n"
    assert line in text
    facts = (WORKED / "us-co-denver" / "facts.toml").read_text("utf-8")
    packs = made(("local", "# Denver\n" + text.replace(line, "")), facts=facts)
    row = next(row for row in situations() if row.id == "W15")
    finding = found(row, packs)
    assert finding.outcome == Outcome.COUNSEL
    assert finding.sides == (("den-subpoena",), ("o-gomez",))


def test_the_sides_of_an_open_question_are_named() -> None:
    sides = {row.id: found(row, worked(row.packs)).sides for row in situations()}
    assert sides["W9"] == (("den-4",), ("fed-1373-a",))
    assert sides["W14"] == (("den-subpoena",), ("den-notify",))
    assert sides["W12"] is None


def test_a_beaten_rule_does_not_beat() -> None:
    packs = made(
        (
            "state",
            "# x"
            + rule("r", "must not: share_status", "", "yields to: s  [1]")
            + rule("s", "may: share_status", "", "yields to: t  [2]")
            + rule("t", "must not: share_status", "item_public"),
        )
    )
    assert decided(packs, item_public=False).outcome == Outcome.MAY
    back = decided(packs, item_public=True)
    assert back.outcome == Outcome.MUST_NOT
    assert set(back.live) == {"r", "t"}
    assert back.beaten == ({"rule": "s", "by": "t", "cite": "2"},)


def test_superiority_acts_only_between_effects_that_collide() -> None:
    packs = made(
        (
            "state",
            "# x"
            + rule("r", "must: share_status", "", "yields to: s  [1]")
            + rule("s", "may: share_status"),
        )
    )
    assert decided(packs).outcome == Outcome.MUST


def test_an_exception_never_permits() -> None:
    packs = made(
        ("state", "# x" + rule("r", "must not: share_status", "", "unless: item_public  [1]"))
    )
    assert decided(packs, item_public=True).outcome == Outcome.SILENT


RESTRAINT = rule(
    "n", "must not prohibit: share_status", "", window="from 1996-01-01; recorded 1996-01-01"
).replace("judged at: act date\n", "judged at: act date\nrestrains: state, local\n")


@pytest.mark.parametrize(
    ("maker", "line", "outcome"),
    [
        ("local", "", Outcome.COUNSEL),
        ("local", "yields to: n  [its own text]", Outcome.SILENT),
        ("local", "stands against: n  [a court so held]", Outcome.MUST_NOT),
        ("office", "", Outcome.MUST_NOT),
    ],
)
def test_a_restraint_acts_on_rules_of_the_makers_it_names(
    maker: str, line: str, outcome: Outcome
) -> None:
    forbids = rule("r", "must not: share_status", "", *([line] if line else []))
    packs = made((maker, "# x" + forbids), ("federal", "# y" + RESTRAINT))
    assert decided(packs).outcome == outcome


def test_a_restraint_with_nothing_to_restrain_neither_commands_nor_permits() -> None:
    finding = decided(made(("federal", "# y" + RESTRAINT)))
    assert finding.outcome == Outcome.SILENT
    assert finding.live == ("n",)


def test_an_unconfirmed_rule_alone_settles_nothing() -> None:
    unconfirmed = rule("r", "must not: share_status", window="unconfirmed  [the date is open]")
    packs = made(("state", "# x" + unconfirmed))
    finding = decided(packs)
    assert said(finding) == "unknown:must_not|silent"
    assert finding.rests_on_unconfirmed == ("r",)
    assert finding.questions == ()


def test_no_local_rule_configured_is_not_read_as_no_local_rule_forbids() -> None:
    permits = rule("r", "may: share_status", "", "unless: forbidden by local  [1]")
    alone = made(("state", "# x" + permits))
    assert said(decided(alone)) == "unknown:may|silent"
    whole = Office(name="Office", zone="America/Denver", local_rules_complete=True)
    assert decided(alone, office=whole).outcome == Outcome.MAY
    forbids = rule("l", "must not: share_status", "item_public")
    both = made(("state", "# x" + permits), ("local", "# y" + forbids))
    assert decided(both, item_public=True).outcome == Outcome.MUST_NOT
    assert said(decided(both, item_public=False)) == "unknown:may|silent"
    assert decided(both, office=whole, item_public=False).outcome == Outcome.MAY


def test_the_office_decides_between_two_of_its_authorities_and_says_so() -> None:
    packs = made(
        ("office", "# x" + rule("board", "must not: share_status")),
        ("office", "# y" + rule("sheriff", "may: share_status")),
    )
    assert decided(packs).outcome == Outcome.COUNSEL
    row = Precedence("made-1/sheriff", "made-0/board", "reason", "County Counsel", date(2020, 1, 1))
    office = Office(name="Office", zone="America/Denver", precedence=(row,))
    finding = decided(packs, office=office)
    assert finding.outcome == Outcome.MAY
    beaten = next(step for step in finding.trace if step.kind == "beaten")
    assert beaten.detail["decided_by"] == "County Counsel"
    assert decided(packs, day="2019-12-31", known="2020-01-05").outcome == Outcome.SILENT
    wrong = Precedence("sherif", "board", "r", "c", date(2020, 1, 1))
    with pytest.raises(DataUnusable, match='Nearest: "sheriff"'):
        decided(packs, office=Office(name="O", zone="UTC", precedence=(wrong,)))
    ring = (row, Precedence("board", "sheriff", "r", "c", date(2020, 1, 1)))
    with pytest.raises(DataUnusable, match="ring"):
        decided(packs, office=Office(name="O", zone="UTC", precedence=ring))


def test_sources_that_differ_make_a_fact_unknown_and_both_are_shown() -> None:
    packs = made(("state", "# x" + rule("r", "may: share_status", "item_public")))
    facts = Facts().plus("item_public", Given(True, "clerk"), Given(False, "web site"))
    day = date(2020, 6, 1)
    finding = decide(packs, facts, "share_status", on=day, known_on=day)
    assert said(finding) == "unknown:may|silent"
    leaf = next(step for step in finding.trace if step.kind == "condition")
    assert leaf.detail["facts"] == {"item_public": "clerk; web site"}
    assert leaf.detail["conflicting"] == ["item_public"]


def test_a_fact_recorded_later_is_not_known_yet() -> None:
    packs = made(("state", "# x" + rule("r", "may: share_status", "item_public")))
    facts = Facts().plus("item_public", Given(True, "clerk", recorded_on=date(2020, 7, 1)))
    before, after = date(2020, 6, 30), date(2020, 7, 1)
    for known, expect in ((before, "unknown:may|silent"), (after, "may")):
        assert said(decide(packs, facts, "share_status", on=before, known_on=known)) == expect


def test_a_definition_and_a_person_who_differ_are_a_conflict() -> None:
    text = (
        "# x"
        + rule("r", "may: share_status", "private")
        + "\n## d  d\n```define\nfact: private\ntrue when: item_public\nsource: s\n```\n"
    )
    packs = made(("state", text), facts=PRIVATE)
    assert decided(packs, item_public=True).outcome == Outcome.MAY
    assert decided(packs, private=True).outcome == Outcome.MAY
    assert said(decided(packs, private=True, item_public=False)) == "unknown:may|silent"


def test_a_rule_judged_at_an_unknown_date_is_settled_where_every_date_agrees() -> None:
    dated = rule("r", "may: share_status", judged="request date")
    packs = made(("state", "# x" + dated))
    finding = decided(packs)
    assert said(finding) == "unknown:may|silent"
    assert finding.to_json()["ask"] == [
        {
            "fact": "request_date",
            "question": "Which date does the request bear?",
            "settles": {
                "2020-01-01": "may",
                "after 2020-01-01": "may",
                "before 2020-01-01": "silent",
            },
        }
    ]
    assert decided(packs, request_date="2019-01-01").outcome == Outcome.SILENT


def test_a_repeal_recorded_later_closes_the_window_only_from_then() -> None:
    first = "from 2020-01-01; recorded 2019-12-01"
    lines = f"{first}\nin force: from 2020-01-01 to 2020-06-01; recorded 2020-05-01"
    packs = made(("state", "# x" + rule("r", "may: share_status", window=lines)))
    assert decided(packs, day="2020-07-01", known="2020-04-30").outcome == Outcome.MAY
    assert decided(packs, day="2020-07-01", known="2020-05-01").outcome == Outcome.SILENT


def test_an_order_on_an_order_brings_the_rule_back() -> None:
    packs = made(
        (
            "state",
            "# x"
            + rule("r", "must not: share_status")
            + order("o", "stays: r")
            + order("p", "stays: o", start="2020-05-01", recorded="2020-05-01"),
        )
    )
    assert decided(packs, day="2020-04-30").outcome == Outcome.SILENT
    assert decided(packs, day="2020-05-01").outcome == Outcome.MUST_NOT


TABLE = "any conviction where (conviction.degree is felony)"


@pytest.mark.parametrize(
    ("quantifier", "rows", "complete", "expect"),
    [
        ("any", [{"degree": "felony"}], None, "may"),
        ("any", [{"degree": "misdemeanor"}], True, "silent"),
        ("any", [{"degree": "misdemeanor"}], None, "unknown:may|silent"),
        ("any", [], None, "unknown:may|silent"),
        ("any", [], True, "silent"),
        ("any", [{"degree": None}], True, "unknown:may|silent"),
        ("no", [], True, "may"),
        ("no", [{"degree": "felony"}], None, "silent"),
        ("all", [{"degree": "felony"}], True, "may"),
        ("all", [{"degree": "felony"}], False, "unknown:may|silent"),
        ("all", [{"degree": "misdemeanor"}], False, "silent"),
    ],
)
def test_an_incomplete_list_never_says_no(
    quantifier: str, rows: list[dict[str, str | None]], complete: bool | None, expect: str
) -> None:
    when = f"{quantifier} conviction where (conviction.degree is felony)"
    packs = made(("state", "# x" + rule("r", "may: share_status", when)))
    assert said(decided(packs, conviction={"rows": rows, "complete": complete})) == expect


@pytest.mark.parametrize(
    ("on", "asked_on", "holds"),
    [
        ("2015-02-10", "2020-02-10", True),
        ("2015-02-09", "2020-02-10", False),
        ("2020-02-10", "2020-02-10", True),
        ("2020-02-11", "2020-02-10", False),
        ("2016-02-29", "2021-02-28", True),
    ],
)
def test_look_back_counts_by_anniversary_with_both_ends_in(
    on: str, asked_on: str, holds: bool
) -> None:
    when = "any conviction where (conviction.on within 5 years before request_date)"
    packs = made(("state", "# x" + rule("r", "may: share_status", when)))
    table = {"rows": [{"on": on}], "complete": True}
    finding = decided(packs, conviction=table, request_date=asked_on)
    assert (finding.outcome == Outcome.MAY) is holds


def test_above_the_limit_the_interval_set_is_reported() -> None:
    names = [f"f{at}" for at in range(13)]
    facts = "".join(f'[{name}]\ntype = "yes/no"\nask = "{name}?"\n' for name in names)
    packs = made(
        ("state", "# x" + rule("r", "may: share_status", " and ".join(names))), facts=facts
    )
    finding = decided(packs)
    assert finding.to_json()["limit"] is True
    assert said(finding) == "unknown:may|silent"
    known = decided(packs, f0=True)
    assert "limit" not in known.to_json()


def test_a_finding_whatever_the_missing_facts_says_so() -> None:
    packs = made(
        (
            "state",
            "# x"
            + rule("r", "may: share_status", "item_public")
            + rule("s", "may: share_status", "not item_public"),
        )
    )
    finding = decided(packs)
    assert finding.outcome == Outcome.MAY
    assert finding.settled_whatever


def test_an_action_that_no_vocabulary_has_is_refused() -> None:
    with pytest.raises(ActionUnknown, match='Nearest: "share_status"'):
        decided(made(), action="share_statuses")


def test_the_smallest_questions_come_first_and_are_sorted_by_cost() -> None:
    facts = (
        '[costly]\ntype = "yes/no"\nask = "Costly?"\nwho = "court"\n'
        '[cheap]\ntype = "yes/no"\nask = "Cheap?"\nwho = "clerk"\n'
    )
    packs = made(("state", "# x" + rule("r", "may: share_status", "costly and cheap")), facts=facts)
    asked = decided(packs).to_json()["ask"]
    assert [row["fact"] for row in asked] == ["cheap", "costly"]
    assert asked[0]["settles"] == {"false": "silent"}
    pair = made(
        (
            "state",
            "# x"
            + rule("r", "may: share_status", "costly and cheap")
            + rule("s", "may: share_status", "not costly and not cheap"),
        ),
        facts=facts,
    )
    (both,) = decided(pair).to_json()["ask"]
    assert both["facts"] == ["cheap", "costly"]
    assert {"answers": {"cheap": True, "costly": True}, "outcome": "may"} in both["settles"]
    assert len(both["settles"]) == 4


def test_no_question_is_offered_where_no_answer_could_settle() -> None:
    names = [f"f{at}" for at in range(10)]
    facts = "".join(f'[{name}]\ntype = "yes/no"\nask = "{name}?"\n' for name in names)
    packs = made(
        (
            "state",
            "# x"
            + rule("open", "must: share_status", window="unconfirmed  [the date is open]")
            + rule("r", "counsel: share_status", " and ".join(names)),
        ),
        facts=facts,
    )
    finding = decided(packs)
    assert said(finding) == "unknown:counsel|must|silent"
    (only,) = finding.questions
    assert only.facts == tuple(names)
    assert said(decided(packs, f0=False)) == "unknown:must|silent"
    assert decided(packs, f0=False).questions == ()


def test_an_unconfirmed_rule_with_a_window_is_off_outside_it() -> None:
    lines = "from 2020-01-01; recorded 2020-02-01\nin force: unconfirmed  [signature not verified]"
    packs = made(("state", "# x" + rule("r", "must not: share_status", window=lines)))
    assert decided(packs, day="2019-12-31", known="2020-06-01").outcome == Outcome.SILENT
    assert decided(packs, day="2020-03-01", known="2020-01-31").outcome == Outcome.SILENT
    assert said(decided(packs, day="2020-03-01")) == "unknown:must_not|silent"


def _restrained(*lines: str) -> Packs:
    restraint = rule("n", "must not prohibit: share_status").replace(
        "judged at: act date\n", "judged at: act date\nrestrains: state\n"
    )
    forbids = rule("r", "must not: share_status", "item_public", *lines)
    permits = rule("m", "may: share_status", "court_issued")
    return made(("state", "# x" + forbids + permits), ("federal", "# y" + restraint))


def test_a_rule_that_stands_against_a_restraint_says_by_which_court() -> None:
    packs = _restrained("stands against: n  [1 F.9th 1: so held]")
    finding = decided(packs, item_public=True, court_issued=False)
    assert finding.outcome == "must_not"
    assert "stands against n: yes  [1 F.9th 1: so held]" in explain(finding, packs)


def test_a_restraint_over_a_rule_that_another_beats_has_none_to_restrain() -> None:
    packs = _restrained("yields to: m  [c]")
    beaten = decided(packs, item_public=True, court_issued=True)
    assert (beaten.outcome, beaten.live) == ("may", ("m", "n"))
    assert "restrains rules; none to restrain" in explain(beaten, packs)
    live = decided(packs, item_public=True, court_issued=False)
    assert live.outcome == "counsel"
    assert "restrains rules made by: state" in explain(live, packs)


def test_a_restraint_that_a_rule_yields_to_shows_that_it_restrains() -> None:
    packs = _restrained("yields to: n  [the law saves it]")
    finding = decided(packs, item_public=True, court_issued=False)
    assert (finding.outcome, finding.beaten[0]["by"]) == ("silent", "n")
    assert any(step.detail.get("bears_on") == ["r"] for step in finding.trace)


@pytest.mark.parametrize("facts", [{"item_public": True}, {}])
def test_a_finding_leaves_nothing_for_the_collector(facts: dict[str, bool]) -> None:
    """A docket makes millions of findings: none may hold itself in a ring."""
    packs = made(("state", "# x" + rule("r", "may: share_status", "item_public")))
    decided(packs, **facts)
    gc.collect()
    gc.disable()
    try:
        decided(packs, **facts)
        assert gc.collect() == 0
    finally:
        gc.enable()
