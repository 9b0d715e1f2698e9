"""Measures of the domain adoption & permanence."""
