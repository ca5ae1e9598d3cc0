"""The application of campaigns."""

from django.apps import AppConfig


class CampaignsConfig(AppConfig):
    """One demand text, many recipients."""

    name = "tecum.web.campaigns"
    label = "campaigns"
    verbose_name = "Campaigns"
