"""Measures of the domain health."""
