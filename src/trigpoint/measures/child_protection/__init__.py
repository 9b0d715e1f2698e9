"""Measures of the domain child protection."""
