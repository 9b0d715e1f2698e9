"""The form in which a record table is declared: one class a table, one typed field a column.

>>> from trigpoint.records import TABLES
>>> TABLES["ssd_person"].key
'pers_person_id'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Literal

import pyarrow as pa

Kind = Literal["text", "date", "datetime", "integer", "scaled", "json"]

_ARROW: dict[str, pa.DataType] = {
    "text": pa.string(),
    "date": pa.date32(),
    "datetime": pa.timestamp("s"),
    "integer": pa.int64(),
    "scaled": pa.int64(),
    "json": pa.string(),
}


@dataclass
class Field:
    """One column of a record table.

    `kind` says how the column is written and stored. A `scaled` column is written as a decimal number and
    stored as a whole number of `1/per` parts, because sums of floats differ between engines. A `json` column is
    not stored: each of its `unpacks` keys becomes a text column of its own, named `<column without _json>_<key>`, or
    `<column>_<key>` where the table has a column of that name already.
    `codes` names the code set (`trigpoint.records.codes`) its values come from.
    """

    kind: Kind
    key: bool = False
    required: bool = False
    per: int = 1
    codes: str = ""
    unpacks: tuple[str, ...] = ()
    note: str = ""
    name: str = ""
    table: str = ""
    taken: frozenset[str] = frozenset()

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @property
    def stored(self) -> tuple[str, ...]:
        """Names of the columns this field becomes in the store."""
        if self.kind != "json":
            return (self.name,)
        stem = self.name.removesuffix("_json")
        names = ((f"{stem}_{key.lower()}", f"{self.name}_{key.lower()}") for key in self.unpacks)
        return tuple(longer if short in self.taken else short for short, longer in names)

    @property
    def arrow(self) -> pa.DataType:
        """Arrow type of the stored column."""
        return _ARROW[self.kind]


def text(*, key: bool = False, required: bool = False, codes: str = "", note: str = "") -> Field:
    """A text column; `codes` names its code set."""
    return Field("text", key=key, required=required or key, codes=codes, note=note)


def date(*, required: bool = False, note: str = "") -> Field:
    """A day. A time of day in the input is cut off: measures compare days (definitions C1)."""
    return Field("date", required=required, note=note)


def moment(*, required: bool = False, note: str = "") -> Field:
    """A day with its time of day, to the second, Europe/London as recorded."""
    return Field("datetime", required=required, note=note)


def integer(*, required: bool = False, note: str = "") -> Field:
    """A whole number."""
    return Field("integer", required=required, note=note)


def scaled(per: int, *, required: bool = False, note: str = "") -> Field:
    """A decimal number stored as whole `1/per` parts: `scaled(100)` keeps 0.5 as 50."""
    return Field("scaled", per=per, required=required, note=note)


def json(*keys: str, note: str = "") -> Field:
    """JSON text, unpacked into one text column a key when it is loaded."""
    return Field("json", unpacks=keys, note=note)


TABLES: dict[str, type[Table]] = {}
"""Every declared table by its name, in the order of declaration."""


class Table:
    """Base of every record table: a subclass's name in snake case with its prefix is the table's name."""

    prefix: ClassVar[str] = ""
    name: ClassVar[str]
    key: ClassVar[str]
    fields: ClassVar[dict[str, Field]]

    def __init_subclass__(cls, name: str = "", **rest: Any) -> None:
        super().__init_subclass__(**rest)
        cls.fields = {k: v for k, v in vars(cls).items() if isinstance(v, Field)}
        if not cls.fields:
            return
        for field in cls.fields.values():
            field.taken = frozenset(cls.fields)
        words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()
        cls.name = name or cls.prefix + words
        cls.key = next((f.name for f in cls.fields.values() if f.key), "")
        if cls.name in TABLES:
            raise ValueError(f"{cls.name} is declared twice: give one of the classes another name.")
        for field in cls.fields.values():
            field.table = cls.name
        TABLES[cls.name] = cls

    @classmethod
    @cache
    def schema(cls) -> pa.Schema:
        """Arrow schema of the stored table: `authority` first, then every stored column."""
        columns: list[pa.Field[Any]] = [pa.field("authority", pa.string())]
        for field in cls.fields.values():
            columns += [pa.field(stored, field.arrow) for stored in field.stored]
        return pa.schema(columns)
