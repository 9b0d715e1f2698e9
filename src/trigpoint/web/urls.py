"""Every address of the application, gathered from the applications in this folder."""

from __future__ import annotations

from importlib import import_module

from django.conf import settings
from django.urls import URLPattern

_ROOMS = [name for name in settings.INSTALLED_APPS if name.startswith("trigpoint.web.")]

urlpatterns: list[URLPattern] = [one for room in _ROOMS for one in import_module(f"{room}.urls").PAGES]
handler404 = "trigpoint.web.pages.missing"
handler500 = "trigpoint.web.pages.broken"
