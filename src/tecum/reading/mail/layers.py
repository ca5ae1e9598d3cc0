"""Which lines of a mail are its own, quoted, forwarded, signature, disclaimer (READING 13)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from tecum.reading.mail.notices import with_closings, with_notices
from tecum.reading.text.layout import Layer, Text

__all__ = ["layered", "without_heads"]

Row = tuple[str, Layer]

_FORWARDED = re.compile(
    r"(?i)\s{0,60}+(?:-{2,80} ?(?:forwarded (?:message|by)\b.*|mensaje reenviado.*"
    r"|message transf[ée]r[ée].*|weitergeleitete nachricht.*|messaggio inoltrato.*"
    r"|mensagem encaminhada.*)"
    r"|begin forwarded message ?:|inicio del mensaje reenviado ?:"
    r"|début du message (?:transféré|réexpédié) ?:"
    r"|anfang der weitergeleiteten nachricht ?:)\s{0,60}"
)
_ORIGINAL = re.compile(
    r"(?i)\s{0,60}+(?:-{2,80} ?(?:original (?:message|appointment)|mensaje original"
    r"|message d['’]origine|message original|ursprüngliche nachricht|messaggio originale"
    r"|mensagem original) ?-{2,80})\s{0,60}"
)
_SAID = r"(?:wrote|writes|escribió|a écrit|schrieb|ha scritto|escreveu)"
_ATTRIBUTION = re.compile(
    rf"(?i)\s{{0,60}}+(?:(?:on|el|le|am|il|em)\b(?=.{{0,120}}\d).{{4,260}}?\b{_SAID}\b"
    r"\s{0,60}:"
    r"|am\b.{4,80}\d.{0,30}\bschrieb\b\s[^:<]{2,80}(?:<[^>]{3,80}>)?\s{0,60}:"
    rf"|.{{3,120}}<[^>]{{3,80}}>\s{{0,60}}{_SAID}\s{{0,60}}:"
    rf"|.{{2,80}}\s{_SAID}\s(?:on|el|le|am)\s.{{0,30}}\d.{{0,60}}:"
    r"|\d{4}-\d\d-\d\d \d\d?:\d\d (?:[A-Z]{2,4}[+-]\S{1,6} )?.{2,80}<[^>]{3,80}>\s{0,60}:)"
    r"\s{0,60}"
)
_ATTRIBUTION_START = re.compile(r"(?i)\s{0,60}+(?:on|el|le|am|il|em)\s.{0,60}\d.{0,160}(?<![.;])")
_ROWS_OF_ATTRIBUTION = 4
_HEADER_FROM = re.compile(r"(?i)\s{0,60}[*_]?(?:from|de|von|da)\s{0,60}:[*_]?\s{0,60}\S.*")
_HEADER_MORE = re.compile(
    r"(?i)\s{0,60}[*_]?(?:sent|date|to|cc|bcc|subject|importance|attachments|reply-to"
    r"|enviado(?: el)?|fecha|para|asunto|gesendet|datum|an|betreff"
    r"|envoy[ée](?: le)?|date|[àa]|objet|inviato|oggetto|data|assunto)"
    r"\s{0,60}:[*_]?.*"
)
_OF_A_PROGRAM = re.compile(
    r"(?i)\s{0,60}[*_]?(?:sent|subject|enviado(?: el)?|asunto|gesendet|betreff|envoy[ée](?: le)?"
    r"|objet|inviato|oggetto|assunto)\s{0,60}:"
)
_MEMO_TO = re.compile(r"(?i)\s{0,60}(?:to|memorandum(?: for)?|para)\s{0,60}:")
_DRAWN = re.compile(r"\s{0,60}[_-]{10,200}\s{0,60}")
_SIGNATURE = re.compile(r"--\s{0,3}")
_SENT_FROM = re.compile(
    r"(?i)\s{0,60}+(?:sent from (?:my|yahoo|mail|outlook|aol|samsung|gmail|proton|a|an|the)\b"
    r"|sent (?:with|using|via) [A-Z]|enviado desde|get outlook for|obtener outlook para"
    r"|envoyé (?:de|depuis) mon|télécharger outlook|von meinem \S+ gesendet|gesendet von)"
    r".{0,60}"
)


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
            found.append((text, found[-1][1]))
            continue
        opened, length = None, 0
        if state not in (Layer.QUOTED, Layer.FORWARDED):
            opened, length = _opens(rows, i, passes_on=passes_on, replies=replies)
        if opened is not None:
            skip = length - 1
            found.append((text, opened))
            if opened is not Layer.QUOTED or not _marks_follow(rows, i + length):
                state = opened
            continue
        found.append((text, _of_line(text, layer, state, passes_on and not replies)))
        state = _next_state(text, state)
    return with_closings(with_notices(found))


def _of_line(text: str, layer: Layer, state: Layer, forwards: bool) -> Layer:
    if text.lstrip().startswith(">"):
        return Layer.FORWARDED if state is Layer.FORWARDED else Layer.QUOTED
    if layer is Layer.QUOTED:
        return Layer.FORWARDED if forwards or state is Layer.FORWARDED else Layer.QUOTED
    if state in (Layer.QUOTED, Layer.FORWARDED):
        return state
    if state is Layer.MAIL_SIGNATURE or _SIGNATURE.fullmatch(text) or _SENT_FROM.fullmatch(text):
        return Layer.MAIL_SIGNATURE
    return Layer.NOTE if layer is Layer.NOTE else Layer.BODY


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
    at = _first_said(rows, i + 1) if _DRAWN.fullmatch(text) else i
    length = _header_block(rows, at, memos=not replies and not passes_on)
    if length and (passes_on or replies or _says_something_before(rows, i)):
        return other, at - i + length
    length = _attribution(rows, i)
    return (Layer.QUOTED, length) if length else (None, 0)


def _says_something_before(rows: Sequence[Row], i: int) -> bool:
    """Whether words of the mail's own stand before a line; a slice would copy a long mail."""
    before = islice(rows, i)
    return any(text.strip() for text, layer in before if layer is not Layer.HIDDEN)


