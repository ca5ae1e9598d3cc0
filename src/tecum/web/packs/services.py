"""Propose, review, approve, give back and put in force a version of a pack.

Nothing with failing checks or cases is proposed or put in force. What is in force is never
edited: a change is another version.
"""

from __future__ import annotations

import re
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction

from tecum.clock import today
from tecum.docket.acts import (
    PackActivated,
    PackApproved,
    PackBlockReviewed,
    PackProposed,
    PackReturned,
)
from tecum.docket.entry import Entry, EntryId
from tecum.docket.state.model import PackVersion
from tecum.docket.state.packs import latest
from tecum.errors import CheckFailed, UsageError
from tecum.law import Pack, Packs, read_packs
from tecum.law.cases import check_cases
from tecum.law.errors import PackRefused
from tecum.law.kept import kept_of
from tecum.pack_notes import check_signature, keys_of
from tecum.provenance import Sha256
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Office, Person
from tecum.web.accounts.policies import require
from tecum.web.accounts.selectors import profile
from tecum.web.docket.desk import desk, laid_out, office_state
from tecum.web.docket.record import record
from tecum.web.docket.shelf import keep_note, keep_version
from tecum.worded import worded as _
from tecum.words import Role

__all__ = [
    "Checked",
    "activate_version",
    "approve_version",
    "check_files",
    "files_of_version",
    "propose_version",
    "return_version",
    "review_block",
    "version_named",
]


@dataclass(frozen=True, slots=True)
class Checked:
    """A version that may be proposed: id, digest, the bytes that keep it, its signature."""

    pack: str
    sha256: str
    content: bytes
    note: bytes | None


def files_of_version(pack: Pack) -> dict[str, bytes]:
    """The files of a version, to begin an edit from."""
    return {
        path.relative_to(pack.folder).as_posix(): path.read_bytes()
        for path in sorted(pack.folder.rglob("*"))
        if path.is_file() and path.name != "reviews.toml" and path.suffix != ".sig"
    }


def check_files(files: Mapping[str, bytes]) -> Checked:
    """Whether these files are a pack without errors whose cases come out as they say.

    Raises:
        PackRefused: errors of the static checks, all of them.
        CheckFailed: cases that come out otherwise.
        PackSignatureBad, PackNotSigned: the signature that came with it does not do.
    """
    with tempfile.TemporaryDirectory(prefix="tecum-proposed-") as name:
        pack, packs = _read(files, Path(name))
        differing = [row for row in check_cases(pack, packs) if not row.holds]
        if differing:
            raise CheckFailed(
                _(
                    "{n} cases of the pack come out otherwise than they expect: {listed}.",
                    n=len(differing),
                    listed=tuple(
                        _(
                            "{case} ({expected}, got {outcome})",
                            case=row.case.id,
                            expected=row.case.expect,
                            outcome=row.got,
                        )
                        for row in differing[:10]
                    ),
                ),
                why=_("A pack never acts while its own examples contradict it."),
                do=_("Correct the law or the case, then propose it again."),
                code="packs.cases",
            )
        check_signature(pack, keys_of(profile()))
        kept = {
            path: held
            for path, held in files.items()
            if path != "reviews.toml" and not path.endswith(".sig")
        }
        return Checked(pack.id, pack.sha256, kept_of(kept), pack.note)


def _read(files: Mapping[str, bytes], root: Path) -> tuple[Pack, Packs]:
    """The pack that these files make, beside the packs in force that it needs."""
    folder = root / "proposed" / _id_in(files)
    for path, held in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(held)
    roots = [pack.folder.parent for pack in desk().packs.packs]
    packs, problems = read_packs([str(folder)], roots)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise PackRefused(errors)
    return packs.pack(folder.name), packs


