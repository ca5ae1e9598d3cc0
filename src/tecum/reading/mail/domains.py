"""Domains of mail: whose they are by their ending, and which look like another.

Authority: RFC 7489, 3.2 (organisational domain); 6 U.S.C. 665 (who may register under .gov);
RFC 1480 (localities under .us); Unicode TR 39 (confusable letters).
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

from tecum.tables import table_of

__all__ = ["domain_class", "known_bodies", "look_alike_of", "organisation"]

_COUNTRY_SECOND = frozenset("co com gov gob ac org net edu gc go mil nom".split())  # noqa: SIM905 - a list of words reads best so
_FREE = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com "  # noqa: SIM905
    "aol.com icloud.com me.com mac.com proton.me protonmail.com pm.me gmx.com gmx.net gmx.de "
    "mail.com zoho.com yandex.com yandex.ru comcast.net att.net verizon.net sbcglobal.net "
    "bellsouth.net cox.net charter.net earthlink.net tutanota.com fastmail.com mail.ru "
    "hotmail.es yahoo.es hotmail.fr yahoo.fr web.de t-online.de".split()
)
_ALIKE = str.maketrans(
    {
        "а": "a", "с": "c", "ԁ": "d", "е": "e", "һ": "h", "і": "i", "ј": "j", "ӏ": "l", "о": "o",
        "р": "p", "ԛ": "q", "ѕ": "s", "у": "y", "х": "x", "ѵ": "v", "ԝ": "w", "ο": "o", "ν": "v",
        "α": "a", "ι": "i", "κ": "k", "ρ": "p", "τ": "t", "ı": "i", "ɡ": "g", "ⅼ": "l", "0": "o",
        "1": "l", "5": "s", "á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ö": "o", "ü": "u",
    }
)  # fmt: skip
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))


def organisation(domain: str) -> str:
    """The part of a domain that one body registered.

    >>> organisation("mail.ice.dhs.gov"), organisation("x.co.uk"), organisation("co.hays.tx.us")
    ('dhs.gov', 'x.co.uk', 'hays.tx.us')
    """
    labels = domain.lower().strip(".").split(".")
    keep = 2
    if len(labels) > 2 and len(labels[-1]) == 2:
        locality = labels[-1] == "us" and len(labels[-2]) == 2
        keep = 3 if locality or labels[-2] in _COUNTRY_SECOND else 2
    return ".".join(labels[-keep:])


def domain_class(domain: str) -> str:
    """What may be said of a domain by its ending alone.

    >>> domain_class("ice.dhs.gov"), domain_class("gmail.com"), domain_class("ci.x.ca.us")
    ('government', 'free_mail', 'us_locality')
    """
    own = organisation(domain)
    labels = own.split(".")
    if own in _FREE:
        return "free_mail"
    if labels[-1] == "mil":
        return "military"
    if labels[-1] == "gov":
        return "court" if own == "uscourts.gov" else "government"
    if labels[-1] == "us" and len(labels) == 3 and len(labels[-2]) == 2:
        return "us_locality"
    if len(labels) == 3 and labels[-2] in ("gov", "gob", "gc"):
        return "foreign_government"
    return "education" if labels[-1] == "edu" else "other"


@cache
def known_bodies() -> frozenset[str]:
    """Domains of the bodies that issue demands, as their own pages state them."""
    text = resources.files("tecum.reading").joinpath("lexicon/domains.toml").read_text("utf-8")
    return frozenset(name for row in table_of(text)["body"] for name in row["domains"])


def look_alike_of(domain: str, known: Iterable[str]) -> str | None:
    """The known domain that another one can be taken for, or None.

    A domain that is known itself, or lies below a known one, is not a look-alike. Under .gov
    and .mil one letter's difference means nothing: only governments register there.

    >>> look_alike_of("dhs-gov.com", {"dhs.gov"}), look_alike_of("dhs.gov", {"dhs.gov"})
    ('dhs.gov', None)
    >>> look_alike_of("countyofexarnple.org", {"countyofexample.org"})
    'countyofexample.org'
    """
    shown = _unicode(domain)
    own = organisation(shown)
    registered = {organisation(name.lower()) for name in known if "." in name}
    if own in registered:
        return None
    restricted = own.rsplit(".", 1)[-1] in ("gov", "mil")
    for other in sorted(registered):
        if _skeleton(own) == _skeleton(other):
            return other
        if not restricted and (_is_near(own, other) or _is_worn(shown, other)):
            return other
    return None


def _is_near(own: str, other: str) -> bool:
    """One letter added, left out, changed or swapped; or the same name under another ending."""
    from rapidfuzz.distance import OSA

    name, _, ending = own.partition(".")
    known, _, other_ending = other.partition(".")
    if name == known and ending != other_ending:
        return other_ending in ("gov", "mil") or len(name) >= 6
    return len(known) >= 5 and OSA.distance(own, other, score_cutoff=1) <= 1


def _is_worn(shown: str, other: str) -> bool:
    """Whether another domain wears the whole of a known one: ``dhs.gov.mail-x.com``."""
    flat = other.replace(".", "-")
    wears = shown.startswith(f"{other}.") or f".{other}." in f".{shown}"
    return wears or bool(re.search(rf"(?:^|[.-]){re.escape(flat)}(?:[.-]|$)", shown))


def _unicode(domain: str) -> str:
    labels = []
    for label in domain.lower().strip(".").split("."):
        shown = label
        if label.startswith("xn--") and len(label) <= 63:
            with contextlib.suppress(UnicodeError, OverflowError):
                shown = label[4:].encode("ascii").decode("punycode")
        labels.append(shown)
    return ".".join(labels)


def _skeleton(domain: str) -> str:
    folded = domain.translate(_ALIKE)
    for pair, letter in _PAIRS:
        folded = folded.replace(pair, letter)
    return folded
