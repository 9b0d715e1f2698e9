"""The application as Django lists it."""

from django.apps import AppConfig


class AuditsConfig(AppConfig):
    """Audits."""

    name = "trigpoint.web.audits"
    label = "audits"
