"""One paper in every channel that can carry it, each with the truth that holds there."""

import copy
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .damage import damage
from .docx import set_docx
from .mail import set_mail
from .markup import read_all
from .model import Block, Paper, plain
from .pdf import set_pdf
from .truth import make_truth
from .words import paper_text, typed_text

NATIVE = "pdf-digital"
WORN = {  # channel of a bench: channel of the corpus, rows an inch of a fax
    "pdf-scan-200": ("pdf-scan-200", None),
    "pdf-scan-150": ("pdf-scan-150", None),
    "pdf-fax-196": ("pdf-fax", 196),
    "pdf-fax-98": ("pdf-fax", 98),
    "pdf-photo": ("pdf-photo", None),
    "pdf-mixed": ("pdf-mixed", None),
    "pdf-garbled": ("pdf-garbled", None),
    "pdf-scan-ocr": ("pdf-scan-ocr", None),
    "pdf-searchable": ("pdf-searchable", None),
}
WRITTEN = ("pdf-form", "docx", "docx-auto", "txt", "eml-plain", "eml-html")
CARRIED = ("eml-attachment", "eml-forward", "eml-reply")
FILING = "Case 1:26-mc-00087   Document 4-1   Filed 03/27/26   Page {p} of {n}"
SENT = "Mon, 02 Mar 2026 09:12:00 -0500"


@dataclass(frozen=True)
class Copy:
    """A paper as one channel carries it."""

    channel: str
    suffix: str
    body: bytes
    truth: dict[str, Any]
    text: str


def copies(paper: Paper, channels: tuple[str, ...] = ()) -> Iterator[Copy]:
    """The native copy first, then every other that suits the paper, or those asked for."""
    clean = set_pdf(paper)[0]
    for channel in (NATIVE, *WORN, *WRITTEN, *CARRIED):
        if channel in (channels or (channel,)) or channel == NATIVE:
            made = made_copy(paper, channel, clean)
            if made is not None:
                suffix, body, changes = made
                name = f"{paper.id}-{channel}"
                truth = {**make_truth(paper, name, channel), **changes}
                yield Copy(channel, suffix, body, truth, paper_text(paper))


def made_copy(paper: Paper, channel: str, clean: bytes) -> tuple[str, bytes, dict[str, Any]] | None:
    """Suffix, bytes and what the truth says otherwise; None where the channel does not suit."""
    if channel == NATIVE:
        return "pdf", clean, {}
    if channel in WORN:
        return "pdf", worn_copy(paper, channel, clean), {}
    if channel == "pdf-form":
        live = any(b.kind in ("fields", "box") for b in paper.blocks)
        return ("pdf", set_pdf(paper, live=True)[0], {}) if live else None
    if channel == "docx":
        return "docx", set_docx(with_head(paper, auto="no")), {}
    if channel == "docx-auto":
        counted = counts_by_itself(paper)
        return ("docx", set_docx(with_head(paper, auto="yes")), {}) if counted else None
    if channel == "txt":
        return "txt", typed_text(paper, 78).encode(), {}
    if channel in ("eml-plain", "eml-html"):
        body = set_mail(mailed(paper, channel), None)
        return ("eml", body, {}) if is_letter(paper) else None
    return carried(paper, channel, clean)


def with_head(paper: Paper, **changes: str) -> Paper:
    """The paper with other values in its header."""
    made = copy.copy(paper)
    made.head = {**paper.head, **{key: [value] for key, value in changes.items()}}
    return made


def worn_copy(paper: Paper, channel: str, clean: bytes) -> bytes:
    """A scan, fax, photograph or odd text layer of the clean pages."""
    known, rows = WORN[channel]
    line = ""
    if known == "pdf-fax":
        day = dt.date.fromisoformat(paper.one("issued", "2026-03-03")) + dt.timedelta(days=1)
        line = f"{day:%m/%d/%Y} 10:42  FAX 555-0161"
    if known == "pdf-mixed":
        # The clean pages of such a copy bear no line of the court: it is the text layer.
        filed = paper.one("ecf", FILING)
        paper, clean = with_head(paper, ecf=filed), set_pdf(paper, stamp=False)[0]
    return damage(clean, paper, known, f"channels{paper.id}{channel}", line, rows=rows)


