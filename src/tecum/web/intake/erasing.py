"""Erase: destroy keys and salts, so that nothing opens again while every proof stands.

What was committed stays committed; leaves, heads, receipts and chains of statements are not
touched. What was given out, printed, or is in the other side's log cannot be reached.

Authority: DOCKET 1.3; LEDGER 16.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.db import OperationalError, connection, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tecum.clock import now
from tecum.docket.acts import DocumentReceived, Erased
from tecum.docket.acts.erasure import MOST_ENTRIES, ErasureGround, ErasureScope
from tecum.docket.entry import Entry, EntryId
from tecum.docket.errors import NotPermitted, StalePreview, UnknownReference
from tecum.docket.parts import FileId, SubjectRef
from tecum.docket.state import State
from tecum.docket.vocabulary import Erasure
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import has_role, require, visible_docket, visible_dockets
from tecum.web.docket import models, states
from tecum.web.docket.record import How, record
from tecum.web.engine.base import checkpoint
from tecum.web.exchange.selectors import files_with
from tecum.web.intake import paper, selectors, store
from tecum.web.intake.models import (
    ErasureAsked,
    FileKey,
    LikenessBand,
    MailKnown,
    PasswordGiven,
    ReadingMade,
    StoredFile,
)
from tecum.web.ledger import vault
from tecum.web.ledger.services import file_scope
from tecum.web.ledger.vault import Scope
from tecum.web.search.services import index, purge
from tecum.words import Role

__all__ = [
    "MAY",
    "Extent",
    "agree",
    "ask",
    "asked_on",
    "erase",
    "extent",
    "mark_of",
    "purge_erased",
    "waiting",
    "withdraw",
]

MAY = (Role.LEAD, Role.OPERATOR)
"""Who may be the second of the two persons (DOCKET 2.1)."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What an erasure reaches.

    Attributes:
        entries: Entries that lose an opening.
        keys: Keys of sealed values that are destroyed.
        files: Stored files that this docket holds no longer, with all that was read from them.
    """

    entries: tuple[EntryId, ...]
    keys: int
    files: int


def extent(
    actor: Person,
    docket_id: str,
    scope: ErasureScope,
    *,
    subject: str | None = None,
    file: str | None = None,
) -> Extent:
    """What an erasure would reach, before anybody asks for it.

    Raises:
        NotFound, NotPermitted: the docket is not the actor's to erase from.
        UnknownReference: no such subject or file on this docket.
    """
    docket = visible_docket(actor, docket_id)
    require(actor, Erased.slug, docket)
    records = _records(docket_id, scope, subject, _sha256_of(states.state_of(docket), file))
    return Extent(
        _in_order(docket, records), records.count(), _files(docket_id, scope, file).count()
    )


def erase(
    actor: Person,
    second: Person,
    docket_id: str,
    scope: ErasureScope,
    code: ErasureGround,
    *,
    subject: str | None = None,
    file: str | None = None,
) -> list[Entry]:
    """Destroy the keys of a scope, and record that it was done; both or neither.

    Args:
        second: Another lead or operator, who agreed.
        subject: The placeholder of the person whose values are erased, for that scope.
        file: The store's name of the file, for that scope.

    Raises:
        NotFound, NotPermitted: the docket is not the actor's to erase from.
        SamePerson: one person alone.
        HoldInForce: a preservation stands.
        UnknownReference: there is nothing of this scope to erase.
    """
    if not has_role(second, *MAY):
        raise NotPermitted(
            _("The second person may not agree to an erasure."),
            do=_("Ask another lead, or an operator."),
        )
    with transaction.atomic():
        docket = visible_docket(actor, docket_id)
        records = _records(docket_id, scope, subject, _sha256_of(states.state_of(docket), file))
        touched, keys = _in_order(docket, records), records.count()
        if not touched:
            raise _nothing()
        made = [
            record(
                actor,
                docket_id,
                Erased(
                    scope=scope,
                    code=code,
                    entries=batch,
                    keys=keys if n == 0 else 0,
                    subject=SubjectRef(subject) if subject else None,
                    file=FileId(file) if file else None,
                ),
                How(second=second),
            )
            for n, batch in enumerate(_batches(touched))
        ]
        _destroy(docket_id, scope, records, _files(docket_id, scope, file))
    return made


def ask(
    actor: Person,
    docket_id: str,
    scope: ErasureScope,
    code: ErasureGround,
    *,
    subject: str | None = None,
    file: str | None = None,
) -> ErasureAsked:
    """Ask for an erasure; nothing goes before another person agrees.

    Raises:
        NotFound, NotPermitted: the docket is not the actor's to erase from.
        UnknownReference: there is nothing of this scope to erase.
    """
    if not extent(actor, docket_id, scope, subject=subject, file=file).entries:
        raise _nothing()
    asked, _ = ErasureAsked.objects.update_or_create(
        docket_id=docket_id,
        defaults={
            "scope": scope.value,
            "subject": subject or "",
            "file": file or "",
            "code": code.value,
            "asked_by": actor,
            "asked_at": now(),
        },
    )
    return asked


def agree(second: Person, docket_id: str, seen: str) -> list[Entry]:
    """Agree to an erasure that somebody else asked for, and have it done.

    Args:
        seen: The request as the second person saw it (:func:`mark_of`).

    Raises:
        NotFound: none is asked for there that this person may know of.
        StalePreview: another erasure is asked for by now.
        NotPermitted, SamePerson, HoldInForce, UnknownReference: as :func:`erase`.
    """
    with transaction.atomic():
        found = waiting(second).filter(docket_id=docket_id).values("pk")
        asked = ErasureAsked.objects.select_for_update().filter(pk__in=found).first()
        if asked is None:
            raise NotFound
        if mark_of(asked) != seen:
            raise StalePreview(
                _("What is asked for is not what you saw, so nothing was erased."),
                why=_("Whoever agrees to an erasure agrees to this one and no other."),
                do=_("Look at the request as it stands now."),
            )
        made = erase(
            asked.asked_by,
            second,
            docket_id,
            ErasureScope(asked.scope),
            ErasureGround(asked.code),
            subject=asked.subject or None,
            file=asked.file or None,
        )
        asked.delete()
    return made


def withdraw(actor: Person, docket_id: str) -> None:
    """Take back a request, one's own or another's; nothing was erased."""
    if not has_role(actor, *MAY):
        raise NotFound
    waiting(actor).filter(docket_id=docket_id).delete()


def asked_on(docket_id: str) -> ErasureAsked | None:
    """The request that waits on a docket."""
    return ErasureAsked.objects.filter(docket_id=docket_id).select_related("asked_by").first()


def waiting(person: Person) -> QuerySet[ErasureAsked]:
    """The requests that wait for a second person, oldest first.

    A lead knows of those on dockets that are visible to the lead; an operator, who sees nothing
    of a matter, of all.
    """
    rows = ErasureAsked.objects.select_related("asked_by").order_by("asked_at")
    if has_role(person, Role.OPERATOR):
        return rows
    return rows.filter(docket_id__in=visible_dockets(person).values("pk"))


def mark_of(asked: ErasureAsked) -> str:
    """What tells one request from any other, for whoever agrees to it."""
    said = (asked.scope, asked.subject, asked.file, asked.code, asked.asked_at.isoformat())
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def purge_erased() -> int:
    """Destroy again what the log says was erased: after keys came back from a backup.

    The log is the authority. Gives how many records were still open.
    """
    gone = 0
    for row in models.Entry.objects.filter(slug=Erased.slug).select_related("docket"):
        act = states.state_of(row.docket).entries[EntryId(row.pk)].act
        if not isinstance(act, Erased):
            continue
        sha256 = _sha256_of(states.state_of(row.docket), act.file)
        records = _records(row.docket_id, act.scope, act.subject, sha256, before=row.seq)
        files = _files(row.docket_id, act.scope, act.file, before=row.seq)
        left = records.count()
        if left or files.exists():
            with transaction.atomic():
                _destroy(row.docket_id, act.scope, records, files)
        gone += left
    return gone


def _nothing() -> UnknownReference:
    return UnknownReference(
        _("There is nothing of this scope to erase."),
        why=_("No value of it is kept here, or it was erased before."),
        do=_("Look at what the docket still holds."),
    )


# --- what belongs to a scope ----------------------------------------------------------------


def _records(
    docket_id: str,
    scope: ErasureScope,
    subject: str | None,
    sha256: str | None,
    *,
    before: int | None = None,
) -> QuerySet[Any]:
    among = None
    if before is not None:
        earlier = models.Entry.objects.filter(docket_id=docket_id, seq__lt=before)
        among = earlier.values_list("pk", flat=True)
    if scope is ErasureScope.DOCKET:
        return vault.records(docket_id, among=among)
    if scope is ErasureScope.SUBJECT and subject:
        return vault.records(docket_id, Scope(Erasure.SHRED_SUBJECT, subject), among=among)
    if scope is ErasureScope.FILE and sha256 is not None:
        return vault.records(docket_id, file_scope(sha256), among=among)
    return vault.records(docket_id, among=())


def _files(
    docket_id: str, scope: ErasureScope, file: str | None, *, before: int | None = None
) -> QuerySet[FileKey]:
    keys = FileKey.objects.filter(docket_id=docket_id)
    if before is not None:
        keys = keys.filter(after__lt=before)
    if scope is ErasureScope.DOCKET:
        return keys
    if scope is not ErasureScope.FILE:
        return keys.none()
    made = ReadingMade.objects.filter(docket_id=docket_id, document__name=file)
    return keys.filter(
        Q(file__name=file)
        | Q(file__in=made.values("reading"))
        | Q(file__in=made.values("pictures"))
        | Q(file__in=files_with(docket_id, file))
    )


def _sha256_of(state: State, file: str | None) -> str | None:
    """The hash of a file as its arrival has it; None once that itself was erased."""
    if file is None:
        return None
    for entry in state.entries.values():
        act = entry.act
        if isinstance(act, DocumentReceived) and act.file == file:
            return act.sha256 if isinstance(act.sha256, str) else None
    return None


def _in_order(docket: models.Docket, records: QuerySet[Any]) -> tuple[EntryId, ...]:
    wanted = docket.entries.filter(pk__in=records.values("entry_id")).order_by("seq")
    return tuple(EntryId(pk) for pk in wanted.values_list("pk", flat=True))


def _batches(entries: tuple[EntryId, ...]) -> Iterator[tuple[EntryId, ...]]:
    for start in range(0, len(entries), MOST_ENTRIES):
        yield entries[start : start + MOST_ENTRIES]


# --- destroying -----------------------------------------------------------------------------


def _destroy(
    docket_id: str, scope: ErasureScope, records: QuerySet[Any], held: QuerySet[FileKey]
) -> None:
    """Keys first: from then on the sealed bytes are noise; then the bytes themselves."""
    vault.destroy(records)
    files = list(StoredFile.objects.filter(pk__in=held.values("file")))
    held.delete()
    made = ReadingMade.objects.filter(docket_id=docket_id, document__in=files)
    LikenessBand.objects.filter(made__in=made).delete()
    if scope is ErasureScope.DOCKET:
        MailKnown.objects.filter(docket_id=docket_id).delete()
        PasswordGiven.objects.filter(docket_id=docket_id).delete()
    _forget(docket_id)
    _index_anew(docket_id)
    orphans = [one for one in files if not FileKey.objects.filter(file=one).exists()]
    for orphan in orphans:
        # Whoever holds the file must not be able to confirm that it was here.
        StoredFile.objects.filter(pk=orphan.pk).update(keyed_hash=secrets.token_hex(32))
    transaction.on_commit(lambda: _remove(docket_id, orphans))


def _index_anew(docket_id: str) -> None:
    """Take what was erased out of the index: from here on it opens nothing."""
    docket = models.Docket.objects.get(pk=docket_id)
    index(docket, states.fold(docket, states.rules()))


def _remove(docket_id: str, files: Iterable[StoredFile]) -> None:
    """What the keys' destruction leaves: sealed bytes, and old pages of the database."""
    _forget(docket_id)
    for file in files:
        store.remove(file)
    purge()
    with suppress(OperationalError):
        # A reader may hold old pages for a moment; the next checkpoint overwrites them.
        checkpoint(connection, empty=True)


def _forget(docket_id: str) -> None:
    states.forget(docket_id)
    paper.forget(docket_id)
    selectors.forget_copies(docket_id)
