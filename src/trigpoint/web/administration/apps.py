"""The application as Django lists it."""

from django.apps import AppConfig


class AdministrationConfig(AppConfig):
    """Administration."""

    name = "trigpoint.web.administration"
    label = "administration"
