"""The settings of one installation: ``tecum.toml`` in the data folder, then ``TECUM_*``.

An unknown key is an error that names the nearest known one. Every setting is listed in
``docs/reference/settings.md``.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from tecum.errors import DataUnusable, UsageError, nearest
from tecum.web.home import Home

__all__ = ["Config", "is_on_this_machine", "load_config"]


@dataclass(frozen=True, slots=True)
class Config:
    """How this installation runs. What the office is and does stands in its profile instead.

    Attributes:
        address: Host and port to listen on; loopback unless a proxy or TLS stands before it.
        public_url: The address people type, where it is not the listening one.
        proxy: True where a proxy on this machine ends TLS and sets ``X-Forwarded-Proto``.
        database: ``postgresql://…``; empty for the SQLite file of the data folder.
        threads: Threads that answer requests.
        upload_limit_mb: Largest file taken in.
        reserve_percent: Intake is refused below this much free disk.
    """

    address: str = "127.0.0.1:8710"
    public_url: str = ""
    proxy: bool = False
    database: str = ""
    threads: int = 8
    upload_limit_mb: int = 200
    reserve_percent: int = 5

    @property
    def host(self) -> str:
        """The host part of the listening address."""
        return self.address.rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        """The port part of the listening address."""
        return int(self.address.rpartition(":")[2])

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the address."""
        return is_on_this_machine(self.host)

    @property
    def url(self) -> str:
        """The address to print and to put into links."""
        return self.public_url.rstrip("/") or f"http://{self.address}"

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach the product over TLS."""
        return self.url.startswith("https://")


_KEYS = {field.name: field for field in fields(Config)}
_ENVIRONMENT = {f"TECUM_{name.upper()}": name for name in _KEYS}


def load_config(home: Home, environment: Mapping[str, str] = os.environ) -> Config:
    """Read ``tecum.toml`` of a data folder, if there is one, and what the environment says.

    Raises:
        DataUnusable: not TOML, an unknown key, or a value of the wrong form.
        UsageError: a bad value in the environment, or an address open to others without TLS.
    """
    config = _from_table(_table(home))
    for variable, name in _ENVIRONMENT.items():
        if variable in environment:
            values: dict[str, Any] = {name: _from_text(variable, name, environment[variable])}
            config = replace(config, **values)
    _check(config)
    return config


def _table(home: Home) -> dict[str, Any]:
    if not home.settings.exists():
        return {}
    try:
        return tomllib.loads(home.settings.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataUnusable(f"tecum.toml is not TOML: {error}.", code="config.toml") from error


def _from_table(table: Mapping[str, Any]) -> Config:
    for key, value in table.items():
        if key not in _KEYS:
            near = nearest(key, _KEYS)
            raise DataUnusable(
                f'tecum.toml: "{key}" is not a setting.' + (f' Nearest: "{near}".' if near else ""),
                why="A misspelt setting would silently leave the default in force.",
                do="Correct the name or remove the line.",
                code="config.unknown-key",
            )
        wanted = type(_KEYS[key].default)
        if type(value) is not wanted:
            raise DataUnusable(
                f"tecum.toml: {key} must be {_NAMES[wanted]}.", code="config.value", key=key
            )
    return Config(**table)


_NAMES: dict[type, str] = {str: "a text", int: "a whole number", bool: "true or false"}


def _from_text(variable: str, name: str, text: str) -> str | int | bool:
    wanted = type(_KEYS[name].default)
    if wanted is str:
        return text
    if wanted is bool and text.lower() in ("true", "false", "1", "0"):
        return text.lower() in ("true", "1")
    if wanted is int and text.isdecimal():
        return int(text)
    raise UsageError(f"{variable} must be {_NAMES[wanted]}.", code="config.value")


def _check(config: Config) -> None:
    host, _, port = config.address.rpartition(":")
    if not host or not port.isdecimal() or not 0 <= int(port) <= 65535:
        raise UsageError(
            f'"{config.address}" is not host:port.',
            do="E.g. 127.0.0.1:8710.",
            code="config.address",
        )
    for name in ("threads", "upload_limit_mb"):
        if getattr(config, name) < 1:
            raise UsageError(f"{name} must be at least 1.", code="config.value")
    if config.public_url and urlsplit(config.public_url).scheme not in ("http", "https"):
        raise UsageError("public_url must begin with https:// or http://.", code="config.value")
    if not config.is_loopback and not (config.proxy and config.is_secure):
        raise UsageError(
            "The address can be reached by others, without TLS.",
            why="Sign-in links and documents would cross the network in clear.",
            do="Listen on 127.0.0.1, or put a proxy with TLS before it and set proxy and "
            "public_url = https://….",
            code="config.open-address",
        )


def is_on_this_machine(host: str) -> bool:
    """Whether only this machine reaches that address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
