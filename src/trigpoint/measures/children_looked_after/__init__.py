"""Measures of the domain children looked after."""
