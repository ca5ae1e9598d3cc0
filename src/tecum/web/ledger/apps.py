"""The application of proof."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Sealed values, statements and the log."""

    name = "tecum.web.ledger"
    label = "ledger"
    verbose_name = "Log"
