"""What the configured rules say on a docket's items, now or on other days; and the snapshot."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from tecum.clock import today
from tecum.docket.acts import DeterminationProposed, FactStated, FindingsTaken
from tecum.docket.acts.decision import FactValue, Found
from tecum.docket.entry import Entry, Label, SubjectRef
from tecum.docket.errors import UnknownReference
from tecum.docket.parts import PackPin
from tecum.docket.persons import persons_of
from tecum.docket.state.model import ItemState, State
from tecum.law import Facts, decide
from tecum.provenance import Sha256
from tecum.triage import ItemFinding
from tecum.triage.findings import questions
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import may, may_see_subjects, require, visible_docket
from tecum.web.docket import states
from tecum.web.docket.basis import facts_of, reading_of
from tecum.web.docket.desk import desk
from tecum.web.docket.record import record
from tecum.web.docket.shelf import keep_packs
from tecum.worded import worded as _

__all__ = ["actions_of", "findings_for", "questions_for", "state_fact", "take_findings"]


def findings_for(
    person: Person, docket_id: str, *, on: date | None = None, known_on: date | None = None
) -> list[ItemFinding]:
    """What the rules say for each live item and action. Records nothing.

    The steps of a finding hold facts, which may be sensitive: they are for those who see
    subjects.

    Args:
        on: The day on which the rules are judged; default today.
        known_on: What was recorded later is not seen; default today.
    """
    docket = visible_docket(person, docket_id)
    found, _ = _findings(docket_id, states.state_of(docket), on, known_on)
    if may_see_subjects(person, docket):
        return found
    return [replace(row, finding=replace(row.finding, trace=())) for row in found]


def questions_for(person: Person, docket_id: str) -> tuple[Mapping[str, Any], ...]:
    """The questions that would settle what is unknown, most settling first."""
    return questions(findings_for(person, docket_id))


def state_fact(
    actor: Person,
    docket_id: str,
    fact: str,
    value: FactValue | None,
    *,
    item: str | None = None,
    subject: str | None = None,
) -> Entry:
    """State a fact that rules ask for; None states that it is unknown.

    Raises:
        UnknownReference: it is about a person, and the demand is about several and not about
            this one.
    """
    spec = desk().packs.facts.get(fact)
    if spec is not None and spec.about == "person":
        subject = _whose(states.state_of(states.docket_for(actor, docket_id)), subject)
    act = FactStated(
        fact=fact,
        value=value,
        item=Label(item) if item else None,
        subject=SubjectRef(subject) if subject else None,
    )
    return record(actor, docket_id, act)


def _whose(state: State, subject: str | None) -> str | None:
    """Of whom a fact is true: it is erased with this person, and said of no other."""
    persons = persons_of(state)
    if subject is None and len(persons) <= 1:
        return next(iter(persons), None)
    if subject in persons:
        return subject
    raise UnknownReference(
        _("This is true of a person, and the demand is about several.")
        if subject is None
        else _("The demand is not about this person."),
        why=_("What one person has agreed to, or has been convicted of, says nothing of another."),
        do=_("Say of which person it is true."),
    )


def take_findings(actor: Person | None, docket_id: str) -> Entry:
    """Keep what the rules say now, as the snapshot that a determination cites.

    Whoever may propose but not take findings has the system take them.

    Raises:
        NotPermitted: the actor may not propose determinations either.
    """
    with transaction.atomic():
        docket = states.docket_for(actor, docket_id)
        if actor is not None and not may(actor, FindingsTaken.slug, docket):
            require(actor, DeterminationProposed.slug, docket)
        found, known = _findings(docket_id, states.state_of(docket), None, None)
        shapes = [row.to_json() for row in found]
        act = FindingsTaken(
            packs=tuple(PackPin(id=name, sha256=Sha256(sha)) for name, sha in desk().packs.digests),
            facts_sha256=_sha256(repr(sorted(known.items()))),
            outcomes=tuple(
                Found(item=Label(row.label), action=row.finding.action, outcome=row.finding.outcome)
                for row in found
            ),
            trace_sha256=_sha256(json.dumps(shapes, sort_keys=True, default=str)),
        )
        keep_packs(desk())
        by = actor if actor is not None and may(actor, act.slug) else None
        return record(by, docket_id, act)


def _findings(
    docket_id: str, state: State, on: date | None, known_on: date | None
) -> tuple[list[ItemFinding], dict[str, Facts]]:
    ready = desk()
    day = today(ready.office.zone)
    reading = reading_of(docket_id, state)
    found: list[ItemFinding] = []
    known: dict[str, Facts] = {}
    for item in state.live_items:
        known[item.label] = facts_of(ready, state, reading, item.label)
        for action in actions_of(state, item):
            finding = decide(
                ready.packs,
                known[item.label],
                action,
                item=item.label,
                on=on or day,
                known_on=known_on or day,
                office=ready.office,
            )
            found.append(ItemFinding(item.label, finding))
    return found, known


def actions_of(state: State, item: ItemState) -> tuple[str, ...]:
    """The actions that an item raises, each once."""
    kind = state.demand.act.kind if state.demand is not None else None
    vocabulary = desk().packs.vocabulary
    words = (item.asked_for.category, *item.asked_for.also)
    return tuple(
        dict.fromkeys(action for word in words for action in vocabulary.actions_for(word, kind))
    )


def _sha256(text: str) -> Sha256:
    return Sha256(hashlib.sha256(text.encode()).hexdigest())
