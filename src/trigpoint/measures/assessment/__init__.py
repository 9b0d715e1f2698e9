"""Measures of the domain assessment."""
