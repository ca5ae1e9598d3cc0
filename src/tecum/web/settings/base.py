"""What holds for every way of running: applications, storage, security, languages."""

from __future__ import annotations

from pathlib import Path

from tecum.web.config import load_config
from tecum.web.databases import database
from tecum.web.home import Home

HOME = Home.from_environment()
CONFIG = load_config(HOME)
DEMO = False

SECRET_KEY = ""  # set by serve and test, from the data folder
DEBUG = False
ALLOWED_HOSTS: list[str] = []

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_cotton.apps.SimpleAppConfig",
    "rules.apps.AutodiscoverRulesConfig",
    "tecum.web.accounts",
    "tecum.web.docket",
    "tecum.web.ledger",
    "tecum.web.intake",
    "tecum.web.campaigns",
    "tecum.web.chronologies",
    "tecum.web.feeds",
    "tecum.web.packs",
    "tecum.web.exchange",
    "tecum.web.reports",
    "tecum.web.search",
    "tecum.web.office",
    "tecum.web.demo",
    "tecum.web.ui",
]

MIDDLEWARE = [
    "tecum.web.security.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tecum.web.accounts.sessions.SessionLimits",
    "django.contrib.messages.middleware.MessageMiddleware",
    "tecum.web.ui.entries.EntryLines",
    "tecum.web.accounts.once.OfficeOnce",
    "tecum.web.accounts.tries.SignInTries",
    "tecum.web.accounts.fresh.StepUp",
    "tecum.web.requests.RequestLimits",
    "tecum.web.pressed.PressedOnce",
    "tecum.web.ui.mistakes.FormsAlone",
    "tecum.web.ui.problems.Problems",
]

ROOT_URLCONF = "tecum.web.urls"
WSGI_APPLICATION = "tecum.web.wsgi.application"

_LOADERS = [
    (
        "django.template.loaders.cached.Loader",
        [
            "django_cotton.cotton_loader.Loader",
            "django.template.loaders.filesystem.Loader",
            "django.template.loaders.app_directories.Loader",
        ],
    )
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).resolve().parents[1] / "ui" / "templates"],
        "OPTIONS": {
            "loaders": _LOADERS,
            "builtins": ["django_cotton.templatetags.cotton"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tecum.web.ui.context.frame",
            ],
        },
    }
]

DATABASES = {"default": database(HOME, CONFIG)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = [
    "tecum.web.accounts.backend.SignInLinkBackend",
    "rules.permissions.ObjectPermissionBackend",
]
LOGIN_URL = "/sign-in"

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_IDLE_SECONDS = 30 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
# A browser keeps a __Host- cookie only over TLS; on plain loopback the plain names serve.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = CONFIG.is_secure
SESSION_COOKIE_NAME = "__Host-tecum" if CONFIG.is_secure else "tecum"
CSRF_COOKIE_NAME = "__Host-tecum-csrf" if CONFIG.is_secure else "tecum-csrf"
CSRF_FAILURE_VIEW = "tecum.web.requests.forged"
# A message is said once and kept by nobody: with the session, not in a cookie of its own.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_TRUSTED_ORIGINS = [CONFIG.url] if CONFIG.is_secure else []
if CONFIG.proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if CONFIG.is_secure else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# Bytes of a document never lie in memory whole; they pass through a file in the data folder,
# which is its owner's alone, and never through the system's folder for temporary files.
FILE_UPLOAD_HANDLERS = ["tecum.web.intake.uploads.NamelessUpload"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
FORM_LIMIT = DATA_UPLOAD_MAX_MEMORY_SIZE = 2 << 20
PACKAGE_LIMIT = 10 * CONFIG.upload_limit_mb << 20

STATIC_URL = "/static/"
WHITENOISE_ALLOW_ALL_ORIGINS = False
STATIC_ROOT = HOME.root / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [Path(__file__).resolve().parents[1] / "ui" / "locale"]
FORMAT_MODULE_PATH = ["tecum.web.ui.formats"]
LANGUAGE_COOKIE_NAME = "__Host-tecum-language" if CONFIG.is_secure else "tecum-language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = CONFIG.is_secure
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "tecum.web.status.logs.JsonLines"}},
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["lines"], "level": "WARNING"},
    "loggers": {
        "tecum": {"handlers": ["lines"], "level": "INFO", "propagate": False},
        "django": {"handlers": ["lines"], "level": "ERROR", "propagate": False},
        "gunicorn.error": {"handlers": ["lines"], "level": "WARNING", "propagate": False},
    },
}
