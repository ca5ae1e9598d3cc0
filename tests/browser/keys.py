"""A person at the keyboard: reaches, types, chooses and sends by keys, and by nothing else.

What is sent is noted by the name of its address, so that a flow can show that it sent all of it.
After each act the focus stands on what the page says of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import django
from django.apps import apps
from django.urls import Resolver404, resolve
from playwright.sync_api import Locator, Page, Response, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.patience import STEP

__all__ = ["SAID", "Hands", "Label", "Said"]

A_WHILE = 20_000
"""Milliseconds after which a key is pressed again that seems to have gone nowhere."""
MOST_ROUNDS = 60
SAID = "Recorded as entry"
Said = bool | str | Path | Sequence[str] | Sequence[Path]
"""What goes into a field: words, an option's words, whether it is ticked, files, or several."""
Label = str | re.Pattern[str]
"""The label of a field, whole or the beginning of it."""

_OFF = """target => {
  const at = document.activeElement;
  if (at === target) return [0, at.type || ""];
  const shown = e => !e.disabled && e.tabIndex >= 0
    && e.checkVisibility({visibilityProperty: true});
  const stops = [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
  )].filter(e => e === target || e === at || shown(e)).filter(e => e === target || e === at
    || e.type !== "radio" || e.checked
    || !(e.name === target.name && e.form === target.form)
       && e === document.querySelector(`input[type=radio][name="${CSS.escape(e.name)}"]`));
  const before = e => Boolean(at.compareDocumentPosition(e) & 2);
  const from = stops.includes(at) ? stops.indexOf(at)
    : at === document.body ? -1 : stops.filter(before).length - 0.5;
  return [stops.indexOf(target) - from, at.type || ""];
}"""
"""How many stops of the Tab key lie between the focus and a control; less than 0: before it."""
_PARTS = ("date", "time", "datetime-local", "month", "week")
_LANDED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body || !e.closest("main")) return "";
  const box = e.getBoundingClientRect();
  if (!box.height || box.bottom < 0 || box.top > innerHeight) return "";
  return (e.innerText || e.value || e.id || e.tagName).trim();
}"""
_NO_POINTER = """["pointerdown", "mousedown", "touchstart"].forEach(
  kind => addEventListener(kind, event => { if (event.isTrusted) window.pointed(kind); }, true))"""


class Hands:
    """The two hands of somebody who has no pointer.

    Attributes:
        pointed: What came from a pointer; there must be none.
    """

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base
        self._taken: list[str] = []
        self.pointed: list[str] = []
        page.on("response", self._note)
        page.expose_function("pointed", self._feel)
        page.add_init_script(_NO_POINTER)

    def _feel(self, kind: str) -> None:
        self.pointed.append(kind)

    def _note(self, answer: Response) -> None:
        if answer.request.method == "POST" and answer.status < 400:
            self._taken.append(urlsplit(answer.url).path)

    @property
    def sent(self) -> set[str]:
        """What was sent and taken, by the name of its address, and of its act where one
        address takes many."""
        return {_name(path) for path in self._taken}

    def forget(self) -> None:
        """Begin anew to note what is sent."""
        self._taken.clear()

    # --- going ------------------------------------------------------------------------------

    def open(self, path: str) -> Page:
        """Type an address of the product; it must answer well."""
        answer = self.page.goto(self.base + path)
        assert answer is not None, path
        assert answer.status == 200, f"{path}: {answer.status}"
        return self.page

    def reach(self, control: Locator) -> Locator:
        """Bring the focus to a control by Tab and Shift and Tab."""
        for _ in range(MOST_ROUNDS):
            off, kind = control.evaluate(_OFF)
            if off == 0:
                expect(control).to_be_in_viewport()
                return control
            # A date has a stop for each of its parts, so the count may fall short, never over.
            times = 1 if kind in _PARTS else max(int(abs(off)), 1)
            for _ in range(times):
                self.page.keyboard.press("Tab" if off > 0 else "Shift+Tab")
        raise AssertionError(f"not reached by the Tab key: {control}")

    def press(self, control: Locator, key: str = "Enter") -> None:
        """Reach a control and press a key on it; the page stays."""
        self.reach(control)
        self.page.keyboard.press(key)

    def unfold(self, title: str | re.Pattern[str], of: Locator | None = None) -> Locator:
        """Open what is folded under a title; gives what was folded."""
        fold = (
            (of or self.page.locator("main"))
            .locator("details")
            .filter(has=self.page.locator("summary", has_text=title))
        )
        # The innermost of those that hold such a title bears it.
        fold = fold.last
        if fold.get_attribute("open") is None:
            self.press(fold.locator("summary").first)
        expect(fold).to_have_attribute("open", "")
        return fold

    def follow(self, link: Locator, key: str = "Enter") -> Page:
        """Reach a link or a button and press it; another page follows."""
        self.reach(link)
        with self.page.expect_navigation():
            self.page.keyboard.press(key)
        return self.page

    def send(self, button: Locator, says: str | re.Pattern[str] = SAID) -> Page:
        """Send a form; the page that follows says what became of it, and has the focus there."""
        self.follow(button)
        self.landed(says)
        return self.page

    def landed(self, says: str | re.Pattern[str] = SAID) -> None:
        """The focus stands in the page, on something that says this."""
        self.page.wait_for_function(_LANDED)
        said = str(self.page.evaluate(_LANDED))
        assert re.search(says if isinstance(says, re.Pattern) else re.escape(says), said), said

    # --- fields -----------------------------------------------------------------------------

    def complete(self, form: Locator, values: Mapping[Label, Said]) -> None:
        """Fill the fields of a form by their labels, each with the keys of its kind."""
        for label, value in values.items():
            self.put(_labelled(form, label), value)

    def put(self, field: Locator, value: Said) -> None:
        """Fill one field with the keys of its kind."""
        tag, kind = field.evaluate("e => [e.tagName, e.type]")
        if tag == "SELECT":
            self.choose(field, str(value))
        elif kind == "radio":
            self.pick(field)
        elif kind == "checkbox":
            self.tick(field, bool(value))
        elif kind == "file":
            self._files(field, value)
        elif kind in _PARTS:
            self._date(field, kind, str(value))
        else:
            self.write(field, str(value))

    def write(self, field: Locator, text: str) -> None:
        """Type into a field in place of what stands there."""
        self.reach(field)
        if field.input_value():
            self.page.keyboard.press("Control+a")
            self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)
        assert field.input_value() == text, f"typed {text!r}, stands {field.input_value()!r}"

    def choose(self, field: Locator, option: str) -> None:
        """Choose the option that bears, or begins with, these words, by the arrow keys."""
        said = field.evaluate("e => [...e.options].map(o => o.label.trim())")
        held = [n for n, one in enumerate(said) if one == option] or [
            n for n, one in enumerate(said) if one.startswith(option) and option
        ]
        assert held, f"{option!r} is none of {said}"
        self.reach(field)
        for _ in range(len(said)):
            at = field.evaluate("e => e.selectedIndex")
            if at == held[0]:
                return
            self.page.keyboard.press("ArrowDown" if at < held[0] else "ArrowUp")
        raise AssertionError(f"{option!r} is not chosen by the arrow keys")

    def tick(self, box: Locator, on: bool = True) -> None:
        """Tick a box, or take the tick away, with the space bar."""
        self.reach(box)
        if box.is_checked() != on:
            self.page.keyboard.press("Space")
        expect(box).to_be_checked(checked=on)

    def pick(self, choice: Locator) -> None:
        """Choose one of several by the arrow keys."""
        group = choice.evaluate_handle(
            'e => [...document.querySelectorAll(`input[type=radio][name="${e.name}"]`)]'
            ".filter(o => o.form === e.form)"
        )
        place = "(es, e) => es.indexOf(e)"
        wanted = group.evaluate(place, choice.element_handle())
        count = group.evaluate("es => es.length")
        entry = group.evaluate_handle("es => es.find(e => e.checked) || es[0]").as_element()
        name = choice.get_attribute("name")
        assert entry is not None
        entrance = self.page.locator(
            f'input[name="{name}"][value="{entry.get_attribute("value")}"]'
        )
        self.reach(entrance.first)
        for _ in range(count):
            at = group.evaluate("es => es.indexOf(document.activeElement)")
            if at == wanted:
                break
            self.page.keyboard.press("ArrowDown" if at < wanted else "ArrowUp")
        if not choice.is_checked():
            self.page.keyboard.press("Space")
        expect(choice).to_be_checked()

    def _date(self, field: Locator, kind: str, value: str) -> None:
        self.reach(field)
        if kind == "date":
            year, month, day = value.split("-")
            keys = f"{month}{day}{year}"
        else:
            hour, minute = (int(part) for part in value.split(":"))
            keys = f"{(hour - 1) % 12 + 1:02d}{minute:02d}{'PM' if hour >= 12 else 'AM'}"
        # Whichever of its parts the focus came to stand on, typing begins with the first.
        is_in = "e => e === document.activeElement"
        while field.evaluate(is_in):
            self.page.keyboard.press("Shift+Tab")
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(keys)
        assert field.input_value() == value, f"typed {keys}, stands {field.input_value()!r}"

    def _files(self, field: Locator, value: Said) -> None:
        several = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
        # A browser that is held up may let the key pass; a person presses it again.
        for patience in (A_WHILE, A_WHILE, STEP):
            self.reach(field)
            try:
                with self.page.expect_file_chooser(timeout=patience) as chooser:
                    self.page.keyboard.press("Space")
            except PlaywrightTimeout:
                continue
            chooser.value.set_files([str(one) for one in several])
            return
        raise AssertionError(f"no files can be chosen in {field}")

    # --- what was done ----------------------------------------------------------------------

    def did(self, names: frozenset[str]) -> None:
        """All of this was sent and taken, and nothing came from a pointer."""
        sent = self.sent
        assert names <= sent, f"not sent: {sorted(names - sent)}"
        assert self.pointed == []


def _labelled(form: Locator, label: Label) -> Locator:
    exact = form.get_by_label(label, exact=True)
    found = exact if exact.count() else form.get_by_label(label)
    assert found.count() >= 1, f"no field {label!r} in {form}"
    return found.first


def _name(path: str) -> str:
    """The name of an address, and of the act where it takes many."""
    if not apps.ready:
        django.setup()
    try:
        match = resolve(path)
    except Resolver404:
        # The demonstration's own addresses exist in the demonstration alone.
        return "demo:" + resolve(path, "tecum.web.demo.urls").view_name
    return " ".join(part for part in (match.view_name, match.kwargs.get("slug", "")) if part)
