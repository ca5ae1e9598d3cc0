"""The whole evaluation of a folder: read, score, measure, hold against its goals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tecum.evaluation.baselines import baselines
from tecum.evaluation.gather import Gathered, gather
from tecum.evaluation.goals import Measure, Met, check_goals, load_goals
from tecum.evaluation.late import Counted
from tecum.evaluation.marks import mark_table
from tecum.evaluation.measures import NAMES, measures
from tecum.evaluation.score import figures, score_document
from tecum.evaluation.sheet import Sheet
from tecum.evaluation.tally import Tally
from tecum.evaluation.truth import Truth, load_corpus
from tecum.instruments.catalogue import load_catalogue

__all__ = ["SCHEMA", "Evaluation", "evaluate"]

SCHEMA = "tecum.evaluation/1"
_Told = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What the scoring of a folder found."""

    folder: str
    truths: Sequence[Truth]
    gathered: Sequence[Gathered]
    sheet: Sheet
    measures: tuple[Measure, ...]
    goals: tuple[Met, ...]
    reader: Mapping[str, Any]
    baselines: Mapping[str, Any] | None = None
    marks: Sequence[Mapping[str, Any]] | None = None

    @property
    def goals_missed(self) -> tuple[Met, ...]:
        """Goals that do not hold, those that nothing could be measured for among them."""
        return tuple(met for met in self.goals if met.holds is not True)

    @property
    def unknown_keys(self) -> dict[str, list[str]]:
        """Keys of truth files that nobody knows, with the documents that have them."""
        found: dict[str, list[str]] = defaultdict(list)
        for truth in self.truths:
            for key in truth.unknown:
                found[key].append(truth.id)
        return dict(found)

    def by_family(self) -> dict[str, Tally]:
        """Conduct of documents of families seen in development, and of unseen ones."""
        found: dict[str, Tally] = {}
        wrong = {m.id for m in self.sheet.misses if m.field == "conduct"}
        for truth in self.truths:
            if truth.has("conduct"):
                word = "seen" if truth.split == "dev" else "unseen"
                tally = found.setdefault(word, Tally())
                tally.right += truth.id not in wrong
                tally.wrong += truth.id in wrong
        return found

    def to_json(self) -> dict[str, Any]:
        """The report as data (``tecum.evaluation/1``)."""
        return {
            "schema": SCHEMA,
            "folder": self.folder,
            "reader": dict(self.reader),
            **figures(self.sheet),
            "measures": {
                m.name: {"hits": m.hits, "of": m.of, "value": m.value, "means": m.means}
                for m in self.measures
            },
            "kinds": {k: t.to_json() for k, t in sorted(self.sheet.families.items())},
            "families": {k: t.to_json() for k, t in sorted(self.by_family().items())},
            "misses": [
                {
                    "id": m.id, "field": m.field, "outcome": m.outcome.value,
                    "truth": m.truth, "read": m.read,
                }
                for m in self.sheet.misses
            ],
            "goals": [met.to_json() for met in self.goals],
            "unknown_keys": self.unknown_keys,
            "not_read": {
                t.id: g.mistake
                for t, g in zip(self.truths, self.gathered, strict=True)
                if g.mistake
            },
            "baselines": self.baselines,
            "marks": list(self.marks) if self.marks is not None else None,
        }  # fmt: skip


def evaluate(
    folder: Path,
    *,
    jobs: int = 1,
    with_baselines: bool = False,
    with_marks: bool = False,
    corpus: Sequence[Truth] | None = None,
    begun: _Told = lambda at: None,
    ended: _Told = lambda at: None,
) -> Evaluation:
    """Score the reader on a corpus folder.

    Args:
        folder: Holds ``<id>/document.*`` and ``<id>/truth.json``; perhaps ``goals.toml``.
        jobs: How many documents are read at once.
        with_baselines: Also what simpler means reach.
        with_marks: Also what each mark of the catalogue hits.
        corpus: The loaded folder, where the caller has it.
        begun: Told the index of each document whose reading begins.
        ended: Told the index of each document that is read.

    Raises:
        DataUnusable: nothing to score, or a truth or goals that cannot be used.
        DependencyMissing: baselines without scikit-learn.
    """
    goals = load_goals(folder, NAMES)
    truths = load_corpus(folder) if corpus is None else corpus
    gathered = gather(truths, jobs, marks=with_marks, begun=begun, ended=ended)
    sheet, counted = Sheet(), Counted.ready()
    for truth, found in zip(truths, gathered, strict=True):
        score_document(sheet, truth, found.reading, counted)
    found_measures = measures(sheet, [g.proof for g in gathered])
    texts = [truth.text or g.text for truth, g in zip(truths, gathered, strict=True)]
    hits = [g.marks for g in gathered]
    return Evaluation(
        folder=folder.name,
        truths=truths,
        gathered=gathered,
        sheet=sheet,
        measures=found_measures,
        goals=check_goals(goals, found_measures),
        reader=_reader(gathered),
        baselines=baselines(truths, texts) if with_baselines else None,
        marks=mark_table(truths, hits, load_catalogue()) if with_marks else None,
    )


def _reader(gathered: Sequence[Gathered]) -> dict[str, Any]:
    """Who read: version, catalogue, and every engine that some document needed."""
    readers = [g.reading["reader"] for g in gathered if g.reading is not None]
    engines = {name: said for row in readers for name, said in row["engines"].items()}
    return {**readers[0], "engines": engines} if readers else {}
