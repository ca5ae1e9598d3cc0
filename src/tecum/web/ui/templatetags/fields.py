"""How the fields of a reading are shown: their names, their values, their states."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext_lazy as _

from tecum.web.ui.templatetags.ui import capital, day, say, words

register = template.Library()

FIELD_NAMES = {
    "conduct": _("What it does"),
    "kind": _("Kind"),
    "form": _("Form"),
    "issuer": _("Issuer"),
    "issuer_class": _("Class of issuer"),
    "signatory.name": _("Signed by"),
    "signatory.title": _("Title"),
    "signatory.role": _("Signed as"),
    "judicial": _("Ordered by a judge"),
    "recipient": _("Recipient"),
    "issued_on": _("Issued"),
    "served_on": _("Served"),
    "service_method": _("Served by"),
    "place_or_manner": _("Place or manner"),
    "nondisclosure": _("Secrecy"),
    "matter_numbers": _("Number"),
    "due": _("Due, as stated"),
    "authorities": _("Cites"),
    "items": _("Item"),
    "subjects": _("Person named"),
    "consequences": _("Threatened"),
    "split": _("Documents in the file"),
}
STATES = {
    "read": _("read"),
    "checked": _("checked"),
    "edited": _("edited"),
    "unknown": _("unknown"),
    "absent": _("absent"),
    "unreadable": _("unreadable"),
    "conflict": _("conflict"),
    "hidden": _("hidden"),
}


@register.filter
def field_name(path: str) -> object:
    """A field's path as a person reads it."""
    return FIELD_NAMES.get(path) or FIELD_NAMES.get(path.split(".", maxsplit=1)[0], path)


@register.filter
def field_state(state: str) -> object:
    """The state of a field as a word."""
    return STATES.get(state, state)


@register.filter
def field_value(field: object) -> object:
    """The value of a field as a person reads it; absence has words of its own."""
    value, path = getattr(field, "value", None), str(getattr(field, "path", ""))
    group, state = path.split(".", maxsplit=1)[0], getattr(field, "state", "")
    if value == state == "hidden":
        return _("hidden")
    if value is None:
        if path == "conduct" and state == "read":
            return _("not established: a person has to say what it does")
        return {
            "absent": _("absent: looked for, not on the page"),
            "unreadable": _("could not be looked for: unreadable"),
            "conflict": _("two readings contradict each other"),
            "unknown": _("unknown, says a person"),
        }.get(state, _("not established"))
    if group == "due":
        return due_words(value)
    if group == "items":
        return value.get("text") or ""
    if group == "subjects" and isinstance(value, dict):
        return ", ".join([value["name"] or "", *value.get("identifiers", ())])
    if isinstance(value, bool) or value in ("true", "false"):
        return _("yes") if value in (True, "true") else _("no")
    if path in ("issued_on", "served_on"):
        return day(value)
    if path in CODES:
        return capital(say(value, CODES[path]))
    return value


CODES = {
    "conduct": "conduct",
    "kind": "kind",
    "issuer_class": "kind",
    "signatory.role": "signed_as",
    "service_method": "channel",
    "nondisclosure": "secrecy",
}
"""Fields whose value is a code, with the vocabulary in whose words it is shown."""


@register.filter
def choice_word(code: str, path: str) -> object:
    """A word that a field may be corrected to, as the field itself would show it."""
    return capital(say(code, CODES[path]) if path in CODES else words(code))


@register.filter
def due_words(value: dict[str, object]) -> str:
    """A due phrase as a person reads it; nothing is computed."""
    what = str(say(value.get("for") or "response", "due_for")).lower()
    return f"{due_phrase(value)} · {what}"


@register.filter
def due_phrase(value: dict[str, object]) -> str:
    """When something is due, in the terms of the paper."""
    trigger = value.get("trigger") or "unknown"
    event = str(say(trigger, "trigger"))
    if trigger == "unknown":
        event = str(_("an event that is not stated"))
    elif trigger == "other" and value.get("trigger_text"):
        event = str(value["trigger_text"])
    if value.get("form") == "date" and value.get("date"):
        at = f", {value['time']}" if value.get("time") else ""
        zone = f" {value['tz']}" if value.get("tz") else ""
        return f"{day(str(value['date']))}{at}{zone}"
    if value.get("form") == "period" and value.get("amount"):
        counting = "" if value.get("counting") in (None, "unstated") else f"{value['counting']} "
        is_before = value.get("direction") == "before"
        said = (
            _("{amount} {unit} before {event}") if is_before else _("{amount} {unit} after {event}")
        )
        unit = words(f"{counting}{value['unit']}")
        return str(said).format(amount=value["amount"], unit=unit, event=event)
    if value.get("form") == "event":
        return str(_("upon {event}")).format(event=event)
    return str(_("at once") if value.get("form") == "instanter" else _("no date is stated"))


_OPTIONS = {"form": "due_form", "for": "due_for", "counting": "counting", "trigger": "trigger"}


@register.filter
def due_option(code: str, part: str) -> object:
    """A word of a list of the form that corrects a due phrase."""
    return say(code, _OPTIONS.get(part, "kind"))


@register.filter
def machine_value(field: object) -> object:
    """What the machine read, beneath a person's value."""
    value = getattr(field, "machine", None)
    parts = {"value": value, "path": getattr(field, "path", ""), "state": "absent"}
    return field_value(type("Under", (), parts)())
