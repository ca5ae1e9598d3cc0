# ruff: noqa: E501 - a printed sentence stays on one line
"""Demands of further sorts, over pages and under heads, with what they ask for."""

from __future__ import annotations

__all__ = ["FURTHER"]

FURTHER: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "interrog",
        """
INTERROGATORIES

INTERROGATORY NO. 1: State the name of each officer who entered the cell.

INTERROGATORY NO. 2: Describe each camera that covers the hall.

ANSWER: ____________________
""",
        (
            "State the name of each officer who entered the cell",
            "Describe each camera that covers the hall",
        ),
    ),
    (
        "subscriber",
        """
ATTACHMENT A

The Company shall disclose the following for the account finch.22:

A. The following subscriber information:
   1. Names (including screen names);
   2. Addresses (including mailing addresses);
   3. Local and long distance telephone connection records;
   4. Means and source of payment.

B. All records of log-in times from January 1, 2024 to March 1, 2024.
""",
        (
            "Names (including screen names)",
            "Addresses (including mailing addresses)",
            "Local and long distance telephone connection records",
            "Means and source of payment",
            "All records of log-in times from January 1, 2024 to March 1, 2024",
        ),
    ),
    (
        "additionally",
        """
Dear Records Officer:

Under the Act I request all e-mail between the Mayor and Lake Towing in 2025. Additionally, I request the towing contract now in force.

Please waive any fee.
""",
        (
            "all e-mail between the Mayor and Lake Towing in 2025",
            "the towing contract now in force",
        ),
    ),
    (
        "labels-block",
        """
RECORDS REQUEST FORM
Requester: Requester A
Records requested: All inspection reports for 14 Mill Street
Time period: 2023 to 2025
Format: electronic
""",
        ("All inspection reports for 14 Mill Street",),
    ),
    (
        "subheads",
        """
SCHEDULE A

Training

1. Lesson plans on report writing.
2. Attendance sheets for those lessons.

Equipment

3. Purchase orders for cameras.
4. Repair logs of cameras.
""",
        (
            "Lesson plans on report writing",
            "Attendance sheets for those lessons",
            "Purchase orders for cameras",
            "Repair logs of cameras",
        ),
    ),
    (
        "subbullets",
        """
Please provide:
• Booking records:
   o booking photograph
   o fingerprint card
• Release date
• Visitor log

Thank you.
""",
        ("booking photograph", "fingerprint card", "Release date", "Visitor log"),
    ),
    (
        "preserve",
        """
You are requested under 18 U.S.C. 2703(f) to preserve, for 90 days, the following records pending further process:

1. The contents of the account finch.22;
2. Subscriber records for that account; and
3. Log-in records for that account.

You are requested not to disclose this letter.
""",
        (
            "The contents of the account finch.22",
            "Subscriber records for that account",
            "Log-in records for that account",
        ),
    ),
    (
        "detainer",
        """
IT IS REQUESTED THAT YOU:

[X] Notify DHS as early as practicable (at least 48 hours, if possible) before the alien is released from your custody.
[X] Maintain custody of the alien for a period NOT TO EXCEED 48 HOURS beyond the time when he would otherwise have been released.
[ ] Relay this detainer to any other agency to which you transfer custody of the alien.
""",
        (
            "Notify DHS as early as practicable (at least 48 hours, if possible) before the alien is released from your custody",
            "Maintain custody of the alien for a period NOT TO EXCEED 48 HOURS beyond the time when he would otherwise have been released",
        ),
    ),
    (
        "pertaining",
        """
YOU ARE COMMANDED to produce any and all medical records, including but not limited to office notes, test results and bills, pertaining to the following patient:

Name: Subject C
DOB: 01/02/1970
""",
        (
            "any and all medical records, including but not limited to office notes, test results and bills, pertaining to the following patient",
        ),
    ),
    (
        "numbers-in-words",
        """
You are directed to produce the following:

One. The personnel file of the officer.
Two. The complaint register for 2024.
Three. The finding in each complaint.
""",
        (
            "The personnel file of the officer",
            "The complaint register for 2024",
            "The finding in each complaint",
        ),
    ),
    (
        "item-no-colon",
        """
Item 1 - Bank statements for the account ending 4471.
Item 2 - Signature cards.
Item 3 - Deposit slips over $5,000.
""",
        (
            "Bank statements for the account ending 4471",
            "Signature cards",
            "Deposit slips over $5,000",
        ),
    ),
    (
        "dup-schedules",
        """
SUBPOENA

You are commanded to produce the documents described in Schedule A and Schedule B.

SCHEDULE A

1. Leases.
2. Rent ledgers.

SCHEDULE B

1. E-mail about the boiler.
2. Repair invoices.
""",
        ("Leases", "Rent ledgers", "E-mail about the boiler", "Repair invoices"),
    ),
    (
        "letter-and-log",
        """
Please send the following information about the inmate named above:

Name and date of birth
Charges
Projected release date
Home address

Thank you for your cooperation with this office in this matter; call if there are any questions about it.
""",
        ("Name and date of birth", "Charges", "Projected release date", "Home address"),
    ),
    (
        "definition-in-parens",
        """
Produce the following for the period January 1, 2022 through December 31, 2023 (the "Relevant Period"):

(1) all contracts with the Vendor;
(2) all invoices of the Vendor; and
(3) all audits.

As used in this request, "Vendor" means Lake Data LLC.
""",
        ("all contracts with the Vendor", "all invoices of the Vendor", "all audits"),
    ),
    (
        "privilege-instr",
        """
DOCUMENT REQUESTS

1. All documents concerning the merger.

2. All minutes of the board concerning the merger.

PRIVILEGE

1. If you claim privilege, give a log.
2. State the basis of the claim.
""",
        ("All documents concerning the merger", "All minutes of the board concerning the merger"),
    ),
    (
        "continued",
        """
SCHEDULE A

1. Reports of force used in the jail.
2. Training files of the deputies who
\fSCHEDULE A (continued)
used force.
3. Video of each use of force.
""",
        (
            "Reports of force used in the jail",
            "Training files of the deputies who used force",
            "Video of each use of force",
        ),
    ),
)
