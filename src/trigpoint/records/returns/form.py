"""The form in which a statutory return is declared: one class a module, one typed column an item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal

if TYPE_CHECKING:
    from trigpoint.records.returns.collection import ChildReturn, Collection

ItemKind = Literal["id", "text", "code", "flag", "number", "past", "due", "birth"]

DATES = frozenset({"past", "due", "birth"})


@dataclass
class ReturnColumn:
    """A column of a return: its kind, its code set where it holds codes, the collection years that have it.

    `in_csv` is false for what XML alone holds. A `past` date cannot lie after the collection year; a `due` date and a
    birth can. A flag is 0 or 1.
    """

    kind: ItemKind
    codes: str = ""
    since: int = 0
    until: int = 9999
    in_csv: bool = True
    name: str = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @property
    def is_date(self) -> bool:
        """Whether the cells are dates."""
        return self.kind in DATES

    @property
    def is_coded(self) -> bool:
        """Whether the cells are codes, which are compared in upper case."""
        return self.kind in {"code", "flag"}

    def holds_in(self, year: int) -> bool:
        """Whether the collection year that ends in `year` has the column."""
        return self.since <= year <= self.until


def ident() -> Any:
    """The id by which the rows of a child are joined."""
    return ReturnColumn("id")


def text() -> Any:
    """Free text, or a code of no fixed set such as a postcode."""
    return ReturnColumn("text")


def code(codes: str, *, since: int = 0, until: int = 9999) -> Any:
    """A code of a code set of `trigpoint.records.codes`."""
    return ReturnColumn("code", codes, since, until)


def flag(*, in_csv: bool = True) -> Any:
    """0 or 1, kept as the text that was given."""
    return ReturnColumn("flag", in_csv=in_csv)


def number() -> Any:
    """A whole number."""
    return ReturnColumn("number")


def past() -> Any:
    """A day that has come when the return is made."""
    return ReturnColumn("past")


def due() -> Any:
    """A day that may lie ahead."""
    return ReturnColumn("due")


def birth() -> Any:
    """A date of birth, which may be expected."""
    return ReturnColumn("birth")


class ReturnRow:
    """Base of the modules. A subclass lists its columns as class attributes; a row holds their values.

    A blank or unreadable cell is None; `unreadable` tells them apart. `row` is the number of the row (in XML the line)
    as the person sees it, None for a row made from records; `place` its order in the module. `within` is the row
    that a nested row lies in; `lies_in` names its module.
    """

    module: ClassVar[str]
    file_name: ClassVar[str]
    since: ClassVar[int]
    lies_in: ClassVar[str]
    columns: ClassVar[dict[str, ReturnColumn]]

    child: ChildReturn
    within: ReturnRow | None = None
    file: str = ""
    row: int | None = None
    place: int = 0
    given: Mapping[str, str] = {}

    def __init_subclass__(cls, *, file: str = "", since: int = 0, lies_in: str = "", **rest: Any) -> None:
        super().__init_subclass__(**rest)
        cls.columns = {k: v for k, v in vars(cls).items() if isinstance(v, ReturnColumn)}
        cls.module, cls.file_name, cls.since, cls.lies_in = cls.__name__, file, since, lies_in

    @property
    def collection(self) -> Collection:
        """The return that the row stands in."""
        return self.child.collection

    def unreadable(self, column: str) -> bool:
        """Whether the cell holds something that is no value of its kind."""
        return column in self.given

    def filled(self, column: str) -> bool:
        """Whether the cell holds anything, readable or not."""
        return getattr(self, column) is not None or column in self.given

    def said(self, column: str) -> str:
        """The cell as text: a date as 31/12/2024, a blank one as nothing."""
        value = self.given.get(column, getattr(self, column))
        if value is None:
            return ""
        return _written(value) if isinstance(value, date) else str(value)


@lru_cache(maxsize=20_000)
def _written(day: date) -> str:
    return f"{day:%d/%m/}{day.year:04d}"
