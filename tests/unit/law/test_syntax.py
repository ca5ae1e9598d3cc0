"""Conditions and law files read and written."""

from __future__ import annotations

import pytest

from tecum.law.expression import ExpressionError, parse_expression, write_expression
from tecum.law.syntax import parse_law, write_law


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("a and b or c", "(a and b) or c"),
        ("a or b and c", "a or (b and c)"),
        ("((a))", "a"),
        ("a and (b and c)", "a and b and c"),
        ("not (a)", "not a"),
        ("not (a or b)", "not (a or b)"),
        ("w  in  [ x,y ]", "w in [x, y]"),
        ("w not in [x]", "w not in [x]"),
        ("w in table t.c", "w in table t.c"),
        ("w is not x", "w is not x"),
        ("d within 5 years before request_date", "d within 5 years before request_date"),
        (
            "any t where ( t.a is b and t.d < 2020-01-01 )",
            "any t where (t.a is b and t.d < 2020-01-01)",
        ),
        ("no t where (t.a)", "no t where (t.a)"),
        ("f is not known", "f is not known"),
        ("forbidden by local", "forbidden by local"),
        ('n is "two words"', 'n is "two words"'),
        ("n >= 10", "n >= 10"),
        ("true", "true"),
    ],
)
def test_a_condition_has_one_canonical_text(text: str, canonical: str) -> None:
    assert write_expression(parse_expression(text)) == canonical
    assert write_expression(parse_expression(canonical)) == canonical
    assert parse_expression(canonical) == parse_expression(text)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a and", 6),
        ("a b", 3),
        ("(a", 3),
        ("a == b", 3),
        ("a && b", 3),
        ("a is", 5),
        ("any t where (any u where (u.x))", 14),
        ("d within 2.5 days before e", 10),
        ("d < 2018-13-01", 5),
        ("a # b", 3),
    ],
)
def test_what_is_not_understood_is_told_with_its_column(text: str, column: int) -> None:
    with pytest.raises(ExpressionError) as error:
        parse_expression(text)
    assert error.value.column == column


MESSY = """# A code\r
Prose   stays.  \r

## x1   A title
```rule
source:   s
judged at: act date
in force: from 2018-01-04; recorded 2017-10-05
unless: a or b and c      [why [so]]
must: share_status
```
Prose after.
"""


def test_a_file_is_written_in_canonical_form() -> None:
    law, problems = parse_law(MESSY, "law/x.md")
    assert problems == ()
    assert write_law(law) == (
        "# A code\nProse   stays.  \n\n## x1  A title\n```rule\nmust: share_status\n"
        "unless: a or (b and c)  [why [so]]\n"
        "in force: from 2018-01-04; recorded 2017-10-05\njudged at: act date\nsource: s\n```\n"
        "Prose after.\n"
    )


def test_a_block_that_is_not_closed_or_outside_a_section_is_told() -> None:
    _, problems = parse_law(
        "# x\n```rule\nmust: a\n```\n\n## y  y\n```rulee\n```\n```rule\n", "f.md"
    )
    assert [str(problem) for problem in problems] == [
        'f.md:2: P101 a block stands in a section. Write "## id  title" above it.',
        'f.md:7:4: P101 unknown kind of block "rulee". Nearest: "rule".',
        "f.md:9: P101 the block is not closed. Add a line of three backquotes.",
    ]


def test_one_edited_line_changes_the_digest_of_one_block() -> None:
    two = MESSY + MESSY.split("\n", 3)[3].replace("x1", "x2")
    law, _ = parse_law(two, "law/x.md")
    edited, _ = parse_law(two.replace("must: share_status", "may: share_status", 1), "law/x.md")
    before = [block.sha256 for block in law.blocks]
    after = [block.sha256 for block in edited.blocks]
    assert len(before) == 2
    assert before[0] != after[0]
    assert before[1] == after[1]
    spaced, _ = parse_law(two.replace("source:   s", "source: s"), "law/x.md")
    assert [block.sha256 for block in spaced.blocks] == before
