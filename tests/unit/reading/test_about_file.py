"""What a Reading says of its file: arrival, doubles inside, unseen letters, the form's template."""

from __future__ import annotations

from tecum.reading.about_file import arrivals_of, hidden_in, like_each_other
from tecum.reading.text.layout import Layer
from tests.unit.reading.sheet import opened, read_text, text_of

RECEIVED = "from mx.example by mail.office.example; Mon, 18 May 2026 09:15:02 -0400"
SENT = "Mon, 18 May 2026 09:14:00 -0400"
LETTER = " ".join(f"word{n} and more words of the letter" for n in range(40))


def test_a_mail_says_when_it_came() -> None:
    headers = (("received", RECEIVED), ("received", "from a by b; nonsense"), ("date", SENT))
    (row,) = arrivals_of(opened("Please send the file.", headers=headers))
    assert row == {
        "channel": "e-mail",
        "received_at": "2026-05-18T09:15:02-04:00",
        "sent_at": "2026-05-18T09:14:00-04:00",
    }


def test_an_instant_without_offset_is_unknown() -> None:
    headers = (("date", "Mon, 18 May 2026 09:14:00"),)
    (row,) = arrivals_of(opened("Please send the file.", headers=headers))
    assert (row["received_at"], row["sent_at"]) == (None, None)


def test_a_file_that_is_no_mail_says_nothing_of_its_arrival() -> None:
    assert arrivals_of(opened("Please send the file.")) == ()
    assert read_text("Please send the file.").to_json()["arrivals"] == []


def test_unseen_letters_are_counted_and_never_told() -> None:
    assert hidden_in(text_of("seen words")) is None
    found = hidden_in(text_of("first", "unseen 42", layer=Layer.HIDDEN))
    assert found == {"pages": [1, 2], "letters": 13}


def test_the_same_letter_twice_in_a_file_is_named() -> None:
    rows = like_each_other([LETTER, "Something else entirely.", LETTER.upper()])
    assert rows[0] == ({"document": 2, "by": "same_text", "score": 1.0},)
    assert rows[1] == ()
    assert rows[2] == ({"document": 0, "by": "same_text", "score": 1.0},)
