"""Demands in lists, as they are drafted in practice, with what they ask for."""

from __future__ import annotations

__all__ = ["DAMAGED", "PAPERS"]

PAPERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "rfp",
        """
UNITED STATES DISTRICT COURT
SUBPOENA TO PRODUCE DOCUMENTS

YOU ARE COMMANDED to produce the documents set forth in Exhibit A.

EXHIBIT A

DEFINITIONS

1. "Document" means any writing.
2. "You" means the company and its agents.

INSTRUCTIONS

1. Produce documents as they are kept.
2. If you withhold a document, log it.

REQUESTS FOR PRODUCTION

REQUEST FOR PRODUCTION NO. 1:
All contracts between You and the County.

REQUEST FOR PRODUCTION NO. 2:
All invoices You sent to the County
since January 1, 2021.

REQUEST FOR PRODUCTION NO. 3:
All e-mail about the tower site.
""",
        (
            "All contracts between You and the County",
            "All invoices You sent to the County since January 1, 2021",
            "All e-mail about the tower site",
        ),
    ),
    (
        "docreq7",
        """
Schedule A

Document Request 1. Personnel file of the employee.

Document Request 2. Payroll records for 2022 and 2023.

Document Request 3. Timesheets signed by the employee.
""",
        (
            "Personnel file of the employee",
            "Payroll records for 2022 and 2023",
            "Timesheets signed by the employee",
        ),
    ),
    (
        "specs",
        """
CIVIL INVESTIGATIVE DEMAND

SPECIFICATIONS

Specification 1: Identify each officer of the Company.

Specification 2: Submit all contracts with data brokers.

Specification 3: State the gross revenue of each product for each year since 2020.
""",
        (
            "Identify each officer of the Company",
            "Submit all contracts with data brokers",
            "State the gross revenue of each product for each year since 2020",
        ),
    ),
    (
        "rogs",
        """
A. DOCUMENTS
1. Each agreement with a buyer.
2. Each written policy on refunds.

B. INTERROGATORIES
3. State the full name and address of each buyer.
4. Describe how a device is enrolled.
""",
        (
            "Each agreement with a buyer",
            "Each written policy on refunds",
            "State the full name and address of each buyer",
            "Describe how a device is enrolled",
        ),
    ),
    (
        "roman-parts",
        """
SUBPOENA DUCES TECUM
RIDER

I. Definitions

A. "Company" means Lakeshore Dental and its agents.
B. "Document" means any writing, on paper or otherwise.

II. Instructions

A. Produce originals, or copies if the original is not in your possession.
B. Number each page.

III. Documents to be produced

1. Charts of the patients on the attached list.
2. Each contract with a billing agent:
(a) signed copies; and
(b) amendments.
3. Bank statements for 2022.
""",
        (
            "Charts of the patients on the attached list",
            "signed copies",
            "amendments",
            "Bank statements for 2022",
        ),
    ),
    (
        "instructions-small",
        """
SCHEDULE

Instructions

1. Give documents in the order of the items below.
2. The Committee does not accept privileges of the common law.

Items

1. Each agreement on sharing of plate images.
2. For each search made without a warrant:
(a) the reason given, and
(b) the rank of the member who allowed it.
3. Slides used to train members.
""",
        (
            "Each agreement on sharing of plate images",
            "the reason given",
            "the rank of the member who allowed it",
            "Slides used to train members",
        ),
    ),
    (
        "table",
        """
To carry out the program, this Office asks your agency for the data in the table.

No.   Data   Form
1   Number of households that receive help   Spreadsheet
2   Written procedures for verifying status   PDF
3   Agreements with any vendor   PDF

Participation is a condition of good standing.
""",
        (
            "Number of households that receive help",
            "Written procedures for verifying status",
            "Agreements with any vendor",
        ),
    ),
    (
        "table-pipe",
        """
Please provide the records in this table:

Item | Description | Period
A | Booking sheets | 2023
B | Release logs | 2024
C | Visitor logs | 2024

Sincerely,
""",
        ("Booking sheets", "Release logs", "Visitor logs"),
    ),
    (
        "bullets-plain",
        """
We are checking a claim. Please complete and return by Friday, July 10, 2026:

• first and last day of work
• gross wages for each pay date from January to June 2026
• whether health cover was offered

This is a computer-made letter and is not signed.
""",
        (
            "first and last day of work",
            "gross wages for each pay date from January to June 2026",
            "whether health cover was offered",
        ),
    ),
    (
        "paragraph-list",
        """
Please send the following records:

The complete booking file of the person named above.

The incident report of March 3, 2024.

Any video of the intake area for that day.

Thank you for your help.
""",
        (
            "The complete booking file of the person named above",
            "The incident report of March 3, 2024",
            "Any video of the intake area for that day",
        ),
    ),
    (
        "dashes",
        """
Records needed:
- driver licence photograph
- registration history
- last known address
""",
        ("driver licence photograph", "registration history", "last known address"),
    ),
    (
        "spanish",
        """
Se le requiere que entregue los siguientes documentos:
1. Copia del expediente de personal del empleado.
2. Registros de nómina de 2022 a 2023.
3. Toda comunicación con el sindicato.
Atentamente,
""",
        (
            "Copia del expediente de personal del empleado",
            "Registros de nómina de 2022 a 2023",
            "Toda comunicación con el sindicato",
        ),
    ),
    (
        "defs-number-dot",
        """
ATTACHMENT A

Definitions. As used here:

1. "Records" means any writing.
2. "Patient" means the person named.

Records to be produced:

1. The chart of the Patient.
2. The bills of the Patient.
""",
        ("The chart of the Patient", "The bills of the Patient"),
    ),
    (
        "docs-you-must",
        """
DOCUMENTS YOU MUST PRODUCE

1. The lease file.
2. The ledger.
""",
        ("The lease file", "The ledger"),
    ),
    (
        "req-head",
        """
III. REQUESTS

1. Documents sufficient to show the members of the task force.
2. All agreements under 8 U.S.C. 1357(g).
3. Communications with the sheriff about the agreement.

IV. CERTIFICATION

1. Sign the certificate enclosed.
2. Return it with the documents.
""",
        (
            "Documents sufficient to show the members of the task force",
            "All agreements under 8 U.S.C. 1357(g)",
            "Communications with the sheriff about the agreement",
        ),
    ),
    (
        "nested-4",
        """
ATTACHMENT A

1. For each vehicle:
  a. the title;
  b. the registration, with
    i. plate history; and
    ii. owner history.
2. Tow slips.
""",
        ("the title", "plate history", "owner history", "Tow slips"),
    ),
    (
        "noi",
        """
Please have available for inspection:

A. Forms I-9 for all current employees;
B. Payroll records for the last three years;
C. Articles of incorporation and business licences.

You may waive the three days.
""",
        (
            "Forms I-9 for all current employees",
            "Payroll records for the last three years",
            "Articles of incorporation and business licences",
        ),
    ),
    (
        "gap-swallowed",
        """
SCHEDULE A
1. Lease agreements.
2. Rent rolls.
4. Notices to quit.
5. Court papers.
""",
        ("Lease agreements", "Rent rolls", "Notices to quit", "Court papers"),
    ),
    (
        "items-then-notice",
        """
Attachment A

1. Account opening documents.
2. Monthly statements.

In lieu of appearance you may send the records.

3. Wire records.
""",
        ("Account opening documents", "Monthly statements", "Wire records"),
    ),
    (
        "exhibit-paren",
        """
EXHIBIT 1 - RECORDS

(1) Time sheets.

(2) Wage statements.

(3) Any write-up,
warning or notice.

(4) The hiring file.
""",
        ("Time sheets", "Wage statements", "Any write-up, warning or notice", "The hiring file"),
    ),
    (
        "hash",
        """
Request #1 - All contracts with the vendor.
Request #2 - All invoices of the vendor.
""",
        ("All contracts with the vendor", "All invoices of the vendor"),
    ),
)

