"""Measures of the domain education."""
