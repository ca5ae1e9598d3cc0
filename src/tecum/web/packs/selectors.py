"""What the pages of packs read: what acts since when, who stands for it, what is open in it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from tecum.clock import today
from tecum.docket.acts import PackActivated, PackApproved, PackProposed, PackReturned
from tecum.docket.declare import Erased
from tecum.docket.entry import Entry, EntryId
from tecum.docket.state.model import PackVersion, State
from tecum.docket.state.packs import approvals_wanted, in_force_on
from tecum.law import Pack, Packs, read_packs
from tecum.law.blocks import Duty, Rule
from tecum.law.cases import Checked, check_cases, coverage
from tecum.law.difference import PackDifference
from tecum.law.differences import differences
from tecum.law.errors import PackNotFound
from tecum.law.pack import pack_folder
from tecum.law.problem import Problem
from tecum.law.review_checks import review_checks
from tecum.law.reviews import Reviewed
from tecum.law.signature import Signature
from tecum.law.syntax import Block, LawText
from tecum.pack_notes import keys_of, signature_of
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may
from tecum.web.accounts.selectors import everybody, profile
from tecum.web.docket.desk import desk, laid_out, office_state, reviewed, reviews_of
from tecum.web.packs.effects import proposed_pack
from tecum.words import Role

__all__ = [
    "Examined",
    "PackRow",
    "ProposalPage",
    "ShownBlock",
    "VersionRow",
    "blocks_without_review",
    "day_today",
    "examined",
    "laws_of",
    "pack_acting",
    "pack_rows",
    "proposal_page",
    "version_of",
    "versions_of",
]

_KEPT = 16
_lock = threading.Lock()
_examined: OrderedDict[tuple[object, ...], Examined] = OrderedDict()


@dataclass(frozen=True, slots=True)
class PackRow:
    """One line of the list: a pack as it acts, or as it waits."""

    pack: Pack
    signature: Signature
    since: date | None
    acts: bool
    waiting: tuple[EntryId, ...]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a pack on the office's docket, newest first."""

    sha256: str
    proposal: EntryId
    proposed_at: datetime
    by: str
    in_force_from: date | None
    state: str


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block as text, with who stands for it; ``typed`` tells how sure its source is."""

    block: Block
    sha256: str
    review: Reviewed | None
    confidence: str


@dataclass(frozen=True, slots=True)
class Examined:
    """What the checks and the pack's own cases say of it."""

    questions: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    cases: tuple[Checked, ...]
    not_covered: tuple[str, ...]

    @property
    def holding(self) -> int:
        """How many cases come out as they expect."""
        return sum(row.holds for row in self.cases)


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """A proposed version: what differs, who stands for it, what the reader may do."""

    version: PackVersion
    old: Pack | None
    new: Pack
    packs: Packs
    difference: PackDifference | None
    signature: Signature
    entry: Entry
    by: str
    reason: str
    approvals: tuple[tuple[str, str, datetime], ...]
    wanted: int
    roles: tuple[Role, ...]
    is_own: bool
    returned: tuple[str, str] | None
    may_activate: bool
    why_not_yet: bool

    @property
    def is_approved(self) -> bool:
        """Whether it may be put in force."""
        return len(self.approvals) >= self.wanted


def pack_rows() -> list[PackRow]:
    """The packs that act, then those of which only a proposed version waits."""
    ready, state = desk(), office_state()
    keys = keys_of(ready.office)
    waiting: dict[str, list[PackVersion]] = {}
    for row in state.pack_versions.values():
        if row.is_open:
            waiting.setdefault(row.pack, []).append(row)
    since = _since(state, today(ready.office.zone))
    rows = [
        PackRow(
            pack,
            signature_of(pack, keys),
            since.get(pack.id),
            True,
            tuple(row.entry for row in waiting.pop(pack.id, ())),
        )
        for pack in ready.packs.packs
    ]
    for held in waiting.values():
        pack = proposed_pack(held[0].entry, ready.packs)[0]
        refs = tuple(row.entry for row in held)
        rows.append(PackRow(pack, signature_of(pack, keys), None, False, refs))
    return rows


