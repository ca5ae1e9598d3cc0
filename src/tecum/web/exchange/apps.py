"""The application of exchange between offices."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Messages of other offices, and what both sides can prove."""

    name = "tecum.web.exchange"
    label = "exchange"
    verbose_name = "Exchange"
