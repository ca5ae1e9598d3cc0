"""Sentences with due phrases, written from the grammar, with what they say.

Frames, amounts, triggers, dates, times, layouts and a recogniser's slips are crossed, so that
the truth of every sentence is known without reading it.

Authority: READING 11.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

__all__ = ["ISSUED", "Said", "dated", "layout", "periods", "slipped", "traps"]

ISSUED = date(2024, 3, 4)
WORDS = {
    2: "two", 3: "three", 5: "five", 7: "seven", 10: "ten", 14: "fourteen", 15: "fifteen",
    20: "twenty", 21: "twenty-one", 30: "thirty", 45: "forty-five", 48: "forty-eight",
    72: "seventy-two", 90: "ninety",
}  # fmt: skip
SPANISH = {3: "tres", 5: "cinco", 10: "diez", 14: "catorce", 15: "quince", 20: "veinte",
           30: "treinta"}  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Said:
    """A sentence and the one due phrase that it holds."""

    sentence: str
    truth: tuple[object, ...]
    language: str = "eng"


AFTER = {
    "service": ("of service", "after service", "from the date of service", "of being served",
                "after the date you are served", "following service of this paper upon you"),
    "receipt": ("of receipt", "after receipt of this letter", "of your receipt of this request",
                "from the date you receive this notice", "following receipt hereof",
                "after it reaches you"),
    "letter_date": ("of the date of this letter", "from the date of this letter",
                    "after the date of this letter", "of today's date", "of this letter"),
    "issue": ("of the date of this subpoena", "after the date of this order",
              "from the date hereof", "of entry of this Order", "after issuance"),
    "unknown": ("",),
}  # fmt: skip
BEFORE = {
    "release": ("before release", "prior to his release", "before the person is released",
                "in advance of release", "prior to the inmate's scheduled release"),
    "hearing": ("before the hearing", "prior to the hearing", "in advance of trial"),
}  # fmt: skip
COUNTING = {
    "unstated": ("{} {unit}",),
    "business": ("{} business {unit}", "{} working {unit}",
                 "{} {unit}, excluding Saturdays, Sundays, and legal holidays,"),
    "calendar": ("{} calendar {unit}",),
    "court": ("{} court {unit}",),
}  # fmt: skip
FRAMES_AFTER = (
    "You are commanded to produce the following records within {}.",
    "Please respond in writing within {}.",
    "Your written response is due within {}.",
    "We ask that you furnish the information listed below within {}.",
    "The custodian must deliver certified copies within {}.",
    "Not later than {}, you shall comply with this demand.",
    "Within {}, provide to this office all records described in Schedule A.",
    "You have {} to comply.",
    "Responsive documents shall be submitted no later than {}.",
    "A reply is requested within {}.",
    "The recipient is directed to answer each question under oath within {}.",
    "Kindly let us have your answer in {}.",
    "IT IS ORDERED that the Department produce the file within {}.",
    "Failure to comply within {} may result in enforcement.",
)
FRAMES_BEFORE = (
    "Please notify this office at least {}.",
    "You are requested to advise the Field Office not less than {}.",
    "Provide notice to the undersigned no later than {}.",
    "The Sheriff shall inform us a minimum of {}.",
)
FRAMES_DATE = (
    "You are commanded to appear and produce the records on {}.",
    "Please provide the requested records no later than {}.",
    "Your response is due on or before {}.",
    "Respond by {}.",
    "The deadline for production is {}.",
    "All documents must be received by {}.",
    "Return Date: {}",
    "DATE AND TIME: {}",
    "We require the listed information by {}.",
    "You shall deliver the records to this office before {}.",
    "The return date of this subpoena is {}.",
    "We need your answer by {}.",
    "RESPONSE DUE: {}",
    "Due date\n{}",
)
TIMES = (("", None), (" at 9:30 a.m.", "09:30"), (" at 10:00 AM", "10:00"), (", 4 p.m.", "16:00"),
         (" at 2:15 P.M. EST", "14:15"), (" at noon", "12:00"), (" at 1400 hours", "14:00"),
         (" at 10 o'clock in the forenoon", "10:00"))  # fmt: skip
TRAPS = (
    "The hearing in this matter is set for {d}.",
    "This letter follows our letter of {d}.",
    "Provide all reports dated from January 1, 2023 through {d}.",
    "1. All bookings made on or before {d}.",
    "2. E-mails exchanged no later than {d};",
    "You may appeal this determination within {n} days.",
    "If you object, file your objection within {n} days of service.",
    "Preserve all records for {n} days.",
    "Records are to be retained for a period of {n} days.",
    "You shall not disclose the existence of this subpoena for {n} days.",
    "The officer must execute this warrant within {n} days.",
    "An agency that does not respond within {n} days may be fined.",
    "RECEIVED {d}",
    "Filed {d}",
    "FAX {d} 10:22 AM P.001/003",
    "Rev. {d}",
    "Date of birth: {d}",
    "On {d} this office asked for your response within {n} days.",
    "A motion to quash must be filed within {n} days of service.",
    "We will contact you within {n} days.",
    "The requester has {n} days to pay the fee.",
    "This order expires {n} days after issuance.",
    "I certify that on {d} I served this paper by mail.",
    "Provide the number of persons held for more than {n} days.",
    "3. Letters received within {n} days of the arrest.",
    "Subscribed and sworn before me on {d}.",
    "He was arrested on {d} at 10:00 p.m.",
)


def _amount(draw: st.DrawFn) -> tuple[int, str]:
    n = draw(st.sampled_from(sorted(WORDS)))
    form = draw(st.integers(0, 2))
    word = WORDS[n]
    return n, (word, str(n), f"{word} ({n})")[form]


@st.composite
def periods(draw: st.DrawFn) -> Said:
    """A period with its unit, counting, direction and trigger in a frame."""
    if draw(st.integers(0, 9)) == 0:
        return _spanish_period(draw)
    n, amount = _amount(draw)
    unit = draw(st.sampled_from(("hours", "days", "days", "days", "weeks")))
    backward = draw(st.booleans()) and unit != "weeks"
    triggers = BEFORE if backward else AFTER
    trigger = draw(st.sampled_from(sorted(triggers)))
    words = draw(st.sampled_from(triggers[trigger]))
    counting = draw(st.sampled_from(sorted(COUNTING))) if unit == "days" else "unstated"
    core = draw(st.sampled_from(COUNTING[counting])).format(amount, unit=unit)
    frame = draw(st.sampled_from(FRAMES_BEFORE if backward else FRAMES_AFTER))
    phrase = f"{core} {words}".strip().removesuffix(",")
    truth = ("period", n, unit, counting, "before" if backward else "after", trigger)
    return Said(frame.format(phrase), truth)


def _spanish_period(draw: st.DrawFn) -> Said:
    n = draw(st.sampled_from(sorted(SPANISH)))
    amount = draw(st.sampled_from((SPANISH[n], str(n), f"{SPANISH[n]} ({n})")))
    counting, words = draw(
        st.sampled_from((("unstated", ""), ("business", " hábiles"), ("calendar", " naturales")))
    )
    trigger, behind = draw(
        st.sampled_from(
            (
                ("service", "a partir de la notificación"),
                ("receipt", "siguientes a la recepción de la presente"),
                ("receipt", "a partir de la fecha de recibo"),
            )
        )
    )
    frame = draw(
        st.sampled_from(
            (
                "Deberá entregar los documentos dentro de {} {}.",
                "Sírvase responder en un plazo de {} {}.",
                "Se le ordena presentar los registros en el término de {} {}.",
            )
        )
    )
    sentence = frame.format(f"{amount} días{words}", behind)
    return Said(sentence, ("period", n, "days", counting, "after", trigger), "spa")


@st.composite
def dated(draw: st.DrawFn) -> Said:
    """A date with or without its weekday and time in a frame."""
    day = ISSUED + timedelta(days=draw(st.integers(5, 320)))
    time, value = draw(st.sampled_from(TIMES))
    frame = draw(st.sampled_from(FRAMES_DATE))
    return Said(frame.format(written(draw, day) + time), ("date", day.isoformat(), value))


def written(draw: st.DrawFn, day: date) -> str:
    """A date in one of the forms that instruments print."""
    month, weekday = MONTHS[day.month - 1], DAYS[day.weekday()]
    return draw(
        st.sampled_from(
            (
                f"{month} {day.day}, {day.year}",
                f"{month[:3]}. {day.day}, {day.year}",
                f"{weekday}, {month} {day.day}, {day.year}",
                f"{day.day} {month} {day.year}",
                f"the {ordinal(day.day)} day of {month}, {day.year}",
                f"{month} {ordinal(day.day)}, {day.year}",
                f"{day.month}/{day.day}/{day.year}",
                f"{day.month:02d}-{day.day:02d}-{day.year}",
                day.isoformat(),
                f"{month.upper()} {day.day}, {day.year}",
            )
        )
    )


def ordinal(n: int) -> str:
    """A day of the month with its ending."""
    if 10 < n < 14:
        return f"{n}th"
    return f"{n}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th') }"


@st.composite
def traps(draw: st.DrawFn) -> str:
    """A sentence with a date or period that limits nothing the recipient owes."""
    day = ISSUED + timedelta(days=draw(st.integers(-300, 200)))
    n = draw(st.sampled_from((10, 14, 30, 60, 90)))
    return draw(st.sampled_from(TRAPS)).format(d=written(draw, day), n=n)


SPANS = (
    "from {a} through {b}", "from {a} to {b}", "between {a} and {b}", "{a} - {b}",
    "for the period {a} through {b}", "for the period from {a} until {b}", "dated {a} to {b}",
    "during the period beginning {a} and ending {b}", "made from {a} up to and including {b}",
)  # fmt: skip
COMMANDS = (
    "You are commanded to produce {what} {span} {due}.",
    "Please provide {what} {span} {due}.",
    "Produce, {due}, {what} {span}.",
    "We request that you send us {what} {span} {due}.",
    "{due}, deliver {what} {span}.",
)  # fmt: skip


@st.composite
def periods_of_records(draw: st.DrawFn) -> tuple[str, str]:
    """A command with its day and the range of its records, and the day in ISO form."""
    due = ISSUED + timedelta(days=draw(st.integers(7, 90)))
    first = ISSUED - timedelta(days=draw(st.integers(30, 900)))
    last = first + timedelta(days=draw(st.integers(1, 1200)))
    span = draw(st.sampled_from(SPANS)).format(a=written(draw, first), b=written(draw, last))
    by = draw(st.sampled_from(("on or before", "no later than", "by")))
    sentence = draw(st.sampled_from(COMMANDS)).format(
        what=draw(st.sampled_from(("the gate logs", "all payroll records", "e-mail"))),
        span=span,
        due=f"{by} {written(draw, due)}",
    )
    return sentence[0].upper() + sentence[1:], due.isoformat()


@st.composite
def layout(draw: st.DrawFn, sentence: str) -> str:
    """The sentence between others, with its lines broken where a page would break them."""
    spaces = [i for i, c in enumerate(sentence) if c == " "]
    width = draw(st.integers(40, 90))
    last = 0
    for i, following in zip(spaces, [*spaces[1:], len(sentence)], strict=True):
        if following - last > width:
            sentence = f"{sentence[:i]}\n{sentence[i + 1 :]}"
            last = i
    before = draw(st.sampled_from(("", "Dear Records Custodian:\n\n", "The matter is urgent. ")))
    after = draw(st.sampled_from(("", "\n\nSincerely,\n", "\n\nThank you for your attention.")))
    return f"{before}{sentence}{after}"


SLIPS = (
    ("receipt", "recelpt"), ("receipt", "rece1pt"), ("within", "withln"), ("within", "w1thin"),
    ("days", "da ys"), ("of receipt", "ofreceipt"), ("fourteen", "f0urteen"),
    ("service", "servlce"), ("service", "serv1ce"), ("March", "rnarch"), ("April", "Apri1"),
    ("September", "Septernber"), ("December", "Decernber"), ("November", "Novernber"),
    ("hours", "h0urs"), ("later than", "laterthan"), ("before", "bef0re"), ("release", "re1ease"),
    ("business", "busine5s"), ("hearing", "hear1ng"), ("calendar", "ca1endar"),
)  # fmt: skip


@st.composite
def slipped(draw: st.DrawFn, sentence: str) -> str | None:
    """The sentence with one slip of a recogniser, or None where none fits it."""
    fitting = [(a, b) for a, b in SLIPS if a in sentence]
    if not fitting:
        return None
    a, b = draw(st.sampled_from(fitting))
    return sentence.replace(a, b, 1)
