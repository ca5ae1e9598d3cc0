"""The extra recogniser, for machines without Tesseract: slower, and with its own files only.

Its model files lie inside its package; a download at run time is refused, as there is no
network in the child. It is imported only when it is used.
"""

from __future__ import annotations

from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tecum.reading.ocr.picture import Grey
from tecum.reading.ocr.recognise import SeenWord

__all__ = ["RapidRecogniser"]

_BASE = 0.2
"""The share of a line's height that lies under its baseline."""


class RapidRecogniser:
    """RapidOCR with the files of its package."""

    def __init__(self) -> None:
        self._engine: Any = None

    @property
    def version(self) -> str:
        """The package's version."""
        return version("rapidocr-onnxruntime")

    def _run(self, pixels: Grey, *, whole: bool) -> list[Any]:
        if self._engine is None:
            self._engine = _made()
        rows, _ = self._engine(pixels, use_det=whole, use_cls=whole, use_rec=True)
        return list(rows or ())

    def words(self, pixels: Grey, dpi: int, language: str, seconds: float) -> list[SeenWord]:
        """The words of a picture; each line's box is cut by the letters of its words."""
        found: list[SeenWord] = []
        for number, row in enumerate(self._run(pixels, whole=True), start=1):
            found += _cut(row, number)
        return found

    def line(self, pixels: Grey, dpi: int, language: str) -> str:
        """The text of a picture of one line."""
        return " ".join(str(row[0]) for row in self._run(pixels, whole=False))

    def quarters_to_turn(self, pixels: Grey, dpi: int) -> int:
        """Upside down, the one turn that is tried: the engine has no finder of orientation."""
        return 2


def _made() -> Any:
    from rapidocr_onnxruntime import RapidOCR  # type: ignore[import-not-found]

    spec = find_spec("rapidocr_onnxruntime")
    folder = Path(spec.origin).parent / "models" if spec and spec.origin else Path()
    models = {path.name: str(path) for path in folder.glob("*.onnx")}

    def of(kind: str) -> str:
        return next(path for name, path in sorted(models.items()) if f"_{kind}_" in name)

    return RapidOCR(
        det_model_path=of("det"), cls_model_path=of("cls"), rec_model_path=of("rec"),
        intra_op_num_threads=1, inter_op_num_threads=1, print_verbose=False,
    )  # fmt: skip


def _cut(row: Any, number: int) -> list[SeenWord]:
    """A recognised line as words."""
    corners, text, score = row[0], str(row[1]), float(row[2])
    across = [float(point[0]) for point in corners]
    down = [float(point[1]) for point in corners]
    x0, x1, y0, y1 = min(across), max(across), min(down), max(down)
    step = (x1 - x0) / max(len(text), 1)
    base = y1 - _BASE * (y1 - y0)
    found: list[SeenWord] = []
    at = 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        box = (x0 + start * step, y0, x0 + at * step, y1)
        found.append(SeenWord(word, box, base, number, round(100 * max(0.0, min(1.0, score)))))
    return found
