"""The page on packs: every key has an example, and every example is a good pack."""

from __future__ import annotations

import re

from tecum.law.blocks import JudgedAt, Maker
from tecum.law.syntax import KEYS, parse_law, write_block
from tecum.law.vocabulary import parse_facts
from tests.shared import ROOT
from tests.unit.law.making import made

PAGE = (ROOT / "docs/reference/packs.md").read_text("utf-8")
FENCES = re.findall(r"^```(rule|order|duty|define)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
LAW = "# Example\n\n## example  Example\n" + "".join(
    f"```{kind}\n{text}```\n" for kind, text in FENCES
)


def test_every_key_of_every_block_has_an_example() -> None:
    for kind in ("rule", "order", "duty", "define"):
        shown = {
            line.partition(":")[0] for k, text in FENCES if k == kind for line in text.splitlines()
        }
        missing = set(KEYS[kind]) - shown - {"confidence"}
        assert not missing, f"{kind}: {missing}"


def test_the_examples_make_a_pack_without_errors() -> None:
    packs = made(("state", LAW))
    assert {rule.id for rule in packs.rules} >= {"example-rule", "example-restraint"}
    assert len(packs.orders) == len(packs.duties) == 1


def test_the_examples_are_canonical() -> None:
    law, problems = parse_law(LAW, "law/example.md")
    assert problems == ()
    for block, (kind, text) in zip(law.blocks, FENCES, strict=True):
        assert write_block(block) == f"```{kind}\n{text}```"


def test_the_words_of_makers_and_dates_are_on_the_page() -> None:
    for word in [*Maker, *JudgedAt]:
        assert word.value in PAGE


def test_the_example_of_a_fact_is_read() -> None:
    (text,) = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    facts, problems = parse_facts(text, "example")
    assert problems == ()
    assert list(facts) == ["item_public"]
