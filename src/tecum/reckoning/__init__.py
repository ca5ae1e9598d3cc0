"""RECKON: from an event and a clock to dates, with every counted day shown.

No clock of its own, no network; it never invents a start. ``reckon`` counts a clock of a
pack, ``reckon_stated`` a period printed in a document, ``reckon_fixed`` a date printed there.
"""

from tecum.reckoning.calendars import Calendars, load_calendars
from tecum.reckoning.clocks import Clock, by_id
from tecum.reckoning.events import Account, Event, EventKind, How, Standing, event_kind
from tecum.reckoning.reckon import judged, reckon
from tecum.reckoning.result import DateReading, Due, Pins, Reckoned, Status, Step, Verdict
from tecum.reckoning.stated import reckon_fixed, reckon_stated

__all__ = [
    "Account",
    "Calendars",
    "Clock",
    "DateReading",
    "Due",
    "Event",
    "EventKind",
    "How",
    "Pins",
    "Reckoned",
    "Standing",
    "Status",
    "Step",
    "Verdict",
    "by_id",
    "event_kind",
    "judged",
    "load_calendars",
    "reckon",
    "reckon_fixed",
    "reckon_stated",
]
