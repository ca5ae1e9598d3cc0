"""How mail goes out: the server, its secret in a file of its own, and whether a mail arrived.

The secret is typed once, kept in the folder of keys with mode 0600, and shown nowhere. A channel
counts as proved when a code that was sent through it came back by a person's hand; a change of
the channel asks for a new proof.

Authority: RFC 5321; RFC 3207 (STARTTLS); RFC 8314.
"""

from __future__ import annotations

import hashlib
import json
import smtplib
import ssl
from contextlib import suppress
from dataclasses import asdict, dataclass
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import Any

from django.conf import settings
from django.db import transaction

from tecum.clock import now
from tecum.errors import UsageError
from tecum.web.accounts.models import Person
from tecum.web.config import is_on_this_machine
from tecum.web.docket.desk import office_state
from tecum.web.home import write_durably
from tecum.web.office.kept import keep, kept
from tecum.worded import worded as _

__all__ = [
    "SECURITY", "MailChannel", "channel", "deliver", "has_secret", "is_proved", "keep_channel",
    "keep_secret", "prove", "test_message",
]  # fmt: skip

SECURITY = ("tls", "starttls", "none")
_CHANNEL, _SECRET, _PROVED = "mailing.channel", "mailing.secret", "mailing.proved"
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class MailChannel:
    """A server that takes mail for others, and the address from which it is sent."""

    host: str
    port: int
    security: str
    user: str
    sender: str

    @property
    def fingerprint(self) -> str:
        """Changes with any part of the channel; a proof holds for one fingerprint."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()[:16]


def channel() -> MailChannel | None:
    """The channel that stands; None where none was set."""
    text = kept(_CHANNEL)
    held: Any = json.loads(text) if text is not None else None
    return MailChannel(**held) if held is not None else None


def keep_channel(actor: Person, found: MailChannel) -> None:
    """Let a channel stand; an entry says what stood before and after.

    Raises:
        UsageError: something is missing, or the secret would cross the network in clear.
        NotPermitted: the actor neither leads nor operates.
    """
    plain = (found.host, found.sender, found.user)
    whole = bool(found.host) and "@" in found.sender and 0 < found.port < 65536
    if not whole or any(part != part.strip() or not part.isprintable() for part in plain):
        raise UsageError(
            _("A mail channel needs a server, a port and the address of the sender."),
            do=_("Fill them in as whoever runs the mail server names them."),
            code="mailing.incomplete",
        )
    if found.security not in SECURITY or (
        found.security == "none" and not is_on_this_machine(found.host)
    ):
        raise UsageError(
            _("Mail would cross the network in clear."),
            why=_("Whoever listens on the way could read letters, and the secret."),
            do=_("Choose TLS or STARTTLS; without either only for a server on this machine."),
            code="mailing.clear",
        )
    keep(actor, _CHANNEL, json.dumps(asdict(found), sort_keys=True))


def has_secret() -> bool:
    """Whether a secret is kept for the channel."""
    return _place().exists()


def keep_secret(actor: Person, secret: str) -> None:
    """Keep the secret in its file; the entry says that it was set, never what it is.

    Raises:
        NotPermitted: the actor neither leads nor operates.
    """
    if not secret or not secret.isprintable():
        raise UsageError(_("A secret is typed on one line."), code="mailing.secret")
    with transaction.atomic():
        keep(actor, _SECRET, f"set {now().isoformat()}")
        write_durably(_place(), secret.encode())


def deliver(found: MailChannel, message: EmailMessage) -> str:
    """Hand a message to the server; gives its reply word for word.

    Raises:
        UsageError: the server cannot be reached, or refuses; its words are in the text.
    """
    try:
        with _connected(found) as server:
            if found.user and has_secret():
                server.login(found.user, _place().read_text("utf-8"))
            _must(server.mail(found.sender))
            for to in message.get_all("To", []):
                _must(server.rcpt(str(to)))
            code, reply = _must(server.data(message.as_bytes()))
    except (OSError, smtplib.SMTPException) as error:
        raise UsageError(
            _("The mail server did not take it: {said}", said=_said(error)),
            why=_("Nothing was sent."),
            do=_("Compare server, port, security, user and secret with those of the server."),
            code="mailing.refused",
        ) from error
    return f"{code} {reply.decode('utf-8', 'replace')}"


def test_message(found: MailChannel, to: str, code: str) -> EmailMessage:
    """A message that holds nothing but a code."""
    message = EmailMessage()
    message["From"], message["To"] = found.sender, to
    message["Subject"] = "Tecum: test of the mail channel"
    message["Date"] = format_datetime(now())
    message["Message-ID"] = make_msgid(domain=found.sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(
        "This message tests whether mail of this office arrives.\n\n"
        f"Code: {code}\n\n"
        "Type the code on the page of the office from which it was sent.\n"
    )
    return message


def prove(actor: Person, found: MailChannel, to: str) -> None:
    """Record that a code sent through this channel came back."""
    domain = to.rpartition("@")[2]
    keep(actor, _PROVED, f"{found.fingerprint} {domain} {now().isoformat(timespec='seconds')}")


def is_proved() -> bool:
    """Whether the channel, as it stands now and with this secret, was proved."""
    found, state = channel(), office_state()
    said = kept(_PROVED, state)
    if found is None or said is None or not said.startswith(f"{found.fingerprint} "):
        return False
    secret, proved = state.profile.get(_SECRET), state.profile[_PROVED]
    return secret is None or state.entries[secret].seq < state.entries[proved].seq


def _connected(found: MailChannel) -> smtplib.SMTP:
    if found.security == "tls":
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(found.host, found.port, timeout=PATIENCE, context=context)
    server = smtplib.SMTP(found.host, found.port, timeout=PATIENCE)
    if found.security == "starttls":
        try:
            server.starttls(context=ssl.create_default_context())
        except (OSError, smtplib.SMTPException):
            with suppress(OSError, smtplib.SMTPException):
                server.close()
            raise
    else:
        server.ehlo_or_helo_if_needed()
    return server


def _must(answer: tuple[int, bytes]) -> tuple[int, bytes]:
    if not 200 <= answer[0] < 300:
        raise smtplib.SMTPResponseException(*answer)
    return answer


def _said(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        reply = error.smtp_error
        words = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else str(reply)
        return f"{error.smtp_code} {words}"[:300]
    return f"{type(error).__name__}"


def _place() -> Any:
    return settings.HOME.keys / "mailing"
