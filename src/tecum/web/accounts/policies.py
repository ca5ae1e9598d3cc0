"""Who may see and do what: the table of DOCKET 2.1, once, for lists, pages and acts alike.

Access is the conjunction of three named predicates: the role (:func:`has_role`), the matter
(:func:`may_see`) and the state (the guard of the act itself). Lists start from the builders
here; no view filters by hand. What is not visible is not found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import rules
from django.db.models import Exists, OuterRef, Q, QuerySet

from tecum.docket.acts import ACTS
from tecum.docket.entry import DocketKind
from tecum.docket.errors import NotPermitted
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.docket.models import Arrival, Demand, Docket, DocketMember, Entry, Obligation
from tecum.worded import worded as _
from tecum.words import Role

__all__ = [
    "MATRIX",
    "May",
    "has_role",
    "listed",
    "may",
    "may_read",
    "may_run_reports",
    "may_see",
    "may_see_subjects",
    "require",
    "sees_all_subjects",
    "subjects_seen",
    "visible_arrivals",
    "visible_demands",
    "visible_docket",
    "visible_dockets",
    "visible_entries",
    "visible_obligations",
    "visible_to",
]

K, U, C, L, I = (  # noqa: E741 - the letters of the table
    Role.CLERK,
    Role.CUSTODIAN,
    Role.COUNSEL,
    Role.LEAD,
    Role.ISSUING_OFFICER,
)
O = Role.OPERATOR  # noqa: E741
A = Role.POLICY_AUTHOR
_EVERYWHERE = frozenset({K, C, L, Role.AUDITOR})
_SUBJECTS = frozenset({C, L})
_OFFICE = DocketKind.OFFICE.value
_CAMPAIGN = DocketKind.CAMPAIGN.value


@dataclass(frozen=True, slots=True)
class May:
    """Whether somebody may do an act; if not, which roles may."""

    allowed: bool
    role: Role | None
    belongs_to: frozenset[Role]

    def __bool__(self) -> bool:
        return self.allowed


def _group(roles: set[Role], slugs: str) -> dict[str, frozenset[Role]]:
    return dict.fromkeys(slugs.split(), frozenset(roles))


MATRIX: Mapping[str, frozenset[Role]] = {
    # receive, attach, dismiss, confirm, correct
    **_group(
        {K, C, L, I},
        "document-received document-quarantined document-released document-read "
        "document-dismissed document-attached field-confirmed field-corrected "
        "sender-called-back answer-received",
    ),
    # register, link, assign, split items
    **_group(
        {K, C, L, I},
        "demand-registered demand-linked demand-assigned item-split items-merged item-added",
    ),
    # seal, unseal, walls; what is published
    **_group({C, L}, "matter-sealed matter-unsealed visibility-set"),
    # service, delivery, acknowledgment
    **_group(
        {K, C, L, I},
        "service-recorded letter-sent delivery-recorded receipt-acknowledged "
        "non-receipt-stated owed-event-happened",
    ),
    **_group({C, L, I}, "service-disputed receipt-disputed"),
    # clocks: start, set by hand; then toll, extend, working date
    **_group(
        {K, C, L, I},
        "clock-started deadline-recomputed due-date-set duty-opened duty-discharged",
    ),
    **_group(
        {C, L, I},
        "clock-tolled clock-resumed clock-stopped working-date-chosen duty-waived "
        "extension-sought extension-granted extension-refused extension-taken",
    ),
    **_group({K, U, C, L, I}, "fact-stated"),
    # determinations, answer
    **_group({C, L}, "findings-taken determination-approved determination-returned"),
    **_group({K, C, L}, "determination-proposed"),
    **_group({L}, "determination-overridden"),
    **_group({C, L}, "demand-refused objection-served answer-sent"),
    # gather, number, certify; seal a production
    **_group(
        {U, C, L},
        "preservation-started preservation-ended production-opened gathering-assigned "
        "gathering-answered records-certified package-sealed",
    ),
    # draft, send, end, close
    **_group(
        {I, L, C},
        "demand-sent demand-narrowed demand-withdrawn demand-superseded demand-escalated "
        "demand-closed demand-reopened",
    ),
    # orders, proceedings, measures, claims
    **_group(
        {K, C, L, I},
        "escalation-threatened proceeding-opened proceeding-step-taken proceeding-ended "
        "order-entered order-stayed order-ended measure-threatened measure-imposed "
        "measure-lifted event-noted events-joined events-parted question-framed "
        "claim-asserted claim-corrected claim-retracted proposal-accepted proposal-rejected",
    ),
    **_group({K, U, C, L, I}, "note-added corrected"),
    # an office that receives may follow a campaign of another
    **_group(
        {I, K, C, L},
        "campaign-opened recipient-added recipient-excluded recipient-reincluded",
    ),
    **_group({L}, "campaign-approved"),
    **_group({I, L}, "campaign-acted campaign-closed"),
    # erase
    **_group({L, O}, "erased"),
    # people, profile, packs
    **_group(
        {L, O},
        "profile-changed person-added role-changed link-made factors-taken-away"
        " connection-trusted connection-stopped",
    ),
    # what counts as receipt here
    **_group({L}, "service-terms-set"),
    # packs: edit; read and stand for; put in force
    **_group({A}, "pack-proposed"),
    **_group({A, C, L}, "pack-block-reviewed pack-approved pack-returned"),
    **_group({L}, "pack-activated"),
    # a search by name, which is an act of its own
    **_group({K, U, C, L, I}, "name-searched"),
    # what is filed of the office's own reports
    **_group({C, L}, "report-certified report-filed"),
}
"""Slug of an act → roles that may record it on a docket they can see (DOCKET 2.1)."""


_RATHER: Mapping[str, frozenset[Role]] = {
    **_group({L}, "matter-sealed matter-unsealed"),
    **_group({C, L}, "determination-proposed"),
    **_group({I, L}, "campaign-opened recipient-added recipient-excluded recipient-reincluded"),
}
"""Act → the roles that record it without the leave, or the limit, that others of its roles need."""
_OF_THE_OFFICE = frozenset(
    {
        "pack-proposed",
        "pack-block-reviewed",
        "pack-approved",
        "pack-returned",
        "pack-activated",
        "report-certified",
        "report-filed",
        "name-searched",
    }
)
"""Acts on the office's docket by those who need not see the rest of it."""


