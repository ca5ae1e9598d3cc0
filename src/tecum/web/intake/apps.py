"""The application of arrivals."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Documents as they come in."""

    name = "tecum.web.intake"
    label = "intake"
    verbose_name = "Intake"
