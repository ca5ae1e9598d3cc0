"""What of the office's profile the guards of the docket depend on."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from tecum.docket.vocabulary import TwoPersons
from tecum.errors import DataUnusable, nearest
from tecum.office import Office
from tecum.worded import nearest_named
from tecum.worded import worded as _

__all__ = ["Rules", "rules_of"]

_NEVER_LIFTED = frozenset(group for group in TwoPersons if not group.may_be_lifted)
_BY_ITSELF = frozenset(TwoPersons) - {TwoPersons.REPORTS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The office's choices that guards and statuses need.

    ``two_persons`` always holds the groups that no profile can lift: override, waiver of a
    duty, erasure. ``confirm_days`` is after how many days a dispatch of which no delivery is
    known counts as not confirmed; None where the office has set no limit. ``recorded`` holds
    while entries are folded that stand already: what was recorded was allowed when it was, by
    a profile that may have been another.
    """

    zone: str = "UTC"
    two_persons: frozenset[TwoPersons] = _BY_ITSELF
    margin_days: int = 3
    clerk_may_find_none: bool = False
    counsel_may_seal: bool = False
    confirm_days: int | None = None
    recorded: bool = False

    def asks_two(self, group: TwoPersons) -> bool:
        """Whether the profile asks for a second person, of an act that is now to be recorded."""
        return group in self.two_persons and not self.recorded

    @property
    def tz(self) -> ZoneInfo:
        """The office's time zone, in which its legal dates are dates."""
        return ZoneInfo(self.zone)


def rules_of(office: Office) -> Rules:
    """The rules of an office's profile.

    ``signers`` may let a clerk propose ``none_held``: ``clerk = ["none_held"]``, and counsel
    seal and unseal a matter: ``counsel = ["seal"]``.

    Raises:
        DataUnusable: ``two_persons`` names a group that does not exist.
    """
    groups = _BY_ITSELF
    if office.two_persons is not None:
        groups = frozenset(_group(name) for name in office.two_persons) | _NEVER_LIFTED
    return Rules(
        zone=office.zone,
        two_persons=groups,
        margin_days=office.margin_days,
        confirm_days=office.confirm_days,
        clerk_may_find_none="none_held" in office.signers.get("clerk", ()),
        counsel_may_seal="seal" in office.signers.get("counsel", ()),
    )


def _group(name: str) -> TwoPersons:
    try:
        return TwoPersons(name)
    except ValueError:
        near = nearest(name, TwoPersons)
        raise DataUnusable(
            nearest_named(_('two_persons: "{group}" is not a group of acts.', group=name), near),
            why=_("A misspelt group would leave an act to one person."),
            do=_("Use some of: {listed}.", listed=", ".join(TwoPersons)),
            code="office.two-persons",
        ) from None
