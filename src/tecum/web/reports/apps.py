"""The application of reports."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Counts and reports."""

    name = "tecum.web.reports"
    label = "reports"
    verbose_name = "Reports"
