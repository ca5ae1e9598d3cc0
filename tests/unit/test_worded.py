"""Sentences that know what they were made of are plain texts to everybody else."""

from __future__ import annotations

import copy
import json
import pickle

from tecum.docket import errors
from tecum.worded import Worded, nearest_named, together, worded


def test_a_sentence_is_its_text_and_knows_its_gaps() -> None:
    said = worded("Ask: {roles}.", roles=("clerk", "counsel"))
    assert said == "Ask: clerk, counsel."
    assert (said.text, said.filled) == ("Ask: {roles}.", {"roles": ("clerk", "counsel")})
    assert json.dumps(said) == '"Ask: clerk, counsel."'


def test_without_gaps_braces_are_braces() -> None:
    assert worded("A set is written {1, 2}.") == "A set is written {1, 2}."


def test_what_is_filled_in_is_not_filled_again() -> None:
    assert worded("Item {item}.", item="{item}") == "Item {item}."


def test_a_sentence_fills_another_and_stands_beside_it() -> None:
    inner = worded("{who} received it", who="Example Office")
    outer = worded("No statement that {what}.", what=inner)
    assert outer == "No statement that Example Office received it."
    row = together(outer, worded("Nobody looked."))
    assert row == "No statement that Example Office received it. Nobody looked."
    assert list(row.filled.values()) == [outer, "Nobody looked."]


def test_the_nearest_known_name_follows_where_there_is_one() -> None:
    said = worded('"{word}" is not a day.', word="mondy")
    assert nearest_named(said, "monday") == '"mondy" is not a day. Nearest: "monday".'
    assert nearest_named(said, None) is said


def test_it_survives_being_copied_and_sent_to_another_process() -> None:
    said = worded("Item {item}.", item="2")
    for other in (copy.deepcopy(said), pickle.loads(pickle.dumps(said))):
        assert isinstance(other, Worded)
        assert (other, other.text, other.filled) == (said, said.text, said.filled)


def test_a_refusal_of_the_docket_carries_its_sentences() -> None:
    refused = errors.ItemNotLive(worded("Item {label} is gone.", label="1"), do=worded("Ask."))
    assert str(refused) == "Item 1 is gone."
    assert isinstance(refused.what, Worded)
    assert refused.diagnostics() == "Item 1 is gone.\nWhat to do: Ask.\n(docket.item-not-live)"
