"""The application as Django lists it."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Long work."""

    name = "trigpoint.web.jobs"
    label = "jobs"