def has_role(person: Person, *roles: Role) -> bool:
    """Whether somebody holds one of these roles."""
    return person.is_active and not person.roles.isdisjoint(roles)


def visible_to(person: Person, at: str = "") -> Q:
    """The condition under which somebody may know of a row's docket; every list starts here.

    Clerks, counsel, leads and auditors see the whole office; issuing officers what goes out and
    campaigns; custodians what is assigned to them; a walled docket only those who are listed.
    The office's own docket is for those who lead, operate or audit it.

    Args:
        at: The way from the row to its docket, e.g. ``docket__``; empty for a docket.
    """
    open_to = Q(pk__in=[])
    if has_role(person, *_EVERYWHERE):
        open_to |= Q(**{f"{at}walled": False}) & ~Q(**{f"{at}kind": _OFFICE})
    if has_role(person, L, O, Role.AUDITOR):
        open_to |= Q(**{f"{at}kind": _OFFICE})
    if has_role(person, I):
        open_to |= Q(**{f"{at}walled": False, f"{at}demand__direction": "outward"})
        open_to |= Q(**{f"{at}walled": False, f"{at}kind": _CAMPAIGN})
    if has_role(person, K, U, C, L, I):
        open_to |= Q(listed(person, at))
    return open_to


def listed(person: Person, at: str = "") -> Exists:
    """That a row's docket lists somebody: assigned to the person, or walled for the person."""
    return Exists(
        DocketMember.objects.filter(docket_id=OuterRef(f"{at}pk"), person_id=person.public_id)
    )


def visible_dockets(person: Person) -> QuerySet[Docket]:
    """The dockets that somebody may know of."""
    return Docket.objects.filter(visible_to(person))


def visible_docket(person: Person, docket_id: str) -> Docket:
    """One docket.

    Raises:
        NotFound: there is none, or none that this person may know of.
    """
    docket = visible_dockets(person).filter(pk=docket_id).first()
    if docket is None:
        raise NotFound
    return docket


def visible_demands(person: Person) -> QuerySet[Demand]:
    """The demands of the dockets that somebody may know of."""
    return Demand.objects.filter(visible_to(person, "docket__")).select_related("docket")


def visible_arrivals(person: Person) -> QuerySet[Arrival]:
    """The inbox of those who take documents in; auditors read it."""
    return Arrival.objects.filter(visible_to(person, "docket__")).select_related("docket")


def visible_entries(person: Person) -> QuerySet[Entry]:
    """The trail of the dockets that somebody may know of."""
    return Entry.objects.filter(visible_to(person, "docket__"))


def visible_obligations(person: Person) -> QuerySet[Obligation]:
    """What is owed on the dockets that somebody may know of."""
    return Obligation.objects.filter(visible_to(person, "docket__")).select_related(
        "docket", "docket__demand"
    )


