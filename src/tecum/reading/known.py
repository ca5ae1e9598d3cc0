"""What the first steps find out about a document: its conduct, signer, issuer and kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from tecum.instruments.catalogue import Catalogue
from tecum.provenance import Read
from tecum.reading.conduct.conduct import Weighed, decide_conduct, weigh
from tecum.reading.conduct.standing import standing_of
from tecum.reading.conduct.surety import as_issued
from tecum.reading.fields.label_search import LabelSearch
from tecum.reading.fields.template_values import places_to_sign
from tecum.reading.kind.kind import Findings, Recognised, recognise
from tecum.reading.mail.layers import without_heads
from tecum.reading.mail.sender import is_delivery_notice, is_reply
from tecum.reading.mail.subject import is_forward_subject
from tecum.reading.paper.caption import Caption
from tecum.reading.paper.letter import Letter
from tecum.reading.paper.paper import Paper, paper_of
from tecum.reading.parties.issuer import read_issuer
from tecum.reading.parties.issuer_class import class_of_issuer
from tecum.reading.result import ReadSignatory
from tecum.reading.signer.conformed import Block
from tecum.reading.signer.ink_here import signed_in_place
from tecum.reading.signer.signer import read_signatory
from tecum.reading.text.layout import Layer, Text
from tecum.words import Band, Conduct, IssuerClass, Kind

__all__ = ["Known", "recognise_document"]


@dataclass(frozen=True, slots=True)
class Known:
    """What the recognising steps have found out about one document."""

    paper: Paper
    conduct: Read[Conduct]
    caption: Caption | None
    letter: Letter
    blocks: tuple[Block, ...]
    recognised: Recognised
    signatory: ReadSignatory
    issuer: Read[str]
    issuer_class: Read[Any]
    search: LabelSearch


def recognise_document(paper: Paper, own: Text, catalogue: Catalogue) -> Known:
    """What a document does, who signs it, from whom it comes, and which instrument it is.

    Args:
        paper: The document.
        own: All layers of its own pages, of which a mail holds quoted and forwarded ones.
        catalogue: The instruments.
    """
    standing = standing_of(paper)
    weighed = _with_headers(paper, own, weigh(paper, standing))
    conduct = decide_conduct(paper, weighed)
    caption, letter, blocks = standing.caption, standing.letter, standing.blocks
    issuer = read_issuer(paper, conduct.value, caption, letter, blocks)
    issuer_class = class_of_issuer(paper, issuer, caption, blocks)
    company = (issuer_class.value, issuer_class.band) == (IssuerClass.PRIVATE_PARTY, Band.LIKELY)
    signatory = read_signatory(paper, issuer_class.value, blocks, of_company=company)
    findings = Findings(issuer_class.value, signatory.role.value, caption is not None)
    search = LabelSearch(paper)
    recognised = recognise(paper, catalogue, findings, conduct.value, weighed.kinds, search=search)
    if recognised.match is not None:
        blocks = signed_in_place(paper, blocks, places_to_sign(search, recognised.match))
        signatory = read_signatory(paper, issuer_class.value, blocks, of_company=company)
    if conduct.value is Conduct.FORWARDS:
        recognised = _passed_on(paper, own, catalogue) or recognised
    conduct = as_issued(
        conduct,
        recognised.kind,
        paper,
        letter,
        signed=signatory.signed is True,
        answered=bool(blocks),
    )
    if conduct.band is Band.UNSURE and recognised.kind.band is Band.CERTAIN:
        # What a paper is cannot be surer than what it does.
        likely = replace(recognised.kind, band=Band.LIKELY)
        recognised = replace(recognised, kind=likely)
    return Known(
        paper, conduct, caption, letter, blocks, recognised, signatory, issuer,
        issuer_class, search,
    )  # fmt: skip


def _with_headers(paper: Paper, own: Text, weighed: Weighed) -> Weighed:
    """Add what a mail's headers and layers tell about its conduct."""
    if not paper.is_mail:
        return weighed
    totals, kinds = dict(weighed.totals), dict(weighed.kinds)
    found = list(weighed.found)

    def add(id_: str, conduct: Conduct, weight: float, kind: Kind | None = None) -> None:
        totals[conduct] = totals.get(conduct, 0.0) + weight
        if kind is not None:
            kinds[kind] = kinds.get(kind, 0.0) + weight
        spans = paper.line_spans(0) if paper.lines else ()
        found.append((id_, conduct, weight, spans))

    layers = {line.layer for line in own.lines if line.text.strip()}
    if is_delivery_notice(paper):
        add("machine_headers", Conduct.REPORTS, 14.0, Kind.DELIVERY_NOTICE)
    if Layer.FORWARDED in layers:
        add("forwarded_message", Conduct.FORWARDS, 9.0)
    elif Layer.QUOTED in layers and is_forward_subject(paper.header("subject")):
        add("subject_of_a_forward", Conduct.FORWARDS, 7.0)
    if is_reply(paper):
        add("in_reply_to", Conduct.ANSWERS, 4.0, Kind.RESPONSE_LETTER)
        if Layer.QUOTED in layers:
            add("quotes_a_message", Conduct.ANSWERS, 2.0, Kind.RESPONSE_LETTER)
    return Weighed(totals, tuple(found), kinds, weighed.writes_back)


def _passed_on(paper: Paper, own: Text, catalogue: Catalogue) -> Recognised | None:
    """The kind of what a mail passes on, read from the forwarded message."""
    inner = paper_of(without_heads(own), layers=(Layer.FORWARDED,), is_mail=True)
    if not inner.lines:
        return None
    standing = standing_of(inner)
    caption, letter, blocks = standing.caption, standing.letter, standing.blocks
    weighed = weigh(inner, standing)
    conduct = decide_conduct(inner, weighed).value
    issuer = read_issuer(inner, conduct, caption, letter, blocks)
    issuer_class = class_of_issuer(inner, issuer, caption, blocks).value
    role = read_signatory(inner, issuer_class, blocks).role.value
    findings = Findings(issuer_class, role, caption is not None)
    return recognise(inner, catalogue, findings, conduct, weighed.kinds)
