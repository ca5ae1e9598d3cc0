"""One document recognised: conduct before kind, then signer, parties and terms, as a Reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from tecum.instruments.catalogue import Catalogue
from tecum.office import Office
from tecum.provenance import Read, Source
from tecum.reading.about_file import hidden_in, template_of
from tecum.reading.citations import citations
from tecum.reading.dates import dates
from tecum.reading.failed import FailedRedaction
from tecum.reading.fields.checkboxes import read_checkboxes
from tecum.reading.fields.consequences import read_consequences
from tecum.reading.fields.numbers import read_matter_numbers
from tecum.reading.fields.place import read_place
from tecum.reading.fields.secrecy import read_nondisclosure
from tecum.reading.fields.subjects import read_subjects
from tecum.reading.fields.template_values import places_to_sign
from tecum.reading.fields.terms import (
    read_missing_enclosures,
    read_threats,
)
from tecum.reading.items import items
from tecum.reading.items.asked_areas import asked_areas
from tecum.reading.kind.form import read_edition, read_form
from tecum.reading.known import Known, recognise_document
from tecum.reading.mail.sender import read_sender
from tecum.reading.packet import proofs_dated_before
from tecum.reading.paper.paper import Paper, paper_of
from tecum.reading.parties.recipient import read_recipient
from tecum.reading.parties.service import read_service_method
from tecum.reading.result import CheckBox, DuePhrase, Reading
from tecum.reading.signer.by_instrument import role_by_instrument
from tecum.reading.signer.digital import listed_signatures, signed_digitally
from tecum.reading.signer.endorsed import also_done
from tecum.reading.signer.ink_here import ink_here
from tecum.reading.signer.judicial import read_judicial
from tecum.reading.signer.opinion import delivered_by
from tecum.reading.signer.signer import role_by_issuer
from tecum.reading.signer.unsigned import nobody_signs
from tecum.reading.signer.writer import written_by
from tecum.reading.split.split import Piece
from tecum.reading.templates.template_due import with_cell
from tecum.reading.templates.templates import (
    Filled,
    fill,
    numbers_with,
    signatory_with,
    subjects_with,
    with_template,
)
from tecum.reading.text.layout import Flow, Part, Text
from tecum.words import (
    Band,
    Conduct,
    DocumentRole,
    IssuerClass,
    Kind,
    ReadingWarning,
    SignatoryRole,
)

__all__ = ["read_piece"]

_CONTENT = (DocumentRole.SCHEDULE, DocumentRole.DEFINITIONS, DocumentRole.EXHIBIT)


def read_piece(
    part: Part,
    piece: Piece,
    catalogue: Catalogue,
    office: Office | None,
    *,
    file_titles: str = "",
) -> Reading:
    """Read one document of a part.

    Args:
        part: The part of the file that holds it.
        piece: Its pages, and the schedules and proofs that belong to it.
        catalogue: The instruments.
        office: The office's profile: what it trusts about mail.
        file_titles: First lines of every document and part, to tell what is enclosed.
    """
    text = part.text
    if text is None:
        raise ValueError("a part without text has no documents")
    mail = bool(part.headers)
    own = text.only(piece.pages)
    paper = paper_of(own, is_mail=mail, headers=part.headers)
    known = recognise_document(paper, own, catalogue)
    content = text.only(piece.pages_of(*_CONTENT))
    whole = paper
    if content is not own:
        whole = paper_of(content, is_mail=mail, headers=part.headers)
    proofs = text.only(piece.pages_of(*DocumentRole))
    reading = _reading(part, piece, known, whole=whole, proofs=proofs, file_titles=file_titles)
    links = dict(part.hints).get("links", ())
    notes = proofs_dated_before(text, piece)
    if notes:
        reading = reading.with_(warnings=tuple(sorted({*reading.warnings, *notes})))
    return reading.with_(sender=read_sender(paper, office, links)) if mail else reading


def _with_proofs(whole: Paper, proofs: Text) -> Paper:
    """The paper with its proofs of service, which have boxes of their own."""
    if len(proofs.pages) == len(whole.text.pages):
        return whole
    return paper_of(proofs, is_mail=whole.is_mail, headers=whole.headers)


def _reading(
    part: Part, piece: Piece, known: Known, *, whole: Paper, proofs: Text, file_titles: str
) -> Reading:
    paper, instrument = known.paper, known.recognised.instrument
    conduct, kind = known.conduct.value, known.recognised.kind.value
    demands = conduct in (Conduct.ISSUES, Conduct.TEMPLATES)
    stated = dates.stated_dates(proofs)
    match = known.recognised.match
    filled = fill(known.search, match)
    signatures = listed_signatures(part)
    signatory = role_by_instrument(known.signatory, known.recognised.kind)
    signatory = signed_digitally(signatory_with(signatory, filled), signatures)
    kind_read = known.recognised.kind
    signatory = nobody_signs(signatory, paper, known.conduct, kind_read, known.letter)
    signatory = delivered_by(signatory, paper, known.conduct, kind_read)
    named = known.issuer_class.band is Band.LIKELY
    of_class = role_by_issuer(known.issuer_class.value) if named else None
    signatory = written_by(signatory, paper, known.conduct, of_class)
    flow = whole.body
    issued_on = _issued(stated, filled, part)
    due = _due(flow, part, known.conduct, kind, issued_on)
    apart = dates.apart_from_due(stated, due, proofs)
    if apart is not stated:
        issued_on = _issued(apart, filled, part)
        due = _due(flow, part, known.conduct, kind, issued_on)
    if conduct is Conduct.ISSUES:
        due = with_cell(paper, due, filled.due)
    issued = date.fromisoformat(issued_on.value) if issued_on.value else None
    boxes = read_checkboxes(_with_proofs(whole, proofs), known.search, match)
    due = dates.without_unticked(due, boxes)
    recipient = read_recipient(paper, known.letter, known.caption)
    addressed = with_template(
        recipient, filled.recipient, confirmed=filled.confirmed, labels=filled.labels
    )
    listed = items.read_items(
        whole.text,
        flow,
        items.ItemContext(
            conduct=conduct,
            kind=kind,
            issued_on=issued,
            checkboxes=boxes,
            areas=asked_areas(known.search, match),
            recipient=addressed.value,
        ),
    )
    form = read_form(paper, instrument)
    source = Source(part.source.sha256, part.source.media_type, part.source.bytes)
    text = part.text
    places = places_to_sign(known.search, match) if match is not None else ()
    return Reading(
        source=source,
        pages=text.pages if text is not None else (),
        outcome=part.outcome,
        conduct=known.conduct,
        kind=known.recognised.kind,
        form=form,
        edition=read_edition(paper, instrument) if form.value else None,
        force=instrument.force if instrument is not None and demands else None,
        issuer=with_template(known.issuer, filled.issuer, confirmed=filled.confirmed),
        issuer_class=_class_by_instrument(paper, known),
        signatory=signatory,
        judicial=read_judicial(
            paper,
            conduct=conduct,
            caption=known.caption,
            signatory=signatory,
            blocks=known.blocks,
            instrument=instrument,
            kind=known.recognised.kind,
            issuer_class=known.issuer_class.value,
        ),
        recipient=addressed,
        matter_numbers=numbers_with(read_matter_numbers(whole, known.caption), filled),
        issued_on=issued_on,
        served_on=stated.served_on,
        service_method=read_service_method(paper_of(proofs)),
        due=due,
        place_or_manner=read_place(paper, recipient) if demands else paper.nothing("terms.place/1"),
        authorities=citations.cites(whole.flow),
        items=listed.items if conduct is Conduct.ISSUES else (),
        items_band=listed.band if conduct is Conduct.ISSUES else "absent",
        definitions=listed.definitions,
        instructions=listed.instructions,
        subjects=subjects_with(read_subjects(whole, kind), filled) if demands else (),
        checkboxes=boxes,
        consequences=read_consequences(whole) if demands else (),
        nondisclosure=read_nondisclosure(whole, conduct, boxes),
        missing_enclosures=read_missing_enclosures(whole, file_titles) if demands else (),
        threatens=_threats(paper, conduct, kind),
        ink_here=ink_here(paper, known.blocks, places),
        signatures=signatures,
        hidden_text=_hidden(part, proofs),
        template=template_of(match),
        also=also_done(paper, conduct, kind, known.blocks),
        failed_redaction=FailedRedaction(proofs.failed) if proofs.failed else None,
        role=_role(piece, known),
        document_pages=piece.pages_of(*DocumentRole),
        instrument=instrument.id if instrument is not None else None,
        warnings=_warnings(known, listed.warnings if demands else (), flow, demands, boxes),
    )


def _issued(stated: dates.StatedDates, filled: Filled, part: Part) -> Read[str]:
    """The date of issue: of the paper or its form, else of the mail that it is."""
    issued_on = with_template(stated.issued_on, filled.issued_on, confirmed=filled.confirmed)
    if part.headers and issued_on.band in (Band.ABSENT, Band.UNSURE):
        mailed = dates.mailed_on(part.headers)
        return mailed if mailed.value is not None else issued_on
    return issued_on


def _due(
    flow: Flow, part: Part, conduct: Read[Conduct], kind: Kind | None, issued_on: Read[str]
) -> tuple[DuePhrase, ...]:
    """The due phrases of the paper, or of the subject of the mail that it is."""
    issued = date.fromisoformat(issued_on.value) if issued_on.value else None
    context = dates.DueContext(
        conduct=conduct.value,
        kind=kind,
        issued_on=issued,
        conduct_is_open=conduct.band is Band.UNSURE,
    )
    return dates.with_subject(dates.due_phrases(flow, context), part.headers, context)


def _hidden(part: Part, text: Text) -> Any:
    """What nobody sees of a document, where that was noticed as such when it was opened."""
    noticed = ReadingWarning.HIDDEN_TEXT in part.warnings
    return hidden_in(text) if noticed else None


_COUNSEL = frozenset({IssuerClass.ATTORNEY, IssuerClass.LOCAL_AGENCY})
"""What a county attorney's office is where he does not prosecute."""


