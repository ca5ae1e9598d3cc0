"""What was entered is shown again in the words of its form; what is secret is not."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from django.utils.translation import override

from tecum.web.ui.templatetags.fields import field_value
from tecum.web.ui.typed_words import Sent, has_words, shown_again
from tests.web.browsing import signed_in
from tests.web.catalogs import WEB
from tests.web.conftest import Staff
from tests.web.world import demand_at_work

PARTS = re.compile(r"<form\b[^>]*>|<(?:input|select|textarea)\b[^>]*>")
NAME = re.compile(r"\bname=\"(\w+)[\"-]")
UNSEEN = re.compile(r"type=\"(?:hidden|file)\"")


def test_names_codes_and_days_are_words() -> None:
    sent = [("event", "failed"), ("code", "mailbox_full"), ("on", "2020-01-13"), ("text", "late")]
    assert shown_again(sent) == [
        ("Event", "failed"),
        ("Code", "mailbox full"),
        ("Day", "Mon 13 Jan 2020"),
        ("Text", "late"),
    ]
    with override("es"):
        assert shown_again(sent)[1][1] != "mailbox full"
        assert shown_again(sent)[3] == ("Texto", "late")


def posted(text: str) -> set[str]:
    """The names under which the forms of a template send what a person filled in."""
    is_asked, found = False, set()
    for part in PARTS.findall(text):
        if part.startswith("<form"):
            is_asked = 'method="post"' not in part
        elif not is_asked and not UNSEEN.search(part):
            found.update(NAME.findall(part))
    return found


def test_every_field_of_every_form_has_its_words() -> None:
    """A name that a form sends is a word of the program, and English on every page."""
    named = {str(path): posted(path.read_text("utf-8")) for path in sorted(WEB.rglob("*.html"))}
    assert sum(map(len, named.values())) > 100
    missing = [
        (page.rpartition("/")[2], name)
        for page, names in named.items()
        for name in sorted(names)
        if not has_words(name)
    ]
    assert missing == []


def test_several_values_stand_once_and_rows_keep_their_number() -> None:
    sent = [("items", "1"), ("items", "2"), ("basis-2", "Policy")]
    assert shown_again(sent) == [("Items", "1, 2"), ("Ground 2", "Policy")]


def test_the_labels_of_the_form_at_hand_go_first() -> None:
    assert shown_again([("by", "b" * 8)], {"by": Sent("By which order")}) == [
        ("By which order", "bbbbbbbb")
    ]


@pytest.mark.parametrize(
    "sent", [("password", "of nothing"), ("secret", "x"), ("back", "/inbox"), ("claim", "0a" * 16)]
)
def test_secrets_ids_and_what_the_page_sent_along_are_left_out(sent: tuple[str, str]) -> None:
    assert shown_again([sent]) == []


def test_a_choice_is_shown_in_the_words_of_the_form_even_where_it_is_an_id() -> None:
    form = {"order": Sent("Which order", lambda: [("0a" * 16, "Order of 3 May")])}
    assert shown_again([("order", "0a" * 16)], form) == [("Which order", "Order of 3 May")]
    assert shown_again([("order", "0b" * 16)], form) == []


@pytest.mark.django_db
def test_a_refused_form_of_an_act_shows_its_choices_in_the_language_of_the_page(
    staff: Staff,
) -> None:
    at = demand_at_work(staff)
    sent = {"other": "D-9999", "relation": "encloses"}
    answer = signed_in(staff.counsel, HTTP_ACCEPT_LANGUAGE="es").post(
        reverse("docket:record", args=[at.docket, "demand-linked"]), sent
    )
    said = answer.content.decode()
    assert answer.status_code == 400
    assert "No hay ningún requerimiento con este número." in said
    assert "<dd>encloses</dd>" not in said


@pytest.mark.django_db
def test_a_refused_act_shows_the_labels_of_its_form(staff: Staff) -> None:
    answer = signed_in(staff.clerk).post(
        reverse("intake:dismiss", args=["0" * 64]), {"outcome": "not_a_demand", "password": "of it"}
    )
    said = answer.content.decode()
    assert answer.status_code == 400
    assert "<dt>Outcome</dt><dd>not a demand</dd>" in said
    assert "of it" not in said


class Unclear:
    """A conduct that the paper does not tell."""

    path, value, state = "conduct", None, "read"


def test_a_conduct_that_is_not_established_asks_for_a_person() -> None:
    assert "a person has to say" in str(field_value(Unclear()))
    with override("es"):
        assert "no consta" in str(field_value(Unclear()))
