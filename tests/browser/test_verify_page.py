"""The verifier's page, as people use it: the same verdicts as the command, without a network."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import shlex
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

import tecum
from tecum.ledger import ed25519, token, vocabulary
from tecum.ledger.errors import PolicyRefused
from tecum.ledger.page import LIMITS, rows
from tecum.ledger.statement import statement_hash
from tests.browser.two_verifiers import (
    FILE,
    VECTORS,
    Named,
    agree,
    by_python,
    digest,
    encoded,
    insecure_page,
    offline_page,
)
from tests.unit.ledger.office import AGENCY, ARCHIVE, OPERATOR, Office, opening

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-verify")]

EXAMPLE = VECTORS / "example"


@pytest.fixture(scope="module")
def opened(chromium: Browser) -> Iterator[Page]:
    """The page from a disk, with the network cut."""
    with offline_page(chromium) as (_, page):
        yield page


@pytest.fixture
def page(opened: Page) -> Page:
    """The same page, with nothing chosen."""
    opened.reload()
    return opened


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Receipts, trust files, a document and heads of an office made for this."""
    house = Office.at(tmp_path_factory.mktemp("papers") / "log")
    entries = house.add(4)
    house.cosign(2, AGENCY, ARCHIVE, at=1_772_442_800)
    house.cosign(4, AGENCY, ARCHIVE, OPERATOR)
    receipt = house.log.prove(statement_hash(entries[2]), [opening()])
    return {
        "good": receipt,
        "moved": receipt.replace(b"index 2", b"index 3"),
        "trust": house.policy().encode(),
        "nobody": house.policy("none").encode(),
        "document": b"an act",
        "head": (house.folder / "public" / "checkpoint").read_bytes(),
    }


def choose(page: Page, field: str, files: Named) -> None:
    """Choose files as a person does, by their field."""
    kind = "application/octet-stream"
    page.set_input_files(
        f"#{field}",
        [{"name": name, "mimeType": kind, "buffer": raw} for name, raw in files.items()],
    )


def shown(page: Page) -> list[dict[str, Any]]:
    """The verdicts that the page shows, each without its verifier."""
    expect(page.locator("#status")).to_contain_text("Exit status")
    found = [json.loads(text) for text in page.locator("pre.json").all_text_contents()]
    return [{**one, "verifier": None} for one in found]


def heading(page: Page, word: str) -> None:
    expect(page.get_by_role("heading", name=word, exact=True)).to_be_visible()


# ---------------------------------------------------------------- the file itself


