"""What somebody entered into a form, as a page shows it again: in the words of the form.

A form sends short names and codes; whoever filled it saw labels and words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from tecum.web.ui.templatetags.ui import day, say, words
from tecum.web.ui.wording import WORDING

__all__ = ["Sent", "has_words", "shown_again"]

_OWN = frozenset(
    {"about", "arrival", "back", "block", "chosen", "claim", "docket", "earlier", "from_field"}
    | {"obligation", "of", "other", "participants", "party", "path", "proposal", "reading", "seen"}
    | {"target", "trust"}
)
"""What the page itself sent along, and what was chosen by an id that nobody saw."""
_MARKS = frozenset({"how", "side", "standing", "wanted"})
"""A mark before one of two or three sentences, which are too long for a line here."""
_SECRET = frozenset({"password", "secret"})
"""What must not stand on a page that others may see over a shoulder."""
_LABELS: Mapping[str, object] = {
    "address": _("Address"),
    "amount": _("Amount"),
    "at": _("Time"),
    "awaits": _("Event awaited, if any"),
    "basis": _("Ground"),
    "by": _("By"),
    "by_words": _("In words"),
    "capacity": _("In what capacity"),
    "category": _("Category"),
    "certainty": _("How firm"),
    "channel": _("By"),
    "cite": _("Where it is said"),
    "code": _("Code"),
    "codes": _("Code"),
    "compared": _("How it was compared"),
    "condition": _("Condition"),
    "date": _("Date"),
    "date_kind": _("Day of what"),
    "day": _("Day"),
    "digits": _("The last four digits, as the office gave them"),
    "distance": _("How near to whoever says it"),
    "document": _("Words of the answer"),
    "due": _("Answer due by"),
    "embargo": _("Not before this day"),
    "embargo_at": _("Time"),
    "event": _("Event"),
    "field": _("Field"),
    "follows": _("The round before"),
    "grade": _("Counts as received when"),
    "ground": _("Ground"),
    "happened": _("Whether it happened"),
    "headline": _("Headline"),
    "high": _("At most"),
    "host": _("Server"),
    "hours": _("Remind before each date"),
    "identifiers": _("Numbers, with commas between"),
    "issuer": _("Issuer"),
    "issuer_words": _("Or of a body that is not listed, e.g. a court"),
    "item": _("Item"),
    "items": _("Items"),
    "jurisdiction": _("Jurisdiction"),
    "kind": _("Kind"),
    "known_by": _("How this office knows"),
    "label": _("In a few words"),
    "letter": _("Letter text"),
    "low": _("Number, at least"),
    "measure": _("Measure"),
    "member": _("Members"),
    "members": _("Members"),
    "method": _("How it was checked"),
    "n": _("arrivals looked at"),
    "name": _("Name"),
    "no_items": _("The paper names no item"),
    "note": _("Note"),
    "notice": _("The notice, as it came"),
    "number": _("Number"),
    "number_from": _("Where the number is from (never the message itself)"),
    "on": _("Day"),
    "outcome": _("Outcome"),
    "outlet": _("Who publishes it"),
    "packs": _("Packs"),
    "person": _("You are"),
    "port": _("Port"),
    "programme": _("Programme"),
    "public_field": _("What anybody may read"),
    "published": _("Published on"),
    "quote": _("Its sentence there, at most 300 characters"),
    "reason": _("Reason"),
    "recipient": _("Recipient"),
    "remark": _("Remark"),
    "reply": _("The notice, word for word"),
    "result": _("Result"),
    "role": _("Role"),
    "roles": _("Roles"),
    "safe": _("New date"),
    "said_on": _("Said on"),
    "scope": _("What was looked for, in words"),
    "seal": _("Ground"),
    "security": _("Security"),
    "sender": _("Address of the sender"),
    "since": _("From"),
    "slot": _("About which side of the event"),
    "spoke_to": _("Who answered"),
    "stance": _("How it is said"),
    "start": _("Start"),
    "step": _("Step"),
    "subject": _("Person named"),
    "team": _("Teams"),
    "template": _("The letter"),
    "terms": _("Further words, if any"),
    "text": _("Text"),
    "texts": _("The parts, one on each line"),
    "time": _("Time"),
    "title": _("What the campaign is called here"),
    "to": _("To"),
    "unit": _("Of what"),
    "until": _("Until"),
    "updated": _("Updated on"),
    "urgency": _("Urgency"),
    "url": _("Address"),
    "user": _("User at the server"),
    "value": _("Value"),
    "what": _("What happened"),
    "words": _("In its own words"),
    "zone": _("Time zone"),
}
_CHOSEN = frozenset(
    {"awaits", "category", "certainty", "channel", "code", "codes", "compared", "condition"}
    | {"date_kind", "distance", "event", "grade", "ground", "happened", "kind", "known_by"}
    | {"measure", "method", "number_from", "outcome", "public_field", "result", "role", "roles"}
    | {"seal", "security", "slot", "spoke_to", "stance", "step", "urgency", "what"}
)
"""Fields whose value is a word of a list; another field may hold such a word as it was typed."""
_LISTS = {"security": "mail_security"}
"""Lists of words that bear another name than the field."""
_CODE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ID = re.compile(r"[0-9a-f]{16,}")


@dataclass(frozen=True, slots=True)
class Sent:
    """A field of a form that is known: its label, and what could be chosen in it."""

    label: object
    choices: Callable[[], Iterable[tuple[str, str]]] | None = None

    def said(self, value: str) -> str:
        """The words beside a choice; nothing where the field is filled in freely."""
        return str(dict(self.choices()).get(value, "")) if self.choices is not None else ""


def shown_again(
    fields: Iterable[tuple[str, str]], form: Mapping[str, Sent] | None = None
) -> list[tuple[str, str]]:
    """What was entered, each field once: its label, and its values in words.

    Args:
        fields: Names and values in the order of the form.
        form: The fields of the form at hand, by name, where it is known which one it was.
    """
    known, found = form or {}, dict[str, list[str]]()
    for name, value in fields:
        said = known[name].said(value) if value and name in known else ""
        if not said and (name in _OWN | _SECRET | _MARKS or not value or _ID.fullmatch(value)):
            continue
        found.setdefault(name, []).append(said or _value(name, value))
    return [
        (str(known[name].label) if name in known else _label(name), ", ".join(held))
        for name, held in found.items()
    ]


def has_words(name: str) -> bool:
    """Whether a field is shown again under its label, or by intention not at all."""
    return name in _LABELS or name in _OWN | _SECRET | _MARKS


def _label(name: str) -> str:
    base, _dash, row = name.partition("-")
    said = str(_LABELS.get(base, base.replace("_", " ")))
    return f"{said} {row}" if row else said


def _value(name: str, value: str) -> str:
    if _DAY.fullmatch(value):
        return str(day(value))
    base = name.partition("-")[0]
    if not _CODE.fullmatch(value):
        return value
    if base in _CHOSEN and _LISTS.get(base, base) in WORDING:
        return str(say(value, _LISTS.get(base, base)))
    return words(value) if base in _CHOSEN or "_" in value else value
