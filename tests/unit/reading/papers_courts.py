"""Short invented process of courts and prosecutors. No real person or matter."""

from __future__ import annotations

from tests.unit.reading.sheet import Paper

PROCESS_OF_COURTS: tuple[Paper, ...] = (
    Paper(
        "ao88b",
        """
AO 88B (Rev. 02/14) Subpoena to Produce Documents, Information, or Objects or to Permit Inspection
UNITED STATES DISTRICT COURT
for the
Eastern District of Texas
Example Corp.
Plaintiff
v.                                    Civil Action No. 4:22-cv-00111
Sample LLC
Defendant
SUBPOENA TO PRODUCE DOCUMENTS, INFORMATION, OR OBJECTS
OR TO PERMIT INSPECTION OF PREMISES IN A CIVIL ACTION
To: Collin County Clerk
Production: YOU ARE COMMANDED to produce at the time, date, and place set forth below: deed records.
Place: 1 Law Plaza, Plano          Date and Time: 05/05/2023 9:00 am
Date: 04/10/2023
CLERK OF COURT
OR
/s/ Robin Example
Signature of Clerk or Deputy Clerk          Attorney's signature
""",
        "issues",
        "civil_subpoena",
        "Collin County Clerk",
        "UNITED STATES DISTRICT COURT",
        False,
    ),
    Paper(
        "subp-010",
        """
ATTORNEY OR PARTY WITHOUT ATTORNEY: Lee Example, 2 Hill St, Fresno     SUBP-010
ATTORNEY FOR: Plaintiff
SUPERIOR COURT OF CALIFORNIA, COUNTY OF FRESNO
PLAINTIFF: Sample v. DEFENDANT: Other
DEPOSITION SUBPOENA FOR PRODUCTION OF BUSINESS RECORDS          CASE NUMBER: 22CECG00123
THE PEOPLE OF THE STATE OF CALIFORNIA, TO (name, address, and telephone number of deponent, if
known):
Fresno Unified School District
1. YOU ARE ORDERED TO PRODUCE THE BUSINESS RECORDS described in item 3, as follows:
To (name of deposition officer): Example Copy Service
On (date): June 30, 2023     At (time): 10:00 a.m.
Date issued: June 1, 2023
/s/ Lee Example          Attorney for Plaintiff
Form Adopted for Mandatory Use SUBP-010 [Rev. January 1, 2012]
""",
        "issues",
        "civil_subpoena",
        "Fresno Unified",
        "SUPERIOR COURT OF CALIFORNIA",
        False,
    ),
    Paper(
        "ny-sdt",
        """
SUPREME COURT OF THE STATE OF NEW YORK
COUNTY OF KINGS
SAMPLE PLAINTIFF, Plaintiff,
-against-                                         Index No. 511111/2021
SAMPLE DEFENDANT, Defendant.
SUBPOENA DUCES TECUM
TO: New York City Transit Authority
WE COMMAND YOU, that all business and excuses being laid aside, you produce at the office of the
undersigned by
March 15, 2022 the bus camera footage of February 2, 2021. Your failure to comply is punishable as
a contempt.
Witness, Honorable Example Justice, one of the Justices of said Court.
Dated: February 14, 2022
Example & Sample LLP
By: Toni Example
Attorneys for Plaintiff
""",
        "issues",
        "civil_subpoena",
        "New York City Transit",
        "SUPREME COURT",
        False,
    ),
    Paper(
        "tx-civil",
        """
THE STATE OF TEXAS
SUBPOENA DUCES TECUM
CAUSE NO. 2021-04455
IN THE DISTRICT COURT OF HARRIS COUNTY, TEXAS, 152ND JUDICIAL DISTRICT
Sample v. Example
To any sheriff or constable or other person authorized to serve subpoenas under Rule 176: You are
hereby commanded
to summon Gulf Example Clinic to produce medical records at 5 Fannin Street, Houston by August 2,
2021.
Issued by Sam Example, attorney for defendant
""",
        "issues",
        "civil_subpoena",
        None,
        "DISTRICT COURT",
        False,
    ),
    Paper(
        "ao89b",
        """
AO 89B (07/16) Subpoena to Produce Documents, Information, or Objects in a Criminal Case
UNITED STATES DISTRICT COURT
District of New Mexico
United States of America v. Example Defendant          Case No. 1:21-cr-00044
SUBPOENA TO PRODUCE DOCUMENTS IN A CRIMINAL CASE
To: Bernalillo County Metropolitan Detention Center
YOU ARE COMMANDED to produce at the time, date, and place set forth below visitor logs.
Place: 333 Lomas Blvd. Date and Time: 09/01/2022 9:00 a.m.
CLERK OF COURT
/s/ T. Example, Deputy Clerk
""",
        "issues",
        "criminal_subpoena",
        "Bernalillo County",
        "UNITED STATES DISTRICT COURT",
        False,
    ),
    Paper(
        "state-criminal",
        """
IN THE CIRCUIT COURT OF THE STATE OF OREGON
FOR THE COUNTY OF LANE
STATE OF OREGON, Plaintiff, v. EXAMPLE PERSON, Defendant.          Case No. 21CR04567
CRIMINAL SUBPOENA DUCES TECUM
TO: Eugene Police Department Records
You are commanded to appear before the court on October 3, 2022, at 9:00 a.m. and bring body
camera video.
Public Defender Services of Lane County
Gray Example, OSB 000000
Attorney for Defendant
""",
        "issues",
        "criminal_subpoena",
        "Eugene Police",
        "CIRCUIT COURT",
        False,
    ),
    Paper(
        "state-grand-jury",
        """
STATE OF MINNESOTA                                DISTRICT COURT
COUNTY OF HENNEPIN                                FOURTH JUDICIAL DISTRICT
GRAND JURY SUBPOENA
TO: Custodian of Records, Example Wireless
YOU ARE COMMANDED to appear before the Grand Jury of Hennepin County on February 3, 2026 at 9:00
a.m. and to bring
call records for 612-555-0100.
Court Administrator
Requested by Hennepin County Attorney
""",
        "issues",
        "grand_jury_subpoena",
        "Example Wireless",
        None,
        None,
    ),
    Paper(
        "fl-state-attorney",
        """
OFFICE OF THE STATE ATTORNEY
SEVENTH JUDICIAL CIRCUIT OF FLORIDA
INVESTIGATIVE SUBPOENA DUCES TECUM
TO: Example Cable Company
YOU ARE HEREBY COMMANDED to appear before the State Attorney INSTANTER and produce subscriber
records for the
address 10.0.0.1, pursuant to section 27.04, Florida Statutes.
WITNESS my hand this 8th day of May 2023
Assistant State Attorney Bo Example
""",
        "issues",
        "prosecutor_subpoena",
        "Example Cable",
        "STATE ATTORNEY",
        False,
    ),
    Paper(
        "2703d",
        """
IN THE UNITED STATES DISTRICT COURT
FOR THE EASTERN DISTRICT OF VIRGINIA
IN RE APPLICATION OF THE UNITED STATES FOR AN ORDER PURSUANT TO 18 U.S.C. § 2703(d)     Misc. No.
1:21-ec-00123
ORDER
The United States has offered specific and articulable facts. IT IS THEREFORE ORDERED that Example
Mail LLC shall,
within ten days of the date of this Order, disclose the records of account x@example.
IT IS FURTHER ORDERED that Example Mail LLC shall not notify any person of this Order for one year.
Date: March 1, 2021
/s/ Pat Q. Example
United States Magistrate Judge
""",
        "issues",
        "stored_communications_order",
        "Example Mail",
        "UNITED STATES DISTRICT COURT",
        True,
    ),
    Paper(
        "ao93",
        """
AO 93 (Rev. 11/13) Search and Seizure Warrant
UNITED STATES DISTRICT COURT
for the
Western District of Washington
In the Matter of the Search of information associated with account x@example     Case No. MJ22-044
SEARCH AND SEIZURE WARRANT
To: Any authorized law enforcement officer
An application by a federal law enforcement officer requests the search. I find that the affidavit
establishes
probable cause. YOU ARE COMMANDED to execute this warrant on or before March 14, 2022.
Date and time issued: March 1, 2022
/s/ Drew Example
United States Magistrate Judge
""",
        "issues",
        "search_warrant",
        "law enforcement officer",
        "UNITED STATES DISTRICT COURT",
        True,
    ),
    Paper(
        "ao442",
        """
AO 442 (Rev. 11/11) Arrest Warrant
UNITED STATES DISTRICT COURT
District of Kansas
United States of America v. EXAMPLE PERSON          Case No. 22-mj-8123
ARREST WARRANT
To: Any authorized law enforcement officer
YOU ARE COMMANDED to arrest and bring before a United States magistrate judge without unnecessary
delay EXAMPLE PERSON,
who is accused of an offense based on: [X] Indictment [ ] Complaint
/s/ Morgan Example
United States Magistrate Judge
""",
        "issues",
        "arrest_warrant",
        "law enforcement officer",
        "UNITED STATES DISTRICT COURT",
        True,
    ),
    Paper(
        "enforcement-order",
        """
UNITED STATES DISTRICT COURT
DISTRICT OF COLORADO
UNITED STATES OF AMERICA, Petitioner,
v.                                         Civil Action No. 1:20-mc-00055
EXAMPLE COUNTY SHERIFF, Respondent.
ORDER ENFORCING ADMINISTRATIVE SUBPOENAS
The petition is GRANTED. IT IS ORDERED that the Example County Sheriff shall produce the records
described in the
subpoenas within 14 days of the entry of this order.
DATED this 5th day of June 2020
BY THE COURT:
s/ Example B. Jackson
United States District Judge
""",
        "issues",
        "court_order",
        "Example County Sheriff",
        "UNITED STATES DISTRICT COURT",
        True,
    ),
    Paper(
        "writ",
        """
SUPERIOR COURT OF NEW JERSEY
LAW DIVISION, ESSEX COUNTY
STATE OF NEW JERSEY v. EXAMPLE PERSON          Indictment No. 21-04-0099
WRIT OF HABEAS CORPUS AD PROSEQUENDUM
TO: Warden, Essex County Correctional Facility
IT IS ORDERED that you produce EXAMPLE PERSON before this Court on May 2, 2022 at 9:00 a.m.
/s/ Hon. Example R. Costa
Judge of the Superior Court
""",
        "issues",
        "court_order",
        "Essex County Correctional",
        "SUPERIOR COURT",
        True,
    ),
    Paper(
        "epoc",
        """
EUROPEAN PRODUCTION ORDER CERTIFICATE (EPOC)
Regulation (EU) 2023/1543, Annex I
SECTION A: Issuing/validating authority: Amtsgericht Musterstadt
SECTION B: Addressee: Example Cloud Ireland Limited, designated establishment
SECTION C: Deadlines: the requested data must be produced at the latest within 10 days upon
receipt of the EPOC
SECTION E: Data: subscriber data of account 4411
SECTION I: Issuing authority: investigating judge; Name: A. Muster; Date: 1 September 2026
""",
        "issues",
        "eu_production_order",
        "Example Cloud Ireland",
        "Amtsgericht",
        None,
    ),
    Paper(
        "epoc-pr",
        """
EUROPEAN PRESERVATION ORDER CERTIFICATE (EPOC-PR)
Regulation (EU) 2023/1543, Annex II
Section A: Issuing authority: Parquet de Exampleville
Section B: Addressee: Example Host SARL
The data listed in Section D must be preserved for 60 days.
Public Prosecutor C. Exemple
""",
        "issues",
        "eu_preservation_order",
        "Example Host",
        "Parquet",
        None,
    ),
)
