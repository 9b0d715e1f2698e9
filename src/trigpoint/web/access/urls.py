"""Addresses of the access log: see `administration`."""

from django.urls import URLPattern

PAGES: list[URLPattern] = []
