"""An address that cannot be had is said by its reason, a variable that is none in the log."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tecum.errors import CheckFailed, UsageError
from tecum.web.config import Config
from tecum.web.status.logs import JsonLines
from tecum.web.supervisor import log_strange_variables, must_be_free
from tests.ports import own_port


@contextmanager
def listening() -> Iterator[str]:
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", own_port()))
        held.listen()
        yield f"127.0.0.1:{held.getsockname()[1]}"


def test_an_address_in_use_is_said_with_the_way_out() -> None:
    with listening() as address:
        with pytest.raises(CheckFailed, match="Another program listens") as error:
            must_be_free(Config(address=address))
        assert "--address" in (error.value.do or "")
    must_be_free(Config(address=address))


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(UsageError, match="cannot listen") as error:
        must_be_free(Config(address="192.0.2.1:8710"))
    assert error.value.code == "serve.address"


def test_a_variable_that_is_none_is_in_the_log_without_its_value(
    caplog: pytest.LogCaptureFixture,
) -> None:
    log_strange_variables({"TECUM_DATABSE": "postgresql://clerk:secret@db/tecum", "TECUM_AT": ""})
    (line,) = [JsonLines().format(row) for row in caplog.records]
    said = json.loads(line)
    assert (said["level"], said["event"]) == ("warning", "tecum.serve: no such variable")
    assert (said["variable"], said["near"]) == ("TECUM_DATABSE", "TECUM_DATABASE")
    assert "secret" not in line
