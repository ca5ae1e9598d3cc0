"""Sentences of pages: why a status holds, what would end it, and the names of acts."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

__all__ = ["ACTS", "STATEMENTS", "UNTIL", "WHY"]

WHY: Mapping[str, object] = {
    "item_compelled": _("Item {item}: a court has ordered it ({court})."),
    "proceeding_open": _("A proceeding is open in {court}: {kind}."),
    "measure_blocked": _("A measure ({measure}) is blocked by an order."),
    "matter_sealed": _("The matter is sealed ({ground}); only its members know of it."),
    "measure_threatened": _("A measure is threatened, not imposed: {measure}."),
    "measure_imposed": _("A measure is imposed: {measure}."),
    "latest_reading_passed": _("Every reading of the date has passed; the last was {latest}."),
    "safe_date_passed": _("By one reading the date passed on {safe}; by another it is {latest}."),
    "safe_date_near": _("The safe date is {safe}. {cites}"),
    "clock_waits_for_service": _("A period runs from service, and no day of service is recorded."),
    "disputed_by_a_side": _("Disputed by {side}: {codes}. Items: {items}. Strength: {strength}."),
    "arrival_in_work": _("A document has come in and is neither registered nor filed."),
    "item_determined": _("Item {item} is determined and can be answered."),
    "item_left": _("Item {item} has no determination that rests on today's findings."),
    "item_awaits_event": _("Item {item} is owed when its event happens."),
    "answered_counts": _("Answered: {counts}."),
    "no_answer_on_items": _("No answer is recorded on items {items}."),
    "no_delivery_known": _("Sent; the last known step is: {last_step}."),
    "demand_withdrawn": _("The demand was withdrawn."),
    "demand_superseded": _("Another demand took the place of this one."),
    "demand_closed": _("The demand was closed: {ground}."),
    "recipient_excluded": _("A recipient is left out: {reason}."),
}

UNTIL: Mapping[str, object] = {
    "matter_unsealed": _("the seal is lifted"),
    "order_stayed_or_ended": _("the order is stayed or ends"),
    "stay_dissolved_or_order_ended": _("the stay is lifted or the order ends"),
    "proceeding_ended": _("the proceeding ends"),
    "obligation_met_or_stopped": _("it is answered, or the obligation ends"),
    "obligation_met_or_latest_reading_passed": _("it is answered, or the last reading passes"),
    "dispute_withdrawn_or_later_answer": _("the dispute is withdrawn, or a later answer goes out"),
    "dispute_withdrawn": _("the dispute is withdrawn"),
    "obligation_met_or_date_passed": _("it is answered, or the date passes"),
    "service_recorded": _("service is recorded"),
    "document_read_and_registered_or_filed": _("the document is registered, attached or dismissed"),
    "determination_proposed": _("a determination is proposed"),
    "proposal_approved_or_returned": _("the proposal is approved or given back"),
    "package_sealed": _("the package is sealed"),
    "answer_sent": _("the answer is sent"),
    "event_happened": _("the event happens"),
    "every_item_answered": _("every item is answered"),
    "demand_closed": _("the demand is closed"),
    "answer_received": _("an answer arrives"),
    "delivery_or_receipt_recorded": _("delivery or receipt is recorded"),
    "recipient_included_again": _("the recipient is included again"),
    "measure_imposed_or_lifted": _("the measure is imposed or lifted"),
    "demand_reopened": _("the demand is reopened"),
}

ACTS: Mapping[str, object] = {
    "answer-received": _("Answer received"),
    "answer-sent": _("Answer sent"),
    "clock-started": _("Date put in force"),
    "clock-stopped": _("Obligation ended"),
    "clock-tolled": _("Count paused"),
    "clock-resumed": _("Count goes on"),
    "deadline-recomputed": _("Date counted anew"),
    "delivery-recorded": _("Delivery step recorded"),
    "demand-assigned": _("Taken up"),
    "demand-escalated": _("Next step taken by the other side"),
    "due-date-set": _("Date set as stated"),
    "fact-stated": _("Fact stated"),
    "findings-taken": _("Findings kept as they stood"),
    "non-receipt-stated": _("Non-receipt stated"),
    "name-searched": _("A person looked for by name"),
    "owed-event-happened": _("Awaited event happened"),
    "pack-proposed": _("Version of a pack proposed"),
    "pack-block-reviewed": _("Block of a pack reviewed"),
    "connection-trusted": _("Keys of another office trusted"),
    "connection-stopped": _("Exchange with another office rests"),
    "pack-approved": _("Version of a pack approved"),
    "pack-returned": _("Version of a pack given back"),
    "pack-activated": _("Version of a pack put in force"),
    "receipt-acknowledged": _("Receipt acknowledged"),
    "report-certified": _("Report certified"),
    "report-filed": _("Report filed"),
    "working-date-chosen": _("Working date chosen"),
}

STATEMENTS: Mapping[str, object] = {
    "search.none": _("Searched, and nothing found"),
    "clock.set": _("Due date set"),
}
"""Types of statements whose own name is no phrase."""
