"""The application as Django lists it."""

from django.apps import AppConfig


class MonthsConfig(AppConfig):
    """The month board."""

    name = "trigpoint.web.months"
    label = "months"
