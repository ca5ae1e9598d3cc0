"""What pages read of dockets."""

from __future__ import annotations

from tecum.web.docket import models, states

__all__ = ["state_for"]


def state_for(docket_id: str) -> states.State | None:
    """The state of a docket, None where there is no such docket. For services only."""
    docket = models.Docket.objects.filter(pk=docket_id).first()
    return states.state_of(docket) if docket is not None else None
