"""The main job in one function: a document and an office profile become a page to act on.

    bytes ──open──▶ Opened ──read──▶ Reading ──┬─ deadlines ─▶ what is due, with every counted day
                                               └─ findings ──▶ what the rules say, item by item

It decides nothing, asks no network and no clock: the caller hands in the days.
"""

from tecum.triage.job import Desk, triage, triage_opened
from tecum.triage.profile import check_profile
from tecum.triage.result import Deadline, ItemFinding, Triage, Unread

__all__ = [
    "Deadline",
    "Desk",
    "ItemFinding",
    "Triage",
    "Unread",
    "check_profile",
    "triage",
    "triage_opened",
]
