"""Sentences by how they are built: who asks, gives, refuses, and what stands in the way."""

from __future__ import annotations

import pytest

from tecum.reading.conduct.standing import standing_of
from tecum.reading.open import open_document
from tecum.reading.paper.paper import Paper, paper_of
from tecum.reading.speech.lexicon import load_lexicon
from tecum.reading.speech.quotations import quotations
from tecum.reading.speech.sides import Sides, sides_of
from tecum.reading.speech.tags import tagged
from tecum.reading.speech.utterances import utterances
from tecum.reading.text.matching import fold, plain, units
from tecum.words import Conduct, Kind


def paper(text: str) -> Paper:
    name = "p.eml" if text.startswith("From:") else "p.txt"
    part = next(p for p in open_document(text.encode(), name).parts if p.text is not None)
    assert part.text is not None
    return paper_of(part.text, is_mail=bool(part.headers), headers=part.headers)


def acts(text: str) -> dict[str, Conduct]:
    made = paper(text)
    sides = sides_of(made, standing_of(made).letter)
    return {said.id: said.conduct for said in utterances(made, sides, quotations(made))}


@pytest.mark.parametrize(
    "sentence",
    [
        "What we lack is the teller's tape for that afternoon.",
        "I'm after the signed contract with the garage.",
        "They are to be lodged with this office on or before April 4.",
        "Would you have someone pull those tapes together?",
        "Mail or fax them to the address above by February 11.",
        "You are asked to let the inspector in to see the boiler log.",
        "Nothing that bears on it may be thrown away.",
        "Per 18 USC 2703(f) keep everything you have on this user.",
        "Por este medio solicito copia de los contratos de 2018.",
        "Necesito que me faciliten las grabaciones del 2 de mayo.",
    ],
)
def test_any_build_that_asks_is_heard(sentence: str) -> None:
    assert Conduct.ISSUES in acts(sentence).values()


@pytest.mark.parametrize(
    ("sentence", "conduct"),
    [
        ("The tape for January 14 was recycled after thirty days.", Conduct.ANSWERS),
        ("The transcript goes with this letter under seal.", Conduct.ANSWERS),
        ("The notes you want were made for the attorney.", Conduct.ANSWERS),
        ("You need not come on August 3.", Conduct.ANSWERS),
        ("We will hand over nothing.", Conduct.ANSWERS),
        ("I ask the judge to stop the bank from turning them over.", Conduct.CONTESTS),
        ("I ask you to overrule him.", Conduct.CONTESTS),
        ("If an investigator calls, ask for a card.", Conduct.REPORTS),
        ("The court ordered us to hand over your records.", Conduct.REPORTS),
    ],
)
def test_other_builds_do_other_things(sentence: str, conduct: Conduct) -> None:
    found = acts(sentence)
    assert conduct in found.values(), found
    assert Conduct.ISSUES not in found.values(), found


@pytest.mark.parametrize(
    "sentence",
    [
        "Please send me two times that work.",
        "Could we meet next week about the budget for the staff?",
        "Please sign and return a stamped copy.",
        "Kindly send payment of $40 by Friday.",
        "If you need the records, ask the clerk.",
        "We need more time to finish the search.",
        "To keep your account active, please update your billing.",
    ],
)
def test_what_is_no_record_is_not_asked_for(sentence: str) -> None:
    assert Conduct.ISSUES not in acts(sentence).values()


def test_words_that_are_noun_or_verb_are_told_by_the_word_before() -> None:
    text = "Copy the report. The copy is here."
    letters = load_lexicon().letters
    row = tagged(plain(text), text, units(fold(text)), Sides())
    assert row.letters[1] in letters["give.base"]
    assert letters["thing"] in row.letters[row.letters.index(letters["stop"]) :]


def test_a_body_that_only_one_side_is_stands_for_that_side() -> None:
    text = (
        "REAL ESTATE COMMISSION\nMay 1, 2024\nRegistrar, Eastvale School\n"
        "Dear Registrar:\nThe Commission needs the ledger. The school must send it.\n"
    )
    made = paper(text)
    sides = sides_of(made, standing_of(made).letter)
    assert sides.of_word("commission", "Commission") == "we"
    assert sides.of_body("school") == "you"


def test_colleagues_of_one_house_are_told_by_their_addresses() -> None:
    mail = "From: a@city.example\nTo: b@city.example\nSubject: x\n\nSend me the file, please.\n"
    made = paper(mail)
    assert sides_of(made, standing_of(made).letter).are_colleagues
    outside = paper(mail.replace("b@city", "b@county"))
    assert not sides_of(outside, standing_of(outside).letter).are_colleagues


def test_a_headline_without_address_speaks_to_all() -> None:
    assert standing_of(paper("OPEN THE BOOKS NOW\nSend us the contract.\n")).speaks_to_all
    assert not standing_of(paper("Dear Clerk:\nSend us the contract.\n")).speaks_to_all


def test_the_deed_that_is_asked_for_tells_the_kind() -> None:
    made = paper("Do not destroy the video of March 4. Keep the tape.\n")
    sides = sides_of(made, standing_of(made).letter)
    kinds = {said.kind for said in utterances(made, sides, ())}
    assert Kind.PRESERVATION_REQUEST in kinds
