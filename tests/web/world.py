"""An office at work: dockets as each kind of reader meets them, for tests of who may."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tecum.docket.acts.arrival import ValueStanding
from tecum.docket.acts.decision import Determined
from tecum.docket.acts.registration import Need
from tecum.docket.entry import EntryId, Label, SubjectRef
from tecum.docket.parts import ItemAsked, SubjectNamed
from tecum.web.accounts.models import Person
from tecum.web.accounts.services import add_person
from tecum.web.demo.paper import pdf
from tecum.web.docket import services
from tecum.web.docket.models import Docket, DocketMember
from tecum.web.docket.selectors import state_for
from tecum.web.intake.jobs import work_all
from tecum.web.intake.selectors import fields_shown
from tecum.web.intake.services import confirm_field, correct_field, receive_document
from tecum.words import Category, Channel, Kind, Role
from tests.web.conftest import Staff
from tests.web.table import STAFF

__all__ = [
    "At",
    "admit",
    "confirm_all",
    "demand_at_work",
    "one_of_each",
    "read_paper",
    "registration",
]


@dataclass(frozen=True)
class At:
    """What a form needs to name on one docket."""

    docket: str
    arrival: str
    reading: str
    proposal: str = ""
    entry: str = ""


def one_of_each(staff: Staff) -> dict[Role, Person]:
    """One person for each role, who holds no other."""
    return {role: add_person(staff.lead, role.value, [role]) for role in STAFF}


def read_paper(staff: Staff, content: bytes | None = None) -> At:
    """A paper that came in and was read; nobody is assigned to it."""
    paper = content or pdf(["EXAMPLE AGENCY", "SUBPOENA", "To: Example County Sheriff"])
    received = receive_document(paper, "s.pdf", Channel.HAND, staff.clerk)
    work_all()
    state = state_for(received.docket)
    assert state is not None
    reading = next(iter(state.readings))
    return At(received.docket, received.entry.id, reading, entry=received.entry.id)


def registration(*, subject: str = "Subject A") -> services.Registration:
    """A demand for two things about one person."""
    texts = (f"Last home address of {subject}", f"Release date of {subject}")
    words = (Category.HOME_ADDRESS, Category.RELEASE_DATE)
    return services.Registration(
        kind=Kind.ADMINISTRATIVE_SUBPOENA,
        issuer="Example Agency",
        recipient="Example County Sheriff",
        judicial=False,
        items=tuple(
            ItemAsked(label=Label(str(n)), text=text, category=word, subject=SubjectRef("s1"))
            for n, (text, word) in enumerate(zip(texts, words, strict=True), 1)
        ),
        subjects=(SubjectNamed(subject=SubjectRef("s1"), name=subject),),
    )


def confirm_all(person: Person, at: At) -> None:
    """Confirm every field that must be; what is not on the page is said to be absent."""
    state = state_for(at.docket)
    assert state is not None
    values = {row.path: row.value for row in fields_shown(person, at.docket)}
    for path in state.readings[EntryId(at.reading)].unconfirmed:
        if values.get(path) is None:
            correct_field(person, at.docket, at.reading, path, standing=ValueStanding.ABSENT)
        else:
            confirm_field(person, at.docket, at.reading, path)


def demand_at_work(staff: Staff, *, walled: bool = False) -> At:
    """A registered demand: item 2 may be answered, item 1 waits for a second person."""
    at = read_paper(staff)
    confirm_all(staff.counsel, at)
    services.register_demand(staff.counsel, at.docket, registration())
    services.take_findings(staff.counsel, at.docket)
    for item in ("2", "1"):
        proposed = services.propose_determination(
            staff.counsel, at.docket, [item], Determined.WITHHOLD, reason="See the memorandum"
        )
        if item == "2":
            services.approve_determination(staff.counsel_b, at.docket, proposed.id)
    Docket.objects.filter(pk=at.docket).update(walled=walled)
    return replace(at, proposal=proposed.id)


def admit(person: Person, at: At) -> None:
    """Let a docket list this person, as an assignment does."""
    DocketMember.objects.create(
        docket_id=at.docket, person_id=person.public_id, need=Need.READ.value
    )