def may_see(person: Person, docket: Docket) -> bool:
    """Whether somebody may know of a docket."""
    return visible_dockets(person).filter(pk=docket.pk).exists()


def sees_all_subjects(person: Person) -> bool:
    """Whether somebody sees subjects on every docket that is visible to the person."""
    return has_role(person, *_SUBJECTS)


def may_see_subjects(person: Person, docket: Docket) -> bool:
    """Whether somebody sees the persons a demand names, and what is sensitive about them.

    Counsel and leads within visible matters; clerks, custodians and issuing officers on what
    is assigned to them. Auditors do not.
    """
    if not may_see(person, docket):
        return False
    if has_role(person, *_SUBJECTS):
        return True
    assigned = docket.members.filter(person_id=person.public_id).exists()
    return assigned and has_role(person, K, U, I)


def subjects_seen(person: Person, dockets: Iterable[str]) -> frozenset[str]:
    """The dockets, of many at once, on which somebody sees subjects (:func:`may_see_subjects`)."""
    seen = visible_dockets(person).filter(pk__in=list(dockets))
    if not has_role(person, *_SUBJECTS):
        if not has_role(person, K, U, I):
            return frozenset()
        members = DocketMember.objects.filter(person_id=person.public_id)
        seen = seen.filter(pk__in=members.values("docket_id"))
    return frozenset(seen.values_list("pk", flat=True))


def may_run_reports(person: Person) -> bool:
    """Whether somebody sees the figures of reports; the demands behind them are another matter."""
    return has_role(person, K, C, L, I, A, Role.AUDITOR)


def may_read(person: Person, docket_id: str) -> None:
    """Ask that somebody sees the words of a paper, before they vouch for or rest on them.

    Raises:
        NotFound: the docket is not visible to this person.
        NotPermitted: it is, but the words are hidden from the person.
    """
    if not may_see_subjects(person, visible_docket(person, docket_id)):
        raise NotPermitted(
            _("The words of this paper are hidden from you."),
            why=_("Nobody can vouch for what they have not seen."),
            do=_("Take the paper up first; then its words are shown."),
            code="docket.words-hidden",
        )


def may(person: Person, slug: str, docket: Docket | None = None) -> May:
    """Whether somebody may record an act, by role and by matter; the state is asked later."""
    belongs = _belongs_to(slug)
    held = sorted(belongs & person.roles, key=_order_for(slug))
    visible = docket is None or may_see(person, docket) or _is_theirs(slug, docket)
    if not person.is_active or not held or not visible:
        return May(allowed=False, role=None, belongs_to=belongs)
    return May(allowed=True, role=held[0], belongs_to=belongs)


def _order_for(slug: str) -> Callable[[Role], int]:
    """In which of several roles somebody acts: the first of the table, but one that needs no
    leave before one that does."""
    rather = _RATHER.get(slug, frozenset())
    return sorted(Role, key=lambda role: (role not in rather, list(Role).index(role))).index


def require(
    person: Person,
    slug: str,
    docket: Docket | None = None,
) -> Role:
    """The role in which somebody records an act.

    Raises:
        NotFound: the docket is not visible to this person.
        NotPermitted: it is, but the act belongs to other roles, which are named.
    """
    answer = may(person, slug)
    hidden = docket is not None and not may_see(person, docket)
    if hidden and not (answer and docket is not None and _is_theirs(slug, docket)):
        raise NotFound
    if answer.role is None:
        if not answer.belongs_to:
            raise NotPermitted(_("No role includes this."), act=slug)
        raise NotPermitted(
            _("Your role does not include this. It belongs to: {roles}.",
              roles=tuple(sorted(answer.belongs_to))),
            do=_("Ask somebody in that role."),
            act=slug,
        )  # fmt: skip
    return answer.role


def _is_theirs(slug: str, docket: Docket) -> bool:
    """Whether an act is one of the office's docket that its roles record without seeing it."""
    return slug in _OF_THE_OFFICE and docket.kind == _OFFICE


def _belongs_to(slug: str) -> frozenset[Role]:
    """The roles of the table that the act itself also takes (DOCKET 1.5)."""
    act = ACTS.get(slug)
    return MATRIX.get(slug, frozenset()) & act.recorded_by if act is not None else frozenset()


@rules.predicate
def is_visible(person: Person, docket: Docket) -> bool:
    """The docket may be known to the person."""
    return may_see(person, docket)


@rules.predicate
def has_subject_access(person: Person, docket: Docket) -> bool:
    """The person sees subjects on this docket."""
    return may_see_subjects(person, docket)


rules.add_perm("docket.see", is_visible)
rules.add_perm("docket.see_subjects", has_subject_access)
