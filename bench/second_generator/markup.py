"""Reads the texts: a header of `key: value` lines, `---`, and one block a line.

    # title   ## heading   ^ centred   >> right   | line   : raw line   ! bold line
    -2(a) financial/account_records 2023-01-01..2023-12-31 opt :: words of an item
    -2 lead :: words that only lead to 2(a), 2(b)
    [x] label   [ ] label   [x] 1 hold :: label that is also an item   [x] T? … one that is optional
    = Label: value ¦ Label: value      a row of form boxes
    || cell ¦ cell                     a row of a table
    @cap left // left ¦ right          the caption of a court
    @sig ink|/s/|none|stamp ¦ name ¦ title // title
    @cols left // left ¦ right         words side by side without rules
    @seal words                        the round seal of a court or office
    @stamp words   @page   @rule   @hand words   @space
Inside a sentence, [[1 category|words]] is an item; ~~words~~ are struck through.
In the header, `labels: RFP {}` prints the labels in that form.
"""

import re
from pathlib import Path

from .model import Block, Item, Paper

ITEM = re.compile(r"^-(\S+) ([\w/]+)((?: \S+)*?) :: (.+)$")
BOXED = re.compile(r"^(\S+) ([\w/]+) :: (.+)$")
SIMPLE = {
    "# ": "title",
    "## ": "heading",
    "^ ": "centre",
    ">> ": "right",
    "| ": "line",
    ": ": "raw",
    "! ": "bold",
}
SPLIT = {
    "= ": "fields",
    "|| ": "row",
    "@cap ": "caption",
    "@cols ": "columns",
    "@sig ": "signature",
}


def read_item(label: str, category: str, rest: str, text: str) -> Item:
    """An item from the parts of its line."""
    words = rest.split()
    period = next((w.split("..") for w in words if ".." in w), None)
    lead = category == "lead"
    categories = ["other"] if lead else category.split("/")
    return Item(label, categories, text, period, lead, "opt" in words)


def read_block(line: str) -> Block:
    """One block from one line."""
    if match := ITEM.match(line):
        item = read_item(*match.groups())
        return Block("item", item.text, item=item)
    if line.startswith(("[x] ", "[ ] ")):
        state, text = line[1] == "x", line[4:]
        match = BOXED.match(text)
        if not match:
            return Block("box", text, state=state)
        rest = "opt" if match[1].endswith("?") else ""
        item = read_item(match[1].rstrip("?"), match[2], rest, match[3]) if state else None
        return Block("box", match[3], item=item, state=state)
    for mark, kind in SPLIT.items():
        if line.startswith(mark):
            return Block(kind, parts=[p.strip() for p in line[len(mark) :].split("¦")])
    for mark, kind in SIMPLE.items():
        if line.startswith(mark):
            return Block(kind, line[len(mark) :])
    if line == ":":
        return Block("raw", "")
    if line.startswith("@"):
        kind, _, text = line[1:].partition(" ")
        return Block(kind, text)
    return Block("para", line)


def read_paper(chunk: str) -> Paper:
    """One paper from its part of a file."""
    lines = chunk.strip("\n").split("\n")
    head: dict[str, list[str]] = {}
    cut = lines.index("---")
    for line in lines[1:cut]:
        key, _, value = line.partition(":")
        head.setdefault(key.strip(), []).append(value.strip())
    blocks = [read_block(x) for x in lines[cut + 1 :] if x.strip()]
    return Paper(lines[0].strip(), head, blocks)


def read_all(folder: Path) -> list[Paper]:
    """All papers of a folder of texts, in the order of file and line."""
    papers: list[Paper] = []
    for path in sorted(folder.glob("*.txt")):
        chunks = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]
        papers += [read_paper(c) for c in chunks]
    return papers
