"""Sentences whose due phrases are periods, with what they say: from an event, and bare ones."""

from __future__ import annotations

from tests.unit.reading.sentences_of_bare_periods import BARE_PERIODS

__all__ = ["PERIODS"]

_FROM_AN_EVENT: tuple[tuple[str, list[str]], ...] = (
    (
        "Because the firm did not answer, the Director orders that within two weeks after service of this subpoena you deliver the rolls.",
        ["period 2 weeks unstated after service"],
    ),
    (
        "Tundra Mail, Inc. is commanded to search for and produce, within ten (10) days after service of this warrant, the headers.",
        ["period 10 days unstated after service"],
    ),
    (
        "The petition having been read, Respondents are ORDERED to file within three days of this order the file.",
        ["period 3 days unstated after issue"],
    ),
    (
        "It provides for three (3) business days from service of this notice; then hand over the file.",
        ["period 3 days business after service"],
    ),
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
        "Please provide the records requested no later than ten working days following receipt hereof.",
        ["period 10 days business after receipt"],
    ),
    (
        "All responsive documents are to be delivered no later than fifteen (15) calendar days after service hereof.",
        ["period 15 days calendar after service"],
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
        "Notify this office at least 30 days prior to the inmate's projected release date.",
        ["period 30 days unstated before release"],
    ),
    (
        "We request that you alert ERO as early as practicable (at least 48 hours, if possible) before the alien is released from your custody.",
        ["period 48 hours unstated before release"],
    ),
    (
        "maintain custody of the alien for a period NOT TO EXCEED 48 HOURS beyond the time when he/she would have otherwise been released from your custody",
        ["period 48 hours unstated after release"],
    ),
    (
        "Hold the subject up to 48 hours past scheduled release so that DHS may assume custody.",
        ["period 48 hours unstated after release"],
    ),
    (
        "The response is due 30 days from the date of this letter.",
        ["period 30 days unstated after letter_date"],
    ),
    (
        "Within 30 days of the date appearing at the top of this letter, please submit the documentation.",
        ["period 30 days unstated after letter_date"],
    ),
    (
        "You are hereby given three (3) business days from the date of service of this notice to produce the Forms I-9.",
        ["period 3 days business after service"],
    ),
    (
        "The court orders the Department to file the certified record within 14 days of this Order.",
        ["period 14 days unstated after issue"],
    ),
    (
        "IT IS ORDERED that respondent produce the documents within fourteen days of entry of this Order.",
        ["period 14 days unstated after issue"],
    ),
    (
        "Produce by April 2, 2024 or within 20 days of service, whichever is later.",
        ["date 2024-04-02", "period 20 days unstated after service"],
    ),
    (
        "Please respond by the earlier of April 2, 2024, and ten days after receipt of this letter.",
        ["date 2024-04-02", "period 10 days unstated after receipt"],
    ),
    (
        "The agency must act upon this request within 5 business days of its receipt.",
        ["period 5 days business after receipt"],
    ),
    (
        "Respond immediately and in no event later than 24 hours after receipt.",
        ["period 24 hours unstated after receipt"],
    ),
    (
        "Such disclosure shall occur within 10 days of Provider's receipt of this Order.",
        ["period 10 days unstated after receipt"],
    ),
    (
        "The Provider is ordered to disclose the information to the government within 14 days of service of this warrant.",
        ["period 14 days unstated after service"],
    ),
    (
        "Deberá entregar los documentos dentro de los quince (15) días hábiles siguientes a la recepción de la presente.",
        ["period 15 days business after receipt"],
    ),
    (
        "Se le requiere que conteste en un plazo no mayor de 10 días naturales contados a partir de la notificación.",
        ["period 10 days calendar after service"],
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
    (
        "Please respond within thirty (30) da ys of receipt.",
        ["period 30 days unstated after receipt"],
    ),
    (
        "Please respond withln ten (10) days of recelpt of thls letter.",
        ["period 10 days unstated after receipt"],
    ),
    (
        "The Recipient must respond to this request within 30 calendar days of the date of this correspondence.",
        ["period 30 days calendar after letter_date"],
    ),
    (
        "Please send the requested documents within one month of today's date.",
        ["period 1 months unstated after letter_date"],
    ),
    (
        "within five (5) days (excluding Saturdays, Sundays and legal holidays) after service upon you, produce",
        ["period 5 days business after service"],
    ),
    (
        "Failure to respond within 20 days of service of this summons may result in enforcement.",
        ["period 20 days unstated after service"],
    ),
    (
        "This request must be complied with within 10 days, exclusive of Sundays, of the receipt of the same.",
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
    (
        "You shall have ten days from the date hereof in which to comply.",
        ["period 10 days unstated after issue"],
    ),
    (
        "Your agency is required by law to respond to this letter within fifteen days of its mailing.",
        ["period 15 days unstated after letter_date"],
    ),
    (
        "Unless otherwise agreed, documents will be produced 30 days after service of these requests.",
        ["period 30 days unstated after service"],
    ),
    (
        "Answer each question under oath and return within twenty (20) days after the service hereof.",
        ["period 20 days unstated after service"],
    ),
    (
        "Please acknowledge this preservation request within two business days of receipt.",
        ["period 2 days business after receipt"],
    ),
    (
        "The order must be complied with no later than twelve (12) hours after service.",
        ["period 12 hours unstated after service"],
    ),
    ("To be produced: within 72 hrs. of receipt.", ["period 72 hours unstated after receipt"]),
    (
        "No later than 14 days after the date this notice was mailed to you, return the enclosed form.",
        ["period 14 days unstated after letter_date"],
    ),
    (
        "The Tribe's Records Office shall transmit certified copies within fifteen (15) days after this Request is received.",
        ["period 15 days unstated after receipt"],
    ),
    (
        "We would appreciate having the documents no later than two weeks from today.",
        ["period 2 weeks unstated after letter_date"],
    ),
    (
        "Absent a response within seven days of this letter, the Inspector General will issue a subpoena.",
        ["period 7 days unstated after letter_date"],
    ),
    (
        "Compliance is due not later than 10 calendar days from the date this Directive is received.",
        ["period 10 days calendar after receipt"],
    ),
    (
        "The Sheriff is requested to give this office forty-eight hours' notice prior to releasing the prisoner.",
        ["period 48 hours unstated before release"],
    ),
    (
        "Detain the above-named for no more than 48 hours (excluding weekends and holidays) after he would otherwise be released.",
        ["period 48 hours business after release"],
    ),
    (
        "Awardees must provide documentation not later than 30 days after receiving notice.",
        ["period 30 days unstated after receipt"],
    ),
    (
        "It is further ORDERED that Respondent shall, within 7 days of the date of this Order, produce the records.",
        ["period 7 days unstated after issue"],
    ),
    (
        "Response Deadline: Ten (10) business days from receipt",
        ["period 10 days business after receipt"],
    ),
    (
        "The County must respond within 10 days of this letter.",
        ["period 10 days unstated after letter_date"],
    ),
    (
        "Responses must be received within one (1) week of the date of this letter.",
        ["period 1 weeks unstated after letter_date"],
    ),
    (
        "Responses must be received within 30 (thirty) calendar days from the issuance of this demand.",
        ["period 30 days calendar after issue"],
    ),
    (
        "You are directed to produce the following on or before April 5, 2024, or, if later, within 20 days of service:",
        ["date 2024-04-05", "period 20 days unstated after service"],
    ),
    (
        "En cumplimiento de lo anterior, deberá presentar la documentación dentro del término de diez (10) días hábiles contados a partir de la fecha de recibo de esta carta.",
        ["period 10 days business after receipt"],
    ),
    (
        "Tiene usted treinta días a partir de esta fecha para responder.",
        ["period 30 days unstated after letter_date"],
    ),
    (
        "Time limit for reply ........ 10 working days from receipt of this request",
        ["period 10 days business after receipt"],
    ),
    (
        "This is a 10-day demand: produce the records within ten days of service.",
        ["period 10 days unstated after service"],
    ),
    (
        "Within 24 hours of the arrest of any foreign national named above, notify the Consulate.",
        ["period 24 hours unstated after other"],
    ),
    (
        "If any person named is to be released, inform us not later than 72 hours beforehand.",
        ["period 72 hours unstated before release"],
    ),
    (
        "The time to answer, thirty (30) days from service, may be extended only in writing. Serve your answers within that time.",
        ["period 30 days unstated after service"],
    ),
    (
        "You are to surrender the listed property to the bearer within six hours of service hereof.",
        ["period 6 hours unstated after service"],
    ),
    (
        "Provide written responses not later than thirty calendar days from the date this letter was received.",
        ["period 30 days calendar after receipt"],
    ),
    (
        "This office requires a response no later than ten days from receipt.",
        ["period 10 days unstated after receipt"],
    ),
    ("Respond: within 3 business days of receipt", ["period 3 days business after receipt"]),
    (
        "Let this office know at least seventy-two (72) hours ahead of his release.",
        ["period 72 hours unstated before release"],
    ),
    (
        "The warden will kindly advise ICE not less than 30 days in advance of the inmate's release.",
        ["period 30 days unstated before release"],
    ),
    (
        "Your answers are due thirty days after these interrogatories are served.",
        ["period 30 days unstated after service"],
    ),
    (
        "You shall comply herewith within ten days from the service of a copy of this order upon you.",
        ["period 10 days unstated after service"],
    ),
    (
        "Deliver to the Clerk, not later than 24 hours prior to the hearing, certified copies of the file.",
        ["period 24 hours unstated before hearing"],
    ),
    (
        "You have fourteen (14) days after you are served with this subpoena to produce.",
        ["period 14 days unstated after service"],
    ),
    (
        "As provided by law you must respond within five business days of receiving this request.",
        ["period 5 days business after receipt"],
    ),
    (
        "Usted debe responder por escrito en diez días laborables desde que reciba esta notificación.",
        ["period 10 days business after receipt"],
    ),
    (
        "Se le otorga un plazo de treinta (30) días calendario, contados desde la fecha de esta carta.",
        ["period 30 days calendar after letter_date"],
    ),
    (
        "You are requested to hold the subject for an additional 48 hours after he would otherwise be released.",
        ["period 48 hours unstated after release"],
    ),
    (
        "return the enclosed certificate with the records not later than fourteen days following the date of this subpoena",
        ["period 14 days unstated after issue"],
    ),
    (
        "Your answer is due twenty (20) days from the date on this letter.",
        ["period 20 days unstated after letter_date"],
    ),
    (
        "Produce the records not later than fifteen calendar days following receipt of this demand.",
        ["period 15 days calendar after receipt"],
    ),
    (
        "The records are to be produced thirty days from today's date.",
        ["period 30 days unstated after letter_date"],
    ),
    (
        "Please respond within ten days of the date shown above.",
        ["period 10 days unstated after letter_date"],
    ),
    (
        "Your written response is required within 14 days of the date appearing at the top of this letter.",
        ["period 14 days unstated after letter_date"],
    ),
    (
        "Deliver the records within five (5) business days after the day on which you are served.",
        ["period 5 days business after service"],
    ),
    (
        "Compliance is required within 20 days after this subpoena is served upon you.",
        ["period 20 days unstated after service"],
    ),
    (
        "You shall produce the documents within 20 days from the date upon which service hereof is made.",
        ["period 20 days unstated after service"],
    ),
    (
        "The responding party shall serve a written response within thirty (30) days after being served with this request.",
        ["period 30 days unstated after service"],
    ),
    (
        "Pursuant to Rule 34 you are requested to produce the following within 30 days of service hereof.",
        ["period 30 days unstated after service"],
    ),
    (
        "A written response to each request is required within 28 days after service of these requests.",
        ["period 28 days unstated after service"],
    ),
    (
        "The statute gives your agency five business days from receipt to respond to this request.",
        ["period 5 days business after receipt"],
    ),
    (
        "Please produce everything inside of two weeks from the day you get this.",
        ["period 2 weeks unstated after receipt"],
    ),
    (
        "You have until ten days after service of this order to produce the files.",
        ["period 10 days unstated after service"],
    ),
    (
        "Kindly furnish the above within a fortnight of receipt.",
        ["period 2 weeks unstated after receipt"],
    ),
    (
        "Within three (3) working days, excluding Saturdays, Sundays and State holidays, of receipt hereof, you shall make the records available.",
        ["period 3 days business after receipt"],
    ),
    (
        "Response time: 10 calendar days from service",
        ["period 10 days calendar after service"],
    ),
    (
        "IT IS ORDERED that the custodian shall produce the records within 7 days of entry of this order.",
        ["period 7 days unstated after issue"],
    ),
    (
        "Respondent shall comply within 14 days of being served with a copy of this Order.",
        ["period 14 days unstated after service"],
    ),
    (
        "You are ordered to deliver the videos no later than the tenth day following service.",
        ["period 10 days unstated after service"],
    ),
    (
        "You must produce the documents by the 30th day after you receive this demand.",
        ["period 30 days unstated after receipt"],
    ),
    (
        "Your agency has one month from receipt of this letter in which to reply.",
        ["period 1 months unstated after receipt"],
    ),
    (
        "Please notify ERO no less than forty-eight (48) hours prior to the subject's release.",
        ["period 48 hours unstated before release"],
    ),
    (
        "Advise this office at least two business days ahead of any transfer or release from custody.",
        ["period 2 days business before release"],
    ),
    (
        "Documents must reach this office at least five court days before the hearing.",
        ["period 5 days court before hearing"],
    ),
    (
        "The records shall be delivered not fewer than ten (10) days before the deposition.",
        ["period 10 days unstated before hearing"],
    ),
    (
        "Deliver the records at least 5 days in advance of trial.",
        ["period 5 days unstated before hearing"],
    ),
    (
        "Sírvase entregar los documentos dentro de los quince (15) días naturales siguientes a la notificación de este requerimiento.",
        ["period 15 days calendar after service"],
    ),
    (
        "Deberá presentar los expedientes en un término de diez días laborables contados a partir del recibo de esta carta.",
        ["period 10 days business after receipt"],
    ),
    (
        "Se le concede un plazo de veinte (20) días, contados desde la fecha de esta carta, para producir los documentos.",
        ["period 20 days unstated after letter_date"],
    ),
    (
        "Tiene usted treinta días a partir de la fecha de recepción para contestar.",
        ["period 30 days unstated after receipt"],
    ),
    (
        "Se requiere su respuesta en o antes de 10 días de recibida la presente.",
        ["period 10 days unstated after receipt"],
    ),
    (
        "An appropriate response is expected within 30 calendar days of this letter's date.",
        ["period 30 days calendar after letter_date"],
    ),
    (
        "The agency directs that you respond within ten (10) days of the above date.",
        ["period 10 days unstated after letter_date"],
    ),
    (
        "You must file a sworn answer within 21 days of the date of service of this CID.",
        ["period 21 days unstated after service"],
    ),
    (
        "Provide the records within 24 hours of this notice.",
        ["period 24 hours unstated after issue"],
    ),
    (
        "The return is due 20 days after the date of issuance of this summons.",
        ["period 20 days unstated after issue"],
    ),
    (
        "Produce within the earlier of 20 days after service or April 15, 2024.",
        ["date 2024-04-15", "period 20 days unstated after service"],
    ),
    (
        "Production is due within thirty (20) days of service.",
        ["period 20 days unstated after service"],
    ),
)
PERIODS = (*_FROM_AN_EVENT, *BARE_PERIODS)
