"""Heads and closes of invented papers of courts and parties: who, whom, and who signed."""

from __future__ import annotations

from tests.unit.reading.papers_heads import Head

__all__ = ["HEADS_OF_COURTS"]

HEADS_OF_COURTS = (
    Head(
        id="tx_depo",
        text="""
CAUSE NO. 2024-11873
IN THE DISTRICT COURT OF
HARRIS COUNTY, TEXAS
164TH JUDICIAL DISTRICT

DEPOSITION SUBPOENA DUCES TECUM

THE STATE OF TEXAS
TO ANY SHERIFF OR CONSTABLE OF THE STATE OF TEXAS OR OTHER PERSON AUTHORIZED TO SERVE
SUBPOENAS UNDER RULE 176 OF THE TEXAS RULES OF CIVIL PROCEDURE, GREETINGS:

You are hereby commanded to summon and subpoena the following witness: Custodian of Records
for Gulf Prairie Ambulance District, 120 Bayou Road, Houston, Texas 77002, to appear before a
certified court reporter at the offices of Example Reporting on June 3, 2024, at 10:00 a.m. and
to bring
1. Run sheets for March 2, 2023.
2. Dispatch audio of the call.

ISSUED on May 6, 2024.

Attorney K
Attorney for Plaintiff
State Bar No. 00100100
""",
        recipient="Custodian of Records for Gulf Prairie Ambulance District",
        role="attorney",
        name="Attorney K",
        issuer_class="attorney",
    ),
    Head(
        id="mi_people",
        text="""
STATE OF MICHIGAN
JUDICIAL DISTRICT 14A
JUDICIAL CIRCUIT
SUBPOENA
CASE NO. 24-1187-GC

The People of the State of Michigan v Subject B

In the Name of the People of the State of Michigan. TO:
Records Custodian, Huron Valley Credit Union
200 Main Street, Ann Arbor

YOU ARE ORDERED:
1. To produce statements of account 7781 for 2023.
by April 5, 2024.

Assistant Prosecuting Attorney D
Assistant Prosecuting Attorney
""",
        recipient="Records Custodian, Huron Valley Credit Union",
        role="prosecutor",
        name="Assistant Prosecuting Attorney D",
    ),
    Head(
        id="declare",
        text="""
UNITED STATES DISTRICT COURT
DISTRICT OF MAINE
Case No. 2:24-mc-00033

DECLARATION OF SPECIAL AGENT T

I, Special Agent T, declare under 28 U.S.C. 1746:
1. I served the subpoena on March 3, 2024.
2. No records were produced.

Executed April 4, 2024.
Special Agent T
Special Agent
""",
        issuer="Special Agent T",
        role="agency_officer",
    ),
    Head(
        id="apply_enforce",
        text="""
UNITED STATES DISTRICT COURT
WESTERN DISTRICT OF WISCONSIN

EQUAL EMPLOYMENT OPPORTUNITY COMMISSION, Applicant,
v.
BADGER TANNING CO., Respondent.
Case No. 3:23-mc-00041

APPLICATION FOR AN ORDER TO SHOW CAUSE WHY AN ADMINISTRATIVE SUBPOENA SHOULD NOT BE ENFORCED

The Equal Employment Opportunity Commission, under Section 710 of the Civil Rights Act of 1964,
42 U.S.C. 2000e-9,
applies for an order requiring Respondent to obey a subpoena, and says:
1. On May 2, 2023 the Commission issued Subpoena MIL-417.
2. Respondent has refused to comply.

Respectfully submitted,
Trial Attorney R
Counsel for the Commission
""",
        issuer="Equal Employment Opportunity Commission",
        role="attorney",
    ),
    Head(
        id="es_juzgado",
        text="""
JUZGADO DE INSTRUCCIÓN N.º 4 DE SEVILLA
Diligencias previas 881/2025

OFICIO

A: Telecomunicaciones del Guadalquivir, S.A.
Departamento de requerimientos judiciales

En virtud de lo acordado en auto de esta fecha, requiero a ustedes para que en el plazo de cinco
días remitan a este
Juzgado los datos de titularidad de la línea 600 000 000.

Sevilla, a 3 de febrero de 2025

La Magistrada-Juez
Magistrada R
""",
        issuer="JUZGADO DE INSTRUCCIÓN N.º 4 DE SEVILLA",
        recipient="Telecomunicaciones del Guadalquivir, S.A.",
        issuer_class="court",
        role="judge",
    ),
    Head(
        id="es_epoc",
        text="""
ANEXO I
CERTIFICADO DE ORDEN EUROPEA DE PRODUCCIÓN (EPOC)

SECCIÓN A: Autoridad emisora
Estado emisor: España
Autoridad emisora: Juzgado Central de Instrucción n.º 2, Madrid

SECCIÓN B: Destinatario
Destinatario: Hosting Atlántico Ireland Ltd., Dublín

SECCIÓN C: Plazo
a más tardar en un plazo de 10 días a partir de la recepción del EPOC

Nombre: Magistrado C
Función: Magistrado Juez
""",
        issuer="Juzgado Central de Instrucción n.º 2",
        recipient="Hosting Atlántico Ireland Ltd.",
        issuer_class="court",
        role="judge",
    ),
    Head(
        id="nj_prosecutor",
        text="""
OFFICE OF THE ATLANTIC COUNTY PROSECUTOR
Cybercrime Unit
4997 Unami Boulevard

GRAND JURY SUBPOENA DUCES TECUM
Superior Court of New Jersey
Law Division - Criminal

TO: Custodian of Records
    Seabreeze Wireless, Inc.
    c/o Registered Agent Services
    Trenton, New Jersey

YOU ARE COMMANDED to appear before the Grand Jury of Atlantic County on May 8, 2024 and bring:
1. Subscriber records for 609-555-0100.

ASSISTANT PROSECUTOR N
Assistant Prosecutor
""",
        recipient="Seabreeze Wireless, Inc.",
        role="prosecutor",
    ),
    Head(
        id="court_order_respondent",
        text="""
IN THE CIRCUIT COURT OF COOK COUNTY, ILLINOIS
COUNTY DEPARTMENT, LAW DIVISION

SUBJECT G, Plaintiff,
v.
PRAIRIE STATE TRANSIT LLC, Defendant.
No. 23 L 004417

ORDER

This cause coming on Plaintiff's motion, IT IS ORDERED that non-party Lakefront Clinic, S.C.
shall produce the chart of
Subject G by July 1, 2024.

ENTERED: June 3, 2024

Judge H
Circuit Judge
""",
        issuer="CIRCUIT COURT OF COOK COUNTY",
        recipient="Lakefront Clinic, S.C.",
        issuer_class="court",
        role="judge",
        name="Judge H",
    ),
    Head(
        id="pa_4009",
        text="""
COMMONWEALTH OF PENNSYLVANIA
COUNTY OF BERKS

SUBJECT H, Plaintiff
v.
OLEY QUARRIES, INC., Defendant

IN THE COURT OF COMMON PLEAS
CIVIL ACTION - LAW
File No. CI-23-00881

SUBPOENA TO PRODUCE DOCUMENTS OR THINGS
FOR DISCOVERY PURSUANT TO RULE 4009.22

TO: Schuylkill Ambulance Association
(Name of Person or Entity)

Within twenty (20) days after service of this subpoena, you are ordered by the court to produce
the following documents or things:
1) run report of May 3, 2022;

THIS SUBPOENA WAS ISSUED AT THE REQUEST OF THE FOLLOWING PERSON:
Name: Attorney J
Address: 12 Penn Street, Reading
Telephone: 610-555-0100
Supreme Court ID #: 00500
Attorney for: Defendant

BY THE COURT:
Deputy P
Deputy Prothonotary
Date: September 7, 2023
(SEAL)
""",
        recipient="Schuylkill Ambulance Association",
        role="clerk",
        name="Deputy P",
        issuer_class="court",
    ),
    Head(
        id="capias",
        text="""
CAUSE NO. 551188
THE STATE OF TEXAS v. SUBJECT I
COUNTY COURT AT LAW NO. 2
TARRANT COUNTY, TEXAS

CAPIAS

THE STATE OF TEXAS TO ANY SHERIFF OR OTHER PEACE OFFICER OF THE STATE OF TEXAS, GREETING:
YOU ARE HEREBY COMMANDED to take the body of SUBJECT I and him safely keep.

WITNESS my signature and official seal, on this the 2nd day of May, 2019.
County Clerk, Tarrant County, Texas
Deputy Clerk M
Deputy County Clerk
""",
        recipient="ANY SHERIFF OR OTHER PEACE OFFICER OF THE STATE OF TEXAS",
        role="clerk",
        name="Deputy Clerk M",
        issuer_class="court",
    ),
    Head(
        id="fl_clerk",
        text="""
IN THE COUNTY COURT OF THE NINTH JUDICIAL CIRCUIT
IN AND FOR ORANGE COUNTY, FLORIDA
Case No. 2024-SC-0071

SUBPOENA DUCES TECUM WITHOUT DEPOSITION

THE STATE OF FLORIDA:
TO: Records Custodian, Magnolia Home Care, 700 Central Avenue, Orlando

YOU ARE COMMANDED to appear at the offices of Attorney W on June 24, 2024, at 10:00 a.m., and to
have with you:
(1) visit notes of Subject J.

DATED on June 3, 2024.
Clerk Deputy B
As Deputy Clerk
Attorney W, for Plaintiff, Florida Bar No. 004417, 407-555-0103
""",
        recipient="Magnolia Home Care",
        role="clerk",
        name="Clerk Deputy B",
        issuer_class="court",
    ),
    Head(
        id="gj_answer",
        text="""
LAW OFFICES OF ATTORNEY M
12 Foundry Row, Toledo, Ohio

June 25, 2022

Assistant United States Attorney C
United States Attorney's Office, Four Seagate, Toledo

Re: Grand Jury Subpoena No. 22-GJ-0088

Dear Counsel:

On behalf of Hollow Oak Freight, Inc., and in response to the subpoena, we send one encrypted drive.

Very truly yours,

Attorney M
Counsel for Hollow Oak Freight, Inc.
Enclosures: drive; custodian's certificate
""",
        issuer="LAW OFFICES OF ATTORNEY M",
        recipient="Assistant United States Attorney C",
        role="attorney",
        name="Attorney M",
    ),
    Head(
        id="warrant_state",
        text="""
STATE OF COLORADO
COUNTY OF LARIMER
DISTRICT COURT, EIGHTH JUDICIAL DISTRICT
Case Number: 24SW0417

ORDER FOR PRODUCTION OF RECORDS

The Court, having found probable cause, orders that Pika Peak Internet, Inc., produce within 35
days to Detective G of the
Loveland Police Department the subscriber records of IP 203.0.113.9.

Done and signed this 3rd day of April, 2024.

BY THE COURT:

/s/ Judge K
District Court Judge
""",
        issuer="DISTRICT COURT, EIGHTH JUDICIAL DISTRICT",
        recipient="Pika Peak Internet, Inc.",
        issuer_class="court",
        role="judge",
        name="Judge K",
    ),
)
