"""The application as Django lists it."""

from django.apps import AppConfig


class TeamsConfig(AppConfig):
    """Team dashboards."""

    name = "trigpoint.web.teams"
    label = "teams"
