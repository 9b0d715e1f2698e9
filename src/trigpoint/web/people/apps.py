"""The application as Django lists it."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts and permission."""

    name = "trigpoint.web.people"
    label = "people"
