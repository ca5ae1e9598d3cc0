"""Seven real tasks, one for each thing that the product is for, on the docket of the demonstration.

Whether a task is done is asked of the docket: has a visitor recorded its act since the
demonstration's own stories were told? A click on the tour itself counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from tecum.web.accounts.models import Person
from tecum.web.accounts.selectors import first_in
from tecum.web.docket.models import Arrival, Demand, Entry
from tecum.web.home import write_durably
from tecum.web.ledger.models import Statement
from tecum.words import Role

__all__ = ["RESTS", "Progress", "Step", "has_beginning", "keep_beginning", "progress", "steps"]

BEGINNING = "told-until"
RESTS = "tour_rests"
"""The cookie of somebody who left the tour; sessions change with the role, and this does not."""
_REGISTERED = "demand-registered"
_STARTED = "clock-started"
_PROPOSED = "determination-proposed"
_APPROVED = "determination-approved"
_ANSWERED = "answer-sent"
_SERVED = "service-recorded"
_PUBLISHED = "visibility-set"
_ORDER = (_REGISTERED, _STARTED, _PROPOSED, _APPROVED, _ANSWERED, _SERVED, _PUBLISHED)
"""The act by which each task is known to be done, in the order of the tour."""


@dataclass(frozen=True, slots=True)
class Step:
    """One task.

    Attributes:
        pillar: What of the product it shows, in a word or two.
        url: The page where it is done.
        person: Who does it; the visitor takes that role.
        waits: The task that comes first, where this one needs it.
    """

    number: int
    pillar: str
    title: str
    task: str
    url: str
    person: Person | None
    is_done: bool
    waits: int | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody has come: what is done, and the title of what is next."""

    done: int
    all: int
    number: int
    title: str

    @property
    def is_over(self) -> bool:
        """Whether every task is done."""
        return self.done == self.all


@dataclass(frozen=True, slots=True)
class _Task:
    slug: str
    pillar: str
    title: str
    task: str
    role: Role


def keep_beginning() -> None:
    """Keep up to which statement the demonstration tells its own stories."""
    last = Statement.objects.aggregate(last=Max("number"))["last"] or 0
    write_durably(settings.HOME.root / BEGINNING, f"{last}\n".encode())


def has_beginning() -> bool:
    """Whether that is kept."""
    return bool((settings.HOME.root / BEGINNING).exists())


def progress() -> Progress:
    """How far the tour has come, for the bar of every page."""
    slugs = {slug for slug, _docket in _recorded()}
    tasks = _tasks()
    left = [n for n, task in enumerate(tasks, 1) if task.slug not in slugs]
    number = left[0] if left else len(tasks)
    return Progress(len(tasks) - len(left), len(tasks), number, tasks[number - 1].title)


def steps() -> list[Step]:
    """Every task with its page, and whether the docket says that it is done."""
    recorded = _recorded()
    done = {slug for slug, _docket in recorded}
    own = next((docket for slug, docket in recorded if slug == _REGISTERED), None)
    urls = _urls(own)
    found = []
    for number, task in enumerate(_tasks(), 1):
        before = _before(task.slug)
        waits = before if before and _ORDER[before - 1] not in done else None
        found.append(
            Step(
                number=number,
                pillar=task.pillar,
                title=task.title,
                task=task.task,
                url=urls[task.slug],
                person=first_in(task.role),
                is_done=task.slug in done,
                waits=waits,
            )
        )
    return found


def _before(slug: str) -> int | None:
    """The number of the task that must be done first: the first five follow one demand."""
    at = _ORDER.index(slug)
    return at if 0 < at < _ORDER.index(_SERVED) else None


def _recorded() -> list[tuple[str, str]]:
    """Acts of the tour that persons have recorded since it began, with their dockets."""
    try:
        told = int((settings.HOME.root / BEGINNING).read_text("utf-8"))
    except (OSError, ValueError):
        return []
    since = Statement.objects.filter(number__gt=told).values("entry_id")
    rows = Entry.objects.filter(pk__in=since, slug__in=_ORDER).exclude(person_id="")
    return [*rows.order_by("recorded_at", "seq").values_list("slug", "docket_id")]


