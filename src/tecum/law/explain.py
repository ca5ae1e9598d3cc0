"""A finding as text, drawn from its trace alone (LAW section 10)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tecum.law.finding import Finding, Step
from tecum.words import Outcome, Review

if TYPE_CHECKING:
    from tecum.law.pack import Packs

__all__ = ["explain"]

HEAD = 54
_SILENT = "SILENT: no configured rule speaks; this is not a permission"
_TO_CONFIRM = re.compile(r"\s*\([^()]*to be confirmed\)$")


def explain(finding: Finding, packs: Packs) -> str:
    """The finding as a person reads it: outcome, rules with their sources, what to ask."""
    groups = [group for group in _groups(finding.trace) if not group[0].detail["folded"]]
    folded = sum(1 for step in finding.trace if step.detail.get("folded"))
    lines = [_header(finding, packs, groups)]
    lines += _rules(finding, groups)
    lines += _open(finding)
    if folded:
        said = "1 rule is" if folded == 1 else f"{folded} rules are"
        lines.append(f"  {said} about other situations")
    lines += _notes(finding)
    lines += _asks(finding)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _groups(trace: Iterable[Step]) -> list[list[Step]]:
    groups: list[list[Step]] = []
    for step in trace:
        if step.kind == "live":
            groups.append([step])
        elif step.rule is not None:
            groups[-1].append(step)
    return groups


def _header(finding: Finding, packs: Packs, groups: Iterable[list[Step]]) -> str:
    if finding.outcome is Outcome.SILENT:
        means = "ask counsel" if finding.silent_means is Outcome.COUNSEL else finding.silent_means
        return f"{finding.action} — {_SILENT} (office: {means})"
    said = finding.outcome.value.upper()
    if finding.outcome is Outcome.UNKNOWN:
        said += ": " + " | ".join(finding.possible)
    names = sorted({group[0].detail["pack"] for group in groups})
    dates = f"judged at {finding.on} · known on {finding.known_on}"
    title = f"{finding.action} — {said}".ljust(HEAD - 2)
    return f"{title}  {dates} · {_packs(names, packs)}"


def _packs(names: list[str], packs: Packs) -> str:
    states: dict[str, list[str]] = {}
    for name in names:
        pack = packs.pack(name)
        reviewed = pack.review is Review.REVIEWED
        states.setdefault("reviewed" if reviewed else pack.status, []).append(name)
    said = []
    for state, members in states.items():
        plural = state + "s" if len(members) > 1 and state.endswith("example") else state
        said.append(f"{', '.join(members)} ({plural})")
    return ", ".join(said)


def _rules(finding: Finding, groups: list[list[Step]]) -> Iterator[str]:
    heads = [group[0].detail for group in groups]
    words = [len(head["status"]) for head in heads] + [4]
    status, effect, source = max(words) + 2, _widest(heads, "effect"), _source_width(heads)
    ids = max((len(group[0].rule or "") for group in groups), default=0) + 2
    disputed = finding.sides is not None
    for group in groups:
        head = group[0].detail
        line = f"  {head['status']:<{status}}{head['effect']:<{effect}}"
        line += f"{_source(head['source']):<{source}}{group[0].rule or '':<{ids}}"
        if head["status"] == "off":
            yield line + _off(group[1])
            continue
        yield line
        yield from _aligned(status + 2, _body(group, disputed))


def _widest(heads: Iterable[Mapping[str, Any]], key: str) -> int:
    return max((len(head[key]) for head in heads), default=0) + 2


def _source_width(heads: Iterable[Mapping[str, Any]]) -> int:
    return max((len(_source(head["source"])) for head in heads), default=0) + 2


def _source(text: str) -> str:
    """A source without its closing remark that the text is to be confirmed."""
    return _TO_CONFIRM.sub("", text)


def _aligned(indent: int, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    rows = list(rows)
    width = max((len(text) for text, cite in rows if cite), default=0) + 2
    for text, cite in rows:
        yield " " * indent + (f"{text:<{width}}{cite}" if cite else text)


def _cite(detail: Mapping[str, Any]) -> str:
    return f"[{detail['cite']}]" if detail.get("cite") else ""


def _body(group: list[Step], disputed: bool) -> Iterator[tuple[str, str]]:
    ordered = group[1:]
    if ordered and ordered[0].detail.get("order"):
        plain = [step for step in ordered[1:] if step.kind == "condition" and _shown(step)]
        parts = [_in_force(ordered[0]), *(_value(step) for step in plain)]
        yield "; ".join(parts), ""
        ordered = [step for step in ordered[1:] if step.kind != "condition"]
    for step in ordered:
        if step.kind == "in_force":
            yield from _standing(step, disputed)
        elif step.kind == "condition":
            if _shown(step):
                yield _value(step), ""
        else:
            yield _line(step), _cite(step.detail)


def _standing(step: Step, disputed: bool) -> Iterator[tuple[str, str]]:
    """When in force; left out beside an open question, which is about texts, not dates."""
    if not disputed:
        yield _in_force(step), ""
    if step.detail.get("unconfirmed") is not None or (
        step.detail.get("confidence") == "unconfirmed"
    ):
        yield "rests on an unconfirmed text", ""
    if step.detail.get("note"):
        yield f"note: {step.detail['note']}", ""


def _shown(step: Step) -> bool:
    return bool(step.detail["plain"]) or step.detail["value"] != "yes"


def _value(step: Step) -> str:
    conflict = " (the sources differ)" if step.detail.get("conflicting") else ""
    return f"{step.detail['text']}: {step.detail['value']}{conflict}"


def _line(step: Step) -> str:
    detail = step.detail
    if step.kind == "exception":
        return f"except {_value(step)}"
    if step.kind == "stayed":
        where = "" if detail["scope"] == "true" else f", only where {detail['scope']}"
        return f"stayed by {detail['by']}{where}: {detail['value']}"
    if step.kind == "restraint":
        if "against" in detail:
            return f"stands against {detail['against']}: {detail['value']}"
        if not detail["bears_on"]:
            return "restrains rules; none to restrain"
        return f"restrains rules made by: {', '.join(detail['restrains'])}"
    if step.kind == "beaten":
        return f"by {detail['by']}{_own(detail.get('decided_by'), detail.get('decided_on'))}"
    return f"yields to {detail['to']}: {detail['value']}{_own(detail.get('by'), detail.get('on'))}"


def _own(by: str | None, on: str | None) -> str:
    return f" (the office's own precedence, decided by {by} on {on})" if by else ""


def _in_force(step: Step) -> str:
    detail = step.detail
    if detail.get("order"):
        stayed = {"no": "not stayed", "yes": "stayed"}.get(detail["stayed"], "perhaps stayed")
        return f"order in force {_span(detail)}, {stayed}"
    if detail.get("unconfirmed") is not None:
        return f"in force: unconfirmed ({detail['unconfirmed']})"
    spans = "; ".join(_span(window) for window in detail["windows"])
    day = "" if detail["day"] else f"; the {detail['judged_at']} is unknown"
    return f"in force {spans}{day}"


def _span(window: Mapping[str, Any]) -> str:
    end = f" to {window['to']}" if window.get("to") else ""
    return f"from {window['from']}{end} (recorded {window['recorded']})"


def _off(step: Step) -> str:
    """The one line that switched a rule off."""
    if step.kind == "exception":
        return f"except {_value(step)}"
    if step.kind == "stayed":
        return f"stayed by {step.detail['by']}"
    if step.kind == "in_force":
        return _not_in_force(step.detail)
    return _value(step)


def _not_in_force(detail: Mapping[str, Any]) -> str:
    spans = [_span(window) for window in ([detail] if detail.get("order") else detail["windows"])]
    day = f" on {detail['day']}" if detail.get("day") else ""
    return f"not in force{day}: {'; '.join(spans)}"


def _open(finding: Finding) -> Iterator[str]:
    for step in finding.trace:
        if step.kind == "open_question":
            one, other = (", ".join(side) for side in step.detail["sides"])
            yield f"  open  {_quarrel(step, one, other)}"
            yield f"        sides  {one}  ⟂  {other}"


def _quarrel(step: Step, one: str, other: str) -> str:
    if "against" in step.detail:
        source = step.detail["against"]
        cited = source[source.index("§") :] if "§" in source else source
        asked = f"May a {step.detail['made_by']} rule that forbids this stand against {cited}?"
        return f"{asked} No source in the loaded packs settles it."
    return f"{one} forbids, {other} does not. No source in the loaded packs says which gives way."


def _notes(finding: Finding) -> Iterator[str]:
    if finding.settled_whatever:
        yield "  whatever the missing facts"
    if finding.limit:
        yield "  too many facts are missing to try every case; the outcomes shown may be too many"
    if finding.rests_on_unconfirmed:
        yield f"  rests on what is not confirmed: {', '.join(finding.rests_on_unconfirmed)}"


def _asks(finding: Finding) -> Iterator[str]:
    rows = []
    for question in finding.questions:
        answers = []
        for choices, outcome in question.settles:
            said = ", ".join(choice.said for choice in choices)
            answers.append(f"{said} → {outcome}")
        rows.append((" · ".join(question.questions), "; ".join(answers)))
    width = max((len(text) for text, _ in rows), default=0) + 2
    for text, answer in rows:
        yield f"  ask  {text:<{width}}{answer}"
