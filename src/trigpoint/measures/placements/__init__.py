"""Measures of the domain placements."""
