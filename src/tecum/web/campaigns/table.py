"""The rows of a board: cells with their source, groups with counts, filters, the same as CSV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from tecum.docket.campaign import Cell, Milestone, Row
from tecum.docket.chronology.model import ThreadRecipient
from tecum.web.campaigns.selectors import CampaignPage
from tecum.web.ui.templatetags.ui import capital, day, say, words

__all__ = ["FILTERS", "GROUPS", "Group", "Line", "Said", "as_csv", "chosen", "groups", "lines"]


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a cell: its words, how firm, and where it comes from.

    Attributes:
        entry: The entry it rests on, where this office recorded it.
        sources: (id, outlet) of the public sources, where they tell it.
    """

    text: str
    firm: str = ""
    more: str = ""
    entry: str = ""
    docket: str = ""
    sources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One recipient's row of the board."""

    row: Row
    cells: Mapping[Milestone, tuple[Said, ...]]
    figures: ThreadRecipient | None
    reason_source: str = ""

    @property
    def name(self) -> str:
        """The recipient with its state."""
        state = self.figures.state if self.figures is not None else None
        name = self.row.recipient.name
        return f"{name}, {state}" if state and not name.endswith(f" {state}") else name

    @property
    def needs(self) -> str:
        """Why somebody has to look at the row: a dispute, a failed delivery; else nothing."""
        failed = self.row.cells.get(Milestone.DELIVERED)
        if failed is not None and failed.value == "failed":
            return _("send again")
        return _("two accounts") if Milestone.DISPUTED in self.row.cells else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that agree in something, and how many they are."""

    key: str
    label: str
    count: int
    by: str = field(default="")


def _has(milestone: Milestone) -> Callable[[Line], bool]:
    return lambda line: milestone in line.cells


def _incomplete(line: Line) -> bool:
    """Answered, and not on every item, as far as anything is recorded."""
    answer = line.row.cells.get(Milestone.ANSWERED)
    if answer is not None:
        every = line.row.cells.get(Milestone.ON_EVERY_ITEM)
        return every is not None and every.value != "yes"
    return any(_is_part(said.text) for said in line.cells.get(Milestone.ANSWERED, ()))


def _is_part(text: str) -> bool:
    given, slash, of = text.partition("/")
    return bool(slash) and given.isdigit() and of.isdigit() and int(given) < int(of)


def _late(line: Line) -> bool:
    cell = line.row.cells.get(Milestone.IN_TIME)
    return cell is not None and cell.value in ("no", "date passed")


FILTERS: Mapping[str, Callable[[Line], bool]] = {
    "answered": _has(Milestone.ANSWERED),
    "incomplete": _incomplete,
    "late": _late,
    "no_answer_known": lambda line: Milestone.ANSWERED not in line.cells,
    "disputed": _has(Milestone.DISPUTED),
    "in_litigation": _has(Milestone.IN_LITIGATION),
    "under_order": _has(Milestone.ORDER),
    "needs_somebody": lambda line: bool(line.needs),
}
"""What the board can be narrowed to; a recipient without any record is never counted as a no."""


def _earlier(line: Line) -> str:
    if line.figures is None or line.figures.answered_earlier is None:
        return "unknown"
    return "yes" if line.figures.answered_earlier else "no"


GROUPS: Mapping[str, Callable[[Line], str]] = {
    "state": lambda line: (line.figures.state if line.figures else None) or "",
    "level": lambda line: (line.figures.level if line.figures else None) or "",
    "round": lambda line: line.row.recipient.previous_round or "",
    "earlier": _earlier,
}


def lines(page: CampaignPage) -> list[Line]:
    """The recipients asked, those that need somebody first; then who was left out."""
    outlets = {row.id: row.outlet for row in page.thread.sources} if page.thread else {}
    rows = [_line(page, row, outlets) for row in page.board.rows]
    return sorted(rows, key=lambda line: (line.row.is_excluded, line.needs == ""))


def _line(page: CampaignPage, row: Row, outlets: Mapping[str, str]) -> Line:
    cells: dict[Milestone, tuple[Said, ...]] = {}
    told = page.told.get(row.recipient.id, {})
    for milestone in Milestone:
        held = row.cells.get(milestone)
        own = (_own(held, str(row.recipient.docket or "")),) if held is not None else ()
        seen = tuple(
            Said(
                text=_told_text(one.value, one.day),
                firm=str(say(one.certainty, "certainty")),
                more=one.more,
                sources=tuple((name, outlets.get(name, name)) for name in one.sources),
            )
            for one in told.get(milestone, ())
        )
        if own or seen:
            cells[milestone] = own + seen
    excluded = row.recipient.excluded_by
    act = page.state.entries[excluded].act if excluded is not None else None
    source = getattr(act, "source", None)
    cite = (source.cite or "") if source is not None else ""
    named = ", ".join(outlets.get(one.strip(), one.strip()) for one in cite.split(", "))
    return Line(row, cells, page.figures.get(row.recipient.id), named)


def _own(cell: Cell, docket: str) -> Said:
    text = day(cell.value) if _is_day(cell.value) else words(cell.value)
    return Said(text, str(cell.strength.value), entry=str(cell.entry or ""), docket=docket)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return False
    return True


def _told_text(value: str, on: date | None) -> str:
    return f"{words(value)}, {day(on)}" if on is not None else words(value)


def groups(rows: list[Line], page: CampaignPage) -> dict[str, list[Group]]:
    """For each way to group: the groups of the recipients asked, largest first."""
    asked = [line for line in rows if not line.row.is_excluded]
    found = {}
    for by, key in GROUPS.items():
        counted = Counter(key(line) for line in asked)
        if set(counted) - {""}:
            ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
            found[by] = [Group(name, _label(by, name, page), n, by) for name, n in ordered]
    return found


def _label(by: str, name: str, page: CampaignPage) -> str:
    if by == "round" and page.thread is not None:
        demand = next((row for row in page.thread.demands if row.id == name), None)
        if demand is not None and demand.issued_on is not None:
            return _("asked {day}").format(day=day(demand.issued_on))
    if by == "earlier":
        said = {"yes": _("answered earlier letter"), "no": _("did not answer")}
        return said.get(name, _("no source on an earlier answer"))
    return words(name) if name else _("no source")


def chosen(rows: list[Line], asked: Mapping[str, str]) -> list[Line]:
    """The rows that meet every condition asked for; an unknown one narrows nothing."""
    for by, key in GROUPS.items():
        if by in asked:
            rows = [line for line in rows if not line.row.is_excluded and key(line) == asked[by]]
    test = FILTERS.get(asked.get("show", ""))
    if test is None:
        return rows
    return [line for line in rows if not line.row.is_excluded and test(line)]


def as_csv(rows: list[Line], columns: list[Milestone]) -> Iterator[list[str]]:
    """The same rows and columns as the screen, with the sources of each cell beside it."""
    source = _("source")
    heads = [[capital(words(name)), f"{capital(words(name))}: {source}"] for name in columns]
    yield [_("Recipient"), *(text for pair in heads for text in pair), _("Left out")]
    for line in rows:
        cells = []
        for name in columns:
            held = line.cells.get(name, ())
            cells.append("; ".join(one.text for one in held) or _("no source"))
            named = [one.entry or ", ".join(outlet for _id, outlet in one.sources) for one in held]
            cells.append("; ".join(text for text in named if text))
        reason = line.row.recipient.reason
        yield [line.name, *cells, str(say(reason, "left_out")) if reason else ""]
