"""Unaccompanied asylum-seeking children over the years that a return is checked against."""

from __future__ import annotations

from trigpoint.quality.care import is_unaccompanied
from trigpoint.records.returns import ChildReturn, Collection


def was_lately_unaccompanied(child: ChildReturn) -> bool:
    """Whether the UASC flag is 1 this year or was in either of the two before, as far as their returns are loaded."""
    return child.remembered(_in_three_years)


def _in_three_years(child: ChildReturn) -> bool:
    collection: Collection | None = child.collection
    for _ in range(3):
        found = collection.children.get(child.key) if collection is not None else None
        if found is not None and is_unaccompanied(found):
            return True
        collection = collection.previous if collection is not None else None
    return False
