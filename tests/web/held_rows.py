"""What the fold of this version makes of random histories, table by table.

``held_rows.toml`` keeps it beside the numbers of :mod:`tecum.web.docket.versions`. Where a
fold comes to give other rows, its number is raised and the file written anew:

    python -m tests.web.held_rows
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import tomllib
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

__all__ = ["FILE", "held", "made", "text"]

FILE = Path(__file__).with_name("held_rows.toml")
HISTORIES = 60
STEPS = 120


def made() -> dict[str, str]:
    """Table → the digest of its rows over all histories; "histories" → of the entries."""
    from tecum.docket.entry import entry_to_json
    from tecum.web.docket.projections import rows_of
    from tecum.web.search.passages import findable
    from tests.property.test_docket_fold import written
    from tests.unit.docket.build import EXAMPLES
    from tests.unit.docket.test_histories import HISTORIES as WORKED
    from tests.unit.docket.test_histories import replay

    totals: dict[str, Any] = defaultdict(hashlib.sha256)
    dice = random.Random(20_200_113)
    dockets = [
        written(
            [
                (dice.randrange(len(EXAMPLES)), dice.randrange(10**6), dice.randrange(10**6))
                for _ in range(STEPS)
            ]
        )[0]
        for _ in range(HISTORIES)
    ]
    dockets += [docket for path in WORKED for docket in replay(path)[0].values()]
    for docket in dockets:
        _add(totals["histories"], [entry_to_json(entry) for entry in docket.entries])
        for model, rows in rows_of(_docket(), docket.state).items():
            names = [one.attname for one in model._meta.concrete_fields if one.attname != "id"]
            _add(totals[model.__name__], [[getattr(row, one) for one in names] for row in rows])
        found = findable(docket.state)
        words = [[str(one) for one in part] for part in (found.open, found.sealed, found.counsel)]
        _add(totals["IndexedWords"], words)
        _add(totals["IndexedName"], found.names)
    return {name: total.hexdigest() for name, total in totals.items()}


def held() -> dict[str, Any]:
    """What the file says: digests, and the numbers they were written with."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def text() -> str:
    """The file as it would be written now."""
    from tecum.web.docket.versions import NUMBERS

    digests = made()
    lines = ["# Written by python -m tests.web.held_rows", f'histories = "{digests["histories"]}"']
    for name, number in NUMBERS.items():
        lines += ["", f"[{name}]", f"number = {number}", f'rows = "{digests[name]}"']
    return "\n".join(lines) + "\n"


def _docket() -> Any:
    from tecum.docket.entry import DocketKind
    from tecum.web.docket.models import Docket

    at = datetime(2020, 1, 13, tzinfo=UTC)
    return Docket(id="d" * 64, kind=DocketKind.DEMAND.value, opened_at=at)


def _add(total: Any, rows: Any) -> None:
    total.update(json.dumps(rows, default=_plain).encode() + b"\n")


def _plain(value: object) -> str:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "tecum.web.settings.test"
    import django

    django.setup()
    FILE.write_text(text(), encoding="utf-8")
