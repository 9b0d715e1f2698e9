"""The application as Django lists it."""

from django.apps import AppConfig


class QualityConfig(AppConfig):
    """Data quality."""

    name = "trigpoint.web.quality"
    label = "quality"
