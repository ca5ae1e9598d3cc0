"""Whatever stands in a law file, reading it ends with blocks and problems, never with a crash."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.law.blocks import Maker
from tecum.law.build import build_block
from tecum.law.expression import ExpressionError, parse_expression, write_expression
from tecum.law.pack import pack_folder
from tecum.law.syntax import parse_law, write_law

SIZE = int(os.environ.get("TECUM_TEST_PROPERTY_SIZE", "60"))
TEXTS = [
    path.read_text("utf-8")
    for name in ("us-ca", "us-co-denver", "us-federal")
    for path in sorted(pack_folder(name).glob("*/*.md"))
]
WORDS = ["is", "not", "in", "any", "(", ")", "[", "]", ",", "a", "t.c", "2020-01-01", "5", "days"]
WORDS += ["within", "before", "or", "and", "where", "table", "forbidden by", "known", '"x"', "<="]


@settings(max_examples=SIZE)
@given(st.sampled_from(TEXTS), st.data())
def test_a_damaged_file_is_read_to_its_end(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        cut = data.draw(st.integers(0, len(lines[at])))
        put = data.draw(
            st.one_of(st.sampled_from(["", "```", "## ", "  [x]", ": "]), st.text(max_size=6))
        )
        lines[at] = lines[at][:cut] + put + lines[at][cut + data.draw(st.integers(0, 3)) :]
    law, problems = parse_law("\n".join(lines), "law/x.md")
    for block in law.blocks:
        build_block(block, "x", Maker.STATE)
    assert all(problem.place.line for problem in problems)
    if not problems:
        once = write_law(law)
        assert write_law(parse_law(once, "law/x.md")[0]) == once


@settings(max_examples=SIZE * 4)
@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_any_words_are_a_condition_or_an_error_with_a_column(words: list[str]) -> None:
    text = " ".join(words)
    try:
        expr = parse_expression(text)
    except ExpressionError as error:
        column = error.column
    else:
        column = 1
        assert parse_expression(write_expression(expr)) == expr
    assert 1 <= column <= len(text) + 1


def test_parentheses_without_end_are_refused() -> None:
    with pytest.raises(ExpressionError, match="nested too deeply"):
        parse_expression("(" * 5000)
