"""Every recording address and every form of an act is in a flow that is done by keyboard."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.urls import URLResolver

from tecum.web import urls
from tecum.web.demo import urls as demo
from tecum.web.docket.forms.pages import FORMS
from tests.browser.flows import FLOWS, MACHINES, Flow
from tests.shared import ROOT
from tests.web.routes import ROUTES

BROWSER = ROOT / "tests" / "browser"
OF_POINTERS = frozenset(
    {
        "check",
        "click",
        "dblclick",
        "dispatch_event",
        "drag_to",
        "fill",
        "focus",
        "hover",
        "select_option",
        "set_checked",
        "set_input_files",
        "tap",
        "uncheck",
    }
)
"""What a browser test can do that nobody at a keyboard can."""


def _addresses(patterns: Iterable[Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for one in patterns:
        if isinstance(one, URLResolver):
            inner = f"{before}{one.namespace}:" if one.namespace else before
            yield from _addresses(one.url_patterns, inner)
        elif one.name:
            yield before + one.name, one.callback


def _takes_forms(view: Any) -> bool:
    """Whether a view answers to POST: what it is wrapped in holds the list of methods."""
    while view is not None:
        for cell in getattr(view, "__closure__", None) or ():
            held = cell.cell_contents
            if isinstance(held, list | tuple) and "POST" in held:
                return True
        view = getattr(view, "__wrapped__", None)
    return False


def _recording() -> set[str]:
    """What takes forms, as the addresses themselves have it, and each act that has a form."""
    found = [*_addresses(urls.urlpatterns), *_addresses(demo.urlpatterns, "demo:")]
    names = {name for name, view in found if _takes_forms(view)}
    return (names - {"docket:record"}) | {f"docket:record {slug}" for slug in FORMS}


def test_every_recording_address_is_in_a_flow() -> None:
    done = frozenset().union(*(flow.sends for flow in FLOWS.values()))
    assert _recording() - done - set(MACHINES) == set()
    assert (done | set(MACHINES)) - _recording() == set()


def test_nothing_that_takes_forms_is_overlooked() -> None:
    told = {name for name, route in ROUTES.items() if route.method == "POST" or route.both}
    assert told - {"docket:record"} <= _recording()


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS)
def test_each_flow_has_its_test_and_its_people(flow: Flow) -> None:
    module, _, name = flow.test.partition("::")
    tree = ast.parse((BROWSER / module).read_text("utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert flow.roles
    assert flow.sends
    # Nobody of the flow stands outside the permissions of what it sends.
    for sent in flow.sends:
        route = ROUTES[sent.partition(" ")[0]]
        if route.who.roles is not None:
            assert route.who.roles & set(flow.roles), sent


@pytest.mark.parametrize(
    "module", sorted({flow.test.partition("::")[0] for flow in FLOWS.values()})
)
def test_what_does_the_flows_has_no_pointer(module: str) -> None:
    called = {
        node.func.attr
        for path in (BROWSER / module, BROWSER / "desk.py", BROWSER / "keys.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert called & OF_POINTERS == set()
