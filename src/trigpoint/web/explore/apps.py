"""The application as Django lists it."""

from django.apps import AppConfig


class ExploreConfig(AppConfig):
    """The measure explorer."""

    name = "trigpoint.web.explore"
    label = "explore"
