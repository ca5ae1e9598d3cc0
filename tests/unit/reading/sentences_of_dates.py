"""Sentences whose due phrases are dates, events or none that can be counted."""

from __future__ import annotations

__all__ = ["DATES"]

DATES: tuple[tuple[str, list[str]], ...] = (
    (
        "You are commanded to deliver to the clerk at the Capitol Extension, Room E1, by 8:00 a.m. on March 20, 2024, the budget.",
        ["date 2024-03-20 08:00"],
    ),
    (
        "The Department must make its decision by April 30, 2024, so please produce the log by March 20, 2024.",
        ["date 2024-03-20"],
    ),
    (
        "The Committee must report to the House by April 30, 2024; please answer by March 20, 2024.",
        ["date 2024-03-20"],
    ),
    (
        "The audit must be closed by April 30, 2024, and you are asked to send the ledger by March 20, 2024.",
        ["date 2024-03-20"],
    ),
    (
        "Have these ready for us when we come on March 20, 2024.",
        ["date 2024-03-20"],
    ),
    (
        "I will come in on March 20, 2024 when you open. Have them out.",
        ["date 2024-03-20"],
    ),
    (
        "Could these reach me not later than 4 o'clock in the afternoon (4:00 p.m.) of March 20, 2024?",
        ["date 2024-03-20 16:00"],
    ),
    (
        "You are commanded to lay before the Unit on March 20, 2024 the following papers.",
        ["date 2024-03-20"],
    ),
    ("We must know before March 20, 2024 whether it can be at home.", ["date 2024-03-20"]),
    (
        "Officer, place, date, time: Specialist R, 1 Dock Way, March 20, 2024 at 3:00 p.m.",
        ["date 2024-03-20 15:00"],
    ),
    ("Produce the listed papers by the following date: 03/20/2024", ["date 2024-03-20"]),
    ("DEADLINE FOR RESPONSE ........ March 20, 2024", ["date 2024-03-20"]),
    ("The time for compliance expires at 5 p.m. on March 20, 2024.", ["date 2024-03-20 17:00"]),
    ("A reply would oblige us, at the latest on 20.03.2024.", ["date 2024-03-20"]),
    (
        "So that we may complete our review in time, we need the records by March 20, 2024.",
        ["date 2024-03-20"],
    ),
    (
        "An examiner will visit your shop at 9:00 a.m. on March 20, 2024.",
        ["date 2024-03-20 09:00"],
    ),
    (
        "You must produce everything at the place, date and time specified below:\n12 Pearl Street, on Wednesday, March 20, 2024 at 9:30 a.m.",
        ["date 2024-03-20 09:30"],
    ),
    (
        "Your appearance is required Wednesday, March 20, 2024 @ 0900 hrs.",
        ["date 2024-03-20 09:00"],
    ),
    (
        "Matches must be reported through the system within 14 days of the posting date.",
        ["period 14 days unstated after other"],
    ),
    (
        "Your response is due in this office by the close of business on Wednesday, March 20, 2024.",
        ["date 2024-03-20 close of business"],
    ),
    (
        "Return the completed questionnaire so that it reaches us not later than 20 March 2024.",
        ["date 2024-03-20"],
    ),
    (
        "We must have your answer in hand by Wed., Mar. 20, 2024, 4 PM Central.",
        ["date 2024-03-20 16:00"],
    ),
    ("Kindly let us have the records on or before the 20th of March, 2024.", ["date 2024-03-20"]),
    ("COMPLIANCE DATE: 03/20/2024   COMPLIANCE TIME: 10:00 AM", ["date 2024-03-20 10:00"]),
    ("RETURN DATE AND TIME\nMarch 20, 2024 at 9:30 a.m.", ["date 2024-03-20 09:30"]),
    (
        "Agency shall furnish the following no later than 5 p.m. ET, April 2, 2024:",
        ["date 2024-04-02 17:00"],
    ),
    ("We ask for a reply by Friday the 22nd of March 2024.", ["date 2024-03-22"]),
    ("Reply requested: March 22, 2024", ["date 2024-03-22"]),
    ("Response required by: 22-MAR-2024 1700 hours", ["date 2024-03-22 17:00"]),
    ("Suspense: 22 MAR 24", ["date 2024-03-22"]),
    ("SUSPENSE DATE: March 22, 2024", ["date 2024-03-22"]),
    (
        "Please treat this as urgent; the records are needed by noon on 3/22/2024.",
        ["date 2024-03-22 12:00"],
    ),
    (
        "YOU ARE COMMANDED to appear at 9:00 o'clock a.m. on the 22nd day of March, A.D. 2024, and bring with you the records.",
        ["date 2024-03-22 09:00"],
    ),
    (
        "to be and appear before the Grand Jury on the 22nd day of March, 2024, at the hour of 1:30 p.m.",
        ["date 2024-03-22 13:30"],
    ),
    (
        "Date: March 22, 2024\nTime: 10:00 AM\nPlace: Room 400, 100 Main Street\nYou are commanded to produce at the time, date, and place set forth above the following:",
        ["date 2024-03-22 10:00"],
    ),
    ("PLACE: 100 Main Street\nDATE AND TIME: March 22, 2024 10:00 a.m.", ["date 2024-03-22 10:00"]),
    ("The deadline for producing these materials is March 22, 2024.", ["date 2024-03-22"]),
    ("The deadline to respond is 5:00 PM Pacific on March 22, 2024.", ["date 2024-03-22 17:00"]),
    ("Your production deadline is: March 22, 2024", ["date 2024-03-22"]),
    ("Responses must be postmarked no later than April 2, 2024.", ["date 2024-04-02"]),
    (
        "Documents must be received in our office by 12:00 noon EDT on Tuesday, April 2, 2024.",
        ["date 2024-04-02 12:00"],
    ),
    ("COMMANDED to produce INSTANTER the following:", ["instanter"]),
    ("You are directed to forthwith deliver to the bearer the following records:", ["instanter"]),
    ("Records shall be produced at once to the agent presenting this order.", ["instanter"]),
    (
        "Sírvase remitir la información solicitada a más tardar el 22 de marzo de 2024 a las 5:00 p.m.",
        ["date 2024-03-22 17:00"],
    ),
    ("Favor de responder antes del viernes 22 de marzo de 2024.", ["date 2024-03-22"]),
    ("Fecha límite de respuesta: 22 de marzo de 2024", ["date 2024-03-22"]),
    (
        "You are commanded to appear in person on Friday, March 22, 2024 at 8:30 AM and remain until excused.",
        ["date 2024-03-22 08:30"],
    ),
    ("Your appearance is set for March 22, 2024, at 2 p.m.", ["date 2024-03-22 14:00"]),
    (
        "Your appearance before the Committee is required on March 22, 2024 at 10:00 a.m. in Room 2141.",
        ["date 2024-03-22 10:00"],
    ),
    ("This subpoena is returnable March 22, 2024.", ["date 2024-03-22"]),
    ("Returnable: 03-22-2024, 9:00 AM", ["date 2024-03-22 09:00"]),
    (
        "The Committee expects production to begin by March 15, 2024 and to be completed by March 29, 2024.",
        ["date 2024-03-15", "date 2024-03-29"],
    ),
    (
        "In lieu of personal appearance, certified copies may be mailed to reach this office by March 22, 2024.",
        ["date 2024-03-22"],
    ),
    ("Respond by Apri1 2, 2024.", ["date 2024-04-02"]),
    ("Respond by March 22, 2O24.", ["date 2024-03-22"]),
    ("Respond by rnarch 22, 2024.", ["date 2024-03-22"]),
    ("Respond by Mar ch 22, 2024.", ["date 2024-03-22"]),
    ("no later than5:00 p.m. onMarch 22,2024, you shall produce", ["date 2024-03-22 17:00"]),
    ("Please produce the items listed by 3.22.2024.", ["date 2024-03-22"]),
    ("You have until April 2, 2024, to comply.", ["date 2024-04-02"]),
    ("We need these by Tuesday, April 2.", ["date 2024-04-02"]),
    ("Please respond by 4/2.", ["date 2024-04-02"]),
    (
        "The records must be produced to the undersigned on March 22, 2024 at 10 o'clock in the forenoon.",
        ["date 2024-03-22 10:00"],
    ),
    (
        "Inspectors will arrive on March 22, 2024 at 9:00 a.m. to review the Forms I-9.",
        ["date 2024-03-22 09:00"],
    ),
    ("The records will be picked up by a special agent on March 22, 2024.", ["date 2024-03-22"]),
    ("Please have the files ready for pick-up on March 22, 2024, 9 AM.", ["date 2024-03-22 09:00"]),
    (
        "If we do not hear from you by March 22, 2024, we will seek judicial enforcement.",
        ["date 2024-03-22"],
    ),
    ("Please respond no later than\nMarch 22,\n2024.", ["date 2024-03-22"]),
    (
        "You are required to appear and give testimony at the following time and place:\n\n  Place   | Date and Time\n  100 Main St | March 22, 2024 at 10:00 AM",
        ["date 2024-03-22 10:00"],
    ),
    ("Deadline | March 22, 2024, 5:00 p.m. EST", ["date 2024-03-22 17:00"]),
    (
        "Subject: Records request - response due 3/22/2024\n\nPlease send the following records.",
        ["date 2024-03-22"],
    ),
    ("Re: Second Request (reply by March 22, 2024)", ["date 2024-03-22"]),
    ("Please produce by the end of the day on March 22, 2024.", ["date 2024-03-22 end of day"]),
    ("Please provide these documents by Monday, March 25th.", ["date 2024-03-25"]),
    ("PRODUCTION DUE ON OR BEFORE: MARCH 22, 2024", ["date 2024-03-22"]),
    ("bring the records to Courtroom 5 at 9 a.m. on March 22, 2024", ["date 2024-03-22 09:00"]),
    (
        "The hearing at which your attendance is required will be held on March 22, 2024 at 9:00 a.m.",
        ["date 2024-03-22 09:00"],
    ),
    (
        "By this subpoena you are required to attend on March 22, 2024, at 9:00 a.m.",
        ["date 2024-03-22 09:00"],
    ),
    (
        "We are requesting this information by COB March 22, 2024.",
        ["date 2024-03-22 close of business"],
    ),
    ("The information should arrive here before April 3, 2024.", ["date 2024-04-03"]),
    (
        "Kindly respond to this office, in writing, on or before 22 March 2024 (1600 hrs EST).",
        ["date 2024-03-22 16:00"],
    ),
    (
        "Your documents must be uploaded to the portal before 11:59 p.m. on March 22, 2024.",
        ["date 2024-03-22 23:59"],
    ),
    (
        "The Bureau directs that your certified response be in its hands no later than the close of business, April 5, 2024.",
        ["date 2024-04-05 close of business"],
    ),
    (
        "You are hereby summoned to appear before me, at 10 a.m. on Friday, April 5, 2024, at 26 Federal Plaza, and to bring the records.",
        ["date 2024-04-05 10:00"],
    ),
    ("Required to appear: 5 April 2024 / 0900 hrs / Room 212", ["date 2024-04-05 09:00"]),
    (
        "Appearance Date: 04/05/2024    Appearance Time: 9:00 A.M.    Courtroom: 7B",
        ["date 2024-04-05 09:00"],
    ),
    (
        "DATE: Friday, April 5, 2024\nTIME: 9:00 a.m.\nPLACE: 450 Main Street\n\nYOU ARE HEREBY REQUIRED to attend and testify.",
        ["date 2024-04-05 09:00"],
    ),
    (
        "Production is to occur at 450 Main Street on April 5, 2024 at 5:00 PM.",
        ["date 2024-04-05 17:00"],
    ),
    (
        "A complete response must be submitted by 11:59 PM Eastern Time on 04/05/2024 through the portal.",
        ["date 2024-04-05 23:59"],
    ),
    ("The return date of this subpoena is April 5, 2024.", ["date 2024-04-05"]),
    (
        "The time for compliance is April 5, 2024, at 9:00 in the morning.",
        ["date 2024-04-05 09:00"],
    ),
    (
        "Before April 5, 2024 you are to deliver the listed records to Investigator Unit 4.",
        ["date 2024-04-05"],
    ),
    ("The Department must produce these records no later than April 5, 2024.", ["date 2024-04-05"]),
    (
        "Records should be emailed to the undersigned at your earliest opportunity but in any event by April 5, 2024.",
        ["date 2024-04-05"],
    ),
    (
        "Please comply by no later than 4:30 in the afternoon of April 5, 2024.",
        ["date 2024-04-05 16:30"],
    ),
    (
        "Produce the documents on or before ten o'clock a.m. on April 5, 2024.",
        ["date 2024-04-05 10:00"],
    ),
    (
        "You must make Forms I-9 available for inspection on Friday, April 5, 2024 at 9:00 a.m. at your place of business.",
        ["date 2024-04-05 09:00"],
    ),
    (
        "ICE will visit your business on April 5, 2024, at 9:00 a.m. to collect the original Forms I-9.",
        ["date 2024-04-05 09:00"],
    ),
    (
        "Se le ordena comparecer el día 5 de abril de 2024 a las 9:00 de la mañana.",
        ["date 2024-04-05 09:00"],
    ),
    (
        "Le solicitamos su respuesta a más tardar el viernes, 5 de abril de 2024.",
        ["date 2024-04-05"],
    ),
    ("La información deberá ser entregada en o antes del 5 de abril de 2024.", ["date 2024-04-05"]),
    (
        "Your office was asked for these records on January 3, 2024. No response was received. Please provide them by April 5, 2024.",
        ["date 2024-04-05"],
    ),
    (
        "The Committee's letter of January 3 requested production by January 17. We now require full production by April 5, 2024.",
        ["date 2024-04-05"],
    ),
    (
        "Your response to this letter is requested on or before the 5th day of April 2024 at 12 o'clock noon.",
        ["date 2024-04-05 12:00"],
    ),
    ("respond by: 04 / 05 / 2024", ["date 2024-04-05"]),
    ("Respond by 4-5-24", ["date 2024-04-05"]),
    ("RESPONSE DUE:\nApril 5, 2024", ["date 2024-04-05"]),
    ("| Requested by | Date needed |\n| Unit 4 | April 5, 2024 |", ["date 2024-04-05"]),
    (
        "Documents responsive to Items 1-4: due April 5, 2024. Documents responsive to Items 5-9: due April 19, 2024.",
        ["date 2024-04-05", "date 2024-04-19"],
    ),
    ("Please respond on or before Wednesday 4/3/24 by 3:00pm MST.", ["date 2024-04-03 15:00"]),
    (
        "Sent: Monday, March 4, 2024 9:02 AM\nTo: Records\nSubject: Records needed by 4/3\n\nCan you send these over by Wednesday, April 3? Thanks.",
        ["date 2024-04-03"],
    ),
    (
        "I am requesting that you send the following to me no later than end of business on Friday (4/5/2024):",
        ["date 2024-04-05 close of business"],
    ),
    (
        "COMES NOW the Court and ORDERS production by April 5, 2024, at noon.",
        ["date 2024-04-05 12:00"],
    ),
    (
        "The Subcommittee must receive the documents no later than noon on April 8, 2024.",
        ["date 2024-04-08 12:00"],
    ),
    ("Please get back to us with the above by Monday, April 8.", ["date 2024-04-08"]),
    ("Time and date of production: 10:30 AM, Monday April 8, 2024", ["date 2024-04-08 10:30"]),
    (
        "The above-named witness is commanded to appear on the 8th day of April 2024 at nine o'clock in the morning.",
        ["date 2024-04-08 09:00"],
    ),
    (
        "Compliance with this order shall be made on or before 5:00 o'clock p.m. on the 8th of April, 2024.",
        ["date 2024-04-08 17:00"],
    ),
    (
        "Produce them at the offices of the Commission, 100 Main St., April 8, 2024, 9:00 A.M.",
        ["date 2024-04-08 09:00"],
    ),
    ("Records to be delivered NLT 1700 EST 08 APR 2024.", ["date 2024-04-08 17:00"]),
    (
        "Please ensure that your reply is received by this office not later than close of business Monday, 8 April 2024.",
        ["date 2024-04-08 close of business"],
    ),
    (
        "By no later than April 8, 2024, the University shall transmit to the Inspector General all such records.",
        ["date 2024-04-08"],
    ),
    ("We must receive your production by 4/8/2024.", ["date 2024-04-08"]),
    (
        "The Clinic is directed to make the chart available for pickup by noon on the 8th day of April, 2024.",
        ["date 2024-04-08 12:00"],
    ),
    (
        "An initial production is due April 8, 2024; all remaining documents are due April 22, 2024.",
        ["date 2024-04-08", "date 2024-04-22"],
    ),
    (
        "Our deadline for your submission is April 8, 2024 (5:00 p.m. Mountain Time).",
        ["date 2024-04-08 17:00"],
    ),
    (
        "If convenient, please send by April 8, 2024 rather than waiting for the return date.",
        ["date 2024-04-08"],
    ),
    (
        "Tenga a bien entregar los registros a más tardar a las 3:00 p.m. del 8 de abril de 2024.",
        ["date 2024-04-08 15:00"],
    ),
    (
        "The materials shall be furnished on or before the return date of April 8, 2024.",
        ["date 2024-04-08"],
    ),
    (
        "Your presence is required at 10:00 a.m. on April 8, 2024 in Room 5.",
        ["date 2024-04-08 10:00"],
    ),
    (
        "Please return the completed form by close of business on the 5th of April, 2024.",
        ["date 2024-04-05 close of business"],
    ),
    (
        "Produce the records on or before the 22nd day of March, A.D. 2024, at 9:00 o'clock a.m.",
        ["date 2024-03-22 09:00"],
    ),
    (
        "RETURN DATE: April 12, 2024",
        ["date 2024-04-12"],
    ),
    (
        "RETURNABLE: Friday, April 12, 2024, 10:00 A.M.",
        ["date 2024-04-12 10:00"],
    ),
    (
        "Due on or before: 04/12/2024",
        ["date 2024-04-12"],
    ),
    (
        "Please submit your responses not later than COB Friday, April 12, 2024.",
        ["date 2024-04-12 close of business"],
    ),
    (
        "Your response must be postmarked no later than April 12, 2024.",
        ["date 2024-04-12"],
    ),
    (
        "The documents must be received in this office by April 12, 2024, at 5 p.m. EDT.",
        ["date 2024-04-12 17:00"],
    ),
    (
        "demands that you produce the material described in Part III and answer under oath, not later than 5:00 p.m. on June 12, 2024, at 41 Capitol Row.",
        ["date 2024-06-12 17:00"],
    ),
    (
        "Pursuant to the Act the Attorney General, having reason to believe that a person has engaged in an unfair act, demands that you produce the material described in Part III, not later than 5:00 p.m. on June 12, 2024.",
        ["date 2024-06-12 17:00"],
    ),
    (
        "YOU ARE COMMANDED to appear at the place, date and time specified below to testify.\nPLACE: 100 Main Street   DATE AND TIME: April 12, 2024 10:00 a.m.",
        ["date 2024-04-12 10:00"],
    ),
    (
        "We would be grateful to have your reply in our hands by 12 April 2024.",
        ["date 2024-04-12"],
    ),
    (
        "You are summoned to appear on April 15, 2024, between 9:00 a.m. and 5:00 p.m., and to bring the ledgers.",
        ["date 2024-04-15"],
    ),
    (
        "Kindly see that the records reach me before noon on April 15, 2024.",
        ["date 2024-04-15 12:00"],
    ),
    (
        "The deadline for compliance with this request is April 15, 2024.",
        ["date 2024-04-15"],
    ),
    (
        "Compliance date: April 15, 2024",
        ["date 2024-04-15"],
    ),
    (
        "Sírvase responder a más tardar el 15 de abril de 2024 a las 3:00 p.m.",
        ["date 2024-04-15 15:00"],
    ),
    (
        "Fecha límite para entregar los documentos: 15 de abril de 2024",
        ["date 2024-04-15"],
    ),
    (
        "Please upload all files to the portal prior to April 15, 2024.",
        ["date 2024-04-15"],
    ),
    (
        "Please provide the records ASAP, but in no event later than April 15, 2024.",
        ["date 2024-04-15"],
    ),
    (
        "We extend your time to respond to April 15, 2024.",
        ["date 2024-04-15"],
    ),
    (
        "The time for compliance is extended to and including April 15, 2024.",
        ["date 2024-04-15"],
    ),
    (
        "All materials shall be delivered on 15 April 2024 at 1400 hours.",
        ["date 2024-04-15 14:00"],
    ),
    (
        "Response requested NLT 15 APR 2024.",
        ["date 2024-04-15"],
    ),
    (
        "Suspense: 15 April 2024",
        ["date 2024-04-15"],
    ),
    (
        "Produce these records by 4/15/24.",
        ["date 2024-04-15"],
    ),
    (
        "You are hereby commanded to be and appear before the Grand Jury on the 15th day of April, 2024, at 9:00 a.m., and bring with you the files.",
        ["date 2024-04-15 09:00"],
    ),
    (
        "Date for production: April 15, 2024. Time: 10:00 a.m.",
        ["date 2024-04-15"],
    ),
    (
        "On January 9, 2024, we asked that you produce the file by February 9, 2024. You did not. Please produce it by April 15, 2024.",
        ["date 2024-04-15"],
    ),
    (
        "You may object in writing within 14 days after service. Produce the records by April 15, 2024.",
        ["date 2024-04-15"],
    ),
    (
        "If the records are not received by April 15, 2024, we will issue a subpoena.",
        ["date 2024-04-15"],
    ),
)
