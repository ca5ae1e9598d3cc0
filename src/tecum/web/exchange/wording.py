"""The sentences of a dispute as a page shows them: in its language, with days as people write them.

The sentences themselves are fixed; the file of the dispute holds them in English, word for word
as the other side has them, with every instant in UTC.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from tecum.web.ui.templatetags.spoken import spoken
from tecum.web.ui.templatetags.ui import capital, day, moment, statement_words, words

__all__ = ["LIMITS", "for_people", "sentence", "verdict_words"]

_INSTANT = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)")
_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")
_TYPE = re.compile(
    r"(?<![\w.])(?:entry|demand|relay|service|delivery|search|clock|extension|decision|answer)"
    r"\.[a-z]+(?![\w.])"
)
_CODE = re.compile(r"(?<![\w./-])[a-z]+(?:_[a-z]+)+(?![\w/-]|\.\w)")


def for_people(text: object, zone: str) -> str:
    """A sentence or a value with its days, times, types of statements and codes in words."""
    said = _INSTANT.sub(lambda found: moment(found[0], zone), spoken(text))
    said = _DAY.sub(lambda found: day(found[0]), said)
    said = _TYPE.sub(lambda found: statement_words(found[0]).lower(), said)
    return _CODE.sub(lambda found: words(found[0]), said)


def sentence(text: object, zone: str) -> str:
    """A whole sentence: as for people, and begun with a capital, whoever it begins with."""
    return capital(for_people(text, zone))


_VERDICTS = {
    "WITNESSED": _("witnessed"),
    "TIMESTAMPED": _("timestamped"),
    "LOGGED": _("logged"),
    "UNKNOWN_KEYS": _("unknown keys"),
    "CONFLICT": _("conflict"),
    "INVALID": _("invalid"),
}


def verdict_words(verdict: str) -> str:
    """What a verifier prints in capitals, as words; another text as it is."""
    return gettext(_VERDICTS[verdict]) if verdict in _VERDICTS else verdict


LIMITS = (
    _("That the statement is true, or when its author wrote it."),
    _("That nothing else happened which was never logged."),
    _("Anything about a value that is not opened here."),
    _("That the log's operator will go on running it."),
    _(
        "“Not before” means: not shown to these witnesses before. An operator may have kept it "
        "back."
    ),
    _("Bounds rest on the clocks of witnesses and time authorities; the author's time is a claim."),
    _("If the log and all of the witnesses collude, two histories are possible."),
    _(
        "No presumption of a qualified trust service follows. Admission and weight are for the "
        "court."
    ),
    _("Ed25519 and SHA-256 are sound today, and not against a large quantum computer."),
)
"""What no verdict says, as the verifier prints it: its own module loads nothing for pages."""
