"""What pages read of exchange: papers that came, what they prove, what can go out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tecum.docket.acts import AnswerReceived, DemandSent
from tecum.docket.entry import EntryId
from tecum.docket.state.model import DemandStep, State
from tecum.docket.vocabulary import Direction
from tecum.errors import TecumError
from tecum.exchange.dispute.sentences import LEAVES_OPEN, SAYS
from tecum.exchange.message import parse
from tecum.ledger.encodings import instant_text
from tecum.ledger.statement import Statement as Note
from tecum.ledger.verify import Outcome, Verdict, verify
from tecum.web.accounts.errors import NotFound
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import visible_docket, visible_dockets
from tecum.web.docket import states
from tecum.web.exchange.carrying import Offer, offers
from tecum.web.exchange.models import Paper
from tecum.web.exchange.trust import connections, policy_for
from tecum.web.intake import store
from tecum.web.intake.models import FileKey
from tecum.web.ledger.models import Statement, TheirStatement
from tecum.web.ui.templatetags.spoken import spoken

__all__ = ["Looked", "Messages", "files_with", "look_at", "messages_of", "set_apart"]

REASONS = {
    "message.sender": gettext_lazy("Its signer is not known here."),
    "message.log": gettext_lazy("Its log is not known here."),
    "message.key-changed": gettext_lazy(
        "A known name signs with another key, and no rotation was shown."
    ),
    "message.signature": gettext_lazy("Its signature does not verify."),
    "message.signatures": gettext_lazy("It bears more than one signature."),
    "message.own": gettext_lazy("It is a message of this office itself."),
    "message.unlinked": gettext_lazy("It is about nothing that is known here."),
    "message.receipt": gettext_lazy("Its receipt does not hold."),
    "message.checkpoint": gettext_lazy("Its head is not one that the sender's log signed."),
    "message.incomplete": gettext_lazy("A document that was committed to is absent."),
    "message.hash": gettext_lazy("A file in it is not the one that its list names."),
    "message.opening": gettext_lazy("An opening does not open its commitment."),
    "message.uncommitted": gettext_lazy(
        "A document in it is not one that its statement commits to."
    ),
    "exchange.stopped": gettext_lazy(
        "Exchange with this office rests until a person trusts its keys anew."
    ),
}
"""Why a message was set apart; a reason without a line here is shown by its code."""


@dataclass(frozen=True, slots=True)
class Looked:
    """One paper for people: whose it is, what it shows in three sentences, what can be done."""

    paper: Paper
    office: str
    reason: str
    sentences: tuple[str, ...]
    verdict: str
    documents: tuple[str, ...]
    reply: str | None
    at: str

    @property
    def holds(self) -> bool:
        """Whether it counts."""
        return self.paper.outcome != Paper.REFUSED


@dataclass(frozen=True, slots=True)
class Messages:
    """What of one docket went, can go or came as messages.

    Attributes:
        drafts: The demand is a draft of ours that was not sent yet.
        sent: Our entries by which a demand was sent.
        to_record: Answers that came and of which nobody has recorded what they say.
        arrivals: Demands that came as messages, for an acknowledgement.
        not_here: Sendings that the other side states and that did not come as messages.
    """

    offers: tuple[Offer, ...]
    papers: tuple[Paper, ...]
    is_draft: bool
    sent: tuple[str, ...]
    to_record: tuple[str, ...]
    arrivals: tuple[str, ...]
    answers: tuple[str, ...]
    not_here: tuple[str, ...]


def set_apart(person: Person) -> list[Paper]:
    """What did not hold, newest first, of what this person may know of."""
    rows = Paper.objects.filter(
        outcome=Paper.REFUSED, docket_id__in=visible_dockets(person).values("pk")
    )
    return list(rows.order_by("-came_at")[:100])


def messages_of(person: Person, docket_id: str) -> Messages:
    """What stands on the tab of messages of a docket.

    Raises:
        NotFound: no such docket, or none that this person may know of.
    """
    docket = visible_docket(person, docket_id)
    state = states.state_of(docket)
    papers = tuple(Paper.objects.filter(docket_id=docket_id).order_by("came_at", "pk"))
    demand = state.demand
    outward = demand is not None and demand.act.direction is Direction.OUTWARD
    came = [one.entry_id for one in papers if one.outcome == Paper.TAKEN]
    read = {
        entry.act.arrival
        for entry in state.entries.values()
        if isinstance(entry.act, AnswerReceived)
    }
    return Messages(
        offers=tuple(offers(person, docket_id)),
        papers=papers,
        is_draft=outward and demand is not None and demand.step is DemandStep.DRAFT,
        sent=tuple(ref for ref, one in state.entries.items() if isinstance(one.act, DemandSent)),
        to_record=tuple(ref for ref in came if outward and ref not in read),
        arrivals=tuple(ref for ref in came if not outward),
        answers=tuple(_answers(state)),
        not_here=tuple(_not_here(docket_id)),
    )


def look_at(person: Person, paper_id: int) -> Looked:
    """One paper, checked again as of now.

    Raises:
        NotFound: there is none that this person may know of.
    """
    paper = Paper.objects.filter(
        Q(docket_id__in=visible_dockets(person).values("pk")), pk=paper_id
    ).first()
    if paper is None:
        raise NotFound
    held = connections().get(paper.office)
    name = held.card.name if held is not None else paper.office
    reason = str(REASONS.get(paper.reason, paper.reason))
    note, verdict, documents = _checked(paper)
    return Looked(
        paper,
        name,
        reason,
        tuple(_sentences(name, note, verdict)) if note is not None and not paper.reason else (),
        verdict.outcome.name if verdict is not None and not paper.reason else "",
        documents,
        _reply(paper),
        instant_text(note.at) if note is not None else "",
    )


def files_with(docket_id: str, file: str | None) -> list[int]:
    """The stored papers in which a document of this docket lies too, to be erased with it."""
    rows = Paper.objects.filter(docket_id=docket_id, document__name=file)
    return list(rows.values_list("file_id", flat=True))


def _checked(paper: Paper) -> tuple[Note | None, Verdict | None, tuple[str, ...]]:
    """The statement in a paper, the verdict of its receipt today, and what came with it."""
    if not FileKey.objects.filter(file_id=paper.file_id, docket_id=paper.docket_id).exists():
        theirs = TheirStatement.objects.filter(pk=paper.statement).first()
        return (Note.parse(bytes(theirs.note)) if theirs is not None else None), None, ()
    raw = store.read_bytes(paper.file, paper.docket_id)
    receipt, documents, note = raw, (), None
    try:
        if raw.startswith(b"statement.note\0"):
            message = parse(raw)
            note, receipt = message.statement, message.receipt or b""
            documents = tuple(one.title or one.name for one in message.payloads)
    except TecumError:
        return None, None, ()
    verdict = verify(receipt, policy_for(paper.office or None)) if receipt else None
    if note is None and verdict is not None:
        note = verdict.statement
    return note, verdict, documents


def _sentences(name: str, note: Note, verdict: Verdict | None) -> Iterable[str]:
    """What was recorded; between which times; what this does not show."""
    says = spoken(SAYS.get(note.type, ""))
    yield _("%(name)s states, under its key %(key)s: %(says)s (%(type)s).") % {
        "name": name,
        "key": note.first.name,
        "says": says,
        "type": note.type,
    }
    bracket = verdict.bracket if verdict is not None else None
    low = bracket.not_before if bracket is not None else None
    high = bracket.not_after if bracket is not None else None
    if low and high:
        yield _("It was fixed between %(low)s and %(high)s, as witnesses have seen its log.") % {
            "low": instant_text(low),
            "high": instant_text(high),
        }
    elif high:
        yield _("It was fixed not after %(high)s, as witnesses have seen its log.") % {
            "high": instant_text(high)
        }
    elif verdict is not None and verdict.outcome is Outcome.LOGGED:
        yield _("It stands in its author's own log; nobody but its author dates it: %(at)s.") % {
            "at": instant_text(note.at)
        }
    else:
        yield _("It came without a receipt; nobody but its author dates it: %(at)s.") % {
            "at": instant_text(note.at)
        }
    left, nor = LEAVES_OPEN.get(note.type), _("nor")
    yield _("It does not show that the words are true%(left)s.") % {
        "left": f", {nor} {spoken(left)}" if left else ""
    }


def _reply(paper: Paper) -> str | None:
    """Our entry whose message tells the sender what came."""
    if paper.outcome != Paper.TAKEN:
        return None
    held = Statement.objects.filter(entry_id=paper.entry_id).first()
    return paper.entry_id if held is not None and held.type.endswith(".delivered") else None


def _answers(state: State) -> list[EntryId]:
    return [ref for ref, one in state.entries.items() if isinstance(one.act, AnswerReceived)]


def _not_here(docket_id: str) -> list[str]:
    """Sendings of the other side that a paper shows and no message brought."""
    rows = TheirStatement.objects.filter(
        docket_id=docket_id, entry_id="", type__in=("answer.submitted", "demand.submitted")
    )
    return list(rows.order_by("taken_at").values_list("sha256", flat=True))
