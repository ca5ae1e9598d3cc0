"""Duplicates and near-duplicates: same words, nearly the same, same picture, and what differs."""

import io
import os
import random

from PIL import Image, ImageDraw, ImageFont

from tecum.reading.failed import failed_redactions
from tecum.reading.likeness.likeness import LikenessIndex, MatchBy, Print, print_of, similarity
from tecum.reading.likeness.particulars import Particular, are_twins, differences
from tecum.reading.likeness.picture_hash import picture_hashes
from tecum.reading.open import open_document
from tecum.reading.working_copy import burned_copy
from tests.unit.reading import papers_covered

LETTER = (
    "The Department asks that you produce all records of the person named below that were made "
    "between January and March, including booking sheets, release forms, and any notes of calls. "
    "Please send the records to the address above within fourteen days of the date of this letter. "
    "If you hold none of these records, say so in writing and state where you looked for them. "
)
WORDS = [
    a + b
    for a in ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe")
    for b in map(str, range(250))
]
LETTER += " ".join(
    word.translate(str.maketrans("0123456789", "abcdefghij")) for word in WORDS[:200]
)
SIZE = int(os.environ.get("TECUM_TEST_LIKENESS_SIZE", "600"))


def letter(name: str, day: str, number: str) -> str:
    return f"{day}\nMatter {number}\nSubject: {name}\n{LETTER}"


def scanned(lines: list[str], seed: int, turn: float = 0.0) -> bytes:
    picture = Image.new("L", (850, 1100), 248)
    pen = ImageDraw.Draw(picture)
    for i, line in enumerate(lines):
        pen.text((90, 90 + 24 * i), line, fill=25, font=ImageFont.load_default(17))
    picture = picture.rotate(turn, fillcolor=248)
    noise = Image.effect_noise(picture.size, 18 + seed)
    picture = Image.blend(picture, noise, 0.08)
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=70)
    return out.getvalue()


def test_the_same_words_in_another_container_have_one_hash() -> None:
    wrapped = LETTER.replace("records", "re-\ncords").replace(". ", ".\r\n\r\n").upper()
    wrapped = wrapped.replace("RE-\nCORDS", "re-\ncords")
    assert print_of(wrapped).text_sha256 == print_of(LETTER).text_sha256
    assert print_of(LETTER + "More.").text_sha256 != print_of(LETTER).text_sha256


def test_too_few_words_are_like_nothing() -> None:
    index = LikenessIndex()
    index.add("a", print_of("See attached."))
    assert index.like(print_of("See attached.")) == []


def test_the_estimate_is_near_the_true_share() -> None:
    rng = random.Random(7)
    words = rng.sample(WORDS, 1500)
    for kept in (1400, 1200, 700):
        other = words[:kept] + rng.sample(WORDS, 1500 - kept)
        a = {tuple(words[i : i + 5]) for i in range(len(words) - 4)}
        b = {tuple(other[i : i + 5]) for i in range(len(other) - 4)}
        true = len(a & b) / len(a | b)
        assert abs(similarity(print_of(" ".join(words)), print_of(" ".join(other))) - true) < 0.14


def test_twin_letters_look_alike_and_their_particulars_are_named() -> None:
    one = letter("Subject A", "March 1, 2021", "24-0071")
    two = letter("Subject Bee", "April 2, 2021", "24-0098")
    index = LikenessIndex()
    index.add("one", print_of(one))
    (match,) = index.like(print_of(two))
    assert (match.key, match.by) == ("one", MatchBy.NEAR_TEXT)
    found = differences({1: one}, {1: two})
    assert {row.kind for row in found} == {Particular.DATE, Particular.NUMBER, Particular.NAME}
    assert are_twins(found)
    shown = [(one[d.here.start : d.here.end], two[d.there.start : d.there.end])
             for d in found if d.here and d.there]  # fmt: skip
    assert ("24-0071", "24-0098") in shown
    assert ("A", "Bee") in shown


def test_other_words_are_no_particulars() -> None:
    other = LETTER.replace("fourteen days", "thirty days", 1)
    found = differences({1: LETTER}, {1: other})
    assert [row.kind for row in found] == [Particular.WORDS]
    assert not are_twins(found)
    assert not are_twins(differences({1: LETTER}, {1: LETTER}))


def test_the_index_finds_near_documents_among_many() -> None:
    rng = random.Random(11)
    index = LikenessIndex()
    texts = [rng.choices(WORDS, k=120) for _ in range(SIZE)]
    for i, words in enumerate(texts):
        index.add(str(i), print_of(" ".join(words)))
    missed = wrong = looked = 0
    for i in range(0, SIZE, max(1, SIZE // 300)):
        words = list(texts[i])
        words[60] = "changed"
        print_ = print_of(" ".join(words))
        alike = similarity(print_, print_of(" ".join(texts[i]))) >= 0.85
        keys = [match.key for match in index.like(print_)]
        looked += alike
        missed += alike and str(i) not in keys
        wrong += any(key != str(i) for key in keys)
    assert looked > 250
    assert missed == 0
    assert wrong == 0


def test_a_print_is_kept_and_comes_back() -> None:
    print_ = print_of(LETTER, (5, 1 << 900))
    assert Print.from_json(print_.to_json()) == print_


def test_the_same_sheet_scanned_twice_is_found_and_another_is_not() -> None:
    lines = [LETTER[i : i + 70] for i in range(0, 840, 70)]
    others = [line[::-1] for line in reversed(lines)][:7]
    first, again, other = (
        print_of("", picture_hashes(data))
        for data in (scanned(lines, 1), scanned(lines, 9, 0.2), scanned(others, 2))
    )
    index = LikenessIndex()
    index.add("first", first)
    assert [m.by for m in index.like(again)] == [MatchBy.PICTURE]
    assert index.like(other) == []


def test_a_working_copy_shows_the_page_and_holds_no_letter() -> None:
    for name in ("a black rectangle", "a square on a turned page", "marked and not carried out"):
        data = papers_covered.FAILED[name]
        failed = failed_redactions(data)
        assert failed is not None
        copy = burned_copy(data, failed)
        opened = open_document(copy)
        text = opened.parts[0].text
        assert text is not None
        said = " ".join(page.text for page in text.pages)
        assert "Zobrist" not in said
        assert not text.failed
        assert b"Quillfeather" not in copy
        assert b"/Font" not in copy
