"""How well a mail's sender stands: signals only, never a verdict (READING 13)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import getaddresses, parseaddr
from typing import Any

from tecum.instruments.institutions import load_institutions
from tecum.office import Office
from tecum.reading.mail.domains import domain_class, known_bodies, look_alike_of, organisation
from tecum.reading.mail.results import aligned, trusted_results
from tecum.reading.mail.subject import decoded_words, is_reply_subject
from tecum.reading.paper.paper import Paper

__all__ = [
    "NOTHING_KNOWN",
    "Known",
    "domain_of",
    "is_delivery_notice",
    "is_from_machine",
    "is_reply",
    "own_sender",
    "read_sender",
    "with_known",
]

_ODD = ("reply_to_differs", "name_shows_other_address", "looks_like", "several_senders")
_ROBOT = re.compile(
    r"\b(?:postmaster|mailer-daemon|no-?reply|do-?not-?reply|bounce)", re.IGNORECASE
)
_NOTICE_SUBJECT = re.compile(
    r"^\W{0,60}(?:undeliver|delivery (?:status|failure|receipt|has failed)|returned mail"
    r"|failure notice|mail delivery|mail system error|automatic reply|unzustellbar"
    r"|auto(?:matic)?[ -]?re|out of (?:the )?office|read:|gelesen|leído|lida|letto|lu ?:"
    r"|read receipt|delivered:|relayed:|not read:|fax (?:transmission|report)|ack(?:nowledg)"
    r"|respuesta automática|resposta automática|réponse automatique|automatische antwort"
    r"|abwesenheit|risposta automatica|fuera de la oficina|fora do escritório|absence du bureau"
    r"|no se puede entregar|non remis|non recapitabile)",
    re.IGNORECASE,
)
_ACKNOWLEDGES = re.compile(r"\s{0,4}ack", re.IGNORECASE)
_GREETS = re.compile(r"(?m)^\s{0,4}(?i:dear|estimad[oa])\b|(?<![\w.'’])I(?=\s(?:[a-z]{2,12})\b)")
"""How a person writes, by greeting or as "I", where a machine's receipt does neither."""
_ADDRESS = re.compile(r"[\w.+-]{1,64}@((?:[\w-]{1,63}\.){1,6}[A-Za-z]{2,24})")
_HOST = re.compile(
    r"(?i)^\s{0,60}(?:https?://)?(?:[^\s/@]{1,64}@)?((?:[\w-]{1,63}\.){1,6}[a-z]{2,24})\b"
)
_LINK = re.compile(r"(?i)^\s{0,60}(?:https?:)?//(?:[^/\s@]{0,200}@)?([^/:?#\s]{1,253})")


@dataclass(frozen=True, slots=True)
class Known:
    """What the docket knows of earlier mail; the caller hands it in.

    ``domains`` are those from which mail came before (None: nobody looked); ``message_ids``
    and ``numbers`` are of messages and demands of this office.
    """

    domains: frozenset[str] | None = None
    message_ids: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


NOTHING_KNOWN = Known()


def is_delivery_notice(paper: Paper) -> bool:
    """Whether the headers say that a machine reports on a message."""
    if paper.header("auto-submitted").lower() not in ("", "no"):
        return True
    report = paper.header("content-type") + paper.header("x-transport-content-type")
    of_machine = report.lower().startswith("multipart/report") or "report-type" in report.lower()
    if of_machine or paper.header("x-autoreply"):
        return True
    if paper.header("x-message-class").upper().startswith("REPORT."):
        return True
    notice = bool(_NOTICE_SUBJECT.match(paper.header("subject")))
    robot = bool(_ROBOT.search(paper.header("from")))
    if notice and not robot and _ACKNOWLEDGES.match(paper.header("subject")):
        return _GREETS.search(paper.words) is None
    return notice or (
        robot and bool(re.search(r"\b(?:your message|has been received|ticket)\b", paper.words))
    )


def is_from_machine(paper: Paper) -> bool:
    """Whether the address that a mail comes from takes no answer."""
    return _ROBOT.search(paper.header("from")) is not None


def is_reply(paper: Paper) -> bool:
    """Whether the mail answers an earlier message."""
    return bool(paper.header("in-reply-to")) or is_reply_subject(paper.header("subject"))


def own_sender(paper: Paper, office: Office | None) -> bool:
    """Whether the mail was sent from one of the office's own domains."""
    domain = domain_of(paper.header("from"))
    return bool(office and domain and domain in {d.lower() for d in office.mail.domains})


