"""The closed words of statements: types, keys, codes, grades, channels, labels.

One may be added; none may be renamed or removed. There is no place here for free text, so
none for a name, a number or anything else that describes a person or a matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["CHANNELS", "CLOCKS", "COMMIT_LABELS", "COUNT_LABELS", "GRADES", "KEYS", "TYPES", "Type"]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


KEYS = _words("type log docket seq prev ref at clock channel grade code on head key count commit")
"""The keys of a statement, in the order in which its lines stand."""

CHANNELS = frozenset(
    _words(
        "email portal api exchange post certified_post courier hand process_server fax scan drop"
    )
)
CLOCKS = frozenset(_words("ntp ptp gnss manual"))
GRADES = frozenset(_words("available handed_over opened accepted"))
COUNT_LABELS = frozenset(_words("items documents pages withheld attempts checked statements"))
COMMIT_LABELS = frozenset(
    _words(
        "content manifest addressee sender channel_ref notice proof entry items findings packs "
        "withheld ranges due rule order terms scope reason sources page zipapp"
    )
)
"""``content`` may also stand as ``content.2``, ``content.3`` … for further files."""


@dataclass(frozen=True)
class Type:
    """What a statement of one type must and may hold, besides type, log, at, clock, docket.

    Attributes:
        needs: Keys that must stand.
        may: Keys that may stand; ``ref``, ``count`` and ``commit`` may stand in every type.
        codes: Its closed list; empty with ``code`` needed means the slug of an act.
        grades: The grades that it may carry.
        commits: Labels that must be committed; ``a|b`` is one or the other.
        counts: Labels that must be counted.
        governance: About the log itself; belongs to no docket.
        many_codes: Takes 1 to 8 codes (disputes and refusals).
        heads: How many heads must stand at least.
    """

    needs: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    grades: frozenset[str] = GRADES
    commits: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    governance: bool = False
    many_codes: bool = False
    heads: int = 0


def _type(
    needs: str = "", codes: str = "", commits: str = "", *, may: str = "", grades: str = "",
    counts: str = "", **more: Any,
) -> Type:  # fmt: skip
    required, allowed, listed = (frozenset(one.split()) for one in (needs, may, codes))
    shown = frozenset(grades.split()) or GRADES
    return Type(required, allowed, listed, shown, _words(commits), _words(counts), **more)


_FAILURES = (
    "address_unknown mailbox_full refused_by_system timeout too_large malformed bad_signature "
    "hash_mismatch unknown_sender encrypted_unreadable virus_blocked unclaimed returned moved"
)
_ENDINGS = "yearly rotation size key_compromise rollback"


def _travel(side: str, content: str) -> dict[str, Type]:
    """The five stations of a demand or of an answer on its way to the other side."""
    return {
        f"{side}.submitted": _type("channel", "", f"{content} addressee"),
        f"{side}.relayed": _type(
            "ref channel code",
            "accepted_by_system handed_to_carrier served_in_person served_by_other_means",
            "channel_ref|proof",
        ),
        f"{side}.delivered": _type("channel grade", "", content, grades="available handed_over"),
        f"{side}.opened": _type(
            "ref grade code", "same_bytes differs unreadable", content, grades="opened"
        ),
        f"{side}.acknowledged": _type(
            "ref grade code on", "without_waiver with_reservation service_accepted", content
        ),
    }


TYPES: dict[str, Type] = {
    "entry.recorded": _type("code", "", "entry"),
    "demand.prepared": _type("", "", "content"),
    **_travel("demand", "content"),
    "relay.failed": _type("ref channel code", _FAILURES),
    "service.terms": _type("channel grade on", "", "addressee"),
    "service.disputed": _type(
        "ref code",
        "wrong_body wrong_place same_name_mixup not_received defective unsigned not_judicial "
        "signer_not_authorised wrong_instrument illegible incomplete duplicate unknown_sender "
        "late other",
        many_codes=True,
    ),
    "demand.refused": _type(
        "ref code",
        "wrong_addressee no_authority_cited court_order_required policy_bars law_bars "
        "court_order_bars other",
        many_codes=True,
    ),
    "delivery.failed": _type("ref channel code", _FAILURES),
    "delivery.expired": _type("ref channel on code", "not_collected no_response"),
    "search.none": _type(
        "head code", "none_found none_in_part", "scope", counts="checked", heads=1
    ),
    "clock.set": _type(
        "ref code", "started recomputed tolled resumed stopped set_by_hand", "due rule"
    ),
    "extension.requested": _type("ref", may="on"),
    "extension.granted": _type("ref", may="on"),
    "extension.denied": _type("ref", may="on"),
    "objection": _type("ref", "", "content"),
    "withdrawn": _type("ref code", "withdrawn superseded sent_in_error"),
    "narrowed": _type("ref", "", "items"),
    "decision.recorded": _type("ref code", "approved overridden", "findings packs", counts="items"),
    "answer.prepared": _type("ref", "", "manifest", counts="documents pages withheld"),
    **_travel("answer", "manifest"),
    "answer.disputed": _type(
        "ref code",
        "not_received other_content incomplete unreadable late wrong_items wrong_matter "
        "not_certified",
        many_codes=True,
    ),
    "correction": _type("ref code", "wrong_value wrong_docket wrong_type duplicate"),
    "erased": _type(
        "ref code", "retention_end court_order erasure_request sealed mistake", counts="statements"
    ),
    "log.opened": _type("key", governance=True),
    "log.frozen": _type("head code", _ENDINGS, governance=True, heads=1),
    "log.continued": _type("head key code", _ENDINGS, governance=True, heads=1),
    "key.added": _type("key", governance=True),
    "key.rotated": _type("key", governance=True),
    "key.revoked": _type("key code", "superseded role_ended compromise", governance=True),
    "witness.changed": _type("key code", "added removed", governance=True),
    "clock.status": _type("code", "synchronised unsynchronised stepped", governance=True),
    "incident.recorded": _type(
        "code", "outage quarantine restore key_access data_loss", governance=True
    ),
    "fork.found": _type("head", governance=True, heads=2),
    "release.published": _type("", "", "page zipapp", governance=True),
}
"""Every type of statement, with what it must hold (LEDGER section 8)."""
