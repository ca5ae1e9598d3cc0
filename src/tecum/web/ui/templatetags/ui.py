"""How the words of the field are shown: glyphs, words, dates with their weekday.

Outcomes carry no colour of praise or blame; they are told apart by word and glyph.
"""

from __future__ import annotations

import re

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from tecum.web.ui.codes import NAMES
from tecum.web.ui.days import (
    day,
    days_left,
    due_moment,
    due_said,
    first_day,
    moment,
    short_day,
    thread_when,
)
from tecum.web.ui.entries import recorded
from tecum.web.ui.figures import period_span, period_words
from tecum.web.ui.sentences import ACTS, STATEMENTS, UNTIL, WHY
from tecum.web.ui.tongues import SOURCE, tongue_of
from tecum.web.ui.wording import WORDING

register = template.Library()
for _shown in (day, days_left, due_moment, due_said, first_day, moment, short_day, thread_when):
    register.filter(_shown)

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
def entry_of(tags: str) -> object:
    """The entry that a message is about; None where it is about none."""
    return recorded(tags or "")


@register.filter
def tongue(text: object) -> SafeString:
    """The attribute of an element whose text is in English on a page that is not."""
    is_foreign = tongue_of(text) != (get_language() or SOURCE)
    return mark_safe(' lang="en"' if is_foreign else "")  # noqa: S308 - two fixed words


@register.filter
def glyph(word: str) -> str:
    """The glyph of an outcome."""
    return GLYPHS.get(str(word), "")


@register.filter
def translated(text: str) -> str:
    """A text of the product's own, in the language of the page."""
    return gettext(text)


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


_MARKS = {"agreed": "●", "one_side": "◐", "others": "○", "different": "≠"}


@register.filter
def mark_glyph(word: object) -> str:
    """The glyph of how an event stands between the sides."""
    return _MARKS.get(str(word), "")


@register.filter
def role_words(person: object) -> str:
    """Somebody's name or title, as the frame shows who works."""
    return getattr(person, "name", "")


@register.filter
def words(code: str) -> str:
    """A code of a closed vocabulary as words: ``home_address`` becomes ``home address``."""
    return _named(re.sub(r"\beu\b", "EU", str(code).replace("_", " ")))


def _named(text: str) -> str:
    """What stands in no vocabulary (a word of a source or of a pack) stays as it was written."""
    return gettext(text) if text in NAMES else text


@register.filter
def question_words(text: str) -> str:
    """Two texts that meet, under a heading that says so: the act, then the two."""
    found = re.fullmatch(r"open legal question on (\w+): (\S+) ⟂ (\S+)\.", text)
    if found is None:
        return words(text)
    return f"{capital(words(found[1]))}: {found[2]} · {found[3]}"


@register.filter
def say(code: object, vocabulary: str) -> object:
    """A code in the words of its vocabulary; one that has no line is its own words."""
    return WORDING[vocabulary].get(str(code)) or words(str(code))


@register.filter
def capital(text: object) -> str:
    """The first letter large, the rest as it is."""
    said = str(text)
    return said[:1].upper() + said[1:]


@register.filter
def why_words(why: object) -> str:
    """One reason of a status as a sentence."""
    sentence = str(WHY.get(getattr(why, "sentence", ""), ""))
    values = {key: _value_words(key, text) for key, text in getattr(why, "values", {}).items()}
    counts = ", ".join(
        f"{say(key, 'disposition')} {text}"
        for key, text in getattr(why, "values", {}).items()
        if str(text).isdigit() and key != "days"
    )
    return sentence.format_map(_Known({**values, "counts": counts})).strip()


class _Known(dict[str, str]):
    """Values of a sentence; what is not known is said to be so."""

    def __missing__(self, key: str) -> str:
        return str(_("not known"))


def _value_words(key: str, text: str) -> str:
    if not text:
        return str(_("not known")) if key != "cites" else ""
    if key in ("safe", "latest"):
        return day(text)
    if key == "side":
        return str(say(text, "side"))
    return words(text)


@register.filter
def awaits_words(why: str) -> str:
    """What an obligation without a date waits for."""
    if why == "no date in the law":
        return str(_("No date in the law"))
    if not why.startswith("awaits "):
        return capital(say(why, "standing"))
    what = why.removeprefix("awaits ").removeprefix("its ")
    return str(_("Waits for {what}")).format(what=say(what, "trigger"))


@register.filter
def effect_word(effect: str) -> object:
    """The effect of a rule as a person reads it."""
    return say(effect, "effect")


@register.filter
def outcomes_said(text: str) -> str:
    """An outcome as cases write it, in words: ``unknown:may|must_not``."""
    outcome, _colon, possible = str(text).partition(":")
    said = str(outcome_word(outcome))
    if not possible:
        return said
    return f"{said} ({', '.join(str(outcome_word(word)) for word in possible.split('|'))})"


