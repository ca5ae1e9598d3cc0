# ruff: noqa: E501 - a printed sentence stays on one line
"""Demands in sentences, orders and messages, with what they ask for."""

from __future__ import annotations

__all__ = ["SENTENCES"]

SENTENCES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "place-and-time-before-the-thing",
        """
WE COMMAND YOU, that all business and excuses being laid aside, you produce at the office of the undersigned, 22 Mill Street, Albany, New York, on the 5th day of May, 2025 at 10:00 o'clock in the forenoon, the complete grievance file of Subject A, with its cover sheet.
""",
        ("the complete grievance file of Subject A, with its cover sheet",),
    ),
    (
        "bring-with-you-and-produce",
        """
WE COMMAND YOU, that you and each of you appear before the Hon. Judge C at the courthouse on the 5th day of May, 2025, to testify, and that you bring with you, and produce at the time and place aforesaid, a certified copy of the lease and all rent ledgers from 2021 to 2024 now in your custody.
""",
        ("a certified copy of the lease", "all rent ledgers from 2021 to 2024"),
    ),
    (
        "inline-sentence",
        """
You are commanded to appear before the Grand Jury on April 4, 2024, at 9:30 o'clock in the forenoon, and to bring the register for 2025; all invoices from suppliers for the same year; and a list of staff on duty with their licence numbers.

You are asked to keep this subpoena to yourself.
""",
        (
            "the register for 2025",
            "all invoices from suppliers for the same year",
            "a list of staff on duty with their licence numbers",
        ),
    ),
    (
        "two-fors",
        """
Dear FOIA Officer:

I ask for a copy of my own file, with all forms I filed and for any record of my entry in 2012.

I am willing to pay up to 15 dollars.
""",
        ("a copy of my own file, with all forms I filed", "any record of my entry in 2012"),
    ),
    (
        "all-a-b-c",
        """
You are required to produce all personnel files, payroll records and time cards of the employee named below.
""",
        ("all personnel files, payroll records and time cards of the employee named below",),
    ),
    (
        "any-and-all",
        """
Produce any and all records relating to Account 4471, including but not limited to statements, signature cards, and correspondence.
""",
        (
            "any and all records relating to Account 4471, including but not limited to statements, signature cards, and correspondence",
        ),
    ),
    (
        "portal",
        """
PUBLIC RECORDS PORTAL - NEW REQUEST
Agency: City of Salt Police Department
Requester: Requester E
Description of records requested:
Under RCW 42.56 I request
1) body camera recordings of the stop
2) the dispatch log for that stop
3) the rule on recording in hospitals
RCW 42.56.520 requires a response within five business days of receipt.
Status: OPEN.
""",
        (
            "body camera recordings of the stop",
            "the dispatch log for that stop",
            "the rule on recording in hospitals",
        ),
    ),
    (
        "takedown",
        """
We demand that, within 72 hours of receipt of this letter, you:
1) remove the pages at roster.example/v/17 and /v/18; and
2) take down every copy and cached view of those pages.
Failing that the County will seek an injunction and fees.
""",
        (
            "remove the pages at roster.example/v/17 and /v/18",
            "take down every copy and cached view of those pages",
        ),
    ),
    (
        "order-list",
        """
IT IS HEREBY ORDERED that Respondent shall:
1. within three business days of this Order, produce the booking sheet; and
2. within fourteen days of this Order, file a declaration that lists each agency to which records were sent.
IT IS FURTHER ORDERED that no bond is required.
""",
        (
            "within three business days of this Order, produce the booking sheet",
            "within fourteen days of this Order, file a declaration that lists each agency to which records were sent",
        ),
    ),
    (
        "writ",
        """
TO THE WARDEN:
YOU ARE ORDERED to deliver the prisoner to the Sheriff of Winter County for appearance before this Court on March 12, 2026, at 8:45 a.m., and to receive the prisoner back when the hearing has ended.
""",
        (
            "deliver the prisoner to the Sheriff of Winter County for appearance before this Court on March 12, 2026, at 8:45 a.m.",
            "receive the prisoner back when the hearing has ended",
        ),
    ),
    (
        "lettered-semi",
        """
You shall produce: (a) the lease of each tenant; (b) the rent ledger of each tenant; and (c) notices sent to tenants since 2020.
""",
        (
            "the lease of each tenant",
            "the rent ledger of each tenant",
            "notices sent to tenants since 2020",
        ),
    ),
    (
        "rule-printed",
        """
YOU ARE COMMANDED to produce at the time, date, and place set forth below the following documents: all incident reports for 14 Elm Street; all 911 recordings for that address.

Federal Rule of Civil Procedure 45

(c) Place of Compliance.
(1) For a Trial. A subpoena may command a person to attend only within 100 miles.
(2) For Other Discovery. A subpoena may command production of documents.
""",
        ("all incident reports for 14 Elm Street", "all 911 recordings for that address"),
    ),
    (
        "first-second",
        """
Please provide: first, the intake form; second, the release form; and third, the property receipt.
""",
        ("the intake form", "the release form", "the property receipt"),
    ),
    (
        "whereas",
        """
WHEREAS the Board has found:
1. that complaints were made; and
2. that an audit is needed;
the Board demands that you produce:
1. the audit file; and
2. the complaint log.
""",
        ("the audit file", "the complaint log"),
    ),
    (
        "qanda",
        """
Please answer the following questions:
1. How many persons were held on detainers in 2024?
2. What is your policy on detainers?
3. Who approved that policy?
""",
        (
            "How many persons were held on detainers in 2024?",
            "What is your policy on detainers?",
            "Who approved that policy?",
        ),
    ),
    (
        "i9-style-commanded",
        """
You are hereby commanded to produce (1) booking photograph, (2) fingerprint card and (3) release date of the person named in block 2.
""",
        ("booking photograph", "fingerprint card", "release date of the person named in block 2"),
    ),
    (
        "to-wit",
        """
You are commanded to bring with you and produce the following, to wit: the complete file of claim 88-A; photographs of the vehicle; and estimates of repair.
""",
        ("the complete file of claim 88-A", "photographs of the vehicle", "estimates of repair"),
    ),
    (
        "one-para-numbered",
        """
The records to be produced are: 1. the call log of May 1, 2024; 2. the recording of that call; 3. the names of those on shift.
""",
        (
            "the call log of May 1, 2024",
            "the recording of that call",
            "the names of those on shift",
        ),
    ),
    (
        "letter-close",
        """
Please send me:
a) the contract
b) the bids
c) the scoring sheets
If any fee is due, tell me first.
Yours truly,
""",
        ("the contract", "the bids", "the scoring sheets"),
    ),
)
