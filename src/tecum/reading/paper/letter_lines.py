"""What a line of a head or an address can be: a street, a number, a way of sending, a name."""

from __future__ import annotations

import re

from tecum.instruments.compiled import led

__all__ = [
    "BODY_NOUN",
    "GLUE",
    "HANDLING",
    "REFERENCE_LINE",
    "STREET",
    "TITLE_NOUN",
    "is_addressee",
]

BODY_NOUN = led(
    r"\b(?:departments?|offices?|bureau|division|agency|commission|committee|board|authority|service"
    r"|council|district|administration|court|unit|section|field office|secretar[ií]a"
    r"|departamento|oficina|direcci[oó]n|comisi[oó]n|fiscal[ií]a|ministerio|procuradur[ií]a"
    r"|secretar[ií]a|junta|juzgado|tribunal|consulado|embajada|consulate|embassy)\b",
    re.IGNORECASE,
)
TITLE_NOUN = led(
    r"\b(?:subpoena|summons|warrant|order|detainer|notice|request|demand|motion"
    r"|petition|award|letter"
    r"|certificate|preservation|investigation|opinion|memorandum|solicitud|citación)\b",
    re.IGNORECASE,
)
STREET = re.compile(
    r"^\W{0,60}(?:(?!(?:19|20)\d\d[-–/](?:19|20)?\d\d\s)\d{1,9}[\w-]{0,30}\s{1,60}\S"
    r"|p\.?\s{0,60}o\.?\s{1,60}box|post office box|one \w{1,40} plaza"
    r"|suite|room|floor|attn"
    r"|via\b|by (?:e-?mail|fax|certified|hand|mail)"
    r"|[A-Z][\w .'-]{1,60},\s{1,60}[A-Z]{2}\.?\s{1,60}\d{5}|tel|fax|phone|\(?\d{3}\)?[ .-]\d{3}"
    r"|[\w.+-]{1,64}@|www\.|https?:)",
    re.IGNORECASE,
)
REFERENCE_LINE = re.compile(
    r"(?:urgent|immediate|time[- ]sensitive)\b[\w ,;:–—-]{0,60}$|"
    r"(?:[A-Z][\w.]{1,20}\s){1,4}(?:no|number|nos?|#)\b\.?\s{0,3}:?\s{0,3}[A-Z#]{0,6}[-\s]?\d"
    r"|(?:personal|private|privileged|confidential)\b(?:\s(?:and|&)\s\w+)?\W{0,3}$"
    r"|(?:sent\s)?(?:via|by)\s[\w ,&-]{3,60}$"
    r"|(?:sent\s)?(?:via|by)\s(?:e-?mail|fax|facsimile|telefax|hand|courier|messenger)\b.{0,70}$"
    r"|in reply,? (?:please )?(?:refer|quote)\b.{0,60}$",
    re.IGNORECASE,
)
"""A line between date and address: the paper's number, how it goes, who may open it."""
HANDLING = re.compile(
    r"(?:certified|registered|first[- ]class|overnight|express)(?:(?:,|\sand|/)\s?(?:first[- ]class"
    r"|certified|regular|ordinary))?\smail\b|return\sreceipt"
    r"|(?:hand|electronic|personal)\s(?:delivery|delivered|service)\b|(?:reply|respond|due)\sby\b",
    re.IGNORECASE,
)
GLUE = frozenset({"of", "and", "for", "the", "de", "del", "la", "c/o", "y", "attn", "dba", "d/b/a"})
"""Words of a name that begin small."""
_ABBREVIATED = re.compile(
    r"\b(?:Inc|INC|Co|CO|Corp|CORP|Ltd|LTD|[A-Z]\. ?[A-Z]|L\.L\.[CP]|Jr|Sr|Esq|Dept)\.$"
)
_SENTENCE_ENDS = led(
    r"(?<!\bInc)(?<!\bCorp)(?<!\bDept)(?<!\bBlvd)(?<!\bDist)(?<!\bAssn)(?<!\bHosp)(?<!\bCapt)"
    r"(?<!\bAtty)(?<!\bUniv)[a-z]{4}[.?!] [A-Z]|[a-z]{2}[?!] [A-Z]"
)
"""A sentence that ends within the line: running text, no part of an address."""
_SENTENCE_START = re.compile(
    (
        r"^(?!the hon)(?:under|pursuant|the |this |these |please|you |we |i |in |by |on "
        r"|within|as |it |if |for |at |our |your |con |por )\b.{25,}"
    ),
    re.IGNORECASE,
)


def is_addressee(text: str) -> bool:
    """Whether a line can be a part of an address: short, capitalised, no sentence."""
    if not text or len(text) > 80 or not (text[0].isupper() or text[0].isdigit()):
        return False
    if text.endswith((".", ";", ":")) and not _ABBREVIATED.search(text):
        return False
    if _SENTENCE_ENDS.search(text) or text.endswith("?") or _is_running(text):
        return False
    return text.isupper() or not _SENTENCE_START.match(text)


def _is_running(text: str) -> bool:
    """Whether most words of a line begin small: words about something, no name of anybody."""
    words = [w for w in text.split() if w[:1].isalpha() and w.lower().strip(",") not in GLUE]
    small = sum(w[0].islower() for w in words)
    return len(words) > 3 and 2 * small > len(words)
