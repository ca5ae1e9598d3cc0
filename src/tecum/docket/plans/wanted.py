"""What a person wants done for many recipients at once, as it was chosen on the page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tecum.docket.acts.campaign import CampaignAction, ExclusionReason
from tecum.docket.acts.course import CloseGround, Step, ThreatCondition
from tecum.docket.acts.measures import MeasureKind
from tecum.docket.declare import PERSON, PLAIN, Text, field, part
from tecum.docket.errors import ActMalformed
from tecum.worded import worded as _
from tecum.words import Channel

__all__ = ["Wanted"]

_NEEDS: Mapping[CampaignAction, tuple[str, ...]] = {
    CampaignAction.SEND: ("channel",),
    CampaignAction.REMIND: ("channel", "text"),
    CampaignAction.EXTEND: ("due",),
    CampaignAction.ESCALATE: ("step",),
    CampaignAction.EXCLUDE: ("reason",),
    CampaignAction.CLOSE: ("ground",),
}
"""What cannot be left out of each."""


@part
class Wanted:
    """One thing for several recipients.

    Attributes:
        text: The words of a letter, with slots in braces; for sending None means the template.
        step: The rung taken; with ``announced`` only said to follow, on ``conditions``.
        measure: Which measure, where the step is one; ``imposed`` where it has taken effect.
        cite: Where it is said that a recipient is left out, or that a measure follows.
        remark: Why something that is open is closed all the same.
    """

    action: CampaignAction = field(PLAIN)
    recipients: tuple[str, ...] = field(PLAIN)
    channel: Channel | None = field(PLAIN, default=None)
    text: Text | None = field(PERSON, default=None)
    due: date | None = field(PLAIN, default=None)
    step: Step | None = field(PLAIN, default=None)
    announced: bool = field(PLAIN, default=False)
    conditions: tuple[ThreatCondition, ...] = field(PLAIN, default=())
    measure: MeasureKind | None = field(PLAIN, default=None)
    imposed: bool = field(PLAIN, default=False)
    programme: str | None = field(PLAIN, default=None)
    amount: int | None = field(PLAIN, default=None)
    currency: str | None = field(PLAIN, default=None)
    condition: Text | None = field(PERSON, default=None)
    reason: ExclusionReason | None = field(PLAIN, default=None)
    cite: str | None = field(PLAIN, default=None)
    ground: CloseGround | None = field(PLAIN, default=None)
    remark: Text | None = field(PERSON, default=None)

    def __post_init__(self) -> None:
        needs = _NEEDS[self.action]
        if self.step is Step.MEASURE:
            needs = (*needs, "measure")
        if self.action is CampaignAction.ESCALATE and self.text:
            needs = (*needs, "channel")
        for name in needs:
            if not getattr(self, name):
                raise ActMalformed(
                    _(
                        "To {action} for several recipients, the {name} is needed.",
                        action=self.action,
                        name=name,
                    ),
                    why=_("Nothing is filled in that nobody chose."),
                    do=_("Enter the {name}.", name=name),
                    field=name,
                )
        if not self.recipients:
            raise ActMalformed(
                _("No recipient is chosen."),
                do=_("Choose recipients on the board."),
                field="recipients",
            )
        if len(self.recipients) != len(set(self.recipients)):
            raise ActMalformed(_("A recipient is named twice."), field="recipients")
        if self.step is not None and self.action is not CampaignAction.ESCALATE:
            raise ActMalformed(_("A step is taken by escalating."), field="step")
