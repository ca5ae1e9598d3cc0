"""The encrypted, content-addressed folder of files.

    "tecum.file/1" LF record[16] then, per MiB of the file: nonce[12] AES-256-GCM(key, chunk)
    with the associated data "tecum.vault/1" LF record 0x01 chunk number[8] last[1]

Each file has its own key; the key is wrapped (RFC 3394) for each docket that holds the file.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap, aes_key_wrap
from django.conf import settings
from django.db import transaction

from tecum.clock import now
from tecum.errors import DataUnusable
from tecum.web.accounts.models import Person
from tecum.web.accounts.policies import visible_dockets
from tecum.web.docket.models import Docket
from tecum.web.home import Home, fsync_folder
from tecum.web.intake.errors import DiskFull, FileGone, TooLarge
from tecum.web.intake.models import FileKey, StoredFile
from tecum.worded import worded as _

__all__ = [
    "Laid",
    "enter",
    "is_known",
    "kept_bytes",
    "keyed_hash",
    "lay_down",
    "name_of",
    "read_bytes",
    "remove",
    "sweep",
]

MAGIC = b"tecum.file/1\n"
CHUNK = 1 << 20
HEAD = 8192
_TAG = 16
_NONCE = 12


class Laid(NamedTuple):
    """A file whose encrypted bytes are durable but which no docket holds yet."""

    sealed_sha256: str
    sha256: str
    size: int
    record: bytes
    key: bytes
    head: bytes


def lay_down(source: BinaryIO) -> Laid:
    """Encrypt a stream into the folder, durably; nothing is parsed.

    Raises:
        TooLarge: longer than the installation takes; nothing is left behind.
        DiskFull: less than the reserve is free.
    """
    home: Home = settings.HOME
    _room(home)
    record, key = secrets.token_bytes(16), secrets.token_bytes(32)
    beside = home.files / f".{record.hex()}"
    limit = settings.CONFIG.upload_limit_mb << 20
    plain, sealed, size, head = hashlib.sha256(), hashlib.sha256(), 0, b""
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            for block, piece in _sealed(source, record, key):
                size += len(piece)
                if size > limit:
                    raise TooLarge(settings.CONFIG.upload_limit_mb)
                plain.update(piece)
                head = head or piece[:HEAD]
                sealed.update(block)
                out.write(block)
            out.flush()
            os.fsync(out.fileno())
        name = sealed.hexdigest()
        folder = home.files / name[:2]
        if not folder.exists():
            folder.mkdir(mode=0o700, exist_ok=True)
            fsync_folder(home.files)
        beside.replace(folder / name)
        fsync_folder(folder)
    except OSError as error:
        raise DiskFull(error.strerror or "input/output error") from error
    finally:
        beside.unlink(missing_ok=True)
    return Laid(name, plain.hexdigest(), size, record, key, head)


def enter(
    laid: Laid, docket_id: str, name: str | None = None, *, is_document: bool = True
) -> tuple[StoredFile, bool]:
    """Let a docket hold a file that was laid down; inside the act's transaction.

    Args:
        name: The name that it came with, kept sealed with the file.
        is_document: False for what the product made of a document.

    Returns:
        The file, and whether the same bytes were here before (then those are used).
    """
    keyed = keyed_hash(laid.sha256)
    for file in StoredFile.objects.filter(keyed_hash=keyed).order_by("id"):
        held = FileKey.objects.filter(file=file).first()
        if held is not None and _path(file).exists():
            key = aes_key_unwrap(_office_key(), bytes(held.wrapped))
            _hold(file, docket_id, key, name, is_document=is_document)
            transaction.on_commit(lambda: _path_of(laid.sealed_sha256).unlink(missing_ok=True))
            return file, True
    file = StoredFile.objects.create(
        sealed_sha256=laid.sealed_sha256,
        keyed_hash=keyed,
        name=laid.record.hex(),
        bytes=laid.size,
        stored_at=now(),
    )
    _hold(file, docket_id, laid.key, name, is_document=is_document)
    return file, False


def sweep() -> int:
    """Remove what no docket holds: left by acts that were refused, or by a process that died.

    Only while nothing else runs on the data folder; gives how many files went.
    """
    home: Home = settings.HOME
    held = set(StoredFile.objects.values_list("sealed_sha256", flat=True))
    left = [path for path in home.files.glob("*/*") if path.name not in held]
    left += [path for path in home.files.glob(".*") if path.is_file()]
    left += [path for path in home.incoming.iterdir() if path.is_file()]
    for path in left:
        path.unlink()
    return len(left)


def is_known(file: StoredFile, docket_id: str, person: Person | None) -> bool:
    """Whether another docket held a file before, of those that somebody may know of."""
    others = FileKey.objects.filter(file=file, is_document=True).exclude(docket_id=docket_id)
    if person is not None:
        others = others.filter(docket_id__in=visible_dockets(person).values("pk"))
    return others.exists()


def read_bytes(file: StoredFile, docket_id: str, held: FileKey | None = None) -> bytes:
    """The file's bytes, opened with the docket's key.

    Args:
        held: That key, where it is at hand.

    Raises:
        FileGone: the docket's key was destroyed, or the bytes are missing.
        DataUnusable: the stored bytes are not what was written.
    """
    held = held or FileKey.objects.filter(file=file, docket_id=docket_id).first()
    if held is None or not _path(file).exists():
        raise FileGone
    key = aes_key_unwrap(_office_key(), bytes(held.wrapped))
    record = bytes.fromhex(file.name)
    parts: list[bytes] = []
    with _path(file).open("rb") as source:
        if source.read(len(MAGIC) + 16) != MAGIC + record:
            raise _damaged()
        blocks = list(iter(lambda: source.read(_NONCE + CHUNK + _TAG), b""))
    cipher = AESGCM(key)
    for number, block in enumerate(blocks):
        aad = _aad(record, number, last=number == len(blocks) - 1)
        try:
            parts.append(cipher.decrypt(block[:_NONCE], block[_NONCE:], aad))
        except InvalidTag:
            raise _damaged() from None
    content = b"".join(parts)
    if len(content) != file.bytes:
        raise _damaged()
    return content


def kept_bytes(docket_id: str, sha256: str) -> bytes:
    """The bytes that a docket holds under a hash; for what this office made itself.

    Raises:
        FileGone: it holds none, or they were erased.
    """
    file = StoredFile.objects.filter(
        keyed_hash=keyed_hash(sha256), keys__docket_id=docket_id
    ).first()
    if file is None:
        raise FileGone
    return read_bytes(file, docket_id)


def remove(file: StoredFile) -> None:
    """Remove a file's bytes that no docket holds any longer."""
    if not FileKey.objects.filter(file=file).exists():
        _path(file).unlink(missing_ok=True)