def _attribution(rows: Sequence[Row], i: int) -> int:
    """The number of lines of "On … wrote:" that begins here, wrapped as programs wrap it."""
    joined = ""
    for length in range(1, _ROWS_OF_ATTRIBUTION + 1):
        text = rows[i + length - 1][0][:400].strip() if i + length <= len(rows) else ""
        if not text or text.startswith(">"):
            return 0
        joined = f"{joined} {text}".strip()
        if _ATTRIBUTION.fullmatch(joined[:600]):
            return length if _first_said(rows, i + length) < len(rows) else 0
        if not _ATTRIBUTION_START.fullmatch(joined[:600]):
            return 0
    return 0


def _first_said(rows: Sequence[Row], i: int) -> int:
    """The next line that is not blank."""
    return next((n for n in range(i, len(rows)) if rows[n][0].strip()), len(rows))


def _header_block(rows: Sequence[Row], i: int, *, memos: bool) -> int:
    """The number of lines of an Outlook header block (From, Sent, To, Subject) that begins here.

    A memorandum typed into a mail names whom it is for before whom it is from.
    """
    if i >= len(rows) or not _HEADER_FROM.fullmatch(rows[i][0][:400]):
        return 0
    above = next((rows[n][0] for n in range(i - 1, -1, -1) if rows[n][0].strip()), "")
    if memos and _MEMO_TO.match(above[:200]):
        return 0
    names = 0
    length = last = 1
    for n, (text, _) in enumerate(rows[i + 1 : i + 14], start=i + 1):
        length += 1
        if _HEADER_MORE.fullmatch(text[:400]):
            names += 1
            last = length
        elif not text.strip():
            following = rows[n + 1][0][:400] if n + 1 < len(rows) else ""
            if not _HEADER_MORE.fullmatch(following):
                break
        elif not names:
            break
    block = rows[i : i + last]
    typed = memos and (_is_period(block) or not _is_of_a_program(block))
    return last if names >= 2 and not typed else 0


def _is_of_a_program(block: Sequence[Row]) -> bool:
    """Whether heads were set by a mail program: it gives an address, the subject, or the hour.

    "From", "To", "Date" and "Re" by themselves head a memorandum or the cover of a fax.
    """
    return any("@" in text or _OF_A_PROGRAM.match(text[:200]) for text, _ in block)


def _is_period(rows: Sequence[Row]) -> bool:
    """Whether "From:" and "To:" name two days and no people: a period, asked for."""
    said = [text.split(":", 1)[1] for text, _ in rows if ":" in text]
    return bool(said) and all(re.search(r"\d", text) and "@" not in text for text in said[:2])


def _marks_follow(rows: Sequence[Row], i: int) -> bool:
    """Whether the quotation marks its own lines, so that text after it is the sender's again."""
    at = _first_said(rows, i)
    return at < min(len(rows), i + 4) and rows[at][0].lstrip().startswith(">")


def without_heads(text: Text) -> Text:
    """A mail's text without the lines that open what it passes on: "Forwarded message", heads."""
    lines, opening = [], True
    for line in text.lines:
        if line.layer is not Layer.FORWARDED:
            lines.append(line)
            continue
        said = line.text[:400].lstrip("> ")
        opening = opening and any(p.fullmatch(said) for p in _OPENING)
        if not opening:
            lines.append(line)
    return replace(text, lines=tuple(lines))


_OPENING = (_FORWARDED, _ORIGINAL, _DRAWN, _HEADER_FROM, _HEADER_MORE, re.compile(r"\s{0,60}"))
