"""Numbers as they are shown: the tidy table, division and rounding once from integers, intervals, disclosure control.

Nothing here knows a measure, a target or a page. May import: language.
"""