_BY_THE_CLOCK = ("late", "late_on_one_reading", "due_soon")


@register.filter
def holds_since(status: object) -> bool:
    """Whether the entries of a status say since when it holds; what time alone brought is not."""
    return bool(getattr(status, "since", None)) and status.code not in _BY_THE_CLOCK  # type: ignore[attr-defined]


@register.filter
def until_words(status: object) -> object:
    """What would end a status."""
    return UNTIL.get(getattr(status, "until", ""), "")


@register.filter
def note_words(note: str) -> str:
    """A remark of the reckoning as a sentence."""
    found = _NOTE.match(note)
    if found is None:
        return _CALENDAR.sub(
            str(_(r"The days of the calendar \1 have not been checked for \2")), _stop(note)
        )
    what = _EVENTS.get(found["what"], found["what"])
    if found["how"] == "has not happened" and found["what"] in _OF_EACH_PERSON:
        template = _("The {what} has not happened, or not to each person. Record it when it does.")
        return str(template).format(what=what)
    template = {
        "has not happened": _("The {what} has not happened. Record it when it does."),
        "is denied": _("The {what} is denied. Nothing runs from it by itself."),
    }.get(found["how"] or "", _("Nobody has said when the {what} was. Record it."))
    return str(template).format(what=what)


_EVENTS = {
    "letter date": _("date of the letter"),
    "otherwise release": _("release that would otherwise have come"),
}
_OF_EACH_PERSON = frozenset({"release", "otherwise release"})
_NOTE = re.compile(
    r"(?:armed: |waits: no account of when )?(?P<what>[a-z ]+?) "
    r"(?:(?P<how>has not happened|is denied)\b.*|was)$"
)
_CAMEL = re.compile(r"(?:[A-Z][a-z]+){2,}")
_CALENDAR = re.compile(r"^Calendar (\S+) not checked for (\d+)")


def _stop(text: str) -> str:
    said = capital(text.strip())
    return said if not said or said[-1] in ".?!" else f"{said}."


@register.filter
def at(value: object, key: str) -> object:
    """A part of a value that has parts; nothing where it has none."""
    return value.get(key) if isinstance(value, dict) else None


@register.filter
def joined(values: object) -> str:
    """A list with commas between."""
    return ", ".join(map(str, values)) if isinstance(values, list | tuple) else ""


@register.filter
def warning_words(code: str) -> str:
    """The sentence of a warning; an unknown code stays a code."""
    from tecum.reading.sentences import warning

    try:
        return warning(code)
    except KeyError:
        return words(code)


@register.filter
def determined(word: str) -> object:
    """A determination as a person reads it."""
    return say(word, "determined")


@register.filter
def answer_word(key: str) -> object:
    """An answer to a question of the rules."""
    return {"true": _("Yes"), "false": _("No")}.get(key, words(key))


@register.filter
def act_words(slug: str) -> str:
    """The name of an act as words: ``letter-sent`` becomes ``Letter sent``."""
    return str(ACTS.get(slug) or _named(slug.replace("-", " ").capitalize()))


@register.filter
def differs_words(differs: str) -> str:
    """In what a reading differs from the rule's own words."""
    said = ", ".join(str(say(part.strip(), "differs")) for part in differs.split(","))
    return str(_("Another reading of: {what}.")).format(what=said)


@register.filter
def cite_words(cite: str) -> str:
    """The authority of a count; what the paper itself says is named so."""
    return cite.replace("the document", str(_("the paper"))).replace(" = ", ", ")


@register.filter
def camel_words(name: str) -> str:
    """The name of an act of a thread as words: ``DemandServed`` becomes ``Demand served``."""
    said = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
    return _named(said) if said in NAMES else capital(_named(said.lower()))


@register.filter
def sort_said(text: str) -> str:
    """What an event of a chronology says, with the sort that it opens with as words."""
    sort, said, rest = text.partition(": ")
    return f"{camel_words(sort)}{said}{rest}" if said and _CAMEL.fullmatch(sort) else text


@register.filter
def every(period: str) -> str:
    """When a periodic report is due, with the day as people write it."""
    return period_words(period)


@register.filter
def period_name(name: str) -> str:
    """A period of a report as people write it: ``2019-Q4`` becomes ``Oct–Dec 2019``."""
    return period_span(name)


@register.filter
def statement_words(kind: str) -> str:
    """The type of a statement as words: ``answer.submitted`` becomes ``Answer submitted``."""
    return str(STATEMENTS.get(kind) or _named(capital(kind.replace("_", " ").replace(".", " "))))


@register.filter
def lookup(held: dict[str, str], key: str) -> str:
    """What stands under a key; nothing where there is none."""
    return held.get(key, "")
