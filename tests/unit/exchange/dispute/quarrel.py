"""A quarrel with everything in it: two offices, a demand, an answer, dates, failures, denials."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tecum.exchange.desk import Desk
from tecum.exchange.dispute import Dispute, Paper, established
from tecum.exchange.intake import take_in
from tecum.exchange.sending import Remark, Sent, remark, send_answer, send_demand
from tecum.ledger.statement import Statement
from tests.unit.exchange.offices import Two, later, witnessed

DEMAND = [("demand.txt", b"a demand of two items")]
ANSWER = [("records.pdf", b"the records")]


@dataclass
class Quarrel:
    """Both offices, and what each of them has stated, under a name."""

    two: Two
    said: dict[str, Statement] = field(default_factory=dict)
    by: dict[str, Desk] = field(default_factory=dict)
    sent: dict[str, Sent] = field(default_factory=dict)

    @classmethod
    def at(cls, folder: Path) -> Quarrel:
        """Two offices that have said nothing yet."""
        return cls(Two.at(folder))

    def demand(self, at: int = 0, name: str = "demand") -> Sent:
        """The sender sends a demand."""
        made = send_demand(self.two.sender, DEMAND, "records@city.example", later(at), items=2)
        self._keep(name, self.two.sender, made.statement)
        prepared = self.two.sender.statement(made.statement.prev or b"")
        assert prepared is not None
        self._keep(f"{name} prepared", self.two.sender, prepared)
        self.sent[name] = made
        return made

    def taken(self, name: str = "demand", at: int = 5) -> Statement:
        """The other side takes it in."""
        own = self.by[name]
        desk = self.two.recipient if own is self.two.sender else self.two.sender
        found = take_in(self.sent[name].message, desk, later(at))
        assert found.statement is not None
        self._keep(f"{name} delivered", desk, found.statement)
        return found.statement

    def answer(self, about: str = "demand", at: int = 50, manifest: bytes | None = None) -> Sent:
        """The recipient answers."""
        made = send_answer(
            self.two.recipient, ANSWER, "dispatch@agency.example", later(at),
            about=self.said[about].hash, pages=3, manifest=manifest,
        )  # fmt: skip
        self._keep("answer", self.two.recipient, made.statement)
        prepared = self.two.recipient.statement(made.statement.prev or b"")
        assert prepared is not None
        self._keep("answer prepared", self.two.recipient, prepared)
        self.sent["answer"] = made
        return made

    def remark(
        self, name: str, desk: Desk, said: Remark, at: int, docket: str | None = None
    ) -> Statement:
        """One side says something."""
        made = remark(desk, said, later(at), docket=docket)
        self._keep(name, desk, made.statement)
        self.sent[name] = made
        return made.statement

    def _keep(self, name: str, desk: Desk, statement: Statement) -> None:
        self.said[name], self.by[name] = statement, desk

    def witnessed(self, minutes: int) -> None:
        """A third body cosigns both heads."""
        witnessed(self.two.sender, minutes)
        witnessed(self.two.recipient, minutes)

    def paper(self, name: str, *opened: str) -> Paper:
        """The receipt of a statement as it is now."""
        desk, statement = self.by[name], self.said[name]
        wanted = [label for label in opened if label in statement.commits]
        raw = desk.log.prove(statement.hash, desk.openings(statement, wanted))
        return Paper(f"{name}.tlog-proof", raw)

    def papers(self, desk: Desk, *opened: str) -> list[Paper]:
        """Every receipt of one side."""
        return [self.paper(name, *opened) for name, own in self.by.items() if own is desk]

    def dispute(self, *opened: str) -> Dispute:
        """What all receipts of both sides establish, seen by the sender."""
        return established(
            self.papers(self.two.sender, *opened),
            self.papers(self.two.recipient, *opened),
            self.two.policy,
        )


def everything(folder: Path) -> Quarrel:
    """A demand and its answer with every kind of statement about them."""
    own = Quarrel.at(folder)
    sender, recipient = own.two.sender, own.two.recipient
    demand = own.demand().statement.hash
    own.taken()
    own.witnessed(10)
    own.remark("opened", recipient, Remark("demand.opened", demand, ("same_bytes",), "opened"), 12)
    own.remark(
        "clock", recipient,
        Remark("clock.set", demand, ("started",), texts={"due": "2026-03-16", "rule": "p/c/1"}), 13,
    )  # fmt: skip
    asked = own.remark("asked", recipient, Remark("extension.requested", demand), 14).hash
    take_in(own.sent["asked"].message, sender, later(15))
    own.remark("granted", sender, Remark("extension.granted", asked), 16)
    take_in(own.sent["granted"].message, recipient, later(17))
    own.remark(
        "moved", recipient,
        Remark(
            "clock.set", own.said["granted"].hash, ("recomputed",),
            texts={"due": "2026-03-30", "rule": "p/c/1"},
        ),
        18,
    )  # fmt: skip
    own.witnessed(20)
    answer = own.answer().statement.hash
    own.taken("answer", 55)
    own.remark(
        "complaint", sender,
        Remark("answer.disputed", answer, ("incomplete",), texts={"items": '["2"]'}), 56,
    )  # fmt: skip
    own.remark(
        "failed", recipient,
        Remark(
            "delivery.failed", answer, ("mailbox_full",), documents=[("n.eml", b"full")],
            label="notice",
        ),
        57,
    )  # fmt: skip
    own.remark(
        "search", sender,
        Remark("search.none", answer, ("none_in_part",), counts={"checked": 3},
               texts={"scope": "the inbox"}),
        58,
    )  # fmt: skip
    own.witnessed(60)
    return own
