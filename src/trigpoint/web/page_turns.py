"""Pages of a long list: the one that an address asks for, and those to turn to."""

from __future__ import annotations


def page_asked(asked: str) -> int:
    """The page that an address asks for; the first where it asks for none that there could be."""
    return int(asked) if asked.isdecimal() and 0 < len(asked) < 7 else 1


def near(page: int, pages: int) -> list[int]:
    """The pages to turn to: the first, the last, and those beside this one; none where there is one only."""
    found = {1, pages, *range(page - 2, page + 3)}
    return sorted(number for number in found if 1 <= number <= pages) if pages > 1 else []
