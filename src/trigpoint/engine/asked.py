"""Asks the same rows for one breakdown after the other: Ibis takes longer to write a query than DuckDB to answer it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa
from ibis.backends import BaseBackend

_GROUPED = "rows_to_group"
_WORTH_KEEPING = 3  # from this question on, the rows are worked out once and kept


@dataclass(frozen=True)
class Question:
    """Rows that are counted by one breakdown after the other; `key` tells them from all others of a connection."""

    key: tuple[object, ...]
    rows: Callable[[], ir.Table]
    counted: Callable[[ir.Table, Sequence[str]], ir.Table]


@dataclass
class _Written:
    """A question in SQL: its rows, and what is counted by so many groups. `kept` names the table of rows kept.

    It holds no expression: one knows its connection, which would then never be let go.
    """

    rows: str
    schema: ibis.Schema
    counted: dict[int, str] = field(default_factory=dict)
    times: int = 0
    kept: str = ""


def _remembered(con: BaseBackend) -> dict[tuple[object, ...], _Written]:
    """What was asked of a connection; it stands on the connection itself, for Ibis takes like ones for equal."""
    found: dict[tuple[object, ...], _Written] = vars(con).setdefault("questions_asked", {})
    return found


def asked(con: BaseBackend, question: Question, by: Sequence[str]) -> pa.Table:
    """The counts of a question by some of the columns of its rows; on DuckDB it is put into SQL only once."""
    if con.name != "duckdb":
        return question.counted(question.rows(), by).to_pyarrow()
    known = _remembered(con)
    if question.key not in known:
        rows = question.rows()
        known[question.key] = _Written(con.compile(rows), rows.schema())
    written, places = known[question.key], [f"by_{place}" for place, _ in enumerate(by)]
    if len(by) not in written.counted:
        written.counted[len(by)] = con.compile(question.counted(_grouped(con, written.schema, places), places))
    _keep(con, written)
    source = f'"{written.kept}"' if written.kept else f"({written.rows})"
    groups = "".join(f', "{name}" AS "{place}"' for place, name in zip(places, by, strict=True))
    con.raw_sql(f'CREATE OR REPLACE TEMPORARY VIEW "{_GROUPED}" AS SELECT *{groups} FROM {source}')
    found = con.raw_sql(written.counted[len(by)]).to_arrow_table()
    named = dict(zip(places, by, strict=True))
    return found.rename_columns([named.get(name, name) for name in found.column_names])


def forget(con: BaseBackend) -> None:
    """Drop the rows that are kept; what is written stays."""
    for written in _remembered(con).values():
        if written.kept:
            con.raw_sql(f'DROP TABLE "{written.kept}"')
        written.kept, written.times = "", 0


def _grouped(con: BaseBackend, schema: ibis.Schema, places: Sequence[str]) -> ir.Table:
    """The rows with columns that stand for whatever they are counted by."""
    columns = {**schema, **dict.fromkeys(places, "string")}
    return ops.DatabaseTable(_GROUPED, schema=columns, source=con).to_expr()


def _keep(con: BaseBackend, written: _Written) -> None:
    written.times += 1
    if written.times >= _WORTH_KEEPING and not written.kept:
        kept = f"rows_kept_{id(written)}"
        con.raw_sql(f'CREATE TEMPORARY TABLE "{kept}" AS {written.rows}')
        written.kept = kept
