"""The application of the demonstration."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """A fictional office with SPECIMEN documents."""

    name = "tecum.web.demo"
    label = "demo"
    verbose_name = "Demo"
