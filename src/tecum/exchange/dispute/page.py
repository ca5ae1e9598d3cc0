"""A dispute for people: one page that stands by itself, and the same as lines for a terminal.

Both sides have the same width and the same place in every row; the page holds no script, asks
nothing of a network and prints on paper.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from tecum.ledger.page import LIMITS
from tecum.worded import Worded
from tecum.worded import worded as _

__all__ = ["as_html", "as_text"]

_STYLE = (
    "body{font:16px/1.5 Georgia,serif;max-width:64rem;margin:2rem auto;padding:0 1rem;"
    "color:#1b1f23;background:#fff;overflow-wrap:anywhere}"
    "h1{font-size:1.4rem}h2{font-size:1.15rem;margin-top:2rem}h3{font-size:1rem;margin-bottom:0}"
    "p{max-width:46rem}table{border-collapse:collapse;width:100%;table-layout:fixed}"
    "th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;"
    "border-bottom:1px solid #767e85;overflow-wrap:anywhere}"
    "thead th{border-bottom:2px solid #1b1f23}caption{text-align:left;font-style:italic}"
    "dl{margin:0}dt{color:#4a5259;float:left;clear:left;margin-right:.5rem}dd{margin:0}"
    "code{font:.85em ui-monospace,monospace;overflow-wrap:anywhere}"
    "@media (max-width:40rem){thead{position:absolute;left:-100rem}"
    "table,caption,tbody,tr,td{display:block}"
    "td{border:0;padding:.2rem 0}td:empty{display:none}tr{border-bottom:1px solid #767e85}"
    "td[data-side]::before{content:attr(data-side);font-weight:bold;display:block}}"
    "@media print{body{margin:0;max-width:none}tr,li,.question{break-inside:avoid}}"
)
_GLYPH = {
    "self-asserted": "○",
    "logged": "◔",
    "witnessed": "◑",
    "acknowledged by the other side": "●",
}
_SIDES = ("ours", "theirs")


def as_html(found: Mapping[str, Any]) -> str:
    """The page of a ``tecum.dispute/1``."""
    limits = "".join(f"<li>{escape(limit)}</li>" for limit in LIMITS)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>What each side can prove'
        '</title><meta name="viewport" content="width=device-width"><meta http-equiv='
        "\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<style>{_STYLE}</style><main><h1>What each side can prove</h1>"
        f"{_paragraphs(found['three_sentences'])}{_looked(found)}{_questions(found)}"
        f"{_milestones(found)}{_missing(found)}{_uncounted(found)}"
        f"<h2>What no receipt proves</h2><ul>{limits}</ul>"
        f"<p>Trust file: SHA-256 <code>{escape(found['policy_sha256'])}</code></p>"
        "</main></html>\n"
    )


def _paragraphs(rows: Iterable[str]) -> str:
    return "".join(f"<p>{escape(row)}</p>" for row in rows)


def _names(found: Mapping[str, Any]) -> list[str]:
    return [found["sides"][side]["name"] for side in _SIDES]


def _heads(found: Mapping[str, Any]) -> str:
    cells = "".join(f'<th scope="col">{escape(name)}</th>' for name in _names(found))
    return f"<thead><tr>{cells}</tr></thead>"


def _looked(found: Mapping[str, Any]) -> str:
    until = found["as_of"]
    note = f"<p>Statements placed after {escape(until)} are left out.</p>" if until else ""
    cells = "".join(
        _cell(name, escape(found["sides"][side]["looked"]))
        for side, name in zip(_SIDES, _names(found), strict=True)
    )
    return (
        f"<h2>What was looked at</h2>{note}<table>{_heads(found)}"
        f"<tbody><tr>{cells}</tr></tbody></table>"
    )


def _cell(name: str, inner: str) -> str:
    return f'<td data-side="{escape(name)}">{inner}</td>' if inner else "<td></td>"


def _questions(found: Mapping[str, Any]) -> str:
    parts = []
    for one in found["questions"]:
        rows = "".join(f"<li>{escape(row)}</li>" for row in one["sentences"])
        rests = ", ".join(f"<code>{ref[:16]}</code>" for ref in one["rests_on"])
        rests = f"<p>Rests on: {rests}</p>" if rests else ""
        parts.append(
            f'<section class="question"><h3>{escape(one["asked"])}</h3>{_about(one)}'
            f"<ul>{rows}</ul>{rests}"
            "</section>"
        )
    return f"<h2>Questions</h2>{''.join(parts) or '<p>Nothing to ask: no statement counts.</p>'}"


def _about(one: Mapping[str, Any]) -> str:
    """Which of several demands or answers is asked about."""
    if one["about"] in _SIDES or not one["about"]:
        return ""
    return f"<p>About statement <code>{one['about'][:16]}</code></p>"


def _milestones(found: Mapping[str, Any]) -> str:
    rows = "".join(
        "<tr>"
        + "".join(
            _cell(name, _entry(one) if one["side"] == side else "")
            for side, name in zip(_SIDES, _names(found), strict=True)
        )
        + "</tr>"
        for one in found["milestones"]
    )
    if not rows:
        return ""
    return (
        "<h2>Statements, side by side</h2><table><caption>In the order of their authors' own "
        f"times, which are claims.</caption>{_heads(found)}<tbody>{rows}</tbody></table>"
    )


def _entry(one: Mapping[str, Any]) -> str:
    pairs = "".join(
        f"<dt>{escape(word)}</dt><dd>{escape(value)}</dd>" for word, value in entry_rows(one)
    )
    return f"<strong>{escape(one['type'])}</strong>: {escape(one['says'])}<dl>{pairs}</dl>"


def entry_rows(one: Mapping[str, Any]) -> list[tuple[str, str]]:
    """One statement as pairs of words and values, for page and terminal alike."""
    pairs: list[tuple[str, object]] = [
        (_("statement"), one["hash"][:16]),
        (_("strength"), f"{_GLYPH[one['strength']]} {one['strength']}"),
        (_("verdict"), one["verdict"] or _("none")),
        (_("grade"), one["grade"]),
        (_("code"), ", ".join(one["codes"])),
        (_("date stated"), one["on"]),
        (_("channel"), one["channel"]),
        (_("author's time"), one["stated_at"]),
        (_("time shown"), _bounds(one["not_before"], one["not_after"])),
        (_("author's time is"), one["position"] if one["position"] != "no bracket" else None),
        (_("contents"), {"equal": _("equal, both opened"), "differs": _("differ, both opened")}.get(
            one["contents"]
        )),
        (_("admitted by"), _short(one["admitted_by"])),
        (_("stands against it"), _short(one["against"])),
        (_("leaves open"), one["leaves_open"]),
    ]  # fmt: skip
    return [
        (word, value if isinstance(value, str) else str(value)) for word, value in pairs if value
    ]


def _bounds(low: str | None, high: str | None) -> Worded:
    if low and high:
        return _("between {low} and {high}", low=low, high=high)
    if low or high:
        return _("not before {low}", low=low) if low else _("not after {high}", high=high)
    return _("dated by its author alone")


def _short(hashes: Sequence[str]) -> str:
    return ", ".join(one[:16] for one in hashes)


def _missing(found: Mapping[str, Any]) -> str:
    rows = "".join(f"<li>{escape(one['sentence'])}</li>" for one in found["not_established"])
    return f"<h2>What is not established</h2><ul>{rows}</ul>" if rows else ""


def _uncounted(found: Mapping[str, Any]) -> str:
    rows = "".join(
        f"<li>{escape(one['name'])}: <code>{escape(one['reason'])}</code></li>"
        for one in found["not_counted"]
    )
    if not rows:
        return ""
    return f"<h2>Papers that count as nothing here, and why</h2><ul>{rows}</ul>"


def as_text(found: Mapping[str, Any], width: int = 90) -> str:
    """The same for a terminal."""
    lines = ["WHAT EACH SIDE CAN PROVE", ""]
    lines += _wrapped(found["three_sentences"], width)
    lines += ["", *_wrapped((found["sides"][side]["looked"] for side in _SIDES), width)]
    for one in found["questions"]:
        about = "" if one["about"] in (*_SIDES, None) else f" ({one['about'][:16]})"
        lines += ["", *textwrap.wrap(one["asked"] + about, width)]
        lines += _wrapped(one["sentences"], width, "  - ")
    lines += ["", "STATEMENTS"]
    for one in found["milestones"]:
        name = found["sides"][one["side"]]["name"]
        lines += ["", f"{one['type']}  {name}"]
        lines += [f"  {word:<22} {value}" for word, value in entry_rows(one)]
    if found["not_established"]:
        lines += ["", "NOT ESTABLISHED"]
        lines += _wrapped((one["sentence"] for one in found["not_established"]), width, "  - ")
    if found["not_counted"]:
        lines += ["", "COUNTS AS NOTHING HERE"]
        lines += [f"  - {one['name']}: {one['reason']}" for one in found["not_counted"]]
    return "\n".join(lines)


def _wrapped(rows: Iterable[str], width: int, mark: str = "") -> list[str]:
    found: list[str] = []
    for row in rows:
        found += textwrap.wrap(
            row,
            width,
            initial_indent=mark,
            subsequent_indent=" " * len(mark),
            break_long_words=False,
            break_on_hyphens=False,
        )
    return found
