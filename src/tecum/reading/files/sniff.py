"""What a file is, from its bytes; the name is only compared (READING 2)."""

from __future__ import annotations

import io
import re
import zipfile

from tecum.reading.files import cms

__all__ = ["MAILS", "disagrees", "media_type_of"]

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL = "message/rfc822"
TEXT = "text/plain"
UNKNOWN = "application/octet-stream"
LOCKED_OFFICE = "application/x-encrypted-office"

MAILS = frozenset((MAIL, "application/vnd.ms-outlook"))

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"\x78\x9f\x3e\x22", "application/ms-tnef"),
    (b"{\\rtf", "application/rtf"),
    (b"%!PS", "application/postscript"),
    (b"\x1f\x8b", "application/gzip"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"wOFF", "font/woff"),
    (b"\x7fELF", "application/x-executable"),
    (b"\xca\xfe\xba\xbe", "application/java-vm"),
    (b"\xcf\xfa\xed\xfe", "application/x-mach-binary"),
    (b"\xfe\xed\xfa", "application/x-mach-binary"),
    (b"#!", "text/x-script"),
    (b"-----BEGIN PGP MESSAGE-----", "application/pgp-encrypted"),
    (b"!<arch>", "application/x-archive"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
)
_NAMES = {
    "pdf": (PDF,),
    "docx": (DOCX,),
    "docm": (DOCX,),
    "eml": (MAIL,),
    "txt": (TEXT, MAIL),
    "png": ("image/png",),
    "jpg": ("image/jpeg",),
    "jpeg": ("image/jpeg",),
    "tif": ("image/tiff",),
    "tiff": ("image/tiff",),
    "zip": ("application/zip",),
    "doc": ("application/msword",),
    "rtf": ("application/rtf",),
    "odt": ("application/vnd.oasis.opendocument.text",),
    "msg": ("application/vnd.ms-outlook",),
    "ics": ("text/calendar",),
    "html": ("text/html",),
    "htm": ("text/html",),
}
_CMS = {
    cms.SIGNED: "application/pkcs7-mime",
    cms.ENVELOPED: "application/x-encrypted-pkcs7",
    cms.AUTH_ENVELOPED: "application/x-encrypted-pkcs7",
}
_PDF_HEAD = re.compile(rb"%PDF-[0-9]")
_MAIL_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?(.*)")
_OF_MACHINES = frozenset(
    "received message-id mime-version return-path content-type delivered-to "  # noqa: SIM905
    "content-transfer-encoding dkim-signature authentication-results x-mailer".split()
)
_OF_PEOPLE = frozenset("from to cc subject date sender reply-to in-reply-to references".split())  # noqa: SIM905 - a list of words reads best so
_MAIL_DATE = re.compile(r".{0,40}\d{1,2}:\d\d(?::\d\d)? ?(?:[+-]\d{4}|GMT|UT|[A-Z]{3})\b")


