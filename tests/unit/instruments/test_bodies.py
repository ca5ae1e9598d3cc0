"""The list of institutions: each by itself, with its source, no name twice, no person."""

from __future__ import annotations

import pytest

from tecum.instruments import bodies
from tecum.instruments.bodies import load_bodies
from tecum.instruments.errors import CatalogueInvalid

GOOD = {"id": "x", "name": "X", "names": ["Y"], "class": "court", "source": "28 U.S.C. 1"}


def test_every_body_has_a_source_and_names_of_its_own() -> None:
    rows = load_bodies()
    assert len({row.id for row in rows}) == len(rows) > 100
    assert all(row.source for row in rows)
    names = [name for row in rows for name in (row.name, *row.names)]
    assert len(set(names)) == len(names)
    assert sum(row.id.startswith("state-") for row in rows) == 50


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ({**GOOD, "clas": "court"}, 'Nearest: "class"'),
        ({key: value for key, value in GOOD.items() if key != "source"}, '"source" is required'),
        ({**GOOD, "class": "club"}, '"club" is no class'),
    ],
)
def test_a_malformed_row_is_refused(row: dict[str, object], what: str) -> None:
    with pytest.raises(CatalogueInvalid, match=what):
        bodies._body(row)
