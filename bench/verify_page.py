"""How long the verifier's page takes for one receipt, in Chromium; the goal is 200 ms.

    python bench/verify_page.py [TIMES]

A receipt under a head with cosignatures, its trust file read anew each time. A page that is
throttled to a sixth of this machine stands beside it, as an old telephone would.
"""

from __future__ import annotations

import base64
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import sync_playwright

from record import record
from tecum.ledger.statement import statement_hash
from tests.browser.two_verifiers import offline_page
from tests.conftest import CHROMIUM_FLAGS
from tests.unit.ledger.office import AGENCY, ARCHIVE, Office

TIMED = """async ([policy, receipt, count]) => {
  const times = [];
  for (let n = 0; n < count; n++) {
    const start = performance.now();
    const trusted = await parsePolicy(fromBase64(policy));
    await verify(fromBase64(receipt), trusted, new Map(), new Map());
    times.push(performance.now() - start);
  }
  return times; }"""
SLOWER = (1, 6)


def asked() -> list[str]:
    """A trust file and a receipt, as the page is given them."""
    with tempfile.TemporaryDirectory() as folder:
        office = Office.at(Path(folder) / "log")
        entries = office.add(4)
        office.cosign(4, AGENCY, ARCHIVE, at=1_772_442_800)
        receipt = office.log.prove(statement_hash(entries[2]))
        both = office.policy("both").encode(), receipt
    return [base64.b64encode(raw).decode() for raw in both]


def main(times: int = 20) -> None:
    """Time the page as it is, and slowed down."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    figures = {}
    given = asked()
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        for rate in SLOWER:
            with offline_page(browser) as (context, page):
                slow = context.new_cdp_session(page)
                slow.send("Emulation.setCPUThrottlingRate", {"rate": rate})
                spent = page.evaluate(TIMED, [*given, times])
            figures[f"at 1/{rate} of the processor"] = {
                "least_ms": round(min(spent), 1),
                "median_ms": round(statistics.median(spent), 1),
            }
        browser.close()
    for name, found in figures.items():
        print(f"{name}: {found}")
    record("verify_page", figures, "playwright")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
