"""Sentences as offices write them, with the due phrases that they hold, or hold not."""

from __future__ import annotations

from datetime import date

import pytest

from tecum.reading.dates import DueContext, due_phrases
from tecum.reading.result import DuePhrase
from tecum.words import Conduct, DueForm
from tests.unit.reading.factory import flow_of


def said(p: DuePhrase) -> str:
    if p.form is DueForm.DATE:
        return f"date {p.date} {p.time}" if p.time else f"date {p.date}"
    if p.form is DueForm.PERIOD:
        return f"period {p.amount} {p.unit} {p.counting} {p.direction} {p.trigger}"
    return p.form.value


def read(text: str) -> list[DuePhrase]:
    spanish = any(letter in text for letter in "\u00ed\u00e9\u00e1")
    language = "spa" if spanish else "eng"
    context = DueContext(conduct=Conduct.ISSUES, issued_on=date(2024, 3, 4), language=language)
    return [p for p in due_phrases(flow_of(text), context) if p.form is not DueForm.NONE]


SENTENCES: list[tuple[str, list[str]]] = [
    (
        (
            "Your response is due in this office by the close of business on Wednesday, M"
            "arch 20, 2024."
        ),
        ["date 2024-03-20 close of business"],
    ),
    (
        ("Return the completed questionnaire so that it reaches us not later than 20 March 2024."),
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
        "Respond not more than 10 business days after you get this letter.",
        ["period 10 days business after receipt"],
    ),
    (
        "You have 21 days from the date you were served to produce these records.",
        ["period 21 days unstated after service"],
    ),
    (
        "Production must be complete within three weeks of the date on this subpoena.",
        ["period 3 weeks unstated after issue"],
    ),
    (
        "The custodian shall comply within seventy-two (72) hours of being served.",
        ["period 72 hours unstated after service"],
    ),
    (
        (
            "Please provide the records requested no later than ten working days followin"
            "g receipt hereof."
        ),
        ["period 10 days business after receipt"],
    ),
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
        (
            "YOU ARE COMMANDED to appear at 9:00 o'clock a.m. on the 22nd day of March, A"
            ".D. 2024, and bring with you the records."
        ),
        ["date 2024-03-22 09:00"],
    ),
    (
        (
            "to be and appear before the Grand Jury on the 22nd day of March, 2024, at th"
            "e hour of 1:30 p.m."
        ),
        ["date 2024-03-22 13:30"],
    ),
    (
        (
            "Date: March 22, 2024\nTime: 10:00 AM\nPlace: Room 400, 100 Main Street\nYou are"
            " commanded to produce at the time, date, and place set forth above the follo"
            "wing:"
        ),
        ["date 2024-03-22 10:00"],
    ),
    ("PLACE: 100 Main Street\nDATE AND TIME: March 22, 2024 10:00 a.m.", ["date 2024-03-22 10:00"]),
    ("The deadline for producing these materials is March 22, 2024.", ["date 2024-03-22"]),
    ("The deadline to respond is 5:00 PM Pacific on March 22, 2024.", ["date 2024-03-22 17:00"]),
    ("Your production deadline is: March 22, 2024", ["date 2024-03-22"]),
    (
        (
            "All responsive documents are to be delivered no later than fifteen (15) cale"
            "ndar days after service hereof."
        ),
        ["period 15 days calendar after service"],
    ),
    (
        ("The Office shall make its determination and produce within five (5) business days."),
        ["period 5 days business after unknown"],
    ),
    (
        "Please advise us 48 hours before the subject is released.",
        ["period 48 hours unstated before release"],
    ),
    (
        "Provide a minimum of 48 hours' advance notice of release to the Field Office.",
        ["period 48 hours unstated before release"],
    ),
    (
        ("Notify this office at least 30 days prior to the inmate's projected release date."),
        ["period 30 days unstated before release"],
    ),
    (
        (
            "We request that you alert ERO as early as practicable (at least 48 hours, if"
            " possible) before the alien is released from your custody."
        ),
        ["period 48 hours unstated before release"],
    ),
    (
        (
            "maintain custody of the alien for a period NOT TO EXCEED 48 HOURS beyond the"
            " time when he/she would have otherwise been released from your custody"
        ),
        ["period 48 hours unstated after release"],
    ),
    (
        ("Hold the subject up to 48 hours past scheduled release so that DHS may assume custody."),
        ["period 48 hours unstated after release"],
    ),
    (
        "The response is due 30 days from the date of this letter.",
        ["period 30 days unstated after letter_date"],
    ),
    (
        (
            "Within 30 days of the date appearing at the top of this letter, please submi"
            "t the documentation."
        ),
        ["period 30 days unstated after letter_date"],
    ),
    (
        "You must respond to this Notice of Inspection within three business days.",
        ["period 3 days business after unknown"],
    ),
    (
        (
            "You are hereby given three (3) business days from the date of service of thi"
            "s notice to produce the Forms I-9."
        ),
        ["period 3 days business after service"],
    ),
    ("An answer is expected inside of two weeks.", ["period 2 weeks unstated after unknown"]),
    (
        (
            "The court orders the Department to file the certified record within 14 days "
            "of this Order."
        ),
        ["period 14 days unstated after issue"],
    ),
    (
        (
            "IT IS ORDERED that respondent produce the documents within fourteen days of "
            "entry of this Order."
        ),
        ["period 14 days unstated after issue"],
    ),
    (
        "A response is requested within the ten-day period allowed by statute.",
        ["period 10 days unstated after unknown"],
    ),
    ("Responses must be postmarked no later than April 2, 2024.", ["date 2024-04-02"]),
    (
        ("Documents must be received in our office by 12:00 noon EDT on Tuesday, April 2, 2024."),
        ["date 2024-04-02 12:00"],
    ),
    (
        "Produce by April 2, 2024 or within 20 days of service, whichever is later.",
        ["date 2024-04-02", "period 20 days unstated after service"],
    ),
    (
        (
            "Please respond by the earlier of April 2, 2024, and ten days after receipt o"
            "f this letter."
        ),
        ["date 2024-04-02", "period 10 days unstated after receipt"],
    ),
    (
        "The agency must act upon this request within 5 business days of its receipt.",
        ["period 5 days business after receipt"],
    ),
    (
        ("I look forward to your reply within ten (10) business days as provided by the statute."),
        ["period 10 days business after unknown"],
    ),
    (
        "As required by law, please respond within 20 working days.",
        ["period 20 days business after unknown"],
    ),
    (
        "The City has ten (10) days to respond to this request.",
        ["period 10 days unstated after unknown"],
    ),
    (
        "Respond immediately and in no event later than 24 hours after receipt.",
        ["period 24 hours unstated after receipt"],
    ),
    ("COMMANDED to produce INSTANTER the following:", ["instanter"]),
    ("You are directed to forthwith deliver to the bearer the following records:", ["instanter"]),
    ("Records shall be produced at once to the agent presenting this order.", ["instanter"]),
    (
        ("Such disclosure shall occur within 10 days of Provider's receipt of this Order."),
        ["period 10 days unstated after receipt"],
    ),
    (
        (
            "The Provider is ordered to disclose the information to the government within"
            " 14 days of service of this warrant."
        ),
        ["period 14 days unstated after service"],
    ),
    (
        (
            "Sírvase remitir la información solicitada a más tardar el 22 de marzo de 202"
            "4 a las 5:00 p.m."
        ),
        ["date 2024-03-22 17:00"],
    ),
    (
        (
            "Deberá entregar los documentos dentro de los quince (15) días hábiles siguie"
            "ntes a la recepción de la presente."
        ),
        ["period 15 days business after receipt"],
    ),
    (
        (
            "Se le requiere que conteste en un plazo no mayor de 10 días naturales contad"
            "os a partir de la notificación."
        ),
        ["period 10 days calendar after service"],
    ),
    (
        "Se le concede un término de cinco días para contestar.",
        ["period 5 days unstated after unknown"],
    ),
    ("Favor de responder antes del viernes 22 de marzo de 2024.", ["date 2024-03-22"]),
    ("Fecha límite de respuesta: 22 de marzo de 2024", ["date 2024-03-22"]),
    (
        (
            "You are commanded to appear in person on Friday, March 22, 2024 at 8:30 AM a"
            "nd remain until excused."
        ),
        ["date 2024-03-22 08:30"],
    ),
    ("Your appearance is set for March 22, 2024, at 2 p.m.", ["date 2024-03-22 14:00"]),
    (
        (
            "Your appearance before the Committee is required on March 22, 2024 at 10:00 "
            "a.m. in Room 2141."
        ),
        ["date 2024-03-22 10:00"],
    ),
    ("This subpoena is returnable March 22, 2024.", ["date 2024-03-22"]),
    ("Returnable: 03-22-2024, 9:00 AM", ["date 2024-03-22 09:00"]),
    (
        (
            "The Committee expects production to begin by March 15, 2024 and to be comple"
            "ted by March 29, 2024."
        ),
        ["date 2024-03-15", "date 2024-03-29"],
    ),
    (
        (
            "In lieu of personal appearance, certified copies may be mailed to reach this"
            " office by March 22, 2024."
        ),
        ["date 2024-03-22"],
    ),
    (
        "Please comply with this request within 1O days of receipt.",
        ["period 10 days unstated after receipt"],
    ),
    (
        "Please comply with this request within l4 days of receipt.",
        ["period 14 days unstated after receipt"],
    ),
    (
        "Respond within fourteen (14)days ofreceipt of this letter.",
        ["period 14 days unstated after receipt"],
    ),
    ("Respond by Apri1 2, 2024.", ["date 2024-04-02"]),
    (
        "Please respond within thirty (30) da ys of receipt.",
        ["period 30 days unstated after receipt"],
    ),
    (
        "Please respond withln ten (10) days of recelpt of thls letter.",
        ["period 10 days unstated after receipt"],
    ),
    ("Respond by March 22, 2O24.", ["date 2024-03-22"]),
    ("Respond by rnarch 22, 2024.", ["date 2024-03-22"]),
    ("Respond by Mar ch 22, 2024.", ["date 2024-03-22"]),
    ("no later than5:00 p.m. onMarch 22,2024, you shall produce", ["date 2024-03-22 17:00"]),
    ("Please produce the items listed by 3.22.2024.", ["date 2024-03-22"]),
    (
        (
            "The Recipient must respond to this request within 30 calendar days of the da"
            "te of this correspondence."
        ),
        ["period 30 days calendar after letter_date"],
    ),
    (
        "Please send the requested documents within one month of today's date.",
        ["period 1 months unstated after letter_date"],
    ),
    (
        "Compliance is required in 5 days, not counting weekends and legal holidays.",
        ["period 5 days business after unknown"],
    ),
    (
        (
            "within five (5) days (excluding Saturdays, Sundays and legal holidays) after"
            " service upon you, produce"
        ),
        ["period 5 days business after service"],
    ),
    ("You have until April 2, 2024, to comply.", ["date 2024-04-02"]),
    ("We need these by Tuesday, April 2.", ["date 2024-04-02"]),
    ("Please respond by 4/2.", ["date 2024-04-02"]),
    (
        (
            "Please confirm receipt of this letter within 24 hours and produce the record"
            "s by March 22, 2024."
        ),
        ["date 2024-03-22", "period 24 hours unstated after unknown"],
    ),
    (
        (
            "The records must be produced to the undersigned on March 22, 2024 at 10 o'cl"
            "ock in the forenoon."
        ),
        ["date 2024-03-22 10:00"],
    ),
    (
        ("Inspectors will arrive on March 22, 2024 at 9:00 a.m. to review the Forms I-9."),
        ["date 2024-03-22 09:00"],
    ),
    ("The records will be picked up by a special agent on March 22, 2024.", ["date 2024-03-22"]),
    ("Please have the files ready for pick-up on March 22, 2024, 9 AM.", ["date 2024-03-22 09:00"]),
    (
        "Time is of the essence: we require your written response in 7 (seven) days.",
        ["period 7 days unstated after unknown"],
    ),
    (
        ("Failure to respond within 20 days of service of this summons may result in enforcement."),
        ["period 20 days unstated after service"],
    ),
    (
        ("If we do not hear from you by March 22, 2024, we will seek judicial enforcement."),
        ["date 2024-03-22"],
    ),
    ("Please respond no later than\nMarch 22,\n2024.", ["date 2024-03-22"]),
    (
        (
            "You are required to appear and give testimony at the following time and plac"
            "e:\n\n  Place   | Date and Time\n  100 Main St | March 22, 2024 at 10:00 AM"
        ),
        ["date 2024-03-22 10:00"],
    ),
    (
        (
            "This request must be complied with within 10 days, exclusive of Sundays, of "
            "the receipt of the same."
        ),
        ["period 10 days business after receipt"],
    ),
    ("Records are due ten days prior to the hearing.", ["period 10 days unstated before hearing"]),
    (
        "Copies shall be delivered not fewer than five court days before trial.",
        ["period 5 days court before hearing"],
    ),
    (
        "The recipient shall respond on the 14th day after service.",
        ["period 14 days unstated after service"],
    ),
    ("DUE: 14 days after service", ["period 14 days unstated after service"]),
    ("Response time: 10 business days from receipt", ["period 10 days business after receipt"]),
    (
        "Time allowed for compliance: 10 days from date of service",
        ["period 10 days unstated after service"],
    ),
    ("Requested turnaround: 5 business days", ["period 5 days business after unknown"]),
    ("Deadline | March 22, 2024, 5:00 p.m. EST", ["date 2024-03-22 17:00"]),
    (
        ("Subject: Records request - response due 3/22/2024\n\nPlease send the following records."),
        ["date 2024-03-22"],
    ),
    ("Re: Second Request (reply by March 22, 2024)", ["date 2024-03-22"]),
    ("Please produce by the end of the day on March 22, 2024.", ["date 2024-03-22 end of day"]),
    ("Please provide these documents by Monday, March 25th.", ["date 2024-03-25"]),
    ("PRODUCTION DUE ON OR BEFORE: MARCH 22, 2024", ["date 2024-03-22"]),
    (
        "You shall have ten days from the date hereof in which to comply.",
        ["period 10 days unstated after issue"],
    ),
    (
        (
            "Your agency is required by law to respond to this letter within fifteen days"
            " of its mailing."
        ),
        ["period 15 days unstated after letter_date"],
    ),
    (
        (
            "Unless otherwise agreed, documents will be produced 30 days after service of"
            " these requests."
        ),
        ["period 30 days unstated after service"],
    ),
    (
        (
            "Answer each question under oath and return within twenty (20) days after the"
            " service hereof."
        ),
        ["period 20 days unstated after service"],
    ),
    ("bring the records to Courtroom 5 at 9 a.m. on March 22, 2024", ["date 2024-03-22 09:00"]),
    (
        (
            "The hearing at which your attendance is required will be held on March 22, 2"
            "024 at 9:00 a.m."
        ),
        ["date 2024-03-22 09:00"],
    ),
    (
        "By this subpoena you are required to attend on March 22, 2024, at 9:00 a.m.",
        ["date 2024-03-22 09:00"],
    ),
    (
        "We would be grateful for the courtesy of a response within ten days.",
        ["period 10 days unstated after unknown"],
    ),
    (
        ("Please acknowledge this preservation request within two business days of receipt."),
        ["period 2 days business after receipt"],
    ),
    (
        ("The order must be complied with no later than twelve (12) hours after service."),
        ["period 12 hours unstated after service"],
    ),
    ("To be produced: within 72 hrs. of receipt.", ["period 72 hours unstated after receipt"]),
    (
        "We are requesting this information by COB March 22, 2024.",
        ["date 2024-03-22 close of business"],
    ),
    (
        "We request production within thirty (30) days, i.e., by April 3, 2024.",
        ["date 2024-04-03", "period 30 days unstated after unknown"],
    ),
    ("The information should arrive here before April 3, 2024.", ["date 2024-04-03"]),
    (
        ("Kindly respond to this office, in writing, on or before 22 March 2024 (1600 hrs EST)."),
        ["date 2024-03-22 16:00"],
    ),
    (
        (
            "No later than 14 days after the date this notice was mailed to you, return t"
            "he enclosed form."
        ),
        ["period 14 days unstated after letter_date"],
    ),
    (
        ("Your documents must be uploaded to the portal before 11:59 p.m. on March 22, 2024."),
        ["date 2024-03-22 23:59"],
    ),
    (
        (
            "The Bureau directs that your certified response be in its hands no later tha"
            "n the close of business, April 5, 2024."
        ),
        ["date 2024-04-05 close of business"],
    ),
    (
        (
            "You are hereby summoned to appear before me, at 10 a.m. on Friday, April 5, "
            "2024, at 26 Federal Plaza, and to bring the records."
        ),
        ["date 2024-04-05 10:00"],
    ),
    ("Required to appear: 5 April 2024 / 0900 hrs / Room 212", ["date 2024-04-05 09:00"]),
    (
        "Appearance Date: 04/05/2024    Appearance Time: 9:00 A.M.    Courtroom: 7B",
        ["date 2024-04-05 09:00"],
    ),
    (
        (
            "DATE: Friday, April 5, 2024\nTIME: 9:00 a.m.\nPLACE: 450 Main Street\n\nYOU ARE "
            "HEREBY REQUIRED to attend and testify."
        ),
        ["date 2024-04-05 09:00"],
    ),
    (
        "Production is to occur at 450 Main Street on April 5, 2024 at 5:00 PM.",
        ["date 2024-04-05 17:00"],
    ),
    (
        (
            "The Tribe's Records Office shall transmit certified copies within fifteen (1"
            "5) days after this Request is received."
        ),
        ["period 15 days unstated after receipt"],
    ),
    (
        "We would appreciate having the documents no later than two weeks from today.",
        ["period 2 weeks unstated after letter_date"],
    ),
    (
        (
            "Absent a response within seven days of this letter, the Inspector General wi"
            "ll issue a subpoena."
        ),
        ["period 7 days unstated after letter_date"],
    ),
    (
        (
            "Compliance is due not later than 10 calendar days from the date this Directi"
            "ve is received."
        ),
        ["period 10 days calendar after receipt"],
    ),
    (
        (
            "The Sheriff is requested to give this office forty-eight hours' notice prior"
            " to releasing the prisoner."
        ),
        ["period 48 hours unstated before release"],
    ),
    (
        (
            "Detain the above-named for no more than 48 hours (excluding weekends and hol"
            "idays) after he would otherwise be released."
        ),
        ["period 48 hours business after release"],
    ),
    (
        (
            "A complete response must be submitted by 11:59 PM Eastern Time on 04/05/2024"
            " through the portal."
        ),
        ["date 2024-04-05 23:59"],
    ),
    (
        ("Awardees must provide documentation not later than 30 days after receiving notice."),
        ["period 30 days unstated after receipt"],
    ),
    (
        (
            "It is further ORDERED that Respondent shall, within 7 days of the date of th"
            "is Order, produce the records."
        ),
        ["period 7 days unstated after issue"],
    ),
    ("The return date of this subpoena is April 5, 2024.", ["date 2024-04-05"]),
    (
        "The time for compliance is April 5, 2024, at 9:00 in the morning.",
        ["date 2024-04-05 09:00"],
    ),
    (
        ("Before April 5, 2024 you are to deliver the listed records to Investigator Unit 4."),
        ["date 2024-04-05"],
    ),
    (
        "Response Deadline: Ten (10) business days from receipt",
        ["period 10 days business after receipt"],
    ),
    ("We ask that the County respond within 10 days.", ["period 10 days unstated after unknown"]),
    (
        "The County must respond within 10 days of this letter.",
        ["period 10 days unstated after letter_date"],
    ),
    ("The Department must produce these records no later than April 5, 2024.", ["date 2024-04-05"]),
    (
        "You are to produce said records within the next 10 days.",
        ["period 10 days unstated after unknown"],
    ),
    (
        ("Kindly arrange for the records to be delivered in the next five business days."),
        ["period 5 days business after unknown"],
    ),
    (
        (
            "Records should be emailed to the undersigned at your earliest opportunity bu"
            "t in any event by April 5, 2024."
        ),
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
        "Responses must be received within one (1) week of the date of this letter.",
        ["period 1 weeks unstated after letter_date"],
    ),
    (
        (
            "Responses must be received within 30 (thirty) calendar days from the issuanc"
            "e of this demand."
        ),
        ["period 30 days calendar after issue"],
    ),
    (
        (
            "Such records shall be made available for inspection within three (3) busines"
            "s days of request."
        ),
        ["period 3 days business after unknown"],
    ),
    (
        (
            "You must make Forms I-9 available for inspection on Friday, April 5, 2024 at"
            " 9:00 a.m. at your place of business."
        ),
        ["date 2024-04-05 09:00"],
    ),
    (
        (
            "ICE will visit your business on April 5, 2024, at 9:00 a.m. to collect the o"
            "riginal Forms I-9."
        ),
        ["date 2024-04-05 09:00"],
    ),
    (
        (
            "Please sign and return the enclosed acknowledgement within 5 days and produc"
            "e the records by April 5, 2024."
        ),
        ["date 2024-04-05", "period 5 days unstated after unknown"],
    ),
    (
        (
            "You are directed to produce the following on or before April 5, 2024, or, if"
            " later, within 20 days of service:"
        ),
        ["date 2024-04-05", "period 20 days unstated after service"],
    ),
    (
        (
            "En cumplimiento de lo anterior, deberá presentar la documentación dentro del"
            " término de diez (10) días hábiles contados a partir de la fecha de recibo d"
            "e esta carta."
        ),
        ["period 10 days business after receipt"],
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
        "Tiene usted treinta días a partir de esta fecha para responder.",
        ["period 30 days unstated after letter_date"],
    ),
    (
        (
            "Your office was asked for these records on January 3, 2024. No response was "
            "received. Please provide them by April 5, 2024."
        ),
        ["date 2024-04-05"],
    ),
    (
        (
            "The Committee's letter of January 3 requested production by January 17. We n"
            "ow require full production by April 5, 2024."
        ),
        ["date 2024-04-05"],
    ),
    (
        (
            "Your response to this letter is requested on or before the 5th day of April "
            "2024 at 12 o'clock noon."
        ),
        ["date 2024-04-05 12:00"],
    ),
    ("respond by: 04 / 05 / 2024", ["date 2024-04-05"]),
    ("Respond by 4-5-24", ["date 2024-04-05"]),
    ("RESPONSE DUE:\nApril 5, 2024", ["date 2024-04-05"]),
    ("| Requested by | Date needed |\n| Unit 4 | April 5, 2024 |", ["date 2024-04-05"]),
    (
        "Time limit for reply ........ 10 working days from receipt of this request",
        ["period 10 days business after receipt"],
    ),
    ("24-hour response requested.", ["period 24 hours unstated after unknown"]),
    (
        "This is a 10-day demand: produce the records within ten days of service.",
        ["period 10 days unstated after service"],
    ),
    (
        (
            "Within 24 hours of the arrest of any foreign national named above, notify th"
            "e Consulate."
        ),
        ["period 24 hours unstated after other"],
    ),
    (
        ("If any person named is to be released, inform us not later than 72 hours beforehand."),
        ["period 72 hours unstated before release"],
    ),
    (
        (
            "Documents responsive to Items 1-4: due April 5, 2024. Documents responsive t"
            "o Items 5-9: due April 19, 2024."
        ),
        ["date 2024-04-05", "date 2024-04-19"],
    ),
    (
        (
            "The time to answer, thirty (30) days from service, may be extended only in w"
            "riting. Serve your answers within that time."
        ),
        ["period 30 days unstated after service"],
    ),
    ("Please respond on or before Wednesday 4/3/24 by 3:00pm MST.", ["date 2024-04-03 15:00"]),
    (
        (
            "Sent: Monday, March 4, 2024 9:02 AM\nTo: Records\nSubject: Records needed by 4"
            "/3\n\nCan you send these over by Wednesday, April 3? Thanks."
        ),
        ["date 2024-04-03"],
    ),
    (
        (
            "I am requesting that you send the following to me no later than end of busin"
            "ess on Friday (4/5/2024):"
        ),
        ["date 2024-04-05 close of business"],
    ),
    (
        "COMES NOW the Court and ORDERS production by April 5, 2024, at noon.",
        ["date 2024-04-05 12:00"],
    ),
    (
        ("The Subcommittee must receive the documents no later than noon on April 8, 2024."),
        ["date 2024-04-08 12:00"],
    ),
    (
        (
            "You are to surrender the listed property to the bearer within six hours of s"
            "ervice hereof."
        ),
        ["period 6 hours unstated after service"],
    ),
    ("Please get back to us with the above by Monday, April 8.", ["date 2024-04-08"]),
    ("Time and date of production: 10:30 AM, Monday April 8, 2024", ["date 2024-04-08 10:30"]),
    (
        (
            "The above-named witness is commanded to appear on the 8th day of April 2024 "
            "at nine o'clock in the morning."
        ),
        ["date 2024-04-08 09:00"],
    ),
    (
        (
            "Provide written responses not later than thirty calendar days from the date "
            "this letter was received."
        ),
        ["period 30 days calendar after receipt"],
    ),
    (
        (
            "Your cooperation in supplying this information within the next seven (7) day"
            "s will be appreciated."
        ),
        ["period 7 days unstated after unknown"],
    ),
    (
        "This office requires a response no later than ten days from receipt.",
        ["period 10 days unstated after receipt"],
    ),
    ("Respond: within 3 business days of receipt", ["period 3 days business after receipt"]),
    (
        (
            "Compliance with this order shall be made on or before 5:00 o'clock p.m. on t"
            "he 8th of April, 2024."
        ),
        ["date 2024-04-08 17:00"],
    ),
    (
        "Let this office know at least seventy-two (72) hours ahead of his release.",
        ["period 72 hours unstated before release"],
    ),
    (
        (
            "The warden will kindly advise ICE not less than 30 days in advance of the in"
            "mate's release."
        ),
        ["period 30 days unstated before release"],
    ),
    (
        "Your answers are due thirty days after these interrogatories are served.",
        ["period 30 days unstated after service"],
    ),
    (
        ("Produce them at the offices of the Commission, 100 Main St., April 8, 2024, 9:00 A.M."),
        ["date 2024-04-08 09:00"],
    ),
    ("Records to be delivered NLT 1700 EST 08 APR 2024.", ["date 2024-04-08 17:00"]),
    (
        (
            "Please ensure that your reply is received by this office not later than clos"
            "e of business Monday, 8 April 2024."
        ),
        ["date 2024-04-08 close of business"],
    ),
    (
        (
            "By no later than April 8, 2024, the University shall transmit to the Inspect"
            "or General all such records."
        ),
        ["date 2024-04-08"],
    ),
    ("We must receive your production by 4/8/2024.", ["date 2024-04-08"]),
    (
        (
            "You shall comply herewith within ten days from the service of a copy of this"
            " order upon you."
        ),
        ["period 10 days unstated after service"],
    ),
    ("A response within 15 days is requested.", ["period 15 days unstated after unknown"]),
    (
        "Please complete the attached form and fax it back within two business days.",
        ["period 2 days business after unknown"],
    ),
    (
        (
            "The Clinic is directed to make the chart available for pickup by noon on the"
            " 8th day of April, 2024."
        ),
        ["date 2024-04-08 12:00"],
    ),
    (
        (
            "An initial production is due April 8, 2024; all remaining documents are due "
            "April 22, 2024."
        ),
        ["date 2024-04-08", "date 2024-04-22"],
    ),
    (
        (
            "Deliver to the Clerk, not later than 24 hours prior to the hearing, certifie"
            "d copies of the file."
        ),
        ["period 24 hours unstated before hearing"],
    ),
    (
        ("You have fourteen (14) days after you are served with this subpoena to produce."),
        ["period 14 days unstated after service"],
    ),
    (
        (
            "As provided by law you must respond within five business days of receiving t"
            "his request."
        ),
        ["period 5 days business after receipt"],
    ),
    (
        "Our deadline for your submission is April 8, 2024 (5:00 p.m. Mountain Time).",
        ["date 2024-04-08 17:00"],
    ),
    (
        ("If convenient, please send by April 8, 2024 rather than waiting for the return date."),
        ["date 2024-04-08"],
    ),
    (
        (
            "Tenga a bien entregar los registros a más tardar a las 3:00 p.m. del 8 de ab"
            "ril de 2024."
        ),
        ["date 2024-04-08 15:00"],
    ),
    (
        (
            "Usted debe responder por escrito en diez días laborables desde que reciba es"
            "ta notificación."
        ),
        ["period 10 days business after receipt"],
    ),
    (
        (
            "Se le otorga un plazo de treinta (30) días calendario, contados desde la fec"
            "ha de esta carta."
        ),
        ["period 30 days calendar after letter_date"],
    ),
    (
        (
            "You are requested to hold the subject for an additional 48 hours after he wo"
            "uld otherwise be released."
        ),
        ["period 48 hours unstated after release"],
    ),
    (
        (
            "return the enclosed certificate with the records not later than fourteen day"
            "s following the date of this subpoena"
        ),
        ["period 14 days unstated after issue"],
    ),
    (
        ("The materials shall be furnished on or before the return date of April 8, 2024."),
        ["date 2024-04-08"],
    ),
    (
        "Your presence is required at 10:00 a.m. on April 8, 2024 in Room 5.",
        ["date 2024-04-08 10:00"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_what_a_sentence_demands_by_when(text: str, expected: list[str]) -> None:
    assert sorted(said(p) for p in read(text)) == expected


NOT_DUE: list[str] = [
    "March 4, 2024\n\nDear Sheriff:\n\nThank you for your time.",
    ("The hearing in this matter is scheduled for April 30, 2024. Please provide the records."),
    "Please provide all reports created between January 1, 2020 and March 1, 2024.",
    "Provide records for the period January 1, 2022 through December 31, 2023.",
    "1. All bookings made on or before March 1, 2024.",
    "2. E-mails sent within 30 days of the incident.",
    "You may appeal this determination within 30 days.",
    "If you object, you must file a motion within 10 days of service.",
    "Preserve the records for 90 days.",
    "Records should be retained for a period of seven years.",
    "You shall not disclose this subpoena for 180 days.",
    "The officer executing this warrant must do so within 14 days.",
    "Execute this warrant on or before March 18, 2024 and return an inventory.",
    "FAX 03/04/2024 10:22 AM P.001/003",
    "RECEIVED MAR 04 2024",
    "OMB No. 1653-0041; Expires 03/31/2025",
    "Form I-138 (Rev. 06/15/2021)",
    (
        "On February 1, 2024 this office sent you a letter that asked for a response "
        "by February 15, 2024."
    ),
    "Our earlier request of January 5, 2024 was due January 20, 2024.",
    "Under 6 CFR 5.6, an agency must ordinarily respond within 20 working days.",
    ("The statute provides that a person who fails to comply within 30 days may be fined."),
    "The arrest occurred on March 1, 2024 at 10:00 p.m.",
    "Date of birth: 03/22/1984",
    "Subject's projected release: April 1, 2024",
    "Imprisonment for not more than 90 days or a fine.",
    "The requester has 60 days to pay the fee.",
    "We will contact you within 10 days to arrange payment.",
    (
        "A motion to quash must be made before the time specified for compliance and "
        "not later than 14 days after service."
    ),
    "I certify that on March 4, 2024 I served this subpoena by mail.",
    (
        "Subscribed and sworn before me this 4th day of March, 2024. My commission ex"
        "pires March 4, 2026."
    ),
    "The video of the incident on March 1, 2024 at 10:00 a.m. is requested.",
    "All incident reports for the last 30 days.",
    "This order remains in effect for 60 days from the date of issuance.",
    "The court set a status conference for May 1, 2024 at 9:00 a.m.",
    "Telephone 555-03-2024, ext. 14",
    "You may seek an extension of up to 10 days.",
    ("Records created more than 30 days before service of this subpoena need not be produced."),
    "Provide records of persons held for more than 48 hours.",
    ("Provide copies of notices given at least 48 hours before release since January 1, 2023."),
    "Provide the number of detainees released within 24 hours of booking.",
    'DEFINITIONS\n"Promptly" means within 24 hours.',
    "This subpoena will remain in effect until you are granted leave to depart.",
    "Effective March 22, 2024, our office has moved.",
    "Documents will be destroyed 30 days after the close of the matter.",
    "This office is open Monday through Friday until 5:00 p.m.",
    "Provide all correspondence dated on or before April 5, 2023.",
    "3. Records showing who was released within 48 hours of a detainer.",
    "(b) all emails exchanged no later than June 1, 2023;",
    (
        "The recipient may petition the court within 20 days after service or before "
        "the return date, whichever is earlier."
    ),
    "A person aggrieved may appeal within 60 days to the Records Appeals Officer.",
    ("You have the right to object to production within ten days after notice to the consumer."),
    "Witness fees will be paid within 30 days after your appearance.",
    "You will receive our determination within 10 business days.",
    ("The applicant was arrested on March 1, 2024 and is due in court April 30, 2024."),
    "This subpoena expires 60 days after issuance.",
    "Notary Public. My commission expires on: April 5, 2026",
    "Executed within the State of Colorado on April 1, 2024.",
    "PRINTED 04/05/2024 09:12:33",
    ("From: FAX 5552014411  To: 5553021100   Date: 4/5/24 Time: 9:12:33 AM   Page 2 of 5"),
    "Filed 04/05/24 Page 3 of 9",
    "The subject was ordered removed on April 5, 2021.",
    "Next hearing: May 9, 2024 at 1:00 p.m. (immigration court).",
    (
        "Rule 45(d)(2)(B): the objection must be served before the earlier of the tim"
        "e specified for compliance or 14 days after the subpoena is served."
    ),
    ("The subpoenaing party must give notice at least 7 days before service on the custodian."),
    "An extension of 14 days may be requested in writing.",
    "Retain all records for at least five years after final disposition.",
    "Policies in effect at any time within the past 5 years.",
    "The detainee has been held for 3 days.",
    (
        "This notice must be posted within 72 hours of receipt by the employer under "
        "Labor Code 90.2."
    ),
    "Interest accrues 30 days after the date of this letter.",
    "All body-worn camera video from April 5, 2023 at 9:00 a.m. to 11:00 a.m.",
    "If convicted, the person shall be imprisoned for not more than 1 year.",
    "The magistrate ordered that the application be sealed until April 5, 2025.",
    "You will have 30 days from the date of our decision to appeal.",
    ("The consumer must be given notice at least 10 days before the date of production."),
    "Records of inmates released on or before April 8, 2023.",
    (
        "The subject has been in our custody since April 8, 2023 and is eligible for "
        "parole in 30 days."
    ),
    "Civil penalties accrue for each day after the 30-day period.",
    "Complaints filed within 180 days of the alleged act.",
    "The certification expires on April 8, 2025.",
    "Under state law, agencies have five business days to acknowledge a request.",
    "The Department sent its first letter on January 8, 2024 and allowed 30 days.",
    "Witnesses may claim mileage within 60 days of attendance.",
    "Our fax number has changed as of April 8, 2024.",
    "Logs for every shift that began on April 8, 2023 at 7:00 a.m.",
    "Please keep this letter on file for 5 years.",
    "The warrant must be returned to the magistrate within 10 days.",
    "Any motion to quash shall be filed no later than April 5, 2024.",
]


@pytest.mark.parametrize("text", NOT_DUE)
def test_what_limits_nothing_that_is_owed(text: str) -> None:
    assert [said(p) for p in read(text)] == []


def test_a_notice_whose_direction_is_lost_is_never_counted_on() -> None:
    text = "Please notify us at least 48 hours where possibl, pnir to the release of him."
    (phrase,) = read(text)
    assert (phrase.direction, phrase.trigger, phrase.band) == ("before", "release", "unsure")


def test_a_time_that_no_clock_shows_is_not_read() -> None:
    (phrase,) = read("Place and time for appearance: Room 12; January 5, 2025 at 16:15 A.M.")
    assert phrase.time is None
    assert phrase.signals["time_flag"] == "unreadable_time"
