"""Measures of the domain front door."""
