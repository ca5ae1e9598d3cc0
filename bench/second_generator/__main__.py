"""Command: python -m second_generator OUT [--series NAME] [--seed N]."""

import argparse
import datetime as dt
import json
import random
from pathlib import Path
from typing import Any

from .damage import damage
from .docx import set_docx
from .mail import set_mail
from .markup import read_all
from .model import Paper
from .pdf import load_fonts, set_pdf
from .truth import item_truth, make_truth
from .words import mail_text, paper_text, typed_text

HERE = Path(__file__).parent


def read_series(name: str) -> list[Paper]:
    """The papers of one folder of texts; those of a later series bear its name in their family."""
    papers = read_all(HERE / name)
    for paper in papers:
        if name != "texts":
            paper.head.setdefault("family", [f"{name.replace('_', '-')}-{paper.id}"])
    return papers


def write(folder: Path, suffix: str, body: bytes, truth: dict[str, Any], text: str) -> None:
    """One document with its truth and its true text."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"document.{suffix}").write_bytes(body)
    (folder / "truth.json").write_text(
        json.dumps(truth, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    (folder / "text.txt").write_text(text, encoding="utf-8")


def write_clean(paper: Paper, out: Path, others: dict[str, Paper]) -> None:
    """The undamaged document of a paper."""
    channel, truth = paper.channel, make_truth(paper, paper.id, paper.channel)
    text = paper_text(paper)
    if channel == "docx":
        body, suffix = set_docx(paper), "docx"
    elif channel == "txt":
        body, suffix = typed_text(paper, 78).encode(), "txt"
    elif channel.startswith("eml"):
        text, attached, name = mail_text(paper), None, paper.one("attach")
        if name:
            if truth["conduct"] == "issues":
                truth["items"] = [item_truth(i) for i in others[name].items()]
            attached = (paper.one("filename", "document.pdf"), set_pdf(others[name])[0])
            text += "\n" + paper_text(others[name])
        body, suffix = set_mail(paper, attached), "eml"
    else:
        body, suffix = set_pdf(paper, live=channel == "pdf-form")[0], "pdf"
    write(out / paper.id, suffix, body, truth, text)


def sent_on(paper: Paper, dice: random.Random) -> dt.date:
    """The day on which the paper went through the fax machine, never a day that is due."""
    first = dt.date.fromisoformat(paper.one("issued", "2026-03-03"))
    due = " ".join(paper.all("due") + paper.all("due?"))
    days = [first + dt.timedelta(days=n) for n in range(1, 5)]
    return dice.choice([d for d in days if d.isoformat() not in due])


def write_copy(paper: Paper, channel: str, out: Path, seed: int, name: str = "") -> None:
    """A worn copy of the same text, or under the paper's own name its only copy."""
    more: dict[str, Any] = {} if name else {"notes": f"same text as {paper.id}"}
    name = name or f"{paper.id}-{channel.removeprefix('pdf-')}"
    dice = random.Random(f"{seed}{name}")
    clean = set_pdf(paper, stamp=channel != "pdf-mixed")[0]
    text, line = paper_text(paper), ""
    if channel == "pdf-fax":
        day = sent_on(paper, dice)
        hour = f"{dice.randint(8, 17):02}:{dice.randint(10, 59)}"
        line = f"{day:%m/%d/%Y} {hour}  FAX 555-01{dice.randint(10, 99)}"
        text = f"{line}\n{text}"
        more["not_due"] = [day.isoformat()]
    body = damage(clean, paper, channel, f"{seed}{name}", line)
    write(out / name, "pdf", body, make_truth(paper, name, channel, **more), text)


def main() -> None:
    """Make the whole set."""
    ask = argparse.ArgumentParser(prog="second_generator", description=__doc__)
    ask.add_argument("out", type=Path)
    series = sorted(p.parent.name for p in HERE.glob("*/a_*.txt"))
    ask.add_argument("--series", choices=series, default="texts", help="which folder of texts")
    ask.add_argument("--seed", type=int, default=2)
    ask.add_argument("--only", help="first letters of ids")
    ask.add_argument("--clean", action="store_true", help="leave out the worn copies")
    given = ask.parse_args()
    load_fonts()
    papers = read_series(given.series)
    others = {p.id: p for p in papers}
    for paper in papers:
        if given.only and not paper.id.startswith(given.only):
            continue
        if paper.one("inner") == "yes":
            continue
        write_clean(paper, given.out, others)
        for channel in [] if given.clean else paper.one("copies").split():
            write_copy(paper, f"pdf-{channel}", given.out, given.seed)
    print(f"{len(list(given.out.glob('*/truth.json')))} documents in {given.out}")


if __name__ == "__main__":
    main()
