"""A version of a pack on its way: proposed, reviewed, approved, in force; and its effect."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from tecum.clock import today
from tecum.docket.acts import FindingsTaken
from tecum.docket.errors import NotDraft, NotPermitted, SamePerson, StalePreview
from tecum.errors import CheckFailed, DataUnusable, TecumError, UsageError
from tecum.law.column_files import best_evaluator
from tecum.law.errors import PackRefused
from tecum.law.replay import Change, replay
from tecum.law.signature import SignatureStanding
from tecum.ledger.log import make_key
from tecum.pack_notes import PackSignatureBad, sign_pack
from tecum.packs_folder import packs_folder
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.services import add_person, change_profile
from tecum.web.docket import services as docket
from tecum.web.docket.desk import desk, forget, office_state
from tecum.web.docket.findings import findings_for
from tecum.web.docket.models import Docket, Entry, KeptLaw
from tecum.web.docket.replaying import docket_rows
from tecum.web.docket.selectors import state_for
from tecum.web.packs import effects, selectors, services
from tecum.web.packs.archive import files_in
from tecum.web.packs.models import Effect
from tecum.words import Review, Role
from tests.web.browsing import signed_in
from tests.web.conftest import Staff
from tests.web.world import demand_at_work

pytestmark = pytest.mark.django_db
LAW = "law/crs-24-74.md"
RULE = "must not: share_personal_information"


@pytest.fixture(autouse=True)
def _packs_anew() -> None:
    forget()


@pytest.fixture
def author(staff: Staff) -> Person:
    return add_person(staff.lead, "Policy author", [Role.POLICY_AUTHOR])


@pytest.fixture
def strict(staff: Staff) -> Staff:
    """An office with the invented strict policy."""
    change_profile(staff.lead, {"packs": ["example-strict"]})
    return staff


def shipped(name: str = "example-strict") -> dict[str, bytes]:
    folder = packs_folder() / name
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def narrowed() -> dict[str, bytes]:
    """The strict policy without its prohibition on release dates; its cases still hold."""
    files = shipped()
    law = files["law/policy.md"].decode()
    changed = law.replace(
        "must not: share_status, share_release_date, ", "must not: share_status, "
    )
    assert changed != law
    return {**files, "law/policy.md": changed.encode()}


def proposed(author: Person) -> str:
    return services.propose_version(author, narrowed(), "The council decided.").id


def in_force(staff: Staff, author: Person, begins: date | None = None) -> str:
    ref = proposed(author)
    services.approve_version(staff.counsel, ref, Role.COUNSEL)
    services.approve_version(staff.lead, ref, Role.LEAD)
    services.activate_version(staff.lead, ref, begins or today("America/Denver"))
    return office_state().pack_versions[ref].sha256  # type: ignore[index]


def acting(name: str = "example-strict") -> str:
    return dict(desk().packs.digests)[name]


# --- from a proposal to a version in force -------------------------------------------------


def test_a_version_acts_once_two_roles_approved_it_and_from_its_day_on(
    strict: Staff, author: Person
) -> None:
    before = acting()
    ref = proposed(author)
    assert acting() == before
    with pytest.raises(NotDraft):
        services.activate_version(strict.lead, ref, today("America/Denver"))
    services.approve_version(strict.counsel, ref, Role.COUNSEL)
    services.approve_version(strict.lead, ref, Role.LEAD)
    assert acting() == before
    services.activate_version(strict.lead, ref, today("America/Denver"))
    new = office_state().pack_versions[ref].sha256  # type: ignore[index]
    assert acting() == new != before


def test_a_later_day_is_waited_for(
    strict: Staff, author: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = acting()
    day = today("America/Denver") + timedelta(days=3)
    new = in_force(strict, author, day)
    assert acting() == before
    monkeypatch.setattr("tecum.web.docket.desk.today", lambda zone: day)
    assert acting() == new


def test_nothing_is_put_in_force_for_days_that_are_over(strict: Staff, author: Person) -> None:
    ref = proposed(author)
    with pytest.raises(UsageError):
        services.activate_version(strict.lead, ref, date(2020, 1, 1))


def test_only_whose_it_is_proposes_approves_and_puts_in_force(
    strict: Staff, author: Person
) -> None:
    for person in (strict.lead, strict.clerk, strict.auditor):
        with pytest.raises(NotPermitted):
            services.propose_version(person, narrowed(), "")
    ref = proposed(author)
    with pytest.raises(SamePerson):
        services.approve_version(author, ref, Role.POLICY_AUTHOR)
    for person in (strict.clerk, strict.auditor, strict.operator):
        with pytest.raises((NotPermitted, NotFound)):
            services.approve_version(person, ref, Role.COUNSEL)
    with pytest.raises(NotPermitted):
        services.approve_version(strict.counsel, ref, Role.LEAD)
    with pytest.raises((NotPermitted, NotFound)):
        services.activate_version(strict.counsel, ref, today("America/Denver"))


def test_failing_checks_and_cases_are_never_proposed(strict: Staff, author: Person) -> None:
    files = narrowed()
    broken = {**files, "law/policy.md": files["law/policy.md"].replace(b"must not:", b"must nt:")}
    with pytest.raises(PackRefused) as refused:
        services.propose_version(author, broken, "")
    assert any(problem.code == "P101" for problem in refused.value.problems)
    contradicted = {
        **files,
        "law/policy.md": files["law/policy.md"].replace(b", share_personal_information", b"", 1),
    }
    with pytest.raises(CheckFailed) as failed:
        services.propose_version(author, contradicted, "")
    assert "agency (must_not, got silent)" in failed.value.what
    assert not office_state().pack_versions


def test_a_badly_signed_version_is_not_proposed(
    strict: Staff, author: Person, tmp_path: Path
) -> None:
    key = make_key("example.org/counsel", seed=b"\x01" * 32)
    acts = next(pack for pack in desk().packs.packs if pack.id == "example-strict")
    with pytest.raises(PackSignatureBad):
        services.propose_version(author, {**narrowed(), "pack.sig": sign_pack(acts, key)}, "")
    change_profile(strict.lead, {"pack_keys": [key.key.vkey]})
    checked = services.check_files(narrowed())
    note = sign_pack(replace(acts, sha256=checked.sha256), key)
    ref = services.propose_version(author, {**narrowed(), "pack.sig": note}, "").id
    page = selectors.proposal_page(strict.counsel, ref)
    assert page.signature.standing is SignatureStanding.SIGNED


def test_a_version_given_back_is_not_approved_and_may_be_proposed_again(
    strict: Staff, author: Person
) -> None:
    ref = proposed(author)
    services.return_version(strict.counsel, ref, "One case is missing.")
    with pytest.raises(StalePreview):
        services.approve_version(strict.lead, ref, Role.LEAD)
    page = selectors.proposal_page(author, ref)
    assert page.returned == ("Counsel A", "One case is missing.")
    assert proposed(author) != ref


def test_an_office_may_let_only_approved_versions_act(strict: Staff, author: Person) -> None:
    change_profile(strict.lead, {"packs_approved": True})
    assert desk().packs.packs == ()
    new = in_force(strict, author)
    assert dict(desk().packs.digests) == {"example-strict": new}


def test_a_version_that_was_in_force_is_read_for_ever(strict: Staff, author: Person) -> None:
    at = demand_at_work(strict)
    first = acting()
    taken = next(
        entry.act
        for entry in state_for(at.docket).entries.values()  # type: ignore[union-attr]
        if isinstance(entry.act, FindingsTaken)
    )
    assert [(pin.id, pin.sha256) for pin in taken.packs] == [("example-strict", first)]
    assert KeptLaw.objects.filter(pk=first).exists()
    second = in_force(strict, author)
    docket.take_findings(strict.counsel, at.docket)
    stamped = [
        entry.act.packs[0].sha256
        for entry in state_for(at.docket).entries.values()  # type: ignore[union-attr]
        if isinstance(entry.act, FindingsTaken)
    ]
    assert (stamped[0], stamped[-1]) == (first, second)
    old, _packs = selectors.version_of("example-strict", first)
    assert old.sha256 == first
    page = signed_in(strict.clerk).get(reverse("packs:version", args=["example-strict", first]))
    assert page.status_code == 200
    assert b"This version does not act" in page.content
    for name, digest in (("us-co", first), ("example-strict", "0" * 64)):
        with pytest.raises(NotFound):
            selectors.version_of(name, digest)


# --- reviews -------------------------------------------------------------------------------


def test_a_review_is_an_act_that_counts_while_the_text_stands(
    strict: Staff, author: Person
) -> None:
    pack = selectors.pack_acting("example-strict")[0]
    assert pack.reviewed_blocks == 0
    for block in pack.blocks:
        services.review_block(strict.counsel, pack, block.sha256, "City Attorney", "As read.")
    after = selectors.pack_acting("example-strict")[0]
    assert after.review is Review.REVIEWED
    row = after.standings[0].row
    assert row is not None
    assert (row.by, row.capacity, row.note) == ("Counsel A", "City Attorney", "As read.")
    in_force(strict, author)
    edited = selectors.pack_acting("example-strict")[0]
    lapsed = [row.block.id for row in edited.standings if row.standing == "lapsed"]
    assert lapsed == ["strict-1"]
    assert edited.reviewed_blocks == len(edited.blocks) - 1


def test_a_review_states_its_capacity_and_its_block(strict: Staff) -> None:
    pack = selectors.pack_acting("example-strict")[0]
    with pytest.raises(UsageError):
        services.review_block(strict.counsel, pack, pack.blocks[0].sha256, "  ")
    with pytest.raises(NotFound):
        services.review_block(strict.counsel, pack, "0" * 64, "City Attorney")
    with pytest.raises(NotPermitted):
        services.review_block(strict.clerk, pack, pack.blocks[0].sha256, "Clerk")


# --- the effect on the docket --------------------------------------------------------------


def test_the_effect_is_the_full_replay_and_records_nothing(strict: Staff, author: Person) -> None:
    at = demand_at_work(strict)
    ref = proposed(author)
    entries = Entry.objects.count()
    effect = effects.begin(ref)
    assert (effect.state, effect.total) == (Effect.RUNNING, 1)
    effects.work_all()
    effect.refresh_from_db()
    assert (effect.state, effect.done) == (Effect.DONE, 1)
    assert Entry.objects.count() == entries
    packs, asked, office = docket_rows(on=effect.on, known_on=effect.on)
    folder = effects.proposed_pack(ref, packs)[0].folder
    whole = replay(best_evaluator(), packs, asked, [Change("pack", str(folder))], office)
    assert whole.differing == len(effect.rows) > 0
    assert effect.asked == whole.total
    now = {(f.label, f.finding.action): f.finding for f in findings_for(strict.lead, at.docket)}
    for docket_id, label, action, before, after in effect.rows:
        assert docket_id == at.docket
        assert before != after
        said = sorted(now[label, action].possible)
        assert before == (said[0] if len(said) == 1 else f"unknown:{'|'.join(said)}")
        ((old, new, _before, _after),) = [
            row
            for row in effects.both_findings(strict.counsel, effect, docket_id, label)
            if row[0].action == action
        ]
        assert old.outcome == now[label, action].outcome
        assert sorted(old.possible) != sorted(new.possible)


def test_it_can_be_stopped_gone_on_with_and_begun_anew(strict: Staff, author: Person) -> None:
    demand_at_work(strict)
    ref = proposed(author)
    effects.begin(ref)
    effects.stop(ref)
    assert not effects.work_one()
    stopped = effects.effect_of(ref)
    assert stopped is not None
    assert (stopped.state, stopped.done) == (Effect.STOPPED, 0)
    again = effects.begin(ref)
    assert again.pk == stopped.pk
    effects.work_all()
    assert effects.begin(ref).state == Effect.DONE
    other = effects.begin(ref, date(2021, 1, 1))
    assert other.pk != again.pk
    effects.work_all()
    assert effects.is_current(again)
    change_profile(strict.lead, {"packs": ["example-strict", "us-co"]})
    assert not effects.is_current(again)
    assert effects.begin(ref).pk != again.pk


def test_what_is_hidden_from_a_reader_is_not_counted_for_them(
    strict: Staff, author: Person
) -> None:
    plain, walled = demand_at_work(strict), demand_at_work(strict, walled=True)
    ref = proposed(author)
    effect = effects.begin(ref)
    begun = effects.seen_by(author, effect)
    assert (begun.done, begun.total) == (0, 1)
    effects.work_all()
    effect.refresh_from_db()
    assert {row[0] for row in effect.rows} == {plain.docket, walled.docket}
    for person in (author, strict.counsel):
        ended = effects.seen_by(person, effect)
        assert (ended.done, ended.total) == (1, 1)
    of_counsel = effects.seen_by(strict.counsel, effect)
    rows = [row for _b, _a, rows in of_counsel.groups for row in rows]
    assert {row.docket for row in rows} == {plain.docket}
    assert of_counsel.count == len(rows)
    of_author = effects.seen_by(author, effect)
    shown = [row for _b, _a, rows in of_author.groups for row in rows]
    assert len(shown) == len(rows)
    assert {row.docket for row in shown} == {""}
    assert {row.number for row in shown} == {row.number for row in rows}
    assert effects.seen_by(strict.custodian, effect).count == 0
    for person, at in ((author, plain), (strict.counsel, walled), (strict.auditor, plain)):
        with pytest.raises(NotFound):
            effects.both_findings(person, effect, at.docket, "1")


def test_the_pages_of_an_effect_hide_what_its_reader_may_not_see(
    strict: Staff, author: Person
) -> None:
    at = demand_at_work(strict)
    ref = proposed(author)
    page = reverse("packs:proposal", args=[ref])
    client = signed_in(author)
    begun = client.post(reverse("packs:effect", args=[ref]), {})
    assert begun.status_code == 302
    running = client.get(page).content.decode()
    assert 'http-equiv="refresh"' in running
    assert "0 of 1 demands are worked out" in running
    effects.work_all()
    done = client.get(page).content.decode()
    assert "refresh" not in done
    assert "Subject A" not in done
    assert at.docket not in done
    number = Docket.objects.get(pk=at.docket).demand.number
    assert number in done
    row = reverse("packs:effect-row", args=[ref, at.docket, "2"])
    assert client.get(row).status_code == 404
    seen = signed_in(strict.counsel)
    assert at.docket in seen.get(page).content.decode()
    both = seen.get(row).content.decode()
    assert "By what is in force" in both
    assert "By the proposed version" in both


# --- the pages -----------------------------------------------------------------------------


def test_the_whole_way_is_walked_on_the_pages(strict: Staff, author: Person) -> None:
    writer = signed_in(author)
    edit = reverse("packs:edit", args=["example-strict"])
    assert b"must not: share_status, share_release_date" in writer.get(edit).content
    law = narrowed()["law/policy.md"].decode()
    form = {"file": "law/policy.md", "text:law/policy.md": law.replace("\n", "\r\n")}
    answer = writer.post(edit, {**form, "reason": "The council decided."})
    assert answer.status_code == 302
    page = answer["Location"]
    ref = page.rsplit("/", 1)[-1]
    text = writer.get(page).content.decode()
    assert "You proposed this" in text
    assert "Approve" not in text
    assert "It has another effect, or bears on other actions." in text
    lead, counsel = signed_in(strict.lead), signed_in(strict.counsel)
    assert "Approve as counsel" in counsel.get(page).content.decode()
    counsel.post(reverse("packs:approve", args=[ref]), {"role": "counsel"})
    assert "Put in force" not in lead.get(page).content.decode()
    pack = selectors.proposal_page(strict.lead, ref).new
    review = {
        "version": pack.sha256,
        "block": [pack.blocks[0].sha256, pack.blocks[1].sha256],
        "capacity": "City Attorney",
    }
    reviewed = counsel.post(reverse("packs:review", args=["example-strict"]), review)
    assert reviewed.status_code == 302
    assert f"2 of {len(pack.blocks)} blocks" in lead.get(page).content.decode()
    lead.post(reverse("packs:approve", args=[ref]), {"role": "lead"})
    assert "Put in force" in lead.get(page).content.decode()
    lead.post(reverse("packs:activate", args=[ref]), {"on": str(today("America/Denver"))})
    listed = writer.get(reverse("packs:list")).content.decode()
    assert "since" in listed
    assert pack.sha256[:16] in listed
    assert "put in force" in writer.get(page).content.decode()


def test_what_was_typed_is_kept_where_it_is_refused(strict: Staff, author: Person) -> None:
    edit = reverse("packs:edit", args=["example-strict"])
    law = "# Nothing\n\n## a  A\n```rule\nwords of mine\n```\n"
    form = {"file": "law/policy.md", "text:law/policy.md": law}
    answer = signed_in(author).post(edit, {**form, "reason": "because of this"})
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "words of mine" in text
    assert "because of this" in text
    assert "P101" in text


def test_a_whole_pack_comes_as_a_zip_file(strict: Staff, author: Person) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in narrowed().items():
            archive.writestr(f"example-strict/{name}", content)
    assert files_in(held.getvalue()) == narrowed()
    held.seek(0)
    held.name = "pack.zip"
    answer = signed_in(author).post(
        reverse("packs:propose"), {"archive": held, "reason": "Brought in."}
    )
    assert answer.status_code == 302
    assert "/packs/proposed/" in answer["Location"]


@pytest.mark.parametrize(
    "names", [["../pack.toml"], ["/pack.toml"], ["c:/pack.toml"], ["law/a.md"], []]
)
def test_an_archive_that_is_no_pack_is_refused(names: list[str]) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    with pytest.raises(DataUnusable):
        files_in(held.getvalue())


def test_an_archive_that_is_too_large_or_no_archive_is_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pack.toml", b"0" * (9 << 20))
    for content in (held.getvalue(), b"no archive", b""):
        with pytest.raises(DataUnusable):
            files_in(content)


def test_an_id_that_leads_elsewhere_is_refused(strict: Staff, author: Person) -> None:
    for name in ("../x", "", "a/b", "a b"):
        files = {"pack.toml": f'id = "{name}"\n'.encode()}
        with pytest.raises(TecumError):
            services.propose_version(author, files, "")


def test_a_new_pack_is_proposed_and_joins_the_others(strict: Staff, author: Person) -> None:
    files = {
        path: content.replace(b'id = "example-permissive"', b'id = "ours"')
        for path, content in shipped("example-permissive").items()
    }
    files["law/policy.md"] = files["law/policy.md"].replace(b"permissive-", b"ours-")
    ref = services.propose_version(author, files, "Our own.").id
    page = selectors.proposal_page(strict.counsel, ref)
    assert page.difference is None
    rows = {row.pack.id: row for row in selectors.pack_rows()}
    assert not rows["ours"].acts
    services.approve_version(strict.counsel, ref, Role.COUNSEL)
    services.approve_version(strict.lead, ref, Role.LEAD)
    services.activate_version(strict.lead, ref, today("America/Denver"))
    assert {"ours", "example-strict"} <= set(dict(desk().packs.digests))
