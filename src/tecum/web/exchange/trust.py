"""Whose keys count: the office's own, and those that a person compared by another way.

A trust file for two offices is made from both of their own. It says who runs which log
(``#tecum domain``), so that neither speaks in the other's log or witnesses its own. Only our
own witness and those that our log.toml names can witness: whoever hands us keys does not
choose who vouches for them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from tecum.docket.acts import ConnectionStopped, ConnectionTrusted
from tecum.docket.acts.connections import ComparedBy, StoppedFor
from tecum.docket.state.connections import connections as connections_in
from tecum.errors import UsageError
from tecum.exchange.intake import with_rotations
from tecum.ledger.config import LogConfig
from tecum.ledger.note import WITNESS, Key
from tecum.ledger.policy import Policy
from tecum.ledger.signing import SigningKey
from tecum.provenance import Sha256
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import has_role
from tecum.web.accounts.selectors import office
from tecum.web.docket.record import How, record
from tecum.web.docket.selectors import state_for
from tecum.web.ledger.log import open_log
from tecum.web.ledger.models import TheirStatement
from tecum.web.ledger.selectors import trust_file
from tecum.words import Role

__all__ = [
    "MAY",
    "Card",
    "Connection",
    "card_of",
    "connections",
    "fingerprint_groups",
    "is_stopped",
    "our_card",
    "our_domain",
    "policy_for",
    "stop",
    "trust",
    "trust_text",
]

MAY = (Role.LEAD, Role.OPERATOR)
SPOKEN = 4
"""The last digits that the person types as they were heard."""


@dataclass(frozen=True, slots=True)
class Card:
    """An office as its own trust file states it.

    Attributes:
        office: The domain before the roles of its signers.
        fingerprint: SHA-256 of the file, to be compared by another way.
    """

    office: str
    name: str
    text: str
    fingerprint: str
    logs: tuple[str, ...]
    signers: tuple[str, ...]

    @property
    def spaced(self) -> str:
        """The fingerprint in groups of four, as it is read out."""
        return " ".join(fingerprint_groups(self.fingerprint))


@dataclass(frozen=True, slots=True)
class Connection:
    """What stands on the office's docket about another office."""

    card: Card
    is_stopped: bool
    reason: str
    compared: str
    at: datetime
    person: str | None


def fingerprint_groups(fingerprint: str) -> list[str]:
    """64 hex digits in groups of four.

    >>> fingerprint_groups("0123456789abcdef")[:2]
    ['0123', '4567']
    """
    return [fingerprint[n : n + 4] for n in range(0, len(fingerprint), 4)]


def card_of(raw: bytes) -> Card:
    """Another office's trust file, if it is one office's.

    Raises:
        PolicyRefused: a line of it is not understood.
        UsageError: it lists no log, no signer, or those of several bodies.
    """
    policy = Policy.parse(raw)
    domains = sorted({name.partition("/")[0] for name, _ in policy.signers})
    if not policy.logs or len(domains) != 1:
        raise UsageError(
            _("This is not the trust file of one office."),
            why=_("It must list that office's log and its signers, and nobody else's."),
            do=_("Ask the office for its own file: Receipts, Trust file of this office."),
            code="connection.card",
        )
    names = sorted({policy.names[log] for log in policy.logs if log in policy.names})
    return Card(
        domains[0],
        " / ".join(names) or domains[0],
        raw.decode("utf-8", "replace"),
        hashlib.sha256(raw).hexdigest(),
        tuple(sorted(policy.logs)),
        tuple(sorted(name for name, _ in policy.signers)),
    )


def our_card() -> Card:
    """Our own trust file, as we hand it out."""
    return card_of(trust_file().encode())


def our_domain() -> str:
    """The domain before the roles of our signers."""
    return next(iter(open_log().signers.values())).name.partition("/")[0]


def connections() -> dict[str, Connection]:
    """Every office whose keys somebody here has trusted, by its domain."""
    row = office()
    state = state_for(row.docket_id) if row is not None else None
    found: dict[str, Connection] = {}
    if state is None:
        return found
    latest = connections_in(state)
    for entry in state.entries.values():
        act = entry.act
        if isinstance(act, ConnectionTrusted):
            last = latest[act.office]
            stopped = isinstance(last.act, ConnectionStopped)
            found[act.office] = Connection(
                card_of(act.trust.encode()),
                stopped,
                last.act.reason.value if isinstance(last.act, ConnectionStopped) else "",
                act.compared.value,
                entry.recorded_at,
                entry.actor.person,
            )
    return found


def is_stopped(domain: str) -> bool:
    """Whether exchange with an office rests."""
    held = connections().get(domain)
    return held is not None and held.is_stopped


