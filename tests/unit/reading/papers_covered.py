"""Made-up PDFs with words under boxes, and with boxes that cover nothing: what is true is known.

Each maker gives the bytes of one file. ``PLANTED`` is what must appear nowhere.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.colors import Color, black, grey, lightgrey, navy, red, white, yellow
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

PLANTED = "Quillfeather Zobrist"
OPEN = "All records of the person named below, from January to March."
Draw = Callable[[Canvas], None]
X, Y, W, H = 140.0, 500.0, 130.0, 16.0


def paper(*draws: Draw, size: tuple[float, float] = (612, 792), pages: int = 1) -> bytes:
    """A page of ordinary text with these drawings on it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, pageCompression=0, invariant=1)
    for _ in range(pages):
        canvas.setFont("Helvetica", 11)
        for i in range(8):
            canvas.drawString(72, 700 - 16 * i, OPEN)
        canvas.drawString(72, Y + 3, "Name:")
        for draw in draws:
            draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def words(text: str = PLANTED, x: float = X + 4, y: float = Y + 3, colour: Any = black) -> Draw:
    """Words at a place."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(colour)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(x, y, text)
        canvas.setFillColor(black)

    return draw


def box(
    colour: Any = black,
    x: float = X,
    y: float = Y - 1,
    w: float = W,
    h: float = H,
    *,
    stroke: int = 0,
    fill: int = 1,
) -> Draw:
    """A filled rectangle."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(colour)
        canvas.rect(x, y, w, h, stroke=stroke, fill=fill)
        canvas.setFillColor(black)

    return draw


def path_box(canvas: Canvas) -> None:
    """A box with uneven corners, drawn as a path."""
    path = canvas.beginPath()
    path.moveTo(X - 2, Y - 3)
    path.lineTo(X + W, Y - 2)
    path.curveTo(X + W + 4, Y + 4, X + W + 4, Y + 10, X + W, Y + H)
    path.lineTo(X - 2, Y + H)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def thick_line(canvas: Canvas) -> None:
    """A stroke as broad as the line of print."""
    canvas.setLineWidth(16)
    canvas.line(X, Y + 7, X + W, Y + 7)
    canvas.setLineWidth(1)


def form_box(canvas: Canvas) -> None:
    """The box inside a Form XObject, moved into place."""
    canvas.beginForm("cover")
    canvas.setFillColor(black)
    canvas.rect(0, 0, W, H, stroke=0, fill=1)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(X, Y - 1)
    canvas.doForm("cover")
    canvas.restoreState()


def form_words(canvas: Canvas) -> None:
    """The words inside a Form XObject."""
    canvas.beginForm("words")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(0, 0, PLANTED)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(X + 4, Y + 3)
    canvas.doForm("words")
    canvas.restoreState()


def picture(colour: tuple[int, int, int], size: tuple[int, int] = (1, 1)) -> Draw:
    """A picture of one colour, stretched over the place."""

    def draw(canvas: Canvas) -> None:
        image = ImageReader(Image.new("RGB", size, colour))
        canvas.drawImage(image, X, Y - 1, W, H)

    return draw


def photo(canvas: Canvas) -> None:
    """A picture of many colours over the place: not a box."""
    image = Image.effect_noise((130, 16), 90).convert("RGB")
    canvas.drawImage(ImageReader(image), X, Y - 1, W, H)


