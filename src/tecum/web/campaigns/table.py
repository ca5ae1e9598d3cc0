"""The rows of a board: cells with their source, groups with counts, filters, the same as CSV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from tecum.docket.campaign import Cell, Milestone, Row
from tecum.docket.chronology.model import ThreadRecipient
from tecum.docket.chronology.seen import Told
from tecum.docket.state.rows import TAKEN_BACK
from tecum.web.campaigns.selectors import CampaignPage
from tecum.web.ui.codes import NAMES
from tecum.web.ui.templatetags.ui import capital, day, say, strength_word, words

__all__ = [
    "ANY_RECORD",
    "FILTERS",
    "GROUPS",
    "NO_RECORD",
    "Column",
    "Group",
    "Line",
    "Said",
    "as_csv",
    "chosen",
    "columns",
    "groups",
    "lines",
    "value_words",
]


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


@dataclass(frozen=True)
class Line:
    """One recipient's row of the board.

    Attributes:
        told: Milestone → what public sources tell of it.
        outlets: The id of a source → who published it.
        days: Entry → the day on which what it records happened, for rows that are shown.
    """

    row: Row
    told: Mapping[Milestone, tuple[Told, ...]]
    outlets: Mapping[str, str]
    figures: ThreadRecipient | None
    reason_source: str = ""
    days: Mapping[str, date] = field(default_factory=dict)

    @property
    def entries(self) -> Iterator[str]:
        """The entries of the cells that show the day of what they record."""
        held = (self.row.cells.get(name) for name in _DATED)
        return (str(cell.entry) for cell in held if cell is not None and cell.entry)

    def has(self, milestone: Milestone) -> bool:
        """Whether anything is known of a milestone."""
        return milestone in self.row.cells or milestone in self.told

    def values(self, milestone: Milestone) -> tuple[str, ...]:
        """What is known of a milestone, as its bare values; nothing where nothing is."""
        held = self.row.cells.get(milestone)
        own = (held.value,) if held is not None else ()
        return own + tuple(one.value for one in self.told.get(milestone, ()))

    @cached_property
    def cells(self) -> Mapping[Milestone, tuple[Said, ...]]:
        """Every cell as it is shown, with its sources; worked out for the rows of one page."""
        return {name: self._said(name) for name in Milestone if self.has(name)}

    def _said(self, milestone: Milestone) -> tuple[Said, ...]:
        held = self.row.cells.get(milestone)
        on = self.days.get(str(held.entry)) if held is not None and milestone in _DATED else None
        docket = str(self.row.recipient.docket or "")
        own = (_own(held, docket, on),) if held is not None else ()
        seen = tuple(
            Said(
                text=_told_text(one.value, one.day),
                firm=str(say(one.certainty, "certainty")),
                more=one.more,
                sources=tuple((name, self.outlets.get(name, name)) for name in one.sources),
            )
            for one in self.told.get(milestone, ())
        )
        return own + seen

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


_DATED = (
    Milestone.PREPARED,
    Milestone.SENT,
    Milestone.DELIVERED,
    Milestone.OPENED,
    Milestone.ACKNOWLEDGED,
    Milestone.ANSWERED,
)
"""Milestones that happen on a day; a bare yes would hide it."""


def _has(milestone: Milestone) -> Callable[[Line], bool]:
    return lambda line: line.has(milestone)


def _under_order(line: Line) -> bool:
    """A court has spoken; an order that was recorded by mistake was never made."""
    return any(not value.endswith(f"({TAKEN_BACK})") for value in line.values(Milestone.ORDER))


def _incomplete(line: Line) -> bool:
    """Answered, and not on every item, as far as anything is recorded."""
    answer = line.row.cells.get(Milestone.ANSWERED)
    if answer is not None:
        every = line.row.cells.get(Milestone.ON_EVERY_ITEM)
        return every is not None and every.value != "yes"
    return any(_is_part(one.value) for one in line.told.get(Milestone.ANSWERED, ()))


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
    "no_answer_known": lambda line: not line.has(Milestone.ANSWERED),
    "disputed": _has(Milestone.DISPUTED),
    "in_litigation": _has(Milestone.IN_LITIGATION),
    "under_order": _under_order,
    "needs_somebody": lambda line: bool(line.needs),
}
"""What the board can be narrowed to; a recipient without any record is never counted as a no."""


def _earlier(line: Line) -> str:
    if line.figures is None:
        return ""
    if line.figures.answered_earlier is None:
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
    name = row.recipient.id
    cite = page.cites.get(name, "")
    named = ", ".join(outlets.get(one.strip(), one.strip()) for one in cite.split(", "))
    return Line(row, page.told.get(name, {}), outlets, page.figures.get(name), named)


def _own(cell: Cell, docket: str, on: date | None) -> Said:
    text = day(cell.value) if _is_day(cell.value) else value_words(cell.value)
    if on is not None:
        text = day(on) if cell.value == "yes" else f"{_of_how_many(cell.value)}, {day(on)}"
    return Said(
        text, str(strength_word(cell.strength.value)), entry=str(cell.entry or ""), docket=docket
    )


def value_words(value: str) -> str:
    """A bare value of a cell in words; an order or a measure is followed by how it stands."""
    of, bracket, stands = value.removesuffix(")").partition(" (")
    if bracket and value.endswith(")"):
        return f"{words(of)} ({say(stands, 'board_standing')})"
    return ", ".join(words(one) for one in value.split(", "))


def _of_how_many(value: str) -> str:
    """How many of the items, or the bare word."""
    given, slash, of = value.partition("/")
    return _("{given} of {of}").format(given=given, of=of) if slash else words(value)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text[:10])
    except ValueError:
        return False
    return True


def _told_text(value: str, on: date | None) -> str:
    named = capital(value)
    said = _(named) if named in NAMES else words(value)
    return f"{said}, {day(on)}" if on is not None else said


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


NO_RECORD = "-"
"""What a filter by a cell asks for where nothing is to be known; never the same as a no."""
_MOST_VALUES = 12


@dataclass(frozen=True, slots=True)
class Column:
    """A milestone that something is known of.

    Attributes:
        count: The recipients asked of whom something is known.
        options: The values they have, with how many; none where they have too many.
    """

    milestone: Milestone
    count: int
    options: tuple[tuple[str, int], ...]


def columns(rows: list[Line]) -> list[Column]:
    """The milestones that any row knows of, in their order, counted in one pass over the rows."""
    known: set[Milestone] = set()
    count: Counter[Milestone] = Counter()
    values: dict[Milestone, Counter[str]] = {name: Counter() for name in Milestone}
    for line in rows:
        held = {*line.row.cells, *line.told}
        known |= held
        if line.row.is_excluded:
            continue
        count.update(held)
        for name in held:
            values[name].update(line.values(name))
    return [
        Column(name, count[name], _options(values[name])) for name in Milestone if name in known
    ]


def _options(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    if len(counted) > _MOST_VALUES:
        return ()
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _meets(line: Line, milestone: Milestone, wanted: str) -> bool:
    if wanted == NO_RECORD:
        return not line.has(milestone)
    return line.has(milestone) if wanted == ANY_RECORD else wanted in line.values(milestone)


ANY_RECORD = "*"
"""What a filter by a cell asks for where anything is to be known."""


def chosen(rows: list[Line], asked: Mapping[str, str]) -> list[Line]:
    """The rows that meet every condition asked for; an unknown one narrows nothing."""
    for name in Milestone:
        if wanted := asked.get(name.value):
            rows = [r for r in rows if not r.row.is_excluded and _meets(r, name, wanted)]
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
