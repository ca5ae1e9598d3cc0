"""XML parts of office files, parsed without document types and so without entities."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from xml.parsers import expat

__all__ = ["XmlRefused", "local", "parse_xml"]

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PREFIXES = {
    **dict.fromkeys(_WORD, "w"),
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
}
_DEEPEST = 200


class XmlRefused(ValueError):
    """The part holds a document type, or is nested deeper than any office writes."""


def parse_xml(data: bytes) -> ET.Element:
    """Parse a part; names become ``w_p`` for known vocabularies, ``x_name`` for others.

    Raises:
        XmlRefused: A document type declaration, or nesting beyond the cap.
        ValueError: Not well-formed.
    """
    builder = ET.TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise XmlRefused("nesting")
        builder.start(_named(name), {_named(k): v for k, v in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_named(name))

    def refuse(*_: object) -> None:
        raise XmlRefused("document type")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ValueError("not well-formed") from error
    return builder.close()


_names: dict[str, str] = {}


def _named(name: str) -> str:
    known = _names.get(name)
    if known is None:
        space, brace, rest = name.rpartition("}")
        known = f"{_PREFIXES.get(space, 'x')}_{rest}" if brace else rest
        if len(_names) < 5000:
            _names[name] = known
    return known


def local(element: ET.Element, name: str) -> str | None:
    """An attribute of the element's own vocabulary, else one without a vocabulary."""
    value = element.get(f"w_{name}")
    return value if value is not None else element.get(name)
