"""From an opened file to a Reading: split, recognise each document, choose the principal one.

The one entry of READ. Same bytes and same versions give the same Reading.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tecum import __version__
from tecum.errors import DataUnusable
from tecum.instruments.catalogue import Catalogue, load_catalogue
from tecum.office import Office
from tecum.provenance import Read, Source, unreadable
from tecum.reading.about_file import arrivals_of, body_of, like_each_other
from tecum.reading.bands.confidence import as_sure_as_its_words
from tecum.reading.bands.unsigned_words import as_sure_as_its_signature
from tecum.reading.collecting import collecting_rarely
from tecum.reading.conduct.surety import only_if_told
from tecum.reading.covers import (
    Writer,
    as_sure_as_its_cover,
    spoken_by_the_asked,
    writer_of_cover,
)
from tecum.reading.document import read_piece
from tecum.reading.exchange_of_mail import with_mail, with_rival_deadlines
from tecum.reading.failed import failed_in
from tecum.reading.mail.sender import NOTHING_KNOWN, Known
from tecum.reading.open import open_document
from tecum.reading.packet import addressed_by_cover, letters_dated_before, only_covers
from tecum.reading.result import Reading, ReadSignatory
from tecum.reading.split.split import Piece, split
from tecum.reading.text.layout import Layer, Opened, Part
from tecum.words import Band, Conduct, DocumentRole, Kind, ReadingWarning

__all__ = ["read", "read_file"]

_ALWAYS = ("conduct", "kind", "judicial", "recipient")
_FIELDS = (
    "conduct", "kind", "form", "issuer", "issuer_class", "judicial", "recipient", "issued_on",
    "served_on", "service_method", "place_or_manner", "nondisclosure",
)  # fmt: skip
_OTHERS_SPEAK = frozenset({Conduct.CONTESTS, Conduct.ANSWERS, Conduct.REPORTS})
_WRAPPERS = frozenset((DocumentRole.ENVELOPE.value, DocumentRole.FAX_COVER.value))
_PASSING = re.compile(r"^\W{0,60}(?:fwd?|fw|rv|wg|tr)\s{0,60}:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    """A document's Reading with the part it came from."""

    reading: Reading
    part: Part

    @property
    def demands(self) -> bool:
        """Whether it makes a demand of a known kind."""
        kind, conduct = self.reading.kind.value, self.reading.conduct
        if "supposed" in conduct.signals:
            return False
        return conduct.value is Conduct.ISSUES and kind is not None and kind.is_demand


def read(
    opened: Opened,
    catalogue: Catalogue,
    office: Office | None = None,
    known: Known = NOTHING_KNOWN,
) -> Reading:
    """Read what was opened into a typed demand, or into what else it is.

    Args:
        opened: The file, its parts and their text.
        catalogue: The instruments to recognise.
        office: The profile, for what the office trusts about mail and wants confirmed.
        known: What the docket knows of earlier mail: domains, messages, numbers of this office.

    Returns:
        The principal document's Reading; further documents of the file are its ``others``.
    """
    with collecting_rarely():
        return _read(opened, catalogue, office, known)


def _read(opened: Opened, catalogue: Catalogue, office: Office | None, known: Known) -> Reading:
    titles = _titles(opened)
    found: list[_Found] = []
    lost: list[Part] = []
    hinted = False
    for part in opened.parts:
        if part.role in ("returned", "delivery_status", "signature"):
            continue
        if not _can_be_read(part):
            lost.append(part)
            continue
        assert part.text is not None
        pieces, may_hold_more = split(part.text)
        hinted |= may_hold_more
        for piece in pieces:
            if piece.role is DocumentRole.BLANK and len(pieces) > 1:
                continue
            found.append(_Found(_piece(part, piece, catalogue, office, titles), part))
    found = [_Found(with_mail(f.reading, f.part, opened, office, known), f.part) for f in found]
    if not found:
        return _finished(_unread(opened), opened, catalogue, office, frozenset())
    extra = {ReadingWarning.MAY_HOLD_SEVERAL} if hinted else set()
    if lost:
        extra.add(ReadingWarning.PART_NOT_READ)
    principal = _principal(found)
    others = tuple(f.reading for f in found if f is not principal)
    reading = principal.reading.with_(
        others=others,
        encloses=_encloses(found, principal),
        conduct=_conduct_of(principal, found, lost),
    )
    reading = _with_enclosed_kind(reading, found, principal)
    covers = [f.reading for f in found if f is not principal and _covers(f.part, principal.part)]
    reading = with_rival_deadlines(reading, covers)
    extra |= letters_dated_before(principal.reading, others)
    reading = _with_likeness(reading, found, principal)
    reading = addressed_by_cover(reading, others)
    reading = _as_told(reading.with_(others=tuple(map(_as_told, reading.others))))
    return _finished(reading, opened, catalogue, office, frozenset(extra))


