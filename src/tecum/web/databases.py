"""Which database: the SQLite file of the data folder, or the PostgreSQL that is named."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from tecum.errors import UsageError
from tecum.web.config import Config
from tecum.web.home import Home

__all__ = ["database"]


def database(home: Home, config: Config) -> dict[str, Any]:
    """The connection that ``database`` of the configuration names.

    Raises:
        UsageError: the address is not ``postgresql://[user[:password]@][host][:port]/name``.
    """
    if not config.database:
        return {
            "ENGINE": "tecum.web.engine",
            "NAME": str(home.database),
            "CONN_MAX_AGE": None,
        }
    url = urlsplit(config.database)
    name = url.path.lstrip("/")
    if url.scheme not in ("postgresql", "postgres") or not name:
        raise UsageError(
            "The database address is not understood.",
            why="Only SQLite (no address) and PostgreSQL are supported.",
            do="Write postgresql://user@host/name, the password in the environment or a pass file.",
            code="config.database",
        )
    options = dict(parse_qsl(url.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", url.hostname or ""),
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
