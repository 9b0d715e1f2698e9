"""Measures of the domain audit & QA."""
