"""Which function of the child opens which type of file, and which types are programs."""

from __future__ import annotations

from tecum.reading import sniff

__all__ = ["JOBS", "PROGRAMS"]

JOBS = {
    sniff.PDF: "tecum.reading.pages:read_pdf",
    sniff.DOCX: "tecum.reading.wordtext:read_docx",
    sniff.MAIL: "tecum.reading.mail:read_mail",
    sniff.TEXT: "tecum.reading.plain:read_text",
    "text/html": "tecum.reading.container:read_html",
    "application/zip": "tecum.reading.container:read_zip",
    "application/ms-tnef": "tecum.reading.tnef:read_tnef",
    "application/vnd.ms-outlook": "tecum.reading.msg:read_msg",
    "application/rtf": "tecum.reading.rtf:read_rtf",
    "application/vnd.oasis.opendocument.text": "tecum.reading.odt:read_odt",
    "application/msword": "tecum.reading.doc:read_doc",
    sniff.LOCKED_OFFICE: "tecum.reading.locked_office:read_locked",
    "application/pkcs7-mime": "tecum.reading.wrapped:read_signed",
    "text/calendar": "tecum.reading.wrapped:read_calendar",
    "image/png": "tecum.reading.container:read_image",
    "image/jpeg": "tecum.reading.container:read_image",
    "image/tiff": "tecum.reading.container:read_image",
    "image/gif": "tecum.reading.container:read_image",
    "image/bmp": "tecum.reading.container:read_image",
    "image/webp": "tecum.reading.container:read_image",
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
