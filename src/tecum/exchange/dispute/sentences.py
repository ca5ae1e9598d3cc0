"""The fixed sentences of a dispute: what is asked, what is answered, what stays open.

Names, dates and numbers are filled in; nothing else. No sentence scores, and none says who is
right. "No statement found" is written as exactly that.
"""

from __future__ import annotations

from datetime import datetime

from tecum.exchange.dispute.papers import Fact
from tecum.ledger.encodings import instant_text
from tecum.worded import Worded
from tecum.worded import worded as _

__all__ = [
    "LEAVES_OPEN",
    "SAYS",
    "STATIONS",
    "THREE",
    "answer",
    "asked",
    "fixed",
    "when",
]

RECORDED = _(
    "A receipt shows what was recorded: these words, byte for byte, were signed by the holder of "
    "a named key and stand in that body's log."
)
BETWEEN = _(
    "It shows between which times: not before the last head that lacks them, not after the first "
    "head that holds them, as far as witnesses or a time authority have seen those heads."
)
NOT_SHOWN = _(
    "It does not show that the words are true, that nothing else happened, or who is right."
)
THREE = (RECORDED, BETWEEN, NOT_SHOWN)
"""What a receipt proves and what it does not."""

ASKED = {
    "sent": _("Was the {kind} of {sender} sent, and did it come?"),
    "content": _("Did the same {kind} come that was sent?"),
    "time": _("When did the {kind} come, against the dates that were set?"),
    "complete": _("What stands of the answer's content, and of the complaint about it?"),
    "written": _("Were statements of {who} written afterwards?"),
    "removed": _("Was a record of {who} removed?"),
    "rules": _("By which rules did {who} decide, and can they have been changed since?"),
    "moved": _("Did {who} state that a date moved, and does the other side refer to it?"),
}

STATIONS = {
    "demand": {
        "prepared": _("had the demand ready"),
        "submitted": _("handed the demand to a channel"),
        "relayed": _("saw the demand leave its control"),
        "delivered": _("received the demand"),
        "opened": _("opened the demand"),
        "acknowledged": _("acknowledged the demand"),
    },
    "answer": {
        "prepared": _("had the answer ready"),
        "submitted": _("handed the answer to a channel"),
        "relayed": _("saw the answer leave its control"),
        "delivered": _("received the answer"),
        "opened": _("opened the answer"),
        "acknowledged": _("acknowledged the answer"),
    },
}
"""Of a demand or an answer: station → what is not stated of it."""

