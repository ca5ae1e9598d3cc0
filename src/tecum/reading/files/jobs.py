"""Which function of the child opens which type of file, and which types are programs."""

from __future__ import annotations

from tecum.reading.files import sniff

__all__ = ["JOBS", "PROGRAMS"]

JOBS = {
    sniff.PDF: "tecum.reading.pdf.pages:read_pdf",
    sniff.DOCX: "tecum.reading.files.wordtext:read_docx",
    sniff.MAIL: "tecum.reading.mail.mail:read_mail",
    sniff.TEXT: "tecum.reading.text.plain:read_text",
    "text/html": "tecum.reading.files.container:read_html",
    "application/zip": "tecum.reading.files.container:read_zip",
    "application/ms-tnef": "tecum.reading.mail.tnef:read_tnef",
    "application/vnd.ms-outlook": "tecum.reading.mail.msg:read_msg",
    "application/rtf": "tecum.reading.files.rtf:read_rtf",
    "application/vnd.oasis.opendocument.text": "tecum.reading.files.odt:read_odt",
    "application/msword": "tecum.reading.files.doc:read_doc",
    sniff.LOCKED_OFFICE: "tecum.reading.files.locked_office:read_locked",
    "application/pkcs7-mime": "tecum.reading.files.wrapped:read_signed",
    "text/calendar": "tecum.reading.files.wrapped:read_calendar",
    "image/png": "tecum.reading.files.container:read_image",
    "image/jpeg": "tecum.reading.files.container:read_image",
    "image/tiff": "tecum.reading.files.container:read_image",
    "image/gif": "tecum.reading.files.container:read_image",
    "image/bmp": "tecum.reading.files.container:read_image",
    "image/webp": "tecum.reading.files.container:read_image",
}
PROGRAMS = frozenset(
    {
        "application/x-msdownload",
        "application/x-executable",
        "application/java-vm",
        "application/java-archive",
        "application/x-mach-binary",
        "text/x-script",
    }
)