def blocks_without_review() -> dict[str, int]:
    """Pack → how many of its blocks nobody of this office stands for, of the packs that act."""
    return {pack.id: len(pack.blocks) - pack.reviewed_blocks for pack in desk().packs.packs}


def pack_acting(name: str) -> tuple[Pack, Packs]:
    """A pack as it acts now, or the shipped one where none of this id acts.

    Raises:
        NotFound: no such pack.
    """
    ready = desk()
    found = next((pack for pack in ready.packs.packs if pack.id == name), None)
    if found is not None:
        return found, ready.packs
    try:
        folder = pack_folder(name)
    except PackNotFound:
        raise NotFound from None
    if folder.name != name:
        raise NotFound
    packs = reviewed(read_packs([name])[0], reviews_of(office_state(), ready.office.zone))
    return packs.pack(name), packs


def version_of(name: str, sha256: str) -> tuple[Pack, Packs]:
    """A kept version of a pack, beside the packs that it needs; readable for ever.

    Raises:
        NotFound: no version of this pack has this digest.
    """
    ready = desk()
    acting = next((p for p in ready.packs.packs if (p.id, p.sha256) == (name, sha256)), None)
    if acting is not None:
        return acting, ready.packs
    folder = laid_out(sha256) if len(sha256) == 64 else None
    if folder is None or folder.name != name:
        raise NotFound
    roots = [pack.folder.parent for pack in ready.packs.packs if pack.id != name]
    packs = reviewed(
        read_packs([str(folder)], roots)[0], reviews_of(office_state(), ready.office.zone)
    )
    return packs.pack(name), packs


def versions_of(name: str) -> list[VersionRow]:
    """Every version that was proposed here, newest first, with what became of it."""
    state = office_state()
    names = _names()
    rows = [row for row in state.pack_versions.values() if row.pack == name]
    return [_version_row(state, row, names) for row in reversed(rows)]


def laws_of(pack: Pack) -> list[dict[str, Any]]:
    """Every file of law as it is read: title, prose, sections, blocks with their reviews."""
    by_sha = {row.block.sha256: row for row in pack.standings}
    return [{"law": law, "sections": _sections(law, by_sha)} for law in pack.laws]


def _sections(law: LawText, by_sha: dict[str, Reviewed]) -> list[dict[str, Any]]:
    return [
        {
            "section": section,
            "blocks": [_shown(part, by_sha) for part in section.parts if isinstance(part, Block)],
        }
        for section in law.sections
    ]


def _shown(block: Block, by_sha: dict[str, Reviewed]) -> ShownBlock:
    row = by_sha.get(block.sha256)
    confidence = getattr(row.block, "confidence", None) if row is not None else None
    unconfirmed = row is not None and isinstance(row.block, Rule | Duty) and row.block.unconfirmed
    word = "unconfirmed" if unconfirmed else str(confidence or "")
    return ShownBlock(block, block.sha256, row, word)


def examined(pack: Pack, packs: Packs, day: date) -> Examined:
    """What the checks say on a day, and how the cases come out; worked out once for a version."""
    key = (pack.id, packs.digests, day, tuple(pack.reviews))
    with _lock:
        if key in _examined:
            _examined.move_to_end(key)
            return _examined[key]
    alone = _alone(pack, packs)
    cases = tuple(check_cases(pack, alone))
    problems = review_checks(pack, packs, day)
    found = Examined(
        tuple(row for row in problems if row.code == "P202"),
        tuple(row for row in problems if row.code != "P202"),
        cases,
        coverage(pack, alone, cases).missing if cases else (),
    )
    with _lock:
        _examined[key] = found
        while len(_examined) > _KEPT:
            _examined.popitem(last=False)
    return found


def _alone(pack: Pack, packs: Packs) -> Packs:
    """The pack with what it needs and nothing else: what its own cases are written for."""
    roots = [row.folder.parent for row in packs.packs if row.id != pack.id]
    return read_packs([str(pack.folder)], roots)[0]