def _sealed(source: BinaryIO, record: bytes, key: bytes) -> Iterator[tuple[bytes, bytes]]:
    yield MAGIC + record, b""
    cipher, number, piece = AESGCM(key), 0, source.read(CHUNK)
    while True:
        following = source.read(CHUNK)
        nonce = secrets.token_bytes(_NONCE)
        aad = _aad(record, number, last=not following)
        yield nonce + cipher.encrypt(nonce, piece, aad), piece
        if not following:
            return
        number, piece = number + 1, following


def _aad(record: bytes, number: int, *, last: bool) -> bytes:
    return b"tecum.vault/1\n" + record + b"\x01" + number.to_bytes(8, "big") + bytes([last])


def name_of(file: StoredFile, docket_id: str) -> str | None:
    """The name that a docket's file came with, if it came with one and is still held."""
    held = FileKey.objects.filter(file=file, docket_id=docket_id).first()
    if held is None or not held.sealed_name:
        return None
    key = aes_key_unwrap(_office_key(), bytes(held.wrapped))
    sealed = bytes(held.sealed_name)
    return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], docket_id.encode()).decode()


def _hold(
    file: StoredFile, docket_id: str, key: bytes, name: str | None, *, is_document: bool
) -> None:
    sealed = b""
    if name is not None:
        nonce = secrets.token_bytes(_NONCE)
        text = name.encode("utf-8", "replace")
        sealed = nonce + AESGCM(key).encrypt(nonce, text, docket_id.encode())
    FileKey.objects.get_or_create(
        file=file,
        docket_id=docket_id,
        defaults={
            "wrapped": aes_key_wrap(_office_key(), key),
            "sealed_name": sealed,
            "is_document": is_document,
            "after": Docket.objects.filter(pk=docket_id).values_list("seq", flat=True).first() or 0,
        },
    )


def _office_key() -> bytes:
    return settings.HOME.secret("office")


def keyed_hash(sha256: str) -> str:
    """The hash under which the same bytes are found again; nothing without the office's key."""
    return hmac.new(settings.HOME.secret("index"), sha256.encode(), "sha256").hexdigest()


def _path(file: StoredFile) -> Path:
    return _path_of(file.sealed_sha256)


def _path_of(name: str) -> Path:
    return settings.HOME.files / name[:2] / name


def _room(home: Home) -> None:
    home.make()
    disk = os.statvfs(home.files)
    if disk.f_bavail * 100 < disk.f_blocks * settings.CONFIG.reserve_percent:
        raise DiskFull(_("less than the reserve is free"))


def _damaged() -> DataUnusable:
    return DataUnusable(
        _("A stored file is damaged."),
        why=_("What lies on the disk is not what was written."),
        do=_("Restore it from the backup; its hash in the log will tell whether it is the same."),
        code="file.damaged",
    )
