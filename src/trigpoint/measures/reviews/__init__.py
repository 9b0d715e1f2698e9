"""Measures of the domain reviews."""
