"""How an act and its fields are declared: whose data, how erased, what the log may hold.

Every field of every act and of its parts names one of the marks below (DOCKET 1.3); the
decorator refuses a class with an undeclared field, so that none can slip in.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass
from typing import Any, ClassVar, NewType, TypeVar, dataclass_transform

from tecum.docket.vocabulary import Erasure, LogAs, Personal, Sphere
from tecum.provenance import Sha256
from tecum.words import Role

__all__ = [
    "ACTS",
    "CODE",
    "FILE",
    "FILE_COMMIT",
    "OFFICIAL",
    "PARTS",
    "PERSON",
    "PERSON_COMMIT",
    "PLAIN",
    "PLAIN_COMMIT",
    "SENSITIVE",
    "SENSITIVE_COMMIT",
    "Act",
    "Erased",
    "Hash",
    "Mark",
    "Text",
    "Texts",
    "act",
    "declared",
    "field",
    "part",
    "who",
]


Commitment = NewType("Commitment", str)
"""64 lower-case hex digits: a salted commitment (LEDGER 9)."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What is left of a value whose key and salt were destroyed: its commitment."""

    commitment: Commitment


Text = str | Erased
Texts = tuple[str, ...] | Erased
Hash = Sha256 | Erased


@dataclass(frozen=True, slots=True)
class Mark:
    """What a field declares of itself."""

    personal: Personal
    erasure: Erasure
    log: LogAs
    parts: bool = False


CODE = Mark(Personal.NONE, Erasure.KEEP, LogAs.CODE)
PLAIN = Mark(Personal.NONE, Erasure.KEEP, LogAs.OFF)
PLAIN_COMMIT = Mark(Personal.NONE, Erasure.KEEP, LogAs.COMMIT)
OFFICIAL = Mark(Personal.OFFICIAL, Erasure.SHRED_DOCKET, LogAs.OFF)
PERSON = Mark(Personal.PERSON, Erasure.SHRED_SUBJECT, LogAs.OFF)
PERSON_COMMIT = Mark(Personal.PERSON, Erasure.SHRED_SUBJECT, LogAs.COMMIT)
SENSITIVE = Mark(Personal.SENSITIVE, Erasure.SHRED_SUBJECT, LogAs.OFF)
SENSITIVE_COMMIT = Mark(Personal.SENSITIVE, Erasure.SHRED_SUBJECT, LogAs.COMMIT)
FILE = Mark(Personal.FILE, Erasure.SHRED_FILE, LogAs.OFF)
FILE_COMMIT = Mark(Personal.FILE, Erasure.SHRED_FILE, LogAs.COMMIT)
PARTS = Mark(Personal.NONE, Erasure.KEEP, LogAs.OFF, parts=True)
"""The field holds parts, and each part declares its own fields."""


def field(mark: Mark, *, default: Any = MISSING) -> Any:
    """A field with its declaration."""
    return dataclasses.field(default=default, metadata={"mark": mark})


def declared(cls: type) -> Mapping[str, Mark]:
    """Field name → what it declares, in the order of the fields."""
    return {f.name: f.metadata["mark"] for f in dataclasses.fields(cls)}


_ROLES: Mapping[str, tuple[Role, ...]] = {
    "S": (Role.SYSTEM,),
    "K": (Role.CLERK,),
    "U": (Role.CUSTODIAN,),
    "C": (Role.COUNSEL,),
    "L": (Role.LEAD,),
    "I": (Role.ISSUING_OFFICER,),
    "X": (Role.COUNTERPART,),
    "O": (Role.OPERATOR,),
    "A": (Role.POLICY_AUTHOR,),
    "any": (Role.CLERK, Role.CUSTODIAN, Role.COUNSEL, Role.LEAD, Role.ISSUING_OFFICER),
}


def who(letters: str) -> frozenset[Role]:
    """The roles that DOCKET 1.5 writes as letters: ``who("K C L")``."""
    return frozenset(role for letter in letters.split() for role in _ROLES[letter])


class Act:
    """What was done or happened. The closed list is DOCKET 1.5.

    ``says`` names the statement types that the act may make, of which each entry makes
    exactly one (:mod:`tecum.docket.statements`).
    """

    __slots__ = ()
    slug: ClassVar[str]
    group: ClassVar[str]
    sphere: ClassVar[Sphere]
    recorded_by: ClassVar[frozenset[Role]]
    says: ClassVar[tuple[str, ...]]
    schema: ClassVar[int]


ACTS: dict[str, type[Act]] = {}
"""Slug → act, the closed list; filled by the modules of :mod:`tecum.docket.acts`."""

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def part(cls: type[T]) -> type[T]:
    """A value inside acts, its fields declared like theirs."""
    made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
    _check_declared(made)
    return made


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def act(
    sphere: Sphere, letters: str, *, says: str = "entry.recorded", schema: int = 1
) -> Callable[[type[T]], type[T]]:
    """Declare an act: world or office, who may record it, which statement it makes.

    Args:
        sphere: World acts are never refused for what they say; office acts have a guard.
        letters: Who may, in the letters of DOCKET 1.5.
        says: Names of LEDGER section 8, several where the entry's content chooses one.
        schema: Number of the stored shape; old shapes are lifted by upcasters.
    """

    def make(cls: type[T]) -> type[T]:
        made: Any = part(cls)
        made.slug = _slug(cls.__name__)
        made.group = cls.__module__.rpartition(".")[2]
        made.sphere = sphere
        made.recorded_by = who(letters)
        made.says = tuple(says.split())
        made.schema = schema
        if made.slug in ACTS:
            raise TypeError(f"the act {cls.__name__} is declared twice")
        ACTS[made.slug] = made
        return made  # type: ignore[no-any-return]

    return make


def _check_declared(cls: type) -> None:
    for f in dataclasses.fields(cls):
        if not isinstance(f.metadata.get("mark"), Mark):
            raise TypeError(f"{cls.__name__}.{f.name} does not declare whose data it is")


def _slug(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower()
