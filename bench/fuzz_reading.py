"""Feed broken inputs to the readers and grammars; an exception nobody declared is a failure.

Usage: ``python bench/fuzz_reading.py TARGET… [--minutes N] [--seed S]``; without a target, all.
Every case follows from target, seed and number, so that ``--only N`` makes it again. A PDF is
opened through the limited child; everything else runs in this process, with a guard of thirty
seconds a case.
"""

from __future__ import annotations

import argparse
import logging
import random
import signal
import sys
import time
import tomllib
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fuzz_seeds import broken, broken_table, seeds
from record import record
from tecum.errors import TecumError
from tecum.instruments.catalogue import instrument_from
from tecum.reading.answer import Gathered
from tecum.reading.citations import citations
from tecum.reading.dates import dates
from tecum.reading.files import doc, odt, rtf, wordtext
from tecum.reading.limits import default_limits
from tecum.reading.mail import mail, msg, tnef
from tecum.reading.open import open_document
from tecum.reading.paper.paper import paper_of
from tecum.reading.text.plain import read_text
from tecum.words import Conduct, IntakeOutcome, Kind

WANTED = {**default_limits().to_json(), "first": 1, "password": None}
SLOW = 2.0
TURNED_AWAY = {"refused", "damaged", "unreadable", "none"}


class TooSlow(Exception):
    """A case took longer than the guard allows."""


def _job(read: Callable[..., Any]) -> Callable[[bytes], str]:
    """A reader of the child; its answer must be one that the parent takes."""

    def run(data: bytes) -> str:
        answer, _ = read(data, WANTED)
        Gathered().add({"pages": [], **answer})
        word = str(answer.get("outcome", "read"))
        IntakeOutcome(word)
        return word

    return run


def _pdf(data: bytes) -> str:
    return open_document(data, "x.pdf").outcome.value


def _flow(data: bytes) -> Any:
    gathered = Gathered()
    gathered.add(read_text(data, WANTED)[0])
    return paper_of(gathered.text()).flow


def _due(data: bytes) -> str:
    context = dates.DueContext(conduct=Conduct.ISSUES, kind=Kind.CIVIL_SUBPOENA, issued_on=None)
    return "found" if dates.due_phrases(_flow(data), context) else "none"


def _cites(data: bytes) -> str:
    return "found" if citations.cites(_flow(data)) else "none"


def _toml(data: bytes) -> str:
    try:
        table = tomllib.loads(data.decode("utf-8", "replace"))
    except (tomllib.TOMLDecodeError, RecursionError):
        rng = random.Random(data)
        table = broken_table(rng.choice(seeds("toml")), rng)
    # Under the name that its id wants: under any other it would be refused for that alone.
    try:
        instrument_from(table, f"{table.get('id')}.toml")
    except TecumError:
        return "refused"
    return "taken"


TARGETS: dict[str, Callable[[bytes], str]] = {
    "mail": _job(mail.read_mail),
    "pdf": _pdf,
    "docx": _job(wordtext.read_docx),
    "odt": _job(odt.read_odt),
    "tnef": _job(tnef.read_tnef),
    "msg": _job(msg.read_msg),
    "rtf": _job(rtf.read_rtf),
    "doc": _job(doc.read_doc),
    "due": _due,
    "citation": _cites,
    "toml": _toml,
}


def _stop(*_: object) -> None:
    raise TooSlow


def case(target: str, seed: int, number: int) -> bytes:
    """The input of one case."""
    rng = random.Random(f"{target}/{seed}/{number}")
    sound = seeds(target)
    return broken(rng.choice(sound), rng, sound)


def fuzz(target: str, minutes: float, seed: int) -> dict[str, Any]:
    """Run one target for so long; give counts, the slowest case and every failure."""
    run = TARGETS[target]
    sound = seeds(target)
    if any(run(data) in TURNED_AWAY for data in sound):
        # What is broken further would be turned away for the same reason, and nothing tried.
        sys.exit(f"{target}: a sound input is turned away.")
    ends = time.monotonic() + 60 * minutes
    outcomes: Counter[str] = Counter()
    failures: dict[str, dict[str, Any]] = {}
    number, slowest, slow = 0, (0.0, 0), 0
    while time.monotonic() < ends:
        rng = random.Random(f"{target}/{seed}/{number}")
        data = broken(rng.choice(sound), rng, sound)
        start = time.process_time()
        signal.setitimer(signal.ITIMER_REAL, 30)
        try:
            outcomes[run(data)] += 1
        except (Exception, RecursionError) as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}"
            row = failures.setdefault(place, {"count": 0, "case": number})
            row["count"] += 1
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        took = time.process_time() - start
        slow += took > SLOW
        slowest = max(slowest, (took, number))
        number += 1
    return {
        "target": target,
        "minutes": minutes,
        "seed": seed,
        "cases": number,
        "outcomes": dict(outcomes.most_common()),
        "slowest_seconds": round(slowest[0], 3),
        "slowest_case": slowest[1],
        "over_two_seconds": slow,
        "undeclared": failures,
    }


def main() -> int:
    """Run the chosen targets; status 5 where any exception was not declared."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS], default=[])
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="make this one case again and let it raise")
    given = parser.parse_args()
    targets = given.targets or list(TARGETS)
    if given.only is not None:
        data = case(targets[0], given.seed, given.only)
        Path(f"{targets[0]}-{given.seed}-{given.only}.bin").write_bytes(data)
        print(TARGETS[targets[0]](data))
        return 0
    signal.signal(signal.SIGALRM, _stop)
    logging.disable()
    rows = []
    for target in targets:
        row = fuzz(target, given.minutes, given.seed)
        rows.append(row)
        print(row, flush=True)
    name = "fuzz_reading" if not given.targets else "fuzz_reading_" + "_".join(targets)
    print(record(name, {"targets": rows}))
    return 5 if any(row["undeclared"] for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
