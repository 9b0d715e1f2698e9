"""Measures of the domain workforce."""