def read_sender(
    paper: Paper, office: Office | None, links: Sequence[Sequence[str]] = ()
) -> Mapping[str, Any] | None:
    """The signals on a mail's sender. Only the office's own mail server's results are trusted.

    Args:
        paper: The mail, with its headers.
        office: The profile: whose results count, and which domains are its own.
        links: Shown words and target of each link.
    """
    if not paper.headers:
        return None
    sender = domain_of(paper.header("from"))
    servers = office.mail.authserv_ids if office is not None else ()
    signals, passed, failed = _results(paper, servers, sender)
    signals.update(_addresses(paper, sender))
    if sender:
        signals.update(_of_domain(paper, sender, office))
    differing = _differing_links(links)
    if differing:
        signals["links_differ"] = differing
    standing = "unknown"
    if failed or any(name in signals for name in _ODD):
        standing = "mismatch"
    elif passed:
        standing = "authenticated_domain"
    elif servers:
        standing = "unauthenticated"
    return {"standing": standing, "domain": sender or None, "signals": signals}


def with_known(sender: Mapping[str, Any], known: Known) -> Mapping[str, Any]:
    """The same with what the docket knows: a first mail from a domain, a look-alike of another."""
    domain = sender.get("domain")
    if known.domains is None or not domain:
        return sender
    signals = dict(sender["signals"])
    standing = sender["standing"]
    if organisation(domain) not in {organisation(name) for name in known.domains}:
        signals["first_from_domain"] = True
        alike = look_alike_of(domain, known.domains)
        if alike is not None:
            signals.setdefault("looks_like", alike)
            standing = "mismatch"
    return {**sender, "standing": standing, "signals": signals}


def _results(
    paper: Paper, servers: Sequence[str], sender: str
) -> tuple[dict[str, Any], bool, bool]:
    """What the own servers found: each method's result, whether one vouches, whether one denies."""
    found, others = trusted_results(paper.headers, servers)
    signals: dict[str, Any] = {"untrusted_results": True} if others else {}
    passed = failed = False
    for row in found:
        if row.method not in ("dkim", "spf", "dmarc"):
            continue
        good = row.result == "pass"
        fits = aligned(row.domain, sender)
        if signals.get(row.method) != "pass":
            signals[row.method] = row.result
        if good and row.method in ("dkim", "spf"):
            signals[f"{row.method}_aligned"] = signals.get(f"{row.method}_aligned", False) or fits
        vouches = row.method == "dkim" or (row.method == "dmarc" and (fits or not row.domain))
        passed |= good and vouches and (fits or row.method == "dmarc")
        failed |= row.method == "dmarc" and row.result == "fail"
    return signals, passed, failed


def _addresses(paper: Paper, sender: str) -> dict[str, Any]:
    signals: dict[str, Any] = {}
    reply_to = domain_of(paper.header("reply-to"))
    if reply_to and sender and organisation(reply_to) != organisation(sender):
        signals["reply_to_differs"] = True
    senders = {address for _, address in getaddresses([paper.header("from")[:5000]]) if address}
    if len(senders) > 1 and not paper.header("sender"):
        signals["several_senders"] = len(senders)
    shown = decoded_words(parseaddr(paper.header("from"))[0])
    named = [m[1].lower() for m in _ADDRESS.finditer(shown[:1000])]
    if any(organisation(name) != organisation(sender) for name in named if sender):
        signals["name_shows_other_address"] = True
    return signals


def _of_domain(paper: Paper, sender: str, office: Office | None) -> dict[str, Any]:
    signals: dict[str, Any] = {"domain_class": domain_class(sender)}
    own = office.mail.domains if office is not None else ()
    alike = look_alike_of(sender, {*own, *known_bodies()})
    if alike is not None:
        signals["looks_like"] = alike
    shown = decoded_words(parseaddr(paper.header("from"))[0])
    if signals["domain_class"] == "free_mail" and load_institutions().is_body(shown[:300]):
        signals["body_name_on_free_mail"] = True
    return signals


def _differing_links(links: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    """Links whose shown words name another host than the one they lead to; hosts only."""
    found: list[dict[str, str]] = []
    for row in links[:500]:
        shown, target = _HOST.match(row[0][:300]), _LINK.match(row[1][:2000])
        if shown is None or target is None:
            continue
        said, real = shown[1].lower(), target[1].lower().strip(".")
        if organisation(said) != organisation(real):
            pair = {"shown": said, "target": real}
            if pair not in found:
                found.append(pair)
    return found[:20]


def domain_of(value: str) -> str:
    """The domain of the first address of a header, or nothing.

    >>> domain_of('"A" <a@Example.gov>'), domain_of("nobody")
    ('example.gov', '')
    """
    address = parseaddr(value[:5000])[1]
    return address.rsplit("@", 1)[-1].strip(" .>").lower() if "@" in address else ""
