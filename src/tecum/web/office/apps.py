"""The application."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """The office's settings."""

    name = "tecum.web.office"
    label = "office"
