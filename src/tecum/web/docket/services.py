"""Everything that writes to a docket, for pages and commands; each ends in one act recorded."""

from tecum.docket.entry import DateKind
from tecum.web.docket.answering import (
    keep_document,
    object_to_items,
    record_delivery,
    refuse_demand,
    send_answer,
    send_letter,
)
from tecum.web.docket.changing import (
    add_item,
    grant_time,
    narrow_item,
    refuse_time,
    seal_matter,
    seek_time,
    set_visibility,
    split_item,
    unseal_matter,
)
from tecum.web.docket.deadlines import reckon_deadlines, set_due_date
from tecum.web.docket.deciding import (
    approve_determination,
    propose_determination,
    return_determination,
)
from tecum.web.docket.duties import open_duties
from tecum.web.docket.findings import state_fact, take_findings
from tecum.web.docket.happenings import (
    acknowledge,
    add_note,
    call_back_sender,
    close_demand,
    dispute_receipt,
    dispute_service,
    enter_order,
    record_owed_event,
    record_service,
    reopen_demand,
    state_non_receipt,
    when,
    withdraw_demand,
)
from tecum.web.docket.record import How, new_docket_id, record
from tecum.web.docket.registering import (
    Registration,
    assign_demand,
    link_dockets,
    prefilled,
    register_demand,
)

__all__ = [
    "DateKind",
    "How",
    "Registration",
    "acknowledge",
    "add_item",
    "add_note",
    "approve_determination",
    "assign_demand",
    "call_back_sender",
    "close_demand",
    "dispute_receipt",
    "dispute_service",
    "enter_order",
    "grant_time",
    "keep_document",
    "link_dockets",
    "narrow_item",
    "new_docket_id",
    "object_to_items",
    "open_duties",
    "prefilled",
    "propose_determination",
    "reckon_deadlines",
    "record",
    "record_delivery",
    "record_owed_event",
    "record_service",
    "refuse_demand",
    "refuse_time",
    "register_demand",
    "reopen_demand",
    "return_determination",
    "seal_matter",
    "seek_time",
    "send_answer",
    "send_letter",
    "set_due_date",
    "set_visibility",
    "split_item",
    "state_fact",
    "state_non_receipt",
    "take_findings",
    "unseal_matter",
    "when",
    "withdraw_demand",
]
