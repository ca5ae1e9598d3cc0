"""Settings for tests: a data folder of their own, real storage, real durability."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

_home = tempfile.mkdtemp(prefix="tecum-test-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ["TECUM_HOME"] = _home
if "TECUM_TEST_DATABASE" in os.environ:
    os.environ["TECUM_DATABASE"] = os.environ["TECUM_TEST_DATABASE"]
else:
    os.environ.pop("TECUM_DATABASE", None)

from tecum.web.settings.base import *  # noqa: E402, F403
from tecum.web.settings.base import DATABASES, HOME, STATIC_ROOT  # noqa: E402

SECRET_KEY = HOME.secret("web", 48).hex()
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
if DATABASES["default"]["ENGINE"].startswith("tecum"):
    # A file, not memory: the write-ahead log and its locks are part of what is tested.
    DATABASES["default"]["TEST"] = {"NAME": str(HOME.root / "test.sqlite3")}
STATIC_ROOT.mkdir()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
