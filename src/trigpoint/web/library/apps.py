"""The application as Django lists it."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """The published library."""

    name = "trigpoint.web.library"
    label = "library"
