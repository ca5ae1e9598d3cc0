"""The shipped catalogue is whole, sourced, and strict about what it does not know."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from tecum.instruments.catalogue import instrument_from, load_catalogue
from tecum.instruments.errors import CatalogueInvalid, PatternUnsafe
from tecum.words import Force, Kind, SignatoryRole

GOOD = """
id = "x.test"
kind = "detainer"
name = "Test"
review = "unreviewed"
[[source]]
cite = "8 CFR 287.7"
says = "a request"
[[mark]]
id = "title"
any = ['''\\bdetainer\\b''']
regions = ["title"]
weight = 5
"""


def build(text: str) -> object:
    return instrument_from(tomllib.loads(text), "x.test.toml")


def test_every_kind_but_other_has_an_instrument() -> None:
    kinds = {instrument.kind for instrument in load_catalogue().instruments}
    assert kinds == set(Kind) - {Kind.OTHER}


def test_every_instrument_is_unreviewed_and_sourced() -> None:
    for instrument in load_catalogue().instruments:
        assert not instrument.is_reviewed
        assert all(source.cite and source.says for source in instrument.sources)


def test_demands_state_their_force() -> None:
    for instrument in load_catalogue().instruments:
        assert (instrument.force is not None) is instrument.kind.is_demand, instrument.id


def test_what_an_officer_signs_is_never_a_court_order() -> None:
    for instrument in load_catalogue().instruments:
        if SignatoryRole.JUDGE not in instrument.signer.roles:
            assert instrument.force is not Force.COURT_ORDER, instrument.id
            assert instrument.signer.judge_line is not True, instrument.id


def test_every_form_of_the_catalogue_is_claimed_once() -> None:
    forms = [form for i in load_catalogue().instruments for form in i.forms]
    assert len(forms) == len(set(forms))


def test_replaced_editions_are_named_where_they_exist() -> None:
    ids = {instrument.id for instrument in load_catalogue().instruments}
    named = {id_ for i in load_catalogue().instruments for id_ in i.replaces}
    assert named <= ids


def test_authority_ids_are_paths() -> None:
    for instrument in load_catalogue().instruments:
        for id_ in instrument.authorities:
            assert re.fullmatch(r"[a-z-]+(?:/[\w.-]+)+", id_), id_


def test_detainers_show_both_readings_of_the_hold() -> None:
    clocks = load_catalogue()["us.dhs.i-247a"].clocks
    holds = [clock.phrase["counting"] for clock in clocks if clock.due_for == "hold"]
    assert sorted(holds) == ["business", "unstated"]


def test_the_hash_names_the_catalogue() -> None:
    assert re.fullmatch(r"[0-9a-f]{64}", load_catalogue().sha256)
    count = sum(
        file.name.endswith(".toml") for file in (files("tecum.instruments") / "catalogue").iterdir()
    )
    assert len(load_catalogue().instruments) == count


def test_a_good_file_loads() -> None:
    assert build(GOOD)


REFUSED = (
    (GOOD.replace("name =", "nmae ="), 'Nearest: "name"'),
    (GOOD.replace('["title"]', '["titel"]'), 'Nearest: "title"'),
    (GOOD.replace('"detainer"', '"detaner"'), 'Nearest: "detainer"'),
    (GOOD.replace("weight = 5", "weight = -5"), "above 0"),
    (GOOD.replace("weight = 5", 'weight = "5"'), "wrong kind"),
    (GOOD.replace('review = "unreviewed"', 'review = "fine"'), "review"),
    (GOOD.replace("any = ['''\\bdetainer\\b''']", ""), "either words"),
    (re.sub(r"\[\[source\]\]\ncite.*\nsays.*\n", "", GOOD), '"source" is required'),
    (GOOD + "[signer]\nroles = ['juge']\n", 'Nearest: "judge"'),
    (GOOD + "[[clock]]\nfor = 'holding'\n", 'Nearest: "hold"'),
    (GOOD + "[typical]\nitems = ['relase_date']\n", 'Nearest: "release_date"'),
    (GOOD.replace("x.test", "x.other"), "file's name"),
)


@pytest.mark.parametrize(("text", "says"), REFUSED, ids=[row[1] for row in REFUSED])
def test_refused_by_name(text: str, says: str) -> None:
    with pytest.raises(CatalogueInvalid) as caught:
        build(text)
    assert says in caught.value.what


@pytest.mark.parametrize(
    "pattern", ["(a+)+", "a.*b", "(?:a{0,9}){0,9}", ".{0,80}a.{0,80}b", r"(a)\1", "(?<=a b)c", "("]
)
def test_an_unsafe_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(PatternUnsafe):
        build(GOOD.replace("\\bdetainer\\b", pattern))


def test_general_instruments_are_named_where_they_exist() -> None:
    catalogue = load_catalogue()
    for instrument in catalogue.instruments:
        for general in instrument.within:
            assert catalogue[general].kind is instrument.kind, instrument.id


def test_no_template_claims_to_be_confirmed_by_nobody() -> None:
    for instrument in load_catalogue().instruments:
        for template in instrument.templates:
            assert template.confirmed is instrument.is_reviewed, instrument.id
            assert template.note == "to be confirmed on the form"


TEMPLATE = GOOD + (
    "[[edition]]\nid = '2020'\nmark = 'x'\n[[template]]\nedition = '2020'\n"
    + "".join(f"[[template.anchor]]\nlabel = 'Label {n}'\n" for n in range(4))
)


def test_a_template_loads() -> None:
    assert build(TEMPLATE)


TEMPLATES_REFUSED = (
    (TEMPLATE.replace("edition = '2020'", "edition = '2021'"), 'Nearest: "2020"'),
    (TEMPLATE.replace("[[template.anchor]]\nlabel = 'Label 3'\n", ""), "at least 4 anchors"),
    (TEMPLATE + "[[template.field]]\nfield = 'subject.name'\nlabel = 'N'\n", "subjects.name"),
    (TEMPLATE + "[[template.field]]\nfield = 'issuer'\nlabel = 'N'\ntake = 'rigth'\n", '"right"'),
    (TEMPLATE + "[[template.field]]\nfield = 'issuer'\n", '"label" is required'),
    (TEMPLATE + "[[template.checkbox]]\nlabel = 'N'\n", '"id" is required'),
    (TEMPLATE + "[[template.signature]]\nlabel = 'N'\nplace = 'abvoe'\n", 'Nearest: "above"'),
)


@pytest.mark.parametrize(("text", "says"), TEMPLATES_REFUSED)
def test_a_template_is_refused_by_name(text: str, says: str) -> None:
    with pytest.raises(CatalogueInvalid) as caught:
        build(text)
    assert says in caught.value.what
