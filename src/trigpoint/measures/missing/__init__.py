"""Measures of the domain missing."""
