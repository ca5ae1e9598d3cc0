"""Sentences whose due phrases are periods that run from no event they name."""

from __future__ import annotations

__all__ = ["BARE_PERIODS"]

BARE_PERIODS: tuple[tuple[str, list[str]], ...] = (
    (
        "The Office shall make its determination and produce within five (5) business days.",
        ["period 5 days business after unknown"],
    ),
    (
        "You must respond to this Notice of Inspection within three business days.",
        ["period 3 days business after unknown"],
    ),
    ("An answer is expected inside of two weeks.", ["period 2 weeks unstated after unknown"]),
    (
        "A response is requested within the ten-day period allowed by statute.",
        ["period 10 days unstated after unknown"],
    ),
    (
        "I look forward to your reply within ten (10) business days as provided by the statute.",
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
        "Se le concede un término de cinco días para contestar.",
        ["period 5 days unstated after unknown"],
    ),
    (
        "Compliance is required in 5 days, not counting weekends and legal holidays.",
        ["period 5 days business after unknown"],
    ),
    (
        "Please confirm receipt of this letter within 24 hours and produce the records by March 22, 2024.",
        ["date 2024-03-22", "period 24 hours unstated after unknown"],
    ),
    (
        "Time is of the essence: we require your written response in 7 (seven) days.",
        ["period 7 days unstated after unknown"],
    ),
    ("Requested turnaround: 5 business days", ["period 5 days business after unknown"]),
    (
        "We would be grateful for the courtesy of a response within ten days.",
        ["period 10 days unstated after unknown"],
    ),
    (
        "We request production within thirty (30) days, i.e., by April 3, 2024.",
        ["date 2024-04-03"],
    ),
    ("We ask that the County respond within 10 days.", ["period 10 days unstated after unknown"]),
    (
        "You are to produce said records within the next 10 days.",
        ["period 10 days unstated after unknown"],
    ),
    (
        "Kindly arrange for the records to be delivered in the next five business days.",
        ["period 5 days business after unknown"],
    ),
    (
        "Such records shall be made available for inspection within three (3) business days of request.",
        ["period 3 days business after unknown"],
    ),
    (
        "Please sign and return the enclosed acknowledgement within 5 days and produce the records by April 5, 2024.",
        ["date 2024-04-05", "period 5 days unstated after unknown"],
    ),
    ("24-hour response requested.", ["period 24 hours unstated after unknown"]),
    (
        "Your cooperation in supplying this information within the next seven (7) days will be appreciated.",
        ["period 7 days unstated after unknown"],
    ),
    ("A response within 15 days is requested.", ["period 15 days unstated after unknown"]),
    (
        "Please complete the attached form and fax it back within two business days.",
        ["period 2 days business after unknown"],
    ),
    (
        "You are directed to produce the records on or before the return date, which is 10 business days hence.",
        ["period 10 days business after unknown"],
    ),
    (
        "Please have the file ready 10 business days hence.",
        ["period 10 days business after unknown"],
    ),
    (
        "We must have these records in hand within seventy-two hours of transmission of this e-mail.",
        ["period 72 hours unstated after unknown"],
    ),
    (
        "You are required to complete production within the next 30 days.",
        ["period 30 days unstated after unknown"],
    ),
    (
        "Time to respond: thirty (30) days.",
        ["period 30 days unstated after unknown"],
    ),
    (
        "You have ten (10) days, or until April 15, 2024, whichever is earlier, to produce the records.",
        ["date 2024-04-15", "period 10 days unstated after unknown"],
    ),
)
