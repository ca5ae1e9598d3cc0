"""What a recogniser's child says is checked; a value is no surer than its words."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from tecum.provenance import Read, Span
from tecum.reading.answer import BadAnswer, Gathered
from tecum.reading.bands.confidence import as_sure_as_its_words
from tecum.reading.limits import default_limits
from tecum.reading.ocr import asking, engines
from tecum.reading.ocr.figures import figures_looked_at_twice
from tecum.reading.ocr.language import foreign_language, seems_spanish
from tecum.reading.ocr.recognise import SeenWord
from tecum.reading.result import DuePhrase, Reading
from tecum.reading.text.layout import Text
from tecum.sandbox import Given
from tecum.words import Band, Conduct, DueForm, IntakeOutcome, Kind
from tests.unit.reading.ocr import sheets

WORDS = "Within 14 days"
BLANK = {
    "n": 1, "width": 612.0, "height": 792.0, "rotation": 0, "text_from": "none", "text": "",
    "lines": [], "boxes": "", "unread": "needs_ocr", "ink": [],
}  # fmt: skip


def answer(**changes: Any) -> dict[str, Any]:
    sure = bytes([95] * 6 + [255] + [50] * 2 + [255] + [95] * 4)
    return {
        **BLANK, "text_from": "ocr", "text": WORDS, "unread": None,
        "lines": [[0, len(WORDS), "body", [72.0, 700.0, 200.0, 712.0], 12.0, False, 1]],
        "sure": base64.b64encode(sure).decode(), "engine": "tesseract", "dpi": 200,
        "prep": ["try gaussian otsu 200 dpi eng: 3 words, confidence 80"], **changes,
    }  # fmt: skip


def gathered() -> Gathered:
    found = Gathered()
    found.add({"pages": [BLANK]})
    return found


def test_a_recognised_page_takes_the_place_of_the_picture() -> None:
    found = gathered()
    found.replace(answer(), [])
    text = found.text()
    assert (text.pages[0].engine, text.pages[0].dpi) == ("tesseract", 200)
    assert [line.text for line in text.lines] == [WORDS]
    assert text.confidence[0][7] == 50
    assert text.unread == ()


def test_what_was_read_poorly_is_kept_as_a_hint_and_proves_nothing() -> None:
    found = gathered()
    found.replace(answer(unread="unreadable"), [])
    text = found.text()
    assert text.pages[0].text == WORDS
    assert text.lines == ()
    assert text.unread == (1,)


@pytest.mark.parametrize(
    "changes",
    [
        {"n": 2},
        {"sure": base64.b64encode(bytes(3)).decode()},
        {"sure": base64.b64encode(bytes([101] * 14)).decode()},
        {"dpi": 10**9},
        {"lines": [[0, 999, "body", None, 0.0, False, 1]]},
        {"ink": [[5.0, 5.0, 1.0, 1.0]]},
        {"prep": 7},
        {"text_from": "guessed"},
        {"width": float("nan")},
    ],
)
def test_an_answer_out_of_shape_changes_nothing(changes: dict[str, Any]) -> None:
    found = gathered()
    with pytest.raises(BadAnswer):
        found.replace(answer(**changes), [])
    assert found.unread == {1: "needs_ocr"}


@pytest.mark.parametrize("value", [{}, {"pages": 3}, {"pages": [answer(n=7)]}, {"pages": [5]}])
def test_a_child_that_says_nonsense_leaves_the_page_unread(
    value: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {"engines": {}, "fields": [], **value}
    monkeypatch.setattr(asking.sandbox, "run", lambda *_, **__: Given(said, ()))
    found = gathered()
    asking.recognise_unread(asking.Part(b"", "application/pdf", default_limits()), found)
    assert found.unread == {1: "unreadable"}


def test_a_page_that_ends_its_child_does_not_take_the_others_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[list[int]] = []

    def run(job: str, data: bytes, wanted: dict[str, Any], **_: object) -> Given:
        asked.append(wanted["numbers"])
        if 2 in wanted["numbers"]:
            raise asking.sandbox.ChildEnded("took_too_long", "took_too_long")
        pages = [answer(n=n) for n in wanted["numbers"]]
        return Given({"pages": pages, "fields": [], "engines": {}}, ())

    monkeypatch.setattr(asking.sandbox, "run", run)
    found = Gathered()
    found.add({"pages": [{**BLANK, "n": n} for n in (1, 2, 3)]})
    asking.recognise_unread(asking.Part(b"", "application/pdf", default_limits()), found)
    assert asked == [[1, 2, 3], [1], [2], [3]]
    assert found.unread == {2: "took_too_long"}


def reading(text: Text, *, end: int) -> Reading:
    span = Span(1, 0, end, WORDS[:end])
    return Reading(
        source=None,  # type: ignore[arg-type]
        pages=text.pages,
        outcome=IntakeOutcome.READ,
        conduct=Read(Conduct.ISSUES, Band.CERTAIN, (Span(1, 0, 6, "Within"),)),
        kind=Read(Kind.CIVIL_SUBPOENA, Band.CERTAIN, (span,)),
        judicial=Read(False, Band.CERTAIN, (span,)),
        due=(DuePhrase(form=DueForm.PERIOD, spans=(span,), amount=14, band="certain"),),
        document_pages=(1,),
    )


def test_no_value_is_surer_than_its_least_sure_word() -> None:
    found = gathered()
    found.replace(answer(), [])
    text = found.text()
    made = as_sure_as_its_words(reading(text, end=14), text)
    assert made.conduct.band is Band.CERTAIN
    assert "ocr_conf_95" in made.conduct.signals
    assert made.kind.band is Band.UNSURE
    assert "ocr_conf_50" in made.kind.signals
    assert (made.due[0].band, made.due[0].amount) == ("unreadable", None)
    assert (made.judicial.value, made.judicial.band) == (None, Band.UNSURE)


def phrase_read(words: str, doubtful: str, *, end: int, **changes: Any) -> DuePhrase:
    """A period of days at the head of a page on which one word was recognised with doubt."""
    sure = bytearray(95 if c != " " else 255 for c in words)
    at = words.find(doubtful)
    sure[at : at + len(doubtful)] = bytes([45]) * len(doubtful)
    found = gathered()
    row = [0, len(words), "body", [72.0, 700.0, 200.0, 712.0], 12.0, False, 1]
    found.replace(answer(text=words, lines=[row], sure=base64.b64encode(bytes(sure)).decode()), [])
    text = found.text()
    span = Span(1, 0, end, words[:end])
    phrase = DuePhrase(
        form=DueForm.PERIOD, spans=(span,), amount=48, unit="hours", direction="after",
        trigger="unknown", band="likely",
    )  # fmt: skip
    made = reading(text, end=5).with_(due=(replace(phrase, **changes),))
    return as_sure_as_its_words(made, text).due[0]


def test_a_period_whose_direction_was_lost_is_withheld() -> None:
    words = "at least 48 hours pnir to the release of the subject from custody of the office"
    lost = phrase_read(words, "pnir", end=17)
    assert (lost.amount, lost.direction, lost.band) == (None, None, "unreadable")
    assert lost.signals["withheld"] == "direction"
    assert phrase_read(words, "office", end=17).amount == 48
    known = phrase_read(words, "pnir", end=17, trigger="release", direction="before")
    assert known.amount == 48


def test_a_doubtful_figure_counts_only_where_words_agree_with_it() -> None:
    words = "at least 48 hours after the release of the subject"
    assert phrase_read(words, "48", end=17).signals["withheld"] == "figures"
    agreed = phrase_read(words, "48", end=17, signals={"word_figure_agree": True})
    assert (agreed.amount, agreed.band) == (48, "unsure")


def test_figures_on_which_two_looks_differ_are_not_believed() -> None:
    class Second:
        """An engine that sees a 5 where a 6 was seen."""

        version = "1"

        def words(self, *_: object) -> list[SeenWord]:
            return []

        def line(self, *_: object) -> str:
            return "3/25/2025"

        def quarters_to_turn(self, *_: object) -> int:
            return 0

    box = (10.0, 10.0, 90.0, 30.0)
    words = [
        SeenWord("3/26/2025", box, 30.0, 1, 83),
        SeenWord("3/25/2025", box, 30.0, 1, 83),
        SeenWord("3/26/2025", box, 30.0, 1, 96),
        SeenWord("March", box, 30.0, 1, 70),
    ]
    seen = figures_looked_at_twice(words, np.full((60, 120), 255, np.uint8), 200, Second())
    assert [w.confidence for w in seen] == [40, 83, 96, 70]


def test_a_count_of_days_is_looked_at_twice_however_sure() -> None:
    class Second:
        """An engine that reads a 30 whatever it is shown."""

        def line(self, *_: object) -> str:
            return "30"

    box = (10.0, 10.0, 90.0, 30.0)
    rows = ["36 days", "30 days", "(36) business", "36th day", "page 36", "36"]
    for row, kept in zip(rows, [40, 97, 40, 97, 97, 97], strict=True):
        words = [SeenWord(word, box, 30.0, 1, 97) for word in row.split()]
        seen = figures_looked_at_twice(words, np.full((60, 120), 255, np.uint8), 200, Second())
        assert min(w.confidence for w in seen) == kept
    assert figures_looked_at_twice([], np.full((60, 120), 255, np.uint8), 200, Second()) == ()


def test_a_native_text_keeps_its_bands() -> None:
    found = gathered()
    found.replace(answer(sure=""), [])
    text = found.text()
    made = as_sure_as_its_words(reading(text, end=14), text)
    assert made == reading(text, end=14)


def test_languages_are_told_by_their_small_words() -> None:
    english, spanish = " ".join(sheets.DEMAND), " ".join(sheets.SPANISH)
    french = (
        "Vous êtes prié de produire dans les dix jours les documents qui sont nommés dans la "
        "liste que nous vous avons remise avec cette lettre et qui sont dans vos mains pour le "
        "dossier de la personne qui est nommée dans la demande"
    )
    assert seems_spanish(spanish)
    assert not seems_spanish(english)
    assert [foreign_language(t) for t in (english, spanish, french)] == [None, None, "fra"]
    assert (
        foreign_language("документы должны быть представлены в течение десяти дней сюда") == "und"
    )
    assert foreign_language("SUBPOENA") is None


def test_trained_data_are_found_in_the_named_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    (tmp_path / "eng.traineddata").write_bytes(b"model")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    engines.engine_here.cache_clear()
    found = engines.engine_here()
    engines.engine_here.cache_clear()
    assert found is not None
    assert found.folder == str(tmp_path.resolve())
    assert found.languages == ("eng",)
    assert len(dict(found.hashes)["traineddata_eng"]) == 64
