"""What a form of an act is made of: fields, choices that follow from the demand, what it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from tecum.docket.acts import Act
from tecum.docket.entry import Entry, EntryId
from tecum.docket.parts import ItemAsked, Label, ObligationId, Source
from tecum.docket.state.model import State
from tecum.docket.vocabulary import BasisKind, Direction
from tecum.errors import UsageError
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may
from tecum.web.docket.models import Docket
from tecum.web.typed import grouped
from tecum.web.ui.templatetags.ui import act_words, capital, day, words
from tecum.web.ui.typed_words import Sent
from tecum.words import Side, Word

__all__ = [
    "At",
    "Field",
    "Form",
    "Given",
    "Offered",
    "due_words",
    "entries",
    "entry_words",
    "items",
    "obligations",
    "of",
    "offered",
    "registered",
]

W = TypeVar("W", bound=Word)
Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class At:
    """Where a form would be used, and by whom; the state as this person sees it."""

    person: Person
    docket: Docket
    state: State


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form.

    Attributes:
        kind: ``line``, ``text``, ``day``, ``number``, ``choice``, ``many`` or ``check``.
        choices: What can be chosen, as the demand now stands.
    """

    name: str
    label: Promise
    kind: str = "line"
    choices: Callable[[At], Choices] | None = None
    required: bool = False
    help: Promise | str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form that records one act.

    Attributes:
        does: Records it, or what it needs beside it.
        when: Whether it is offered as the demand now stands.
        two: The act that another person has to agree to first, made from what was entered.
    """

    slug: str
    title: Promise
    fields: tuple[Field, ...]
    does: Callable[[Person, str, Given], Any] | None = None
    when: Callable[[At], bool] = lambda _at: True
    two: Callable[[Given], Act] | None = None
    help: Promise | str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """A form with its choices worked out."""

    form: Form
    fields: tuple[tuple[Field, Choices], ...]
    id: str = field(default="")


def sent(form: Form, at: At) -> dict[str, Sent]:
    """What a page that refuses the form needs to show again what was entered."""
    return {
        one.name: Sent(one.label, partial(one.choices, at) if one.choices else None)
        for one in form.fields
    }


def offered(form: Form, at: At) -> Offered | None:
    """A form with its choices; None where it is not the person's, or nothing can be chosen."""
    # The page is open to this person already: the matter need not be asked for each form.
    if not may(at.person, form.slug) or not form.when(at):
        return None
    fields = tuple((one, one.choices(at) if one.choices else ()) for one in form.fields)
    if any(one.required and one.choices is not None and not held for one, held in fields):
        return None
    return Offered(form, fields, form.slug)


@dataclass(frozen=True, slots=True)
class Given:
    """What was entered, read as what it must be."""

    form: QueryDict
    state: State

    def text(self, name: str) -> str | None:
        """Words; None where there are none."""
        return self.form.get(name, "").replace("\r\n", "\n").strip() or None

    def need(self, name: str) -> str:
        """Words that cannot be left out.

        Raises:
            UsageError: there are none.
        """
        held = self.text(name)
        if held is None:
            raise UsageError(
                _("Something is missing."),
                why=_("The act would say less than it must."),
                do=_("Fill every field that is marked."),
                code="form.incomplete",
                field=name,
            )
        return held

    def word(self, kind: type[W], name: str) -> W:
        """A word of a closed list."""
        return _word(kind, self.need(name), name)

    def words(self, kind: type[W], name: str) -> tuple[W, ...]:
        """Several words of a closed list."""
        return tuple(_word(kind, one, name) for one in self.form.getlist(name))

    def day(self, name: str) -> date | None:
        """A day; None where none is entered."""
        held = self.text(name)
        try:
            return None if held is None else date.fromisoformat(held)
        except ValueError:
            raise UsageError(
                _("The date cannot be read."),
                do=_("Write it as 2020-01-31."),
                code="form.day",
                field=name,
            ) from None

    def need_day(self, name: str) -> date:
        """A day that cannot be left out."""
        self.need(name)
        held = self.day(name)
        assert held is not None
        return held

    def ref(self, name: str) -> EntryId:
        """An entry of the docket."""
        return EntryId(self.need(name))

    def maybe_ref(self, name: str) -> EntryId | None:
        """An entry of the docket, or none."""
        held = self.text(name)
        return EntryId(held) if held else None

    def obligation(self, name: str = "obligation") -> ObligationId:
        """An obligation of the docket."""
        return ObligationId(self.need(name))

    def labels(self, name: str = "item") -> tuple[Label, ...]:
        """The items that were ticked."""
        return tuple(Label(one) for one in self.form.getlist(name))

    def number(self, name: str) -> int | None:
        """An amount as it is typed; None where none is, and never another one.

        Raises:
            UsageError: it is no whole number.
        """
        said = self.text(name)
        amount = grouped(said)
        if said and amount is None:
            raise UsageError(
                _("That is no amount in whole dollars."),
                do=_("Write figures alone, like 39,000,000; leave it empty where it is not known."),
                code="form.amount",
                field=name,
            )
        return amount

    def source(self, name: str = "cite") -> Source | None:
        """Where it is said, as typed."""
        held = self.text(name)
        return Source(kind=BasisKind.TYPED, cite=held) if held else None

    @property
    def issuers(self) -> Side:
        """The side of whoever makes the demand."""
        demand = self.state.demand
        outward = demand is not None and demand.act.direction is Direction.OUTWARD
        return Side.OURS if outward else Side.THEIRS


def _word(kind: type[W], text: str, field: str) -> W:
    try:
        return kind(text)
    except ValueError:
        raise UsageError(
            _("A choice is none of those offered."),
            do=_("Choose again."),
            code="form.choice",
            field=field,
        ) from None


# --- choices --------------------------------------------------------------------------------


def of(kind: type[Word], *, but: Sequence[Word] = ()) -> Callable[[At], Choices]:
    """The words of a closed list."""
    return lambda _at: [(one.value, capital(words(one.value))) for one in kind if one not in but]


def obligations(test: Callable[[Any], bool]) -> Callable[[At], Choices]:
    """The obligations of the demand that meet a condition."""

    def found(at: At) -> Choices:
        return [
            (row.id, f"{capital(words(row.object.value))} · {due_words(row.safe)}")
            for row in at.state.obligations.values()
            if test(row)
        ]

    return found


def due_words(safe: date | datetime | None) -> str:
    """The day of a date, or that there is none."""
    return day(safe) if safe is not None else _("no date")


def items(at: At) -> Choices:
    """The items still asked for."""
    return [(row.label, _item(row.asked_for)) for row in at.state.live_items]


def _item(asked: ItemAsked) -> str:
    text = asked.text if isinstance(asked.text, str) else ""
    return f"{asked.label} {text[:80]}".strip()


def entries(*acts: type[Act]) -> Callable[[At], Choices]:
    """The entries of these acts."""
    return lambda at: [
        (one.id, entry_words(one)) for one in at.state.entries.values() if isinstance(one.act, acts)
    ]


def entry_words(one: Entry) -> str:
    """An entry by its number and what it records."""
    said = {"n": one.seq, "act": act_words(one.act.slug)}
    return _("Entry %(n)s: %(act)s") % said


def registered(at: At) -> bool:
    """Whether a demand stands."""
    return at.state.demand is not None
