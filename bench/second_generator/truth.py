"""The truth of a paper in the shared format `tecum.truth/1`."""

import json
from typing import Any

from .model import Item, Paper

UNITS = {"hours", "days", "weeks", "months", "years"}
COUNTINGS = {"calendar", "business", "court", "unstated"}


def read_due(text: str) -> dict[str, Any]:
    """A deadline from its short form, e.g. `period 14 days calendar after service of hold`."""
    text, _, purpose = text.partition(" of ")
    words = text.split()
    due: dict[str, Any] = dict.fromkeys(
        ("form", "date", "time", "tz", "amount", "unit", "counting", "direction", "trigger", "of")
    )
    due.update(form=words[0], of=purpose or None)
    extra = [w for w in words if "=" in w]
    words = [w for w in words[1:] if "=" not in w]
    if due["form"] == "date":
        due["date"] = words[0]
        if len(words) > 1:
            due["time"] = "close of business" if words[1] == "cob" else words[1]
        due["tz"] = words[2] if len(words) > 2 else None
    elif due["form"] == "period":
        due.update(amount=int(words[0]), unit=words[1], counting=words[2])
        due.update(direction=words[3], trigger=words[4])
    elif due["form"] == "event":
        due["trigger"] = words[0]
    for word in extra:
        key, _, value = word.partition("=")
        due[key] = json.loads(value) if value[:1] in "[t" else value
    return due


def item_truth(item: Item) -> dict[str, Any]:
    """An item by its first and last words."""
    words = item.text.replace("**", "").replace("~~", "").split()
    made: dict[str, Any] = {
        "label": item.label,
        "category": item.categories[0],
        "accept_category": item.categories[1:],
        "start": " ".join(words[:6]),
        "end": " ".join(words[-6:]),
        "period": item.period,
    }
    if item.lead:
        made["lead_in"] = True
    if item.optional:
        made["optional"] = True
    return made


def split(text: str, mark: str = "|") -> list[str]:
    """Parts of a header value."""
    return [x.strip() for x in text.split(mark) if x.strip()]


def subjects_of(paper: Paper) -> list[dict[str, Any]]:
    """Persons that the demand is about."""
    made = []
    for line in paper.all("subject"):
        name, *numbers = split(line)
        made.append({"name": name, "identifiers": numbers})
    return made


def enclosures_of(paper: Paper) -> list[dict[str, Any]]:
    """Papers found inside this one."""
    made = []
    for line in paper.all("encloses"):
        kind, pages = line.split()
        first, _, last = pages.partition("-")
        made.append({"kind": kind, "pages": [int(first), int(last or first)]})
    return made


def authorities_of(paper: Paper) -> list[dict[str, str]]:
    """Provisions that the paper relies on."""
    made = []
    for line in paper.all("auth"):
        cite, _, name = line.rpartition(" = ")
        made.append({"cite": cite.strip(), "id": name.strip()})
    return made


def acceptances(paper: Paper) -> dict[str, Any]:
    """Further values that count as right."""
    made: dict[str, Any] = json.loads(paper.one("accept", "{}"))
    if classes := split(paper.one("class"))[1:]:
        made["issuer_class"] = classes
    if paper.all("auth?"):
        made["authorities_optional"] = paper.all("auth?")
    if paper.all("due?"):
        made["due_optional"] = [read_due(x) for x in paper.all("due?")]
    return made


def base_truth(paper: Paper) -> dict[str, Any]:
    """Everything except what depends on the copy."""
    conduct, kind = paper.one("is").split()
    issuer, recipient = split(paper.one("issuer")), split(paper.one("recipient"))
    name, title, role = ([*paper.one("sig", "||unknown").split("|"), "", ""])[:3]
    demand = conduct == "issues"
    served, _, method = paper.one("served").partition(" ")
    judicial = {"true": True, "null": None}.get(paper.one("judicial"), False) if demand else None
    return {
        "conduct": conduct,
        "kind": kind,
        "form": paper.one("form") or None,
        "issuer": issuer[0] if issuer else None,
        "issuer_accept": issuer[1:],
        "issuer_class": (split(paper.one("class")) or [None])[0],
        "signatory": {
            "name": name.strip() or None,
            "title": title.strip() or None,
            "role": role.strip() or "unknown",
        },
        "judicial": judicial,
        "recipient": recipient[0] if recipient else None,
        "recipient_accept": recipient[1:],
        "matter_numbers": split(paper.one("matter"), ";"),
        "issued_on": paper.one("issued") or None,
        "served_on": served or None,
        "service_method": method or None,
    }


def make_truth(paper: Paper, name: str, channel: str, **more: Any) -> dict[str, Any]:
    """The truth of one copy of a paper."""
    base = base_truth(paper)
    demand = base["conduct"] == "issues"
    subjects = subjects_of(paper)
    accept = acceptances(paper)
    return {
        "schema": "tecum.truth/1",
        "id": name,
        "split": "test",
        "channel": channel,
        "family": paper.one("family", f"second-{paper.id}"),
        **base,
        "due": [read_due(x) for x in paper.all("due")],
        "not_due": split(paper.one("notdue"), ",") + more.get("not_due", []),
        "place_or_manner": paper.one("place") or None,
        "authorities": authorities_of(paper),
        "items": [item_truth(i) for i in paper.items()] if demand else [],
        "subjects": subjects,
        "subjects_count": int(paper.one("subjects_count", str(len(subjects)))),
        "checkboxes": paper.boxes() if demand else [],
        "consequences": paper.all("consequence"),
        "nondisclosure": paper.one("nd", "none"),
        "encloses": enclosures_of(paper),
        "accept": accept,
        "hard": split(paper.one("hard"), ";") + more.get("hard", []),
        "notes": more.get("notes", paper.one("notes")),
        "signatory_role": base["signatory"]["role"],
    }
