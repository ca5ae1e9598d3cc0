"""Which forms of acts stand on which page of a demand."""

from __future__ import annotations

from collections.abc import Mapping

from tecum.web.docket.forms import dates, matter, rest
from tecum.web.docket.forms.shape import At, Field, Form, Given, Offered, offered

__all__ = ["FORMS", "PAGES", "At", "Field", "Form", "Given", "Offered", "forms_of"]

PAGES: Mapping[str, tuple[Form, ...]] = {
    "dates": dates.FORMS,
    "items": rest.ITEMS,
    "changes": rest.CHANGES,
    "answer": rest.ANSWER,
    "matter": matter.FORMS,
    "trail": rest.TRAIL,
}
"""Page of a demand → the forms on it."""

FORMS: Mapping[str, tuple[str, Form]] = {
    form.slug: (page, form) for page, forms in PAGES.items() for form in forms
}
"""The act that a form records → its page, and the form."""


def forms_of(page: str, at: At) -> list[Offered]:
    """The forms of a page that somebody may use as the demand now stands."""
    return [held for form in PAGES[page] if (held := offered(form, at)) is not None]
