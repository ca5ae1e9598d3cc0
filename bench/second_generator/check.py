"""Command: python -m second_generator.check OUT. Is every truth borne out by its text?"""

import argparse
import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CONDUCTS = {"issues", "answers", "contests", "reports", "forwards", "templates", "none"}
KINDS = {
    "administrative_subpoena",
    "administrative_summons",
    "detainer",
    "notification_request",
    "administrative_warrant",
    "notice_of_inspection",
    "grant_compliance_letter",
    "information_request",
    "civil_subpoena",
    "criminal_subpoena",
    "grand_jury_subpoena",
    "prosecutor_subpoena",
    "legislative_demand",
    "national_security_letter",
    "stored_communications_order",
    "search_warrant",
    "arrest_warrant",
    "court_order",
    "records_request",
    "preservation_request",
    "takedown_request",
    "eu_production_order",
    "eu_preservation_order",
    "response_letter",
    "enforcement_petition",
    "motion",
    "opinion",
    "news_article",
    "delivery_notice",
    "other",
}
CATEGORIES = {
    "identity",
    "home_address",
    "work_address",
    "contact",
    "family_or_emergency_contact",
    "photograph",
    "biometrics",
    "criminal_history",
    "arrest_or_booking",
    "release_date",
    "custody_status",
    "discipline",
    "gang_affiliation",
    "immigration_status",
    "communications",
    "account_records",
    "financial",
    "employment",
    "vehicle_or_licence",
    "medical",
    "education",
    "video",
    "policies_and_directives",
    "training",
    "statistics",
    "contracts",
    "certification",
    "testimony",
    "access_or_interview",
    "hold",
    "transfer",
    "preserve",
    "other",
}
CLASSES = {
    "federal_agency",
    "state_agency",
    "local_agency",
    "court",
    "grand_jury",
    "prosecutor",
    "legislature",
    "attorney",
    "private_party",
    None,
}
ROLES = {
    "judge",
    "clerk",
    "prosecutor",
    "attorney",
    "agency_officer",
    "legislator",
    "private",
    "none",
    "unknown",
}
TRIGGERS = {
    "service",
    "receipt",
    "issue",
    "letter_date",
    "release",
    "hearing",
    "decision",
    "disclosure",
    "acknowledgement",
    "other",
    "unknown",
}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MESES = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
TENS = {20: "twentieth", 28: "twenty-eighth"}
WORDS = {
    2: "two",
    3: "three",
    5: "five",
    7: "seven",
    10: "ten",
    14: "fourteen",
    15: "fifteen",
    20: "twenty",
    21: "twenty-one",
    30: "thirty",
    45: "forty-five",
}
PALABRAS = {2: "dos", 3: "tres", 5: "cinco", 7: "siete", 10: "diez", 15: "quince", 20: "veinte"}
ID = re.compile(r"^[a-z][a-z-]*(/[A-Za-z0-9.:_-]+)+$")
FULL = re.compile(
    r"\b(" + "|".join(DAYS) + r"), (?:the )?(" + "|".join(MONTHS) + r") (\d{1,2}), (\d{4})"
)


def squash(text: str) -> str:
    """Letters and figures only, so that line ends do not matter."""
    return re.sub(r"[\W_]+", "", text).lower()


def spellings(day: dt.date) -> Iterator[str]:
    """Ways in which a paper may print a day."""
    name, y, m, d = MONTHS[day.month - 1], day.year, day.month, day.day
    mes = MESES[m - 1]
    yield from (
        f"{name} {d}, {y}",
        f"{d} {name} {y}",
        f"{m:02}/{d:02}/{y}",
        f"{m}-{d}-{y % 100}",
        f"{m:02}/{d:02}/{y % 100}",
        f"{d} de {mes} de {y}",
        f"{d:02} {name[:3]} {y}",
        f"{name[:3]} {d}, {y}",
        f"{m}/{d}/{y}",
        f"{y}-{m:02}-{d:02}",
        f"{name} {d}",
    )
    for end in ("st", "nd", "rd", "th"):
        yield f"{d}{end} day of {name}, {y}"
    if d in TENS:
        yield f"{TENS[d]} day of {name}, {y}"


def has_day(text: str, day: str) -> bool:
    """Does the text print this day in any spelling?"""
    return any(s in text for s in spellings(dt.date.fromisoformat(day)))


def check_dates(truth: dict[str, Any], text: str) -> Iterator[str]:
    """Every date of the truth is on the page; every weekday fits its date."""
    days = [truth["issued_on"], truth["served_on"], *truth["not_due"]]
    days += [d["date"] for d in truth["due"]]
    for day in filter(None, days):
        if not has_day(text, day):
            yield f"date {day} is not in the text"
    for match in FULL.finditer(text):
        day = dt.datetime.strptime(" ".join(match.groups()[1:]), "%B %d %Y").replace(tzinfo=dt.UTC)
        if DAYS[day.weekday()] != match[1]:
            yield f"weekday: {match[0]} is a {DAYS[day.weekday()]}"


