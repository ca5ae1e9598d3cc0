"""Every address of the product: who may, and what a form sends. A new one needs its line here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tecum.words import Role

__all__ = ["OF_OTHERS", "OF_PACKS", "OF_REPORTS", "ROUTES", "Route", "Who"]


@dataclass(frozen=True)
class Who:
    """Who may use an address.

    Attributes:
        sign_in: False where no sign-in is needed.
        roles: Only these; for others the page does not exist. None: everybody here.
        docket: It is about one docket, which must be visible.
        reads: The words of papers must be visible too, else there is nothing.
        act: The act that it records; those who see the docket but may not are told who may.
        vouches: It also needs that its person has seen the paper.
    """

    sign_in: bool = True
    roles: frozenset[Role] | None = None
    docket: bool = False
    reads: bool = False
    act: str = ""
    vouches: bool = False


@dataclass(frozen=True)
class Route:
    """One address.

    Attributes:
        method: The one method that it answers beside HEAD and OPTIONS.
        form: What is posted; ``{name}`` is filled from the docket at hand.
        both: It answers GET with a page and POST with an effect.
    """

    who: Who
    method: str = "GET"
    form: Mapping[str, str] = field(default_factory=dict)
    both: bool = False


ANYBODY = Who(sign_in=False)
STAFF = Who()
MANAGERS = Who(roles=frozenset({Role.LEAD, Role.OPERATOR}))
MOVERS = Who(roles=frozenset({Role.CLERK, Role.COUNSEL, Role.LEAD, Role.ISSUING_OFFICER}))
BRINGERS = Who(roles=frozenset({Role.CLERK, Role.COUNSEL, Role.LEAD, Role.ISSUING_OFFICER}))
WRITERS = Who(roles=frozenset({Role.POLICY_AUTHOR}))
READERS = Who(roles=frozenset({Role.POLICY_AUTHOR, Role.COUNSEL, Role.LEAD}))
REPORTERS = Who(
    roles=frozenset(
        {
            Role.CLERK,
            Role.COUNSEL,
            Role.LEAD,
            Role.ISSUING_OFFICER,
            Role.POLICY_AUTHOR,
            Role.AUDITOR,
        }
    )
)
CERTIFIERS = Who(roles=frozenset({Role.COUNSEL, Role.LEAD}))
OFFICE_READERS = Who(
    roles=frozenset({Role.LEAD, Role.OPERATOR, Role.AUDITOR, Role.COUNSEL, Role.CLERK})
)
SEES = Who(docket=True)
READS = Who(docket=True, reads=True)


def _post(act: str, *, vouches: bool = False, **form: str) -> Route:
    return Route(Who(docket=True, act=act, vouches=vouches), "POST", form)


ROUTES: Mapping[str, Route] = {
    "healthz": Route(ANYBODY),
    "readyz": Route(ANYBODY),
    "": Route(ANYBODY),
    "language": Route(ANYBODY, "POST"),
    "public:verify": Route(ANYBODY),
    "public:page": Route(ANYBODY),
    "public:as-json": Route(ANYBODY),
    "accounts:sign-in": Route(ANYBODY),
    "accounts:link": Route(ANYBODY, both=True),
    "accounts:sign-out": Route(ANYBODY, "POST"),
    "accounts:passkey-options": Route(ANYBODY, "POST"),
    "accounts:passkey-answer": Route(ANYBODY, "POST"),
    "accounts:again": Route(STAFF, both=True),
    "accounts:draft": Route(STAFF, both=True),
    "accounts:factors": Route(STAFF),
    "accounts:passkey-new": Route(STAFF, "POST"),
    "accounts:passkey-keep": Route(STAFF, "POST"),
    "accounts:passkey-remove": Route(STAFF, "POST"),
    "accounts:code-new": Route(STAFF, "POST"),
    "accounts:code-keep": Route(STAFF, "POST"),
    "accounts:code-remove": Route(STAFF, "POST"),
    "accounts:recovery-new": Route(STAFF, "POST"),
    "accounts:sessions-end": Route(STAFF, "POST"),
    "accounts:session-end-own": Route(STAFF, "POST"),
    "accounts:person": Route(MANAGERS),
    "accounts:roles": Route(MANAGERS, "POST"),
    "accounts:close": Route(MANAGERS, "POST"),
    "accounts:reopen": Route(MANAGERS, "POST"),
    "accounts:session-end": Route(MANAGERS, "POST"),
    "accounts:link-for": Route(MANAGERS, "POST"),
    "accounts:factors-forget": Route(MANAGERS, "POST"),
    "accounts:people": Route(
        MANAGERS, form={"name": "New clerk", "roles": Role.CLERK.value}, both=True
    ),
    "intake:inbox": Route(STAFF),
    "intake:upload": Route(Who(act="document-received"), "POST"),
    "intake:erasures": Route(MANAGERS),
    "intake:erasures-agree": Route(MANAGERS, "POST"),
    "intake:erasures-withdraw": Route(MANAGERS, "POST"),
    "intake:erase": Route(SEES),
    "intake:erase-ask": _post("erased", what="docket:", code="retention_end"),
    "intake:take": _post("demand-assigned"),
    "intake:dismiss": _post("document-dismissed", outcome="news", arrival="{arrival}"),
    "intake:attach": _post(
        "document-attached", arrival="{arrival}", target="{docket}", role="correspondence"
    ),
    "intake:read-again": _post("field-confirmed"),
    "intake:open-locked": _post("field-confirmed", vouches=True, password="of nothing"),
    "intake:working-copy": Route(READS),
    "intake:release": _post("document-released", arrival="{arrival}"),
    "intake:page-image": Route(READS),
    "intake:download": Route(READS),
    "status:status": Route(MANAGERS),
    "office:office": Route(Who(roles=frozenset({Role.LEAD, Role.OPERATOR, Role.AUDITOR}))),
    "office:teams": Route(MANAGERS),
    "office:team-keep": Route(MANAGERS, "POST"),
    "office:letters": Route(OFFICE_READERS),
    "office:letter": Route(OFFICE_READERS),
    "office:letter-keep": Route(MANAGERS, "POST"),
    "office:keys": Route(Who(roles=frozenset({Role.LEAD, Role.OPERATOR, Role.AUDITOR}))),
    "office:rotate": Route(MANAGERS, "POST"),
    "office:mail": Route(MANAGERS),
    "office:mail-keep": Route(MANAGERS, "POST"),
    "office:mail-test": Route(MANAGERS, "POST"),
    "office:mail-proved": Route(MANAGERS, "POST"),
    "office:terms": Route(OFFICE_READERS),
    "office:terms-set": Route(Who(roles=frozenset({Role.LEAD})), "POST"),
    "office:change": Route(MANAGERS, form={"value": "Example Office"}, both=True),
    "search:search": Route(STAFF),
    "search:jump": Route(STAFF),
    "search:person": Route(
        Who(
            roles=frozenset(
                {Role.CLERK, Role.CUSTODIAN, Role.COUNSEL, Role.LEAD, Role.ISSUING_OFFICER}
            )
        ),
        "POST",
    ),
    "docket:list": Route(STAFF),
    "docket:csv": Route(STAFF),
    "docket:deadlines": Route(STAFF),
    "docket:recount-list": Route(STAFF),
    "feeds:feed": Route(ANYBODY),
    "feeds:page": Route(STAFF),
    "feeds:make": Route(STAFF, "POST"),
    "feeds:revoke": Route(STAFF, "POST", form={"feed": "0"}),
    "docket:recount-accept": Route(MOVERS, "POST"),
    "docket:approvals": Route(STAFF),
    "docket:page": Route(SEES),
    "docket:sender": Route(SEES),
    "docket:called-back": _post(
        "sender-called-back", method="call_back", number="1", number_from="directory"
    ),
    "docket:dates": Route(SEES),
    "docket:items": Route(SEES),
    "docket:answer": Route(SEES),
    "docket:trail": Route(SEES),
    "docket:matter": Route(SEES),
    "docket:record": _post("demand-linked", other="D-0001", relation="same_matter"),
    "docket:agree": _post("determination-approved"),
    "docket:asked-back": _post("duty-waived"),
    "docket:confirm": _post("field-confirmed", vouches=True, path="kind", reading="{reading}"),
    "docket:correct": _post(
        "field-corrected", vouches=True, path="recipient", value="Another", reading="{reading}"
    ),
    "docket:register": _post("demand-registered", vouches=True),
    "docket:service": _post("service-recorded", channel="hand", on="2020-01-13"),
    "docket:start": _post("service-recorded"),
    "docket:recount": _post("deadline-recomputed", obligation="answer.1", seen="2020-01-28"),
    "docket:happened": _post("owed-event-happened", event="release", on="2020-01-14"),
    "docket:more-time": _post("extension-sought", what="sought", obligation="answer.1"),
    "docket:changes": Route(SEES),
    "docket:narrow": _post("demand-narrowed", item="1", text="Less."),
    "docket:split": _post("item-split", item="1", texts="One thing\nAnother", category="other"),
    "docket:add-item": _post("item-added", label="9", text="More", category="other"),
    "docket:seal": _post("matter-sealed", ground="office_wall"),
    "docket:publishing": Route(SEES),
    "docket:publish": _post("visibility-set", public_field="kind"),
    "docket:unseal": _post("matter-unsealed", reason="Over."),
    "docket:fact": _post("fact-stated", fact="{fact}", value="unknown", item="1"),
    "docket:propose": _post(
        "determination-proposed", items="1", outcome="withhold", reason="As before."
    ),
    "docket:approve": _post("determination-approved", proposal="{proposal}"),
    "docket:return": _post("determination-returned", proposal="{proposal}", reason="Again."),
    "docket:send": _post(
        "answer-sent", items="2", document="Withheld.", to="Example Agency", channel="post"
    ),
    "docket:delivery": _post("delivery-recorded", of="{arrival}", event="delivered"),
    "docket:acknowledged": _post("receipt-acknowledged", on="2020-01-14"),
    "ledger:receipts": Route(STAFF),
    "ledger:trust": Route(STAFF),
    "ledger:receipt": Route(SEES),
    "ledger:openings": Route(SEES),
    "ledger:add-checkpoint": Route(ANYBODY, "POST"),
    "ledger:cosigned-head": Route(ANYBODY),
    "exchange:overview": Route(STAFF),
    "exchange:take": Route(Who(act="document-received"), "POST"),
    "exchange:paper": Route(STAFF),
    "exchange:again": Route(STAFF, "POST"),
    "exchange:compare": Route(MANAGERS, "POST"),
    "exchange:trust": Route(MANAGERS, "POST"),
    "exchange:stop": Route(MANAGERS, "POST"),
    "exchange:draft": Route(MOVERS, "POST"),
    "exchange:message": Route(READS),
    "exchange:docket": Route(SEES),
    "exchange:send": _post("demand-sent", to="records@agency.example"),
    "exchange:acknowledge": _post("receipt-acknowledged", of="{arrival}", on="2020-01-14"),
    "exchange:deny": _post("receipt-disputed", about="0" * 64, codes="not_received"),
    "exchange:search": _post(
        "non-receipt-stated", **{"about": "0" * 64, "n-email": "3", "scope": "mail"}
    ),
    "exchange:answered": _post("answer-received", arrival="{arrival}"),
    "exchange:passage": _post("delivery-recorded", of="{arrival}", event="delivered"),
    "exchange:show": _post("document-attached"),
    "exchange:dispute": Route(READS),
    "exchange:evidence": Route(READS),
    "campaigns:list": Route(STAFF),
    "campaigns:board": Route(SEES),
    "campaigns:new": Route(BRINGERS),
    "campaigns:open": Route(BRINGERS, "POST"),
    "campaigns:recipients": Route(SEES),
    "campaigns:leave-out": _post("recipient-excluded", recipient="r0001", reason="other"),
    "campaigns:take-back": _post("recipient-reincluded", recipient="r0001"),
    "campaigns:close": _post("campaign-closed"),
    "campaigns:plans": Route(Who(docket=True, act="campaign-acted")),
    "campaigns:plan": Route(Who(docket=True, act="campaign-acted")),
    "campaigns:confirm": _post("campaign-approved"),
    "campaigns:carry-out": _post("campaign-acted"),
    "campaigns:drop": _post("campaign-acted"),
    "campaigns:letters": Route(Who(docket=True, act="campaign-acted")),
    "chronologies:list": Route(STAFF),
    "chronologies:page": Route(STAFF),
    "chronologies:event": Route(STAFF),
    "chronologies:exhibit": Route(STAFF),
    "chronologies:note": Route(BRINGERS, "POST"),
    "chronologies:claim": Route(BRINGERS, "POST"),
    "chronologies:change": Route(BRINGERS, "POST"),
    "chronologies:join": Route(BRINGERS, "POST"),
    "chronologies:part": Route(BRINGERS, "POST"),
    "chronologies:document-add": Route(BRINGERS),
    "chronologies:document-read": Route(BRINGERS, "POST"),
    "chronologies:document": Route(BRINGERS),
    "chronologies:document-told": Route(BRINGERS, "POST"),
    "chronologies:proposal-edit": Route(BRINGERS),
    "chronologies:proposal-accept": Route(BRINGERS, "POST"),
    "chronologies:proposal-reject": Route(BRINGERS, "POST"),
    "chronologies:bring": Route(BRINGERS, form={"text": "no file"}, both=True),
    "packs:list": Route(STAFF),
    "packs:pack": Route(STAFF),
    "packs:version": Route(STAFF),
    "packs:proposal": Route(STAFF),
    "packs:effect-row": Route(STAFF),
    "packs:propose": Route(WRITERS, "POST"),
    "packs:edit": Route(
        WRITERS, form={"file": "pack.toml", "text:pack.toml": "no pack"}, both=True
    ),
    "packs:review": Route(READERS, "POST"),
    "packs:effect": Route(READERS, "POST"),
    "packs:approve": Route(READERS, "POST"),
    "packs:return": Route(READERS, "POST"),
    "packs:activate": Route(Who(roles=frozenset({Role.LEAD})), "POST"),
    "reports:list": Route(REPORTERS),
    "reports:owed": Route(REPORTERS),
    "reports:report": Route(REPORTERS),
    "reports:rows": Route(REPORTERS),
    "reports:download": Route(REPORTERS),
    "reports:plot": Route(REPORTERS),
    "reports:certified": Route(REPORTERS),
    "reports:certified-file": Route(REPORTERS),
    "reports:certify": Route(CERTIFIERS, "POST"),
    "reports:second": Route(CERTIFIERS, "POST"),
    "reports:file": Route(CERTIFIERS, "POST"),
    "reports:nothing": Route(Who(roles=frozenset({Role.LEAD})), "POST"),
    "demo:switch": Route(STAFF, "POST"),
    "demo:next-day": Route(STAFF, "POST"),
    "demo:tour": Route(STAFF),
    "demo:checks": Route(STAFF),
    "demo:rest": Route(STAFF, "POST"),
}
"""The demonstration's own exist in the demonstration alone, which any visitor may enter."""

