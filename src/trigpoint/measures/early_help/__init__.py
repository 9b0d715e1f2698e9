"""Measures of the domain early help."""
