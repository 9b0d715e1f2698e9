"""Measures of the domain care leavers."""