def blended(mode: str, colour: Any = black, alpha: float = 1.0) -> Draw:
    """A box in a blend mode or half transparent."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFillColor(colour)
        canvas.setFillAlpha(alpha)
        if mode:
            canvas.setBlendMode(mode)
        canvas.rect(X, Y - 1, W, H, stroke=0, fill=1)
        canvas.restoreState()

    return draw


def clipped_box(canvas: Canvas) -> None:
    """A big fill that a clip keeps off the words."""
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(72, 300, 50, 50)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.rect(0, 0, 612, 792, stroke=0, fill=1)
    canvas.restoreState()


def clipped_words(canvas: Canvas) -> None:
    """Words that a clip keeps out of sight: hidden, but by no box."""
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(72, 300, 50, 50)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.drawString(X + 4, Y + 3, PLANTED)
    canvas.restoreState()


def frame_(canvas: Canvas) -> None:
    """A frame without a fill."""
    canvas.rect(X, Y - 1, W, H, stroke=1, fill=0)


def table(canvas: Canvas) -> None:
    """Rows filled one after another, each before its own words."""
    for i in range(6):
        canvas.setFillColor(lightgrey if i % 2 else Color(0.85, 0.9, 1))
        canvas.rect(72, 380 - 18 * i, 400, 18, stroke=1, fill=1)
        canvas.setFillColor(black)
        canvas.drawString(78, 385 - 18 * i, f"Row {i} of the table")


def header_band(canvas: Canvas) -> None:
    """White words on a dark band."""
    canvas.setFillColor(navy)
    canvas.rect(0, 740, 612, 52, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.drawString(72, 760, "Office of the County Clerk")
    canvas.setFillColor(black)


def with_mode(mode: int, text: str = PLANTED) -> Draw:
    """Words in a rendering mode (3: nobody sees them)."""

    def draw(canvas: Canvas) -> None:
        line = canvas.beginText(X + 4, Y + 3)
        line.setTextRenderMode(mode)
        line.textOut(text)
        canvas.drawText(line)
        line = canvas.beginText(0, 0)
        line.setTextRenderMode(0)
        canvas.drawText(line)

    return draw


def scan(boxed: bool, stamp: bool = False, vector: bool = False) -> bytes:
    """A scanned page with a recogniser's text; a box was painted into the picture, or not."""
    picture = Image.new("L", (1224, 1584), 250)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(22)
    lines = [OPEN] * 8 + ["Name: " + PLANTED]
    for i, text in enumerate(lines):
        pen.text((144, 160 + 40 * i), text, fill=20, font=font)
    if boxed:
        pen.rectangle((215, 476, 520, 512), fill=5)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1)
    canvas.drawImage(ImageReader(picture), 0, 0, 612, 792)
    for i, text in enumerate(lines):
        line = canvas.beginText(72, 792 - 80 - 20 * i - 9)
        line.setFont("Helvetica", 10.5)
        line.setTextRenderMode(3)
        line.textOut(text)
        canvas.drawText(line)
    line = canvas.beginText(0, 0)
    line.setTextRenderMode(0)
    canvas.drawText(line)
    if vector:
        canvas.setFillColor(white)
        canvas.rect(104, 532, 160, 24, stroke=0, fill=1)
    if stamp:
        canvas.setFillColor(navy)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(72, 776, "Case 1:20-cv-01234 Document 12 Filed 03/04/20 Page 1 of 3")
    canvas.save()
    return out.getvalue()


def noted(data: bytes, **entries: Any) -> bytes:
    """The file with one annotation at the place."""
    with pikepdf.open(io.BytesIO(data)) as file:
        note = Dictionary(Type=Name.Annot, Rect=Array([X, Y - 1, X + W, Y + H - 1]), F=4, **entries)
        if "Appearance" in entries:
            del note["/Appearance"]
            stream = file.make_stream(entries["Appearance"])
            stream["/Type"], stream["/Subtype"] = Name.XObject, Name.Form
            stream["/BBox"] = Array([0, 0, W, H])
            note["/AP"] = Dictionary(N=stream)
        file.pages[0]["/Annots"] = Array([file.make_indirect(note)])
        return _saved(file)


_QUAD = [X, Y + 15, X + W, Y + 15, X, Y - 1, X + W, Y - 1]
_BLACK = b"0 g 0 0 130 16 re f"


def square(data: bytes) -> bytes:
    """A black square laid over the words as a comment."""
    return noted(data, Subtype=Name.Square, IC=Array([0, 0, 0]), C=Array([0, 0, 0]))


def square_drawn(data: bytes) -> bytes:
    """A black square with an appearance of its own."""
    return noted(data, Subtype=Name.Square, IC=Array([0, 0, 0]), Appearance=_BLACK)


def square_outline(data: bytes) -> bytes:
    """A red frame around the words."""
    drawn = b"1 0 0 RG 1 w 0.5 0.5 129 15 re S"
    return noted(data, Subtype=Name.Square, C=Array([1, 0, 0]), Appearance=drawn)


def marked_for_redaction(data: bytes) -> bytes:
    """Marked for redaction, never carried out."""
    return noted(
        data, Subtype=Name.Redact, QuadPoints=Array(_QUAD), IC=Array([0, 0, 0]), Contents=PLANTED
    )


def highlight_black(data: bytes) -> bytes:
    """A black highlight with an opaque appearance, and the words copied into the comment."""
    return noted(
        data,
        Subtype=Name.Highlight,
        QuadPoints=Array(_QUAD),
        C=Array([0, 0, 0]),
        Contents=PLANTED,
        Appearance=_BLACK,
    )


def highlight_bare(data: bytes) -> bytes:
    """A black highlight that each viewer draws itself."""
    return noted(data, Subtype=Name.Highlight, QuadPoints=Array(_QUAD), C=Array([0, 0, 0]))


def highlight_yellow(data: bytes) -> bytes:
    """A yellow highlight: the words stay in sight."""
    return noted(data, Subtype=Name.Highlight, QuadPoints=Array(_QUAD), C=Array([1, 1, 0]))


