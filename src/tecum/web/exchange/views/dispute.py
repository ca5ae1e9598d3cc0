"""What each side can prove: the page of a dispute, and the same as one file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from tecum.docket.acts import ACTS
from tecum.exchange.dispute.page import entry_rows
from tecum.web.accounts.selectors import profile
from tecum.web.docket.models import Demand
from tecum.web.exchange import disputing
from tecum.web.exchange.wording import LIMITS, for_people, sentence, verdict_words
from tecum.web.ui.templatetags.spoken import position_words, spoken
from tecum.web.ui.templatetags.ui import act_words, capital, say, strength_word, words

_SIDES = ("ours", "theirs")
_FOLDED = "entry.recorded"


@login_required
@require_GET
def dispute(request: HttpRequest, docket: str) -> HttpResponse:
    """Both sides' papers side by side: what is established, by what strength, what not."""
    dockets, office = _asked(request, docket)
    asked = disputing.dispute(request.user, dockets, office)
    found, zone = asked.found, profile().zone
    context = {
        "docket": docket,
        "number": Demand.objects.filter(pk=docket).values_list("number", flat=True).first(),
        "found": found,
        "names": [_side(found, side) for side in _SIDES],
        "looked": [
            (_side(found, side), sentence(found["sides"][side]["looked"], zone)) for side in _SIDES
        ],
        "questions": [_question(one, zone) for one in found["questions"]],
        "rows": [_row(one, zone) for one in found["milestones"] if one["type"] != _FOLDED],
        "others": [_row(one, zone) for one in found["milestones"] if one["type"] == _FOLDED],
        "sentences": [spoken(one) for one in found["three_sentences"]],
        "missing": [sentence(one["sentence"], zone) for one in found["not_established"]],
        "limits": [gettext(one) for one in LIMITS],
        "query": request.META.get("QUERY_STRING", ""),
    }
    return render(request, "exchange/dispute.html", context)


@login_required
@require_GET
def evidence(request: HttpRequest, docket: str) -> HttpResponse:
    """The dispute as one file whose receipts verify by themselves."""
    dockets, office = _asked(request, docket)
    content = disputing.bundle(request.user, dockets, office)
    response = HttpResponse(content, content_type="application/octet-stream")
    name = f"dispute-{docket[:12]}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _asked(request: HttpRequest, docket: str) -> tuple[list[str], str | None]:
    more = [one for one in request.GET.getlist("with") if one]
    return list(dict.fromkeys([docket, *more])), request.GET.get("office") or None


def _side(found: Mapping[str, Any], side: str) -> str:
    """The name of a side; one that no paper names is called so in the language of the page."""
    return capital(spoken(found["sides"][side]["name"]))


def _question(one: Mapping[str, Any], zone: str) -> dict[str, Any]:
    about = one["about"] if one["about"] not in _SIDES else None
    return {
        **one,
        "asked": sentence(one["asked"], zone),
        "about": about and about[:16],
        "sentences": [sentence(said, zone) for said in one["sentences"]],
        "rests_on": [ref[:16] for ref in one["rests_on"]],
    }


def _row(one: Mapping[str, Any], zone: str) -> dict[str, Any]:
    pairs = [(spoken(word), _said(word, value, zone)) for word, value in entry_rows(one)]
    return {"side": one["side"], "type": one["type"], "says": spoken(one["says"]), "pairs": pairs}


def _said(word: str, value: str, zone: str) -> str:
    """A value of a statement in words; what a verifier prints in capitals is a word like others."""
    if word == "strength":
        glyph, _space, strength = value.partition(" ")
        return f"{glyph} {strength_word(strength)}"
    if word == "verdict":
        return verdict_words(spoken(value))
    if word == "channel":
        return str(say(value, "channel"))
    if word == "code":
        return ", ".join(_code(code) for code in value.split(", "))
    if word == "author's time is":
        return position_words(value)
    if word == "grade":
        return words(value)
    return for_people(value, zone)


def _code(code: str) -> str:
    """A code of a statement; of a recorded act it is the name of the act."""
    return str(act_words(code)) if code in ACTS else words(code)
