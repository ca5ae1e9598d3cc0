"""The fixed sentences of a dispute: what is asked, what is answered, what stays open.

Names, dates and numbers are filled in; nothing else. No sentence scores, and none says who is
right. "No statement found" is written as exactly that.
"""

from __future__ import annotations

from datetime import datetime

from tecum.exchange.dispute.papers import Fact
from tecum.ledger.encodings import instant_text

__all__ = [
    "ASKED",
    "LEAVES_OPEN",
    "SAYS",
    "STATIONS",
    "THREE",
    "answer",
    "fixed",
    "when",
]

RECORDED = (
    "A receipt shows what was recorded: these words, byte for byte, were signed by the holder of "
    "a named key and stand in that body's log."
)
BETWEEN = (
    "It shows between which times: not before the last head that lacks them, not after the first "
    "head that holds them, as far as witnesses or a time authority have seen those heads."
)
NOT_SHOWN = "It does not show that the words are true, that nothing else happened, or who is right."
THREE = (RECORDED, BETWEEN, NOT_SHOWN)
"""What a receipt proves and what it does not."""

ASKED = {
    "sent": "Was the {kind} of {sender} sent, and did it come?",
    "content": "Did the same {kind} come that was sent?",
    "time": "When did the {kind} come, against the dates that were set?",
    "complete": "What stands of the answer's content, and of the complaint about it?",
    "written": "Were statements of {who} written afterwards?",
    "removed": "Was a record of {who} removed?",
    "rules": "By which rules did {who} decide, and can they have been changed since?",
    "moved": "Did {who} state that a date moved, and does the other side refer to it?",
}

STATIONS = {
    "prepared": "had the {kind} ready",
    "submitted": "handed the {kind} to a channel",
    "relayed": "saw the {kind} leave its control",
    "delivered": "received the {kind}",
    "opened": "opened the {kind}",
    "acknowledged": "acknowledged the {kind}",
}

_ANSWERS = {
    "sent.both": "{sender} states that it was sent; {receiver} states that it came ({grade}), and "
    "its statement refers to the sending.",
    "sent.both_apart": "{sender} states that it was sent; {receiver} states that one came "
    "({grade}). Neither statement refers to the other.",
    "sent.stated": "{sender} states that it was sent.",
    "sent.acknowledged": "{receiver} acknowledges it: {code}, with the date {on}.",
    "sent.opened": "{receiver} states that it was opened: {code}.",
    "sent.relayed": "{sender} states that it left its control: {code}. That it came is not shown "
    "by this.",
    "sent.failed": "{who} states that it failed: {code}. {notice}",
    "sent.expired": "{who} states that the time for it ran out on {on}: {code}.",
    "sent.denied": "{who} states that it was not received.",
    "sent.searched": "{who} states that it searched: {code}; arrivals looked at: {checked}; its "
    "log then stood at the head of size {size}.",
    "sent.disputed": "{who} disputes it: {code}.",
    "sent.one_sided": "{sender} states that it was sent. No statement of {receiver} that it came "
    "was presented: it is not confirmed.",
    "sent.came_only": "{receiver} states that one came ({grade}). No statement that {sender} sent "
    "it was presented.",
    "sent.prepared_only": "{sender} states that it was ready. No statement that it was sent was "
    "presented.",
    "sent.side_by_side": "These statements stand side by side; the log does not decide between "
    "them.",
    "content.equal": "Both sides opened what they committed to, and it is the same: "
    "SHA-256 {hash}.",
    "content.differs": "Both sides opened what they committed to, and it is not the same: "
    "{sender} {hash}, {receiver} {other}.",
    "content.closed": "Both sides committed to what they sent or got; {who} did not open it here, "
    "so it was not compared.",
    "content.one_sided": "Only {who} committed to what it was; SHA-256 {hash}.",
    "content.one_closed": "Only {who} committed to what it was, and did not open it here.",
    "content.claimed": "{who} states of what it opened: {code}.",
    "content.none": "No statement that was presented commits to what it was.",
    "time.before": "{what}: {fixed}. The date {due}, set by {who}, had not passed.",
    "time.after": "{what}: {fixed}. The date {due}, set by {who}, had passed.",
    "time.spans": "{what}: {fixed}. The date {due}, set by {who}, lies within these bounds or "
    "within a day whose time zone is not stated; which came first is not shown.",
    "time.undated": "{what}: {fixed}. Against the date {due}, set by {who}, nothing is shown.",
    "time.closed": "{who} set a date by a statement that does not open it here.",
    "time.none": "{what}: {fixed}. No statement that sets a date was presented.",
    "time.nothing": "No statement of its coming or sending was presented.",
    "complete.prepared": "{who} fixed the answer: documents {documents}, pages {pages}, "
    "withheld {withheld}; {fixed}.",
    "complete.complaint": "{who} complains: {code}; {fixed}.",
    "complete.items": "The complaint names: {items}.",
    "complete.item": "Item {item}: files named for it by the answer's list: {n}.",
    "complete.item_absent": "Item {item}: the answer's list names no file for it.",
    "complete.items_closed": "The complaint names items that are not opened here.",
    "complete.files": "Files named by the answer's list, opened here: {files}.",
    "complete.list_closed": "The answer's list is not opened here, so it was not compared with the "
    "complaint.",
    "complete.first": "The answer's list was fixed before the complaint.",
    "complete.none": "No complaint about the answer was presented.",
    "complete.unprepared": "No statement that fixes the answer's content was presented.",
    "written.within": "Statements whose author's time lies within what is shown: {n} of {all}.",
    "written.outside": "Statement {short} ({type}): the author states {at}, which is {position}; "
    "{fixed}.",
    "written.undated": "Statement {short} ({type}): nobody but its author dates it; it "
    "states {at}.",
    "removed.gap": "Of one docket these numbers were not presented: {missing}; the last presented "
    "is number {last}.",
    "removed.branch": "Two statements of one docket bear the number {n}, or one does not name the "
    "statement before it.",
    "removed.whole": "The statements presented of one docket are numbers 1 to {last} without a "
    "gap, each naming the one before it.",
    "removed.fork": "The log signed two histories of size {size} that cannot both be true; the "
    "papers {papers} hold them and count as nothing here.",
    "removed.heads": "Heads of its log that came with the papers: {n}; no two of one size differ.",
    "rules.fixed": "Statement {short}: {code}; it commits to findings and rules; {fixed}.",
    "rules.shown": "Statement {short}: the rules it commits to are opened: SHA-256 {hash}.",
    "rules.closed": "Statement {short}: the rules it commits to are not opened here.",
    "rules.none": "No statement of a decision was presented.",
    "moved.told": "Statement {short} ({type}, {code}): {receiver} refers to it in its own "
    "statement.",
    "moved.untold": "Statement {short} ({type}, {code}): no statement of {receiver} that refers to "
    "it was presented.",
    "moved.none": "No statement that a date was set or moved was presented.",
    "missing": "No statement found that {who} {station}. {looked}",
    "missing.all": "No statement found that a demand or an answer was sent. {looked}",
    "looked": "Looked in what was presented of {who} (statements: {n}), up to the head of size "
    "{size}{dated}.",
    "looked.bare": "Looked in what was presented of {who} (statements: {n}), none of it under a "
    "head of its log.",
    "looked.nothing": "No paper of {who} was presented.",
}


