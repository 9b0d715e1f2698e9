"""The application as Django lists it."""

from django.apps import AppConfig


class ChildrenConfig(AppConfig):
    """Rows about children."""

    name = "trigpoint.web.children"
    label = "children"
