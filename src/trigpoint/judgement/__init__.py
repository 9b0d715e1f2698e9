"""Judgements: where a printed figure stands against dated targets and tolerances, and which way it moves.

Nothing here calculates a figure or knows a page. May import: figures (and language).
"""