def hidden_note(data: bytes) -> bytes:
    """A black square that no viewer shows."""
    with pikepdf.open(io.BytesIO(square_drawn(data))) as file:
        file.pages[0]["/Annots"][0]["/F"] = 2
        return _saved(file)


def turned(data: bytes, by: int) -> bytes:
    """The file with its page turned."""
    with pikepdf.open(io.BytesIO(data)) as file:
        file.pages[0]["/Rotate"] = by
        return _saved(file)


def cropped(data: bytes, *crop: float) -> bytes:
    """The file with a crop box."""
    with pikepdf.open(io.BytesIO(data)) as file:
        file.pages[0]["/CropBox"] = Array(list(crop))
        return _saved(file)


def moved(data: bytes, by: float) -> bytes:
    """The file with a media box that does not begin at zero."""
    with pikepdf.open(io.BytesIO(data)) as file:
        page = file.pages[0]
        page["/MediaBox"] = Array([-by, -by, 612, 792])
        return _saved(file)


def layered(*, cover_off: bool = False, words_off: bool = False) -> bytes:
    """Words and box in layers of their own, one of which may be switched off."""
    data = paper()
    with pikepdf.open(io.BytesIO(data)) as file:
        layers = [
            file.make_indirect(Dictionary(Type=Name.OCG, Name=name)) for name in ("words", "box")
        ]
        page = file.pages[0]
        page.Resources["/Properties"] = Dictionary(L0=layers[0], L1=layers[1])
        content = (
            f"q /OC /L0 BDC BT /F1 11 Tf {X + 4} {Y + 3} Td ({PLANTED}) Tj ET EMC "
            f"/OC /L1 BDC 0 g {X} {Y - 1} {W} {H} re f EMC Q"
        )
        page.contents_add(file.make_stream(content.encode()))
        switched = zip(layers, (words_off, cover_off), strict=True)
        off = [layer for layer, is_off in switched if is_off]
        file.Root["/OCProperties"] = Dictionary(
            OCGs=Array(layers), D=Dictionary(ON=Array([]), OFF=Array(off), Order=Array(layers))
        )
        return _saved(file)


def marked_content(*, covered: bool) -> bytes:
    """Tagged words, as word processors write them, under a box or not."""
    with pikepdf.open(io.BytesIO(paper())) as file:
        content = f"q /Span <</MCID 0>> BDC BT /F1 11 Tf {X + 4} {Y + 3} Td ({PLANTED}) Tj ET EMC "
        if covered:
            content += f"/Artifact BMC 0 0 0 rg {X} {Y - 1} {W} {H} re f EMC "
        file.pages[0].contents_add(file.make_stream((content + "Q").encode()))
        return _saved(file)


def revised(before: bytes, after: bytes) -> bytes:
    """A file whose last revision shows other content than the one before it."""
    with pikepdf.open(io.BytesIO(after)) as file:
        content = file.pages[0].Contents.read_bytes()
    with pikepdf.open(io.BytesIO(before)) as file:
        stream = file.pages[0].Contents.objgen[0]
        size, root = len(file.objects) + 1, file.Root.objgen[0]
    start = before.rindex(b"startxref")
    last = int(before[start:].split()[1])
    update = b"\n%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
        stream, len(content), content,
    )  # fmt: skip
    at = len(before) + 1
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d /Root %d 0 R /Prev %d>>\n" % (
        stream, at, size, root, last,
    )  # fmt: skip
    return before + update + table + b"startxref\n%d\n%%%%EOF\n" % (len(before) + len(update))


def field_with_date(canvas: Canvas) -> None:
    """A form's printed date under its filled-in one."""
    canvas.drawString(X + 4, 404, "01/02/2019")
    canvas.setFillColor(white)
    canvas.rect(X, 400, 90, 14, stroke=0, fill=1)
    canvas.setFillColor(black)
    canvas.drawString(X + 4, 404, "03/04/2020")


def twice(canvas: Canvas) -> None:
    """Words drawn, a cell filled over them, and the same words drawn again."""
    canvas.drawString(X + 4, Y + 3, "Division of Records")
    canvas.setFillColor(lightgrey)
    canvas.rect(X, Y - 1, W, H, stroke=0, fill=1)
    canvas.setFillColor(black)
    canvas.drawString(X + 4, Y + 3, "Division of Records")


