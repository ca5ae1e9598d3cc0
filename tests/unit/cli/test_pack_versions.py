"""``tecum packs diff``, ``sign``, ``key``, ``review`` and ``show --review``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tecum.cli.__main__ import main
from tecum.packs_folder import packs_folder
from tests.unit.cli.test_shapes import holds

LAW = "law/gov-7284.md"


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A copy of a shipped pack in which an exception is gone."""
    folder = tmp_path / "us-ca"
    shutil.copytree(packs_folder() / "us-ca", folder)
    law = folder / LAW
    line = "unless: item_public  [§ 7284.6(a)(1)(C): available to the public]\n"
    text = law.read_text("utf-8")
    assert text.count(line) == 1
    law.write_text(text.replace(line, ""), "utf-8")
    return folder


def out(capsys: pytest.CaptureFixture[str], status: int, *words: str) -> str:
    assert main(["packs", *words]) == status
    return capsys.readouterr().out


def test_a_difference_is_told_in_text_json_and_html(
    edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = out(capsys, 0, "diff", "us-ca", str(edited), "--cases")
    assert "exception removed: It now applies even where this holds." in text
    assert "    - unless: item_public  [§ 7284.6(a)(1)(C): available to the public]" in text
    assert "Situations that tell them apart:" in text
    assert "Cases that come out otherwise: " in text
    assert "share_release_date" in text
    assert out(capsys, 0, "diff", "us-ca", str(edited), "--text", "--cases") == text
    shape = json.loads(out(capsys, 0, "diff", "us-ca", str(edited), "--json", "--cases"))
    holds(shape, "tecum.pack-diff-1.schema.json")
    (row,) = shape["differences"]
    assert (row["element"], row["change"], row["new"]) == ("exception", "removed", None)
    assert shape["cases"]
    assert shape["replay"] is None
    for case in shape["cases"]:
        assert case["before"]["possible"] != case["after"]["possible"]
    page = out(capsys, 0, "diff", "us-ca", str(edited), "--html", "--cases")
    assert page.startswith("<!doctype html>")
    assert "<del>unless: item_public" in page
    assert "<script" not in page
    assert "http" not in page


def test_the_same_version_has_no_difference_and_check_says_which(
    edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    same = out(capsys, 0, "diff", "us-ca", "us-ca", "--check")
    assert "The two versions say the same." in same
    assert "The two give the same outcome in every situation." in same
    out(capsys, 5, "diff", "us-ca", str(edited), "--check")


def test_rows_of_a_file_are_replayed_under_both(
    edited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text(
        "id,action,on,recipient_class,requester_class,item_public,listed_conviction,"
        "charged_with_finding\n"
        "open,share_release_date,2020-02-10,ca_law_enforcement,immigration_authority,yes,no,no\n"
        "kept,share_release_date,2020-02-10,ca_law_enforcement,immigration_authority,no,no,no\n",
        "utf-8",
    )
    said = out(capsys, 0, "diff", "us-ca", str(edited), "--replay", str(rows))
    assert "Rows that come out otherwise: 1 of 2" in said
    assert "silent → must_not" in said
    assert "rows open)" in said
    shape = json.loads(
        out(capsys, 0, "diff", "us-ca", str(edited), "--replay", str(rows), "--json")
    )
    holds(shape, "tecum.pack-diff-1.schema.json")
    assert shape["replay"]["changed"] == 1


def test_text_of_a_pack_is_text_on_the_page(
    edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    law = edited / LAW
    text = law.read_text("utf-8")
    law.write_text(text.replace("# Cal. Gov. Code", "# <script>alert(1)</script>", 1), "utf-8")
    page = out(capsys, 0, "diff", "us-ca", str(edited), "--html")
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_two_packs_are_not_two_versions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "diff", "us-or", "us-wa"]) == 2
    assert "two packs, not two versions" in capsys.readouterr().err


def test_a_pack_with_errors_is_not_compared(
    edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    law = edited / LAW
    law.write_text(law.read_text("utf-8").replace("must not: transfer", "must not: t"), "utf-8")
    assert main(["packs", "diff", "us-ca", str(edited)]) == 3
    assert "P101" in capsys.readouterr().err


def test_a_review_counts_until_its_block_is_edited(
    edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by = ["--by", "A. Example", "--capacity", "City Attorney", "--on", "2026-01-05"]
    said = out(capsys, 0, "review", str(edited), "ca-t3", "ca-7282.5-a", *by, "--note", "as read")
    assert " 2 of " in said
    shown = out(capsys, 0, "show", str(edited), "--review")
    assert "reviewed: 2" in shown
    assert "lapsed" not in shown
    assert "by A. Example, City Attorney on 2026-01-05: as read" in shown
    again = out(capsys, 0, "review", str(edited), "ca-t3", *by)
    assert " 2 of " in again
    law = edited / "law" / "gov-7283.md"
    text = law.read_text("utf-8")
    changed = text.replace("to: person, attorney or designee", "to: person")
    assert changed != text
    law.write_text(changed, "utf-8")
    shown = out(capsys, 0, "show", str(edited), "--review")
    assert "lapsed: 1" in shown
    assert "of an earlier text" in shown


def test_a_review_names_a_block_and_a_person(
    edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by = ["--by", "A. Example", "--capacity", "City Attorney"]
    assert main(["packs", "review", str(edited), "ca-t33", *by]) == 2
    assert 'Nearest: "ca-t3"' in capsys.readouterr().err
    assert main(["packs", "review", str(edited), "ca-t3", "--by", " ", "--capacity", "x"]) == 2
    capsys.readouterr()
    assert main(["packs", "review", str(edited), "ca-t3", *by, "--on", "soon"]) == 2
    assert not (edited / "reviews.toml").exists()


def test_a_pack_is_signed_known_by_its_key_and_refused_once_changed(
    edited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = tmp_path / "counsel.key"
    public = out(capsys, 0, "key", "example.org/counsel", "--file", str(key)).strip()
    assert key.stat().st_mode & 0o077 == 0
    assert "PRIVATE" not in public
    assert main(["packs", "key", "example.org/counsel", "--file", str(key)]) == 2
    assert main(["packs", "key", "two words", "--file", str(tmp_path / "x")]) == 2
    capsys.readouterr()
    assert public in out(capsys, 0, "sign", str(edited), "--key", str(key))
    shown = out(capsys, 0, "show", str(edited), "--review", "--key", public)
    assert "signed by example.org/counsel" in shown
    assert "unknown key: example.org/counsel" in out(capsys, 0, "show", str(edited), "--review")
    office = tmp_path / "office.toml"
    office.write_text(
        f'name = "A"\nzone = "UTC"\npack_keys = ["{public}"]\npacks_signed = true\n', "utf-8"
    )
    facts = tmp_path / "facts.json"
    facts.write_text('{"on": "2020-02-10", "facts": {}}', "utf-8")
    decide = ["decide", "--facts", str(facts), "--action", "transfer", "--office", str(office)]
    assert main([*decide, "--packs", "us-ca"]) == 3
    assert "bears no signature of a key that this office knows" in capsys.readouterr().err
    law = edited / LAW
    law.write_text(law.read_text("utf-8").replace("must not: transfer", "may: transfer"), "utf-8")
    assert main([*decide[:5], "--packs", str(edited)]) == 3
    told = capsys.readouterr().err
    assert 'The signature of the pack "us-ca" is bad' in told
    assert "made over another text" in told
    assert main(["packs", "diff", "us-ca", str(edited)]) == 3
    capsys.readouterr()
    wrong = "bad signature: it was made over another text of the pack"
    assert wrong in out(capsys, 0, "show", str(edited), "--review")
    assert f"pack.sig: P101 {wrong}. Sign it again" in out(capsys, 5, "check", str(edited))
    out(capsys, 0, "sign", str(edited), "--key", str(key))
    assert main([*decide[:5], "--packs", str(edited)]) == 0


def test_a_pack_with_errors_is_not_signed(
    edited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = tmp_path / "counsel.key"
    out(capsys, 0, "key", "example.org/counsel", "--file", str(key))
    law = edited / LAW
    law.write_text(law.read_text("utf-8").replace("must not: transfer", "must not: t"), "utf-8")
    assert main(["packs", "sign", str(edited), "--key", str(key)]) == 3
    assert not (edited / "pack.sig").exists()
