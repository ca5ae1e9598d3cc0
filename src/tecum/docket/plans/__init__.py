"""Something done for many recipients at once: a plan that is seen first, then carried out.

    plan(campaign, dockets, wanted, …) → Plan        pure; nothing is recorded

``wanted`` what a person chose · ``letters`` the text with its slots filled · ``rows`` the acts
for one recipient, or why there is none · ``plan`` all rows and the hash that binds them.

Authority: DOCKET 1.11.
"""

from tecum.docket.plans.letters import Letter, fill
from tecum.docket.plans.plan import Plan, PlanRow, outcome_of, plan, read_plan, still_stands
from tecum.docket.plans.rows import Stop
from tecum.docket.plans.wanted import Wanted

__all__ = [
    "Letter",
    "Plan",
    "PlanRow",
    "Stop",
    "Wanted",
    "fill",
    "outcome_of",
    "plan",
    "read_plan",
    "still_stands",
]