def _saved(file: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    file.save(out, deterministic_id=True, compress_streams=False)
    return out.getvalue()


_LABEL = words("REDACTED", X + 30, Y + 3, white)
_UNDER = paper(words())
_BOTH = paper(words(), box())

FAILED: dict[str, bytes] = {
    "a black rectangle": _BOTH,
    "a black path": paper(words(), path_box),
    "a broad stroke": paper(words(), thick_line),
    "a rectangle in a form": paper(words(), form_box),
    "words in a form": paper(form_words, box()),
    "both in forms": paper(form_words, form_box),
    "a picture of one pixel": paper(words(), picture((0, 0, 0))),
    "a picture of many black pixels": paper(words(), picture((10, 10, 10), (200, 24))),
    "a white picture": paper(words(), picture((255, 255, 255))),
    "a white box": paper(words(), box(white)),
    "a white box with a frame": paper(words(), box(white, stroke=1)),
    "a grey box": paper(words(), box(grey)),
    "a red box": paper(words(), box(red)),
    "a box with a label": paper(words(), box(), _LABEL),
    "a white box with a label": paper(words(), box(white), words("[REDACTED]", X + 30)),
    "words on a box of their colour": paper(box(), words()),
    "red words on a red box": paper(box(red), words(colour=red)),
    "words on a black picture": paper(picture((0, 0, 0)), words()),
    "multiplied full black": paper(words(), blended("Multiply")),
    "nearly opaque": paper(words(), blended("", black, 0.97)),
    "half a word": paper(words(), box(x=X + 40)),
    "a date under a black box": paper(words("04/05/1986"), box(w=80)),
    "two lines under one box": paper(words(), words(PLANTED, y=Y - 13), box(y=Y - 18, h=34)),
    "a square without appearance": square(_UNDER),
    "a square with an appearance": square_drawn(_UNDER),
    "marked and not carried out": marked_for_redaction(_UNDER),
    "a black highlight": highlight_black(_UNDER),
    "a black highlight drawn by the viewer": highlight_bare(_UNDER),
    "turned by 90": turned(_BOTH, 90),
    "turned by 180": turned(_BOTH, 180),
    "turned by 270": turned(_BOTH, 270),
    "a square on a turned page": turned(square_drawn(_UNDER), 90),
    "a box on a cropped page": cropped(_BOTH, 60, 400, 560, 760),
    "a media box from elsewhere": moved(_BOTH, 30),
    "cropped away": cropped(_UNDER, 0, 520, 612, 792),
    "cropped away on a turned page": turned(cropped(_UNDER, 0, 520, 612, 792), 90),
    "layers in sight": layered(),
    "tagged content": marked_content(covered=True),
    "a revision that took words away": revised(_UNDER, paper()),
    "a box painted into a scan": scan(boxed=True),
    "a white box over a scan": scan(boxed=False, vector=True),
    "the second page": paper(words(), box(), pages=2),
}
"""Files with letters that can be taken out: every one must be flagged."""

CLEAN: dict[str, bytes] = {
    "plain": _UNDER,
    "words on a pale box": paper(box(lightgrey), words()),
    "white words on black": paper(box(), words(colour=white)),
    "a box with nothing under it": paper(box()),
    "a box with a label only": paper(box(), _LABEL),
    "only white space": paper(words("     "), box()),
    "only punctuation": paper(words(". - , ;"), box()),
    "one letter over and over": paper(words("XXXXXXXXXX"), box()),
    "only a label beneath": paper(words("REDACTED"), box()),
    "a frame": paper(words(), frame_),
    "a fill that a clip keeps away": paper(words(), clipped_box),
    "words that a clip keeps away": paper(clipped_words),
    "a table": paper(table),
    "a header band": paper(header_band),
    "a yellow marker": paper(words(), blended("Multiply", yellow)),
    "half transparent": paper(words(), blended("", black, 0.5)),
    "a yellow highlight": highlight_yellow(_UNDER),
    "a red frame as a comment": square_outline(_UNDER),
    "a hidden comment": hidden_note(_UNDER),
    "a layer switched off above": layered(cover_off=True),
    "words in a layer switched off": layered(words_off=True),
    "tagged content in sight": marked_content(covered=False),
    "white words on white paper": paper(words(colour=white)),
    "words nobody draws": paper(with_mode(3)),
    "a photograph over words": paper(words(), photo),
    "a date in a form": paper(field_with_date),
    "the same words again on top": paper(twice),
    "a rule through a word": paper(words(), box(y=Y + 6, h=1)),
    "a box beside": paper(words(), box(x=X + W + 20)),
    "a cropped margin": cropped(_UNDER, 36, 36, 576, 756),
    "turned in sight": turned(paper(box(lightgrey), words()), 90),
    "words added by a revision": revised(paper(), _UNDER),
    "a scan with a stamp": scan(boxed=False, stamp=True),
    "a scan": scan(boxed=False),
}
"""Files in which nothing is concealed by a box, a mark or the crop."""
