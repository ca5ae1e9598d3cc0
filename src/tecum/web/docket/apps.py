"""The application of the docket."""

from django.apps import AppConfig


class DocketConfig(AppConfig):
    """Entries and their projections."""

    name = "tecum.web.docket"
    label = "docket"
    verbose_name = "Docket"