def proposal_page(person: Person, proposal: str) -> ProposalPage:
    """A proposed version as somebody sees it.

    Raises:
        NotFound: there is no such proposal.
    """
    state, ready = office_state(), desk()
    row = state.pack_versions.get(EntryId(proposal))
    if row is None:
        raise NotFound
    new, packs = proposed_pack(proposal, ready.packs)
    new = _with_reviews(new, state, ready.office.zone)
    old = _before(row)
    entry = state.entries[row.entry]
    assert isinstance(entry.act, PackProposed)
    names = _names()
    return ProposalPage(
        version=row,
        old=old,
        new=new,
        packs=packs,
        difference=differences(old, new) if old is not None else None,
        signature=signature_of(new, keys_of(ready.office)),
        entry=entry,
        by=names.get(row.by or "", ""),
        reason=_text(entry.act.reason),
        approvals=tuple(
            (one.role.value, names.get(one.person or "", ""), state.entries[one.entry].recorded_at)
            for one in row.approvals
        ),
        wanted=approvals_wanted(state),
        roles=_may_approve_as(person, row, state),
        is_own=row.by == person.public_id,
        returned=_returned(state, row, names),
        may_activate=row.is_open
        and bool(may(person, PackActivated.slug))
        and len(row.approvals) >= approvals_wanted(state),
        why_not_yet=row.is_open and len(row.approvals) < approvals_wanted(state),
    )


def _before(row: PackVersion) -> Pack | None:
    """What the version would replace: the one in force, else the shipped one that acts."""
    try:
        if row.before is not None:
            return version_of(row.pack, row.before)[0]
        return pack_acting(row.pack)[0]
    except NotFound:
        return None


def _with_reviews(pack: Pack, state: State, zone: str) -> Pack:
    mine = reviews_of(state, zone).get(pack.id, ())
    return replace(pack, reviews=(*pack.reviews, *mine))


def _may_approve_as(person: Person, row: PackVersion, state: State) -> tuple[Role, ...]:
    """The roles in which somebody could approve now: not their own, not twice."""
    held = [role for role in sorted(PackApproved.recorded_by) if role in person.roles]
    if not row.is_open or not may(person, PackApproved.slug):
        return ()
    if approvals_wanted(state) > 1:
        acted = {row.by, *(one.person for one in row.approvals)}
        if person.public_id in acted:
            return ()
    done = {one.role for one in row.approvals}
    return tuple(role for role in held if role not in done)


def _returned(state: State, row: PackVersion, names: dict[str, str]) -> tuple[str, str] | None:
    if row.returned_by is None:
        return None
    entry = state.entries[row.returned_by]
    assert isinstance(entry.act, PackReturned)
    return names.get(entry.actor.person or "", ""), _text(entry.act.reason)


def _since(state: State, day: date) -> dict[str, date]:
    """Since when the version that acts today is in force, by pack."""
    acting = in_force_on(state, day)
    found: dict[str, date] = {}
    for entry in state.entries.values():
        act = entry.act
        if isinstance(act, PackActivated) and act.in_force_from <= day:
            found |= {act.pack: act.in_force_from} if acting.get(act.pack) == act.sha256 else {}
    return found


def _version_row(state: State, row: PackVersion, names: dict[str, str]) -> VersionRow:
    entry = state.entries[row.entry]
    begins = None
    if row.activated_by is not None:
        act = state.entries[row.activated_by].act
        begins = act.in_force_from if isinstance(act, PackActivated) else None
    word = "returned" if row.returned_by else "activated" if row.activated_by else "proposed"
    return VersionRow(
        row.sha256, row.entry, entry.recorded_at, names.get(row.by or "", ""), begins, word
    )


def _names() -> dict[str, str]:
    return {person.public_id: person.name for person in everybody()}


def _text(value: str | Erased | None) -> str:
    return value if isinstance(value, str) else ""


def day_today() -> date:
    """Today in the office's zone."""
    return today(profile().zone)
