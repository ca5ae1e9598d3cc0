"""A thread file becomes a typed thread. An absent key is unknown; nothing is defaulted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from tecum.docket.chronology.model import (
    Thread,
    ThreadCertainty,
    ThreadCheck,
    ThreadClaim,
    ThreadDemand,
    ThreadDue,
    ThreadEvent,
    ThreadItem,
    ThreadLeftOut,
    ThreadParty,
    ThreadQuestion,
    ThreadRecipient,
    ThreadSource,
)
from tecum.docket.chronology.reading import read_rows
from tecum.docket.vocabulary import DateKind, Precision
from tecum.docket.when import When
from tecum.words import Category, DueForm, Kind, Trigger, Unit

__all__ = ["certainty_of", "load_thread", "shipped_threads", "thread_from"]

Row = Mapping[str, Any]

_FIRST_WORD = re.compile(r"[,;(]|\b(?:for|on|by)\b")


def load_thread(path: Path) -> Thread:
    """Read a thread file, refusing it whole if anything in it is wrong.

    Raises:
        DataUnusable: the file cannot be opened or is not TOML.
        ThreadRefused: it has errors; all of them are listed with their lines.
    """
    return thread_from(read_rows(path))


def shipped_threads() -> tuple[Path, ...]:
    """The threads that come with the package."""
    folder = resources.files("tecum.docket") / "threads"
    return tuple(sorted(Path(str(file)) for file in folder.iterdir() if file.name[-5:] == ".toml"))


def thread_from(rows: Row) -> Thread:
    """A thread from checked rows."""
    return Thread(
        id=rows["id"],
        title=rows["title"],
        kind=rows["kind"],
        sources=tuple(_source(row) for row in rows.get("source", ())),
        parties=tuple(
            ThreadParty(id=row["id"], name=row["name"], party_class=row["class"])
            for row in rows.get("party", ())
        ),
        demands=tuple(_demand(row) for row in rows.get("demand", ())),
        recipients=tuple(_recipient(row) for row in rows.get("recipient", ())),
        left_out=tuple(_left_out(row) for row in rows.get("left_out", ())),
        events=tuple(_event(row) for row in rows.get("event", ())),
        questions=tuple(
            ThreadQuestion(id=row["id"], text=row["text"], status=row.get("status"))
            for row in rows.get("question", ())
        ),
        claims=tuple(_claim(row) for row in rows.get("claim", ())),
        checks=tuple(
            ThreadCheck(
                id=row["id"],
                expect=row["expect"],
                data={key: row[key] for key in row if key not in ("id", "expect")},
            )
            for row in rows.get("check", ())
        ),
        rows=rows,
    )


def certainty_of(text: str | None) -> ThreadCertainty:
    """The closed word at the head of a free certainty; anything else is to be confirmed.

    >>> certainty_of("reported, by one source").value
    'reported'
    """
    head = _FIRST_WORD.split(text or "", maxsplit=1)[0].strip()
    try:
        return ThreadCertainty(head)
    except ValueError:
        return ThreadCertainty.TO_CONFIRM


def _source(row: Row) -> ThreadSource:
    return ThreadSource(
        id=row["id"],
        outlet=row["outlet"],
        headline=row.get("headline"),
        url=row.get("url"),
        dated=row.get("date"),
        updated=row.get("updated"),
    )


def _demand(row: Row) -> ThreadDemand:
    one = row.get("recipient")
    return ThreadDemand(
        id=row["id"],
        kind=Kind(row["kind"]),
        issuer=row["issuer"],
        recipients=tuple(row.get("recipients", () if one is None else (one,))),
        count=row.get("count"),
        recipients_count=row.get("recipients_count"),
        judicial=row.get("judicial"),
        issued_on=row.get("issued_on"),
        served_on=row.get("served_on"),
        due=_due(row["due"]) if "due" in row else None,
        items=tuple(
            ThreadItem(label=it["label"], text=it["text"], category=Category(it["category"]))
            for it in row.get("item", ())
        ),
        consequences=tuple(row.get("consequences", ())),
        sources=tuple(row.get("sources", ())),
    )


def _due(row: Row) -> ThreadDue:
    return ThreadDue(
        form=DueForm(row["form"]),
        day=row.get("date"),
        amount=row.get("amount"),
        unit=Unit(row["unit"]) if "unit" in row else None,
        trigger=Trigger(row["trigger"]) if "trigger" in row else None,
        computed=row.get("computed"),
        days_after_issue=row.get("days_after_issue"),
        certainty=certainty_of(row.get("certainty")),
    )


def _recipient(row: Row) -> ThreadRecipient:
    figures = {key: row[key] for key in row if type(row[key]) is int}
    doubts = {key[: -len("_doubt")]: row[key] for key in row if key.endswith("_doubt")}
    return ThreadRecipient(
        id=row["id"],
        name=row["name"],
        state=row.get("state"),
        level=row.get("level"),
        prior=row.get("prior"),
        answered_earlier=row.get("answered_earlier"),
        litigation_at_issue=row.get("litigation_at_issue"),
        figures=figures,
        doubts=doubts,
    )


def _left_out(row: Row) -> ThreadLeftOut:
    was_in = str(row.get("was_in", ""))
    return ThreadLeftOut(
        names=tuple(row.get("members", (row["name"],))),
        was_in=tuple(part.strip() for part in was_in.split(",") if part.strip()),
        reason_stated=row.get("reason_stated"),
        by=row.get("by"),
        counter_facts=tuple(row.get("counter_facts", ())),
        sources=tuple(row.get("sources", ())),
        certainty_note=row.get("certainty_note"),
    )


_EVENT_KEYS = frozenset(
    {"id", "act", "date", "month", "date_note", "date_kind", "actor", "demand", "demands"}
) | {"certainty", "sources", "what"}


def _event(row: Row) -> ThreadEvent:
    one = row.get("demand")
    certainty = certainty_of(row.get("certainty"))
    return ThreadEvent(
        id=row["id"],
        act=row["act"],
        when=_when(row, certainty),
        actor=row.get("actor"),
        demands=tuple(row.get("demands", () if one is None else (one,))),
        certainty=certainty,
        sources=tuple(row.get("sources", ())),
        what=row.get("what"),
        more={key: row[key] for key in row if key not in _EVENT_KEYS},
    )


def _when(row: Row, certainty: ThreadCertainty) -> When:
    kind, sure = DateKind(row["date_kind"]), certainty.as_claim
    words = row.get("date_note")
    if "date" in row:
        value: date | None = row["date"]
        precision = Precision.DAY
    elif "month" in row:
        value = date.fromisoformat(f"{row['month']}-01")
        precision = Precision.MONTH
    else:
        value, precision = None, Precision.UNKNOWN
    return When(kind=kind, value=value, precision=precision, words=words, certainty=sure)


def _claim(row: Row) -> ThreadClaim:
    return ThreadClaim(
        id=row["id"],
        by=row["by"],
        question=row.get("question"),
        about=row.get("about"),
        position=row.get("position"),
        value=row.get("value"),
        unit=row.get("unit"),
        said_on=row.get("said_on"),
        certainty=certainty_of(row.get("certainty")),
        sources=tuple(row.get("sources", ())),
        retracts=row.get("retracts"),
        retracted_by=row.get("retracted_by"),
        corrects=row.get("corrects"),
    )
