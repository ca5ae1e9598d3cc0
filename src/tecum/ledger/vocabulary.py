"""The closed words of statements: types, keys, codes, grades, channels, labels.

One may be added; none may be renamed or removed. There is no place here for free text, so
none for a name, a number or anything else that describes a person or a matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["CHANNELS", "CLOCKS", "COMMIT_LABELS", "COUNT_LABELS", "GRADES", "KEYS", "TYPES", "Type"]


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _words(text: str) -> frozenset[str]:
    return frozenset(_listed(text))


KEYS = _listed("type log docket seq prev ref at clock channel grade code on head key count commit")
"""The keys of a statement, in the order in which its lines stand."""

CHANNELS = _words(
    "email portal api exchange post certified_post courier hand process_server fax scan drop"
)
CLOCKS = _words("ntp ptp gnss manual")
GRADES = _words("available handed_over opened accepted")
COUNT_LABELS = _words("items documents pages withheld attempts checked statements")
COMMIT_LABELS = _words(
    "content manifest addressee sender channel_ref notice proof entry items findings packs "
    "withheld ranges due rule order terms scope reason sources page zipapp"
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

    needs: frozenset[str]
    may: frozenset[str]
    codes: frozenset[str]
    grades: frozenset[str]
    commits: tuple[str, ...]
    counts: tuple[str, ...]
    governance: bool
    many_codes: bool
    heads: int


def _type(text: str) -> Type:
    """Read the words of a row: a key that must stand, with what it may say after a colon."""
    words = [word.partition(":") for word in text.split()]
    said = {name: tuple(filter(None, values.split(","))) for name, _, values in words}
    needs, heads = said.keys() & _NEEDED, "".join(said.get("head", ()))
    may, codes, grades = (frozenset(said.get(name, ())) for name in ("may", "code", "grade"))
    commits, counts = (said.get(name, ()) for name in ("commit", "count"))
    about_log, many = "governance" in said, "many" in said
    shown, least = grades or GRADES, int(heads or 0)
    return Type(frozenset(needs), may, codes, shown, commits, counts, about_log, many, least)


_NEEDED = _words("ref channel grade code on head key")
_TRAVEL = """
SIDE.submitted       channel commit:CONTENT,addressee
SIDE.relayed         ref channel commit:channel_ref|proof
    code:accepted_by_system,handed_to_carrier,served_in_person,served_by_other_means
SIDE.delivered       channel grade:available,handed_over commit:CONTENT
SIDE.opened          ref grade:opened code:same_bytes,differs,unreadable commit:CONTENT
SIDE.acknowledged    ref grade on code:without_waiver,with_reservation,service_accepted
    commit:CONTENT
"""
"""The five stations of a demand or of an answer on its way to the other side."""

_TABLE = """
entry.recorded       code commit:entry
demand.prepared      commit:content
DEMAND
relay.failed         ref channel code:FAILURES
service.terms        channel grade on commit:addressee
service.disputed     ref many code:wrong_body,wrong_place,same_name_mixup,not_received,defective,
    unsigned,not_judicial,signer_not_authorised,wrong_instrument,illegible,incomplete,duplicate,
    unknown_sender,late,other
demand.refused       ref many code:wrong_addressee,no_authority_cited,court_order_required,
    policy_bars,law_bars,court_order_bars,other
delivery.failed      ref channel code:FAILURES
delivery.expired     ref channel on code:not_collected,no_response
search.none          head:1 code:none_found,none_in_part commit:scope count:checked
clock.set            ref code:started,recomputed,tolled,resumed,stopped,set_by_hand commit:due,rule
extension.requested  ref may:on
extension.granted    ref may:on
extension.denied     ref may:on
objection            ref commit:content
withdrawn            ref code:withdrawn,superseded,sent_in_error
narrowed             ref commit:items
decision.recorded    ref code:approved,overridden commit:findings,packs count:items
answer.prepared      ref commit:manifest count:documents,pages,withheld
ANSWER
answer.disputed      ref many code:not_received,other_content,incomplete,unreadable,late,
    wrong_items,wrong_matter,not_certified
correction           ref code:wrong_value,wrong_docket,wrong_type,duplicate
erased               ref code:retention_end,court_order,erasure_request,sealed,mistake
    count:statements
log.opened           governance key
log.frozen           governance head:1 code:ENDINGS
log.continued        governance head:1 key code:ENDINGS
key.added            governance key
key.rotated          governance key
key.revoked          governance key code:superseded,role_ended,compromise
witness.changed      governance key code:added,removed
clock.status         governance code:synchronised,unsynchronised,stepped
incident.recorded    governance code:outage,quarantine,restore,key_access,data_loss
fork.found           governance head:2
release.published    governance commit:page,zipapp
"""
_SHORT = {
    "DEMAND": _TRAVEL.strip().replace("SIDE", "demand").replace("CONTENT", "content"),
    "ANSWER": _TRAVEL.strip().replace("SIDE", "answer").replace("CONTENT", "manifest"),
    "FAILURES": "address_unknown,mailbox_full,refused_by_system,timeout,too_large,malformed,"
    "bad_signature,hash_mismatch,unknown_sender,encrypted_unreadable,virus_blocked,unclaimed,"
    "returned,moved",
    "ENDINGS": "yearly,rotation,size,key_compromise,rollback",
}


def _rows() -> Iterator[tuple[str, Type]]:
    whole = _TABLE
    for short, meant in _SHORT.items():
        whole = whole.replace(short, meant)
    # A row that goes on in the next line does so after a comma or a word.
    for row in whole.replace(",\n    ", ",").replace("\n    ", " ").strip().split("\n"):
        name, _, rest = row.partition(" ")
        yield name, _type(rest)


TYPES: dict[str, Type] = dict(_rows())
"""Every type of statement, with what it must hold (LEDGER section 8)."""
