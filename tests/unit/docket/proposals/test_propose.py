"""What a public document proposes, and what it must never propose."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tecum.docket.acts.chronology import Distance, EventKind, Happened, Slot, Stance
from tecum.docket.proposals import PUBLICATION, Apart, KnownEvent, KnownParty, Proposal
from tecum.docket.vocabulary import DateKind, Precision
from tecum.words import Band
from tests.unit.docket.proposals.reading import COUNTY, events, proposed, reading_of, value

ICE = "Immigration and Customs Enforcement"


def one(text: str, **more: object) -> Proposal:
    found = events(text, **more)
    assert len(found) == 1, [row.label for row in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "by", "to"),
    [
        (f"{ICE} issued a subpoena to Specimen County.", "issued", "us-ice", "county"),
        (f"A subpoena was issued to Specimen County by {ICE}.", "issued", "us-ice", "county"),
        (f"{ICE} served Specimen County with a subpoena.", "received", "us-ice", "county"),
        (f"Specimen County was served with a subpoena from {ICE}.", "received", "us-ice", "county"),
        (f"{ICE} sent a letter to Specimen County.", "sent", "us-ice", "county"),
        (f"Specimen County sent the records to {ICE}.", "answered", "county", "us-ice"),
        (f"{ICE} subpoenaed records from Specimen County.", "issued", "us-ice", "county"),
        ("Specimen County received the subpoena.", "received", "county", None),
        ("Specimen County refused to comply.", "refused", "county", None),
        ("Specimen County objected to the subpoena.", "objected", "county", None),
        ("Specimen County sued the Department of Justice.", "filed", "county", "us-doj"),
        ("Specimen County filed a petition.", "filed", "county", None),
        ("Specimen County asked a federal judge to quash the order.", "filed", "county", None),
        ("A judge ordered Specimen County to answer.", "ordered", "a judge", "county"),
        ("The 9th U.S. Circuit Court of Appeals stayed the order.", "stayed", "us-ca9", None),
        ("The Justice Department appealed the ruling.", "appealed", "us-doj", None),
        ("The Justice Department withheld $2 million.", "imposed", "us-doj", None),
        ("The Justice Department lifted two conditions.", "lifted", "us-doj", None),
        ("Specimen County released four people.", "released", "county", None),
        ("The Justice Department threatened to sue.", "threatened", "us-doj", None),
        ("The Justice Department withdrew its request.", "withdrawn", "us-doj", None),
    ],
)  # fmt: skip
def test_a_verb_of_the_field_with_its_parties(
    text: str, kind: str, by: str, to: str | None
) -> None:
    found = one(text)
    assert found.kind.value == kind
    said = found.slot(Slot.BY)
    assert said is not None
    assert (said.value.party or said.value.words) == by
    target = found.slot(Slot.TO)
    assert (target.value.party if target else None) == to
    assert found.asserter.by == PUBLICATION
    assert value(found, Slot.HAPPENED).happened is Happened.YES


@pytest.mark.parametrize(
    "text",
    [
        "Specimen County did not receive the letter.",
        "Specimen County never answered the letter.",
        "Specimen County failed to respond to the letter.",
        "Specimen County has yet to answer the letter.",
        "Specimen County received no letter.",
        "No letter was sent to Specimen County.",
        "The letter has not been answered.",
    ],
)
def test_what_is_said_not_to_have_happened(text: str) -> None:
    assert value(one(text), Slot.HAPPENED).happened is Happened.NO


@pytest.mark.parametrize(
    "text",
    [
        "Specimen County may receive a subpoena.",
        "Specimen County would have answered the letter.",
        "Specimen County plans to answer the letter.",
        "If Specimen County received a letter, it stayed silent.",
        "Did Specimen County receive a letter?",
        "Specimen County declined to comment.",
        "Specimen County did not respond to a request for comment.",
        "The receiver of an issue served dinner.",
        "Warrants signed by a clerk were new.",
    ],
)
def test_what_is_only_supposed_or_said_by_silence_is_no_event(text: str) -> None:
    assert events(text) == []


# --- who says so -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "by", "distance"),
    [
        ('"We answered the letter," Specimen County said.', "county", Distance.QUOTED),
        ("Specimen County said it answered the letter.", "county", Distance.ON_THE_RECORD),
        ("It answered the letter, said Specimen County.", "county", Distance.ON_THE_RECORD),
        ("According to Specimen County, the letter was answered.", "county",
         Distance.ON_THE_RECORD),
        ("The letter was answered, according to Specimen County.", "county",
         Distance.ON_THE_RECORD),
        ("A spokesman for Specimen County told reporters that it answered the letter.", "county",
         Distance.ON_THE_RECORD),
        ("Specimen County's spokeswoman insists that it answered the letter.", "county",
         Distance.ON_THE_RECORD),
        ("A spokesman said the letter was answered.", "a spokesman", Distance.PARAPHRASED),
        ("A Specimen County official, who was not named, said the letter was answered.", "county",
         Distance.UNNAMED_SOURCE),
        ("Two people familiar with the matter said the letter was answered.",
         "two people familiar with the matter", Distance.UNNAMED_SOURCE),
        ("Specimen County answered the letter.", PUBLICATION, Distance.PARAPHRASED),
    ],
)  # fmt: skip
def test_the_asserter_and_how_near_he_is(text: str, by: str, distance: Distance) -> None:
    found = one(text)
    assert (found.asserter.by, found.distance) == (by, distance)


def test_what_is_denied_is_a_claim_that_is_denied() -> None:
    found = one("Specimen County denied receiving the letter.")
    assert (found.kind, found.stance) == (EventKind.RECEIVED, Stance.DENIES)


def test_two_speakers_of_one_sentence_stay_two() -> None:
    first, second = events(
        "Specimen County said it answered the letter, but the Justice Department said it received"
        " no answer."
    )
    assert first.asserter.by == "county"
    assert second.asserter.by == "us-doj"
    assert value(second, Slot.HAPPENED).happened is Happened.NO


def test_a_quotation_inside_a_quotation_is_not_the_outer_speakers() -> None:
    text = '"They told us, ‘We received nothing from you,’" a Specimen County spokesman said.'
    assert all("nothing" not in row.label for row in proposed(text))
    named = "“The sheriff told us, ‘I received the letter,’” a Specimen County spokesman said."
    found = one(named)
    assert found.asserter.by == "the sheriff"
    assert found.asserter.via == "county"


def test_one_who_reports_another_passes_it_on() -> None:
    found = one("Specimen County said the Justice Department claims that it sent a letter.")
    assert (found.asserter.by, found.asserter.via) == ("us-doj", "county")


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("Sam Sample", "one person"),
        ("Sam Sample, who lives nearby,", "one person"),
        ("Sheriff Sam Sample", "Sheriff"),
        ("A resident, Sam Sample,", "a resident"),
        ("Maple County Sheriff Sam Sample", "Maple County Sheriff"),
        (
            "Sam Sample of the Maple Library Association",
            "one person of the Maple Library Association",
        ),
        ("The Maple Library Association", "the Maple Library Association"),
    ],
)
def test_no_person_is_named(who: str, words: str) -> None:
    found = proposed(f"{who} said the letter was answered.")
    assert all("Sample" not in row.asserter.by + row.asserter.words for row in found)
    assert [row.asserter.by for row in found] == [words]


def test_a_name_is_known_again_by_the_office_that_it_came_with() -> None:
    text = (
        "A spokesman for Specimen County, Sam Sample, said the letter was answered. Sample said"
        " the subpoena was answered too."
    )
    assert {row.asserter.by for row in events(text)} == {"county"}


def test_the_city_is_whichever_was_named_and_nobody_where_two_may_be_meant() -> None:
    found = events("The City of Alder has a jail. The city answered the letter.")
    assert value(found[0], Slot.BY).party == "city"
    both = (
        *COUNTY,
        KnownParty(id="other", name="City of Birch"),
    )
    text = "The City of Alder and the City of Birch have jails. The city answered the letter."
    assert events(text, parties=both)[0].slot(Slot.BY) is None


def test_a_place_is_no_party() -> None:
    found = one("A court in Oregon received the letter.")
    by = found.slot(Slot.BY)
    assert by is None or by.value.party is None


def test_a_body_speaks_in_its_own_document() -> None:
    text = "We received the letter on March 2, 2026. The County objects to the subpoena."
    first, second = events(text, issuer="county")
    assert {row.asserter.by for row in (first, second)} == {"county"}
    assert {row.distance for row in (first, second)} == {Distance.OWN_DOCUMENT}
    assert value(first, Slot.BY).party == "county"
    assert second.kind is EventKind.OBJECTED


def test_a_threat_stands_apart_from_what_was_done() -> None:
    text = "If you do not respond, the Department will subpoena the documents."
    (found,) = events(text, issuer="us-doj")
    assert found.kind is EventKind.THREATENED


# --- days, counts, amounts ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("on Monday", "2026-03-09", "2026-03-09"),
        ("Wednesday", "2026-03-11", "2026-03-11"),
        ("yesterday", "2026-03-10", "2026-03-10"),
        ("in January", "2026-01-01", "2026-01-31"),
        ("on Jan. 10", "2026-01-10", "2026-01-10"),
        ("last month", "2026-02-01", "2026-02-28"),
        ("last week", "2026-03-01", "2026-03-08"),
        ("in 2024", "2024-01-01", "2024-12-31"),
        ("three days ago", "2026-03-08", "2026-03-08"),
        ("on Dec. 14", "2025-12-14", "2025-12-14"),
        ("on March 2, 2025", "2025-03-02", "2025-03-02"),
    ],
)
def test_a_day_is_settled_by_the_day_of_publication(words: str, first: str, last: str) -> None:
    when = value(one(f"Specimen County answered the letter {words}."), Slot.WHEN).when
    assert when is not None
    assert when.kind is DateKind.SENT
    assert when.interval() == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("words", ["on Monday", "in January", "on Jan. 10", "yesterday"])
def test_without_that_day_it_stays_words(words: str) -> None:
    when = value(one(f"Specimen County answered the letter {words}.", on=None), Slot.WHEN).when
    assert when is not None
    assert when.precision is Precision.UNKNOWN
    assert isinstance(when.words, str)
    assert when.words in words


@pytest.mark.parametrize(
    "words", ["last spring", "the same day", "by March 20", "until Friday", "last February"]
)
def test_no_day_is_made_up(words: str) -> None:
    slot = one(f"Specimen County answered the letter {words}.").slot(Slot.WHEN)
    assert slot is None or slot.value.when is None or not slot.value.when.is_known


def test_the_day_on_which_it_was_said_is_not_the_day_of_the_event() -> None:
    found = one("Specimen County said Tuesday that it answered the letter.")
    assert found.slot(Slot.WHEN) is None
    assert found.asserted is not None
    assert found.asserted.value == date(2026, 3, 10)


@pytest.mark.parametrize(
    ("words", "low", "high", "of"),
    [
        ("four subpoenas", 4, 4, None),
        ("nearly two dozen subpoenas", 20, 23, None),
        ("at least 20 subpoenas", 20, None, None),
        ("more than 30 subpoenas", 31, None, None),
        ("about 30 subpoenas", 27, 33, None),
        ("three of the four subpoenas", 3, 3, 4),
    ],
)
def test_counts_are_ranges(words: str, low: int, high: int | None, of: int | None) -> None:
    found = value(one(f"Specimen County received {words}."), Slot.COUNT)
    assert (found.low, found.high, found.of) == (low, high, of)


def test_an_amount_has_its_programme_and_year() -> None:
    found = one("The Justice Department withheld $3.4 million in fiscal 2025 Byrne JAG grants.")
    amount = value(found, Slot.AMOUNT)
    assert (amount.low, amount.unit) == (3_400_000, "USD, Byrne JAG, fiscal year 2025")


# --- what is no event, spans, matching -----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Specimen County said it will appeal.", Apart.PREDICTION),
        ("A resident said the subpoena is wrong.", Apart.OPINION),
        ("Arrests fell 12 percent.", Apart.STATISTIC),
    ],
)
def test_what_is_no_event_is_told_apart(text: str, why: Apart) -> None:
    assert [row.apart for row in proposed(text)] == [why]


def test_a_position_names_the_provision_that_it_cites() -> None:
    found = one("Specimen County said its policy complies with 8 U.S.C. 1373.")
    assert value(found, Slot.POSITION).words == "its policy complies with 8 U.S.C. 1373."
    assert found.signals["cites"] == ("usc/8/1373",)


def test_captions_bylines_and_headlines_are_no_body_text() -> None:
    text = (
        "County received subpoena\n\nBy a staff writer | March 11, 2026\n\n"
        "FILE - Specimen County received a letter on May 1. (Photo: staff)\n\n"
        "Specimen County received a subpoena."
    )
    assert one(text).label == "Specimen County received a subpoena."


def test_a_wrapped_line_and_a_page_in_between_do_not_cut_a_sentence() -> None:
    found = one("Specimen County received a subpoena\nand a letter on\nMonday.")
    assert value(found, Slot.WHEN).when is not None
    assert found.spans[0].quote == "Specimen County received a subpoena\nand a letter on\nMonday."


def test_a_known_event_is_offered_where_kind_parties_and_day_agree() -> None:
    known = (
        KnownEvent(
            id="e1", kind=EventKind.RECEIVED, parties=frozenset({"county"}),
            first=date(2026, 3, 9), last=date(2026, 3, 9),
        ),
        KnownEvent(id="e2", kind=EventKind.RECEIVED, parties=frozenset({"county"})),
        KnownEvent(
            id="e3", kind=EventKind.RECEIVED, parties=frozenset({"county"}),
            first=date(2026, 3, 2), last=date(2026, 3, 2),
        ),
    )  # fmt: skip
    assert one("Specimen County received a letter Monday.", known=known).known == ("e1",)
    assert one("Specimen County received a letter.", known=known).known == ()
    assert one("The City of Alder received a letter Monday.", known=known).known == ()


def test_a_second_telling_points_at_the_first() -> None:
    first, second = events(
        "Specimen County received a letter Monday. Specimen County got the letter on March 9, a"
        " clerk said."
    )
    assert second.same_as == (first.id,)


def test_the_same_text_proposes_the_same_whatever_its_line_ends() -> None:
    text = "Specimen County received a letter on Monday. Specimen County answered it Tuesday."
    again = text.replace(" on Monday", "\non Monday")
    assert [row.id for row in proposed(text)] == [row.id for row in proposed(again)]
    assert [row.id for row in proposed(text, on=None)] == [row.id for row in proposed(text)]
    assert not {row.id for row in proposed(text)} & {row.id for row in proposed(text + " More.")}


_PIECES = (
    "said", "Specimen County", "received", "a letter", "on Monday", ".", ",", '"', "“", "”", "‘",
    "’", "\n\n", "the sheriff", "three of four", "did not", "$2 million", "and that", "who",
    "which", ", said", "issued", "subpoenas", "Jan. 10", "if", "would", "according to", "told us",
)  # fmt: skip
_WORDS = st.sampled_from(_PIECES)


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, max_size=60))
def test_every_proposal_has_its_exact_words(words: list[str]) -> None:
    text = " ".join(words).strip()
    if not text:
        return
    for row in proposed(text):
        assert row.spans
        assert row.band in (Band.LIKELY, Band.UNSURE)
        for span in (*row.spans, *(span for slot in row.slots for span in slot.spans)):
            assert span.quote
            assert text[span.start : span.end] == span.quote


def test_a_text_of_one_page_is_read_back_by_its_words() -> None:
    assert reading_of("One.\n\nTwo.").paragraphs == ((0, 4), (6, 10))