_ANSWERS = {
    "sent.both": _(
        "{sender} states that it was sent; {receiver} states that it came ({grade}), and "
        "its statement refers to the sending."
    ),
    "sent.both_apart": _(
        "{sender} states that it was sent; {receiver} states that one came "
        "({grade}). Neither statement refers to the other."
    ),
    "sent.stated": _("{sender} states that it was sent."),
    "sent.acknowledged": _("{receiver} acknowledges it: {code}, with the date {on}."),
    "sent.opened": _("{receiver} states that it was opened: {code}."),
    "sent.relayed": _(
        "{sender} states that it left its control: {code}. That it came is not shown by this."
    ),
    "sent.failed": _("{who} states that it failed: {code}. {notice}"),
    "sent.expired": _("{who} states that the time for it ran out on {on}: {code}."),
    "sent.denied": _("{who} states that it was not received."),
    "sent.searched": _(
        "{who} states that it searched: {code}; arrivals looked at: {checked}; its "
        "log then stood at the head of size {size}."
    ),
    "sent.disputed": _("{who} disputes it: {code}."),
    "sent.one_sided": _(
        "{sender} states that it was sent. No statement of {receiver} that it came "
        "was presented: it is not confirmed."
    ),
    "sent.came_only": _(
        "{receiver} states that one came ({grade}). No statement that {sender} sent "
        "it was presented."
    ),
    "sent.prepared_only": _(
        "{sender} states that it was ready. No statement that it was sent was presented."
    ),
    "sent.side_by_side": _(
        "These statements stand side by side; the log does not decide between them."
    ),
    "content.equal": _(
        "Both sides opened what they committed to, and it is the same: SHA-256 {hash}."
    ),
    "content.differs": _(
        "Both sides opened what they committed to, and it is not the same: "
        "{sender} {hash}, {receiver} {other}."
    ),
    "content.closed": _(
        "Both sides committed to what they sent or got; {who} did not open it here, "
        "so it was not compared."
    ),
    "content.one_sided": _("Only {who} committed to what it was; SHA-256 {hash}."),
    "content.one_closed": _("Only {who} committed to what it was, and did not open it here."),
    "content.claimed": _("{who} states of what it opened: {code}."),
    "content.none": _("No statement that was presented commits to what it was."),
    "time.before": _("{what}: {fixed}. The date {due}, set by {who}, had not passed."),
    "time.after": _("{what}: {fixed}. The date {due}, set by {who}, had passed."),
    "time.spans": _(
        "{what}: {fixed}. The date {due}, set by {who}, lies within these bounds or "
        "within a day whose time zone is not stated; which came first is not shown."
    ),
    "time.undated": _("{what}: {fixed}. Against the date {due}, set by {who}, nothing is shown."),
    "time.closed": _("{who} set a date by a statement that does not open it here."),
    "time.none": _("{what}: {fixed}. No statement that sets a date was presented."),
    "time.nothing": _("No statement of its coming or sending was presented."),
    "complete.prepared": _(
        "{who} fixed the answer: documents {documents}, pages {pages}, "
        "withheld {withheld}; {fixed}."
    ),
    "complete.complaint": _("{who} complains: {code}; {fixed}."),
    "complete.items": _("The complaint names: {items}."),
    "complete.item": _("Item {item}: files named for it by the answer's list: {n}."),
    "complete.item_absent": _("Item {item}: the answer's list names no file for it."),
    "complete.items_closed": _("The complaint names items that are not opened here."),
    "complete.files": _("Files named by the answer's list, opened here: {files}."),
    "complete.list_closed": _(
        "The answer's list is not opened here, so it was not compared with the complaint."
    ),
    "complete.first": _("The answer's list was fixed before the complaint."),
    "complete.none": _("No complaint about the answer was presented."),
    "complete.unprepared": _("No statement that fixes the answer's content was presented."),
    "written.within": _("Statements whose author's time lies within what is shown: {n} of {all}."),
    "written.outside": _(
        "Statement {short} ({type}): the author states {at}, which is {position}; {fixed}."
    ),
    "written.undated": _(
        "Statement {short} ({type}): nobody but its author dates it; it states {at}."
    ),
    "removed.gap": _(
        "Of one docket these numbers were not presented: {missing}; the last presented "
        "is number {last}."
    ),
    "removed.branch": _(
        "Two statements of one docket bear the number {n}, or one does not name the "
        "statement before it."
    ),
    "removed.whole": _(
        "The statements presented of one docket are numbers 1 to {last} without a "
        "gap, each naming the one before it."
    ),
    "removed.fork": _(
        "The log signed two histories of size {size} that cannot both be true; the "
        "papers {papers} hold them and count as nothing here."
    ),
    "removed.heads": _(
        "Heads of its log that came with the papers: {n}; no two of one size differ."
    ),
    "rules.fixed": _("Statement {short}: {code}; it commits to findings and rules; {fixed}."),
    "rules.shown": _("Statement {short}: the rules it commits to are opened: SHA-256 {hash}."),
    "rules.closed": _("Statement {short}: the rules it commits to are not opened here."),
    "rules.none": _("No statement of a decision was presented."),
    "moved.told": _(
        "Statement {short} ({type}, {code}): {receiver} refers to it in its own statement."
    ),
    "moved.untold": _(
        "Statement {short} ({type}, {code}): no statement of {receiver} that refers to "
        "it was presented."
    ),
    "moved.none": _("No statement that a date was set or moved was presented."),
    "missing": _("No statement found that {who} {station}. {looked}"),
    "missing.all": _("No statement found that a demand or an answer was sent. {looked}"),
    "looked": _(
        "Looked in what was presented of {who} (statements: {n}), up to the head of size "
        "{size}, {dated}."
    ),
    "looked.bare": _(
        "Looked in what was presented of {who} (statements: {n}), none of it under a "
        "head of its log."
    ),
    "looked.nothing": _("No paper of {who} was presented."),
}


