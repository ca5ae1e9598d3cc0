"""The application of chronologies."""

from django.apps import AppConfig


class ChronologiesConfig(AppConfig):
    """What each side says happened."""

    name = "tecum.web.chronologies"
    label = "chronologies"
    verbose_name = "Chronologies"
