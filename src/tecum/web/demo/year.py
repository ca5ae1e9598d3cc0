"""A year of demands of every kind on the invented county, told by the services that pages call.

The rows stand in ``year.toml``. No paper goes with them: they are what an office would enter
from its register when it begins to use the product, so that counts and reports have a year.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tecum.clock import at_fixed
from tecum.docket.acts import DemandSuperseded, EventNoted, MatterSealed
from tecum.docket.acts.answer import ItemAnswered
from tecum.docket.acts.chronology import EventKind
from tecum.docket.acts.clocks import DueReason
from tecum.docket.acts.course import WithdrawnHow
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.registration import Relation, SealGround
from tecum.docket.entry import DocketId, Label
from tecum.docket.parts import ItemAsked
from tecum.docket.vocabulary import Disposition
from tecum.web.demo.documents import OFFICE
from tecum.web.demo.stories import Cast, determine, moment
from tecum.web.docket import services
from tecum.words import Category, Channel, IssuerClass, Kind

__all__ = ["Told", "rows_of_the_year", "tell_year"]

_TO = "field.office@agency.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One row of the year."""

    received: str
    kind: str
    issuer: str
    issuer_class: str
    asks: str
    due: str
    how: str
    answered: str
    ground: str
    left: str
    to: str

    @property
    def day(self) -> str:
        """The day on which it was received, by which others point at it."""
        return self.received[:10]


def rows_of_the_year() -> list[Told]:
    """Every row, the earliest first."""
    table = tomllib.loads(Path(__file__).with_name("year.toml").read_text("utf-8"))
    return [Told(**dict(zip(Told.__slots__, row, strict=True))) for row in table["rows"]]


def tell_year(cast: Cast) -> None:
    """Enter the year, answer and end each demand as its row says."""
    dockets: dict[str, str] = {}
    before: tuple[str, Told] | None = None
    for number, row in enumerate(rows_of_the_year(), 1):
        docket = _register(cast, row, number)
        if before is not None and before[1].how == "superseded":
            _supersede(cast, before[0], docket, row)
            before = None
        if row.how == "superseded":
            before = docket, row
        word, _, other = row.how.partition(" of ")
        if other:
            with at_fixed(_wall(row.received)):
                services.link_dockets(cast.clerk, docket, dockets[other], Relation.COPY_OF)
        elif word in _TOLD:
            with at_fixed(_wall(row.answered or row.received)):
                _TOLD[word](cast, docket, row)
        if row.left:
            _left(cast, docket, row)
        dockets.setdefault(row.day, docket)


def _wall(text: str) -> datetime:
    stated = datetime.fromisoformat(text)
    return moment(stated.year, stated.month, stated.day, stated.hour, stated.minute)


def _register(cast: Cast, row: Told, number: int) -> str:
    items = tuple(
        ItemAsked(label=Label(str(n)), text=word.replace("_", " "), category=Category(word))
        for n, word in enumerate(row.asks.split(), 1)
    )
    wanted = services.Registration(
        kind=Kind(row.kind),
        issuer=row.issuer,
        issuer_class=IssuerClass(row.issuer_class),
        recipient=OFFICE,
        judicial=row.issuer_class == "court",
        items=items,
    )
    with at_fixed(_wall(row.received)):
        entry = services.register_demand(cast.clerk, None, wanted, number=f"Y-{number:04d}")
        if row.due:
            services.set_due_date(
                cast.clerk,
                entry.docket,
                date.fromisoformat(row.due),
                DueReason.STATED_IN_DOCUMENT,
                obligation="answer.1",
            )
    return str(entry.docket)


def _labels(row: Told) -> list[str]:
    return [str(n) for n, _ in enumerate(row.asks.split(), 1)]


def _answer(cast: Cast, docket: str, row: Told, how: Mapping[str, Disposition]) -> None:
    basis = (row.ground,) if row.ground else ()
    lines = [
        ItemAnswered(
            item=Label(label),
            disposition=disposition,
            basis=basis if disposition is Disposition.WITHHELD else (),
        )
        for label, disposition in how.items()
    ]
    services.send_answer(
        cast.counsel,
        docket,
        lines,
        document=f"Answer to the demand of {row.day}.\n".encode(),
        to=_TO,
        channel=Channel.EMAIL,
    )


def _one_way(outcome: Determined, disposition: Disposition) -> Callable[[Cast, str, Told], None]:
    def tell(cast: Cast, docket: str, row: Told) -> None:
        labels = _labels(row)
        services.take_findings(cast.counsel, docket)
        determine(cast, docket, labels, outcome, reason="As the office's policy says")
        _answer(cast, docket, row, dict.fromkeys(labels, disposition))

    return tell


def _in_part(cast: Cast, docket: str, row: Told) -> None:
    last, *_ = reversed(_labels(row))
    others = [label for label in _labels(row) if label != last]
    services.take_findings(cast.counsel, docket)
    determine(cast, docket, others, Determined.WITHHOLD, reason="As the office's policy says")
    determine(cast, docket, [last], Determined.ACT, reason="Open to anybody")
    how = dict.fromkeys(others, Disposition.WITHHELD)
    _answer(cast, docket, row, {**how, last: Disposition.PRODUCED})


def _objected(cast: Cast, docket: str, row: Told) -> None:
    labels = _labels(row)
    services.take_findings(cast.counsel, docket)
    determine(cast, docket, labels, Determined.OBJECT, reason="No court has ordered it")
    services.object_to_items(
        cast.counsel,
        docket,
        labels,
        [row.ground],
        document=f"Objection to the demand of {row.day}.\n".encode(),
        to=_TO,
        channel=Channel.EMAIL,
    )


def _withdrawn(cast: Cast, docket: str, row: Told) -> None:
    services.withdraw_demand(cast.counsel, docket, WithdrawnHow.WITHDRAWN)


def _sealed(cast: Cast, docket: str, row: Told) -> None:
    members = (cast.lead.public_id, cast.counsel.public_id)
    seal = MatterSealed(ground=SealGround.GRAND_JURY, members=members)  # type: ignore[arg-type]
    services.record(cast.lead, docket, seal)


def _supersede(cast: Cast, docket: str, by: str, row: Told) -> None:
    with at_fixed(_wall(row.received)):
        services.record(cast.counsel, docket, DemandSuperseded(by=DocketId(by)))


def _left(cast: Cast, docket: str, row: Told) -> None:
    """The person left custody: noted with the day and hour that the custody record has."""
    how, _, at = row.left.partition(" ")
    act = EventNoted(
        event=f"left-{docket[:8]}",
        kind=EventKind(how),
        label="The person left custody",
        participants=(row.to,) if row.to else (),
    )
    left = _wall(at)
    with at_fixed(max(left, _wall(row.answered or row.received))):
        happened = services.when(services.DateKind.RELEASED, left)
        services.record(cast.clerk, docket, act, services.How(happened=happened))


_TOLD: Mapping[str, Callable[[Cast, str, Told], None]] = {
    "declined": _one_way(Determined.WITHHOLD, Disposition.WITHHELD),
    "given": _one_way(Determined.ACT, Disposition.PRODUCED),
    "nothing_held": _one_way(Determined.NONE_HELD, Disposition.NONE_HELD),
    "referred": _one_way(Determined.REFER, Disposition.REFERRED),
    "in_part": _in_part,
    "objected": _objected,
    "withdrawn": _withdrawn,
    "sealed": _sealed,
}
