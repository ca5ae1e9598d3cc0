"""Looks that this set adds: other faces, wider and narrower columns, drawn letterheads."""

from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from second_generator import pdf

DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
MORE_FACES = {
    "plainsans": "DejaVuSans",
    "tightsans": "DejaVuSansCondensed",
    "plainmono": "DejaVuSansMono",
    "wideserif": "DejaVuSerif",
}
MORE_LOOKS = {  # style: (face, size, leading, left margin, right margin)
    "wide": ("wideserif", 9.5, 13, 108, 92),
    "typed": ("plainmono", 9, 11.5, 62, 50),
    "condensed": ("tightsans", 9.5, 12, 56, 56),
    "memo": ("plainsans", 9, 12.5, 90, 72),
    "airy": ("serif", 12, 18, 96, 96),
    "dense": ("narrow", 9.5, 11, 60, 60),
}


def load_looks() -> None:
    """Make the further faces and looks known to the setter."""
    for name, stem in MORE_FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(DEJAVU / f"{stem}.ttf")))
        pdfmetrics.registerFont(TTFont(f"{name}-b", str(DEJAVU / f"{stem}-Bold.ttf")))
        pdfmetrics.registerFontFamily(name, name, f"{name}-b", name, f"{name}-b")
    pdf.LOOKS.update(MORE_LOOKS)
