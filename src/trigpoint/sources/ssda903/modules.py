"""The modules of the return as files: names, headings, first years. Their columns are those of the declared form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from trigpoint.records.returns import ReturnColumn, ReturnRow, ssda903

YEARS = range(2018, 2028)
"""Collection years that are known, by the year in which they end."""

RETURN = "return"
"""What an XML file of the return is: every module in one."""

FLAGS = frozenset({"0", "1"})


@dataclass(frozen=True)
class Module:
    """One file of the return; `since` is the first collection year that has it. `in_xml` are its columns there."""

    name: str
    file: str
    since: int
    columns: tuple[ReturnColumn, ...]
    in_xml: tuple[ReturnColumn, ...]
    form: type[ReturnRow]

    @property
    def names(self) -> tuple[str, ...]:
        """Headings in the order of the return."""
        return tuple(column.name for column in self.columns)

    @property
    def own(self) -> frozenset[str]:
        """Headings that tell this module from others."""
        return frozenset(self.names) - {"CHILD", "DOB", "SEX"}


MODULES = {
    form.module: Module(
        form.module,
        form.file_name,
        form.since,
        tuple(column for column in form.columns.values() if column.in_csv),
        tuple(form.columns.values()),
        form,
    )
    for form in ssda903.MODULES
}
"""Every module by its name, in the order of the return."""


@cache
def first_day(year: int) -> date:
    """First day of the collection year that ends in `year`."""
    return date(year - 1, 4, 1)


@cache
def last_day(year: int) -> date:
    """Last day of the collection year that ends in `year`."""
    return date(year, 3, 31)


def collection_year(day: date) -> int:
    """The year in which the collection ends that a day falls into."""
    return day.year + (day >= date(day.year, 4, 1))


def label(year: int) -> str:
    """A collection year as people write it: 2024/25."""
    return f"{year - 1}/{year % 100:02d}"
