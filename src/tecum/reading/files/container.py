"""Archives, pictures and loose HTML → parts and pages (READING 3). Runs in the child."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from tecum.reading.files.markup import TooManyMarks, html_lines
from tecum.reading.files.package import BROKEN
from tecum.reading.text.layout import Layer
from tecum.reading.text.plain import decode, normalised, virtual_pages
from tecum.words import ReadingWarning

__all__ = ["read_html", "read_image", "read_zip"]

_SMALL = 1_000_000


def read_html(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """A loose HTML file: what a browser would show, and apart from it what it would hide."""
    text, warnings = decode(data, None)
    try:
        rows, links = html_lines(text)
    except TooManyMarks:
        return {"outcome": "too_large", "reason": "too_large", "pages": []}, []
    if any(layer is Layer.HIDDEN for _, layer in rows):
        warnings.append(ReadingWarning.HIDDEN_TEXT)
    pages = virtual_pages(rows, int(wanted["lines_a_virtual_page"]))
    return {"pages": pages, "warnings": warnings, "hints": {"links": links[:500]}}, []


def read_zip(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """The members of an archive, under the caps on their number and on expansion."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN:
        return {"outcome": "damaged", "reason": "damaged"}, []
    members = [info for info in archive.infolist() if not info.is_dir()]
    expanded = sum(info.file_size for info in members)
    times = int(wanted["expansion_times"])
    over = expanded > min(max(times * len(data), _SMALL), int(wanted["expansion_bytes"]))
    if over or len(members) > int(wanted["parts"]):
        return {"outcome": "too_large", "reason": "too_large"}, []
    password = wanted.get("password")
    locked = [info for info in members if info.flag_bits & 1]
    if locked and not (password and _opens(archive, locked[0], str(password))):
        return {"outcome": "password_needed", "reason": "password_needed"}, []
    children: list[dict[str, Any]] = []
    blobs: list[bytes] = []
    warnings: set[str] = set()
    for info in members:
        try:
            with archive.open(info) as stream:
                content = stream.read(info.file_size)
        except BROKEN:
            warnings.add(ReadingWarning.PART_DAMAGED)
            continue
        name = normalised(info.filename)[:255]
        children.append({"name": name, "role": "member", "declared": "", "blob": len(blobs)})
        blobs.append(content)
    return {"children": children, "warnings": sorted(warnings)}, blobs


def _opens(archive: zipfile.ZipFile, locked: zipfile.ZipInfo, password: str) -> bool:
    """Whether a password that a person gave opens a locked member."""
    archive.setpassword(password.encode("utf-8"))
    try:
        with archive.open(locked) as stream:
            stream.read(1)
    except BROKEN:
        return False
    return True


def read_image(data: bytes, wanted: Mapping[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
    """The pages of a picture: their sizes. Letters in pictures are not recognised here."""
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None
    most = int(wanted["image_pixels"])
    pages: list[dict[str, Any]] = []
    try:
        with Image.open(io.BytesIO(data)) as picture:
            # To ask a picture for the number of its frames would walk them all.
            for n in range(1, int(wanted["pages"]) + 2):
                if n > 1:
                    try:
                        picture.seek(n - 1)
                    except EOFError:
                        break
                if n > int(wanted["pages"]):
                    return {"outcome": "too_large", "reason": "too_large"}, []
                if picture.width * picture.height > most:
                    return {"outcome": "too_large", "reason": "too_large"}, []
                pages.append(_picture_page(n, picture))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, KeyError):
        if not pages:
            return {"outcome": "damaged", "reason": "damaged"}, []
    return {"pages": pages}, []


def _picture_page(n: int, picture: Any) -> dict[str, Any]:
    across, down = picture.info.get("dpi", (0, 0))
    across = float(across) if 20 < float(across or 0) < 5000 else 72.0
    down = float(down) if 20 < float(down or 0) < 5000 else 72.0
    return {
        "n": n,
        "width": round(min(picture.width * 72 / across, 19_999), 2),
        "height": round(min(picture.height * 72 / down, 19_999), 2),
        "rotation": 0,
        "text_from": "none",
        "text": "",
        "lines": [],
        "boxes": "",
        "unread": "needs_ocr",
    }