def _class_by_instrument(paper: Paper, known: Known) -> Read[Any]:
    """The issuer's class; where its name tells none, that of the only body that uses the form."""
    instrument = known.recognised.instrument
    signed = role_by_instrument(known.signatory, known.recognised.kind).role
    if signed.value is SignatoryRole.PROSECUTOR and known.issuer_class.value in _COUNSEL:
        word = replace(known.issuer_class, value=IssuerClass.PROSECUTOR)
        return replace(word, band=max(word.band, Band.LIKELY, key=list(Band).index))
    weak = known.issuer_class.band in (Band.UNSURE, Band.ABSENT)
    sure = known.recognised.kind.band in (Band.CERTAIN, Band.LIKELY)
    if instrument is None or not weak or not sure or len(instrument.issuer_class) != 1:
        return known.issuer_class
    return paper.read(
        instrument.issuer_class[0],
        known.recognised.kind.spans,
        "kind.issuer_class/1",
        Band.UNSURE,
    )


def _threats(paper: Paper, conduct: Conduct | None, kind: Kind | None) -> tuple[str, ...]:
    """Instruments announced by a paper that is not itself such an instrument."""
    if conduct is not Conduct.ISSUES or kind is None:
        return ()
    own = kind.value.replace("_", " ")
    return tuple(name for name in read_threats(paper) if name.split()[-1] not in own)


