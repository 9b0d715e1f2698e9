"""The columns of supplied aggregates: what each holds, in the words that the template prints, and how it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pyarrow as pa

NUMBER = pa.decimal128(28, 10)
LARGEST = Decimal(10) ** 15
"""Numbers of this size and above are slips of the hand."""

EXAMPLE = "EXAMPLE: delete this row"
"""What stands as the area of the row that shows how a template is filled in."""


@dataclass(frozen=True)
class Column:
    """A column by its heading. `needed` in every row; `kind` says how its cells are read."""

    name: str
    kind: pa.DataType
    width: int
    says: str
    needed: bool = False


_TEXT, _DAY = pa.string(), pa.date32()

COLUMNS: tuple[Column, ...] = (
    Column("measure", _TEXT, 40, "Id of the measure. Choose it from the list.", needed=True),
    Column(
        "variant",
        _TEXT,
        40,
        "key=value, several joined by a semicolon. Leave it empty for the usual form of the figure.",
    ),
    Column(
        "area",
        _TEXT,
        26,
        "The authority as its records are loaded. It may be left empty when figures are for a store of one authority.",
    ),
    Column("period_type", _TEXT, 16, "Kind of period. Choose it from the list.", needed=True),
    Column("period_start", _DAY, 13, "First day of the period. It may be left empty: it follows from the other two."),
    Column("period_end", _DAY, 13, "Last day of the period; for a snapshot, the day itself.", needed=True),
    Column("breakdown", _TEXT, 14, "What the figure is split by, such as sex. Leave it empty for the total."),
    Column("group", _TEXT, 22, "One value of the breakdown, such as F. Leave it empty for the total."),
    Column("numerator", NUMBER, 13, "What was counted or summed. The notes say what it is for each measure."),
    Column("denominator", NUMBER, 13, "Out of how many, or the population. A count has none."),
    Column(
        "value",
        NUMBER,
        13,
        "The figure itself, 36.5 for 36.5%. It may be left empty when numerator and denominator are given. Where "
        "there is no figure write suppressed, not collected, not applicable, not yet known or no cases.",
    ),
    Column("unit", _TEXT, 16, "May be left empty. When given it must be the unit of the measure."),
    Column("source", _TEXT, 44, "Where the figure comes from: publication and table, or system.", needed=True),
    Column("published_on", _DAY, 13, "Day on which it was published or handed over.", needed=True),
    Column(
        "lag_months",
        pa.int32(),
        12,
        "Months from the end of the period to publication. It may be left empty: it follows.",
    ),
    Column("note", _TEXT, 44, "Anything a reader must know. May be left empty."),
)

NAMES = tuple(column.name for column in COLUMNS)
NEEDED = tuple(column.name for column in COLUMNS if column.needed)
NUMBERS = ("numerator", "denominator", "value")
DAYS = ("period_start", "period_end", "published_on")

_FIELDS: list[pa.Field[Any]] = [pa.field(column.name, column.kind) for column in COLUMNS]
SCHEMA = pa.schema([*_FIELDS, pa.field("reason", pa.string())])
"""An entry of kind `supplied`: the columns, and why a row has no value (empty when it has one)."""