def read_file(path: Path, office: Office | None = None) -> Reading:
    """Open and read a file of this machine.

    Raises:
        DataUnusable: there is no such file, or it may not be opened.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DataUnusable(
            f"{path.name} cannot be opened: {error.strerror}.", code="read.no-file"
        ) from error
    return read(open_document(data, path.name), load_catalogue(), office)


def _piece(
    part: Part, piece: Piece, catalogue: Catalogue, office: Office | None, titles: str
) -> Reading:
    """One document, no value surer than the words that were recognised for it."""
    assert part.text is not None
    reading = read_piece(part, piece, catalogue, office, file_titles=titles)
    return as_sure_as_its_signature(as_sure_as_its_words(reading, part.text), part)


def _with_likeness(reading: Reading, found: list[_Found], principal: _Found) -> Reading:
    """Name what of a file says the same: a letter as PDF and in the mail that carries it."""
    if len(found) < 2:
        return reading
    ordered = [principal, *(f for f in found if f is not principal)]
    texts = [body_of(f.part.text.only(f.reading.document_pages)) for f in ordered if f.part.text]
    if len(texts) != len(ordered):
        return reading
    rows = like_each_other(texts)
    pairs = zip(reading.others, rows[1:], strict=True)
    return reading.with_(
        looks_like=rows[0], others=tuple(other.with_(looks_like=row) for other, row in pairs)
    )


def _covers(cover: Part, part: Part) -> bool:
    """Whether a part is the mail that carries another."""
    return bool(cover.headers) and cover.path == part.path[:-1] and cover is not part


def _can_be_read(part: Part) -> bool:
    if part.text is None or not part.outcome.is_read:
        return False
    return any(line.text.strip() and line.layer is not Layer.HIDDEN for line in part.text.lines)


def _titles(opened: Opened) -> str:
    """First lines of every page and part's names: what a reference may be answered by."""
    out: list[str] = []
    for part in opened.parts:
        if part.name and part is not opened.parts[0]:
            out.append(re.sub(r"[_.-]+", " ", part.name))
        if part.text is None:
            continue
        for page in part.text.singly():
            out.extend(line.text for line in page.lines[:4])
    return "\n".join(out)


def _principal(found: list[_Found]) -> _Found:
    """The document that the file is about.

    A paper that answers, contests or reports stays the principal one, whatever it carries;
    a letter or mail that only carries a demand gives way to it, unless it passes on somebody
    else's.
    """
    first = next((f for f in found if f.reading.role not in _WRAPPERS), found[0])
    demands = [f for f in found if f.demands]
    carried = [f for f in demands if _covers(first.part, f.part) and f.reading.items]
    if carried and first.demands and not (first.reading.items or first.reading.due):
        return carried[0]  # the mail asks for nothing of its own but a word that it came
    if first.demands and any(_only_covers(first, behind) for behind in demands[1:2]):
        return demands[1]  # a letter that tells of the subpoena behind it
    if first.demands or not demands:
        return first
    conduct = first.reading.conduct.value
    if conduct in _OTHERS_SPEAK and first.reading.conduct.band is not Band.UNSURE:
        return first
    if conduct is Conduct.FORWARDS and _passes_on(first):
        return first
    return first if _lies_on(first, demands[0]) is Writer.ASKED else demands[0]


def _lies_on(cover: _Found, demand: _Found) -> Writer:
    """Who wrote the first paper of a file that a demand lies behind."""
    if cover.part.text is None:
        return Writer.UNKNOWN
    lines = cover.part.text.only(cover.reading.document_pages).lines
    behind = demand.part.text
    inside = behind.only(demand.reading.document_pages).lines if behind is not None else ()
    return writer_of_cover(cover.reading, lines, demand.reading, inside)


def _only_covers(first: _Found, behind: _Found) -> bool:
    """Whether the first document of a part is the letter over a demand that follows it there."""
    if first.part is not behind.part or first.part.text is None:
        return False
    words = first.part.text.only(first.reading.document_pages).flow().text
    return only_covers(first.reading, words, behind.reading)


def _passes_on(found: _Found) -> bool:
    """Whether a mail or memorandum passes on a demand that is not its writer's own."""
    headers = dict(found.part.headers)
    signals = set(found.reading.conduct.signals.get("found", []))
    if not headers:
        return bool({"passes_on_here", "routing_slip", "transmits_process"} & signals)
    if _PASSING.match(headers.get("subject", "")):
        return True
    return bool({"forwarded_message", "passes_on"} & signals)


def _conduct_of(principal: _Found, found: list[_Found], lost: list[Part]) -> Read[Conduct]:
    """What the file does: of a paper that lies on another, with regard to who wrote it.

    A mail without a demand of its own that carries something unreadable may be its cover.
    """
    conduct = principal.reading.conduct
    if lost and len(found) == 1 and conduct.value is Conduct.NONE:
        return Read(
            Conduct.FORWARDS, Band.UNSURE, conduct.spans, conduct.rule, {"enclosed": "not read"}
        )
    first = next((f for f in found if f.reading.role not in _WRAPPERS), found[0])
    demand = next((f for f in found if f.demands and f is not first), None)
    if demand is None or principal not in (first, demand):
        return conduct
    writer = _lies_on(first, demand)
    if principal is demand:
        return as_sure_as_its_cover(conduct, writer)
    assert first.part.text is not None
    words = first.part.text.only(first.reading.document_pages).flow().text
    if writer is not Writer.ASKED:
        return conduct
    return spoken_by_the_asked(first.reading, words, demand.reading)


