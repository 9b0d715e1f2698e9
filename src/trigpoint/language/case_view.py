"""Case views: the declared columns of each thing that is counted."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from trigpoint.language.column import Column, Date

VIEWS: dict[str, type[CaseView]] = {}
"""Every declared case view by its name."""


class CaseView:
    """Base of the case views. A subclass lists its columns as class attributes.

    An *event* view has one row per thing that happened; a measure is dated by one of its date columns. A *state* view
    (`state=True`) holds what was so at each month's end: a row stands for the months in which nothing in it changed,
    so that it is counted by `dated_by=View.as_at`. `needs` names the record tables without which the view is
    "not collected". Rows `of_workers` are made of all that one worker does: no child's records alone give them.
    """

    name: ClassVar[str]
    state: ClassVar[bool] = False
    of_workers: ClassVar[bool] = False
    needs: ClassVar[tuple[str, ...]]
    columns: ClassVar[dict[str, Column]]
    as_at: ClassVar[Date]

    def __init_subclass__(
        cls, *, needs: tuple[str, ...], state: bool = False, of_workers: bool = False, **rest: Any
    ) -> None:
        super().__init_subclass__(**rest)
        cls.name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()
        cls.state, cls.needs, cls.of_workers = state, needs, of_workers
        inherited = {k: v for base in cls.__mro__[1:] for k, v in vars(base).items() if isinstance(v, Column)}
        own = {k: v for k, v in vars(cls).items() if isinstance(v, Column)}
        cls.columns = {k: v for k, v in (own | inherited).items() if k != "as_at"}
        if state:
            cls.as_at = Date("At the date")
            cls.as_at.__set_name__(cls, "as_at")
        if not {"key", "child"} <= {c.kind for c in cls.columns.values()}:
            raise TypeError(f"{cls.__name__} needs one Key and one Child column, so that every row can be traced.")
        VIEWS[cls.name] = cls

    @classmethod
    def key(cls) -> Column:
        """The column that identifies a row."""
        return next(c for c in cls.columns.values() if c.kind == "key")

    @classmethod
    def child_column(cls) -> Column:
        """The column that holds the child's id."""
        return next(c for c in cls.columns.values() if c.kind == "child")

    @classmethod
    def extras(cls) -> frozenset[str]:
        """Names of the columns that are prepared only when asked for."""
        return frozenset(c.name for c in cls.columns.values() if c.extra)

    @classmethod
    def breakdowns(cls) -> tuple[str, ...]:
        """Names that `--by` takes for this view."""
        return tuple(c.name for c in cls.columns.values() if c.breakdown)
