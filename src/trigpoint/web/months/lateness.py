"""How late a thing is, in words."""

from __future__ import annotations


def late_words(days: int) -> str:
    """How many days it is past its day; empty before that.

    >>> late_words(-1), late_words(0), late_words(1), late_words(12)
    ('', 'due today', '1 day late', '12 days late')
    """
    if days < 0:
        return ""
    return "due today" if days == 0 else f"{days} day{'' if days == 1 else 's'} late"
