"""A plan for many recipients: a row for each, and one hash that binds every row.

The hash covers the acts, the letters, what stands in the way, and the place at which each
docket stood. A plan made anew that has another hash is stale, and nothing is done on it. The
salt keeps the hash from confirming a guessed text once the texts are erased.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from tecum.docket.acts import Act, DemandEscalated, RecipientAdded
from tecum.docket.acts.campaign import CampaignAction, ExclusionReason
from tecum.docket.codec import Json, act_from_json, canonical, from_json, to_json
from tecum.docket.entry import Actor, DateKind, DocketId, Entry, EntryId, KnownBy, PersonId
from tecum.docket.errors import ActMalformed, ActRefused, NotPermitted
from tecum.docket.parts import OfficeId
from tecum.docket.plans.letters import Letter
from tecum.docket.plans.rows import At, Stop, Stopped, doing
from tecum.docket.plans.wanted import Wanted
from tecum.docket.state import State, apply
from tecum.docket.state.model import Recipient, replace
from tecum.docket.state.steps import known, moved
from tecum.docket.when import at
from tecum.provenance import Sha256
from tecum.worded import worded as _
from tecum.words import Role, Side

__all__ = ["Plan", "PlanRow", "outcome_of", "plan", "read_plan", "still_stands"]

_HEAD = b"tecum.plan/1\n"
_RUNS = (Role.ISSUING_OFFICER, Role.LEAD)
"""Who carries out plans."""
_STILL_FOR_EXCLUDED = (CampaignAction.EXCLUDE, CampaignAction.CLOSE)
"""What is done within the office alone, and so also for who was left out."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One recipient.

    Attributes:
        docket: Where the acts go; the campaign's own docket for leaving somebody out.
        at: The number of that docket's last entry, and ``head`` the entry itself.
        refused: Why nothing is done: a :class:`Stop`, or the code of the guard that fails.
        detail: What the guard says, or what is missing.
        left_out: The reason, where the recipient is left out.
    """

    recipient: str
    name: str
    docket: DocketId | None
    at: int
    head: EntryId | None
    acts: tuple[Act, ...] = ()
    letter: Letter | None = None
    refused: str | None = None
    detail: str = ""
    left_out: ExclusionReason | None = None

    @property
    def is_done(self) -> bool:
        """Whether something would be recorded for this recipient."""
        return self.refused is None

    def as_json(self) -> dict[str, Json]:
        """The row as it is bound by the hash."""
        return {
            "recipient": self.recipient,
            "name": self.name,
            "docket": self.docket,
            "at": self.at,
            "head": self.head,
            "acts": [to_json(act) for act in self.acts],
            "letter": self.letter.text if self.letter is not None else None,
            "refused": self.refused,
            "detail": self.detail,
            "left_out": self.left_out.value if self.left_out is not None else None,
        }


@dataclass(frozen=True)
class Plan:
    """What would be done for whom; nothing of it is recorded yet."""

    campaign: DocketId
    wanted: Wanted
    rows: tuple[PlanRow, ...]
    salt: str

    template: str | None = None

    @cached_property
    def document(self) -> bytes:
        """The plan as it is kept and bound: what is wanted, every row, the salt."""
        bound = {
            "campaign": self.campaign,
            "wanted": to_json(self.wanted),
            "template": self.template,
            "rows": [row.as_json() for row in self.rows],
            "salt": self.salt,
        }
        return _HEAD + canonical(bound)

    @cached_property
    def hash(self) -> Sha256:
        """What a person confirms: the plan exactly as it was seen."""
        return Sha256(hashlib.sha256(self.document).hexdigest())

    @property
    def doing(self) -> tuple[PlanRow, ...]:
        """The rows for which something is recorded."""
        return tuple(row for row in self.rows if row.is_done)

    @property
    def not_doing(self) -> tuple[PlanRow, ...]:
        """The rows for which nothing is, each with its reason."""
        return tuple(row for row in self.rows if not row.is_done)


def plan(
    campaign: State,
    dockets: Mapping[str, State],
    wanted: Wanted,
    *,
    as_of: datetime,
    by: PersonId,
    salt: str,
    template: str | None = None,
) -> Plan:
    """What would be done for each chosen recipient, and what would not; nothing is recorded.

    Every act is tried on the docket as it stands, as if another person confirmed it.

    Args:
        campaign: The campaign's docket, folded.
        dockets: Recipient id → that recipient's demand docket, folded, where it may be seen.
        as_of: The moment at which the acts are tried.
        by: Who plans.
        salt: 32 random bytes as hex, the same when a plan is made anew.
        template: The text of the campaign's letter, where it has one.

    Raises:
        StalePreview: no campaign is open there, or a recipient is not on its board.
        NotPermitted: the campaign is another office's, of which this one only keeps a board.
    """
    if campaign.campaign is None or campaign.docket is None:
        raise moved(_("No campaign is open on this docket."))
    if campaign.campaign_closed is not None:
        raise moved(_("The campaign is closed."))
    if campaign.campaign.side is not Side.OURS:
        raise NotPermitted(
            _("This campaign is not this office's."),
            why=_("Its recipients are written to by another body."),
            do=_("Record what becomes known of each recipient on its own row."),
        )
    trial = _Trial(campaign, wanted, template, as_of, by)
    rows = [
        _row(trial, known(campaign.recipients, name, "recipient"), dockets.get(name))
        for name in wanted.recipients
    ]
    text = wanted.text if isinstance(wanted.text, str) and wanted.text else template
    return Plan(DocketId(campaign.docket), wanted, tuple(rows), salt, text)


@dataclass(frozen=True, slots=True)
class _Trial:
    """What every row of one plan is tried with."""

    campaign: State
    wanted: Wanted
    template: str | None
    as_of: datetime
    by: PersonId


def _row(trial: _Trial, recipient: Recipient, demand: State | None) -> PlanRow:
    campaign, wanted = trial.campaign, trial.wanted
    on = campaign if wanted.action is CampaignAction.EXCLUDE else demand
    row = PlanRow(
        recipient=recipient.id,
        name=recipient.name,
        docket=on.docket if on is not None else recipient.docket,
        at=on.seq if on is not None and on is not campaign else 0,
        head=_head(on) if on is not None and on is not campaign else None,
        left_out=recipient.reason,
    )
    added = campaign.entries[recipient.entry].act
    assert isinstance(added, RecipientAdded)
    if recipient.excluded_by is not None and wanted.action not in _STILL_FOR_EXCLUDED:
        return replace(row, refused=Stop.EXCLUDED.value)
    if demand is None and recipient.docket is not None and on is not campaign:
        return replace(row, refused=Stop.HIDDEN.value)
    try:
        done = doing(At(campaign, added, demand, trial.template), wanted)
        assert on is not None
        _try(on, done.acts, trial)
    except Stopped as stop:
        return replace(row, refused=stop.stop.value, detail=stop.detail)
    except ActRefused as refusal:
        return replace(row, refused=refusal.code, detail=refusal.what)
    return replace(row, acts=done.acts, letter=done.letter)


def _head(state: State) -> EntryId | None:
    return list(state.entries)[-1] if state.entries else None


def _try(state: State, acts: tuple[Act, ...], trial: _Trial) -> None:
    """Ask every guard, without recording."""
    assert state.docket is not None
    for act in acts:
        role = next((role for role in _RUNS if role in act.recorded_by), _RUNS[0])
        n = state.seq + 1
        entry = Entry(
            id=EntryId(hashlib.sha256(f"{state.docket}\n{n}".encode()).hexdigest()[:32]),
            docket=state.docket,
            seq=n,
            act=act,
            side=Side.OURS,
            known_by=KnownBy.OWN_ACT,
            happened=at(DateKind.OCCURRED, trial.as_of, state.rules.zone),
            recorded_at=trial.as_of,
            actor=Actor(
                office=OfficeId(""), person=trial.by, role=role, second=PersonId("another")
            ),
        )
        state = apply(state, entry)


def read_plan(document: bytes) -> Plan:
    """A plan from the document that was kept of it; what is written there is what was seen.

    Raises:
        ActMalformed: it is no such document.
    """
    if not document.startswith(_HEAD):
        raise ActMalformed(_("This is not a plan."), field="plan")
    held = json.loads(document[len(_HEAD) :])
    text = held["template"]
    rows = (
        PlanRow(
            recipient=row["recipient"],
            name=row["name"],
            docket=row["docket"],
            at=row["at"],
            head=row["head"],
            acts=tuple(act_from_json(act) for act in row["acts"]),
            letter=None if row["letter"] is None else Letter(row["letter"], text or ""),
            refused=row["refused"],
            detail=row["detail"],
            left_out=ExclusionReason(row["left_out"]) if row["left_out"] else None,
        )
        for row in held["rows"]
    )
    wanted = from_json(Wanted, held["wanted"], "wanted")
    return Plan(held["campaign"], wanted, tuple(rows), held["salt"], text)


def still_stands(row: PlanRow, campaign: State, demand: State | None) -> bool:
    """Whether a row may still be carried out: its docket has not moved, nobody was left out."""
    recipient = campaign.recipients.get(row.recipient)
    if recipient is None or campaign.campaign_closed is not None:
        return False
    if (recipient.reason, recipient.excluded_by is not None) != (
        row.left_out,
        row.left_out is not None,
    ):
        return False
    if row.head is None:
        return row.docket == campaign.docket
    return demand is not None and (demand.seq, _head(demand)) == (row.at, row.head)


def outcome_of(row: PlanRow, plan_hash: Sha256) -> tuple[Act, ...]:
    """The acts of a row as they are recorded: what presses a demand names the plan."""
    return tuple(
        replace(act, preview=plan_hash) if isinstance(act, DemandEscalated) else act
        for act in row.acts
    )
