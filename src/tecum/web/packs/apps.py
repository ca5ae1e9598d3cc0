"""The application of packs."""

from django.apps import AppConfig


class PacksConfig(AppConfig):
    """Law and policy packs."""

    name = "tecum.web.packs"
    label = "packs"
    verbose_name = "Law and policy packs"
