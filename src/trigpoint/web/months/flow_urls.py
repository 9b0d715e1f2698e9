"""Addresses of loading, freezing, calculating and publishing."""

from django.urls import URLPattern

PAGES: list[URLPattern] = []