_NO_PROPOSAL = "0" * 32
OF_REPORTS: Mapping[str, list[str]] = {
    "reports:owed": ["none"],
    "reports:report": ["office", "own"],
    "reports:rows": ["office", "own"],
    "reports:download": ["us-il", "il-rep", "csv"],
    "reports:plot": ["office", "own", "received"],
    "reports:certify": ["us-il", "il-rep"],
    "reports:nothing": ["us-il", "il-rep"],
    "reports:certified": ["0" * 32],
    "reports:certified-file": ["0" * 32],
    "reports:second": ["0" * 32],
    "reports:file": ["0" * 32],
}
"""What the addresses of reports name: reports that can be counted, a certified one that is not."""

OF_PACKS: Mapping[str, list[str]] = {
    "packs:pack": ["us-co"],
    "packs:edit": ["us-co"],
    "packs:review": ["us-co"],
    "packs:version": ["us-co", "0" * 64],
    "packs:proposal": [_NO_PROPOSAL],
    "packs:effect": [_NO_PROPOSAL],
    "packs:effect-row": [_NO_PROPOSAL, "0" * 64, "1"],
    "packs:approve": [_NO_PROPOSAL],
    "packs:return": [_NO_PROPOSAL],
    "packs:activate": [_NO_PROPOSAL],
    "office:change": ["name"],
}
"""What the addresses of packs name: a pack that is there, a version and a proposal that are not."""

