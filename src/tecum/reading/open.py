"""Bytes → ``Opened``: what a file is, its parts, their text, and how the opening ended.

Every parser runs in a limited child (:mod:`tecum.sandbox`); this module sorts types, keeps
the caps over all parts of a file, checks the children's answers, and finds the words for the
clerk. A file that cannot be opened is still an ``Opened``: it was received.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tecum import sandbox
from tecum.provenance import Sha256, Source
from tecum.reading.answer import BadAnswer, Gathered
from tecum.reading.files import sniff
from tecum.reading.files.jobs import JOBS, PROGRAMS
from tecum.reading.limits import Limits, default_limits
from tecum.reading.monotony import MONOTONOUS
from tecum.reading.ocr import asking
from tecum.reading.sentences import reason
from tecum.reading.text.layout import Opened, Part, Text
from tecum.words import IntakeOutcome, ReadingWarning

__all__ = ["lacks_engine", "open_document", "opened_too_large"]

_BESIDE = frozenset({"returned", "delivery_status", "signature"})
_LISTED_ONLY = {
    "message/partial": "partial_message",
    "message/external-body": "content_elsewhere",
}
_LOCKED_MAIL = frozenset({"application/pgp-encrypted", "application/x-encrypted-pkcs7"})
_FURTHER_READERS = ("tecum.reading.pdf.pages:read_repaired", "tecum.reading.pdf.pages:read_second")
_MOST_OBJECTS = 300_000
_HEADERS_END = re.compile(rb"\r?\n\r?\n|\r\r")


def open_document(
    data: bytes,
    name: str | None = None,
    *,
    limits: Limits | None = None,
    password: str | None = None,
) -> Opened:
    """Open a file: its type by content, its parts, the text of each, and an outcome for each.

    Args:
        data: The bytes as received.
        name: The name they came with; data from outside, used for nothing but comparison.
        limits: Caps and limits; those of the product unless an administrator raised them.
        password: A password that a person gave for this file.

    Returns:
        The opened file. Same bytes, same name, same versions: equal values.
    """
    opener = _Opener(limits or default_limits(), password)
    opener.part(data, name, (), "file")
    first = opener.parts[0]
    warnings = set(first.warnings)
    if any(not part.outcome.is_read for part in opener.parts[1:] if part.role not in _BESIDE):
        warnings.add(ReadingWarning.PART_NOT_READ)
    outcome, why = first.outcome, first.reason
    if opener.over:
        outcome, why = IntakeOutcome.TOO_LARGE, reason("too_large")
    elif outcome is IntakeOutcome.READ and warnings:
        outcome, why = IntakeOutcome.READ_WITH_WARNINGS, reason("read_with_warnings")
    return Opened(
        first.source.sha256,
        first.source.media_type,
        len(data),
        outcome,
        why,
        tuple(opener.parts),
        tuple(sorted(warnings)),
        tuple(sorted(opener.engines.items())),
    )


def opened_too_large(sha256: str, size: int, head: bytes, name: str | None = None) -> Opened:
    """A file beyond the limit that was hashed in passing: kept by its hash, never held whole.

    Args:
        sha256: The hash of all its bytes.
        size: How many there are.
        head: The first of them, to tell the type.
        name: The name they came with.
    """
    source = Source(Sha256(sha256), sniff.media_type_of(head, name), size)
    word, why = IntakeOutcome.TOO_LARGE, reason("too_large")
    part = Part(source, (), name, word, why, None, (), (), "file", ())
    return Opened(source.sha256, source.media_type, size, word, why, (part,))


@dataclass
class _Opener:
    limits: Limits
    password: str | None
    parts: list[Part] = field(default_factory=list)
    engines: dict[str, str] = field(default_factory=dict)
    taken: int = 0
    over: bool = False
    expanded: int = 0

    def part(
        self,
        data: bytes,
        name: str | None,
        path: tuple[str, ...],
        role: str,
        *,
        mails: int = 0,
        archives: int = 0,
        declared: str | None = None,
    ) -> None:
        """Open one part and, after it, the parts inside it."""
        kind = sniff.media_type_of(data, name)
        if declared == sniff.MAIL and kind in (sniff.TEXT, sniff.UNKNOWN):
            kind = sniff.MAIL
        source = Source(Sha256(hashlib.sha256(data).hexdigest()), kind, len(data))
        listed = _LISTED_ONLY.get(declared or "")
        found = (
            _Found(IntakeOutcome.UNSUPPORTED_TYPE, listed)
            if listed
            else self._open(data, name, kind, mails, archives)
        )
        warnings = set(found.warnings)
        if sniff.disagrees(name, kind):
            warnings.add(ReadingWarning.TYPE_DIFFERS)
        at = len(self.parts)
        outcome, why = _concluded(found, warnings)
        self.parts.append(
            Part(
                source,
                path,
                name,
                outcome,
                why,
                found.text,
                tuple(sorted(warnings)),
                found.headers,
                role,
                found.hints,
            )
        )
        self._inside(found, path, mails + (kind in sniff.MAILS), archives, at)

    def _inside(
        self, found: _Found, path: tuple[str, ...], mails: int, archives: int, at: int
    ) -> None:
        inner = archives + (self.parts[at].source.media_type == "application/zip")
        for number, (child, blob) in enumerate(found.children, start=1):
            self.taken += 1
            self.expanded += len(blob)
            if self.taken > self.limits.parts or self.expanded > self.limits.expansion_bytes:
                self.over = True
                return
            name = child.get("name")
            self.part(
                blob,
                name if isinstance(name, str) else None,
                (*path, str(number)),
                str(child.get("role", "attachment")),
                mails=mails,
                archives=inner,
                declared=str(child.get("declared", "")),
            )

    def _open(self, data: bytes, name: str | None, kind: str, mails: int, archives: int) -> _Found:
        if not data:
            return _Found(IntakeOutcome.EMPTY_FILE, "empty_file")
        over = (
            len(data) > self.limits.bytes
            or mails >= self.limits.mail_depth
            or (archives >= self.limits.archive_depth and kind == "application/zip")
        )
        if over or (kind == sniff.MAIL and self._heads_only(data)):
            return _Found(IntakeOutcome.TOO_LARGE, "too_large")
        if kind in PROGRAMS:
            return _Found(IntakeOutcome.NOT_A_DOCUMENT, "program")
        if kind == sniff.UNKNOWN:
            return _Found(IntakeOutcome.NOT_A_DOCUMENT, "not_a_document")
        if kind in _LOCKED_MAIL:
            return _Found(IntakeOutcome.PASSWORD_NEEDED, "encrypted_message")
        job = JOBS.get(kind)
        if job is None:
            return _Found(IntakeOutcome.UNSUPPORTED_TYPE, "unsupported_type")
        return self._by_child(job, data, kind)

    def _heads_only(self, data: bytes) -> bool:
        """Whether a mail's headers go on beyond their cap: no child need hold them all."""
        cap = self.limits.header_bytes
        return len(data) > cap and _HEADERS_END.search(data, 0, cap + 4) is None

    def _by_child(self, job: str, data: bytes, kind: str) -> _Found:
        found = self._asked(job, data, kind)
        if job != JOBS[sniff.PDF] or not _is_poor(found):
            return found
        if data.count(b" obj") > _MOST_OBJECTS:
            return found  # a repair walks every object; no letter has so many
        for reader in _FURTHER_READERS:
            if reader == _FURTHER_READERS[-1] and found.outcome is IntakeOutcome.DAMAGED:
                break  # what neither of two readers can open at all is not trusted to a third
            other = self._asked(reader, data, kind)
            if _is_better(other, found):
                extra = (
                    {ReadingWarning.PAGE_COUNT_DIFFERS}
                    if _pages(found) not in (0, _pages(other))
                    else ()
                )
                other.warnings = tuple(sorted({*other.warnings, *extra}))
                return other
        if found.outcome is IntakeOutcome.NO_PAGES and b"/Count 0" not in data:
            found.outcome, found.code = IntakeOutcome.DAMAGED, "damaged"
        return found

    def _asked(self, job: str, data: bytes, kind: str) -> _Found:
        limits = sandbox.ChildLimits.for_opening(len(data))
        gathered = Gathered()
        heads: list[Mapping[str, Any]] = []
        children: list[tuple[Mapping[str, Any], bytes]] = []
        ended: sandbox.ChildEnded | None = None
        first, total = 1, 1
        while first <= min(total, self.limits.pages):
            try:
                given = sandbox.run(job, data, self._wanted(first), limits=limits)
            except sandbox.ChildEnded as error:
                ended = error
                break
            try:
                gathered.add(given.value)
                children.extend(_children(given))
                total = int(given.value.get("page_count", 1))
            except (BadAnswer, KeyError, IndexError, TypeError, ValueError):
                return _Found(IntakeOutcome.DAMAGED, "damaged")
            heads.append({k: v for k, v in given.value.items() if k not in ("pages", "fields")})
            if total > self.limits.pages:
                break  # it is not looked through: its first pages are kept to be seen
            first = (
                total + 1 if job == _FURTHER_READERS[-1] else first + self.limits.pages_per_child
            )
        self._note_engines(heads)
        if ended is not None and not heads:
            return _Found(IntakeOutcome(ended.outcome), ended.reason_code)
        gathered.set_monotonous_apart()
        self._recognise(job, data, kind, gathered)
        found = _found(heads, gathered, children)
        if ended is not None:
            found.outcome, found.code = IntakeOutcome(ended.outcome), ended.reason_code
        elif total > self.limits.pages or self._is_swollen(gathered):
            found.outcome, found.code = IntakeOutcome.TOO_LARGE, "too_large"
        return found

    def _is_swollen(self, gathered: Gathered) -> bool:
        """Whether there is more text than anybody reads: the later steps look at every letter."""
        letters = [len(page.text) for page in gathered.pages]
        most = self.limits.glyphs_a_page
        return (
            len(letters) > self.limits.pages
            or max(letters, default=0) > most
            or sum(letters) > 10 * most
        )

    def _recognise(self, job: str, data: bytes, kind: str, gathered: Gathered) -> None:
        """Recognise the letters of pages that are pictures, or whose own letters lie."""
        repaired = job == _FURTHER_READERS[0]
        part = asking.Part(data, kind, self.limits, self.password, repaired)
        asking.recognise_unread(part, gathered)
        self.engines.update(part.engines)

    def _note_engines(self, heads: list[Mapping[str, Any]]) -> None:
        for head in heads:
            engines = head.get("engines", {})
            if isinstance(engines, Mapping):
                self.engines.update({str(k)[:40]: str(v)[:80] for k, v in engines.items()})

    def _wanted(self, first: int) -> dict[str, Any]:
        return {**self.limits.to_json(), "first": first, "password": self.password}


