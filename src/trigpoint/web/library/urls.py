"""Addresses of this application."""

from django.urls import URLPattern

PAGES: list[URLPattern] = []
