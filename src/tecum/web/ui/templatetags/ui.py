"""How the words of the field are shown: glyphs, words, dates with their weekday.

Outcomes carry no colour of praise or blame; they are told apart by word and glyph.
"""

from __future__ import annotations

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