@dataclass
class _Found:
    """What opening one part gave."""

    outcome: IntakeOutcome
    code: str
    text: Text | None = None
    warnings: tuple[str, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    hints: tuple[tuple[str, Any], ...] = ()
    children: list[tuple[Mapping[str, Any], bytes]] = field(default_factory=list)


def _pages(found: _Found) -> int:
    return 0 if found.text is None else len(found.text.pages)


def _is_poor(found: _Found) -> bool:
    """Whether the first reader failed, lost pages, or saw none: then the next one is asked."""
    if found.outcome in (IntakeOutcome.DAMAGED, IntakeOutcome.NO_PAGES):
        return True
    return ReadingWarning.PAGES_LOST in found.warnings


_LETTERS_OF_A_REPAIR = 20


def _says_something(found: _Found) -> bool:
    """Whether a repaired copy holds more than a few letters.

    What is left of a damaged file may be a word or two, or blank pages; that is no evidence
    of what the document said.
    """
    if found.text is None:
        return False
    said = sum(1 for page in found.text.pages for c in page.text if c.isalnum())
    return said >= _LETTERS_OF_A_REPAIR


def _is_better(other: _Found, found: _Found) -> bool:
    if other.outcome is IntakeOutcome.PASSWORD_NEEDED:
        return _pages(found) == 0
    if other.outcome is IntakeOutcome.READ and not _says_something(other):
        return False
    return _pages(other) > _pages(found)


def _children(given: sandbox.Given) -> list[tuple[Mapping[str, Any], bytes]]:
    rows = given.value.get("children", [])
    return [(row, given.blobs[row["blob"]]) for row in rows]


def _found(
    heads: list[Mapping[str, Any]],
    gathered: Gathered,
    children: list[tuple[Mapping[str, Any], bytes]],
) -> _Found:
    head = heads[0]
    outcome = IntakeOutcome(head.get("outcome", "read"))
    text = gathered.text() if gathered.pages or gathered.lost else None
    warnings = {str(w) for answer in heads for w in answer.get("warnings", ())}
    if gathered.hidden:
        warnings.add(ReadingWarning.HIDDEN_TEXT)
    hints: dict[str, Any] = {}
    for answer in heads:
        hints.update(answer.get("hints", {}))
    headers = tuple((str(n), str(v)) for n, v in head.get("headers", ()))
    found = _Found(outcome, str(head.get("reason", outcome.value)), text, (), headers)
    found.children = children
    if text is not None and outcome is IntakeOutcome.READ:
        _judge(found, gathered, warnings)
    elif outcome is IntakeOutcome.READ and text is None and not children:
        found.outcome, found.code = IntakeOutcome.NO_PAGES, "no_pages"
    found.warnings = tuple(sorted(warnings))
    hints.setdefault("reason_code", found.code)
    if asking.NO_ENGINE in gathered.unread.values():
        hints[asking.NO_ENGINE] = True
    found.hints = tuple(sorted(hints.items()))
    return found


_CAUSES = asking.CAUSES | {"no_ocr_engine", "took_too_long", "out_of_memory", MONOTONOUS}


def _judge(found: _Found, gathered: Gathered, warnings: set[str]) -> None:
    """A file of which too little could be read is unreadable, whatever its readable rest says."""
    if gathered.lost:
        warnings.add(ReadingWarning.PAGES_LOST)
    if not gathered.pages:
        found.outcome, found.code = IntakeOutcome.DAMAGED, "damaged"
        return
    unread = gathered.unread
    if unread and (1 in unread or 2 * len(unread) >= len(gathered.pages)):
        cause = unread[min(unread)]
        found.outcome = IntakeOutcome.UNREADABLE
        found.code = cause if cause in _CAUSES else "unreadable"
    elif unread:
        warnings.add(ReadingWarning.PAGES_NOT_READ)


def lacks_engine(opened: Opened) -> bool:
    """Whether pages were left unread because this machine cannot recognise letters."""
    return any(dict(part.hints).get(asking.NO_ENGINE) for part in opened.parts)


def _concluded(found: _Found, warnings: set[str]) -> tuple[IntakeOutcome, str]:
    if found.outcome is IntakeOutcome.READ and warnings:
        return IntakeOutcome.READ_WITH_WARNINGS, reason("read_with_warnings")
    return found.outcome, reason(found.code)
