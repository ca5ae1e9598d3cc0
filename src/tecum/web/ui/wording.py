"""What pages say for the codes of closed vocabularies: one table a vocabulary.

A code without a line here is shown as its own words; a test holds the tables against the
vocabularies whose words do not read as English by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from tecum.web.ui.wording_of_accounts import WORDING_OF_ACCOUNTS

__all__ = ["WORDING"]

_STATUS = {
    "under_order": _("under court order"),
    "order_stayed": _("order stayed"),
    "late": _("late under every reading"),
    "late_on_one_reading": _("late by one reading"),
    "needs_service_date": _("needs the day of service"),
    "needs_reading": _("needs reading"),
    "needs_decision": _("needs a decision"),
    "needs_approval": _("needs approval"),
    "needs_records": _("needs records"),
    "answer_owed_on_event": _("answer owed on an event"),
    "not_confirmed": _("sent, delivery not confirmed"),
}
_LANE = {
    "overdue": _("Overdue"),
    "today": _("Today"),
    "within_3_working_days": _("Within 3 working days"),
    "within_14_days": _("Within 14 days"),
    "later": _("Later"),
    "cannot_be_counted": _("Cannot be counted now"),
}
_STANDING = {
    "armed": _("waits for its event"),
    "waiting": _("waits for its event"),
    "fixed": _("in force"),
    "tolled": _("paused"),
    "late_on_one_reading": _("late by one reading"),
    "missed": _("late under every reading"),
    "counsel": _("for counsel"),
    "what_if": _("what if"),
    "met": _("met"),
}
_OBJECT = {
    "answer": _("Answer"),
    "objection": _("Objection"),
    "acknowledgment": _("Acknowledgment"),
    "notice": _("Notice"),
    "report": _("Report"),
    "production": _("Records"),
    "record": _("Preservation"),
    "hold": _("Hold"),
}
_DUE_FOR = {
    "response": _("Answer"),
    "production": _("Records"),
    "testimony": _("Testimony"),
    "objection": _("Objection"),
    "notification": _("Notice"),
    "hold": _("Hold"),
    "execution": _("Execution"),
    "preservation": _("Preservation"),
    "other": _("Something else"),
}
_SIDE = {
    "ours": _("this office"),
    "theirs": _("the other side"),
    "third": _("somebody else"),
}
_CONDUCT = {
    "issues": _("makes a demand"),
    "answers": _("answers a demand"),
    "contests": _("contests a demand"),
    "reports": _("tells about a demand"),
    "forwards": _("passes a demand on"),
    "templates": _("is a blank form"),
    "none": _("none of these"),
}
_TRIGGER = {
    "service": _("service"),
    "receipt": _("receipt"),
    "issue": _("the date of issue"),
    "letter_date": _("the date of the letter"),
    "release": _("release"),
    "otherwise_release": _("the moment at which the person would otherwise be free"),
    "hearing": _("the hearing"),
    "decision": _("the decision"),
    "disclosure": _("disclosure"),
    "acknowledgement": _("acknowledgment"),
    "return_date": _("the return date"),
    "order": _("the order"),
    "notice_period_over": _("the end of the notice period"),
    "other": _("another event"),
    "event": _("its event"),
}
_COUNTING = {
    "calendar": _("calendar"),
    "business": _("business"),
    "court": _("court"),
    "unstated": _("not stated"),
}
_DISPOSITION = {
    "produced": _("produced"),
    "produced_in_part": _("produced in part"),
    "withheld": _("withheld"),
    "none_held": _("none held"),
    "objected": _("objected to"),
    "referred": _("referred to another body"),
    "owed_on_event": _("owed on an event"),
    "owed_on_date": _("owed on a date"),
}
_DETERMINED = {
    "produce": _("produce the records"),
    "produce_in_part": _("produce in part"),
    "withhold": _("withhold"),
    "object": _("object"),
    "none_held": _("answer that none is held"),
    "refer": _("refer to another body"),
    "await_event": _("answer upon an event"),
    "act": _("do or tell what is asked"),
    "not_act": _("not do or tell what is asked"),
}
_KNOWN_BY = {
    "own_act": _("this office did it"),
    "own_system": _("its own systems show it"),
    "their_statement": _("the other side says so"),
    "document": _("a document says so"),
    "told": _("it was told"),
    "published": _("it was published"),
}
_CHANNEL = {
    "email": _("e-mail"),
    "e-mail": _("e-mail"),
    "mail": _("post"),
    "certified_mail": _("certified post"),
    "overnight": _("overnight carrier"),
    "certified_post": _("certified post"),
    "hand": _("by hand"),
    "api": _("another program"),
    "exchange": _("office to office"),
    "drop": _("dropped in, way not known"),
    "scan": _("scanned"),
    "agent": _("an agent for service"),
    "publication": _("publication"),
    "clerk": _("the clerk of court"),
    "unknown": _("not known"),
}
_REASON = {
    "misread": _("it was misread"),
    "missed": _("it was missed"),
    "wrong_field": _("it belongs to another field"),
    "not_in_document": _("it is not in the document"),
    "known_otherwise": _("this office knows it otherwise"),
    "other": _("another reason"),
}
_DISMISSAL = {
    "not_a_demand": _("it is not a demand"),
    "wrong_addressee": _("it is addressed to somebody else"),
    "duplicate_of": _("it is here already"),
    "blank_form": _("it is a blank form"),
    "news": _("it is news"),
    "delivery_notice": _("it is a delivery notice"),
    "unreadable": _("it cannot be read"),
}
_ARRIVAL = {
    "received": _("being read"),
    "read": _("read"),
    "quarantined": _("set apart"),
    "dismissed": _("dismissed"),
    "filed": _("registered or attached"),
}
_DELIVERY = {
    "relayed": _("passed on by a mail system"),
    "relay_failed": _("a mail system did not pass it on"),
    "delivered": _("delivered"),
    "opened": _("opened"),
    "failed": _("not delivered"),
    "expired": _("not collected in time"),
}
_ACKNOWLEDGED = {
    "without_waiver": _("receipt only, nothing waived"),
    "with_reservation": _("receipt with a reservation"),
    "service_accepted": _("receipt, and service accepted"),
}
_URGENCY = {
    "routine": _("routine"),
    "expedite_asked": _("speed is asked for"),
    "emergency_stated": _("an emergency is stated"),
}
_ROLE = {
    "clerk": _("records clerk"),
    "custodian": _("custodian"),
    "counsel": _("counsel"),
    "lead": _("lead"),
    "issuing_officer": _("issuing officer"),
    "policy_author": _("policy author"),
    "auditor": _("auditor"),
    "operator": _("operator"),
    "counterpart": _("the other side"),
    "system": _("the program"),
    "document": _("whoever reads the paper"),
    "records": _("records"),
}
_DUE_FORM = {
    "date": _("a date"),
    "period": _("a period"),
    "event": _("upon an event"),
    "instanter": _("at once"),
    "none": _("no date"),
}
_STRIP = {
    "start": _("start"),
    "due": _("due"),
    "skipped": _("not counted"),
    "rolled": _("moved on"),
    "tolled": _("paused"),
    "closed": _("closed"),
}
_OUTCOME_OF_READING = {
    "read": _("read"),
    "read_with_warnings": _("read, with remarks"),
    "unreadable": _("cannot be read"),
    "password_needed": _("a password is needed"),
    "dynamic_form": _("a form that only its own program can show"),
    "damaged": _("damaged"),
    "not_a_document": _("not a document"),
    "unsupported_type": _("a type that is not read"),
    "empty_file": _("an empty file"),
    "no_pages": _("no pages"),
    "too_large": _("too large"),
    "took_too_long": _("reading took too long"),
}
_GRADE = {
    "available": _("it lies where this office can fetch it"),
    "handed_over": _("it is handed over"),
    "opened": _("it is opened"),
    "accepted": _("it is accepted"),
}
_TWO_PERSONS = {
    "reports": _("reports that are certified"),
}
_MAIL_SECURITY = {
    "tls": _("TLS from the start"),
    "starttls": _("STARTTLS"),
    "none": _("none, for a server on this machine"),
}
_DUE_PART = {
    "form": _("What is stated"),
    "for": _("For what"),
    "unit": _("Unit"),
    "counting": _("Days counted as"),
    "direction": _("After or before"),
    "trigger": _("Which event"),
    "owed_by": _("Owed by"),
}
_EFFECT = {
    "must_not_prohibit": _("may not be forbidden"),
    "counsel": _("for counsel"),
}
_CAUSE = {
    "trigger": _("what starts it is known otherwise"),
    "calendar": _("the calendar has changed"),
    "pack": _("the pack has changed"),
    "tzdata": _("the time zones have changed"),
    "correction": _("what the paper says was corrected"),
    "order": _("an order changed it"),
}
_SIGNED_AS = {
    "judge": _("a judge or magistrate"),
    "clerk": _("a clerk of court"),
    "prosecutor": _("a prosecutor"),
    "attorney": _("an attorney"),
    "agency_officer": _("an agency officer"),
    "legislator": _("a member of a legislative body"),
    "private": _("a private person"),
    "none": _("nobody"),
    "unknown": _("not clear"),
}
_SECRECY = {
    "none": _("none asked for"),
    "requested": _("asked for"),
    "ordered": _("ordered"),
}
_PUBLIC_FIELD = {
    "kind": _("kind"),
    "form": _("form"),
    "issuer": _("issuer"),
    "status": _("status"),
    "judicial": _("ordered by a judge"),
    "issuer_class": _("sort of issuer"),
    "received_month": _("month received"),
    "categories": _("items asked, by kind"),
    "dispositions": _("how items were answered"),
}
_DOUBT = {
    "disputed": _("its start is disputed"),
    "unreviewed": _("nobody here reviewed its rule"),
    "unconfirmed": _("the source of its rule is to be confirmed"),
    "unchecked": _("its calendar is not checked for that year"),
}
_JUDICIAL = {
    "yes": _("yes"),
    "no": _("no"),
    "open": _("not settled"),
}
_NEED = {
    "read": _("reading"),
    "decide": _("deciding"),
    "gather": _("gathering"),
    "approve": _("approving"),
    "send": _("sending"),
}
_OPENING = {
    "entry": _("the entry, with all that it says"),
}

WORDING: Mapping[str, Mapping[str, object]] = {
    "need": _NEED,
    "opening": _OPENING,
    "public_field": _PUBLIC_FIELD,
    "judicial": _JUDICIAL,
    "status": _STATUS,
    "lane": _LANE,
    "standing": _STANDING,
    "object": _OBJECT,
    "due_for": _DUE_FOR,
    "side": _SIDE,
    "conduct": _CONDUCT,
    "trigger": _TRIGGER,
    "counting": _COUNTING,
    "disposition": _DISPOSITION,
    "determined": _DETERMINED,
    "known_by": _KNOWN_BY,
    "channel": _CHANNEL,
    "reason": _REASON,
    "dismissal": _DISMISSAL,
    "arrival": _ARRIVAL,
    "delivery": _DELIVERY,
    "acknowledged": _ACKNOWLEDGED,
    "urgency": _URGENCY,
    "role": _ROLE,
    "due_form": _DUE_FORM,
    "strip": _STRIP,
    "outcome": _OUTCOME_OF_READING,
    "grade": _GRADE,
    "two_persons": _TWO_PERSONS,
    "mail_security": _MAIL_SECURITY,
    "cause": _CAUSE,
    "due_part": _DUE_PART,
    "effect": _EFFECT,
    "signed_as": _SIGNED_AS,
    "secrecy": _SECRECY,
    "doubt": _DOUBT,
    "kind": {},
    **WORDING_OF_ACCOUNTS,
}
