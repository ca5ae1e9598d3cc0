"""Events, claims and public threads: what each side says happened, with its source."""

from tecum.docket.chronology.checks import CheckResult, thread_checks
from tecum.docket.chronology.load import load_thread, shipped_threads, thread_from
from tecum.docket.chronology.mapping import acts_of
from tecum.docket.chronology.model import Thread

__all__ = [
    "CheckResult",
    "Thread",
    "acts_of",
    "load_thread",
    "shipped_threads",
    "thread_checks",
    "thread_from",
]
