"""Writes a paper as a mail: plain, HTML, with an attachment, a bounce or an automatic reply."""

import html
from email.message import EmailMessage, Message
from email.policy import SMTP

from .model import Block, Paper, plain, printed
from .words import block_text, typed_text


def body_html(paper: Paper) -> str:
    """The body as a mail program writes it."""
    labels = paper.one("labels", "dot")
    out: list[str] = []
    for block in paper.blocks:
        text = html.escape(block_text(block, labels), quote=False).replace("\n", "<br>")
        out.append(html_block(block, text, labels))
    return (
        '<html><body style="font-family:Calibri,sans-serif;font-size:11pt">'
        + "\n".join(out)
        + "</body></html>\n"
    )


def html_block(block: Block, text: str, labels: str) -> str:
    """One block of an HTML body."""
    if block.kind == "raw":
        words = block.text.removeprefix("> ").removeprefix(">")
        return f"<blockquote>{html.escape(words, quote=False)}</blockquote>" if words else ""
    if block.kind == "row":
        cells = "".join(f"<td>{html.escape(plain(p), quote=False)}</td>" for p in block.parts)
        return f'<table border="1"><tr>{cells}</tr></table>'
    if block.kind == "item" and block.item:
        mark = printed(block.item.label, labels)
        words = html.escape(plain(block.text), quote=False)
        return f'<p style="margin-left:24pt">{mark}&nbsp;{words}</p>'
    if block.kind in ("title", "heading", "bold"):
        return f"<p><b>{text}</b></p>"
    return "<hr>" if block.kind == "rule" else f"<p>{text}</p>"


def start(paper: Paper) -> EmailMessage:
    """The headers of a mail."""
    mail = EmailMessage(policy=SMTP)
    for key, name in (
        ("from", "From"),
        ("to", "To"),
        ("cc", "Cc"),
        ("title", "Subject"),
        ("sent", "Date"),
        ("reply", "In-Reply-To"),
        ("auto", "Auto-Submitted"),
    ):
        if paper.one(key):
            mail[name] = paper.one(key)
    mail["Message-ID"] = f"<{paper.id}@mail.example>"
    return mail


def mark_borders(mail: Message, name: str) -> None:
    """Give every part a fixed border, so that two runs make the same file."""
    for i, part in enumerate(mail.walk()):
        if part.get_content_maintype() == "multipart":
            part.set_boundary(f"=_{name}_{i}")


def bounce(paper: Paper, mail: EmailMessage) -> None:
    """Make the mail a delivery report."""
    mail.set_content(typed_text(paper, 0))
    report, first, second = Message(SMTP), Message(SMTP), Message(SMTP)
    report["Content-Type"] = "message/delivery-status"
    first["Reporting-MTA"] = f"dns; mx.{paper.one('to').rpartition('@')[2].strip('>')}"
    second["Action"], second["Status"] = "failed", "5.1.1"
    second["Diagnostic-Code"] = "smtp; 550 5.1.1 mailbox not found"
    report.set_payload([first, second])
    mail.make_mixed()
    mail.attach(report)
    mail.replace_header("Content-Type", "multipart/report; report-type=delivery-status")


def set_mail(paper: Paper, attached: tuple[str, bytes] | None) -> bytes:
    """The file of a mail."""
    mail = start(paper)
    if paper.channel == "eml-bounce":
        bounce(paper, mail)
    elif paper.channel == "eml-html" or paper.one("markup") == "html":
        mail.set_content(body_html(paper), subtype="html")
    else:
        mail.set_content(typed_text(paper, 0))
    if attached:
        name, body = attached
        mail.add_attachment(body, maintype="application", subtype="pdf", filename=name)
    mark_borders(mail, paper.id)
    return mail.as_bytes()
