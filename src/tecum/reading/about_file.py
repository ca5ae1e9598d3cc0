"""What a Reading says of its file beside the demand: arrival, doubles inside, unseen letters.

Counts and places only: letters that nobody sees are never values (READING 4), and whether two
documents are one is for a person to say (READING 14).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from email.utils import parsedate_to_datetime
from typing import Any

from tecum.reading.fields.template_match import TemplateMatch
from tecum.reading.likeness.likeness import LikenessIndex, print_of
from tecum.reading.text.layout import Layer, Opened, Text

__all__ = ["arrivals_of", "body_of", "hidden_in", "like_each_other", "template_of"]


def arrivals_of(opened: Opened) -> tuple[Mapping[str, Any], ...]:
    """When a mail says that it came to the server of the office: its uppermost ``Received``.

    It is an arrival, not service. A file that is no mail says nothing of its arrival.

    Authority: READING 13 (dates of the mail).
    """
    headers = opened.parts[0].headers if opened.parts else ()
    if not headers:
        return ()
    received = next((value for name, value in headers if name.lower() == "received"), "")
    sent = next((value for name, value in headers if name.lower() == "date"), "")
    if not received and not sent:
        return ()
    at = _instant(received.rsplit(";", 1)[-1]) if received else None
    return ({"channel": "e-mail", "received_at": at, "sent_at": _instant(sent)},)


def _instant(printed: str) -> str | None:
    """An instant of a header with its offset, or None where it has none."""
    try:
        found = parsedate_to_datetime(printed.strip())
    except (ValueError, TypeError, IndexError):
        return None
    return found.isoformat() if found.tzinfo is not None else None


def hidden_in(text: Text) -> Mapping[str, Any] | None:
    """On which pages letters stand that nobody sees, and how many; None where none do."""
    letters: dict[int, int] = {}
    for line in text.lines:
        if line.layer is Layer.HIDDEN:
            count = sum(c.isalnum() for c in line.text)
            letters[line.page] = letters.get(line.page, 0) + count
    pages = sorted(page for page, count in letters.items() if count)
    if not pages:
        return None
    return {"pages": pages, "letters": sum(letters.values())}


def like_each_other(texts: Sequence[str]) -> tuple[tuple[Mapping[str, Any], ...], ...]:
    """For each document of a file, those of the others that say the same or nearly so.

    Args:
        texts: The body of each document, the principal one first, then in their order.

    Returns:
        For each, rows of ``document`` (0 the principal one, then the others from 1), ``by``
        and ``score``.
    """
    index = LikenessIndex()
    prints = [print_of(text) for text in texts]
    for n, print_ in enumerate(prints):
        index.add(str(n), print_)
    return tuple(_rows(index, n, prints[n]) for n in range(len(prints)))


def _rows(index: LikenessIndex, n: int, print_: Any) -> tuple[Mapping[str, Any], ...]:
    found = sorted(index.like(print_, but=str(n)), key=lambda match: int(match.key))
    return tuple(
        {"document": int(match.key), "by": match.by.value, "score": round(match.score, 3)}
        for match in found
    )


def template_of(match: TemplateMatch | None) -> Mapping[str, Any] | None:
    """The form's template by which labels were found, and whether anybody confirmed them."""
    if match is None or not match.is_match:
        return None
    return {
        "editions": list(match.template.editions),
        "page": match.page,
        "share": round(match.share, 3),
        "labels": "confirmed" if match.template.confirmed else "unconfirmed",
    }


def body_of(text: Text) -> str:
    """The body of a document, for comparing."""
    return "\n".join(line.text for line in text.lines if line.layer is Layer.BODY)
