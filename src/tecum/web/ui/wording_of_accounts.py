"""What pages say for the codes of chronologies, campaigns and versions of packs.

They tell what somebody says of an event, what a board says of a recipient, what changed.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

__all__ = ["WORDING_OF_ACCOUNTS"]

_CERTAINTY = {
    "certain": _("certain"),
    "reported": _("reported"),
    "disputed": _("disputed"),
    "inferred": _("inferred"),
    "computed": _("computed from this file"),
    "to_confirm": _("to be confirmed"),
    "withdrawn": _("withdrawn"),
}
_DIFFERENCE = {
    "contradiction": _("Both cannot be so as they stand."),
    "extent": _("The accounts differ in extent; one may hold part of the other."),
    "gap": _("One account has a step that the other does not have. Both can be true."),
    "order": _("The accounts put the steps in a different order."),
    "definition": _("The accounts count different things; both can be true."),
    "recount": _("A later account gives another figure than an earlier one."),
}
_APART = {
    "prediction": _("prediction"),
    "opinion": _("opinion"),
    "statistic": _("statistic"),
}
_REJECTION = {
    "not_said": _("the text does not say it"),
    "wrong_asserter": _("somebody else says it"),
    "not_an_event": _("it is no event"),
    "not_relevant": _("it does not belong here"),
    "names_a_person": _("it names a person"),
    "duplicate": _("it stands already"),
    "other": _("another reason"),
}
_SLOT = {
    "happened": _("whether it happened"),
    "when": _("when"),
    "count": _("how many"),
    "amount": _("how much"),
    "by": _("by whom"),
    "to": _("to whom"),
    "channel": _("by which way"),
    "instrument": _("which paper"),
    "content": _("what it said"),
    "place": _("where"),
    "reason": _("why"),
    "scope": _("how far it goes"),
    "position": _("position"),
}
_RECIPIENT = {
    "pending_litigation": _("pending litigation"),
    "answered_already": _("answered already"),
    "not_covered": _("not covered"),
    "none_seen": _("no reason is known"),
}

_LANE_OF = {
    "issuer": _("who asks"),
    "recipient": _("who is asked"),
    "others": _("courts, publications, others"),
}
_MARK = {
    "agreed": _("both sides say so"),
    "one_side": _("one side says so"),
    "others": _("told by others alone"),
    "different": _("in difference"),
}
_DISTANCE = {
    "own_document": _("in its own document"),
    "on_the_record": _("on the record"),
    "quoted": _("quoted by another"),
    "paraphrased": _("in another’s words"),
    "unnamed_source": _("by a source not named"),
}
_STANCE = {
    "states": _("says so"),
    "denies": _("denies it"),
    "unsure": _("is not sure"),
    "predicts": _("expects it"),
}
_HAPPENED = {
    "yes": _("it happened"),
    "no": _("it did not happen"),
    "part": _("in part"),
}
_BOARD_FILTER = {
    "answered": _("an answer is known"),
    "incomplete": _("answered, not on every item"),
    "late": _("late"),
    "no_answer_known": _("no answer known"),
    "disputed": _("disputed"),
    "in_litigation": _("in court"),
    "under_order": _("an order speaks of it"),
    "needs_somebody": _("needs somebody"),
}
_BOARD_STANDING = {
    "entered": _("in force"),
    "taken_back": _("recorded by mistake, taken back"),
}
_MEASURE = {
    "threatened": _("threatened"),
    "imposed": _("announced, no order against it known"),
    "blocked": _("blocked by an order"),
    "unknown": _("unknown: the order was narrowed"),
}
_DIFFERS = {
    "from": _("the event it runs from"),
    "count": _("which days count"),
    "start day": _("whether the first day counts"),
    "roll": _("how a closed last day is moved"),
    "closures": _("how days of closing count"),
    "month": _("how months end"),
    "period": _("the length of the period"),
    "calendar": _("the calendar"),
    "cutoff": _("the hour at which the day ends"),
}
_ELEMENT = {
    "rule": _("Rule"),
    "order": _("Order"),
    "duty": _("Duty"),
    "define": _("Definition"),
    "section": _("Section"),
    "clock": _("Clock"),
    "effect": _("Effect"),
    "condition": _("Condition"),
    "exception": _("Exception"),
    "superiority": _("Which gives way"),
    "window": _("Time in force"),
    "source": _("Source"),
    "words": _("Words beside it"),
    "place": _("Place"),
    "prose": _("Prose"),
    "fact": _("Fact"),
    "table": _("List from the law"),
    "case": _("Case"),
    "pack": _("About the pack"),
    "file": _("File"),
}
_CHANGED = {
    "added": _("added"),
    "removed": _("removed"),
    "changed": _("changed"),
}

WORDING_OF_ACCOUNTS: Mapping[str, Mapping[str, object]] = {
    "certainty": _CERTAINTY,
    "difference": _DIFFERENCE,
    "apart": _APART,
    "rejection": _REJECTION,
    "slot": _SLOT,
    "left_out": _RECIPIENT,
    "lane_of": _LANE_OF,
    "mark": _MARK,
    "distance": _DISTANCE,
    "stance": _STANCE,
    "happened": _HAPPENED,
    "board_filter": _BOARD_FILTER,
    "board_standing": _BOARD_STANDING,
    "measure": _MEASURE,
    "differs": _DIFFERS,
    "element": _ELEMENT,
    "changed": _CHANGED,
}
