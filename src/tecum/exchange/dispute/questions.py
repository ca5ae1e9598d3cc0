"""The questions of a quarrel about one demand or answer, and what the papers say to each.

Authority: LEDGER section 19, the table of quarrels.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tecum.exchange.dispute.papers import Fact, Side
from tecum.exchange.dispute.passages import Passage, Threads
from tecum.exchange.dispute.sentences import answer, asked, fixed
from tecum.worded import Worded
from tecum.worded import worded as _

__all__ = ["Question", "compared", "of_passage"]

_EARLIEST, _LATEST = timedelta(hours=14), timedelta(hours=12)
"""A day without a zone begins first at UTC+14 and ends last at UTC-12."""


@dataclass(frozen=True)
class Question:
    """One question, and the fixed sentences that answer it as far as the papers go.

    Attributes:
        id: Which question; ``about`` names the passage or the side.
        answer: The code of the first sentence.
        rests_on: The statements on which the sentences rest.
    """

    id: str
    about: bytes | Side | None
    asked: Worded
    answer: str
    sentences: tuple[Worded, ...]
    rests_on: tuple[bytes, ...]


class Saying:
    """Gathers the sentences of one answer and what they rest on."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.sentences: list[Worded] = []
        self.rests: list[bytes] = []

    def add(self, name: str, /, *facts: Fact, **slots: object) -> None:
        """Add a sentence that rests on these statements."""
        self.codes.append(name)
        self.sentences.append(answer(name, **slots))
        self.rests += [fact.hash for fact in facts]

    def question(self, name: str, about: bytes | Side | None, **slots: object) -> Question:
        """The question that these sentences answer."""
        return Question(
            name,
            about,
            asked(name, **slots),
            self.codes[0],
            tuple(self.sentences),
            tuple(dict.fromkeys(self.rests)),
        )


def of_passage(
    passage: Passage, clocks: Sequence[Fact], threads: Threads, names: Mapping[Side, str]
) -> list[Question]:
    """The questions about one demand or answer.

    Args:
        clocks: Statements that set a date, of the same thread, the newest of each docket last.
    """
    found = [
        _sent(passage, threads, names),
        _content(passage, names),
        _time(passage, clocks, names),
    ]
    if passage.kind == "answer":
        found.append(_complete(passage, threads, names))
    return found


def _about(passage: Passage) -> bytes | None:
    return passage.sent.hash if passage.sent else min(passage.facts, key=lambda f: f.hash).hash


def _sent(passage: Passage, threads: Threads, names: Mapping[Side, str]) -> Question:
    """“We sent it” / “it never came”."""
    said = Saying()
    sides = {"sender": names[passage.sender], "receiver": names[passage.receiver]}
    came = passage.at("delivered")
    _say_sending(said, passage, threads, sides)
    for fact in passage.at("opened"):
        said.add("sent.opened", fact, code=fact.codes, **sides)
    for fact in passage.at("acknowledged"):
        said.add("sent.acknowledged", fact, code=fact.codes, on=fact.statement.value("on"), **sides)
    for fact in passage.at("relayed"):
        said.add("sent.relayed", fact, code=fact.codes, **sides)
    against = _say_against(said, passage, names)
    if against and (came or passage.sent or passage.at("acknowledged")):
        said.add("sent.side_by_side")
    if not said.codes:
        said.add("time.nothing")
    return said.question("sent", _about(passage), kind=passage.kind, **sides)


def _say_sending(
    said: Saying, passage: Passage, threads: Threads, sides: Mapping[str, str]
) -> None:
    """What both sides say of the sending and the coming itself."""
    came = passage.at("delivered")
    later = (*passage.at("opened"), *passage.at("acknowledged"))
    if passage.sent is None:
        for fact in came:
            said.add("sent.came_only", fact, grade=_grade(fact), **sides)
        if not came and passage.at("prepared"):
            said.add("sent.prepared_only", *passage.at("prepared"), **sides)
    elif came:
        for fact in came:
            apart = not threads.nearest(fact, [passage.sent])
            code = "sent.both_apart" if apart else "sent.both"
            said.add(code, passage.sent, fact, grade=_grade(fact), **sides)
    elif later:
        said.add("sent.stated", passage.sent, **sides)
    else:
        said.add("sent.one_sided", passage.sent, **sides)


