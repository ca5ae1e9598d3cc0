"""Writes a paper as a word-processor file with the standard library alone."""

import io
import zipfile
from html import escape

from .model import Block, Paper, plain, printed

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.numbering+xml"/></Types>'
)
KIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>'
)
NUMBERING = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering {NS}>'
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" '
    'w:hanging="360"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
    '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/><w:pPr><w:ind w:left="1440" '
    'w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def run(text: str, bold: bool = False) -> str:
    """A run of words."""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def line(text: str, align: str = "", bold: bool = False, indent: int = 0, auto: int = -1) -> str:
    """A paragraph."""
    look = ""
    if auto >= 0:
        look += f'<w:numPr><w:ilvl w:val="{auto}"/><w:numId w:val="1"/></w:numPr>'
    if indent:
        look += f'<w:ind w:left="{indent}"/>'
    if align:
        look += f'<w:jc w:val="{align}"/>'
    return f"<w:p><w:pPr>{look}</w:pPr>{run(text, bold)}</w:p>"


def table(rows: list[list[str]]) -> str:
    """A table with ruled cells."""
    rule = "".join(
        f'<w:{s} w:val="single" w:sz="4"/>'
        for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    body = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{line(plain(c))}</w:tc>" for c in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{rule}</w:tblBorders></w:tblPr>{body}</w:tbl>"


def item_xml(block: Block, labels: str, auto: bool) -> str:
    """A numbered demand, typed or numbered by the program."""
    assert block.item
    depth = block.item.label.count("(")
    if auto:
        return line(plain(block.text), auto=depth)
    mark = printed(block.item.label, labels)
    return line(f"{mark}\u00a0{plain(block.text)}".strip(), indent=360 + 360 * depth)


def block_xml(block: Block, labels: str, auto: bool) -> str:
    """The paragraphs of one block."""
    kind, text = block.kind, plain(block.text)
    if kind == "item":
        return item_xml(block, labels, auto)
    if kind == "box":
        return line(("☒ " if block.state else "☐ ") + text)
    if kind == "signature":
        mark, name, *titles = block.parts
        first = f"/s/ {name}" if mark == "/s/" else "_" * 32
        names = [first, *([name] if name else []), *(t for x in titles for t in x.split("//"))]
        return "".join(line(x.strip()) for x in names)
    if kind == "fields":
        return table([[p.replace("//", ", ") for p in block.parts]])
    if kind in ("caption", "columns"):
        return table([[p.replace("//", "  ") for p in block.parts]])
    if kind == "page":
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    if kind in ("rule", "space"):
        return line("")
    align = {"title": "center", "centre": "center", "right": "right"}.get(kind, "")
    return line(text, align, kind in ("title", "heading", "bold"))


def set_docx(paper: Paper) -> bytes:
    """The file of a paper."""
    labels, auto = paper.one("labels", "dot"), paper.one("auto") == "yes"
    made: list[str] = []
    waiting: list[list[str]] = []
    for block in [*paper.blocks, Block("space")]:
        if block.kind == "row":
            waiting.append(block.parts)
            continue
        if waiting:
            made.append(table(waiting))
            waiting = []
        made.append(block_xml(block, labels, auto))
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {NS}><w:body>'
        + "".join(made)
        + "</w:body></w:document>"
    )
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS.format(kind=f"{KIN}/officeDocument", target="word/document.xml"),
        "word/_rels/document.xml.rels": RELS.format(
            kind=f"{KIN}/numbering", target="numbering.xml"
        ),
        "word/document.xml": xml,
        "word/numbering.xml": NUMBERING,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, body in parts.items():
            pack.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), body)
    return out.getvalue()
