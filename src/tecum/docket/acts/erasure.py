"""Erasure: keys and salts are destroyed, every proof stands (DOCKET 1.3, LEDGER 16)."""

from __future__ import annotations

from enum import unique

from tecum.docket.declare import CODE, PLAIN, Act, act, field
from tecum.docket.errors import ActMalformed
from tecum.docket.parts import EntryId, FileId, SubjectRef
from tecum.docket.vocabulary import Sphere
from tecum.worded import worded as _
from tecum.words import Word

__all__ = ["MOST_ENTRIES", "Erased", "ErasureGround", "ErasureScope"]

MOST_ENTRIES = 64
"""How many statements one statement of an erasure may name (LEDGER 7)."""


@unique
class ErasureScope(Word):
    """What is erased together."""

    SUBJECT = "subject"
    FILE = "file"
    DOCKET = "docket"
    FIELDS = "fields"


@unique
class ErasureGround(Word):
    """On what ground something is erased (LEDGER 8, ``erased``)."""

    RETENTION_END = "retention_end"
    COURT_ORDER = "court_order"
    ERASURE_REQUEST = "erasure_request"
    SEALED = "sealed"
    MISTAKE = "mistake"


@act(Sphere.OFFICE, "L O", says="erased")
class Erased(Act):
    """The keys of these entries' values were destroyed; commitments and proofs stand.

    ``entries`` are those that lost an opening; ``keys`` counts the keys that were destroyed.
    """

    scope: ErasureScope = field(PLAIN)
    code: ErasureGround = field(CODE)
    entries: tuple[EntryId, ...] = field(PLAIN)
    keys: int = field(PLAIN)
    subject: SubjectRef | None = field(PLAIN, default=None)
    file: FileId | None = field(PLAIN, default=None)

    def __post_init__(self) -> None:
        if not 0 < len(self.entries) <= MOST_ENTRIES:
            raise ActMalformed(
                _("An erasure names from 1 to {most} entries.", most=MOST_ENTRIES),
                field="entries",
            )
        if (self.scope is ErasureScope.SUBJECT) != (self.subject is not None):
            raise ActMalformed(_("The erasure of a subject names the subject."), field="subject")
        if (self.scope is ErasureScope.FILE) != (self.file is not None):
            raise ActMalformed(_("The erasure of a file names the file."), field="file")