DAMAGED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "lost-dots",
        """
SCHEDULE A

1 All contracts with the vendor of the cameras
2 All invoices of the vendor
3 All audits of the use of the cameras
""",
        (
            "All contracts with the vendor of the cameras",
            "All invoices of the vendor",
            "All audits of the use of the cameras",
        ),
    ),
    (
        "ocr-ones",
        """
SCHEDULE A

l. All contracts with the vendor of the cameras.
2. All invoices of the vendor.
3. All audits of the use of the cameras.
""",
        (
            "All contracts with the vendor of the cameras",
            "All invoices of the vendor",
            "All audits of the use of the cameras",
        ),
    ),
    (
        "ocr-paren",
        """
SCHEDULE A

(l) All contracts with the vendor of the cameras.
(2} All invoices of the vendor.
(3) All audits of the use of the cameras.
""",
        (
            "All contracts with the vendor of the cameras",
            "All invoices of the vendor",
            "All audits of the use of the cameras",
        ),
    ),
    (
        "ocr-comma",
        """
SCHEDULE A

1, All contracts with the vendor of the cameras.
2, All invoices of the vendor.
3. All audits of the use of the cameras.
""",
        (
            "All contracts with the vendor of the cameras",
            "All invoices of the vendor",
            "All audits of the use of the cameras",
        ),
    ),
    (
        "reqno-ocr",
        """
REQUESTS

REQUEST N0. l: All contracts.
REQUEST NO. 2: All invoices.
REQUEST NO, 3: All audits.
""",
        ("All contracts", "All invoices", "All audits"),
    ),
)
