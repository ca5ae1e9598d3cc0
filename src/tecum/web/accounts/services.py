"""Let people in: first run, invitations, one-time links, roles."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tecum.clock import now
from tecum.docket.acts import (
    FactorsTakenAway,
    LinkMade,
    PersonAdded,
    ProfileChanged,
    RoleChanged,
)
from tecum.docket.entry import DocketKind, PersonId
from tecum.docket.errors import NotPermitted
from tecum.errors import UsageError
from tecum.office import office_from
from tecum.web.accounts import codes
from tecum.web.accounts.errors import SignInRefused
from tecum.web.accounts.fresh import has_factor
from tecum.web.accounts.models import Office, Person, PersonRole, SignInLink
from tecum.web.docket.record import record
from tecum.web.ledger.log import create_log
from tecum.words import Role

__all__ = [
    "add_person",
    "change_profile",
    "end_sessions",
    "forget_factors",
    "found_office",
    "invite",
    "link_for",
    "make_link",
    "new_browser_secret",
    "open_link",
    "redeem_link",
    "secret_hash",
    "set_roles",
    "set_up_office",
    "start_anew",
]

LINK_LIFE = timedelta(minutes=60)
FIRST = (Role.LEAD, Role.OPERATOR, Role.COUNSEL, Role.CLERK)
"""What the first person of an office holds: one person may do everything but approve alone."""


def make_link(purpose: str, person: Person | None = None) -> str:
    """Make a one-time link and give its token, which is kept nowhere."""
    token = secrets.token_urlsafe(32)
    SignInLink.objects.create(
        token_sha256=secret_hash(token),
        purpose=purpose,
        person=person,
        made_at=now(),
        expires_at=now() + LINK_LIFE,
    )
    return token


def new_browser_secret() -> str:
    """A secret for a cookie, by which a link knows the browser that opened it first."""
    return secrets.token_urlsafe(32)


def open_link(token: str, browser: str) -> SignInLink:
    """Open a link in a browser, which binds it to that browser. Lets nobody in yet.

    Raises:
        SignInRefused: unknown, used, expired, or first opened in another browser.
    """
    with transaction.atomic():
        link = (
            SignInLink.objects.select_for_update().filter(token_sha256=secret_hash(token)).first()
        )
        if link is None:
            raise SignInRefused(
                _("This link is not known here."),
                do=_("Ask for a new one, or copy the whole address."),
                code="signin.unknown",
            )
        if link.used_at is not None:
            raise SignInRefused(
                _("This link was used before. It works once."),
                why=_("A link that works twice could be used by whoever finds it."),
                do=_("Ask for a new one."),
                code="signin.used",
            )
        if link.expires_at <= now():
            raise SignInRefused(
                _("This link has expired. It works for 60 minutes."),
                do=_("Ask for a new one."),
                code="signin.expired",
            )
        if not link.browser_sha256:
            link.browser_sha256 = secret_hash(browser)
            link.save(update_fields=["browser_sha256"])
        elif not hmac.compare_digest(link.browser_sha256, secret_hash(browser)):
            raise SignInRefused(
                _("This link was first opened in another browser."),
                why=_("It is bound to the browser that opens it first."),
                do=_("Go on in that browser, or ask for a new link."),
                code="signin.other-browser",
            )
    return link


@transaction.atomic
def redeem_link(token: str, browser: str, code: str = "") -> Person:
    """Use up a link of an existing person and give the person to sign in.

    Args:
        code: What the person's authenticator program shows, or a recovery code, where the person
            has a program or a passkey; a link alone lets such a person not in.

    Raises:
        SignInRefused: as :func:`open_link`; the person no longer works here; or the code does
            not count, and the link stays as it is.
    """
    link = open_link(token, browser)
    if link.person is None or not link.person.is_active:
        raise SignInRefused(_("This link lets nobody in."), code="signin.nobody")
    if has_factor(link.person) and not codes.is_right(link.person, code):
        raise SignInRefused(
            _("This code does not count."),
            why=_("It was mistyped, is too old, or was used before."),
            do=_("Wait for the next code of the program, or use a recovery code."),
            code="signin.code",
        )
    _use(link)
    return link.person


@transaction.atomic
def set_up_office(token: str, browser: str, profile: Mapping[str, Any], lead_name: str) -> Person:
    """First run: name the office and make its first person, who may do what one person may.

    Args:
        profile: The keys of ``office.toml``; at least ``name`` and ``zone``.
        lead_name: How the first lead is called.

    Raises:
        SignInRefused: the link is not the first-run link, or does not open.
        DataUnusable: an unknown key or bad value of the profile.
    """
    link = open_link(token, browser)
    if link.purpose != SignInLink.FIRST_RUN or Office.objects.exists():
        raise SignInRefused(_("An office has been set up here already."), code="signin.set-up")
    lead = found_office(profile, lead_name)
    _use(link)
    return lead


@transaction.atomic
def found_office(profile: Mapping[str, Any], lead_name: str, *, demo: bool = False) -> Person:
    """Make the office, its log and its first lead; the office's docket opens with them.

    Raises:
        DataUnusable: an unknown key or bad value of the profile.
    """
    typed = office_from(profile)
    office = Office.objects.create(
        name=typed.name, zone=typed.zone, profile=dict(profile), demo=demo, created_at=now()
    )
    create_log(typed.name, next(iter(typed.mail.domains), None))
    lead = _person(lead_name, (Role.LEAD, Role.OPERATOR) if demo else FIRST)
    for key in sorted(profile):
        act = ProfileChanged(key=key, before=None, after=_as_text(profile[key]))
        record(lead, office.docket_id, act, opens=DocketKind.OFFICE)
    _added(lead, lead)
    return lead


@transaction.atomic
def change_profile(actor: Person, changes: Mapping[str, Any]) -> None:
    """Change settings of the office's profile; each change is an entry with before and after.

    Raises:
        NotPermitted: the actor neither leads nor operates.
        DataUnusable: an unknown key or bad value; nothing is changed.
    """
    office = Office.objects.select_for_update().get()
    after = {**office.profile, **changes}
    typed = office_from(after)
    for key in sorted(changes):
        if changes[key] != office.profile.get(key):
            before = _as_text(office.profile[key]) if key in office.profile else None
            act = ProfileChanged(key=key, before=before, after=_as_text(changes[key]))
            record(actor, office.docket_id, act)
    office.profile, office.name, office.zone = after, typed.name, typed.zone
    office.save()


@transaction.atomic
def add_person(actor: Person, name: str, roles: Iterable[Role], email: str | None = None) -> Person:
    """Add a person with these roles.

    Raises:
        NotPermitted: the actor neither leads nor operates.
    """
    _must_manage(actor)
    person = _person(name, roles, email)
    _added(actor, person)
    return person


@transaction.atomic
def invite(actor: Person, name: str, roles: Iterable[Role], email: str | None = None) -> str:
    """Add a person and give the token of the invitation link.

    Raises:
        NotPermitted: the actor neither leads nor operates.
    """
    return make_link(SignInLink.INVITATION, add_person(actor, name, roles, email))


@transaction.atomic
def set_roles(actor: Person, person: Person, roles: Iterable[Role]) -> None:
    """Change a person's roles; ends that person's sessions. The last lead stays.

    Raises:
        NotPermitted: the actor neither leads nor operates, or nobody would lead.
    """
    _must_manage(actor)
    office = Office.objects.select_for_update().get()
    wanted = set(roles)
    others = PersonRole.objects.filter(role=Role.LEAD, person__is_active=True)
    if Role.LEAD not in wanted and not others.exclude(person=person).exists():
        raise NotPermitted(
            _("The last lead cannot be removed."),
            why=_("Nobody could approve, override or appoint."),
            do=_("Make somebody else a lead first."),
            code="people.last-lead",
        )
    act = RoleChanged(
        person=PersonId(person.public_id),
        before=tuple(sorted(person.roles)),
        after=tuple(sorted(wanted)),
    )
    record(actor, office.docket_id, act)
    person.held_roles.exclude(role__in=wanted).delete()
    for role in wanted - set(person.held_roles.values_list("role", flat=True)):
        PersonRole.objects.create(person=person, role=role)
    end_sessions(person)
    person.__dict__.pop("_roles", None)


def link_for(actor: Person, person: Person) -> str:
    """Make a one-time link for somebody who works here already; its token.

    That it was made, by whom and for whom, is recorded.

    Raises:
        NotPermitted: the actor neither leads nor operates.
    """
    _must_manage(actor)
    record(actor, Office.objects.get().docket_id, LinkMade(person=PersonId(person.public_id)))
    return make_link(SignInLink.SIGN_IN, person)


def forget_factors(actor: Person, person: Person) -> None:
    """Take away the passkeys and codes of somebody who lost them, and end their sessions.

    It is recorded: whoever takes them away could let themselves in under that name.

    Raises:
        NotPermitted: the actor neither leads nor operates, or it is the actor's own.
    """
    _must_manage(actor)
    if actor == person:
        raise NotPermitted(
            _("Your own passkeys and codes are on your own page."),
            why=_("Whoever finds an open session must not be able to take them away unasked."),
            do=_("Open your own page and show first who is there."),
            code="people.own-factors",
        )
    _take_away(actor, person)


def start_anew(person: Person) -> None:
    """Take away the factors of somebody who has lost them and stands at the machine itself.

    Whoever may read the data folder may do everything; that it was done is recorded.
    """
    _take_away(person, person)


@transaction.atomic
def _take_away(actor: Person, person: Person) -> None:
    record(
        actor, Office.objects.get().docket_id, FactorsTakenAway(person=PersonId(person.public_id))
    )
    person.passkeys.all().delete()
    codes.remove(person)
    person.recovery_codes.all().delete()
    end_sessions(person)


def end_sessions(person: Person) -> None:
    """End every session of a person."""
    person.session_epoch += 1
    person.save(update_fields=["session_epoch"])


def _person(name: str, roles: Iterable[Role], email: str | None = None) -> Person:
    if not name.strip():
        raise UsageError(_("A person needs a name."), code="people.name")
    person = Person.objects.create(name=name.strip(), email=email or None, created_at=now())
    PersonRole.objects.bulk_create(PersonRole(person=person, role=role) for role in set(roles))
    return person


def _added(actor: Person, person: Person) -> None:
    act = PersonAdded(
        person=PersonId(person.public_id), name=person.name, roles=tuple(sorted(person.roles))
    )
    record(actor, Office.objects.get().docket_id, act)


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, sort_keys=True, default=str)


def _must_manage(actor: Person) -> None:
    if not actor.roles & {Role.LEAD, Role.OPERATOR}:
        raise NotPermitted(_("Only a lead or the operator manages people."), code="people.manage")


def _use(link: SignInLink) -> None:
    link.used_at = now()
    link.save(update_fields=["used_at"])


def secret_hash(secret: str) -> str:
    """How a secret is kept that is long and was made by chance: a link's, an address's."""
    return hashlib.sha256(secret.encode()).hexdigest()
