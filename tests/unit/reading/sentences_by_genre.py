"""When things are due in the manner of one genre after another, and what only looks like it."""

from __future__ import annotations

__all__ = ["BY_GENRE", "NOT_BY_GENRE"]

BY_GENRE: dict[str, list[tuple[str, list[str]]]] = {
    "state agencies": [
        ("The Wage Board requires the employer to make the time cards available to its officer at 4 Mill Street at 9:30 a.m. on March 20, 2024.", ["date 2024-03-20 09:30"]),
        ("Failure to return this form to the Tax Unit within 10 calendar days of the mail date will lead to a decision without it.", ["period 10 days calendar after letter_date"]),
        ("The dealer has until March 20, 2024 to furnish the titles of the four cars listed.", ["date 2024-03-20"]),
        ("If the slips arrive after March 20, 2024, they cannot be counted.", ["date 2024-03-20"]),
        ("Answers received later than 5:00 p.m. on March 20, 2024 will be treated as late.", ["date 2024-03-20 17:00"]),
        ("RETURN TO: Wage Unit\nBY: 03/20/2024\nPHONE: 555-0100", ["date 2024-03-20"]),
        ("Can you turn this around by close of business on March 20, 2024?", ["date 2024-03-20 close of business"]),
        ("Please provide within the next fortnight the names of the crew.", ["period 2 weeks unstated after unknown"]),
    ],
    "courts and grand juries": [
        ("The grand jury sits on March 20, 2024 at 9:30 a.m., when you must appear with the ledgers.", ["date 2024-03-20 09:30"]),
        ("The Grand Jury requires the said ledgers to be before it at ten in the morning on March 20, 2024.", ["date 2024-03-20 10:00"]),
        ("TAKE NOTICE that on March 20, 2024 at 10:00 a.m. the plaintiff will take the deposition of the custodian.", ["date 2024-03-20 10:00"]),
        ("The deposition of your custodian will be taken on March 20, 2024, commencing at 10 o'clock in the forenoon.", ["date 2024-03-20 10:00"]),
        ("Witness to appear March 20, 2024, 8:30 AM, Room 3.", ["date 2024-03-20 08:30"]),
        ("Let the respondent show cause before this Court on the 20th day of March, 2024, at ten o'clock in the forenoon. Let service on or before March 8, 2024 be deemed sufficient.", ["date 2024-03-20 10:00"]),
        ("A motion to quash shall be filed before the return date, March 20, 2024.", ["date 2024-03-20"]),
        ("IT IS ORDERED that respondent produce the log within 14 days, and that the United States file a report by April 30, 2024.", ["period 14 days unstated after unknown"]),
        ("The keeper shall deliver the file by March 20, 2024; the Court will rule by April 3, 2024.", ["date 2024-03-20"]),
        ("Respondent shall answer on or before March 20, 2024. Petitioner may reply by March 27, 2024.", ["date 2024-03-20"]),
        ("This summons was issued within 60 days of the complaint and is returnable in 14 days from service.", ["period 14 days unstated after service"]),
        ("You must comply within five days, excluding the day of service, weekends and holidays, after service upon you.", ["period 5 days business after service"]),
        ("The witness shall have five days from service to comply, Saturdays, Sundays and holidays excepted.", ["period 5 days business after service"]),
        ("The lists must be received no later than 90 days before the election on November 5, 2024.", ["period 90 days unstated before unknown"]),
    ],
    "parts with days of their own": [
        ("Production may be on a rolling basis, the first instalment to arrive by March 13, 2024 and the last by March 20, 2024.", ["date 2024-03-13", "date 2024-03-20"]),
        ("Items 1 and 2 are due March 13, 2024; all remaining items are due March 20, 2024.", ["date 2024-03-13", "date 2024-03-20"]),
        ("Written answers are requested by March 13, 2024 and documents by March 20, 2024.", ["date 2024-03-13", "date 2024-03-20"]),
        ("By March 13, 2024 identify the keeper; by March 20, 2024 deliver the export.", ["date 2024-03-13", "date 2024-03-20"]),
        ("Initial response: March 13, 2024. Final response: March 20, 2024.", ["date 2024-03-13", "date 2024-03-20"]),
        ("Item | Records | Due\n1 | lease and riders | March 13, 2024\n2 | rent ledger | March 20, 2024\nPlease return each item by its date.", ["date 2024-03-13", "date 2024-03-20"]),
        ("Please produce the e-mails in weekly instalments, beginning March 20, 2024.", ["date 2024-03-20"]),
    ],
    "more time": [
        ("The visit set for March 12, 2024 has been moved to March 20, 2024 at 10:00 a.m.; have the forms ready then.", ["date 2024-03-20 10:00"]),
        ("We agree to fifteen days, which makes the new date March 20, 2024.", ["date 2024-03-20"]),
        ("We agreed that you would have two further weeks, that is until March 20, 2024, to produce.", ["date 2024-03-20"]),
        ("No extension beyond March 20, 2024 will be granted. Please deliver the log by that day.", ["date 2024-03-20"]),
        ("The first request, of January 9, 2024, gave you until January 30, 2024. You now have five business days from the date of this letter.", ["period 5 days business after letter_date"]),
    ],
    "visits": [
        ("We will call upon you on or about March 20, 2024 to collect the originals.", ["date 2024-03-20"]),
        ("We wish to inspect the books on March 20, 2024 at 10 a.m.", ["date 2024-03-20 10:00"]),
        ("Agents will interview the three drivers on March 20, 2024. Please make them available.", ["date 2024-03-20"]),
        ("Fieldwork begins Wednesday, March 20, 2024. Please have the items on the list ready when we arrive.", ["date 2024-03-20"]),
    ],
    "in Spanish": [
        ("La ley da a la ciudad quince (15) días calendario desde la recepción de esta solicitud para permitir la inspección.", ["period 15 days calendar after receipt"]),
        ("En un plazo que no excederá de 72 horas contadas a partir de que reciba este oficio, informe a esta autoridad.", ["period 72 hours unstated after receipt"]),
        ("Someta los documentos con no menos de diez días de antelación a la vista.", ["period 10 days unstated before unknown"]),
    ],
}  # fmt: skip
NOT_BY_GENRE: tuple[str, ...] = (
    "Section 3(e) lets you extend by five more business days, with reasons given within the first five.",
    "Any request for more time must reach us three business days before the return date.",
    "Estimated burden 35 minutes. Send comments within 60 days to the Paperwork Reduction Office.",
    "An action under this section must be brought within two years of the violation. Failure to respond may be reported.",
    "A check for $45.00 covers one day's attendance and is to be cashed within 90 days of its date.",
    "Please remit payment of copying charges within 30 days of the invoice.",
    "The production shall not take place earlier than 20 days after issuance or 15 days after service.",
    "Dealers shall report to the Bureau by April 1 each year.",
    "The notice to the customer was mailed on February 20, 2024, at least five days before service on you.",
    "As a prerequisite, notice was given to each party at least twenty days prior to the day of service, namely on February 6, 2024.",
    "Proof of compliance is to be filed within 3 days of compliance.",
    "Supplement your answers within 30 days of learning anything new.",
    "The hearing has been moved to April 30, 2024.",
    "The movant may reply by April 10, 2024.",
    "Records received after March 1, 2023 are kept in another room.",
)
