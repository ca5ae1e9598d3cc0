"""Every flow of the product: who does it, what it sends, and the test that does it by keyboard.

A recording address that stands in no flow fails the build, and so does an act that has a form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tecum.words import Role

__all__ = ["FLOWS", "MACHINES", "Flow", "sends"]

K, U, C, L, I, A, O = (  # noqa: E741
    Role.CLERK,
    Role.CUSTODIAN,
    Role.COUNSEL,
    Role.LEAD,
    Role.ISSUING_OFFICER,
    Role.POLICY_AUTHOR,
    Role.OPERATOR,
)
_DEMAND = "test_flows_demand.py::"
_OFFICE = "test_flows_office.py::"
_WAYS_IN = "test_passkeys.py::"
_EXCHANGE = "test_exchange.py::"
_PACKS = "test_packs.py::"


@dataclass(frozen=True)
class Flow:
    """What somebody does from its beginning to its recorded end.

    Attributes:
        roles: Who does it, each its part.
        sends: The addresses that it sends to, by name; ``docket:record`` with its act.
        test: The test in ``tests/browser`` in which it is done by keyboard.
    """

    roles: tuple[Role, ...]
    sends: frozenset[str]
    test: str


def _flow(roles: tuple[Role, ...], test: str, *sent: str) -> Flow:
    return Flow(roles, frozenset(" ".join(sent).split()), test)


def _acts(*slugs: str) -> frozenset[str]:
    return frozenset(f"docket:record {slug}" for slug in " ".join(slugs).split())


FLOWS: Mapping[str, Flow] = {
    # --- getting in ---------------------------------------------------------------------------
    "first run and a passkey": _flow(
        (L,),
        _WAYS_IN + "test_a_passkey_signs_in_and_steps_up",
        "accounts:link accounts:passkey-new accounts:passkey-keep accounts:sign-out",
        "accounts:passkey-options accounts:passkey-answer",
    ),
    "codes of a program, recovery, stepping up, what was typed": _flow(
        (L,),
        _WAYS_IN + "test_codes_recovery_and_what_was_typed",
        "accounts:code-new accounts:code-keep accounts:code-remove accounts:recovery-new",
        "accounts:again accounts:draft accounts:passkey-remove accounts:session-end-own",
        "accounts:session-end accounts:sessions-end",
    ),
    "people": _flow(
        (L, O),
        _OFFICE + "test_people_come_change_and_go",
        "accounts:people accounts:roles accounts:close accounts:reopen accounts:link-for",
        "accounts:factors-forget",
    ),
    # --- a demand -----------------------------------------------------------------------------
    "from the paper to the docket": _flow(
        (K, L),
        _DEMAND + "test_documents_are_taken_in_sorted_and_registered",
        "intake:upload intake:take intake:dismiss intake:release intake:attach",
        "intake:open-locked docket:confirm docket:correct docket:register",
    ),
    "read again, and its sender called": _flow(
        (K,),
        _DEMAND + "test_a_document_of_an_older_reader_is_read_again_and_its_sender_called",
        "intake:read-again docket:called-back",
    ),
    "service, clocks and more time": Flow(
        (C,),
        frozenset({"docket:service", "docket:more-time", "docket:happened", "docket:start"})
        | _acts(
            "clock-tolled clock-resumed clock-stopped duty-discharged extension-taken",
            "working-date-chosen service-disputed letter-sent",
        ),
        _DEMAND + "test_service_clocks_and_time",
    ),
    "a duty waived by two": Flow(
        (C, L),
        frozenset({"docket:agree", "docket:asked-back"}) | _acts("duty-waived"),
        _DEMAND + "test_a_duty_is_waived_by_two",
    ),
    "dates under changed law": _flow(
        (L,),
        "test_changed_holiday.py::test_a_changed_holiday_moves_an_open_date_with_its_reason",
        "docket:recount docket:recount-accept",
    ),
    "what is asked, a seal, what is public": Flow(
        (L,),
        frozenset(
            {
                "docket:narrow",
                "docket:split",
                "docket:add-item",
                "docket:seal",
                "docket:unseal",
                "docket:publish",
            }
        )
        | _acts("items-merged demand-assigned"),
        _DEMAND + "test_what_is_asked_and_who_may_know_of_it",
    ),
    "items decided by two": Flow(
        (C, L),
        frozenset(
            {
                "docket:fact",
                "docket:propose",
                "docket:return",
                "docket:approve",
                "docket:agree",
            }
        )
        | _acts("determination-overridden"),
        _DEMAND + "test_items_are_decided_by_two",
    ),
    "an answer in parts, its delivery, an objection": Flow(
        (C, L),
        frozenset({"docket:send", "docket:delivery", "docket:acknowledged"})
        | _acts("objection-served"),
        _DEMAND + "test_an_answer_in_parts_and_its_delivery",
    ),
    "a demand refused": Flow(
        (C, L),
        _acts("demand-refused"),
        _DEMAND + "test_a_demand_is_refused_as_a_whole",
    ),
    "from a letter to an order, and the measures at stake": Flow(
        (C,),
        _acts(
            "demand-linked event-noted escalation-threatened demand-escalated",
            "measure-threatened measure-imposed measure-lifted proceeding-opened",
            "proceeding-step-taken proceeding-ended order-entered order-stayed order-ended",
            "demand-superseded demand-withdrawn demand-closed demand-reopened",
        ),
        _DEMAND + "test_from_a_letter_to_an_order_and_the_measures_at_stake",
    ),
    "notes, corrections, erasure": Flow(
        (L,),
        frozenset({"intake:erase-ask", "intake:erasures-withdraw", "intake:erasures-agree"})
        | _acts("note-added corrected"),
        _DEMAND + "test_notes_corrections_and_erasure",
    ),
    # --- many demands, and what is told of them ---------------------------------------------
    "a campaign": _flow(
        (I, L),
        _OFFICE + "test_a_campaign_from_its_text_to_its_end",
        "campaigns:open campaigns:recipients campaigns:leave-out campaigns:take-back",
        "campaigns:plans campaigns:drop campaigns:confirm campaigns:carry-out campaigns:close",
    ),
    "a chronology": _flow(
        (K,),
        _OFFICE + "test_a_chronology_and_what_each_side_says",
        "chronologies:note chronologies:claim chronologies:change chronologies:join",
        "chronologies:part chronologies:bring",
    ),
    "a public document": _flow(
        (K,),
        _OFFICE + "test_a_public_document_is_read_and_decided_on",
        "chronologies:document-read chronologies:document-told chronologies:proposal-accept",
        "chronologies:proposal-reject",
    ),
    "reports": _flow(
        (L, C),
        _OFFICE + "test_reports_from_a_question_to_a_filing",
        "reports:nothing reports:certify reports:second reports:file office:change",
    ),
    # --- law, other offices, the office itself ------------------------------------------------
    "a version of a pack": _flow(
        (A, C, L),
        _PACKS + "test_a_version_is_written_read_approved_and_put_in_force",
        "packs:edit packs:effect packs:review packs:approve packs:activate packs:return",
        "packs:propose",
    ),
    "messages between offices": _flow(
        (L, C),
        _EXCHANGE + "test_the_story_was_told_by_keyboard",
        "exchange:compare exchange:trust exchange:draft exchange:send exchange:take",
        "exchange:acknowledge exchange:answered exchange:passage exchange:show exchange:deny",
        "exchange:search exchange:stop",
    ),
    "a message that does not hold": _flow(
        (K,),
        _OFFICE + "test_a_message_of_another_office",
        "exchange:take exchange:again",
    ),
    "settings, teams, texts, keys, terms": _flow(
        (L,),
        _OFFICE + "test_settings_teams_texts_and_keys",
        "office:change office:team-keep office:letter-keep office:rotate office:terms-set",
    ),
    "mail out": _flow(
        (L,),
        _OFFICE + "test_mail_goes_out_once_it_is_proved",
        "office:mail-keep office:mail-test office:mail-proved",
    ),
    "a calendar, a search by name, a language": _flow(
        (C,),
        _OFFICE + "test_a_calendar_a_name_a_language_and_a_day",
        "feeds:make feeds:revoke search:person language",
    ),
    "the demonstration itself": _flow(
        (K,),
        _OFFICE + "test_a_calendar_a_name_a_language_and_a_day",
        "demo:switch demo:next-day demo:rest",
    ),
}
MACHINES: Mapping[str, str] = {
    "ledger:add-checkpoint": "another office's log asks it for a signature; no page sends to it",
}
"""Recording addresses that no person uses, and why."""


def sends(test: str) -> frozenset[str]:
    """All that the flows of one test, named by its module and itself, are said to send."""
    found = [flow.sends for flow in FLOWS.values() if flow.test == test]
    assert found, f"no flow is done by {test}"
    return frozenset().union(*found)
