"""Phrases that say by when, cause by cause: who asks, tables, own headers, laws, plain words."""

from __future__ import annotations

__all__ = ["BY_WHEN"]

BY_WHEN: tuple[tuple[str, list[str]], ...] = (
    (
        "To prepare for arbitration the union requests, by March 20, 2024:\n1. overtime offered and taken\n2. the call-out list",
        ["date 2024-03-20"],
    ),
    (
        "The Licensee is required to submit, in writing and under oath, within 30 days of the date of this Demand, the following:\n1. the log;\n2. the list.",
        ["period 30 days unstated after issue"],
    ),
    (
        "Could we have, by March 20, 2024, the inspection reports for 60 Dock Street?",
        ["date 2024-03-20"],
    ),
    (
        "Could we have, by March 20, 2024,\n- the inspection reports\n- your letters to the owner",
        ["date 2024-03-20"],
    ),
    (
        "The Guild asks, no later than March 20, 2024, for the rosters of each shift.",
        ["date 2024-03-20"],
    ),
    (
        "The Inspector General requests, on or before March 20, 2024, the following records:\n1. the ledger\n2. the receipts",
        ["date 2024-03-20"],
    ),
    (
        "Petitioner demands, within twenty days after service of this demand:\n(a) the policy\n(b) the file",
        ["period 20 days unstated after service"],
    ),
    (
        "May I see, within ten business days of receiving this, the permits for 12 Oak Street?",
        ["period 10 days business after receipt"],
    ),
    ("Claimant seeks by March 20, 2024: the dispatch log; and the recording.", ["date 2024-03-20"]),
    (
        "The Department hereby directs the Licensee to file, within fourteen (14) days of receipt of this letter, a sworn answer to each of these points.",
        ["period 14 days unstated after receipt"],
    ),
    (
        "The auditors want the following by close of business March 20, 2024:\n- ledger\n- vendor list",
        ["date 2024-03-20 close of business"],
    ),
    (
        "My client seeks from your office, on or before March 20, 2024, the items below.",
        ["date 2024-03-20"],
    ),
    ("The Division calls for these papers by March 20, 2024.", ["date 2024-03-20"]),
    (
        "Counsel for the estate asks, by 5:00 p.m. on March 20, 2024, for:\n1. the statements\n2. the cards",
        ["date 2024-03-20 17:00"],
    ),
    (
        "Respondent shall serve, within 30 days, answers to the interrogatories that follow.",
        ["period 30 days unstated after unknown"],
    ),
    (
        "Unless we have them within 60 days of the date of this letter the application may be rejected.",
        ["period 60 days unstated after letter_date"],
    ),
    (
        "Unless the documents are received within 15 days of this notice, your license will lapse.",
        ["period 15 days unstated after issue"],
    ),
    (
        "Unless you send the missing pages by March 20, 2024, we will close the claim.",
        ["date 2024-03-20"],
    ),
    (
        "If the records are not in our hands by March 20, 2024, we will go to court.",
        ["date 2024-03-20"],
    ),
    (
        "If we do not have your answer by March 20, 2024, we will take it that you have none.",
        ["date 2024-03-20"],
    ),
    (
        "Should the file not reach us within ten days of receipt of this letter, we will move to compel.",
        ["period 10 days unstated after receipt"],
    ),
    (
        "Failure to provide these records within 30 days of receipt of this letter may lead to denial of your claim.",
        ["period 30 days unstated after receipt"],
    ),
    ("A file that is not complete by March 20, 2024 will be withdrawn.", ["date 2024-03-20"]),
    (
        "The Board commands you to give to its inspector what the table names, on or before the day beside it.\nPart   Records   On or before\n(a)   Compounding logs, original   March 20, 2024\n(b)   Sterility test results   March 27, 2024",
        ["date 2024-03-20", "date 2024-03-27"],
    ),
    (
        "To begin, we need what is in this table by the day in the last column.\n#   We need   By\n1   List of vehicles   March 20, 2024\n2   The policy   March 27, 2024",
        ["date 2024-03-20", "date 2024-03-27"],
    ),
    (
        "Please send us the following.\nItem   Description   Due\n1   Trial balance   03/20/2024\n2   Payroll register   03/27/2024",
        ["date 2024-03-20", "date 2024-03-27"],
    ),
    (
        "Please provide:\nDocument   Needed by\nTrial balance   March 20, 2024\nPayroll register   March 20, 2024",
        ["date 2024-03-20"],
    ),
    (
        "You are directed to produce the records in the table.\nRecords   Period   Produce no later than\nTime cards   2023   March 20, 2024",
        ["date 2024-03-20"],
    ),
    (
        "We request these items.\nItem   Date due   Contact\nLease   March 20, 2024   Desk 4",
        ["date 2024-03-20"],
    ),
    (
        "EMERGENCY DISCLOSURE REQUEST\nCase: 24-00961\nDate: March 4, 2024\nTime: 03:12\nThe Department asks you to disclose forthwith the last location of the device.",
        ["instanter"],
    ),
    ("MEMORANDUM\nDate: March 4, 2024   Time: 10:15 a.m.\nTo: Records\nPlease send the file.", []),
    ("FAX\nTo: Records\nDate: March 4, 2024\nTime: 9:40 AM\nPages: 2\nPlease send the chart.", []),
    (
        "Called in by: Sgt. B\nDate/Time of call: March 4, 2024 03:12\nPlease send the recording within 24 hours of receipt.",
        ["period 24 hours unstated after receipt"],
    ),
    ("Submitted: March 4, 2024 10:02 PM\nRequested records: the permits for 12 Oak Street.", []),
    ("Incident date and time: March 2, 2024 at 11:30 p.m.\nPlease send all video of it.", []),
    (
        "RCW 42.56.520 gives the Department five business days to respond.",
        ["period 5 days business after unknown"],
    ),
    (
        "Under the statute you have ten business days from receipt to answer this request.",
        ["period 10 days business after receipt"],
    ),
    ("The Act allows you ten working days to reply.", ["period 10 days business after unknown"]),
    (
        "I know you get five business days from receipt to say you got it.",
        ["period 5 days business after receipt"],
    ),
    (
        "By law your answer is due within three business days of receipt of this request.",
        ["period 3 days business after receipt"],
    ),
    (
        "The Freedom of Information Law requires a response within five business days of the receipt of a written request.",
        ["period 5 days business after receipt"],
    ),
    ("By March 20, 2024 pls or buyers walk.", ["date 2024-03-20"]),
    (
        "Your examination under oath is set for March 20, 2024 at 1:00 p.m. at our office, before a reporter.",
        ["date 2024-03-20 13:00"],
    ),
    (
        "One week earlier, that is by March 20, 2024, please deliver:\n2. tax returns\n3. your telephone bills",
        ["date 2024-03-20"],
    ),
    ("Please respond COB 3/20/24.", ["date 2024-03-20 close of business"]),
    ("NLT 1700 hours March 20, 2024, forward all logs.", ["date 2024-03-20 17:00"]),
    ("RESPONSE DUE: Wednesday, March 20, 2024", ["date 2024-03-20"]),
    ("Due date   March 20, 2024\nPlease send the ledger.", ["date 2024-03-20"]),
    ("Records must arrive at our office by noon on March 20, 2024.", ["date 2024-03-20 12:00"]),
    (
        "We look forward to your production on or before the 20th day of March, 2024.",
        ["date 2024-03-20"],
    ),
    (
        "Documents on a rolling basis, the first installment by March 20, 2024 and the last by April 3, 2024.",
        ["date 2024-03-20", "date 2024-04-03"],
    ),
    (
        "Items 1 to 3 are due March 20, 2024; items 4 to 6 are due April 3, 2024.",
        ["date 2024-03-20", "date 2024-04-03"],
    ),
    (
        "Answers to the interrogatories by March 20, 2024; documents by April 3, 2024.",
        ["date 2024-03-20", "date 2024-04-03"],
    ),
    (
        "Please send the video by March 20, 2024 and everything else by the end of the month.",
        ["date 2024-03-20"],
    ),
    ("The return date of this subpoena is March 20, 2024 at 10 a.m.", ["date 2024-03-20 10:00"]),
    ("Compliance date: March 20, 2024", ["date 2024-03-20"]),
    ("Please let us have your reply not later than Wednesday 20 March 2024.", ["date 2024-03-20"]),
    ("We must receive the documents by 3/20/2024.", ["date 2024-03-20"]),
    ("You have until March 20, 2024 to comply.", ["date 2024-03-20"]),
    (
        "You have 21 days from the date of this letter to provide the documents listed.",
        ["period 21 days unstated after letter_date"],
    ),
    (
        "The documents must be provided within 21 calendar days after the date on which you receive this letter.",
        ["period 21 days calendar after receipt"],
    ),
    (
        "Please return the questionnaire in fourteen days.",
        ["period 14 days unstated after unknown"],
    ),
    ("Please respond within 72 hours.", ["period 72 hours unstated after unknown"]),
    (
        "We ask for an answer within two weeks of today.",
        ["period 2 weeks unstated after letter_date"],
    ),
    ("Please have these for us at the start of fieldwork on March 20, 2024.", ["date 2024-03-20"]),
    ("Sírvase entregar los documentos a más tardar el 20 de marzo de 2024.", ["date 2024-03-20"]),
    (
        "Deberá remitir lo solicitado dentro de los diez (10) días hábiles siguientes a la recepción de esta carta.",
        ["period 10 days business after receipt"],
    ),
    (
        "Se le requiere que, antes del 20 de marzo de 2024, presente los siguientes documentos:",
        ["date 2024-03-20"],
    ),
    (
        "Tiene usted un plazo de 15 días a partir de la fecha de esta carta para contestar.",
        ["period 15 days unstated after letter_date"],
    ),
    ("Favor de enviar los expedientes para el 20 de marzo de 2024.", ["date 2024-03-20"]),
    ("Fecha límite: 20 de marzo de 2024", ["date 2024-03-20"]),
    (
        "Necesitamos los recibos antes del miércoles 20 de marzo de 2024 a las 5:00 p.m.",
        ["date 2024-03-20 17:00"],
    ),
    (
        "Conteste en el término de veinte días contados desde la notificación.",
        ["period 20 days unstated after service"],
    ),
    ("The hearing on your objection is set for March 20, 2024 at 9:00 a.m.", []),
    ("Please send all statements from January 1, 2023 through March 20, 2024.", []),
    ("Send records in force as of March 20, 2024.", []),
    ("If you object you must file your motion by March 20, 2024.", []),
    ("You may appeal within 60 days.", []),
    ("Keep these records until March 20, 2026.", []),
    (
        "Table of leases\nUnit   Tenant   Lease ends\n4   Subject A   March 20, 2024\nPlease send the lease for each.",
        [],
    ),
    (
        "Please send the invoices in this table.\nInvoice   Amount   Date\n441   $20   March 20, 2023\n442   $30   March 27, 2023",
        [],
    ),
    ("Please send the report due to the state on January 5, 2024.", []),
    (
        "Our inspectors found that the logs due on January 20, 2024 were missing. Please send them.",
        [],
    ),
    (
        "#\nWhat\nNeeded by\n1\nTrial balance\nMarch 20, 2024\n2\nBank statements\nMarch 20, 2024\n3\nNew leases\nMarch 27, 2024\nPlease upload each by the day in the last column.",
        ["date 2024-03-20", "date 2024-03-27"],
    ),
    (
        "Please send what the table names.\n\nPart\n\nRecords\n\nOn or before\n\n(a)\n\nCompounding logs\n\nMarch 20, 2024\n\n(b)\n\nTest results\n\nMarch 27, 2024",
        ["date 2024-03-20", "date 2024-03-27"],
    ),
    (
        "Please send the files for these claims.\nClaim\nDate of loss\n4\nMarch 2, 2023\n5\nMarch 9, 2023",
        [],
    ),
    (
        "You are commanded to testify at a deposition.\nDeposition: March 20, 2024, 1:30 p.m., Courthouse Annex\nTo: Records Custodian",
        ["date 2024-03-20 13:30"],
    ),
    (
        "The Sheriff shall preserve the tapes, and on or before March 20, 2024 shall produce to counsel:\n1. all recordings;\n2. the booking sheet.",
        ["date 2024-03-20"],
    ),
    (
        "The rule gives thirty days from when you get this. Please send the chart.",
        ["period 30 days unstated after receipt"],
    ),
    (
        "Under the regulation you have 30 days after you receive this letter. Paper is fine.",
        ["period 30 days unstated after receipt"],
    ),
    (
        "Your agency has ten business days to answer me under the Act.",
        ["period 10 days business after unknown"],
    ),
    (
        "We want the originals back by March 27, 2024. Please send the scans by March 20, 2024.",
        ["date 2024-03-20", "date 2024-03-27"],
    ),
    (
        "Answer within 10 days of the date shown above.",
        ["period 10 days unstated after letter_date"],
    ),
    (
        "The documents are due ten days from the date at the top of this page.",
        ["period 10 days unstated after letter_date"],
    ),
    (
        "Please produce them within 14 days from today's date.",
        ["period 14 days unstated after letter_date"],
    ),
    (
        "Respond no later than 30 days after the date of service of this demand.",
        ["period 30 days unstated after service"],
    ),
    (
        "Kindly provide the records within a fortnight of this letter.",
        ["period 2 weeks unstated after letter_date"],
    ),
    (
        "We ask that you let us have these within the next ten days.",
        ["period 10 days unstated after unknown"],
    ),
    (
        "We will expect the documents by the end of business on Wednesday, March 20, 2024.",
        ["date 2024-03-20 close of business"],
    ),
    ("All responses must be postmarked by March 20, 2024.", ["date 2024-03-20"]),
    (
        "Documents must be uploaded to the portal by 11:59 p.m. Eastern Time on March 20, 2024.",
        ["date 2024-03-20 23:59"],
    ),
    ("Return this form with copies attached on or before 3-20-2024.", ["date 2024-03-20"]),
    (
        "The certificate must be returned with the records, which are due 3/20/24.",
        ["date 2024-03-20"],
    ),
    (
        "We received your letter of March 1, 2024. Please send the rest by March 20, 2024.",
        ["date 2024-03-20"],
    ),
    (
        "Your response was due February 20, 2024 and we have nothing. Please send it by March 20, 2024.",
        ["date 2024-03-20"],
    ),
    ("Your response was due on February 20, 2024.", []),
    ("An extension until March 20, 2024 is granted.", []),
    (
        "Accordingly, in order that the Commission may decide whether the license should be modified or suspended, the Licensee is required to submit, under oath, within 30 days of the date of this Demand, the following:\n1. the name of each person;",
        ["period 30 days unstated after issue"],
    ),
    (
        "So that the Board may rule, the permittee is directed to file its plan by March 20, 2024.",
        ["date 2024-03-20"],
    ),
)
