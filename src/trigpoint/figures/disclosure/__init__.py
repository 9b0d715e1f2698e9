"""Disclosure control: what of the tidy table an audience may see, so that nobody can work out a small number.

Every table that is published together is one system of sums. May import: language, and the tidy table beside it.
"""
