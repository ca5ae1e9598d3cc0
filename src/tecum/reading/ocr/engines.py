"""Which recogniser of letters this machine has: Tesseract's data, or the extra's own files.

The parent looks; the child is told. Nothing is fetched, and no model is looked for outside
the usual folders of the system.
"""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

__all__ = ["INSTALL", "Engine", "engine_here", "model_files"]

INSTALL = "Debian: apt-get install tesseract-ocr-eng tesseract-ocr-spa tesseract-ocr-osd"
"""What to do on a machine without an engine."""

_ROOTS = ("/usr/share", "/usr/local/share", "/opt/homebrew/share", "/usr/lib")
_USED = ("eng", "spa", "osd")
_MODELS = ("det", "cls", "rec")
"""What finds lines, what tells heads from feet, what reads a line."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A recogniser: ``tesseract`` with its folder of trained data, or ``rapidocr``."""

    name: str
    version: str
    folder: str
    languages: tuple[str, ...]
    hashes: tuple[tuple[str, str], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """What the child has to know."""
        return {"name": self.name, "folder": self.folder, "languages": list(self.languages)}

    def named(self) -> dict[str, str]:
        """Versions and hashes, for the Reading's ``engines``."""
        return {self.name: self.version, **dict(self.hashes)}


@cache
def engine_here() -> Engine | None:
    """The engine to use: Tesseract where its English data are, else the extra, else none."""
    return _tesseract() or _rapidocr()


def _tesseract() -> Engine | None:
    if find_spec("tesserocr") is None:
        return None
    for folder in _folders():
        found = tuple(name for name in _USED if (folder / f"{name}.traineddata").is_file())
        if "eng" in found:
            hashes = tuple(
                (f"traineddata_{name}", _sha256(folder / f"{name}.traineddata")) for name in found
            )
            return Engine("tesseract", _linked(), str(folder), found, hashes)
    return None


def _folders() -> list[Path]:
    """Where trained data lie: the named folder first, then the system's."""
    found: list[Path] = []
    named = os.environ.get("TESSDATA_PREFIX")
    if named:
        found += [Path(named), Path(named) / "tessdata"]
    for root in (Path(sys.prefix) / "share", *map(Path, _ROOTS)):
        found += sorted(root.glob("tesseract-ocr/*/tessdata"), reverse=True)
        found += [root / "tesseract-ocr" / "tessdata", root / "tessdata",
                  root / "tesseract" / "tessdata"]  # fmt: skip
    return [folder.resolve() for folder in found if folder.is_dir()]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _linked() -> str:
    """The binding's version; the engine's own is added by the child, which loads it."""
    return f"tesserocr {version('tesserocr')}"


def _rapidocr() -> Engine | None:
    """The extra, where its package, its models and what they run on are all there."""
    found = find_spec("rapidocr_onnxruntime")
    if found is None or found.origin is None or find_spec("onnxruntime") is None:
        return None
    models = model_files(Path(found.origin).parent)
    try:
        named = f"rapidocr-onnxruntime {version('rapidocr-onnxruntime')}"
    except PackageNotFoundError:
        return None
    if not models:
        return None
    hashes = tuple((f"model_{kind}", _sha256(path)) for kind, path in models.items())
    return Engine("rapidocr", named, "", ("eng", "osd"), hashes)


def model_files(folder: Path) -> dict[str, Path]:
    """The model files in a package's folder by what they do; empty where one is missing."""
    found = {}
    for kind in _MODELS:
        of_kind = sorted((folder / "models").glob(f"*_{kind}_*.onnx"))
        if of_kind:
            found[kind] = of_kind[0]
    return found if len(found) == len(_MODELS) else {}
