"""Reading a whole office again: what an older reader read, with progress, and stopped half-way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from tecum.errors import CheckFailed
from tecum.web import run
from tecum.web.demo.documents import specimens
from tecum.web.intake import jobs, reading, services
from tecum.web.intake.models import ReadingMade
from tecum.web.intake.services import receive_document
from tecum.words import Channel
from tests.web.conftest import Staff

pytestmark = pytest.mark.django_db
NEWER = "tecum 99.0"


@contextmanager
def _held(_: float) -> Iterator[None]:
    yield


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = SimpleNamespace(root=tmp_path, held=_held)
    monkeypatch.setattr(run, "_prepare", lambda: (home, None))
    monkeypatch.setattr(run, "_start_django", lambda _: None)


def _papers(staff: Staff, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    for name in list(specimens())[:count]:
        receive_document(specimens()[name].content, "s.pdf", Channel.HAND, staff.clerk)
    jobs.work_all()
    monkeypatch.setattr(reading, "READER", NEWER)
    monkeypatch.setattr(services, "READER", NEWER)


def test_every_document_of_an_older_reader_is_read_again(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    _papers(staff, monkeypatch, 3)
    assert list(run.reread()) == [3, 1, 2, 3]
    assert ReadingMade.objects.filter(reader=NEWER).count() == 3
    assert list(run.reread()) == [0]


def test_stopped_half_way_the_next_run_goes_on(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    _papers(staff, monkeypatch, 3)
    steps = run.reread()
    assert [next(steps), next(steps)] == [3, 1]
    steps.close()
    assert list(run.reread()) == [2, 1, 2]
    assert ReadingMade.objects.filter(reader=NEWER).count() == 3


def test_what_could_not_be_read_is_said(staff: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    _papers(staff, monkeypatch, 1)
    monkeypatch.setattr(reading, "open_document", lambda *_, **__: 1 / 0)
    with pytest.raises(CheckFailed, match="1 of the documents"):
        list(run.reread())
