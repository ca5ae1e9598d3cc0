"""How well a mail's sender stands: signals only, never a verdict (READING 13)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.utils import parseaddr
from typing import Any

from tecum.office import Office
from tecum.reading.paper import Paper

__all__ = ["is_delivery_notice", "is_reply", "own_sender", "read_sender"]

_RESULT = re.compile(r"\b(dkim|spf|dmarc)\s*=\s*(\w+)", re.IGNORECASE)
_ROBOT = re.compile(
    r"\b(?:postmaster|mailer-daemon|no-?reply|do-?not-?reply|bounce)", re.IGNORECASE
)
_NOTICE_SUBJECT = re.compile(
    r"^\W*(?:undeliver|delivery (?:status|failure|receipt)|returned mail"
    r"|failure notice|mail delivery|automatic reply"
    r"|auto(?:matic)?[ -]?re|out of office|read:|gelesen|leído|read receipt|delivered:"
    r"|not read:|fax (?:transmission|report)|ack(?:nowledg))",
    re.IGNORECASE,
)
_REPLY_SUBJECT = re.compile(r"^\W*(?:re|aw|rv|sv|antw)\s*(?:\[\d+\])?:", re.IGNORECASE)


def is_delivery_notice(paper: Paper) -> bool:
    """Whether the headers say that a machine reports on a message."""
    if paper.header("auto-submitted").lower() not in ("", "no"):
        return True
    if "report" in paper.header("content-type").lower() or paper.header("x-autoreply"):
        return True
    notice = bool(_NOTICE_SUBJECT.match(paper.header("subject")))
    robot = bool(_ROBOT.search(paper.header("from")))
    return notice or (
        robot and bool(re.search(r"\b(?:your message|has been received|ticket)\b", paper.words))
    )


def is_reply(paper: Paper) -> bool:
    """Whether the mail answers an earlier message."""
    return bool(paper.header("in-reply-to")) or bool(_REPLY_SUBJECT.match(paper.header("subject")))


def own_sender(paper: Paper, office: Office | None) -> bool:
    """Whether the mail was sent from one of the office's own domains."""
    domain = _domain(paper.header("from"))
    return bool(office and domain and domain in {d.lower() for d in office.mail.domains})


def read_sender(paper: Paper, office: Office | None) -> Mapping[str, Any] | None:
    """The signals on a mail's sender. Only the office's own mail server's results are trusted."""
    if not paper.headers:
        return None
    signals: dict[str, Any] = {}
    sender = _domain(paper.header("from"))
    trusted = office.mail.authserv_ids if office is not None else ()
    passed = failed = False
    for key, value in paper.headers:
        if key != "authentication-results":
            continue
        server = value.split(";", 1)[0].strip().split(" ")[0].lower()
        if server not in {name.lower() for name in trusted}:
            signals["untrusted_results"] = True
            continue
        for method, result in _RESULT.findall(value):
            signals[method.lower()] = result.lower()
            aligned = method.lower() != "spf" or f"@{sender}" in value.lower()
            passed |= result.lower() == "pass" and aligned and method.lower() != "spf"
            failed |= result.lower() == "fail" and method.lower() == "dmarc"
    reply_to = _domain(paper.header("reply-to"))
    if reply_to and sender and reply_to != sender:
        signals["reply_to_differs"] = True
    shown = parseaddr(paper.header("from"))[0]
    if "@" in shown and sender and sender not in shown.lower():
        signals["name_shows_other_address"] = True
    mismatch = failed or "reply_to_differs" in signals or "name_shows_other_address" in signals
    standing = "unknown"
    if mismatch:
        standing = "mismatch"
    elif passed:
        standing = "authenticated_domain"
    elif trusted:
        standing = "unauthenticated"
    return {"standing": standing, "domain": sender or None, "signals": signals}


def _domain(value: str) -> str:
    address = parseaddr(value)[1]
    return address.rsplit("@", 1)[-1].lower() if "@" in address else ""
