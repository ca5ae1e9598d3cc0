"""Forms of the first run and of invitations."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tecum.law.at_hand import kinds_of_office, titles
from tecum.web.ui.templatetags.ui import capital, words
from tecum.web.ui.tongues import SOURCE
from tecum.words import Role

__all__ = ["FirstRun", "Invitation"]

ZONES = ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles")
GIVEN_ROLES = (
    (Role.CLERK, _("Records clerk: registers, confirms, follows dates")),
    (Role.COUNSEL, _("Counsel: decides, answers")),
    (Role.LEAD, _("Lead: second approver, people")),
    (Role.CUSTODIAN, _("Records custodian")),
    (Role.ISSUING_OFFICER, _("Issuing officer: sends demands")),
    (Role.POLICY_AUTHOR, _("Policy author: writes packs, sees no personal data")),
    (Role.AUDITOR, _("Auditor: reads, changes nothing")),
    (Role.OPERATOR, _("Operator: people, keys, the installation; sees no matter")),
)


def _pack_choices() -> list[tuple[str, SafeString]]:
    label = '<span lang="{}">{}</span> <span class="hash">{}</span>'
    return [(name, format_html(label, SOURCE, title, name)) for name, title in titles().items()]


def _kind_choices() -> list[tuple[str, str | Promise]]:
    kinds = [(word, capital(said or words(word))) for word, said in kinds_of_office().items()]
    return [("", _("Say it later")), *kinds]


class _InWordsOfPacks(forms.Select):
    """A list whose words, but for the empty one, are those of packs, in their language."""

    def create_option(self, name: str, value: object, *rest: object, **more: Any) -> dict[str, Any]:
        """One choice, with the language it is in."""
        option: dict[str, Any] = super().create_option(name, value, *rest, **more)
        if value:
            option["attrs"]["lang"] = SOURCE
        return option


class FirstRun(forms.Form):
    """Who the office is; everything can be changed later."""

    name = forms.CharField(label=_("Name of the office"), max_length=200)
    zone = forms.CharField(
        label=_("Time zone"),
        help_text=_("For example America/Denver."),
        initial=ZONES[2],
        widget=forms.TextInput(attrs={"list": "zones", "autocomplete": "off"}),
    )
    jurisdiction = forms.CharField(
        label=_("Jurisdiction"), required=False, help_text=_("For example US-CO. May stay empty.")
    )
    recipient_class = forms.ChoiceField(
        label=_("Kind of office"),
        required=False,
        choices=_kind_choices,
        widget=_InWordsOfPacks,
        help_text=_(
            "The kinds of office that law packs ask about. Without it every rule that asks is "
            "unknown."
        ),
    )
    packs = forms.MultipleChoiceField(
        label=_("Law packs"),
        required=False,
        choices=_pack_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Worked examples, not reviewed. Without any, every item goes to counsel."),
    )
    lead = forms.CharField(label=_("Your name or title"), max_length=200)

    def clean_zone(self) -> str:
        """Only zones that exist."""
        zone = str(self.cleaned_data["zone"])
        if zone not in available_timezones():
            raise forms.ValidationError(
                _("There is no such time zone. Write it like America/Denver.")
            )
        return zone

    def profile(self) -> dict[str, object]:
        """The keys of ``office.toml``; empty fields stay unset."""
        kept = ("name", "zone", "jurisdiction", "recipient_class")
        found: dict[str, object] = {
            key: self.cleaned_data[key] for key in kept if self.cleaned_data[key]
        }
        if self.cleaned_data["packs"]:
            found["packs"] = list(self.cleaned_data["packs"])
        return found


class Invitation(forms.Form):
    """Somebody who shall work here, and as what."""

    name = forms.CharField(label=_("Name or title"), max_length=200)
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=[(role.value, words) for role, words in GIVEN_ROLES],
        widget=forms.CheckboxSelectMultiple,
    )