def _say_against(said: Saying, passage: Passage, names: Mapping[Side, str]) -> bool:
    """What is said against it: failures, denials, disputes, searches; whether there is any."""
    for fact in passage.at("failed"):
        who, code = names[fact.side], fact.codes
        if fact.type == "delivery.expired":
            said.add("sent.expired", fact, who=who, code=code, on=fact.statement.value("on"))
        else:
            said.add("sent.failed", fact, who=who, code=code, notice=_notice(fact))
    for fact in passage.at("disputed"):
        who = names[fact.side]
        rest = [code for code in fact.codes if code != "not_received"]
        if "not_received" in fact.codes:
            said.add("sent.denied", fact, who=who)
        if rest:
            said.add("sent.disputed", fact, who=who, code=rest)
    for fact in passage.at("searched"):
        counts = dict(row.split(" ") for row in fact.statement.lines.get("count", ()))
        size = (fact.statement.value("head") or "? ?").split(" ")[1]
        said.add(
            "sent.searched",
            fact,
            who=names[fact.side],
            checked=counts.get("checked", "?"),
            code=fact.codes,
            size=size,
        )
    return bool(passage.at("failed") or passage.at("disputed") or passage.at("searched"))


def _grade(fact: Fact) -> str:
    return fact.statement.value("grade") or _("no grade")


def _notice(fact: Fact) -> Worded:
    if "notice" not in fact.statement.commits:
        return _("No notice is committed to.")
    shown = fact.sha256("notice")
    if shown is None:
        return _("The notice is committed to and not opened here.")
    return _("The notice is committed to and opened: SHA-256 {hash}.", hash=shown.hex())


def documents(facts: Iterable[Fact]) -> tuple[dict[str, bytes], bool]:
    """Label → SHA-256 of what was opened of a document, and whether any commits to one."""
    found: dict[str, bytes] = {}
    committed = False
    for fact in facts:
        for label in fact.statement.commits:
            if label == "manifest" or label.partition(".")[0] == "content":
                committed = True
                shown = fact.sha256(label)
                if shown is not None:
                    found.setdefault(label, shown)
    return found, committed


def compared(one: Iterable[Fact], other: Iterable[Fact]) -> str | None:
    """Whether two bodies' documents are equal: ``equal``, ``differs``, or none if not shown."""
    here, _ = documents(one)
    there, _ = documents(other)
    common = here.keys() & there.keys()
    if any(here[label] != there[label] for label in common):
        return "differs"
    return "equal" if common and here.keys() == there.keys() else None


def _content(passage: Passage, names: Mapping[Side, str]) -> Question:
    """“You sent something else.”"""
    said = Saying()
    sides = {"sender": names[passage.sender], "receiver": names[passage.receiver]}
    sent = (*((passage.sent,) if passage.sent else ()), *passage.at("prepared"))
    came = [*passage.at("delivered"), *passage.at("opened"), *passage.at("acknowledged")]
    here, here_committed = documents(sent)
    there, there_committed = documents(came)
    result = compared(sent, came)
    facts = (*sent, *came)
    if result == "equal":
        said.add("content.equal", *facts, hash=_hashes(here), **sides)
    elif result == "differs":
        said.add("content.differs", *facts, hash=_hashes(here), other=_hashes(there), **sides)
    elif here_committed and there_committed:
        closed = [
            sides[name] for name, shown in (("sender", here), ("receiver", there)) if not shown
        ]
        both = _("{one} and {other}", one=sides["sender"], other=sides["receiver"])
        neither = _("one of {one} and {other}", one=sides["sender"], other=sides["receiver"])
        who = both if len(closed) > 1 else closed[0] if closed else neither
        said.add("content.closed", *facts, who=who)
    elif here_committed or there_committed:
        who = sides["sender"] if here_committed else sides["receiver"]
        shown = here or there
        code = "content.one_sided" if shown else "content.one_closed"
        said.add(code, *facts, who=who, hash=_hashes(shown))
    else:
        said.add("content.none")
    for fact in passage.at("opened"):
        said.add("content.claimed", fact, who=names[fact.side], code=fact.codes)
    return said.question("content", _about(passage), kind=passage.kind)


def _hashes(shown: Mapping[str, bytes]) -> list[bytes]:
    return list(dict.fromkeys(shown[label] for label in sorted(shown)))


