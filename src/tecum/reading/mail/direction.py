"""Which way a mail goes, before it is asked what it is (READING 13).

A reply that quotes our letter is no new demand; a report about a message of ours belongs to
that message. What a mail concerns is told by its Message-IDs and by numbers of this office.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tecum.office import Office
from tecum.reading.mail.sender import NOTHING_KNOWN, Known, is_delivery_notice, is_reply, own_sender
from tecum.reading.mail.subject import is_forward_subject
from tecum.reading.paper.paper import Paper
from tecum.reading.text.layout import Layer, Part

__all__ = ["read_direction"]

_ID = re.compile(r"<([^<>\s]{3,250})>")
_STATUS = re.compile(r"(?im)^\s{0,60}(action|status|disposition)\s{0,4}:\s{0,4}([^\r\n]{1,120})")
_ORIGINAL = re.compile(
    r"(?im)^\s{0,60}(?:x-)?original-message-id\s{0,4}:\s{0,4}<?([^<>\s]{3,250})>?\s{0,60}$"
)
_REPORTS = ("returned", "delivery_status")


def read_direction(
    paper: Paper,
    part: Part,
    parts: Sequence[Part],
    office: Office | None,
    known: Known = NOTHING_KNOWN,
) -> Mapping[str, Any]:
    """Whether a mail opens, answers, passes on or reports, and which message it concerns.

    Args:
        paper: The mail as its own words and headers.
        part: The part that it is.
        parts: All parts of the file: a report carries what it reports on.
        office: The profile: which domains are its own.
        known: Messages and numbers of this office.
    """
    replied = _ids(paper.header("in-reply-to"))[:1]
    references = _ids(paper.header("references"))
    below = [row for row in parts if row.path[: len(part.path)] == part.path and row is not part]
    numbers = _numbers(paper, known)
    status = _statuses(below)
    reported = _reported(below)
    quoted = any(line.layer is Layer.QUOTED for line in paper.text.lines)
    signals: list[str] = []
    if is_delivery_notice(paper) or status:
        relation = "reports"
    elif is_forward_subject(paper.header("subject")):
        relation = "passes_on"
    elif replied or is_reply(paper):
        relation = "answers"
    else:
        relation = "opens"
    if quoted:
        signals.append("quotes_a_message")
    if own_sender(paper, office):
        signals.append("from_this_office")
    candidates = [*reported, *replied, *reversed(references)]
    ours = next((name for name in candidates if name in known.message_ids), None)
    if ours is not None:
        signals.append("message_of_ours")
    if numbers:
        signals.append("our_number")
    return {
        "relation": relation,
        "way": "out" if own_sender(paper, office) else "in",
        "in_reply_to": replied[0] if replied else None,
        "references": references[:50],
        "our_numbers": numbers,
        "concerns": _concerns(ours, numbers, reported, replied),
        "status": status,
        "signals": signals,
    }


def _concerns(
    ours: str | None, numbers: list[str], reported: list[str], replied: list[str]
) -> dict[str, str] | None:
    if ours is not None:
        return {"message_id": ours}
    if len(numbers) == 1:
        return {"number": numbers[0]}
    for name in [*reported, *replied]:
        return {"message_id": name}
    return None


def _ids(header: str) -> list[str]:
    """The Message-IDs of a header, in order (RFC 5322, 3.6.4)."""
    return list(dict.fromkeys(_ID.findall(header[:20_000])))


def _numbers(paper: Paper, known: Known) -> list[str]:
    """Numbers of this office that stand in the subject as words of their own."""
    subject = f" {paper.header('subject')} ".upper()
    words = set(re.findall(r"[^\s,;:()\[\]#]+", subject))
    return sorted(number for number in known.numbers if number.upper().lstrip("#") in words)


def _reported(parts: Iterable[Part]) -> list[str]:
    """Message-IDs of what came back with a report."""
    found: list[str] = []
    for part in parts:
        if part.role == "returned":
            for name, value in part.headers:
                if name == "message-id":
                    found += _ids(value)
        if part.role in _REPORTS and part.text is not None:
            text = "\n".join(page.text for page in part.text.pages)[:100_000]
            found += _ORIGINAL.findall(text)
            found += _ids("".join(re.findall(r"(?im)^message-id\s{0,4}:(.{3,300})$", text)))
    return list(dict.fromkeys(found))


def _statuses(parts: Iterable[Part]) -> list[dict[str, str]]:
    """Action and status of each delivery report (RFC 3464, 2.3.3 and 2.3.4; RFC 8098, 3.2.6)."""
    found: list[dict[str, str]] = []
    for part in parts:
        if part.role != "delivery_status":
            continue
        rows = [f"{n}: {v}" for n, v in part.headers]
        text = "\n".join(page.text for page in part.text.pages) if part.text is not None else ""
        for name, value in _STATUS.findall("\n".join([*rows, text])[:100_000])[:100]:
            row = {name.lower(): value.strip()}
            if row not in found:
                found.append(row)
    return found
