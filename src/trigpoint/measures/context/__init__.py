"""Measures of the domain context."""