def inline(tag: str) -> str:
    found = re.findall(rf"<{tag}>(.*?)</{tag}>", FILE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(found) == 1
    return str(found[0])


@pytest.mark.parametrize("tag", ["script", "style"])
def test_its_policy_names_its_own_script_and_style(tag: str) -> None:
    wanted = f"{tag}-src 'sha256-{encoded(digest(inline(tag).encode()))}'"
    assert wanted in FILE.read_text(encoding="utf-8"), f"write into the policy: {wanted}"


def test_the_file_asks_for_nothing_and_runs_nothing_else() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert "default-src 'none'" in text
    assert "connect-src 'none'; base-uri 'none'; form-action 'none'" in text
    tags = re.sub(r"<(script|style)>.*?</\1>", "", text, flags=re.DOTALL)
    assert not re.search(r"\s(style|on[a-z]+|src|href)=", tags)
    script = inline("script")
    for word in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(",
                 "fetch(", "XMLHttp", "WebSocket", "localStorage", "sessionStorage", "indexedDB",
                 "cookie", "Date.now", "import("):  # fmt: skip
        assert word not in script, word
    assert not re.search(r"https?://", text)
    assert len(text.encode()) < 120_000


def test_it_says_what_python_says(page: Page) -> None:
    assert page.evaluate("VERSION") == tecum.__version__
    assert page.locator("#limits li").all_text_contents() == list(LIMITS)
    kinds = page.evaluate(
        """[...TYPES].map(([name, kind]) => [name, {needs: [...kind.needs], may: [...kind.may],
        codes: [...kind.codes], grades: [...kind.grades], commits: kind.commits,
        counts: kind.counts, governance: kind.governance, many_codes: kind.manyCodes,
        heads: kind.heads}])"""
    )
    for name, kind in kinds:
        found = {key: frozenset(one) if isinstance(one, list) else one for key, one in kind.items()}
        wanted = dataclasses.asdict(vocabulary.TYPES[name])
        wanted |= {key: frozenset(wanted[key]) for key in ("commits", "counts")}
        assert found == wanted, name
    assert [name for name, _ in kinds] == list(vocabulary.TYPES)
    assert set(page.evaluate("Object.keys(SAYS)")) == set(vocabulary.TYPES)
    for name in ("CHANNELS", "CLOCKS", "GRADES", "COUNT_LABELS", "COMMIT_LABELS", "KEYS"):
        assert set(page.evaluate(f"[...{name}]")) == set(getattr(vocabulary, name))


# ---------------------------------------------------------------- the published cases


def example(name: str) -> bytes:
    return (EXAMPLE / name).read_bytes()


def cases() -> list[str]:
    path = EXAMPLE / "tampered" / "expected.json"
    if not path.exists():
        return []
    expected = json.loads(path.read_text())
    return [f"tampered/{name}" for name in expected["cases"]] + list(expected["others"])


def arguments(case: str) -> tuple[bytes, bytes, dict[str, bytes], dict[str, bytes]]:
    """Receipt, trust file, documents and kept heads of a case, by its name."""
    words = shlex.split(case.replace(" with ", " "))
    if words[0].endswith(".policy"):
        return example("receipt.tlog-proof"), example(words[0]), {}, {}
    files, known = (
        {name: example(name) for option, name in pairwise(words) if option == flag}
        for flag in ("--file", "--known")
    )  # fmt: skip
    return example(words[0]), example("court.policy"), files, known


@pytest.mark.shared("vectors/ledger/example")
@pytest.mark.parametrize("case", cases())
def test_every_published_case_has_pythons_verdict(page: Page, case: str) -> None:
    receipt, policy, files, known = arguments(case)
    choose(page, "trust", {"trust file": policy})
    choose(page, "files", files)
    choose(page, "known", known)
    choose(page, "receipts", {"receipt": receipt})
    try:
        wanted = by_python(receipt, policy, files, known)
    except PolicyRefused as refused:
        expect(page.get_by_role("heading", name="Trust file refused")).to_be_visible()
        expect(
            page.get_by_text(f"in line {refused.fields['line']}: {refused.code}.")
        ).to_be_visible()
        return
    assert shown(page) == [wanted]
    expect(page.locator("article h2")).to_have_text(wanted["verdict"])
    expect(page.locator("article .sentence")).to_have_text(wanted["sentence"])
    expect(page.locator("#status")).to_contain_text(
        f"Exit status of the command: {wanted['exit']}."
    )
    if wanted["reason"]:
        expect(page.locator("article")).to_contain_text(f"({wanted['reason']}), step")
    cells = page.locator("article table.pairs tr").evaluate_all(
        "all => all.map((row) => [...row.children].map((cell) => cell.textContent))"
    )
    assert [tuple(one) for one in cells][:-1] == rows({**wanted, "verifier": {}})


def test_all_35_cases_are_there() -> None:
    assert len(cases()) in (0, 35)


@pytest.mark.shared("vectors/ledger/example")
def test_where_the_browser_offers_no_cryptography_tokens_do_not_count(
    chromium: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(token, "_CAN_VERIFY", False)
    monkeypatch.setattr(ed25519, "ENGINE", "pure")
    refused = ("tampered/duplicate-key.policy", "tampered/unknown-directive.policy")
    met = set()
    with insecure_page(chromium) as page:
        expect(page.locator("#engine")).to_contain_text("time tokens are not checked")
        for receipt, policy, files, known in map(arguments, set(cases()) - set(refused)):
            met |= agree(page, policy, [receipt], files=files, known=known)
    assert "timestamp.unsupported: tsa.example" in met
    assert not any(one.startswith("TIMESTAMPED") for one in met)


# ---------------------------------------------------------------- in the hands of people


def test_a_choice_made_again_is_checked_again(page: Page, papers: dict[str, bytes]) -> None:
    choose(page, "receipts", {"a.tlog-proof": papers["good"]})
    expect(page.locator("#status")).to_contain_text("Now choose the trust file")
    choose(page, "trust", {"court.policy": papers["trust"]})
    heading(page, "WITNESSED")
    choose(page, "receipts", {"a.tlog-proof": papers["moved"]})
    heading(page, "INVALID")
    choose(page, "receipts", {"a.tlog-proof": papers["good"]})
    heading(page, "WITNESSED")
    choose(page, "trust", {"court.policy": papers["nobody"]})
    heading(page, "LOGGED")
    choose(page, "files", {"act": papers["document"], "other": b"x"})
    heading(page, "INVALID")
    expect(page.locator("article")).to_contain_text("(file.mismatch), step 11 of 14")
    expect(page.locator("article h2")).to_have_count(1)


def test_the_same_file_can_be_chosen_again(
    page: Page, papers: dict[str, bytes], tmp_path: Path
) -> None:
    file = tmp_path / "a.tlog-proof"
    choose(page, "trust", {"court.policy": papers["trust"]})
    for content, word in (("good", "WITNESSED"), ("moved", "INVALID"), ("good", "WITNESSED")):
        file.write_bytes(papers[content])
        with page.expect_file_chooser() as chooser:
            page.locator("#receipts").click()
        chooser.value.set_files(str(file))
        heading(page, word)


def test_a_file_that_is_gone_leaves_no_verdict_in_sight(
    page: Page, papers: dict[str, bytes], tmp_path: Path
) -> None:
    file = tmp_path / "act"
    file.write_bytes(papers["document"])
    choose(page, "trust", {"t": papers["trust"]})
    page.set_input_files("#files", str(file))
    choose(page, "receipts", {"r": papers["good"]})
    heading(page, "WITNESSED")
    file.unlink()
    choose(page, "receipts", {"r": papers["good"]})
    expect(page.locator("#status")).to_have_text("A file cannot be read. Choose it again.")
    expect(page.locator("article")).to_have_count(0)


def test_several_receipts_give_the_highest_status(page: Page, papers: dict[str, bytes]) -> None:
    choose(page, "trust", {"t": papers["trust"]})
    choose(page, "known", {"head": papers["head"]})
    choose(page, "receipts", {"a": papers["good"], "b": papers["moved"], "c": b"x"})
    wanted = [
        by_python(raw, papers["trust"], known={"head": papers["head"]})
        for raw in (papers["good"], papers["moved"], b"x")
    ]
    assert shown(page) == wanted
    expect(page.locator("#status")).to_have_text(
        "a: WITNESSED. b: INVALID. c: INVALID. Exit status of the command: 40."
    )


def test_two_files_of_one_name_are_both_used(page: Page, papers: dict[str, bytes]) -> None:
    twice = [
        {"name": "a", "mimeType": "text/plain", "buffer": papers[one]} for one in ("good", "moved")
    ]
    choose(page, "trust", {"t": papers["trust"]})
    page.set_input_files("#receipts", twice)  # type: ignore[arg-type]
    expect(page.locator("#status")).to_contain_text("a: WITNESSED. a (2): INVALID.")


def test_names_of_files_are_never_markup(page: Page, papers: dict[str, bytes]) -> None:
    name = "<img src=x onerror=alert(1)>.tlog-proof"
    choose(page, "trust", {"<b>t</b>": papers["trust"]})
    choose(page, "receipts", {name: papers["good"]})
    expect(page.get_by_text(f"Receipt: {name}")).to_be_visible()
    assert page.locator("img, b").count() == 0


def test_dropped_files_go_where_they_belong(page: Page, papers: dict[str, bytes]) -> None:
    names = {"r.bin": "good", "t.txt": "trust", "d.bin": "document", "h": "head"}
    data = page.evaluate_handle(
        """(all) => { const data = new DataTransfer();
        for (const [name, raw] of all) data.items.add(new File([fromBase64(raw)], name));
        return data; }""",
        [[name, encoded(papers[one])] for name, one in names.items()],
    )
    page.dispatch_event("#zone", "dragover", {"dataTransfer": data})
    expect(page.locator("#zone")).to_have_class("is-over")
    page.dispatch_event("#zone", "drop", {"dataTransfer": data})
    heading(page, "WITNESSED")
    expect(page.locator("#zone")).not_to_have_class("is-over")
    for field, name in zip(("receipts", "trust", "files", "known"), names, strict=True):
        expect(page.locator(f"#{field}-chosen")).to_have_text(f"In use: {name}")
    files, known = {"d.bin": papers["document"]}, {"h": papers["head"]}
    assert shown(page) == [by_python(papers["good"], papers["trust"], files, known)]


def test_an_unknown_log_or_signer_is_named_beside_those_expected(
    page: Page, papers: dict[str, bytes]
) -> None:
    lines = papers["trust"].decode().splitlines(keepends=True)
    for word, kept in (("log", "log "), ("signer", "#tecum signer")):
        policy = "".join(line for line in lines if not line.startswith(kept))
        choose(page, "trust", {"t": policy.encode()})
        choose(page, "receipts", {"r": papers["good"]})
        heading(page, "UNKNOWN_KEYS")
        expect(page.locator("article")).to_contain_text(f"The receipt names the {word} ")
        expect(page.locator("article")).to_contain_text(f"Your trust file knows no {word}.")


def test_three_sentences_say_what_is_shown(page: Page, papers: dict[str, bytes]) -> None:
    choose(page, "trust", {"t": papers["trust"]})
    choose(page, "receipts", {"r": papers["good"]})
    expect(page.locator("article .three li")).to_have_text(
        [
            (
                "Recorded: “entry.recorded” (an act was recorded on a docket), number 3 on its "
                "docket, signed as office.example/intake, entry 2 of the log of Office of Example."
            ),
            (
                "Fixed between 2 Mar 2026, 09:13:20 UTC and 2 Mar 2026, 09:15:00 UTC. "
                "The author states 2 Mar 2026, 09:14:00 UTC, within these bounds."
            ),
            (
                "This does not prove that the statement is true, when its author wrote it, "
                "or that nothing else happened which was never logged."
            ),
        ]
    )
    choose(page, "receipts", {"r": b"x"})
    expect(page.locator("article .three li").first).to_contain_text("Nothing is shown")
    choose(page, "receipts", {"r": papers["moved"]})
    expect(page.locator("article .three li").first).to_contain_text("is not shown")


def test_by_keyboard_alone(page: Page, papers: dict[str, bytes], tmp_path: Path) -> None:
    for name in ("trust", "good"):
        (tmp_path / name).write_bytes(papers[name])
    for field, name in (("trust", "trust"), ("receipts", "good")):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == field
        with page.expect_file_chooser() as chooser:
            page.keyboard.press("Enter")
        chooser.value.set_files(str(tmp_path / name))
    heading(page, "WITNESSED")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "The statement as it was signed"
    page.keyboard.press("Enter")
    expect(page.locator("details[open] pre").first).to_contain_text("tecum.statement/1")


def test_what_a_screen_reader_is_told(page: Page, papers: dict[str, bytes]) -> None:
    for label in ("Trust file", "Receipts", "Documents (optional)", "Kept heads (optional)"):
        field = page.get_by_label(label, exact=True)
        expect(field).to_have_attribute("type", "file")
        described = (field.get_attribute("aria-describedby") or "").split()
        assert all(page.locator(f"#{one}").count() == 1 for one in described)
        assert described
    status = page.get_by_role("status")
    expect(status).to_have_attribute("aria-live", "polite")
    choose(page, "trust", {"t": papers["trust"]})
    choose(page, "receipts", {"r": papers["good"]})
    expect(status).to_have_text("r: WITNESSED. Exit status of the command: 0.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 320])
def test_nothing_is_in_anybodys_way(
    chromium: Browser, papers: dict[str, bytes], scheme: str, width: int
) -> None:
    with offline_page(chromium, color_scheme=scheme) as (_, page):
        page.set_viewport_size({"width": width, "height": 900})
        states: list[tuple[str, Named, str]] = [
            ("trust", {}, ""),
            ("trust", {"t" * 60: papers["trust"]}, "Now choose a receipt."),
            (
                "receipts",
                {"r" * 60: papers["good"], "b": papers["moved"], "c": b"x"},
                "Exit status of the command: 40.",
            ),
            ("trust", {"t": b"log x\n"}, "The trust file is refused."),
        ]
        for field, files, said in states:
            if files:
                choose(page, field, files)
                expect(page.locator("#status")).to_contain_text(said)
            page.evaluate(
                "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
            )
            found = Axe().run(page).response["violations"]
            assert found == [], [(one["id"], one["nodes"][0]["html"]) for one in found]
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.shared("vectors/ledger/example")
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_receipt_is_printed_on_one_page(page: Page, paper: str) -> None:
    choose(page, "trust", {"court.policy": example("court.policy")})
    choose(page, "files", {"demand.txt": example("demand.txt")})
    choose(page, "receipts", {"receipt.tlog-proof": example("receipt.tlog-proof")})
    heading(page, "WITNESSED")
    printed = PdfReader(io.BytesIO(page.pdf(format=paper)))
    text = printed.pages[0].extract_text()
    assert len(printed.pages) == 1
    for word in ("WITNESSED", "9f23fd72", "902(13)", LIMITS[-1][:20]):
        assert word in text
    assert "Choose" not in text
