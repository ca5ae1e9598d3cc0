"""The encrypted folder of files: whole or absent, one key each, gone with the last key."""

from __future__ import annotations

import io
import os

import pytest
from django.conf import settings

from tecum.errors import DataUnusable
from tecum.web.intake import store
from tecum.web.intake.errors import FileGone, TooLarge
from tecum.web.intake.models import FileKey, StoredFile

pytestmark = pytest.mark.django_db
A, B = "a" * 64, "b" * 64


def _put(content: bytes, docket: str = A) -> tuple[StoredFile, bool]:
    return store.enter(store.lay_down(io.BytesIO(content)), docket)


@pytest.mark.parametrize(
    "size", [0, 1, store.CHUNK - 1, store.CHUNK, store.CHUNK + 1, 3 * store.CHUNK]
)
def test_what_went_in_comes_out(size: int) -> None:
    content = os.urandom(size)
    file, known = _put(content)
    assert not known
    assert store.read_bytes(file, A) == content


def test_nothing_of_the_file_lies_on_the_disk_in_clear() -> None:
    content = b"Subject A, 1 Example Street " * 1000
    file, _ = _put(content)
    path = settings.HOME.files / file.sealed_sha256[:2] / file.sealed_sha256
    assert b"Subject A" not in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    from hashlib import sha256

    assert sha256(path.read_bytes()).hexdigest() == path.name
    assert path.name != sha256(content).hexdigest()


def test_the_same_bytes_are_kept_once_and_named_as_known() -> None:
    first, _ = _put(b"same")
    second, known = _put(b"same", B)
    assert known
    assert second == first
    assert store.read_bytes(first, B) == b"same"
    assert FileKey.objects.count() == 2


def test_a_docket_reads_only_what_it_holds() -> None:
    file, _ = _put(b"one")
    with pytest.raises(FileGone):
        store.read_bytes(file, B)


@pytest.mark.parametrize("how", ["flip", "cut", "append", "swap"])
def test_damage_is_noticed(how: str) -> None:
    file, _ = _put(os.urandom(2 * store.CHUNK + 10))
    path = settings.HOME.files / file.sealed_sha256[:2] / file.sealed_sha256
    sealed = bytearray(path.read_bytes())
    block = 12 + store.CHUNK + 16
    start = len(store.MAGIC) + 16
    if how == "flip":
        sealed[len(sealed) // 2] ^= 1
    elif how == "cut":
        sealed = sealed[: start + 2 * block]
    elif how == "append":
        sealed += sealed[-50:]
    else:
        one, two = sealed[start : start + block], sealed[start + block : start + 2 * block]
        sealed[start : start + 2 * block] = two + one
    path.write_bytes(sealed)
    with pytest.raises(DataUnusable):
        store.read_bytes(file, A)


def test_too_large_a_file_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    monkeypatch.setattr(settings, "CONFIG", replace(settings.CONFIG, upload_limit_mb=1))
    with pytest.raises(TooLarge):
        store.lay_down(io.BytesIO(bytes((1 << 20) + 1)))
    assert [path for path in settings.HOME.files.rglob("*") if path.is_file()] == []
    store.lay_down(io.BytesIO(bytes(1 << 20)))
