"""Lines that nobody wrote for this mail: notices of offices and servers, blocks of names.

They are kept in layers of their own (READING 13), because a date or a command in them asks
nothing of the reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tecum.reading.text.layout import Layer

__all__ = ["with_closings", "with_notices"]

Row = tuple[str, Layer]

_MAIL = r"(?:e-?mail|message|communication|transmission|electronic|correo|mensaje)"
_NOTICE = re.compile(
    r"(?i)\s{0,60}+(?:[*_]{1,3}\s{0,60}+)?(?:(?:statement of )?confidentiality"
    r" (?:notice|note|statement|disclaimer)"
    r"|notice of confidentiality|privileged (?:and|&|/) ?confidential"
    r"|aviso (?:de confidencialidad|legal)\b|legal (?:notice|disclaimer)\b|disclaimer\b"
    r"|avis de confidentialité"
    r"|(?!.{0,240}\b(?:request(?:s|ing)?|subpoenas?|produce|demands?|solicit\w+)\b)"
    r"(?:this|the (?:information|contents?|documents?)"
    r" (?:contained |transmitted )?(?:in|of|with|accompanying) this|este)"
    rf" {_MAIL}.{{0,160}}(?:confidential|privileged|intended (?:only|solely|for)|addressee"
    r"|recipient|destinatario)"
    r"|(?:please note:? )?florida has a (?:very )?broad public records law"
    r"|e-?mails? (?:correspondence )?(?:sent )?to (?:and|or) from this (?:address|account|office)"
    r".{0,60}(?:subject to|public record))"
)
_NOTICE_GOES_ON = re.compile(
    r"(?i)\s{0,60}(?:if you (?:are not|have received|received|believe|(?:think|suspect) you)\b"
    r"|any (?:unauthori[sz]ed |other )?(?:use|review|disclosure|dissemination|copying"
    r"|distribution)\b"
    r"|(?:please )?(?:notify|advise) the sender|unauthori[sz]ed (?:use|review|disclosure)"
    r"|si (?:usted no es|ha recibido)\b|thank you\W{0,3}$)"
)
_FROM_SERVER = re.compile(
    r"(?i)\W{0,10}(?:this (?:e-?mail|message) was sent to \S{3,80}@|to unsubscribe\b"
    r"|unsubscribe\W|manage (?:your )?(?:e-?mail )?(?:preferences|subscriptions?)"
    r"|(?:please )?consider the environment before|think before you print"
    r"|(?:this (?:e-?mail|message) (?:has been|was) )?(?:scanned|checked) (?:for viruses )?by\b"
    r"|virus-free\b|no virus found)"
)
_CARE = r"(?:click|open|attachments?|links?|verify|care\b|caution|outside|unknown|recogni[sz]e)"
_BANNER = re.compile(
    r"(?i)\W{0,10}(?:(?:external|outside|correo externo)\W{0,4}"
    r"(?:e-?mail|sender|message|source)?\W{0,8}$"
    rf"|external (?:e-?mail|sender|message|source)\b.{{0,160}}{_CARE}"
    r"|(?:caution|warning|attention|alert|notice|security notice)\b\W{1,4}.{0,80}"
    r"\b(?:external|outside|originated)\b"
    r"|this (?:e-?mail|message) (?:originated|came|was sent|is) from (?:an? )?"
    r"(?:external|outside|unknown)"
    r"|you don['’]t often get e-?mail from|some people who received this message)"
)
_ABOVE = 6
_CLOSING = re.compile(
    r"(?i)\s{0,60}(?:(?:best|kind|warm|with kind) )?(?:regards|wishes)\W{0,3}"
    r"|\s{0,60}(?:sincerely|respectfully|cordially|very truly yours|yours (?:truly|faithfully)"
    r"|(?:many )?thanks|thank you|atentamente|saludos(?: cordiales)?|cordialement"
    r"|mit freundlichen grüßen)(?: yours)?\W{0,3}"
)
_SENTENCE = re.compile(
    r"(?i)[.;?!]\s{0,60}$|\b(?:please|must|shall|will|by|before|due|p\.? ?s\.?|produce|send)\b"
)
_MOST_NAMES = 10


def with_notices(rows: Sequence[Row]) -> list[Row]:
    """Notices of secrecy, each to the end of its paragraph; banners at the top; server lines."""
    out: list[Row] = []
    inside = seen = heading = False
    said = 0
    banner = ""
    for text, layer in rows:
        usable = layer in (Layer.BODY, Layer.MAIL_SIGNATURE)
        if not text.strip() or not usable or re.fullmatch(r"--\s{0,3}", text):
            inside = inside and heading and not text.strip()
            banner = ""
            out.append((text, Layer.DISCLAIMER if inside and usable else layer))
            continue
        said += 1
        start = bool(_NOTICE.match(text[:400])) or (seen and bool(_NOTICE_GOES_ON.match(text)))
        heading = start and len(text.strip()) < 40
        inside, seen = inside or start, seen or start
        if not inside:
            banner = _server_line(text[:400], banner, said)
            said -= bool(banner)
        out.append((text, Layer.DISCLAIMER if inside or banner else layer))
    return out


def _server_line(text: str, above: str, said: int) -> str:
    """The line if a server put it there, or if it goes on with such a line above it."""
    goes_on = bool(above) and text.lstrip()[:1].islower() and not above.rstrip().endswith(".")
    at_top = said <= _ABOVE and bool(_BANNER.match(text))
    return text if goes_on or at_top or _FROM_SERVER.match(text) else ""


def with_closings(rows: Sequence[Row]) -> list[Row]:
    """The block of names after "Regards," is a signature; a sentence below it is not."""
    out: list[Row] = []
    left = 0
    for text, said in rows:
        layer = said
        if layer is not Layer.BODY:
            left = left if layer is Layer.DISCLAIMER and not text.strip() else 0
        elif _CLOSING.fullmatch(text[:80]):
            left = _MOST_NAMES
        elif text.strip() and left:
            left = 0 if len(text) > 80 or _SENTENCE.search(text[:80]) else left - 1
            layer = Layer.MAIL_SIGNATURE if left else layer
        out.append((text, layer))
    return out
