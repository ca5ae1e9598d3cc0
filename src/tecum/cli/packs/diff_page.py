"""The difference of two versions of a pack as one page of HTML, readable without a network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

from tecum.law.change_words import said_of, summary
from tecum.law.difference import Difference, Element, PackDifference

if TYPE_CHECKING:
    from tecum.cli.packs.diff import Effects

__all__ = ["diff_page"]

_STYLE = """
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.15rem;margin-top:2rem}h3{font-size:1rem;margin-bottom:0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.25rem 0;padding:.25rem .5rem}
del,ins{display:block;text-decoration:none;border-left:.3rem solid}
del::before{content:"before: "}ins::before{content:"now: "}
del{border-style:none none none dashed}
table{border-collapse:collapse}th,td{text-align:left;padding:.25rem .75rem .25rem 0;
vertical-align:top;border-bottom:1px solid}
.hash{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
"""


def diff_page(found: PackDifference, effects: Effects) -> str:
    """The whole page."""
    name = escape(found.new.id)
    body = "\n".join(_body(found, effects))
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{name}: two versions</title><style>{_STYLE}</style></head>\n"
        f"<body><main><h1>{name}: two versions</h1>\n{body}\n</main></body></html>"
    )


def _body(found: PackDifference, effects: Effects) -> Iterator[str]:
    yield f'<p class="hash">{found.old.sha256}<br>{found.new.sha256}</p>'
    yield f"<p>{escape(summary(found))}</p>"
    if found.legal:
        yield "<h2>Elements of the law</h2>"
        yield from _rows(found.legal)
    if found.beside:
        yield "<h2>Around them</h2>"
        yield from _rows(found.beside)
    yield from _situations(effects)
    yield from _cases(effects)
    yield from _replay(effects)


def _rows(rows: Iterable[Difference]) -> Iterator[str]:
    last = None
    for row in rows:
        head = f"{row.kind} {row.block} {row.title}".rstrip()
        if (head, row.file) != last:
            file = f" <small>({escape(row.file)})</small>" if row.file else ""
            yield f"<h3>{escape(head)}{file}</h3>"
            last = head, row.file
        what = row.element.value if row.element is not Element.BLOCK else row.kind
        yield f"<p><b>{escape(what)} {row.change.value}.</b> {escape(said_of(row))}</p><pre>"
        for tag, text in (("del", row.old), ("ins", row.new)):
            if text is not None:
                yield f"<{tag}>{escape(text)}</{tag}>"
        yield "</pre>"


def _situations(effects: Effects) -> Iterator[str]:
    found = effects.situations
    if found.apart:
        yield "<h2>Situations that tell them apart</h2>"
        said = (
            (
                row.action,
                row.on.isoformat(),
                "; ".join(f"{name}: {value}" for name, value in row.situation)
                or "nothing is known",
                f"{row.before} → {row.after}",
            )
            for row in found.apart
        )
        yield from _table(("Action", "Day", "Where", "Outcome"), said)
    if found.too_many:
        names = escape(", ".join(found.too_many))
        yield f"<p>Too many situations to try every one: {names}.</p>"
    if found.are_alike:
        yield "<p>The two give the same outcome in every situation.</p>"


def _cases(effects: Effects) -> Iterator[str]:
    if effects.cases is None:
        return
    yield f"<h2>Cases that come out otherwise: {len(effects.cases)}</h2>"
    for row in effects.cases:
        before, after = row.outcomes
        yield (
            f"<details><summary>{escape(row.case.id)}: {escape(row.case.action)}, "
            f"{escape(before)} → {escape(after)}</summary>"
            f"<pre>{escape(row.explained())}</pre></details>"
        )


def _replay(effects: Effects) -> Iterator[str]:
    made = effects.replay
    if made is None:
        return
    yield f"<h2>Rows that come out otherwise: {made.differing} of {made.total}</h2>"
    said = (
        (
            str(group.count),
            f"{group.before} → {group.after}",
            group.action,
            group.recipient or "",
            ", ".join(group.rows) + ("" if group.count == len(group.rows) else ", …"),
        )
        for group in made.groups
    )
    yield from _table(("Rows", "Outcome", "Action", "Recipient", "Among them"), said)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    cells = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield f"<table><thead><tr>{cells}</tr></thead><tbody>"
    for row in rows:
        yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
    yield "</tbody></table>"
