"""Drawn parts of a page that are more than a paragraph."""

import random
from typing import Any

from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph


class Box(Flowable):
    """A check box with its words; a live field when the paper is a fillable form."""

    def __init__(self, body: Paragraph, state: bool, live: str | None) -> None:
        super().__init__()
        self.body, self.state, self.live = body, state, live

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Room that the box and its words take."""
        self.width = width
        _, self.height = self.body.wrap(width - 20, height)
        return width, self.height + 4

    def draw(self) -> None:
        """The square, its cross and the words."""
        canvas: Any = self.canv
        top = self.height - 10
        if self.live:
            canvas.acroForm.checkbox(
                name=self.live,
                checked=self.state,
                relative=True,
                x=1,
                y=top - 1,
                size=11,
                buttonStyle="cross",
                borderWidth=1,
                tooltip=self.live,
            )
        else:
            canvas.rect(2, top, 9, 9)
            if self.state:
                canvas.setLineWidth(1.4)
                canvas.line(3, top + 1, 10, top + 8)
                canvas.line(3, top + 8, 10, top + 1)
                canvas.setLineWidth(1)
        self.body.drawOn(canvas, 20, 0)


class Cells(Flowable):
    """A row of boxes, each with a small label and its value."""

    def __init__(self, cells: list[tuple[Paragraph, Paragraph, str, str | None]]) -> None:
        super().__init__()
        self.cells = cells

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Room that the highest cell takes."""
        self.width = width
        each = width / len(self.cells)
        tops = [a.wrap(each - 8, height)[1] for a, _, _, _ in self.cells]
        lows = [b.wrap(each - 8, height)[1] for _, b, _, _ in self.cells]
        self.tops, self.lows = tops, lows
        self.height = max(a + b for a, b in zip(tops, lows, strict=True)) + 8
        return width, self.height

    def draw(self) -> None:
        """The frames, the labels and the values."""
        canvas: Any = self.canv
        each = self.width / len(self.cells)
        for i, (label, value, text, live) in enumerate(self.cells):
            left = i * each
            canvas.setLineWidth(0.7)
            canvas.rect(left, 0, each, self.height)
            label.drawOn(canvas, left + 4, self.height - self.tops[i] - 2)
            if live and self.lows[i] < 20:
                canvas.acroForm.textfield(
                    name=live,
                    value=text,
                    relative=True,
                    x=left + 3,
                    y=2,
                    width=each - 6,
                    height=self.height - self.tops[i] - 5,
                    fontSize=9,
                    borderWidth=0,
                    fontName="Helvetica",
                    fillColor=colors.white,
                )
            else:
                value.drawOn(canvas, left + 4, self.height - self.tops[i] - self.lows[i] - 3)


class Ink(Flowable):
    """A signature drawn by hand over a line, or an empty line."""

    def __init__(self, mark: str, seed: str) -> None:
        super().__init__()
        self.mark, self.seed = mark, seed

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Room for the strokes."""
        del height
        return min(width, 230), 34

    def draw(self) -> None:
        """The line and, if signed, the strokes."""
        canvas: Canvas = self.canv
        canvas.setLineWidth(0.6)
        canvas.line(0, 2, 220, 2)
        if self.mark != "ink":
            return
        dice = random.Random(self.seed)
        canvas.setStrokeColorRGB(0.08, 0.1, 0.4)
        canvas.setLineWidth(1.3)
        left = dice.uniform(4, 20)
        for _ in range(dice.randint(5, 8)):
            step = dice.uniform(14, 28)
            high, low = dice.uniform(10, 32), dice.uniform(0, 8)
            canvas.bezier(
                left,
                low + 4,
                left + step * 0.3,
                high,
                left + step * 0.6,
                low,
                left + step,
                dice.uniform(5, 14),
            )
            left += step * 0.8
        canvas.setStrokeColorRGB(0, 0, 0)


class Stamp(Flowable):
    """A rubber stamp, set a little askew at the right of the text."""

    def __init__(self, text: str, font: str, angle: float) -> None:
        super().__init__()
        self.text, self.font, self.angle = text, font, angle

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Room for the stamp and its slant."""
        del height
        self.width = width
        return width, 46

    def draw(self) -> None:
        """The frame and the words in red."""
        canvas: Canvas = self.canv
        lines = [x.strip() for x in self.text.split("//")]
        wide = max(canvas.stringWidth(x, self.font, 10) for x in lines) + 14
        canvas.saveState()
        canvas.translate(self.width - wide - 14, 10)
        canvas.rotate(self.angle)
        canvas.setStrokeColorRGB(0.7, 0.1, 0.1)
        canvas.setFillColorRGB(0.7, 0.1, 0.1)
        canvas.rect(0, 0, wide, 12 * len(lines) + 8)
        canvas.setFont(self.font, 10)
        for i, line in enumerate(reversed(lines)):
            canvas.drawString(7, 6 + 12 * i, line)
        canvas.restoreState()


class Seal(Flowable):
    """The round seal of a court or office, at the left of the text."""

    def __init__(self, text: str, font: str) -> None:
        super().__init__()
        self.text, self.font = text, font

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Room for the seal."""
        del width, height
        return 74, 74

    def draw(self) -> None:
        """Two rings, a star of lines and the words across them."""
        canvas: Canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColorRGB(0.25, 0.25, 0.35)
        canvas.setFillColorRGB(0.25, 0.25, 0.35)
        for radius in (35, 31, 18):
            canvas.circle(36, 37, radius)
        canvas.setFont(self.font, 5.2)
        lines = [x.strip() for x in self.text.split("//")]
        for i, line in enumerate(lines):
            canvas.drawCentredString(36, 35 + 6.5 * (len(lines) / 2 - i), line)
        canvas.restoreState()
