"""Find the demands that name a person, and record that somebody looked.

A name is found by keyed hashes alone, on dockets whose subjects the searcher may see. The
search is an act on the office's docket; the name stands in it sealed, and in no address.
"""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from tecum.docket.acts import NameSearched
from tecum.errors import UsageError
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import (
    listed,
    require,
    sees_all_subjects,
    visible_dockets,
)
from tecum.web.accounts.selectors import office
from tecum.web.docket.record import record
from tecum.web.docket.standings import this_moment
from tecum.web.search.models import IndexedName
from tecum.web.search.selectors import Hit, hits_of
from tecum.web.search.words import hashed_names

__all__ = ["MOST", "find_named"]

MOST = 50
"""Dockets shown of those that bear a name, the newest."""


@transaction.atomic
def find_named(person: Person, name: str) -> tuple[Hit, ...]:
    """The dockets that name a person, the newest first; the search itself is recorded.

    Raises:
        NotPermitted: no role of this person sees subjects anywhere.
        UsageError: no name was typed.
    """
    require(person, NameSearched.slug)
    hashes = hashed_names(name)
    row = office()
    if not hashes or row is None:
        raise UsageError(
            _("No name was typed."),
            do=_("Type a name, or a number of the person."),
            code="search.no-name",
        )
    record(person, row.docket_id, NameSearched(name=" ".join(name.split())))
    rows = visible_dockets(person)
    if not sees_all_subjects(person):
        rows = rows.filter(listed(person))
    bearing = IndexedName.objects.filter(hashed=hashes[0]).values("docket")
    found = rows.filter(pk__in=bearing).order_by("-opened_at", "-pk").values_list("pk", flat=True)
    return hits_of(person, list(found[:MOST]), (), this_moment())