OF_OTHERS: Mapping[str, list[object]] = {
    "accounts:draft": ["none"],
    "accounts:factors-forget": ["none"],
    "accounts:link-for": ["none"],
    "accounts:person": ["none"],
    "accounts:roles": ["none"],
    "accounts:close": ["none"],
    "accounts:reopen": ["none"],
    "accounts:session-end": ["none"],
    "office:letter": ["none"],
    "office:letter-keep": ["none"],
    "campaigns:board": ["none"],
    "campaigns:recipients": ["none"],
    "campaigns:leave-out": ["none"],
    "campaigns:take-back": ["none"],
    "campaigns:close": ["none"],
    "campaigns:plans": ["none"],
    "campaigns:plan": ["none", "none"],
    "campaigns:confirm": ["none", "none"],
    "campaigns:carry-out": ["none", "none"],
    "campaigns:drop": ["none", "none"],
    "campaigns:letters": ["none", "none"],
    "chronologies:page": ["none"],
    "chronologies:event": ["none", "none"],
    "chronologies:exhibit": ["none", "csv"],
    "chronologies:document-add": ["none"],
    "chronologies:document-read": ["none"],
    "chronologies:document": ["none", "none"],
    "chronologies:document-told": ["none", "none"],
    "chronologies:proposal-edit": ["none", "none", "none"],
    "chronologies:proposal-accept": ["none", "none"],
    "chronologies:proposal-reject": ["none", "none"],
    "chronologies:note": ["none"],
    "chronologies:claim": ["none", "none"],
    "chronologies:change": ["none", "none"],
    "chronologies:join": ["none", "none"],
    "chronologies:part": ["none", "none"],
    "exchange:again": [0],
    "exchange:paper": [0],
    "feeds:feed": ["none"],
    "ledger:cosigned-head": ["none"],
}
"""What the other addresses name that are about no demand: nothing that is there."""
