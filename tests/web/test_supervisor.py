"""An address that cannot be had is said at once, and by its reason."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tecum.errors import CheckFailed, UsageError
from tecum.web.config import Config
from tecum.web.supervisor import must_be_free
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