def answer(name: str, /, **slots: object) -> str:
    """One fixed sentence with its names, dates and numbers."""
    return _ANSWERS[name].format(**{slot: _shown(value) for slot, value in slots.items()})


def _shown(value: object) -> str:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, (tuple, list)):
        return ", ".join(_shown(one) for one in value)
    return str(value)


def when(fact: Fact) -> tuple[str | None, str | None]:
    """Not before, not after, as they are written."""
    low, high = fact.not_before, fact.not_after
    return instant_text(low) if low else None, instant_text(high) if high else None


def fixed(fact: Fact) -> str:
    """Between which times a statement was fixed, in words."""
    low, high = when(fact)
    if low and high:
        return f"fixed between {low} and {high}"
    if high:
        return f"fixed not after {high}"
    if low:
        return f"fixed not before {low}"
    return f"dated by its author alone, {instant_text(fact.statement.at)}"


SAYS = {
    "entry.recorded": "an act was recorded",
    "demand.prepared": "it had this text",
    "demand.submitted": "it handed the demand to a channel, to this address",
    "demand.relayed": "the demand left its control",
    "relay.failed": "the hand-over failed",
    "service.terms": "which address and which grade it treats as receipt",
    "demand.delivered": "these bytes lay in its system",
    "demand.opened": "it opened the demand and compared it",
    "demand.acknowledged": "it admits receipt and names the date",
    "service.disputed": "it objects to the service",
    "demand.refused": "it refuses, on a stated ground",
    "delivery.failed": "it learned that delivery failed",
    "delivery.expired": "the period ran out",
    "search.none": "at this head its log and channels held nothing",
    "clock.set": "this due date and its rule",
    "extension.requested": "more time was asked for",
    "extension.granted": "more time was granted",
    "extension.denied": "more time was denied",
    "objection": "an objection, as committed",
    "withdrawn": "it no longer pursues the demand",
    "narrowed": "what is still asked",
    "decision.recorded": "which rules said what on that day, and that a person determined",
    "answer.prepared": "the content of the answer",
    "answer.submitted": "it handed the answer to a channel, to this address",
    "answer.relayed": "the answer left its control",
    "answer.delivered": "these bytes lay in its system",
    "answer.opened": "it opened the answer and compared it",
    "answer.acknowledged": "it admits receipt of the answer and names the date",
    "answer.disputed": "it complains about the answer",
    "correction": "it points at an earlier statement as mistaken",
    "erased": "openings of earlier statements were destroyed",
}
"""What each type of statement fixes, in words."""

LEAVES_OPEN = {
    "demand.prepared": "that it was sent",
    "demand.submitted": "that it came",
    "demand.relayed": "that it was read",
    "demand.delivered": "that anyone looked",
    "demand.opened": "agreement",
    "demand.acknowledged": "validity",
    "service.disputed": "that the objection is right",
    "demand.refused": "that the ground is right",
    "delivery.failed": "whose fault it was",
    "relay.failed": "whose fault it was",
    "search.none": "the negative itself",
    "clock.set": "that the rule is right",
    "decision.recorded": "that the rules are right",
    "answer.prepared": "that it was sent",
    "answer.submitted": "that it came",
    "answer.relayed": "that it was read",
    "answer.delivered": "that anyone looked",
    "answer.opened": "agreement",
    "answer.acknowledged": "that it is complete",
    "answer.disputed": "that the complaint is right",
}
"""What each type leaves open."""
