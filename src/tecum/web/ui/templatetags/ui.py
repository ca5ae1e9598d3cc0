"""How the words of the field are shown: glyphs, words, dates with their weekday.

Outcomes carry no colour of praise or blame; they are told apart by word and glyph.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

register = template.Library()

GLYPHS = {"must": "■", "may": "□", "must_not": "⊘", "counsel": "§", "unknown": "?", "silent": "–"}
OUTCOME_WORDS = {
    "must": _("must"),
    "may": _("may"),
    "must_not": _("must not"),
    "counsel": _("counsel"),
    "unknown": _("unknown"),
    "silent": _("silent"),
}
OUTCOME_SENTENCES = {
    "must": _("A rule in force commands it."),
    "may": _("Permitted, not required."),
    "must_not": _("A rule in force forbids it."),
    "counsel": _("For counsel: a rule asks for it, or two rules collide and both stand."),
    "unknown": _("It hangs on facts that are not known."),
    "silent": _("No configured rule speaks. This is not permission."),
}
STRENGTHS = {
    "self-asserted": ("○", _("self-asserted")),
    "logged": ("◔", _("logged")),
    "witnessed": ("◑", _("witnessed")),
    "acknowledged by the other side": ("●", _("acknowledged by the other side")),
}


@register.filter
def glyph(word: str) -> str:
    """The glyph of an outcome."""
    return GLYPHS.get(str(word), "")


@register.filter
def outcome_word(word: str) -> object:
    """The outcome as a person reads it."""
    return OUTCOME_WORDS.get(str(word), word)


@register.filter
def outcome_sentence(word: str) -> object:
    """What the outcome means, in one sentence."""
    return OUTCOME_SENTENCES.get(str(word), "")


@register.filter
def strength_glyph(word: str) -> str:
    """The glyph of a strength."""
    return STRENGTHS.get(str(word), ("", ""))[0]


@register.filter
def strength_word(word: str) -> object:
    """The strength as a person reads it."""
    return STRENGTHS.get(str(word), ("", word))[1]


@register.filter
def role_words(person: object) -> str:
    """Somebody's name or title, as the frame shows who works."""
    return getattr(person, "name", "")


@register.filter
def words(code: str) -> str:
    """A code of a closed vocabulary as words: ``home_address`` becomes ``home address``."""
    return str(code).replace("_", " ")


@register.filter
def day(value: date | str | None) -> str:
    """A legal date with its weekday: Mon 27 Jan 2020."""
    if not value:
        return ""
    if isinstance(value, str):
        value = date.fromisoformat(value[:10])
    return date_format(value, "D j M Y")


@register.filter
def moment(value: datetime | str | None, zone: str = "UTC") -> str:
    """An instant in the office's zone, with the zone's abbreviation."""
    if not value:
        return ""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    local = value.astimezone(ZoneInfo(zone or "UTC"))
    return f"{date_format(local, 'D j M Y H:i')} {local.tzname()}"


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
    if value is None:
        return {
            "absent": _("absent: looked for, not on the page"),
            "unreadable": _("could not be looked for: unreadable"),
            "conflict": _("two readings contradict each other"),
            "unknown": _("unknown, says a person"),
        }.get(state, _("not established"))
    if group == "due":
        return due_words(value)
    if group == "items":
        return f"{value.get('label', '')}  {value.get('text', '')} ({words(value.get('category'))})"
    if group == "subjects" and isinstance(value, dict):
        return ", ".join([value["name"] or "", *value.get("identifiers", ())])
    if isinstance(value, bool) or value in ("true", "false"):
        return _("yes") if value in (True, "true") else _("no")
    if path in ("issued_on", "served_on"):
        return day(value)
    if path in CODES:
        return words(value)
    return value


CODES = frozenset(
    {"conduct", "kind", "issuer_class", "signatory.role", "service_method", "nondisclosure"}
)


@register.filter
def due_words(value: dict[str, object]) -> str:
    """A due phrase as a person reads it; nothing is computed."""
    what = words(str(value.get("for") or ""))
    if value.get("form") == "date" and value.get("date"):
        at = f", {value['time']}" if value.get("time") else ""
        zone = f" {value['tz']}" if value.get("tz") else ""
        return f"{day(str(value['date']))}{at}{zone} ({what})"
    if value.get("form") == "period" and value.get("amount"):
        counting = "" if value.get("counting") in (None, "unstated") else f"{value['counting']} "
        trigger = value.get("trigger_text") if value.get("trigger") == "other" else None
        trigger = trigger or words(str(value.get("trigger") or "unknown"))
        if value.get("trigger") in (None, "unknown"):
            trigger = str(_("an event that is not stated"))
        direction = value.get("direction") or "after"
        return f"{value['amount']} {counting}{value['unit']} {direction} {trigger} ({what})"
    if value.get("form") == "event":
        return f"{_('upon')} {words(str(value.get('trigger') or ''))} ({what})"
    if value.get("form") == "instanter":
        return f"{_('at once')} ({what})"
    return f"{_('no date is stated')} ({what})"


@register.filter
def machine_value(field: object) -> object:
    """What the machine read, beneath a person's value."""
    value = getattr(field, "machine", None)
    parts = {"value": value, "path": getattr(field, "path", ""), "state": "absent"}
    return field_value(type("Under", (), parts)())


@register.filter
def anchor(path: str) -> str:
    """A field's path as the name of a place on the page."""
    return path.replace(".", "-")


@register.filter
def at(value: object, key: str) -> object:
    """A part of a value that has parts; nothing where it has none."""
    return value.get(key) if isinstance(value, dict) else None


@register.filter
def joined(values: object) -> str:
    """A list with commas between."""
    return ", ".join(map(str, values)) if isinstance(values, list | tuple) else ""


@register.filter
def due_moment(value: object, zone: str = "UTC") -> str:
    """A due date, or a due instant in the office's zone."""
    if isinstance(value, datetime):
        return moment(value, zone)
    return day(value) if isinstance(value, date | str) else ""


@register.filter
def warning_words(code: str) -> str:
    """The sentence of a warning; an unknown code stays a code."""
    from tecum.reading.sentences import warning

    try:
        return warning(code)
    except KeyError:
        return words(code)


DETERMINED = {
    "produce": _("produce the records"),
    "produce_in_part": _("produce in part"),
    "withhold": _("withhold"),
    "object": _("object"),
    "none_held": _("answer that none is held"),
    "refer": _("refer to another body"),
    "await_event": _("answer upon an event"),
    "act": _("do or tell what is asked"),
    "not_act": _("not do or tell what is asked"),
}


@register.filter
def determined(word: str) -> object:
    """A determination as a person reads it."""
    return DETERMINED.get(str(word), words(str(word)))


@register.filter
def answer_word(key: str) -> object:
    """An answer to a question of the rules."""
    return {"true": _("Yes"), "false": _("No")}.get(key, words(key))


@register.filter
def act_words(slug: str) -> str:
    """The name of an act as words: ``answer-sent`` becomes ``Answer sent``."""
    return slug.replace("-", " ").capitalize()


@register.filter
def short_day(value: date) -> str:
    """A day of the counting strip: the number, with the month where it begins."""
    return date_format(value, "j M") if value.day == 1 else str(value.day)


@register.filter
def camel_words(name: str) -> str:
    """The name of an act of a thread as words: ``DemandServed`` becomes ``Demand served``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


@register.filter
def thread_when(value: object) -> str:
    """A day as a day; a month or a year as it was given."""
    return day(value) if isinstance(value, date) else str(value)
