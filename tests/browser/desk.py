"""The work of one desk by keyboard: who sits there, which page, which form, what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

from tests.browser.conftest import ONLY_FAULTS, Product
from tests.browser.keys import SAID, Hands, Label, Said

__all__ = ["Desk"]


_SETTLED = """async () => {
  for (let n = 0; n < 2; n += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  await Promise.allSettled(document.getAnimations().map((one) => one.finished));
}"""
"""Until colours that pass into each other have come to rest."""


@dataclass
class Desk:
    """Somebody of an office at the keyboard.

    Attributes:
        demands: Registered demands by number, as the docket lists them.
    """

    product: Product
    hands: Hands
    demands: dict[str, str] = field(default_factory=dict)

    @property
    def page(self) -> Page:
        """The page at hand."""
        return self.hands.page

    @property
    def main(self) -> Locator:
        """What the page holds, without its frame."""
        return self.page.locator("main")

    def enter(self) -> None:
        """Sign in by the printed link."""
        self.page.goto(self.product.link)
        self.hands.follow(self.page.get_by_role("button", name="Sign in"))

    def look_up(self) -> None:
        """Note where each registered demand of the first page of the docket stands."""
        self.hands.open("/docket")
        links = "es => Object.fromEntries(es.map(e => [e.textContent, e.getAttribute('href')]))"
        self.demands |= self.page.locator("main tbody td:first-child a").evaluate_all(links)

    def be(self, name: str, path: str = "/search") -> None:
        """Go on as somebody else of the invented office."""
        self.hands.open(path)
        self.hands.choose(self.page.get_by_label("You are"), name)
        self.hands.follow(self.page.get_by_role("button", name="Change", exact=True))

    def at(self, number: str, tab: str = "") -> Page:
        """The page of a demand, unless it is at hand already."""
        path = self.demands[number] + tab
        if self.page.url.partition("#")[0] != self.product.url + path:
            self.hands.open(path)
        return self.page

    def record(
        self, title: str, values: Mapping[Label, Said] | None = None, says: str = SAID
    ) -> None:
        """Unfold a form by its title, fill it, and send it by its button."""
        fold = self.hands.unfold(title)
        self.hands.complete(fold, values or {})
        self.hands.send(fold.get_by_role("button").last, says)

    def send(
        self, button: str, values: Mapping[Label, Said] | None = None, says: str = SAID, n: int = 0
    ) -> None:
        """Fill the form of a button that stands open, and send it."""
        press = self.page.get_by_role("button", name=button, exact=True)
        form = self.main.locator("form").filter(has=press).nth(n)
        self.hands.complete(form, values or {})
        self.hands.send(form.get_by_role("button", name=button, exact=True), says)

    def looks_well(self) -> None:
        """Nothing for axe to find on the page at hand, light and dark, with all that folds open."""
        is_folded = self.page.locator("details").evaluate_all("es => es.map(e => e.open)")
        self.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            self.page.evaluate(_SETTLED)
            found = Axe().run(self.page, options=ONLY_FAULTS)
            assert found.violations_count == 0, found.generate_report()
        self.page.emulate_media(color_scheme="light")
        self.page.locator("details").evaluate_all(
            "(es, held) => es.forEach((e, n) => { e.open = held[n] })", is_folded
        )
