"""How many families stand behind a number of children: a few large ones can move a small figure."""

from __future__ import annotations

from collections import Counter

import pyarrow as pa

from trigpoint.figures.rounding import displayed
from trigpoint.language.result import Result


def family_note(rows: pa.Table) -> str:
    """One sentence on the families of the children a list of cases counts; empty where the list names no family.

    `rows` is a list of `cases` by child, with its column `family`.
    """
    if "family" not in rows.column_names:
        return ""
    counted = {str(Result.MET), str(Result.COUNTED)}
    pairs = zip(rows["result"].to_pylist(), rows["family"].to_pylist(), strict=True)
    sizes = Counter(family for result, family in pairs if result in counted)
    children, families = sum(sizes.values()), len(sizes)
    if not children:
        return ""
    large = [size for size in sizes.values() if size > 1]
    said = f"{_some(children, 'child', 'children')} from {_some(families, 'family', 'families')}"
    if not large:
        return f"{said}."
    share = displayed(sum(large), children, 100, 0)
    only = _some(len(large), "family", "families")
    return f"{said}; {sum(large):,} of them ({share}%) come from {only} with more than one."


def _some(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"
