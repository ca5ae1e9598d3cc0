"""Bring public threads in: every event, question and claim an entry, all of them or none."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.db import transaction

from tecum.clock import now
from tecum.docket.acts import Act
from tecum.docket.chronology.load import load_thread
from tecum.docket.chronology.mapping import acts_of
from tecum.docket.entry import DocketKind, KnownBy
from tecum.docket.errors import KeyReused
from tecum.web.accounts.models import Person
from tecum.web.campaigns.services import open_campaign_of
from tecum.web.chronologies.models import Chronology
from tecum.web.docket.record import How, new_docket_id, record
from tecum.worded import worded as _
from tecum.words import Side

__all__ = ["bring_in"]


def bring_in(actor: Person, content: bytes) -> Chronology:
    """Take a thread file in as a chronology; the same file again adds nothing.

    Raises:
        ThreadRefused: the file has errors; all are listed, nothing is taken in.
        KeyReused: another edition of this thread is here already.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "thread.toml"
        path.write_bytes(content)
        thread = load_thread(path)
    known = Chronology.objects.filter(thread=thread.id).first()
    if known is not None and known.sha256 == sha256:
        return known
    if known is not None:
        raise KeyReused(
            _('Another edition of "{thread}" is here already.', thread=thread.id),
            why=_("A new edition changes claims, and each change is to be seen."),
            do=_("Record the changed claims as corrections."),
        )
    with transaction.atomic():
        docket = new_docket_id()
        _record(actor, docket, acts_of(thread))
        return Chronology.objects.create(
            thread=thread.id,
            title=thread.title,
            sha256=sha256,
            content=content,
            docket_id=docket,
            campaign_id=open_campaign_of(actor, thread) or "",
            brought_in_at=now(),
        )


def _record(actor: Person, docket: str, acts: Iterable[Act]) -> None:
    how = How(known_by=KnownBy.PUBLISHED, side=Side.THIRD)
    for act in acts:
        record(actor, docket, act, how, opens=DocketKind.CHRONOLOGY)
