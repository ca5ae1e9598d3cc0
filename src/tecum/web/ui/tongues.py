"""In which language a text of the program is: what nobody translated is in English."""

from __future__ import annotations

import re
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language, gettext, to_locale

from tecum.worded import Worded

__all__ = ["SOURCE", "catalog", "tongue_of"]

_GAP = re.compile(r"\{\w+\}")
SOURCE = "en"
"""The language in which the program is written."""


def tongue_of(text: object) -> str:
    """The language of a text that may have been translated: the page's, else English."""
    language = get_language() or SOURCE
    if isinstance(text, Worded):
        return language if _is_said(text) else SOURCE
    if language == SOURCE or str(text) in _said(language):
        return language
    return SOURCE


def _is_said(text: Worded) -> bool:
    """Whether a sentence is translated; one that only joins others, whether each of them is."""
    if any(map(str.isalpha, _GAP.sub("", text.text))):
        return gettext(text.text) != text.text
    parts = [one for one in text.filled.values() if isinstance(one, Worded)]
    return bool(parts) and all(map(_is_said, parts))


@cache
def catalog(language: str) -> GNUTranslations:
    """The compiled translations of a language.

    Raises:
        OSError: there is none.
    """
    folder = Path(settings.LOCALE_PATHS[0])
    with (folder / to_locale(language) / "LC_MESSAGES" / "django.mo").open("rb") as file:
        return GNUTranslations(file)


@cache
def _said(language: str) -> frozenset[str]:
    held: dict[object, str] = catalog(language)._catalog  # type: ignore[attr-defined]
    return frozenset(text for key, text in held.items() if key != "")