def _with_enclosed_kind(reading: Reading, found: list[_Found], principal: _Found) -> Reading:
    """What passes on a demand is of the kind of what it passes on."""
    if reading.conduct.value is not Conduct.FORWARDS or reading.kind.value is not Kind.OTHER:
        return reading
    inside = [f for f in found if f is not principal and f.demands]
    if not inside:
        return reading
    kind = inside[0].reading.kind
    return reading.with_(
        kind=Read(kind.value, Band.UNSURE, reading.kind.spans, "kind.enclosed/1", {})
    )


def _encloses(found: list[_Found], principal: _Found) -> tuple[Mapping[str, Any], ...]:
    """The documents inside the outer one, with the pages they take of their part."""
    rows: list[Mapping[str, Any]] = []
    for item in found[1:]:
        kind = item.reading.kind.value
        pages = item.reading.document_pages
        rows.append(
            {
                "kind": kind.value if kind is not None else Kind.OTHER.value,
                "pages": [pages[0], pages[-1]] if pages else [],
                "principal": item is principal,
            }
        )
    return tuple(rows)


def _unread(opened: Opened) -> Reading:
    """The Reading of a file that could not be looked at: every field says so."""
    first = opened.parts[0] if opened.parts else None
    text = first.text if first is not None else None
    source = Source(opened.sha256, opened.media_type, opened.bytes)
    return Reading(
        source=source,
        pages=text.pages if text is not None else (),
        outcome=opened.outcome,
        conduct=unreadable("conduct.signals/1"),
        kind=unreadable("kind.marks/1"),
        form=unreadable("kind.form/1"),
        issuer=unreadable("parties.issuer/1"),
        issuer_class=unreadable("parties.issuer_class/1"),
        signatory=ReadSignatory(
            name=unreadable("signer.name/1"),
            title=unreadable("signer.title/1"),
            role=unreadable("signer.role/1"),
        ),
        judicial=unreadable("signer.judicial/1"),
        recipient=unreadable("parties.recipient/1"),
        issued_on=unreadable("dates.issued_on"),
        served_on=unreadable("dates.served_on"),
        service_method=unreadable("service.method/1"),
        place_or_manner=unreadable("terms.place/1"),
        items_band=Band.UNREADABLE.value,
        nondisclosure=unreadable("terms.nondisclosure/1"),
        document_pages=tuple(page.n for page in text.pages) if text is not None else (),
    )


def _as_told(reading: Reading) -> Reading:
    """What the rules supposed where the paper told nothing goes no further than the rules."""
    conduct, kind = only_if_told(reading.conduct), reading.kind
    if conduct.value is None and "supposed" in conduct.signals and kind.band is Band.UNSURE:
        # What kind of demand it would be is no surer than that it is one.
        kind = replace(kind, value=None)
    elif conduct.value is None and "strongest" in conduct.signals and kind.band is Band.LIKELY:
        # Its marks name an instrument, but nothing in it asks: it may as well speak of one.
        kind = replace(kind, band=Band.UNSURE)
    return reading.with_(conduct=conduct, kind=kind)


def _finished(
    reading: Reading,
    opened: Opened,
    catalogue: Catalogue,
    office: Office | None,
    extra: frozenset[str],
) -> Reading:
    """Name the reader, the outcome of the file, its warnings, and what a person must confirm."""
    warnings = {*reading.warnings, *opened.warnings, *extra}
    if reading.threatens:
        warnings.add(ReadingWarning.THREATENS)
    if any(part.text is not None and part.text.failed for part in opened.parts):
        warnings.add(ReadingWarning.FAILED_REDACTION)
    if reading.missing_enclosures:
        warnings.add(ReadingWarning.ENCLOSURE_MISSING)
    return reading.with_(
        outcome=opened.outcome,
        source=Source(opened.sha256, opened.media_type, opened.bytes),
        warnings=tuple(sorted(warnings)),
        failed_redaction=failed_in(opened.parts),
        arrivals=arrivals_of(opened),
        confirm=_confirm(reading, office),
        reader={
            "version": __version__,
            "catalogue_sha256": catalogue.sha256,
            "engines": dict(opened.engines),
        },
    )


def _confirm(reading: Reading, office: Office | None) -> tuple[str, ...]:
    """What must be confirmed by a person before clocks and duties are in force (READING 15)."""
    fields = [*_ALWAYS]
    fields += [f"due[{i}]" for i in range(len(reading.due))] or ["due"]
    fields.append("served_on")
    if office is not None and office.confirm_all:
        fields += [name for name in _FIELDS if name not in fields]
        fields += ["items", "subjects", "checkboxes", "signatory"]
    return tuple(fields)
