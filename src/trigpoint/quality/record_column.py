"""Columns that a rule reads of a record: its own values, and what stands around it, each said by how it is found."""

from __future__ import annotations

from trigpoint.language.column import Column, Kind
from trigpoint.records.table import Field

_KINDS: dict[str, Kind] = {"date": "date", "datetime": "date", "integer": "number", "scaled": "number"}


def kind_of(field: Field) -> Kind:
    """The kind of column in which a rule reads a stored column; a moment is read as its day."""
    return _KINDS.get(field.kind, "text")


class Own(Column):
    """A value of the record itself."""

    def __init__(self, field: Field, label: str = "") -> None:
        super().__init__(label, kind=kind_of(field))
        self.field = field


class Via(Column):
    """A value of the record that a link leads to; of several under one id the smallest."""

    def __init__(self, link: Field, read: Field, label: str = "") -> None:
        super().__init__(label, kind=kind_of(read))
        self.link, self.read = link, read


class Lost(Column):
    """1 where the link is filled and leads to no record."""

    def __init__(self, link: Field, label: str = "") -> None:
        super().__init__(label, kind="flag")
        self.link = link


class Followers(Column):
    """How many records of another table lead to this one."""

    def __init__(self, link: Field, label: str = "") -> None:
        super().__init__(label, kind="number")
        self.link = link


class Last(Column):
    """The latest of a date over the records of another table that lead to this one; none while one of them lacks it."""

    def __init__(self, link: Field, read: Field, label: str = "") -> None:
        super().__init__(label, kind="date")
        self.link, self.read = link, read


class After(Column):
    """The day so long after another date of the record (or before, where negative); years as birthdays are counted."""

    def __init__(self, column: Column, label: str = "", *, days: int = 0, years: int = 0) -> None:
        super().__init__(label, kind="date")
        self.column, self.days, self.years = column, days, years


class Uncopied(Column):
    """How many siblings were passed over by a visit that is otherwise recorded for the children together.

    Siblings are the children whose plans came from the same meeting and were open on the day. One is passed over when
    it has no visit within three days of this one, while the two share three visits in four at least, and six or more.
    """

    def __init__(self, label: str = "") -> None:
        super().__init__(label, kind="number")
