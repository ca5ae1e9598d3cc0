"""Makes worn copies of a clean PDF: scans, faxes, photographs, odd text layers."""

import io
import random
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from .model import Paper
from .pdf import draw_filing

Pixels = np.ndarray[Any, Any]
SLIPS = {"l": "1", "O": "0", "m": "rn", "S": "5", "e": "c", "h": "b", "g": "q", "t": "f", "1": "l"}
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</')


def pages_of(pdf: bytes, dpi: int) -> list[Pixels]:
    """Grey pictures of the pages."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.pdf"
        source.write_bytes(pdf)
        subprocess.run(
            ["pdftoppm", "-gray", "-r", str(dpi), str(source), f"{folder}/p"], check=True
        )
        return [np.array(Image.open(x).convert("L")) for x in sorted(Path(folder).glob("p*.pgm"))]


def tilt(page: Pixels, degrees: float) -> Pixels:
    """Turn a page a little about its middle."""
    high, wide = page.shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1.0)
    return cv2.warpAffine(page, turn, (wide, high), flags=cv2.INTER_LINEAR, borderValue=255)


def scan(page: Pixels, dice: random.Random, noise: np.random.Generator) -> Pixels:
    """Skew, blur, grain and a shadow at one edge."""
    page = tilt(page, dice.uniform(-0.9, 0.9))
    page = cv2.GaussianBlur(page, (0, 0), dice.uniform(0.45, 0.8))
    grain = noise.normal(0, dice.uniform(5, 11), page.shape)
    shade = np.linspace(0, dice.uniform(5, 24), page.shape[1])[None, :]
    page = np.clip(page.astype(float) * 0.94 + 10 + grain - shade, 0, 255).astype(np.uint8)
    for _ in range(dice.randint(5, 30)):
        spot = (dice.randrange(page.shape[1]), dice.randrange(page.shape[0]))
        cv2.circle(page, spot, dice.randint(1, 2), dice.randint(60, 160), -1)
    return page


def fax(page: Pixels, rows: int, dice: random.Random, noise: np.random.Generator) -> Pixels:
    """Two tones at fax resolution, with lost lines."""
    page = tilt(page, dice.uniform(-0.5, 0.5))
    high = round(11 * rows)
    page = cv2.resize(page, (round(8.5 * 204), high), interpolation=cv2.INTER_AREA)
    page = np.clip(page.astype(float) + noise.normal(0, 14, page.shape), 0, 255)
    out = np.where(page > dice.uniform(150, 178), 255, 0).astype(np.uint8)
    for _ in range(dice.randint(0, 2)):
        row = dice.randrange(high)
        out[row : row + 1, :] = 255
    return out


def photo(page: Pixels, dice: random.Random, noise: np.random.Generator) -> Pixels:
    """A page on a table, seen at an angle in uneven light."""
    high, wide = page.shape
    edge = 60
    table = np.full((high + 2 * edge, wide + 2 * edge), 96, np.uint8)
    table[edge : edge + high, edge : edge + wide] = page
    high, wide = table.shape
    start = np.float32([[0, 0], [wide, 0], [wide, high], [0, high]])
    push = [[dice.uniform(0, 0.035) * wide, dice.uniform(0, 0.03) * high] for _ in range(4)]
    signs = [[1, 1], [-1, 1], [-1, -1], [1, -1]]
    end = start + np.float32([[a * s, b * t] for (a, b), (s, t) in zip(push, signs, strict=True)])
    turn = cv2.getPerspectiveTransform(start, end.astype(np.float32))
    table = cv2.warpPerspective(table, turn, (wide, high), borderValue=80)
    x, y = np.meshgrid(np.linspace(-1, 1, wide), np.linspace(-1, 1, high))
    light = 0.96 - 0.22 * np.hypot(x - dice.uniform(-0.6, 0.6), y - dice.uniform(-0.6, 0.6)) / 1.6
    table = cv2.GaussianBlur(table, (0, 0), 0.8).astype(float) * light
    return np.clip(table + noise.normal(0, 5, table.shape), 0, 255).astype(np.uint8)


def picture(page: Pixels, one_bit: bool, quality: int) -> ImageReader:
    """A page as it is stored in the file."""
    if one_bit:
        return ImageReader(Image.fromarray(page).convert("1", dither=Image.Dither.NONE))
    out = io.BytesIO()
    Image.fromarray(page).save(out, "JPEG", quality=quality)
    out.seek(0)
    return ImageReader(out)


def slipped(word: str, dice: random.Random) -> str:
    """A word as a poor reader of letters would give it."""
    return "".join(SLIPS[c] if c in SLIPS and dice.random() < 0.16 else c for c in word)


def shifted(word: str) -> str:
    """A word in a font whose table of letters is lost."""
    return "".join(chr(33 + (ord(c) * 7 + 11) % 90) for c in word)


def hidden_words(pdf: bytes) -> list[list[tuple[float, float, float, str]]]:
    """Every word of every page with its place."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.pdf"
        source.write_bytes(pdf)
        out = subprocess.run(
            ["pdftotext", "-bbox", str(source), "-"], check=True, capture_output=True, text=True
        ).stdout
    return [
        [(float(m[1]), float(m[2]), float(m[4]) - float(m[2]), m[5]) for m in WORD.finditer(page)]
        for page in out.split("<page ")[1:]
    ]


