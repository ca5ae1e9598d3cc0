"""What simpler means would reach on the same documents: majority, key words, word statistics.

A reader is worth its rules only where it does better than these. They are trained by template
family: no family is both learned from and judged.
"""

from __future__ import annotations

import tomllib
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from tecum.errors import DependencyMissing
from tecum.evaluation.tally import FEW
from tecum.evaluation.truth import Truth

__all__ = ["FIELDS", "baselines"]

FIELDS = ("conduct", "kind")
_FOLDS = 5
_WORD = r"\w+"

Predict = Callable[[Sequence[str]], list[str]]
Train = Callable[[Sequence[str], Sequence[str]], Predict]


def baselines(truths: Sequence[Truth], texts: Sequence[str]) -> dict[str, Any]:
    """Right answers of each baseline for conduct and kind, with how they were trained.

    Documents of the split ``dev`` train, the others are judged; where there is only one split,
    families are taken in turn: five parts, each judged by what the other four taught.

    Raises:
        DependencyMissing: scikit-learn is not installed.
    """
    rows = [(t, x) for t, x in zip(truths, texts, strict=True) if t.has("conduct")]
    folds, how = _folds([t for t, _ in rows])
    found: dict[str, Any] = {"trained": how, "few": len(rows) < FEW}
    for field in FIELDS:
        trains: dict[str, Train] = {
            "majority": _majority,
            "key words only": _key_words(field),
            "TF-IDF + logistic regression": _statistics,
        }
        found[field] = {name: _judged(rows, folds, field, train) for name, train in trains.items()}
    return found


def _folds(truths: Sequence[Truth]) -> tuple[list[set[int]], str]:
    """The documents to judge, part by part; all others outside their families teach."""
    tested = {i for i, t in enumerate(truths) if t.split != "dev"}
    if tested and len(tested) < len(truths):
        return [tested], "on the documents of the split dev, families of the others left out"
    families = sorted({t.family for t in truths})
    part = {family: i % _FOLDS for i, family in enumerate(families)}
    folds = [{i for i, t in enumerate(truths) if part[t.family] == k} for k in range(_FOLDS)]
    return [f for f in folds if f], f"in {_FOLDS} parts by template family, each judged unseen"


def _judged(
    rows: Sequence[tuple[Truth, str]], folds: Sequence[set[int]], field: str, train: Train
) -> dict[str, int]:
    right = of = false_demands = others = 0
    for fold in folds:
        families = {rows[i][0].family for i in fold}
        taught = [r for i, r in enumerate(rows) if i not in fold and r[0].family not in families]
        judged = [rows[i] for i in sorted(fold) if rows[i][0].has(field)]
        if not taught or not judged:
            continue
        predict = train([x for _, x in taught], [str(t.get(field)) for t, _ in taught])
        for (truth, _), said in zip(judged, predict([x for _, x in judged]), strict=True):
            of += 1
            right += said == truth.get(field) or said in truth.accepted(field)
            if field == "conduct" and not truth.is_demand:
                others += 1
                false_demands += said == "issues" and "issues" not in truth.accepted(field)
    row = {"right": right, "of": of}
    return row | {"false demands": false_demands, "others": others} if field == "conduct" else row


def _majority(texts: Sequence[str], values: Sequence[str]) -> Predict:
    most = max(sorted(set(values)), key=Counter(values).__getitem__)
    return lambda judged: [most] * len(judged)


@cache
def _rows() -> tuple[tuple[tuple[str, ...], dict[str, str]], ...]:
    text = files("tecum.evaluation").joinpath("keywords.toml").read_text("utf-8")
    return tuple((tuple(row["words"]), row) for row in tomllib.loads(text)["row"])


def _key_words(field: str) -> Train:
    otherwise = {"conduct": "reports", "kind": "other"}[field]

    def said(text: str) -> str:
        low = " ".join(text.lower().split())
        rows = (row for words, row in _rows() if all(word in low for word in words))
        return next(rows, {field: otherwise})[field]

    return lambda _texts, _values: lambda judged: [said(text) for text in judged]


def _statistics(texts: Sequence[str], values: Sequence[str]) -> Predict:
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
    except ModuleNotFoundError as error:
        raise DependencyMissing(
            "The baselines need scikit-learn, which is not installed.",
            why="Without them the report cannot say what simpler means would reach.",
            do='Install the development dependencies (pip install "scikit-learn>=1.6"), or leave '
            "--baseline out.",
            code="evaluate.no-scikit-learn",
        ) from error
    if len(set(values)) < 2:
        return _majority(texts, values)
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=_WORD)
    model = make_pipeline(words, LogisticRegression(C=10.0, max_iter=2000, random_state=0))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # many classes among few documents
        model.fit(list(texts), list(values))
    return lambda judged: [str(v) for v in model.predict(list(judged))]
