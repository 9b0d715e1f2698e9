"""Measures of the domain youth justice."""
