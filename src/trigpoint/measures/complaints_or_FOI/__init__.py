"""Measures of the domain complaints/FOI."""
