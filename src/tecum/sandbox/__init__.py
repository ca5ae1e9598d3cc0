"""A limited child process for everything that parses bytes from outside (READING 2).

One call runs one function of a fixed list over one input and gives back plain values. The
child has no network, no other file, no child of its own, and ends when a limit is reached.
PDFium is not thread-safe and parsers have faults: a child that dies takes nothing with it.

    bubblewrap → Landlock → resource limits alone      (the strongest that the machine gives)

A system-call filter and resource limits apply on every rung.
"""

from __future__ import annotations

from tecum.sandbox.ladder import Isolation, isolation_in_force
from tecum.sandbox.parent import ALLOWED, ChildEnded, ChildLimits, Given, run

__all__ = [
    "ALLOWED",
    "ChildEnded",
    "ChildLimits",
    "Given",
    "Isolation",
    "isolation_in_force",
    "run",
]
