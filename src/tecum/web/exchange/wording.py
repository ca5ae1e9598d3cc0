"""The sentences of a dispute as a page shows them: days and times as people write them.

The sentences themselves are fixed, and in English; the file of the dispute holds them as they
are, with every instant in UTC.
"""

from __future__ import annotations

import re

from django.utils.translation import override

from tecum.web.ui.templatetags.ui import day, moment, statement_words, words
from tecum.web.ui.tongues import SOURCE

__all__ = ["for_people"]

_INSTANT = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)")
_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")
_TYPE = re.compile(
    r"(?<![\w.])(?:entry|demand|relay|service|delivery|search|clock|extension|decision|answer)"
    r"\.[a-z]+(?![\w.])"
)
_CODE = re.compile(r"(?<![\w./-])[a-z]+(?:_[a-z]+)+(?![\w/-]|\.\w)")


def for_people(text: str, zone: str) -> str:
    """A sentence or a value with its days, times, types of statements and codes in words."""
    with override(SOURCE):
        said = _INSTANT.sub(lambda found: moment(found[0], zone), text)
        said = _DAY.sub(lambda found: day(found[0]), said)
        said = _TYPE.sub(lambda found: statement_words(found[0]).lower(), said)
        return _CODE.sub(lambda found: words(found[0]), said)
