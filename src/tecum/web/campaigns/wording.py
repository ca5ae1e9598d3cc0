"""What a plan does and why it does nothing for somebody, in words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tecum.docket.acts.campaign import CampaignAction
from tecum.docket.plans import Stop

__all__ = ["ACTIONS", "stop_words"]

ACTIONS: Mapping[CampaignAction, Promise] = {
    CampaignAction.SEND: _("Send the demand"),
    CampaignAction.REMIND: _("Send a follow-up"),
    CampaignAction.EXTEND: _("Give more time"),
    CampaignAction.ESCALATE: _("Announce or record a next step or a measure"),
    CampaignAction.EXCLUDE: _("Leave out"),
    CampaignAction.CLOSE: _("Close the demands"),
}
"""What can be done for many at once."""

_STOPS: Mapping[str, Promise] = {
    Stop.EXCLUDED.value: _("left out"),
    Stop.NO_DEMAND.value: _("no demand is drafted for this recipient"),
    Stop.HIDDEN.value: _("its docket cannot be acted on from here"),
    Stop.NOT_SENT.value: _("the demand was not sent yet"),
    Stop.ENDED.value: _("the demand has ended"),
    Stop.NO_TEXT.value: _("there is no letter and no paper"),
    Stop.SLOT_EMPTY.value: _("nothing fills this slot of the letter"),
    Stop.NO_ADDRESS.value: _("no address is entered"),
    Stop.NO_DATE.value: _("no date for the answer runs"),
    Stop.NOT_LATER.value: _("the new date is not later than the one that runs"),
    "docket.not-draft": _("the demand was sent before"),
    "docket.open-obligations": _("something is open, and no reason was entered"),
    "docket.stale-preview": _("the docket stands otherwise"),
    "docket.sealed": _("its docket cannot be acted on from here"),
    "docket.same-person": _("a second person is needed"),
    "docket.ended": _("the demand has ended"),
    "docket.closed": _("the demand is closed"),
    "docket.not-permitted": _("it belongs to another role"),
}


def stop_words(code: str, detail: str = "") -> str:
    """Why nothing is done for somebody, as a person reads it."""
    said = str(_STOPS.get(code, detail or code))
    return f"{said}: {detail}" if code == Stop.SLOT_EMPTY.value and detail else said