def _id_in(files: Mapping[str, bytes]) -> str:
    """The id that the manifest gives, which names the folder; checked like any other later."""
    try:
        name = tomllib.loads(files.get("pack.toml", b"").decode("utf-8")).get("id", "")
    except ValueError:
        name = ""
    if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]{0,63}", name):
        raise UsageError(
            _("pack.toml gives the pack no id."),
            do=_('Write id = "our-policy": letters, digits, dots and hyphens.'),
            code="packs.id",
        )
    return name


def propose_version(actor: Person, files: Mapping[str, bytes], reason: str) -> Entry:
    """Propose a version of a pack to take the place of the one in force.

    Raises:
        NotPermitted: the actor writes no packs.
        PackRefused, CheckFailed: see :func:`check_files`.
        StalePreview: it is in force or proposed already.
    """
    require(actor, PackProposed.slug)
    checked = check_files(files)
    with transaction.atomic():
        keep_version(checked.sha256, checked.pack, checked.content)
        if checked.note is not None:
            keep_note(checked.sha256, checked.note)
        laid_out(checked.sha256)
        act = PackProposed(
            pack=checked.pack,
            sha256=Sha256(checked.sha256),
            before=latest(office_state(), checked.pack),
            reason=reason.strip() or None,
        )
        return record(actor, _office_docket(), act)


def review_block(
    actor: Person, pack: Pack, block_sha256: str, capacity: str, note: str = ""
) -> Entry:
    """Record that the actor, in office, reviewed one text of one block.

    Raises:
        NotPermitted: the actor reviews no packs.
        NotFound: the version has no such block.
        UsageError: no capacity is stated.
    """
    require(actor, PackBlockReviewed.slug)
    block = next((row for row in pack.blocks if row.sha256 == block_sha256), None)
    if block is None:
        raise NotFound
    if not capacity.strip():
        raise UsageError(
            _("A review states in what capacity it was made."),
            why=_("A reviewer acts in office, not in private."),
            do=_("Write, for example, City Attorney."),
            code="packs.reviewer",
        )
    act = PackBlockReviewed(
        pack=pack.id,
        block=block.id,
        sha256=Sha256(block.sha256),
        capacity=capacity.strip(),
        note=note.strip() or None,
    )
    return record(actor, _office_docket(), act)


def approve_version(actor: Person, proposal: str, as_role: Role) -> Entry:
    """Approve a proposed version in one of the actor's roles.

    Raises:
        ActRefused: not this actor's to approve, in this role, or now.
    """
    act = PackApproved(proposal=EntryId(proposal), as_role=as_role)
    return record(actor, _office_docket(), act)


def return_version(actor: Person, proposal: str, reason: str) -> Entry:
    """Give a proposed version back to its author, with the reason."""
    act = PackReturned(proposal=EntryId(proposal), reason=reason.strip())
    return record(actor, _office_docket(), act)


def activate_version(actor: Person, proposal: str, begins: date) -> Entry:
    """Put an approved version in force from a day on; its checks and cases are run once more.

    Raises:
        PackRefused, CheckFailed: beside the packs now in force it has errors or failing cases.
        UsageError: the day lies in the past.
        ActRefused: it is not approved as the profile asks, or another version came before.
    """
    require(actor, PackActivated.slug)
    row = version_named(proposal)
    folder = laid_out(row.sha256)
    if folder is None:
        raise NotFound
    if begins < today(profile().zone):
        raise UsageError(
            _("A version cannot be put in force for days that are over."),
            why=_("Findings of those days rest on what was in force then."),
            do=_("Name today or a later day."),
            code="packs.past",
        )
    check_files(
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
    )
    act = PackActivated(
        pack=row.pack,
        sha256=Sha256(row.sha256),
        before=Sha256(row.before) if row.before else None,
        in_force_from=begins,
    )
    return record(actor, _office_docket(), act)


def version_named(proposal: str) -> PackVersion:
    """A proposed version as it stands.

    Raises:
        NotFound: there is none of this entry.
    """
    row = office_state().pack_versions.get(EntryId(proposal))
    if row is None:
        raise NotFound
    return row


def _office_docket() -> str:
    return Office.objects.get().docket_id