def _urls(own: str | None) -> dict[str, str]:
    """Where each task is done; those on the visitor's own demand lead to it once it is there."""
    inbox = reverse("intake:inbox")
    on_own = {
        slug: reverse(f"docket:{tab}", args=[own]) if own else inbox
        for slug, tab in ((_STARTED, "dates"), (_PROPOSED, "items"), (_ANSWERED, "answer"))
    }
    return {
        _REGISTERED: _waiting() or inbox,
        **on_own,
        _APPROVED: reverse("docket:approvals"),
        _SERVED: _page_of(_served(), "dates"),
        _PUBLISHED: _page_of(_answered(), "publishing"),
    }


def _waiting() -> str | None:
    """The page of the document that waits, where exactly one does."""
    rows = Arrival.objects.filter(waits=True).values_list("docket_id", flat=True)[:2]
    return reverse("docket:page", args=[rows[0]]) if len(rows) == 1 else None


def _served() -> Demand | None:
    """The open demand due first of those that say how they were served."""
    return _first(
        Demand.objects.filter(
            state="open", docket__walled=False, docket__entries__slug=_SERVED
        ).order_by("next_on", "number")
    )


def _answered() -> Demand | None:
    """The earliest demand that was answered."""
    return _first(
        Demand.objects.filter(docket__walled=False, docket__entries__slug=_ANSWERED).order_by(
            "registered_at", "number"
        )
    )


def _first(rows: Iterable[Demand]) -> Demand | None:
    return next(iter(rows), None)


def _page_of(demand: Demand | None, tab: str) -> str:
    if demand is None:
        return reverse("docket:list")
    return reverse(f"docket:{tab}", args=[demand.docket_id])


def _tasks() -> tuple[_Task, ...]:
    return (
        _Task(
            _REGISTERED,
            _("Reading"),
            _("Register the letter that waits"),
            _(
                "Compare each field marked “check” with the words on the paper: confirm it, "
                "correct it or mark it unknown. Then register the demand."
            ),
            Role.CLERK,
        ),
        _Task(
            _STARTED,
            _("Reckoning"),
            _("Put its date in force"),
            _(
                "Each day of the count stands in a small calendar with its number. Look at what "
                "the count does not cover, then put the date in force."
            ),
            Role.CLERK,
        ),
        _Task(
            _PROPOSED,
            _("Deciding"),
            _("Propose what to do with each item"),
            _(
                "See which rules speak, from which source, and which question would settle it. "
                "Choose the items and an outcome, give a reason, and propose it."
            ),
            Role.COUNSEL,
        ),
        _Task(
            _APPROVED,
            _("Docket"),
            _("Approve it as a second person"),
            _(
                "Whoever proposed may not approve. Read the reason and what the rules say now, "
                "then approve it."
            ),
            Role.LEAD,
        ),
        _Task(
            _ANSWERED,
            _("Proving"),
            _("Record the answer and save its receipt"),
            _(
                "State for each item what the answer says of it, and record it. Its receipt can "
                "be checked by anybody under “Receipts”, without a network."
            ),
            Role.COUNSEL,
        ),
        _Task(
            _SERVED,
            _("Showing"),
            _("Set a second account beside the first"),
            _(
                "In the chronologies two offices give two accounts of one notice. Here, record "
                "that the other side names another day of service: both stay, and the date is "
                "marked as disputed."
            ),
            Role.CLERK,
        ),
        _Task(
            _PUBLISHED,
            _("Reporting"),
            _("Publish what may be known of a demand"),
            _(
                "Every number under “Reports” opens the demands behind it. Choose what the public "
                "page may tell of this demand, and look at that page."
            ),
            Role.LEAD,
        ),
    )