def media_type_of(data: bytes, name: str | None = None) -> str:
    """The media type that a file's own bytes show.

    The name breaks a tie in one case: lines of "From:" and "Subject:" alone are a mail when
    the file says that it is one, and a memorandum otherwise.
    """
    if not data:
        return "application/x-empty"
    if data.startswith((b"MZ",)) and b"PE\x00\x00" in data[:4096]:
        return "application/x-msdownload"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _of_archive(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _of_compound(data)
    if data[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(data[8:12], "video/x-msvideo")
    if data[4:8] == b"ftyp":
        heic = data[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"avif")
        return "image/heic" if heic else "video/mp4"
    for magic, kind in _MAGIC:
        if data.startswith(magic) and not (magic == b"BM" and data[6:10] != b"\x00" * 4):
            return kind
    if data[:1] == b"\x30":
        wrapped = _CMS.get(cms.content_type_of(data) or "")
        if wrapped:
            return wrapped
    head = _PDF_HEAD.search(data[:1024])
    if head and not _is_mail(data[: head.start()].decode("latin-1"), name):
        return PDF
    return _of_text(data, name)


def _of_archive(data: bytes) -> str:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return DOCX if b"word/document" in data[:100_000] else "application/zip"
    known = set(names[:100_000])
    if "[Content_Types].xml" in known:
        for folder, kind in (
            ("word/", DOCX),
            ("xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            ("ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        ):
            if any(n.startswith(folder) for n in known):
                return kind
    if "mimetype" in known and "content.xml" in known:
        text = b"application/vnd.oasis.opendocument.text" in data[:200]
        return "application/vnd.oasis.opendocument" + (".text" if text else "")
    if "META-INF/MANIFEST.MF" in known:
        return "application/java-archive"
    return "application/zip"


def _of_compound(data: bytes) -> str:
    head = data[: 4 * 1024 * 1024]
    if "__substg1.0_".encode("utf-16-le") in head:
        return "application/vnd.ms-outlook"
    if "WordDocument".encode("utf-16-le") in head:
        return "application/msword"
    if "Workbook".encode("utf-16-le") in head or "Book".encode("utf-16-le") in head:
        return "application/vnd.ms-excel"
    if "EncryptedPackage".encode("utf-16-le") in data:  # its directory may stand at the end
        return LOCKED_OFFICE
    return "application/x-ole-storage"


def _of_text(data: bytes, name: str | None) -> str:
    head = data[:65_536]
    if _has_mail_head(head, name):
        return MAIL
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "replace")
    else:
        if b"\x00" in head:
            return PDF if _is_pdf_debris(data) else UNKNOWN
        text = head.decode("utf-8", "replace")
        if "\ufffd" in text[:-4]:
            text = head.decode("cp1252", "replace")
    strange = sum(1 for c in text if (c < " " and c not in "\t\n\r\f\x1b") or c == "\ufffd")
    if strange * 50 > len(text) or not any(c.isalnum() for c in text):
        return PDF if _is_pdf_debris(data) else UNKNOWN
    start = text.lstrip("\ufeff \t\r\n")[:2000].lower()
    if _is_pdf_debris(data):
        return PDF
    if not _has_words(text):
        return UNKNOWN
    if re.match(r"<(?:!doctype html|html|head|body|table|div|p\b|meta)", start):
        return "text/html"
    if start.startswith("begin:vcalendar"):
        return "text/calendar"
    if re.match(r"<\?xml|<svg", start):
        return "image/svg+xml" if "<svg" in start else "application/xml"
    return MAIL if _is_mail(text, name) else TEXT


def _has_mail_head(head: bytes, name: str | None) -> bool:
    """Whether a mail's headers stand before an empty line, whatever bytes the body holds."""
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if b"\x00" in top or len(top) == len(head):
        return False
    return _is_mail(top.decode("utf-8", "replace"), name)


_DEBRIS = re.compile(
    rb"\b\d+ \d+ obj\b|\bxref\s{1,60}\d|\bstartxref\s{1,60}\d|\btrailer\s{0,60}<<|\bendobj\b|%%EOF"
    rb"|/Type ?/Pages?\b"
)


def _is_pdf_debris(data: bytes) -> bool:
    """Pieces of a PDF without its head: objects, trailer, cross-reference table."""
    head = data[:65_536] + data[-4096:]
    if head.lstrip().startswith(b"%PDF") or _DEBRIS.match(head.lstrip()):
        return True
    return len({match.group()[:8] for match in _DEBRIS.finditer(head)}) >= 2


def _has_words(text: str) -> bool:
    """Whether a file says anything at all: a handful of bytes that happen to be letters does not.

    Two words of two letters are the least that a note to an office holds.
    """
    return len(re.findall(r"[^\W\d_]{2,}", text[:20_000])) >= 2


def _is_mail(text: str, name: str | None) -> bool:
    lines = text.lstrip("\ufeff").split("\n")[:200]
    if lines and lines[0].startswith("From ") and ":" not in lines[0].split(" ")[0]:
        lines = lines[1:]
    people: set[str] = set()
    machines: set[str] = set()
    dated = False
    for line in (raw.rstrip("\r") for raw in lines):
        if not line.strip():
            break
        if line[0] in " \t":
            continue
        match = _MAIL_HEADER.match(line)
        if match is None:
            break
        header = match.group(1).lower()
        if header in _OF_MACHINES:
            machines.add(header)
        elif header in _OF_PEOPLE:
            people.add(header)
            dated = dated or (header == "date" and bool(_MAIL_DATE.match(match.group(2))))
    says_so = (name or "").lower().endswith((".eml", ".mht", ".mbox"))
    if machines and (people or len(machines) >= 2 or says_so):
        return True
    return len(people) >= 2 and (dated or says_so)


def disagrees(name: str | None, media_type: str) -> bool:
    """Whether a file's name promises another type than its bytes show."""
    if not name or "." not in name:
        return False
    promised = _NAMES.get(name.rpartition(".")[2].lower())
    return promised is not None and media_type not in promised