def seen_words(page: Pixels, dpi: int) -> list[tuple[float, float, float, str]]:
    """Every word of a picture with its place, as the scanner's own program recognises them."""
    import tesserocr

    found, scale = [], 72 / dpi
    with tesserocr.PyTessBaseAPI(psm=tesserocr.PSM.AUTO) as api:
        api.SetImage(Image.fromarray(page))
        api.SetSourceResolution(dpi)
        api.Recognize()
        words = tesserocr.iterate_level(api.GetIterator(), tesserocr.RIL.WORD)
        for word in words:
            text, box = word.GetUTF8Text(tesserocr.RIL.WORD).strip(), word.BoundingBox(3)
            if text and box:
                left, top, _, low = (scale * side for side in box)
                found.append((left, top, low - top, text))
    return found


def lay_words(
    canvas: Canvas, words: list[tuple[float, float, float, str]], channel: str, dice: random.Random
) -> None:
    """The unseen text layer of a page."""
    for left, top, high, word in words:
        said = shifted(word) if channel == "pdf-garbled" else word
        said = slipped(word, dice) if channel == "pdf-scan-ocr" else said
        layer = canvas.beginText(left, letter[1] - top - high * 0.8)
        layer.setTextRenderMode(3)
        layer.setFont("Helvetica", high * 0.75)
        layer.textOut(said + " ")
        canvas.drawText(layer)


def worn(
    page: Pixels,
    channel: str,
    text: str,
    *,
    rows: int,
    dice: random.Random,
    noise: np.random.Generator,
) -> Pixels:
    """A page as the channel leaves it."""
    if channel == "pdf-fax":
        cv2.putText(page, text, (60, 34), cv2.FONT_HERSHEY_SIMPLEX, 0.85, 0, 2, cv2.LINE_AA)
        return fax(page, rows, dice, noise)
    if channel == "pdf-photo":
        return photo(page, dice, noise)
    return page if channel == "pdf-garbled" else scan(page, dice, noise)


def damage(
    clean: bytes, paper: Paper, channel: str, seed: str, line: str, *, rows: int | None = None
) -> bytes:
    """A worn copy of a paper; `line` is what the sending fax machine printed, at `rows` an inch."""
    dice = random.Random(seed)
    noise = np.random.default_rng(dice.randrange(2**32))
    chosen = 98 if dice.random() < 0.5 else 196
    rows = rows or chosen
    dpi = 150 if channel in ("pdf-scan-150",) else 204 if channel == "pdf-fax" else 200
    layers = hidden_words(clean) if channel in ("pdf-garbled", "pdf-scan-ocr") else []
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    pages = pages_of(clean, dpi)
    for n, clear in enumerate(pages):
        text = f"{line}   P.{n + 1:03}/{len(pages):03}" if line else ""
        page = worn(clear, channel, text, rows=rows, dice=dice, noise=noise)
        canvas.drawImage(picture(page, channel == "pdf-fax", 68), 0, 0, *letter)
        if layers or channel == "pdf-searchable":
            words = layers[n] if layers else seen_words(page, dpi)
            lay_words(canvas, words, channel, dice)
        if channel == "pdf-mixed":
            draw_filing(canvas, paper, n + 1, len(pages))
        canvas.showPage()
    canvas.save()
    return out.getvalue()
