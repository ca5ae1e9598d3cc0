"""Forms of the pages of items, changes, answer and trail."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tecum.docket.acts import Act, Corrected, DeterminationOverridden, ItemsMerged
from tecum.docket.acts.course import Audience, CorrectedFor
from tecum.docket.acts.decision import Determined, RefusalCode
from tecum.docket.acts.registration import Need
from tecum.docket.acts.service import LetterPurpose
from tecum.docket.declare import declared
from tecum.docket.entry import EntryId, Label
from tecum.docket.parts import ItemAsked
from tecum.docket.state.model import DemandStep
from tecum.errors import UsageError
from tecum.web.accounts.models import Person
from tecum.web.docket.answering import object_to_items, refuse_demand, send_letter
from tecum.web.docket.forms.duties import duties_named, duties_of_letters
from tecum.web.docket.forms.shape import (
    At,
    Choices,
    Field,
    Form,
    Given,
    entries,
    items,
    of,
    registered,
)
from tecum.web.docket.happenings import add_note
from tecum.web.docket.record import record
from tecum.web.docket.registering import assign_demand
from tecum.web.ui.templatetags.ui import capital, words
from tecum.words import Category, Channel

__all__ = ["ANSWER", "CHANGES", "ITEMS", "TRAIL"]

GROUNDS = (
    "scope", "burden", "authority", "privilege", "already_provided", "available_elsewhere",
    "purpose", "other",
)  # fmt: skip
"""On what ground items are objected to, where no pack names its own (DOCKET 1.5)."""


def _merge(actor: Person, docket: str, given: Given) -> None:
    into = ItemAsked(
        label=Label(given.need("label")),
        text=given.need("text"),
        category=given.word(Category, "category"),
    )
    record(actor, docket, ItemsMerged(items=given.labels(), into=into))


def _overridden(given: Given) -> Act:
    return DeterminationOverridden(
        determination=given.ref("determination"),
        outcome=given.word(Determined, "outcome"),
        reason=given.need("reason"),
        cite=given.text("cite"),
        awaits=given.text("awaits"),
    )


def _letter(actor: Person, docket: str, given: Given) -> None:
    send_letter(
        actor,
        docket,
        given.word(LetterPurpose, "purpose"),
        document=given.need("document").encode(),
        to=given.need("to"),
        channel=given.word(Channel, "channel"),
        duties=duties_named(given),
    )


def _refuse(actor: Person, docket: str, given: Given) -> None:
    refuse_demand(
        actor,
        docket,
        given.word(RefusalCode, "code"),
        document=given.need("document").encode(),
        to=given.need("to"),
        channel=given.word(Channel, "channel"),
        reason=given.text("reason"),
    )


def _object(actor: Person, docket: str, given: Given) -> None:
    object_to_items(
        actor,
        docket,
        given.labels(),
        given.form.getlist("ground"),
        document=given.need("document").encode(),
        to=given.need("to"),
        channel=given.word(Channel, "channel"),
    )


def _note(actor: Person, docket: str, given: Given) -> None:
    add_note(actor, docket, given.need("text"), given.word(Audience, "audience"))


def _assign(actor: Person, docket: str, given: Given) -> None:
    name = given.need("person")
    person = Person.objects.filter(public_id=name, is_active=True).first()
    if person is None:
        raise UsageError(gettext("Nobody is chosen."), code="form.person")
    assign_demand(actor, docket, person, given.word(Need, "need"), given.day("until"))


def _correct(actor: Person, docket: str, given: Given) -> None:
    ref, _sep, path = given.need("entry").partition(":")
    act = Corrected(
        entry=EntryId(ref),
        code=given.word(CorrectedFor, "code"),
        path=path or None,
        value=given.need("value") if path else None,
        reason=given.need("reason"),
    )
    record(actor, docket, act)


def _people(_at: At) -> Choices:
    return list(
        Person.objects.filter(is_active=True).order_by("pk").values_list("public_id", "name")
    )


def _determinations(at: At) -> Choices:
    held = {row.determination for row in at.state.live_items if row.determination}
    return [
        (ref, f"{', '.join(row.items)}: {capital(words(row.outcome.value))}")
        for ref, row in at.state.determinations.items()
        if ref in held
    ]


_PARTS = {
    "court": _("Court"),
    "judge": _("Judge"),
    "number": _("Number"),
    "kind": _("Kind"),
    "effect": _("What it does"),
    "step": _("Step"),
    "outcome": _("Outcome"),
    "programme": _("Programme"),
    "amount": _("Amount"),
    "condition": _("Condition"),
    "due": _("Due"),
    "channel": _("By"),
    "to": _("To"),
    "label": _("Label"),
    "issuer": _("Issuer"),
    "recipient": _("Recipient"),
    "form": _("Form"),
    "reason": _("Reason"),
}
"""Fields of acts that a better value can stand beside; any other is corrected with its entry."""


def _correctable(at: At) -> Choices:
    """Each entry as a whole, then those of its fields that can be corrected by themselves."""
    found: list[tuple[str, str]] = []
    for ref, said in entries(Act)(at):
        fields = declared(type(at.state.entries[EntryId(ref)].act))
        found.append((ref, said))
        found += [
            (f"{ref}:{name}", f"{said} · {label}")
            for name, label in _PARTS.items()
            if name in fields
        ]
    return found[-_MOST:]


_MOST = 400


def _grounds(at: At) -> Choices:
    return [(one, capital(words(one))) for one in GROUNDS]


def _objected(at: At) -> Choices:
    held = dict(items(at))
    wanted = [
        row.label
        for row in at.state.live_items
        if row.determination is not None
        and at.state.determinations[row.determination].outcome is Determined.OBJECT
    ]
    return [(label, held[label]) for label in wanted]


def _runs(at: At) -> bool:
    demand = at.state.demand
    return demand is not None and demand.step is DemandStep.OPEN


def _all_declined(at: At) -> bool:
    declines = (Determined.WITHHOLD, Determined.OBJECT, Determined.NOT_ACT)
    return _runs(at) and all(
        row.determination is not None
        and at.state.determinations[row.determination].outcome in declines
        for row in at.state.live_items
    )


def _sent(*more: Field) -> tuple[Field, ...]:
    return (
        *more,
        Field("to", _("To"), required=True),
        Field(
            "channel",
            _("By"),
            "choice",
            of(Channel, but=(Channel.SCAN, Channel.DROP)),
            required=True,
        ),
        Field("document", _("Words of the letter"), "text", required=True),
    )


ITEMS: tuple[Form, ...] = (
    Form(
        "determination-overridden",
        _("Override a determination"),
        (
            Field("determination", _("Which"), "choice", _determinations, required=True),
            Field("outcome", _("What stands instead"), "choice", of(Determined), required=True),
            Field("reason", _("Why"), "text", required=True),
            Field("cite", _("Provision, if one says so")),
            Field("awaits", _("Event awaited, where one is")),
        ),
        two=_overridden,
        help=_("The former determination stays readable."),
    ),
)
CHANGES: tuple[Form, ...] = (
    Form(
        "demand-assigned",
        _("Ask somebody to work on it"),
        (
            Field("person", _("Who"), "choice", _people, required=True),
            Field("need", _("What for"), "choice", of(Need), required=True),
            Field("until", _("Until"), "day"),
        ),
        _assign,
    ),
    Form(
        "items-merged",
        _("Several items ask for one thing"),
        (
            Field("item", _("Items"), "many", items, required=True),
            Field("label", _("Label of the one"), required=True),
            Field("text", _("Its words"), "text", required=True),
            Field("category", _("Category"), "choice", of(Category), required=True),
        ),
        _merge,
        lambda at: len(at.state.live_items) > 1,
    ),
)
ANSWER: tuple[Form, ...] = (
    Form(
        "letter-sent",
        _("Send a letter that is no answer"),
        _sent(
            Field("purpose", _("What for"), "choice", of(LetterPurpose), required=True),
            Field("duty", _("Which duties it ends"), "many", duties_of_letters),
        ),
        _letter,
        registered,
    ),
    Form(
        "objection-served",
        _("Object to items"),
        _sent(
            Field("item", _("Items determined so"), "many", _objected, required=True),
            Field("ground", _("On what ground"), "many", _grounds, required=True),
        ),
        _object,
        _runs,
    ),
    Form(
        "demand-refused",
        _("Decline the demand as a whole"),
        _sent(
            Field("code", _("On what ground"), "choice", of(RefusalCode), required=True),
            Field("reason", _("In words"), "text"),
        ),
        _refuse,
        _all_declined,
    ),
)
TRAIL: tuple[Form, ...] = (
    Form(
        "note-added",
        _("Add a note"),
        (
            Field("text", _("Note"), "text", required=True),
            Field("audience", _("For whom"), "choice", of(Audience), required=True),
        ),
        _note,
        help=_("A note is never exported to the other side."),
    ),
    Form(
        "corrected",
        _("Correct an entry"),
        (
            Field("entry", _("What is wrong"), "choice", _correctable, required=True),
            Field("code", _("In what way"), "choice", of(CorrectedFor), required=True),
            Field("value", _("Better value, unless the whole entry is taken back"), "text"),
            Field("reason", _("Why"), "text", required=True),
        ),
        _correct,
        help=_(
            "Nothing is changed: both values stay readable. An entry named without a field is "
            "taken back whole."
        ),
    ),
)
