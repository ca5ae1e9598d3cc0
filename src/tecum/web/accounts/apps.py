"""The application of people and permissions."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People and permissions."""

    name = "tecum.web.accounts"
    label = "accounts"
    verbose_name = "People"