def _time(passage: Passage, clocks: Sequence[Fact], names: Mapping[Side, str]) -> Question:
    """“Too late.”"""
    said = Saying()
    events = [
        *(
            (fact, _("{who} states that it came", who=names[fact.side]))
            for fact in passage.at("delivered")
        ),
        *(
            (fact, _("{who} acknowledges that it came", who=names[fact.side]))
            for fact in passage.at("acknowledged")
        ),
    ]
    if not events and passage.sent:
        events = [
            (passage.sent, _("{who} states that it was sent, one-sided", who=names[passage.sender]))
        ]
    dated = clocks if passage.kind == "answer" else ()
    for fact, what in events:
        for clock in dated:
            _say_time(said, fact, what, clock, names[clock.side])
        if not dated:
            said.add("time.none", fact, what=what, fixed=fixed(fact))
    if not events:
        said.add("time.nothing")
    return said.question("time", _about(passage), kind=passage.kind)


def _say_time(said: Saying, fact: Fact, what: str, clock: Fact, who: str) -> None:
    due = clock.text("due")
    span = _span(due)
    if due is None or span is None:
        said.add("time.closed", clock, who=who)
        return
    first, last = span
    code = "time.spans"
    if fact.not_before is None and fact.not_after is None:
        code = "time.undated"
    elif fact.not_after is not None and fact.not_after <= first:
        code = "time.before"
    elif fact.not_before is not None and fact.not_before > last:
        code = "time.after"
    said.add(code, fact, clock, what=what, fixed=fixed(fact), due=due, who=who)


def _span(due: str | None) -> tuple[datetime, datetime] | None:
    """The first and the last instant at which a date can have ended."""
    if due is None:
        return None
    try:
        if len(due) == len("2026-03-02"):
            end = datetime.combine(date.fromisoformat(due), datetime.min.time(), UTC)
            end += timedelta(days=1)
            return end - _EARLIEST, end + _LATEST
        at = datetime.fromisoformat(due)
    except (ValueError, OverflowError):
        return None
    return None if at.tzinfo is None else (at, at)


def _complete(passage: Passage, threads: Threads, names: Mapping[Side, str]) -> Question:
    """“The answer is incomplete.”"""
    said = Saying()
    prepared = passage.at("prepared")
    for fact in prepared:
        counts = dict(row.split(" ") for row in fact.statement.lines.get("count", ()))
        said.add("complete.prepared", fact, who=names[fact.side], fixed=fixed(fact), **counts)
    if not prepared:
        said.add("complete.unprepared")
    files = _files([*prepared, *((passage.sent,) if passage.sent else ())])
    complaints = [
        fact for fact in passage.at("disputed") if set(fact.codes) - {"not_received", "late"}
    ]
    for fact in complaints:
        said.add(
            "complete.complaint", fact, who=names[fact.side], code=fact.codes, fixed=fixed(fact)
        )
        _say_items(said, fact, files)
        # Whoever writes down another's hash has it: what is referred to came first.
        ground = threads.nearest(fact, prepared)
        earlier = [one for one in prepared if one in ground or _is_before(one, fact)]
        if earlier:
            said.add("complete.first", fact, *earlier)
    if not complaints:
        said.add("complete.none")
    if files is not None:
        said.add("complete.files", files=len(files))
    elif prepared:
        said.add("complete.list_closed")
    return said.question("complete", _about(passage), kind=passage.kind)


def _say_items(said: Saying, fact: Fact, files: Sequence[object] | None) -> None:
    """Item by item: what the complaint names, and what the answer's list has for it."""
    items = _items(fact)
    if items is None:
        if "items" in fact.statement.commits:
            said.add("complete.items_closed", fact)
        return
    said.add("complete.items", fact, items=items)
    listed = [row for row in files or () if isinstance(row, dict) and {"item", "items"} & {*row}]
    if not listed:
        return
    for item in items:
        n = sum(item == row.get("item") or item in _list(row.get("items")) for row in listed)
        said.add("complete.item" if n else "complete.item_absent", fact, item=item, n=n)


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


def _is_before(one: Fact, other: Fact) -> bool:
    """Whether one was shown to be fixed before the other."""
    return (
        one.not_after is not None
        and other.not_before is not None
        and one.not_after <= other.not_before
    )


def _files(facts: Iterable[Fact]) -> list[object] | None:
    for fact in facts:
        fields = _json(fact.text("manifest"))
        if isinstance(fields, dict) and isinstance(fields.get("files"), list):
            return list(fields["files"])
    return None


def _items(fact: Fact) -> list[str] | None:
    rows = _json(fact.text("items"))
    if not isinstance(rows, list):
        return None
    return [row if isinstance(row, str) else json.dumps(row, sort_keys=True) for row in rows]


def _json(text: str | None) -> object:
    try:
        return None if text is None else json.loads(text)
    except (ValueError, RecursionError):
        return None
