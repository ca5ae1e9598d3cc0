"""The report of a check as one page for people, to be printed or attached to a certification."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

__all__ = ["LIMITS", "report"]

LIMITS = (
    "That the statement is true, or when its author wrote it.",
    "That nothing else happened which was never logged.",
    "Anything about a value that is not opened here.",
    "That the log's operator will go on running it.",
    "“Not before” means: not shown to these witnesses before. An operator may have kept it back.",
    "Bounds rest on the clocks of witnesses and time authorities; the author's time is a claim.",
    "If the log and all of the witnesses collude, two histories are possible.",
    "No presumption of a qualified trust service follows. Admission and weight are for the court.",
    "Ed25519 and SHA-256 are sound today, and not against a large quantum computer.",
)
"""What no verdict says, printed under every one."""

_STYLE = (
    "body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.4rem}h2{font-size:1.1rem}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.2rem .6rem .2rem 0;"
    "border-bottom:1px solid #ccc;overflow-wrap:anywhere}th{width:12rem;font-weight:normal}"
)
_AGAIN = (
    "Any C2SP tlog-proof tool checks the same file when given the 128 bytes of “leaf” inside it; "
    "any signed-note tool checks the head; “openssl ts -verify” checks a time token over the "
    "head as the log signed it (text, empty line, the log's own line)."
)
_CERTIFICATE = (
    "A qualified person may attach this page to a certification under Fed. R. Evid. 902(13) or "
    "(14). Such a certification is that person's own. It settles authenticity, not relevance "
    "and not hearsay."
)


def report(found: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    """One page for one or more receipts: (file name, ``tecum.verdict/1``) each."""
    parts = "".join(_section(name, verdict) for name, verdict in found)
    limits = "".join(f"<li>{escape(limit)}</li>" for limit in LIMITS)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Check of a receipt</title>'
        '<meta name="viewport" content="width=device-width"><meta http-equiv='
        "\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<style>{_STYLE}</style><main>{parts}<h2>What this does not prove</h2><ul>{limits}</ul>"
        f"<h2>How to repeat it with other tools</h2><p>{escape(_AGAIN)}</p>"
        f"<h2>Use in court</h2><p>{escape(_CERTIFICATE)}</p></main></html>\n"
    )


def rows(verdict: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What was established, as pairs of words and values, for terminal and page alike."""
    statement, log, signer = (verdict[name] or {} for name in ("statement", "log", "signer"))
    bracket, claim = verdict["bracket"], verdict["claim"] or {}
    pairs = [
        ("reason", verdict["reason"]),
        ("statement", statement.get("type")),
        ("statement hash", statement.get("hash")),
        ("docket", _joined([statement.get("docket"), statement.get("seq")], " no. ")),
        ("code", _joined(statement.get("codes", []))),
        ("grade", statement.get("grade")),
        ("date stated", statement.get("on")),
        ("signer", _joined([signer.get("name"), signer.get("key_hash")], ", key ")),
        ("log", log.get("name")),
        ("origin", log.get("origin")),
        ("entry, tree size", _joined([log.get("index"), log.get("size")])),
        ("not before", bracket["not_before"]),
        ("not after", bracket["not_after"]),
        ("author states", _joined([claim.get("at"), claim.get("position")], ": ")),
    ]
    for source in bracket["sources"]:
        bound = source["not_before"] or source["not_after"]
        side = "not before" if source["not_before"] else "not after"
        pairs.append((f"{source['kind']} {source['name']}", f"{side} {bound}"))
    for one in verdict["disclosures"]:
        text = f"opened, SHA-256 {one['sha256']}" if one["opened"] else "not opened"
        file = f" (file {one['file']})" if one["file"] else ""
        pairs.append((f"value “{one['label']}”", text + file))
    pairs += [("notice", notice) for notice in verdict["notices"]]
    pairs.append(("trust file", f"SHA-256 {verdict['policy_sha256']}"))
    pairs.append(("verifier", _joined(verdict["verifier"].values(), " · ")))
    return [(word, str(value)) for word, value in pairs if value not in (None, "")]


def _joined(values: Iterable[object], between: str = ", ") -> str:
    return between.join(str(value) for value in values if value not in (None, ""))


def _section(name: str, verdict: Mapping[str, Any]) -> str:
    cells = "".join(
        f'<tr><th scope="row">{escape(word)}</th><td>{escape(value)}</td></tr>'
        for word, value in rows(verdict)
    )
    return (
        f"<h1>{escape(verdict['verdict'])}</h1><p><strong>{escape(verdict['sentence'])}</strong>"
        f"</p><p>Receipt: {escape(name)}</p><table>{cells}</table>"
    )
