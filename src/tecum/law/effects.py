"""What a new version of a pack would change: its cases, and the rows of a docket or a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tecum.law.cases import Case, load_cases, outcome_text
from tecum.law.columns import Evaluator
from tecum.law.decide import decide
from tecum.law.explain import explain
from tecum.law.finding import Finding
from tecum.law.pack import Pack, Packs, load_packs
from tecum.law.replay import Asked, Change, Replay, replay
from tecum.office import Office

__all__ = ["CaseChange", "cases_changed", "replayed", "with_version"]


@dataclass(frozen=True, slots=True)
class CaseChange:
    """A case of either version that comes out otherwise under the other."""

    case: Case
    before: Finding
    after: Finding
    old: Packs
    new: Packs

    @property
    def outcomes(self) -> tuple[str, str]:
        """The outcome before and after, as the column ``expect`` writes it."""
        return outcome_text(self.before), outcome_text(self.after)

    def explained(self) -> str:
        """Both explanations."""
        before, after = explain(self.before, self.old), explain(self.after, self.new)
        return f"before\n{before}\nafter\n{after}"

    def to_json(self) -> dict[str, Any]:
        """The case with both findings."""
        return {
            "case": self.case.id,
            "file": self.case.file,
            "action": self.case.action,
            "expect": self.case.expect,
            "before": self.before.to_json(),
            "after": self.after.to_json(),
        }


def cases_changed(old: Packs, new: Packs, name: str) -> tuple[CaseChange, ...]:
    """The cases of both versions of a pack, each once, that come out otherwise."""
    return tuple(row for row in _both(old, new, name) if row.outcomes[0] != row.outcomes[1])


def _both(old: Packs, new: Packs, name: str) -> Iterator[CaseChange]:
    seen: set[tuple[str, str, str]] = set()
    for pack, packs in ((new.pack(name), new), (old.pack(name), old)):
        for case in load_cases(pack, packs):
            key = case.id, case.action, f"{case.on} {case.known_on} {case.facts}"
            if key not in seen:
                seen.add(key)
                yield CaseChange(case, _find(old, case), _find(new, case), old, new)


def _find(packs: Packs, case: Case) -> Finding:
    return decide(packs, case.facts, case.action, on=case.on, known_on=case.known_on)


def with_version(packs: Packs, version: Pack) -> Packs:
    """The same packs with another version of one of them, or with one more."""
    others = [str(pack.folder) for pack in packs.packs if pack.id != version.id]
    return load_packs([str(version.folder), *others])


def replayed(
    evaluator: Evaluator,
    packs: Packs,
    asked: Iterable[Asked],
    versions: tuple[Pack, Pack],
    office: Office | None = None,
) -> Replay:
    """Every row under the old version and under the new one, beside the same other packs."""
    old, new = versions
    before = with_version(packs, old)
    return replay(evaluator, before, asked, [Change("pack", str(new.folder))], office)
