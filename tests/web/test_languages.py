"""Spanish: every string has its words, its gaps and its terms; pages show no other language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from html import unescape

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tecum import words as vocabularies
from tecum.docket import vocabulary
from tecum.docket.acts import ACTS
from tecum.docket.status import StatusCode
from tecum.errors import DataUnusable, UsageError
from tecum.law.vocabulary import load_vocabulary, packs_folder
from tecum.ledger import page as verifier_page
from tecum.ledger.vocabulary import TYPES
from tecum.office import office_from
from tecum.reckoning.calendars import load_calendars
from tecum.reckoning.clocks import Period, PeriodUnit
from tecum.reckoning.errors import BadPeriod, UnknownCalendar
from tecum.web.accounts.models import Person
from tecum.web.exchange import wording
from tecum.web.intake.errors import DiskFull
from tecum.web.ui.codes import NAMES, NAMES_OF
from tecum.web.ui.sentences import ACTS as ACTS_WITH_A_LINE
from tecum.web.ui.templatetags.spoken import spoken
from tecum.web.ui.templatetags.ui import act_words, day, say, statement_words, tongue, words
from tecum.web.ui.tongues import tongue_of
from tecum.worded import together, worded
from tecum.words import Role
from tests.shared import ROOT
from tests.web.browsing import signed_in, token_of
from tests.web.catalogs import (
    CALLS,
    WEB,
    Message,
    compiled,
    placeholders,
    pluralised,
    sources,
    written,
)
from tests.web.conftest import Staff
from tests.web.world import demand_at_work

SPANISH = {"HTTP_ACCEPT_LANGUAGE": "es"}
NEW = "Strings without a Spanish translation (run `make messages`, then fill them in):\n"


@pytest.fixture(autouse=True)
def _in_english_again() -> Iterator[None]:
    """A request leaves its language behind in the thread, where the next test would find it."""
    yield
    translation.deactivate()


def test_every_string_has_a_translation() -> None:
    held = compiled()
    missing = [
        f"{where}: {message.text!r}" + (f" | {message.plural!r}" if message.plural else "")
        for message, where in sources().items()
        if not all(held.get(message, ("",)))
    ]
    assert not missing, NEW + "\n".join(missing)


def test_what_is_written_is_what_is_compiled() -> None:
    assert written() == compiled()


def test_nothing_is_fuzzy_or_left_behind() -> None:
    text = (settings.LOCALE_PATHS[0] / "es" / "LC_MESSAGES" / "django.po").read_text("utf-8")
    assert not re.search(r"^#, .*fuzzy|^#~", text, re.M)


def test_a_plural_has_both_its_forms() -> None:
    for message, translations in compiled().items():
        assert len(translations) == (2 if message.plural else 1), message


def test_what_is_filled_in_is_the_same() -> None:
    for text, said in pluralised(compiled()):
        assert placeholders(text) == placeholders(said), text


def test_a_sentence_ends_as_its_translation_does() -> None:
    for text, said in pluralised(compiled()):
        for mark in ".:":
            assert text.endswith(mark) is said.endswith(mark), (text, said)
        assert [text[:1] == " ", text[-1:] == " "] == [said[:1] == " ", said[-1:] == " "], text
        assert "!" not in said, said


TERMS = re.findall(
    r"^\| ([^|]+?) \| ([^|]+?) \| [^|]*\|$",
    (ROOT / "docs/reference/words-in-spanish.md").read_text("utf-8"),
    re.M,
)[1:]


@pytest.mark.parametrize(("english", "spanish"), TERMS)
def test_a_word_of_the_field_has_its_spanish_word(english: str, spanish: str) -> None:
    asked = re.compile(r"\b(?:" + english.replace(", ", "|") + r")\b(?!\.)", re.I)
    seen = 0
    for text, said in pluralised(compiled()):
        if asked.search(re.sub(r"%\(\w+\)s|\{\w*\}", "", text)):
            seen += 1
            assert any(form in said.casefold() for form in spanish.split(", ")), (text, said)
    assert seen


def test_the_table_of_words_is_read() -> None:
    assert len(TERMS) > 40


def _codes() -> Iterable[str]:
    left_out = {"TextFrom", "ReadingWarning", "IntakeOutcome", "CheckState", "Review", "Strength"}
    for name, one in vars(vocabularies).items():
        if isinstance(one, type) and issubclass(one, Enum) and name not in left_out:
            yield from (str(word.value) for word in one)
    for one in (vocabulary.DateKind, vocabulary.Precision, vocabulary.DisputeCode, StatusCode):
        yield from (str(word.value) for word in one)
    yield from load_vocabulary([packs_folder()]).actions


@pytest.mark.parametrize("code", sorted({*_codes()}))
def test_a_code_has_its_words_in_spanish(code: str) -> None:
    english = words(code)
    assert english in NAMES
    with translation.override("es"):
        assert words(code) == compiled()[Message(english)][0]


def test_acts_and_statements_have_their_words_in_spanish() -> None:
    english = [act_words(slug) for slug in ACTS if slug not in ACTS_WITH_A_LINE]
    english += [statement_words(kind) for kind in TYPES]
    assert [name for name in english if name not in NAMES] == []


def test_codes_of_statements_have_their_words_in_spanish() -> None:
    codes = {code for kind in TYPES.values() for code in kind.codes} - set(ACTS)
    assert sorted(code for code in codes if words(code) not in NAMES) == []


def test_no_name_stands_twice() -> None:
    names = [name for table in NAMES_OF.values() for name in table]
    assert len(names) == len(set(names))


def test_words_of_codes_and_days_are_spanish_on_a_spanish_page() -> None:
    assert (day("2020-01-27"), words("home_address")) == ("Mon 27 Jan 2020", "home address")
    with translation.override("es"):
        assert day("2020-01-27") == "lun 27 ene 2020"
        assert words("home_address") == "domicilio"
        assert say("in_litigation", "status") == "en litigio"
        assert act_words("letter-sent") == "Carta enviada"
        assert words("a_word_of_a_source") == "a word of a source"


def test_an_error_of_the_core_is_marked_as_english() -> None:
    with translation.override("es"):
        assert tongue_of("No such rule.") == "en"
        assert tongue("No such rule.") == ' lang="en"'
        assert tongue(translation.gettext("The answer has no words.")) == ""
    with translation.override("en"):
        assert tongue(str(UsageError("No such rule.", code="x.y"))) == ""


def test_a_refusal_of_an_act_is_said_in_the_language_of_the_page() -> None:
    thing = worded("The {thing} that is pointed at is not on this docket.", thing="order")
    who = worded("A {role} may not record {act}.", role=Role.CLERK, act="letter-sent")
    assert spoken(who) == "A records clerk may not record Letter sent."
    with translation.override("es"):
        assert spoken(thing) == "Lo que se señala no consta en este expediente: orden."
        assert spoken(who) == (
            "Este rol (encargado de registros) no puede asentar este acto: Carta enviada."
        )
        assert (tongue(thing), tongue_of(worded("Nobody has translated this."))) == ("", "en")


def test_errors_of_counting_of_packs_and_of_settings_are_said_in_the_language_of_the_page() -> None:
    period = BadPeriod(
        worded('"{clock}": its period is {period}, and its count leaves out days.',
               clock="x", period=Period(30, PeriodUnit.DAYS))
    )  # fmt: skip
    with pytest.raises(DataUnusable) as refused:
        office_from({"name": "X", "zone": "America/Denver", "margin_days": -1})
    with pytest.raises(UnknownCalendar) as unknown:
        load_calendars([packs_folder()])["us.wa.court"]
    with translation.override("es"):
        assert spoken(period.what) == '"x": su período es de 30 días, y su cuenta omite días.'
        assert spoken(refused.value.what) == (
            "office.toml: margin_days debe ser un número entero de días, de 0 a 3660."
        )
        assert spoken(unknown.value.what) == (
            'No está cargado ningún calendario "us.wa.court". El más parecido: "us.wa.courts".'
        )
        for error in (period, refused.value, unknown.value):
            assert tongue(error.what) == ""


@pytest.mark.django_db
def test_an_error_of_the_pages_with_filled_gaps_is_said_in_the_language_of_the_page(
    staff: Staff,
) -> None:
    address = reverse("docket:publish", args=[demand_at_work(staff).docket])
    page = signed_in(staff.clerk, **SPANISH).post(address, {"public_field": ["kind"]})
    said = page.content.decode().partition("<main")[2]
    assert "Su rol no incluye esto. Corresponde a: asesoría jurídica, responsable." in said
    assert 'lang="en"' not in said
    full = DiskFull(worded("less than the reserve is free"))
    with translation.override("es"):
        assert spoken(full.what) == (
            "El archivo no pudo guardarse: queda libre menos que la reserva."
        )
        assert tongue(full.what) == ""


def test_no_error_of_the_pages_is_filled_before_it_is_translated() -> None:
    """What :func:`format` filled is no longer found among the translations."""
    filled = [
        f"{path.name}:{call.lineno}"
        for path in sorted(WEB.rglob("*.py"))
        for error in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(error, ast.Raise)
        for call in ast.walk(error)
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "format"
    ]
    assert filled == []


def test_translating_has_no_name_that_the_tools_do_not_know() -> None:
    """Under another name its texts would be in no catalog, and no test would miss them."""
    strange = [
        f"{path.name}: {one.asname}"
        for path in sorted(WEB.parent.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        and node.module in {"django.utils.translation", "tecum.worded"}
        for one in node.names
        if one.asname is not None and one.asname not in CALLS
    ]
    assert strange == []


def test_a_sentence_that_only_joins_others_is_in_their_language() -> None:
    said, unsaid = worded("Check the hash."), worded("Nobody has translated this.")
    with translation.override("es"):
        assert tongue_of(together(said, said)) == "es"
        assert tongue_of(together(said, unsaid)) == "en"
        assert tongue_of(worded("{file}: {what}", file="x", what="in Python's own words")) == "en"


def test_what_no_verdict_says_is_what_the_verifier_prints() -> None:
    assert wording.LIMITS == verifier_page.LIMITS


@pytest.mark.django_db
def test_a_refused_act_a_dispute_and_the_status_are_spanish(staff: Staff) -> None:
    client = signed_in(staff.lead, **SPANISH)
    at = demand_at_work(staff)
    dispute, status = (
        client.get(address).content.decode()
        for address in (f"/docket/{at.docket}/dispute", "/status")
    )
    for page, sentence in (
        (dispute, "Muestra entre qué momentos"),
        (dispute, "No se encontró ninguna declaración de que"),
        (dispute, "Que no haya ocurrido otra cosa que nunca se anotó."),
        (status, "Cola de documentos"),
        (status, "Aislamiento de documentos hostiles"),
    ):
        assert sentence in page
        assert 'lang="en"' not in page.partition("<main")[2]
        assert [text for text in _left_in_english(page) if text != staff.lead.name] == []


def _texts(page: str) -> list[str]:
    """The texts that a page shows or speaks, without what it says in English on purpose."""
    page = re.sub(r"<(\w+)[^>]* lang=\"en\"[^>]*>.*?</\1>", "", page, flags=re.S)
    page = re.sub(r"<(script|style|pre|textarea)\b.*?</\1>", "", page, flags=re.S)
    spoken = re.findall(r' (?:aria-label|title|placeholder)="([^"]*)"', page)
    return [" ".join(unescape(text).split()) for text in (*re.split(r"<[^>]*>", page), *spoken)]


def _left_in_english(page: str) -> list[str]:
    held = compiled()
    patterns = []
    for text, said in pluralised(held):
        parts = [re.escape(part) for part in re.split(r"%\(\w+\)s|\{\w*\}", text)]
        # Little but gaps, such as "{one} and {other}", is like any text.
        if text == said or len(re.sub(r"\W", "", "".join(parts))) < (8 if len(parts) > 1 else 3):
            continue
        patterns.append(".+".join(parts) if len(parts) > 1 else parts[0])
    spanish = {said.casefold() for said in (one for many in held.values() for one in many)}
    english = re.compile("|".join(patterns), re.I)
    return [
        text for text in _texts(page) if text.casefold() not in spanish and english.fullmatch(text)
    ]


BOARDS = (
    "/inbox", "/docket", "/deadlines", "/approvals", "/campaigns", "/chronologies", "/receipts",
    "/packs", "/search", "/reports", "/people", "/status", "/office", "/me",
)  # fmt: skip
TABS = ("", "/dates", "/items", "/answer", "/messages", "/trail")


@pytest.mark.django_db
def test_spanish_pages_show_no_english_of_the_product(staff: Staff) -> None:
    client = signed_in(staff.lead, **SPANISH)
    at = demand_at_work(staff)
    names = {person.name for person in Person.objects.all()}
    for address in (*BOARDS, *(f"/docket/{at.docket}{tab}" for tab in TABS)):
        answer = client.get(address)
        assert answer.status_code == 200, address
        page = answer.content.decode()
        assert '<html lang="es">' in page
        assert answer["Content-Language"] == "es"
        left = [text for text in _left_in_english(page) if text not in names]
        assert left == [], address


def test_the_look_for_english_finds_it() -> None:
    page = '<p>Nothing waiting.</p><p lang="en">Nothing waiting.</p><a title="Sign in as X">x</a>'
    assert _left_in_english(page) == ["Nothing waiting.", "Sign in as X"]
    assert Message("Nothing waiting.") in compiled()


@pytest.mark.django_db
def test_a_form_without_a_script_chooses_the_language(staff: Staff) -> None:
    client = signed_in(staff.clerk, enforce_csrf_checks=True)
    here = "http://testserver/docket?kind=detainer"
    page = client.get("/docket?kind=detainer").content
    assert b'name="language" value="es" lang="es">Espa' in page
    form = {"language": "es", "csrfmiddlewaretoken": token_of(page)}
    assert client.post(reverse("language"), {"language": "es"}).status_code == 403
    answer = client.post(reverse("language"), form, headers={"referer": here})
    assert (answer.status_code, answer["Location"]) == (302, here)
    cookie = answer.cookies[settings.LANGUAGE_COOKIE_NAME]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("es", True, "Lax")
    page = client.get("/docket").content.decode()
    assert '<html lang="es">' in page
    assert 'value="en" lang="en">English' in page


@pytest.mark.django_db
def test_the_way_back_is_never_another_site(staff: Staff) -> None:
    for away in ("http://elsewhere.example/", "//elsewhere.example"):
        answer = Client().post(
            reverse("language"), {"language": "es", "next": away}, headers={"referer": away}
        )
        assert answer["Location"] == "/"
    assert Client().get(reverse("language")).status_code == 405


@pytest.mark.django_db
def test_signing_in_and_the_public_page_offer_both(staff: Staff) -> None:
    client = Client()
    assert b'value="es" lang="es"' in client.get("/sign-in").content
    page = client.get("/public").content.decode()
    assert 'href="?after=0&amp;language=es" hreflang="es"' in page
    answer = client.get("/public?language=es")
    page = answer.content.decode()
    assert '<html lang="es">' in page
    assert "Avísenos de un error" in page
    assert answer["Content-Language"] == "es"
    assert not answer.cookies
    assert "<form" not in page
    assert '<html lang="en">' in client.get("/public?language=xx").content.decode()


@pytest.mark.django_db
def test_places_on_a_page_image_are_plain_numbers_in_spanish(staff: Staff) -> None:
    client = signed_in(staff.clerk, **SPANISH)
    at = demand_at_work(staff)
    client.post(reverse("intake:take", args=[at.docket]))
    page = client.get(f"/docket/{at.docket}").content.decode()
    boxes = re.findall(r'<rect[^>]* x="([^"]*)"', page)
    assert boxes
    assert all(re.fullmatch(r"-?\d+(\.\d+)?", box) for box in boxes)