def check_due(truth: dict[str, Any], text: str) -> Iterator[str]:
    """Deadlines are well-formed, printed, and only in demands."""
    if truth["conduct"] != "issues" and truth["due"]:
        yield "a deadline in a paper that demands nothing"
    for due in truth["due"]:
        if due["form"] == "period":
            shapes = (
                f"{due['amount']} ",
                f"({due['amount']})",
                f"{due['amount']}-",
                WORDS.get(due["amount"], "\0"),
                PALABRAS.get(due["amount"], "\0"),
            )
            if not any(s in text.lower() for s in shapes):
                yield f"period {due['amount']} is not in the text"
            if due["trigger"] not in TRIGGERS or due["direction"] not in ("after", "before"):
                yield f"trigger or direction: {due['trigger']} {due['direction']}"
            if due["counting"] not in ("calendar", "business", "court", "unstated"):
                yield f"counting {due['counting']}"
        if due["form"] == "instanter" and not re.search("instanter|forthwith", text, re.I):
            yield "instanter is not in the text"
        if "=" in (due["of"] or ""):
            yield f"purpose {due['of']}"
        if due["date"] and truth["issued_on"] and due["date"] < truth["issued_on"]:
            yield "due before issue"


def check_items(truth: dict[str, Any], text: str) -> Iterator[str]:
    """First and last words occur, labels do not repeat, categories are known."""
    flat = squash(text)
    if truth["conduct"] == "issues" and not truth["items"]:
        yield "a demand without items"
    for item in truth["items"]:
        for key in ("start", "end"):
            if squash(item[key]) not in flat:
                yield f"item {item['label']}: {key} {item[key]!r} is not in the text"
        if (
            not item.get("lead_in")
            and not {item["category"], *item["accept_category"]} <= CATEGORIES
        ):
            yield f"item {item['label']}: category {item['category']} {item['accept_category']}"
        if item["period"]:
            for day in item["period"]:
                if day[:4] not in text:
                    yield f"item {item['label']}: year of {day} is not in the text"
    labels = [i["label"] for i in truth["items"]]
    if len(labels) != len(set(labels)):
        yield f"labels repeat: {labels}"


def check_names(truth: dict[str, Any], text: str) -> Iterator[str]:
    """Names, numbers and quotes of the truth are on the page."""
    flat = squash(text)
    values = [
        ("issuer", truth["issuer"]),
        ("recipient", truth["recipient"]),
        ("place", truth["place_or_manner"]),
        ("signer", truth["signatory"]["name"]),
    ]
    values += [("subject", s["name"]) for s in truth["subjects"]]
    values += [("matter", m) for m in truth["matter_numbers"]]
    values += [("consequence", c) for c in truth["consequences"]]
    values += [("box", b["label"]) for b in truth["checkboxes"]]
    if truth["accept"].get("form") is not True:
        values.append(("form", truth["form"]))
    for what, value in values:
        if value and squash(value) not in flat:
            yield f"{what}: {value!r} is not in the text"
    for authority in truth["authorities"]:
        section = authority["id"].split("/")[2 if authority["id"][:3] in ("usc", "cfr") else 1]
        if not ID.match(authority["id"]):
            yield f"authority id {authority['id']}"
        if squash(authority["cite"]) not in flat and squash(section) not in flat:
            yield f"authority {authority['cite']!r} is not in the text"


def check_words(truth: dict[str, Any]) -> Iterator[str]:
    """Closed vocabularies, and a judge only where a judge signed."""
    for key, words in (
        ("conduct", CONDUCTS),
        ("kind", KINDS),
        ("issuer_class", CLASSES),
        ("signatory_role", ROLES),
    ):
        if truth[key] not in words:
            yield f"{key}: {truth[key]}"
    demand = truth["conduct"] == "issues"
    if demand and truth["judicial"] != (truth["signatory_role"] == "judge"):
        yield f"judicial {truth['judicial']} with signer {truth['signatory_role']}"
    if not demand and truth["judicial"] is not None:
        yield "judicial on a paper that demands nothing"
    if truth["nondisclosure"] not in ("none", "requested", "ordered"):
        yield f"nondisclosure {truth['nondisclosure']}"


def check_one(folder: Path) -> list[str]:
    """Everything wrong with one document."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    text = (folder / "text.txt").read_text(encoding="utf-8")
    found = [
        *check_dates(truth, text),
        *check_due(truth, text),
        *check_items(truth, text),
        *check_names(truth, text),
        *check_words(truth),
    ]
    if len(list(folder.glob("document.*"))) != 1:
        found.append("not exactly one document")
    twin = re.search(r"same text as (\S+)", truth["notes"])
    if twin and not (folder.parent / twin[1]).is_dir():
        found.append(f"twin {twin[1]} is missing")
    return found


def main() -> int:
    """Check a whole set, name what is wrong, count what is there."""
    ask = argparse.ArgumentParser(prog="second_generator.check", description=__doc__)
    ask.add_argument("out", type=Path)
    given = ask.parse_args()
    faults, counts = 0, {k: Counter[str]() for k in ("conduct", "kind", "channel", "family")}
    for path in sorted(given.out.glob("*/truth.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        for key, counter in counts.items():
            counter[truth[key]] += 1
        for fault in check_one(path.parent):
            faults += 1
            print(f"{path.parent.name}: {fault}")
    for key in ("conduct", "kind", "channel"):
        print(f"{key}: " + ", ".join(f"{k} {n}" for k, n in counts[key].most_common()))
    print(
        f"families: {len(counts['family'])} · documents: {counts['conduct'].total()} · "
        f"faults: {faults}"
    )
    return 5 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