@transaction.atomic
def trust(actor: Person, raw: bytes, compared: ComparedBy, spoken: str) -> Card:
    """Trust another office's keys, which a person has compared by another way.

    Args:
        spoken: The last four digits of the fingerprint, as the other office gave them.

    Raises:
        NotPermitted: the actor neither leads nor operates.
        PolicyRefused, UsageError: the file is not one office's, or the digits are others.
    """
    card = card_of(raw)
    if card.office == our_domain() or {*card.logs} & {*Policy.parse(trust_file().encode()).logs}:
        raise UsageError(_("These are the keys of this office itself."), code="connection.own")
    if spoken.strip().lower() != card.fingerprint[-SPOKEN:]:
        raise UsageError(
            _("The digits are not those of this file."),
            why=_("Either they were misheard, or this is not the file that the office handed out."),
            do=_("Ask for the whole fingerprint again, by another way than the file came."),
            code="connection.digits",
        )
    held = connections().get(card.office)
    act = ConnectionTrusted(
        office=card.office,
        name=card.name,
        trust=card.text,
        fingerprint=Sha256(card.fingerprint),
        compared=compared,
        before=Sha256(held.card.fingerprint) if held and not held.is_stopped else None,
    )
    record(actor, _office_docket(), act)
    return card


@transaction.atomic
def stop(actor: Person | None, domain: str, reason: StoppedFor = StoppedFor.BY_A_PERSON) -> None:
    """Let exchange with an office rest until a person trusts its keys anew."""
    if domain in connections() and not is_stopped(domain):
        record(actor, _office_docket(), ConnectionStopped(office=domain, reason=reason), How())


def may_trust(person: Person) -> bool:
    """Whether somebody may say whose keys count."""
    return has_role(person, *MAY)


def trust_text(domain: str | None = None) -> str:
    """The trust file for this office, and for another one where it is named and trusted."""
    own = [(our_domain(), trust_file())]
    held = connections().get(domain) if domain else None
    texts = [*own, *([(held.card.office, held.card.text)] if held else [])]
    lines: dict[str, list[str]] = {"log": [], "#tecum name": [], "#tecum signer": []}
    pinned: list[str] = []
    for body, text in texts:
        for row in text.splitlines():
            start = next((one for one in lines if row.startswith(f"{one} ")), None)
            if start is not None:
                lines[start].append(row)
            elif row.startswith("#tecum tsa ") and body == own[0][0]:
                pinned.append(row)
        logs = sorted(Policy.parse(text.encode()).logs)
        lines["#tecum signer"] += [f"#tecum domain {log} {body}" for log in logs]
    pinned += [row for row in _pins() if row not in pinned]
    watching = [f"witness w{n} {key.vkey}" for n, key in enumerate(_witnesses(), 1)]
    names = " ".join(row.split()[1] for row in watching)
    quorum = [f"group watching any {names}", "quorum watching"] if names else ["quorum none"]
    rows = [*lines["log"], *watching, *quorum, "#tecum policy 1"]
    rows += [*lines["#tecum name"], *lines["#tecum signer"], *pinned]
    text = "\n".join([*rows, ""])
    return "\n".join([*rows, *_rotated(text, domain), ""])


def policy_for(domain: str | None) -> Policy:
    """What we believe of this office and another, with the keys to which either has rotated."""
    return Policy.parse(trust_text(domain).encode())


def _rotated(text: str, domain: str | None) -> list[str]:
    """Lines for the keys to which signers have rotated by statements that came."""
    policy = Policy.parse(text.encode())
    notes = TheirStatement.objects.filter(office=domain or "", type="key.rotated")
    after = with_rotations(policy, [bytes(one.note) for one in notes])
    new = after.signers.keys() - policy.signers.keys()
    return [f"#tecum signer {after.signers[one].key.vkey}" for one in sorted(new)]


def _office_docket() -> str:
    row = office()
    if row is None:
        raise UsageError(_("There is no office yet."), code="office.missing")
    return row.docket_id


def _witnesses() -> Iterable[Key]:
    """Those who watch our log, and our own witness, which watches others."""
    config = LogConfig.read(settings.HOME.log)
    found = {one.key.public: one.key for one in config.witnesses}
    path = settings.HOME.log / "private" / "keys" / "witness.key"
    if path.exists():
        own = SigningKey.parse(path.read_text("utf-8"))
        if own.type == WITNESS:
            found[own.key.public] = own.key
    return found.values()


def _pins() -> list[str]:
    from tecum.ledger.encodings import to_base64

    config = LogConfig.read(settings.HOME.log)
    return [
        f"#tecum tsa {one.name} {to_base64(pin)}"
        for one in config.authorities
        for pin in one.certificates
    ]
