"""The application of calendar feeds."""

from django.apps import AppConfig


class FeedsConfig(AppConfig):
    """Calendar feeds."""

    name = "tecum.web.feeds"
    label = "feeds"
    verbose_name = "Calendar feeds"
