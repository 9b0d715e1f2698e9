"""Addresses of this part of the month."""

from django.urls import URLPattern

PAGES: list[URLPattern] = []
