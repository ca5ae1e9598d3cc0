"""The data packet of a form that only one maker's reader can show (READING 2: dynamic_form).

What was typed into such a form lies in it as XML. It is listed for a person to look at; how
the form shows it is not known, so no value is taken from it.
"""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

from tecum.reading.files.xml_parts import parse_xml
from tecum.reading.text.plain import normalised

__all__ = ["data_rows"]

_MOST_BYTES = 8 << 20
_MOST_ROWS = 1_000
_PACKET = "datasets"


def data_rows(data: bytes, password: str | None) -> list[str]:
    """Name and text of each filled place of the form's data packet, in order; empty if none."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), password=password or "") as document:
            form = document.Root.AcroForm.XFA
            packets: list[Any] = list(form) if isinstance(form, pikepdf.Array) else ["", form]
            for name, packet in zip(packets[::2], packets[1::2], strict=False):
                if str(name) in (_PACKET, ""):
                    content = bytes(packet.read_bytes())
                    if len(content) <= _MOST_BYTES:
                        return list(_rows(parse_xml(content)))[:_MOST_ROWS]
    except (pikepdf.PdfError, AttributeError, ValueError, TypeError, KeyError, RuntimeError):
        return []
    return []


def _rows(root: ET.Element) -> Iterator[str]:
    # A whole form in one stream holds its data beside its drawing.
    inside = [row for row in root.iter() if _name(row) == _PACKET]
    for top in inside or [root]:
        for element in top.iter():
            text = " ".join(normalised(element.text or "").split())
            if text and not len(element):
                yield f"{_name(element)}: {text}"[:2_000]


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("x_")[2] or str(element.tag)
