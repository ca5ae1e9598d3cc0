"""The form of a thread file: which tables, which keys, what each key may point at.

The schema is ``tecum.thread/1``; the keys of ``grant`` are free, since programmes differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["DATE_KINDS", "FORM", "REFERENCES", "TOP", "Table"]

TOP = frozenset({"schema", "id", "title", "kind", "subjects"})

DATE_KINDS = frozenset(
    {
        "issued",
        "served",
        "sent",
        "announced",
        "filed",
        "decided",
        "effective",
        "enacted",
        "signed",
        "published",
        "reported",
        "said",
        "occurred",
        "due",
    }
)


@dataclass(frozen=True, slots=True)
class Table:
    """The keys of one array of tables: needed, allowed, and whether others may stand."""

    needs: frozenset[str]
    may: frozenset[str]
    is_free: bool = False


def _table(needs: str, may: str = "", *, is_free: bool = False) -> Table:
    return Table(frozenset(needs.split()), frozenset(may.split()), is_free)


_SURE = "certainty certainty_note note sources"

FORM: Mapping[str, Table] = {
    "source": _table(
        "id outlet", "headline url date updated date_from date_note published read note"
    ),
    "party": _table("id name class", "roles note"),
    "demand": _table(
        "id kind issuer",
        "form recipient recipients recipients_count count subjects subjects_note judicial "
        "signatory_role signatory_title issued_on served_on date_note authorities "
        "authority_certainty authority_certainty_note due consequences item completeness_test "
        + _SURE,
    ),
    "demand.item": _table("label text category", "categories " + _SURE),
    "demand.completeness_test": _table("name ways", "follows " + _SURE),
    "recipient": _table(
        "id name",
        "state level prior fy2017 fy2017_confirmed_by fy2017_doubt litigation_at_issue "
        "answered_earlier doubts grant note sources",
    ),
    "left_out": _table("name", "was_in members reason_stated by counter_facts " + _SURE),
    "earlier_list": _table("demand names", "count doubt " + _SURE),
    "grant": _table("id", "", is_free=True),
    "remedy": _table(
        "id what", "award stated_in issued issued_certainty issued_certainty_note " + _SURE
    ),
    "subject": _table("id", "concerned_by and status note"),
    "event": _table(
        "id act",
        "date month date_note date_kind actor demand demands instrument award of recipient "
        "subject subjects_petitioned subjects_ordered what which part grounds conditions stays "
        "not_stayed scope appealed later closed_on amount also cite court docket orders effect "
        "test corrects " + _SURE,
    ),
    "clock_fact": _table("id what", "readings starts also " + _SURE),
    "figure": _table("id what", "value change by " + _SURE),
    "question": _table("id text", "status note"),
    "claim": _table(
        "id by",
        "question about position value unit said_on applies_to retracts retracted_by corrects "
        + _SURE,
    ),
    "check": _table("id expect", "count due flagged", is_free=True),
}

REFERENCES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("demand", "issuer"): ("party",),
    ("demand", "recipient"): ("party", "recipient"),
    ("demand", "recipients"): ("party", "recipient"),
    ("recipient", "prior"): ("demand",),
    ("recipient", "fy2017_confirmed_by"): ("source",),
    ("left_out", "was_in"): ("demand",),
    ("left_out", "by"): ("party", "recipient", "source"),
    ("earlier_list", "demand"): ("demand",),
    ("remedy", "award"): ("grant",),
    ("event", "actor"): ("party", "recipient"),
    ("event", "demand"): ("demand",),
    ("event", "demands"): ("demand",),
    ("event", "award"): ("grant",),
    ("event", "of"): ("event",),
    ("event", "recipient"): ("recipient", "party"),
    ("event", "court"): ("party",),
    ("event", "subject"): ("subject",),
    ("event", "corrects"): ("event", "claim"),
    ("figure", "by"): ("party", "recipient", "source"),
    ("claim", "question"): ("question",),
    ("claim", "by"): ("party", "recipient", "source"),
    ("claim", "about"): ("event", "demand"),
    ("claim", "applies_to"): ("party", "recipient"),
    ("claim", "retracts"): ("claim",),
    ("claim", "retracted_by"): ("claim",),
    ("claim", "corrects"): ("claim",),
    ("check", "flagged"): ("recipient",),
}
"""(table, key) → the tables whose ids it may name; several ids by list or by comma."""