def _role(piece: Piece, known: Known) -> str | None:
    taken = known.conduct.value is Conduct.ISSUES and piece.role is DocumentRole.COVER_LETTER
    if piece.role is not None and not taken:
        return piece.role.value
    if known.conduct.value in (Conduct.ISSUES, Conduct.TEMPLATES):
        return DocumentRole.INSTRUMENT.value
    if known.conduct.value is Conduct.FORWARDS:
        return DocumentRole.COVER_LETTER.value
    return None


def _warnings(
    known: Known,
    listed: Iterable[str],
    flow: Any,
    demands: bool,
    boxes: tuple[CheckBox, ...],
) -> tuple[str, ...]:
    """Codes of what the clerk should look at."""
    found = set(listed)
    signatory = known.signatory
    if signatory.judge_kind is not None and signatory.role.value is not SignatoryRole.JUDGE:
        found.add(ReadingWarning.NOT_A_JUDGE_OF_A_COURT)
    if demands and known.blocks and signatory.signed is not True:
        found.add(ReadingWarning.SIGNATURE_NOT_SEEN)
    if demands and dates.blank_in_form(flow):
        found.add(ReadingWarning.BLANK_IN_FORM)
    if any(box.state is None for box in boxes):
        found.add(ReadingWarning.BOX_NOT_TOLD)
    return tuple(sorted(found))
