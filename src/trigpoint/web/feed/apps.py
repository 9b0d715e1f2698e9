"""The application as Django lists it."""

from django.apps import AppConfig


class FeedConfig(AppConfig):
    """The read-only feed."""

    name = "trigpoint.web.feed"
    label = "feed"
