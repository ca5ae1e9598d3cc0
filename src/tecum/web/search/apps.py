"""The application."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Search among what somebody may know of."""

    name = "tecum.web.search"
    label = "search"
