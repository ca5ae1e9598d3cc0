"""Reviews of blocks: rows that count, rows that lapsed, rows that name nobody."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tecum.law import Pack, load_packs, read_packs
from tecum.law.reviews import ReviewRow, ReviewStanding, parse_reviews, write_reviews
from tecum.words import Review
from tests.unit.law.making import rule, write_pack

LAW = "# Code\n" + rule("r1", "may: hold") + rule("r2", "may: transfer")


def pack_with(tmp_path: Path, rows: list[ReviewRow], law: str = LAW) -> Pack:
    folder = write_pack(tmp_path, "made", {"law/code.md": law, "reviews.toml": write_reviews(rows)})
    return load_packs([str(folder)]).pack("made")


def row_for(pack: Pack, block: str, **more: object) -> ReviewRow:
    sha256 = next(row.sha256 for row in pack.blocks if row.id == block)
    return ReviewRow(block=block, sha256=sha256, by="A. Example", **more)  # type: ignore[arg-type]


def standing(pack: Pack) -> dict[str, ReviewStanding]:
    return {row.block.id: row.standing for row in pack.standings}


def test_what_is_written_is_read_again() -> None:
    rows = (
        ReviewRow(
            block="a",
            sha256="0" * 64,
            by='A "quoted" \\ name',
            capacity="City Attorney",
            on=date(2026, 1, 2),
            note="Two\nlines",
        ),
        ReviewRow(block="b", sha256="1" * 64, by="B"),
    )
    assert parse_reviews(write_reviews(rows)) == rows


def test_one_edited_line_lapses_one_block(tmp_path: Path) -> None:
    plain = pack_with(tmp_path / "plain", [])
    assert standing(plain) == {
        "r1": ReviewStanding.UNREVIEWED,
        "r2": ReviewStanding.UNREVIEWED,
    }
    rows = [row_for(plain, "r1", capacity="City Attorney"), row_for(plain, "r2")]
    whole = pack_with(tmp_path / "whole", rows)
    assert whole.review is Review.REVIEWED
    assert whole.reviewed_blocks == 2
    edited = pack_with(tmp_path / "edited", rows, LAW.replace("may: hold", "must: hold"))
    assert standing(edited) == {"r1": ReviewStanding.LAPSED, "r2": ReviewStanding.REVIEWED}
    assert edited.review is Review.UNREVIEWED
    assert edited.sha256 != whole.sha256
    assert plain.sha256 == whole.sha256
    back = pack_with(tmp_path / "back", rows)
    assert back.review is Review.REVIEWED


def test_a_review_of_one_version_is_none_of_the_other(tmp_path: Path) -> None:
    law = (
        "# Code\n"
        + rule("r1", "may: hold", window="from 2018-01-01 to 2019-01-01; recorded 2018-01-01")
        + rule("r1", "must: hold", window="from 2019-01-01; recorded 2019-01-01")
    )
    plain = pack_with(tmp_path / "plain", [], law)
    found = pack_with(tmp_path / "one", [row_for(plain, "r1")], law)
    assert [row.standing for row in found.standings] == [
        ReviewStanding.REVIEWED,
        ReviewStanding.LAPSED,
    ]


def test_a_row_that_names_nobody_is_none(tmp_path: Path) -> None:
    plain = pack_with(tmp_path / "plain", [])
    text = f'[[review]]\nblock = "r1"\nsha256 = "{plain.blocks[0].sha256}"\nby = ""\n'
    assert parse_reviews(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        '[[review]]\nblock = "r1"\nby = "A"\n',
        '[[review]]\nblock = "r1"\nsha256 = "0"\nby = "A"\nwhen = "2026"\n',
        '[[review]]\nblock = "r1"\nsha256 = "0"\nby = "A"\non = "soon"\n',
        '[[review]]\nblock = "r1"\nsha256 = "0"\nby = "A"\non = 2026-01-01T10:00:00\n',
        'review = "all"\n',
        "not toml",
    ],
)
def test_a_file_of_another_form_is_told(tmp_path: Path, text: str) -> None:
    folder = write_pack(tmp_path, "made", {"law/code.md": LAW, "reviews.toml": text})
    (problem,) = read_packs([str(folder)])[1]
    assert problem.code == "P101"
    assert str(problem).startswith("reviews.toml: P101 rows are [[review]]")
