"""The application as Django lists it."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The access log."""

    name = "trigpoint.web.access"
    label = "access"
