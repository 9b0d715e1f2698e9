"""Names of prepared views: which of its columns a view was prepared with can be read from its name."""

from __future__ import annotations

from collections.abc import Iterable

from trigpoint.language.case_view import CaseView


def everything(view: type[CaseView]) -> frozenset[str]:
    """Every column that the view declares."""
    return frozenset(view.columns)


def with_identity(view: type[CaseView], columns: Iterable[str]) -> frozenset[str]:
    """The columns asked for, and those that every row is known by; columns of no view (`as_at`) left out."""
    asked = {*columns, view.key().name, view.child_column().name}
    return frozenset(asked & set(view.columns))


def stem(view: type[CaseView], columns: frozenset[str]) -> str:
    """`looked_after_child-1f3`: the view's name and, in hexadecimal, a bit for each column in declared order."""
    bits = sum(1 << place for place, name in enumerate(view.columns) if name in columns)
    return f"{view.name}-{bits:x}"


def serves(view: type[CaseView], name: str, columns: frozenset[str]) -> bool:
    """Whether a view prepared under a name holds at least these columns."""
    held, _, bits = name.partition("-")
    try:
        return held == view.name and _missing(view, int(bits, 16), columns) == 0
    except ValueError:
        return False


def _missing(view: type[CaseView], bits: int, columns: frozenset[str]) -> int:
    wanted = int(stem(view, columns).partition("-")[2], 16)
    return wanted & ~bits