def asked(name: str, /, **slots: object) -> Worded:
    """A question about what these names and kinds stand for."""
    return ASKED[name].fill(**slots)


def answer(name: str, /, **slots: object) -> Worded:
    """One fixed sentence with its names, dates and numbers."""
    return _ANSWERS[name].fill(**{slot: _plain(value) for slot, value in slots.items()})


def _plain(value: object) -> object:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, (tuple, list)):
        return tuple(map(_plain, value))
    return value


def when(fact: Fact) -> tuple[str | None, str | None]:
    """Not before, not after, as they are written."""
    low, high = fact.not_before, fact.not_after
    return instant_text(low) if low else None, instant_text(high) if high else None


def fixed(fact: Fact) -> Worded:
    """Between which times a statement was fixed, in words."""
    low, high = when(fact)
    if low and high:
        return _("fixed between {low} and {high}", low=low, high=high)
    if high:
        return _("fixed not after {high}", high=high)
    if low:
        return _("fixed not before {low}", low=low)
    return _("dated by its author alone, {at}", at=instant_text(fact.statement.at))


SAYS = {
    "entry.recorded": _("an act was recorded"),
    "demand.prepared": _("it had this text"),
    "demand.submitted": _("it handed the demand to a channel, to this address"),
    "demand.relayed": _("the demand left its control"),
    "relay.failed": _("the hand-over failed"),
    "service.terms": _("which address and which grade it treats as receipt"),
    "demand.delivered": _("these bytes lay in its system"),
    "demand.opened": _("it opened the demand and compared it"),
    "demand.acknowledged": _("it admits receipt and names the date"),
    "service.disputed": _("it objects to the service"),
    "demand.refused": _("it refuses, on a stated ground"),
    "delivery.failed": _("it learned that delivery failed"),
    "delivery.expired": _("the period ran out"),
    "search.none": _("at this head its log and channels held nothing"),
    "clock.set": _("this due date and its rule"),
    "extension.requested": _("more time was asked for"),
    "extension.granted": _("more time was granted"),
    "extension.denied": _("more time was denied"),
    "objection": _("an objection, as committed"),
    "withdrawn": _("it no longer pursues the demand"),
    "narrowed": _("what is still asked"),
    "decision.recorded": _("which rules said what on that day, and that a person determined"),
    "answer.prepared": _("the content of the answer"),
    "answer.submitted": _("it handed the answer to a channel, to this address"),
    "answer.relayed": _("the answer left its control"),
    "answer.delivered": _("these bytes lay in its system"),
    "answer.opened": _("it opened the answer and compared it"),
    "answer.acknowledged": _("it admits receipt of the answer and names the date"),
    "answer.disputed": _("it complains about the answer"),
    "correction": _("it points at an earlier statement as mistaken"),
    "erased": _("openings of earlier statements were destroyed"),
}
"""What each type of statement fixes, in words."""

LEAVES_OPEN = {
    "demand.prepared": _("that it was sent"),
    "demand.submitted": _("that it came"),
    "demand.relayed": _("that it was read"),
    "demand.delivered": _("that anyone looked"),
    "demand.opened": _("agreement"),
    "demand.acknowledged": _("validity"),
    "service.disputed": _("that the objection is right"),
    "demand.refused": _("that the ground is right"),
    "delivery.failed": _("whose fault it was"),
    "relay.failed": _("whose fault it was"),
    "search.none": _("the negative itself"),
    "clock.set": _("that the rule is right"),
    "decision.recorded": _("that the rules are right"),
    "answer.prepared": _("that it was sent"),
    "answer.submitted": _("that it came"),
    "answer.relayed": _("that it was read"),
    "answer.delivered": _("that anyone looked"),
    "answer.opened": _("agreement"),
    "answer.acknowledged": _("that it is complete"),
    "answer.disputed": _("that the complaint is right"),
}
"""What each type leaves open."""
