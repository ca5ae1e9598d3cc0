"""The same papers in every channel: how far each channel's reading is from the native one's.

READING 16 wants scans within 5 points of native on the same texts. Invented papers of all series
of ``second_generator`` are set as native PDF and put through every channel that suits them
(``second_generator/channels.py``); all are opened, read and scored against the one truth. A
channel is compared with native on the papers that both have: share of right values in points.

``python bench/reading_channels.py [PAPERS]``: how many papers, evenly from all series (default
12). ``TECUM_BENCH_CHANNELS`` names channels, ``TECUM_BENCH_JOBS`` processes, ``TECUM_BENCH_OPENED``
a folder that keeps what opening gave (see ``reading_equal.py``), ``TECUM_BENCH_PAPERS`` one that
keeps the papers, ``TECUM_BENCH_MISSES`` a file for what came out otherwise than in native.
Ends with 5 where a wrong judge's order, a late deadline, a false demand beyond those of native,
or a channel further than 5 points below native is found.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_THREAD_LIMIT", "1")

from reading_equal import opened_of
from record import record
from second_generator.__main__ import write
from second_generator.channels import NATIVE, copies, papers_on_paper
from second_generator.model import Paper
from second_generator.pdf import load_fonts
from second_generator.series_nine.looks import load_looks
from tecum.evaluation.late import Counted
from tecum.evaluation.score import score_document
from tecum.evaluation.sheet import Sheet
from tecum.evaluation.truth import Truth, load_truth
from tecum.instruments.catalogue import load_catalogue
from tecum.reading.many import in_parallel
from tecum.reading.read import read

HERE = Path(__file__).parent / "second_generator"
SAFETY = (
    "false judicial", "missed judicial", "late", "false demand", "missed demand", "failed",
    "trap dates taken as due",
)  # fmt: skip
NEVER = ("false judicial", "missed judicial", "late")
FARTHEST = 5.0


def papers(most: int) -> list[Paper]:
    """Papers taken in turn from every folder of texts, demands and others, evenly within each."""
    folders = sorted({p.parent for p in HERE.rglob("*.txt")})
    rows = [papers_on_paper(folder) for folder in folders]
    each = -(-most // len(rows))
    picked = [row[i * len(row) // each] for i in range(each) for row in rows if row]
    return picked[:most]


def made(papers: Sequence[Paper], folder: Path) -> list[Path]:
    """The papers in their channels, written once."""
    asked = tuple(os.environ.get("TECUM_BENCH_CHANNELS", "").split())
    found = []
    for paper in papers:
        kept = sorted(folder.glob(f"{paper.id}/*/truth.json"))
        if not kept:
            for copy in copies(paper, asked):
                place = folder / paper.id / copy.channel
                write(place, copy.suffix, copy.body, copy.truth, copy.text)
            kept = sorted(folder.glob(f"{paper.id}/*/truth.json"))
        found += [p.parent for p in kept if not asked or p.parent.name in (*asked, NATIVE)]
    return found


def reading_of(folder: Path) -> dict[str, Any]:
    """The Reading of the one document of a folder, as JSON values."""
    document = next(p for p in folder.iterdir() if p.stem == "document")
    opened = opened_of(document, document.read_bytes())
    made: dict[str, Any] = json.loads(json.dumps(read(opened, load_catalogue()).to_json()))
    return made


Row = dict[str, tuple[int, int, int, int]]
"""By field: right, wrong, not answered, and values where there truly is none."""


def scored(folder: Path) -> tuple[Row, dict[str, int], list[list[str]], list[list[Any]]]:
    """One copy: what came out by field; counts of safety; misses; bands."""
    truth: Truth = load_truth(folder)
    sheet = Sheet()
    score_document(sheet, truth, reading_of(folder), Counted.ready())
    row = {
        name: (t.right, t.wrong, t.abstained + t.missing, t.spurious)
        for name, t in sheet.fields.items()
        if not name.startswith("kind (")
    }
    i = sheet.items
    if i["wanted"] + i["got"]:
        row["items"] = (i["exact"], 0, i["wanted"] - i["exact"], max(0, i["got"] - i["exact"]))
    safety = {name: sheet.counts[name] for name in SAFETY if sheet.counts[name]}
    if sheet.measures["late by RECKON"]:
        safety["late"] = 1
    misses = [[m.field, m.outcome.value, m.truth, m.read] for m in sheet.misses]
    bands = [[name, t.right, t.wrong] for name, t in sheet.bands.items()]
    return row, safety, misses, bands


def added(rows: Sequence[Row]) -> dict[str, list[int]]:
    """The sums of several copies, by field and of all fields."""
    found: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for row in rows:
        for name, counts in row.items():
            for at, n in enumerate(counts):
                found[name][at] += n
                found["all"][at] += n
    return dict(found)


def points(counts: Sequence[int]) -> float | None:
    """Right among what should have been read, in points."""
    wanted = sum(counts[:3])
    return round(100 * counts[0] / wanted, 1) if wanted else None


def against_native(rows: Mapping[str, Mapping[str, Row]]) -> dict[str, Any]:
    """Each channel beside native on the papers that both have."""
    found: dict[str, Any] = {}
    for channel, copies_ in sorted(rows.items()):
        known = {name: row for name, row in rows[NATIVE].items() if name in copies_}
        # What a channel's truth leaves unscored, native must not be praised or blamed for.
        own, native = {}, {}
        for name, row in copies_.items():
            both = row.keys() & known.get(name, {}).keys()
            own[name] = {f: row[f] for f in both}
            native[name] = {f: known[name][f] for f in both}
        ours, theirs = added(list(own.values())), added(list(native.values()))
        table = {}
        for name in sorted(ours):
            a, b = points(ours[name]), points(theirs[name])
            gap = round(a - b, 1) if a is not None and b is not None else None
            table[name] = {"counts": ours[name], "native": theirs[name], "gap": gap}
        found[channel] = {"papers": len(copies_), "fields": table}
    return found


def certain_share(bands: Sequence[Sequence[Any]]) -> list[int]:
    """Right and all of the values at band certain."""
    sure = [(r, w) for name, r, w in bands if name.endswith(" certain")]
    return [sum(r for r, _ in sure), sum(r + w for r, w in sure)]


def main() -> int:
    """Make, read, score, print; 5 where the claim does not hold."""
    load_fonts()
    load_looks()
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    kept = os.environ.get("TECUM_BENCH_PAPERS") or tempfile.mkdtemp()
    folders = made(papers(most), Path(kept))
    load_catalogue()
    rows: defaultdict[str, dict[str, Row]] = defaultdict(dict)
    safety: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    bands: defaultdict[str, list[Any]] = defaultdict(list)
    misses: dict[str, dict[str, Any]] = defaultdict(dict)
    jobs = int(os.environ.get("TECUM_BENCH_JOBS", "1"))
    for done in in_parallel(scored, folders, jobs):
        place = folders[done.at]
        paper, channel = place.parent.name, place.name
        if done.result is None:
            print(f"{paper} {channel}: {done.mistake}")
            return 5
        rows[channel][paper], counts, missed, seen = done.result
        for name in counts:
            safety[channel].setdefault(name, []).append(paper)
        bands[channel] += seen
        misses[paper][channel] = missed
    if where := os.environ.get("TECUM_BENCH_MISSES"):
        Path(where).write_text(json.dumps(misses, indent=1, ensure_ascii=False), encoding="utf-8")
    table = against_native(rows)
    native = {name: set(found) for name, found in safety[NATIVE].items()}
    beyond = {
        channel: more
        for channel, found in safety.items()
        if (more := {n: sorted(set(p) - native.get(n, set())) for n, p in found.items()})
    }
    figures = {
        "claim": "every channel within 5 points of native on the same texts",
        "channels": table,
        "certain": {channel: certain_share(found) for channel, found in sorted(bands.items())},
        "safety": {c: {n: sorted(p) for n, p in f.items()} for c, f in sorted(safety.items())},
        "safety_beyond_native": beyond,
    }
    show(table, figures["certain"])
    print(json.dumps({"safety": figures["safety"]}, indent=1))
    record("reading_channels", figures, "pypdfium2", "tesserocr")
    far = [c for c, t in table.items() if (t["fields"]["all"]["gap"] or 0) < -FARTHEST]
    late = any(n in NEVER for found in safety.values() for n in found)
    return 5 if far or late else 0


def show(table: Mapping[str, Any], certain: Mapping[str, Sequence[int]]) -> None:
    """The table on the screen: field by channel, right/wrong/not answered/invented, and the gap."""
    for channel, found in table.items():
        right, all_ = certain[channel]
        print(f"\n{channel}: {found['papers']} papers, certain {right} of {all_}")
        for name, row in found["fields"].items():
            if row["counts"] != row["native"] or name == "all":
                here, there = ("/".join(map(str, row[k])) for k in ("counts", "native"))
                print(f"  {name:18} {here:>12}  native {there:>12}  {row['gap']}")


if __name__ == "__main__":
    sys.exit(main())
