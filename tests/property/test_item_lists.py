"""Lists of items in every style of marker and layout read back with their bounds."""

from __future__ import annotations

import os
import textwrap

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tecum.reading.items.items import ItemContext, read_items
from tecum.words import Conduct
from tests.unit.reading.factory import text_of

EXAMPLES = int(os.environ.get("TECUM_TEST_ITEM_EXAMPLES", "120"))

LEADS = (
    "Please provide the following records:",
    "YOU ARE COMMANDED to produce the following:",
    "SCHEDULE A",
    "Within fourteen days of service, furnish to this office:",
    "We request copies of the records listed below:",
    "ATTACHMENT 1\nDOCUMENTS TO BE PRODUCED",
)
ITEMS = (
    "all booking records and photographs of the person named above",
    "the home address and telephone number on file",
    "e-mail sent to or received from any federal agency about the person",
    "payroll records for the period January 1, 2022 through December 31, 2023",
    "policies, general orders and training materials in force since January 1, 2021",
    "body-worn camera video of the arrest of March 3, 2023",
    "medical records, including but not limited to intake screening forms, for the stay",
    "contracts and invoices with every vendor of telephone services",
    "disciplinary reports in which the person is named",
    "the emergency contacts and visitor lists kept by the facility",
    "records showing the date, time and place of release",
)
STYLES = (
    ("{n}.", "number"), ("({n})", "number"), ("{n})", "number"), ("{a}.", "letter"),
    ("({a})", "letter"), ("{A}.", "capital"), ("({i})", "roman"), ("\u2022", "bullet"),
    ("-", "bullet"), ("Request No. {n}:", "number"),
)  # fmt: skip
ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
ENDS = ("", "\n\nFailure to comply may result in enforcement.", "\n\nSincerely,\nSubject A",
        "\n\nIf you have questions, telephone the undersigned.")  # fmt: skip


@st.composite
def lists(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A list in its paper, and the words of each item."""
    items = draw(st.lists(st.sampled_from(ITEMS), min_size=2, max_size=6, unique=True))
    form, _ = draw(st.sampled_from(STYLES))
    width = draw(st.integers(50, 95))
    indent = draw(st.sampled_from((0, 2, 5)))
    stop = draw(st.sampled_from((".", ";", "")))
    gap = draw(st.sampled_from(("\n", "\n\n")))
    rows = []
    for k, item in enumerate(items):
        letter = chr(ord("a") + k)
        mark = form.format(n=k + 1, a=letter, A=letter.upper(), i=ROMANS[k])
        words = item[0].upper() + item[1:] if stop != ";" else item
        ending = stop
        if stop == ";":
            ending = "." if k == len(items) - 1 else "; and" if k == len(items) - 2 else ";"
        room = max(20, width - indent - len(mark) - 1)
        lines = textwrap.wrap(words + ending, room)
        pad = " " * (indent + len(mark) + 1)
        rows.append(" " * indent + f"{mark} " + f"\n{pad}".join(lines))
    page = draw(st.booleans()) and gap == "\n\n"
    body = gap.join(rows)
    if page:
        cut = len(rows) // 2
        body = gap.join(rows[:cut]) + "\f" + gap.join(rows[cut:])
    lead = draw(st.sampled_from(LEADS))
    text = f"Dear Custodian:\n\n{lead}\n\n{body}{draw(st.sampled_from(ENDS))}"
    return text, [i.lower() for i in items]


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lists())
def test_a_list_of_items_reads_back(made: tuple[str, list[str]]) -> None:
    content, wanted = made
    text = text_of(content)
    listed = read_items(text, text.flow(), ItemContext(conduct=Conduct.ISSUES))
    got = [str(item.text.value).rstrip(".").lower() for item in listed.items]
    assert got == wanted, content
