"""Word files, archives, TNEF, pictures."""

from __future__ import annotations

import io
import zipfile

from PIL import Image

from tecum.reading.open import open_document
from tests.unit.reading import papers
from tests.unit.reading.papers import docx, lines_of, p


def test_word_numbers_are_counted_as_word_does() -> None:
    numbering = """<w:numbering HEAD><w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
      </w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""

    def item(level: int) -> str:
        inside = f'<w:ilvl w:val="{level}"/><w:numId w:val="5"/>'
        return f"<w:pPr><w:numPr>{inside}</w:numPr></w:pPr>"

    body = "".join(
        p(text, item(level))
        for text, level in [("first", 0), ("one", 1), ("two", 1), ("second", 0), ("three", 1)]
    )
    found = lines_of(open_document(docx(body, numbering=numbering)))
    assert found == ["1. first", "(a) one", "(b) two", "2. second", "(a) three"]


def test_changes_are_accepted_and_said() -> None:
    body = (
        "<w:p><w:r><w:t>within </w:t></w:r><w:del><w:r><w:delText>30</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>14</w:t></w:r></w:ins><w:r><w:t> days</w:t></w:r></w:p>"
    )
    opened = open_document(docx(body))
    assert lines_of(opened) == ["within 14 days"]
    assert opened.warnings == ("tracked_changes",)
    assert dict(opened.parts[0].hints)["before_changes"] == "within 30 days"


def test_what_is_struck_through_is_no_longer_asked() -> None:
    body = (
        "<w:p><w:r><w:t>Produce the ledger by </w:t></w:r>"
        "<w:r><w:rPr><w:strike/></w:rPr><w:t>March 3, 2025</w:t></w:r>"
        '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>March 1, 2025.</w:t></w:r></w:p>'
    )
    opened = open_document(docx(body))
    assert lines_of(opened, "body") == ["Produce the ledger by March 1, 2025."]
    assert lines_of(opened, "note") == ["March 3, 2025"]
    assert opened.warnings == ()


def test_tables_headers_notes_hidden_runs_and_controls_are_walked() -> None:
    control = (
        '<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>?</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:t> by mail</w:t></w:r></w:p>"
    )
    cell = "<w:tc>{}</w:tc>"
    body = (
        f"<w:tbl><w:tr>{cell.format(p('Name'))}{cell.format(p('Subject A'))}</w:tr></w:tbl>"
        + control.format(1)
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>"
    )
    opened = open_document(
        docx(
            body,
            header1=f"<w:hdr HEAD>{p('County of Example')}</w:hdr>",
            footnotes=f"<w:footnotes HEAD><w:footnote>{p('See 1.')}</w:footnote></w:footnotes>",
        )
    )
    text = opened.parts[0].text
    assert text is not None
    assert lines_of(opened, "body") == ["Name", "Subject A", "☒ by mail"]
    assert lines_of(opened, "header") == ["County of Example"]
    assert lines_of(opened, "note") == ["See 1."]
    assert lines_of(opened, "hidden") == ["unseen"]
    assert [(f.label, f.state and f.state.value) for f in text.fields] == [("by mail", "checked")]


def test_prompts_are_blanks_and_chunks_are_listed() -> None:
    body = (
        "<w:p><w:r><w:t>Due on </w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>Click to enter a date.</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        "<w:altChunk/>"
    )
    opened = open_document(docx(body))
    assert lines_of(opened) == ["Due on ________"]
    assert opened.warnings == ("embedded_not_opened",)


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_an_archive_is_its_parts_and_says_which_it_could_not_read() -> None:
    inner = _zip({"letter.pdf": papers.letter(), "../../etc/x.xlsx": b"\x00\x01" * 90})
    opened = open_document(_zip({"in.zip": inner, "note.txt": b"Send the records."}), "a.zip")
    assert [(part.path, part.name, part.outcome.value) for part in opened.parts] == [
        ((), "a.zip", "read"),
        (("1",), "in.zip", "read"),
        (("1", "1"), "letter.pdf", "read"),
        (("1", "2"), "../../etc/x.xlsx", "not_a_document"),
        (("2",), "note.txt", "read"),
    ]
    assert opened.warnings == ("part_not_read",)


def test_a_picture_of_nothing_is_blank_pages() -> None:
    out = io.BytesIO()
    pages = [Image.new("1", (1700, 2200), 1) for _ in range(2)]
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], dpi=(200, 200))
    opened = open_document(out.getvalue(), "fax.tif")
    text = opened.parts[0].text
    assert text is not None
    assert opened.outcome.value == "read"
    assert [(page.width, page.height) for page in text.pages] == [(612.0, 792.0)] * 2
    assert {page.text_from.value for page in text.pages} == {"none"}
    assert text.unread == ()