def counts_by_itself(paper: Paper) -> bool:
    """Whether a word processor that numbers by itself prints just the labels of the paper."""
    labels = [i.label for i in paper.items()]
    tops = [x for x in labels if x.isdigit()]
    plain_list = paper.one("labels", "dot") == "dot" and tops == [
        str(n) for n in range(1, len(tops) + 1)
    ]
    ordered = all(re.fullmatch(r"\d+|\d+\([a-z]\)", x) for x in labels)
    inside = any("[[" in b.text for b in paper.blocks)
    return plain_list and ordered and len(labels) > 1 and not inside


def is_letter(paper: Paper) -> bool:
    """Whether somebody would write this in a mail: no caption, no cells, no boxes, no judge."""
    drawn = any(b.kind in ("caption", "fields", "box", "page") for b in paper.blocks)
    return not drawn and paper.one("judicial") != "true"


def subject_of(paper: Paper) -> str:
    """What the paper calls itself."""
    titles = [plain(b.text) for b in paper.blocks if b.kind == "title"]
    return titles[0][:90] if titles else "Letter"


def mailed(paper: Paper, channel: str) -> Paper:
    """The paper as the body of a mail from its sender."""
    issued = paper.one("issued")
    day = dt.date.fromisoformat(issued) if issued else None
    made = with_head(
        paper,
        channel=channel,
        **{"from": "office@sender.example", "to": "records@office.example"},
        title=subject_of(paper),
        sent=f"{day:%a, %d %b %Y} 09:12:00 -0500" if day else SENT,
    )
    # What a mail program's numbering or a court's line would add is no part of a body.
    return with_head(made, reply="", auto="")


def carried(paper: Paper, channel: str, clean: bytes) -> tuple[str, bytes, dict[str, Any]] | None:
    """A mail that brings, passes on or answers the paper; only for what demands something."""
    if not paper.one("is").startswith("issues "):
        return None
    body = mailed(paper, channel)
    if channel == "eml-attachment":
        words = ["Good morning,", "Please see the attached.", "Thank you,", "Office of the sender"]
        body.blocks = [Block("para", x) for x in words]
        return "eml", set_mail(body, ("document.pdf", clean)), {}
    if channel == "eml-forward":
        heads = [
            "From: office@sender.example",
            f"Date: {body.one('sent')}",
            f"Subject: {subject_of(paper)}",
            "To: frontdesk@office.example",
        ]
        own = ["This came in this morning. Who deals with it?", "Front desk"]
        text = typed_text(paper, 0).splitlines()
        passed = ["---------- Forwarded message ---------", *heads, "", *text]
        return mail_of(body, own, passed, "Fwd: ", only("conduct", "kind", conduct="forwards"))
    own = [
        "Thank you for your letter of this week, which we have received and are looking into.",
        "We will be in touch with you about it.",
        "Records Unit",
    ]
    quoted = [f"> {x}".rstrip() for x in typed_text(paper, 72).splitlines()]
    said = [f"On {body.one('sent')[:16]}, office@sender.example wrote:", *quoted]
    return mail_of(body, own, said, "Re: ", only("conduct", conduct="answers"))


def mail_of(
    paper: Paper, own: list[str], below: list[str], mark: str, changes: dict[str, Any]
) -> tuple[str, bytes, dict[str, Any]]:
    """A mail of our own office with the words of another below."""
    mail = with_head(
        paper,
        **{"from": "frontdesk@office.example", "to": "records@office.example"},
        title=mark + paper.one("title"),
    )
    mail.blocks = [Block("para", x) for x in own] + [Block("raw", x) for x in below]
    return "eml", set_mail(mail, None), changes


def only(*scored: str, **changes: Any) -> dict[str, Any]:
    """A truth of which only some fields are scored."""
    names = ("kind", "issuer", "issuer_class", "recipient", "form", "issued_on", "signatory_role")
    names += ("signatory_name", "due", "items", "authorities", "judicial", "matter_numbers")
    accept = {name: True for name in names if name not in scored}
    return {**changes, "judicial": None, "items": [], "due": [], "accept": accept}


def papers_on_paper(folder: Path) -> list[Paper]:
    """Papers of a folder of texts that are no mails and stand by themselves, by their ids."""
    found = read_all(folder)
    kept = [p for p in found if p.one("inner") != "yes" and not p.channel.startswith("eml")]
    return sorted(kept, key=lambda p: p.id)
