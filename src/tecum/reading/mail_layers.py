"""Which lines of a mail are its own, quoted, forwarded, signature, disclaimer (READING 13)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tecum.reading.layout import Layer

__all__ = ["layered"]

Row = tuple[str, Layer]

_FORWARDED = re.compile(
    r"(?i)\s*(?:-{2,} ?(?:forwarded (?:message|by)\b.*|mensaje reenviado.*)"
    r"|begin forwarded message:|inicio del mensaje reenviado:"
    r"|-{3,} ?weitergeleitete nachricht.*)\s*"
)
_ORIGINAL = re.compile(
    r"(?i)\s*(?:-{2,} ?(?:original (?:message|appointment)|mensaje original|message d'origine"
    r"|ursprüngliche nachricht) ?-{2,})\s*"
)
_ATTRIBUTION = re.compile(
    r"(?i)\s*(?:(?:on|el|le|am)\b.{4,200}\b(?:wrote|escribió|a écrit|schrieb)\s*:"
    r"|.{3,120}<[^>]{3,80}>\s*(?:wrote|writes|escribió)\s*:)\s*"
)
_ATTRIBUTION_START = re.compile(r"(?i)\s*(?:on|el)\s.{4,120}\d.{0,80}")
_ATTRIBUTION_END = re.compile(r"(?i).{0,120}(?:wrote|escribió)\s*:\s*")
_HEADER_FROM = re.compile(r"(?i)\s*[*_]?(?:from|de|von)\s*:[*_]?\s*\S.*")
_HEADER_MORE = re.compile(
    r"(?i)\s*[*_]?(?:sent|date|to|cc|subject|enviado|fecha|para|asunto|gesendet|an|betreff)"
    r"\s*:[*_]?.*"
)
_SIGNATURE = re.compile(r"-- ?")
_DISCLAIMER = re.compile(
    r"(?i)\s*(?:\*{0,3}\s*)?(?:confidentiality (?:notice|note|statement)|notice of confidentiality"
    r"|privileged (?:and|&) confidential|aviso (?:de confidencialidad|legal)|disclaimer\b"
    r"|(?:this|the information (?:contained )?in this|the contents of this|este)"
    r" (?:e-?mail|message|communication|transmission|electronic|correo|mensaje)"
    r".{0,160}(?:confidential|privileged|intended (?:only|solely)|addressee|recipient"
    r"|destinatario))"
)
_SENT_FROM = re.compile(r"(?i)\s*(?:sent from my|enviado desde mi|get outlook for)\b.{0,60}")


def layered(rows: Sequence[Row], *, passes_on: bool, replies: bool) -> list[Row]:
    """Give each line of a mail's text its layer; hidden lines stay hidden.

    Args:
        rows: Lines with what the markup already said (quoted blocks, hidden text).
        passes_on: The subject says that the mail forwards.
        replies: A header says that the mail answers another.
    """
    found: list[Row] = []
    state = Layer.BODY
    skip = 0
    for i, (text, layer) in enumerate(rows):
        if layer is Layer.HIDDEN:
            found.append((text, layer))
            continue
        if skip:
            skip -= 1
            found.append((text, state))
            continue
        opened, length = _opens(rows, i, passes_on=passes_on, replies=replies)
        if opened is not None and state is not Layer.QUOTED:
            if opened is Layer.QUOTED and _marks_follow(rows, i + length):
                found.append((text, opened))
                continue
            state, skip = opened, length - 1
            found.append((text, state))
            continue
        found.append((text, _of_line(text, layer, state, passes_on and not replies)))
        state = _next_state(text, state)
    return _with_disclaimers(found)


def _of_line(text: str, layer: Layer, state: Layer, forwards: bool) -> Layer:
    if text.lstrip().startswith(">"):
        return Layer.FORWARDED if state is Layer.FORWARDED else Layer.QUOTED
    if layer is Layer.QUOTED:
        return Layer.FORWARDED if forwards or state is Layer.FORWARDED else Layer.QUOTED
    if state in (Layer.QUOTED, Layer.FORWARDED):
        return state
    if state is Layer.MAIL_SIGNATURE or _SIGNATURE.fullmatch(text) or _SENT_FROM.fullmatch(text):
        return Layer.MAIL_SIGNATURE
    return Layer.BODY


def _next_state(text: str, state: Layer) -> Layer:
    if state is Layer.BODY and _SIGNATURE.fullmatch(text):
        return Layer.MAIL_SIGNATURE
    return state


def _opens(
    rows: Sequence[Row], i: int, *, passes_on: bool, replies: bool
) -> tuple[Layer | None, int]:
    """What a line opens (a quotation, a forwarded mail) and how many lines the opening takes."""
    text = rows[i][0][:400]
    if _FORWARDED.fullmatch(text):
        return Layer.FORWARDED, 1
    other = Layer.FORWARDED if passes_on and not replies else Layer.QUOTED
    if _ORIGINAL.fullmatch(text):
        return other, 1
    header = _header_block(rows, i)
    if header:
        return (Layer.QUOTED if replies or not passes_on else Layer.FORWARDED), header
    if _ATTRIBUTION.fullmatch(text):
        return (None, 0) if not _is_quoted_after(rows, i + 1) else (Layer.QUOTED, 1)
    following = rows[i + 1][0][:200] if i + 1 < len(rows) else ""
    if (
        _ATTRIBUTION_START.fullmatch(text)
        and _ATTRIBUTION_END.fullmatch(following)
        and _is_quoted_after(rows, i + 2)
    ):
        return Layer.QUOTED, 2
    return None, 0


def _header_block(rows: Sequence[Row], i: int) -> int:
    """The number of lines of an Outlook header block (From, Sent, To, Subject) that begins here."""
    if i == 0 or not _HEADER_FROM.fullmatch(rows[i][0][:400]):
        return 0
    names = 0
    length = 1
    for text, _ in rows[i + 1 : i + 9]:
        if _HEADER_MORE.fullmatch(text[:400]):
            names += 1
            length = length + 1
        elif not text.strip() or not names:
            break
        else:
            length += 1
    return length if names >= 2 else 0


def _marks_follow(rows: Sequence[Row], i: int) -> bool:
    """Whether the quotation marks its own lines, so that text after it is the sender's again."""
    following = next((text for text, _ in rows[i : i + 4] if text.strip()), "")
    return following.lstrip().startswith(">")


def _is_quoted_after(rows: Sequence[Row], i: int) -> bool:
    """Whether something follows at all that a quotation line may introduce."""
    return any(text.strip() for text, _ in rows[i:])


def _with_disclaimers(rows: list[Row]) -> list[Row]:
    """A confidentiality notice, from its first line to the end of its layer's paragraph."""
    inside = False
    out: list[Row] = []
    for text, layer in rows:
        if not text.strip():
            inside = False
        elif layer in (Layer.BODY, Layer.MAIL_SIGNATURE) and _DISCLAIMER.match(text[:400]):
            inside = True
        usable = layer in (Layer.BODY, Layer.MAIL_SIGNATURE)
        out.append((text, Layer.DISCLAIMER if inside and usable else layer))
    return out
