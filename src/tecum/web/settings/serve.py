"""Settings for running: secrets from the data folder, hosts from the configuration."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from tecum.web.settings.base import *  # noqa: F403
from tecum.web.settings.base import CONFIG, HOME, MIDDLEWARE

SECRET_KEY = HOME.secret("web", 48).hex()
DEMO = os.environ.get("TECUM_DEMO") == "1"
ALLOWED_HOSTS = sorted(
    {CONFIG.host, urlsplit(CONFIG.url).hostname or CONFIG.host}
    | ({"localhost", "127.0.0.1", "[::1]"} if CONFIG.is_loopback else set())
)
MIDDLEWARE = ["tecum.web.resident.Resident", *MIDDLEWARE]
