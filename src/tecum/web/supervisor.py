"""The product while it runs: one supervised process tree.

A supervisor holds the data folder; one child answers requests in threads and runs the reader's
queue and the log's sequencer beside them. If the child dies, the supervisor starts another;
whatever was acknowledged is on the disk.
"""

from __future__ import annotations

import errno
import logging
import os
import signal
import socket
from collections.abc import Mapping
from typing import Any

from tecum.errors import CheckFailed, UsageError
from tecum.variables import strange_in
from tecum.web.config import Config

__all__ = ["log_strange_variables", "must_be_free", "supervise"]

LOG = logging.getLogger("tecum.serve")

GRACE = 8


def must_be_free(config: Config) -> None:
    """Look whether the product can listen at its address, before anything is built.

    Raises:
        CheckFailed: another program listens there.
        UsageError: the address is none of this machine's, or its port is for administrators.
    """
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        # A port that was left a moment ago is free.
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((config.host, config.port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise CheckFailed(
                    f"Another program listens at {config.address}.",
                    why="Two programs cannot answer at one address; nothing was started.",
                    do="End the other one, perhaps Tecum itself, or choose another port with "
                    "--address 127.0.0.1:8711.",
                    code="serve.address",
                ) from error
            raise UsageError(
                f"This machine cannot listen at {config.address}.",
                why="The address is none of its own, or the port is kept for administrators.",
                do="Use an address such as 127.0.0.1:8710.",
                code="serve.address",
            ) from error


def log_strange_variables(environment: Mapping[str, str]) -> None:
    """A line of the log for each variable that looks like one of ours and is none."""
    for one in strange_in(environment):
        LOG.warning("no such variable", extra={"variable": one.name, "near": one.near})


def supervise(config: Config, greeting: str) -> None:
    """Start the supervisor; returns when it was told to stop and the child has ended."""
    from django.db import connections
    from gunicorn.app.base import BaseApplication
    from gunicorn.arbiter import Arbiter

    connections.close_all()
    log_strange_variables(os.environ)

    class Supervisor(Arbiter):  # type: ignore[misc]
        """Ctrl-C lets the child finish what it is answering."""

        def handle_int(self) -> None:
            raise StopIteration

    class Product(BaseApplication):  # type: ignore[misc]
        """The product under gunicorn, configured by ours alone."""

        def load_config(self) -> None:
            for key, value in _settings(config, greeting).items():
                self.cfg.set(key, value)

        def load(self) -> Any:
            from tecum.web.wsgi import application

            return application

    try:
        Supervisor(Product()).run()
    except SystemExit as ended:
        if ended.code:
            raise


def _settings(config: Config, greeting: str) -> dict[str, Any]:
    return {
        "bind": config.address,
        "workers": 1,
        "worker_class": "gthread",
        "threads": config.threads,
        "keepalive": 5,
        "timeout": 120,
        "graceful_timeout": GRACE,
        "proc_name": "tecum",
        "loglevel": "warning",
        "logger_class": "tecum.web.status.logs.ServerLogger",
        "control_socket_disable": True,
        "forwarded_allow_ips": "127.0.0.1,::1" if config.proxy else "",
        "when_ready": lambda _: print(greeting, flush=True),
        "post_worker_init": _begin,
        "worker_exit": _end,
    }


def _begin(worker: Any) -> None:
    # The terminal sends Ctrl-C to the whole group; the supervisor decides when this one ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from tecum.web.background import BACKGROUND

    BACKGROUND.start()


def _end(arbiter: Any, worker: Any) -> None:
    from tecum.web.background import BACKGROUND

    BACKGROUND.stop()
