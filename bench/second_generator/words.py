"""The true text of a paper: what a person sees, line by line."""

import textwrap

from .model import Block, Paper, plain, printed

SKIPPED = {"page", "rule", "space"}


def block_text(block: Block, labels: str) -> str:
    """The words of one block."""
    if block.kind == "item" and block.item:
        return f"{printed(block.item.label, labels)} {plain(block.text)}".strip()
    if block.kind == "box":
        return f"[{'X' if block.state else ' '}] {plain(block.text)}"
    if block.kind == "signature":
        mark, name, *titles = block.parts
        lines = [f"/s/ {name}"] if mark == "/s/" else []
        lines += [name] if name else []
        return "\n".join(lines + [t.strip() for x in titles for t in x.split("//")])
    if block.kind == "row":
        return "   ".join(plain(p) for p in block.parts)
    if block.kind in ("fields", "caption", "columns"):
        return "\n".join(t.strip() for p in block.parts for t in plain(p).split("//"))
    return plain(block.text)


def first_page(line: str) -> str:
    """A running line as the first of one page prints it."""
    return line.replace("{p}", "1").replace("{n}", "1")


def paper_text(paper: Paper) -> str:
    """The words of a whole paper, with its running lines once."""
    labels = paper.one("labels", "dot")
    lines = [first_page(paper.one(k)) for k in ("ecf", "running") if paper.one(k)]
    lines += [block_text(b, labels) for b in paper.blocks if b.kind not in SKIPPED]
    if paper.one("foot"):
        lines.append(first_page(paper.one("foot")))
    return "\n".join(lines) + "\n"


def mail_text(paper: Paper) -> str:
    """The headers and body of a mail."""
    names = (("from", "From"), ("to", "To"), ("cc", "Cc"), ("sent", "Date"), ("title", "Subject"))
    heads = [f"{n}: {paper.one(k)}" for k, n in names if paper.one(k)]
    return "\n".join(heads) + "\n\n" + paper_text(paper)


CLOSE = {"line", "raw", "item", "box", "row", "fields", "bold"}


def typed_text(paper: Paper, width: int) -> str:
    """The words as typed in a mail or text file, with empty lines and, if asked, line ends."""
    labels, before, out = paper.one("labels", "dot"), "", []
    for block in paper.blocks:
        if block.kind in SKIPPED:
            continue
        if before and not (block.kind == before and before in CLOSE):
            out.append("")
        before = block.kind
        inner = "   " if block.kind == "item" else ""
        for line in block_text(block, labels).split("\n"):
            if not width or block.kind in ("raw", "row") or "  " in line:
                out.append(inner + line if inner and width else line)
            else:
                out += textwrap.wrap(inner + line, width, subsequent_indent=inner * 2) or [""]
    return "\n".join(out) + "\n"
