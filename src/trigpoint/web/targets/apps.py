"""The application as Django lists it."""

from django.apps import AppConfig


class TargetsConfig(AppConfig):
    """Target setting."""

    name = "trigpoint.web.targets"
    label = "targets"
