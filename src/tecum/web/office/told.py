"""What each setting is called on the page, what it does, and how one is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

__all__ = ["TOLD", "Told"]

_HOURS = '[hours]\nopen = "08:00"\nclose = "17:00"'
_CALENDARS = '[calendars]\ncourts = "us.courts"\noffice = "us.co.24-11-101"'
_PRECEDENCE = (
    '[[precedence]]\nover = "den-subpoena"\nunder = "den-notify"\n'
    'reason = "counsel\'s memorandum of 3 March"\ndecided_by = "City Attorney"\non = 2026-03-03'
)
_SIGNERS = '[signers]\nclerk = ["none_held"]\ncounsel = ["seal"]'
_MAIL = '[mail]\ndomains = ["records.example.gov"]\nauthserv_ids = ["mx.example.gov"]'


@dataclass(frozen=True, slots=True)
class Told:
    """One setting in words.

    Attributes:
        name: What it is called.
        does: What it does, and what holds without it.
        example: How one is typed, where a person could not know.
    """

    name: str | Promise
    does: str | Promise
    example: str = ""


TOLD: Mapping[str, Told] = {
    "name": Told(
        _("Name of the office"),
        _("As papers print it. A paper addressed to this name is addressed to this office."),
    ),
    "aliases": Told(
        _("Other names"),
        _("Further names under which papers call this office."),
        "Example County Sheriff's Office\nExample County Jail",
    ),
    "jurisdiction": Told(_("Where the office is"), _("State and country."), "US-CA"),
    "recipient_class": Told(
        _("Kind of office"),
        _("Answers “Which kind of office are you?”. Without it every rule that asks is unknown."),
        "ca_law_enforcement",
    ),
    "zone": Told(
        _("Time zone"),
        _("The office’s clock: it says on which day something came in."),
        "America/Denver",
    ),
    "mail": Told(
        _("Own mail domains"),
        _("The office’s own domains, and whose check of a sender is trusted."),
        _MAIL,
    ),
    "hours": Told(
        _("Hours of business"),
        _("On open days, for dates that end when the office closes."),
        _HOURS,
    ),
    "cutoff": Told(
        _("Hour of the last receipt"),
        _("What comes later counts as received on the next open day. No count applies it yet."),
        "16:30",
    ),
    "calendars": Told(
        _("Calendars"),
        _("Which days are closed, for courts, agencies and this office."),
        _CALENDARS,
    ),
    "method": Told(
        _("Way of counting"),
        _("For a period on a paper that names no rule. Without it Fed. R. Civ. P. 6 is used."),
        "frcp-6",
    ),
    "margin_days": Told(
        _("Reminders early by"),
        _("Days, 3 without it. It never moves a date."),
        "3",
    ),
    "confirm_days": Told(
        _("Not confirmed after"),
        _("Days after which what was sent and is not known to have arrived is shown as such."),
        "10",
    ),
    "packs": Told(
        _("Law and policy"),
        _("The packs by which items are judged. Without it the shipped examples."),
        "us-federal\nus-co",
    ),
    "pack_keys": Told(
        _("Keys of packs"), _("Whose signatures on packs count as known."), "name+id+base64"
    ),
    "packs_signed": Told(
        _("Signed packs only"),
        _("Only packs act that one of these keys has signed. Without it: no."),
    ),
    "packs_approved": Told(
        _("Approved packs only"),
        _("Only versions act that this office approved and put in force. Without it: no."),
    ),
    "precedence": Told(
        _("Which of two rules goes first"),
        _("The office’s own choice between two rules that collide, with its reason."),
        _PRECEDENCE,
    ),
    "local_rules_complete": Told(
        _("Local rules are complete"),
        _("Whether the local rules that are loaded are all there are. Without it: no."),
    ),
    "silent_means": Told(
        _("Word beside “silent”"),
        _("What is shown where no rule speaks; never a permission. Without it: counsel."),
        "counsel",
    ),
    "signers": Told(
        _("Further signers"),
        _("Which role may also sign which acts."),
        _SIGNERS,
    ),
    "two_persons": Told(
        _("Two persons"),
        _("Which groups of acts need a second person. Without it all but reports."),
    ),
    "confirm_all": Told(
        _("Confirm every field"),
        _("A person confirms each field, not only those on which dates hang. Without it: no."),
    ),
    "sealed_counted": Told(
        _("Sealed matters in totals"),
        _("Sealed on these grounds, a matter counts in totals of reports. Without it none does."),
    ),
    "retention_days": Told(
        _("Proposed for erasure after"),
        _("Days of rest of an ended demand. Two persons erase; nothing is erased by itself."),
        "1825",
    ),
}
"""Every setting of the page; a test holds that none is left out."""
