"""The workbook that a supplier fills in: a sheet of rows with lists to choose from, and notes that explain each."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.language.period import Period, PeriodType, last_day, month_of
from trigpoint.language.reading import AnyMeasure, combinations, reading
from trigpoint.language.supplied import SuppliedMeasure
from trigpoint.sources.aggregates.columns import COLUMNS, DAYS, EXAMPLE, NAMES, NUMBERS
from trigpoint.sources.aggregates.notes import Note, notes
from trigpoint.sources.aggregates.workbook import SHEET
from trigpoint.sources.aggregates.write import cells

ROWS = 2_000
"""Rows below the headings that have lists to choose from."""

_GREY = {"italic": True, "font_color": "#505a5f", "bg_color": "#f3f2f1"}
_LISTS, _NOTES = "Lists", "Notes"
_ALWAYS = datetime(2000, 1, 1, tzinfo=UTC)  # the same template is the same bytes
_EXAMPLE_END = month_of(date(2026, 3, 31))
_MOST = 40
"""Combinations of variants that a list still offers; beyond, each variant alone."""


def template(measures: Sequence[AnyMeasure], title: str, path: Path, rows: pa.Table | None = None) -> None:
    """Write a workbook for some measures; with `rows`, filled in with them in the place of the example.

    Raises OSError when it cannot be written.
    """
    import xlsxwriter  # noqa: PLC0415 - who reads writes no workbook, and is a process of its own

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": f"Trigpoint: {title}", "created": _ALWAYS.replace(tzinfo=None)})
    sheet, told, lists = (book.add_worksheet(name) for name in (SHEET, _NOTES, _LISTS))
    look = _Look.of(book, {})
    _headings(sheet, look)
    filled, style = ([example(measures[0])], _Look.of(book, _GREY)) if rows is None else (cells(rows), look)
    for number, row in enumerate(filled, start=1):
        _row(sheet, number, row, style)
    _choices(book, sheet, lists, {m.id: variant_names(m) for m in measures}, _kinds(measures))
    _notes(told, look, notes(measures, title))
    lists.hide()
    book.close()
    path.write_bytes(made.getvalue())


def variant_names(measure: AnyMeasure) -> list[str]:
    """Variants a template offers: every combination of a supplied measure's, each alone where there are too many."""
    alone = [f"{key}={v}" for key, values in measure.variants.items() for v, clauses in values.items() if clauses]
    if not isinstance(measure, SuppliedMeasure):
        return alone
    every = combinations(measure)[1:]
    return every if len(every) <= _MOST else alone


def example(measure: AnyMeasure) -> list[object]:
    """A row that shows how a template is filled in, and is refused if it is left in."""
    kind = measure.periods[0]
    now = reading(measure, "", kind)
    period = Period(kind, _EXAMPLE_END)
    numbers: dict[str, object] = {"value": Decimal(12)}
    if now.categories:
        numbers = {"value": now.categories[0]}
    elif now.divided:
        numbers = {"numerator": Decimal(12), "denominator": Decimal(48), "value": Decimal(12 * now.times) / 48}
    said = {
        "measure": measure.id,
        "area": EXAMPLE,
        "period_type": str(kind),
        "period_start": period.start,
        "period_end": period.end,
        **numbers,
        "unit": now.unit,
        "source": "Publication and table",
        "published_on": last_day(_EXAMPLE_END + 3),
        "lag_months": 3,
    }
    return [said.get(name) for name in NAMES]


@dataclass(frozen=True)
class _Look:
    """The formats of the workbook, by what a cell holds."""

    head: Any
    wrapped: Any
    text: Any
    day: Any
    number: Any

    @classmethod
    def of(cls, book: Any, shade: Mapping[str, object]) -> _Look:
        return cls(
            book.add_format({"bold": True, "bottom": 2, "bg_color": "#0b0c0c", "font_color": "#ffffff"}),
            book.add_format({"text_wrap": True, "valign": "top"}),
            book.add_format({**shade}),
            book.add_format({"num_format": "dd/mm/yyyy", **shade}),
            book.add_format({"num_format": "General", **shade}),
        )


def _headings(sheet: Any, look: _Look) -> None:
    for place, column in enumerate(COLUMNS):
        kind = look.day if column.name in DAYS else look.number if column.name in NUMBERS else look.text
        sheet.set_column(place, place, column.width, kind)
        sheet.write_string(0, place, column.name, look.head)
    sheet.freeze_panes(1, 1)


def _row(sheet: Any, number: int, row: Sequence[object], look: _Look) -> None:
    for place, cell in enumerate(row):
        match cell:
            case None:
                sheet.write_blank(number, place, None, look.text)
            case date():
                sheet.write_datetime(number, place, datetime(cell.year, cell.month, cell.day), look.day)  # noqa: DTZ001
            case Decimal() | int():
                sheet.write_number(number, place, float(cell), look.number)
            case _:
                sheet.write_string(number, place, str(cell), look.text)


def _kinds(measures: Sequence[AnyMeasure]) -> list[str]:
    taken = {kind for m in measures for v in ("", *variant_names(m)) for kind in reading(m, v).periods}
    return [str(kind) for kind in PeriodType if kind in taken]


def _choices(book: Any, sheet: Any, lists: Any, variants: Mapping[str, Sequence[str]], kinds: Sequence[str]) -> None:
    """Lists to choose from; the list of variants is that of the row's measure."""
    lists.write_column(0, 0, list(variants))
    lists.write_column(0, 1, kinds)
    for place, (measure, names) in enumerate(variants.items(), start=2):
        lists.write_column(0, place, names or ["(none: leave empty)"])
        book.define_name(f"v_{measure}", f"={_LISTS}!{_range(place, max(len(names), 1))}")
    stop = {"validate": "list", "error_title": "Not in the list", "error_message": "Choose from the list."}
    advice = {"error_type": "information", "error_message": "The list has each variant; join several by a semicolon."}
    sheet.data_validation(1, 0, ROWS, 0, {**stop, "source": f"={_LISTS}!{_range(0, len(variants))}"})
    sheet.data_validation(1, 1, ROWS, 1, {**stop, **advice, "source": '=INDIRECT("v_"&$A2)'})
    sheet.data_validation(1, 3, ROWS, 3, {**stop, "source": f"={_LISTS}!{_range(1, len(kinds))}"})
    for name in DAYS:
        place = NAMES.index(name)
        limits = {"validate": "date", "criteria": "between", "minimum": date(1990, 1, 1), "maximum": date(2100, 12, 31)}
        sheet.data_validation(1, place, ROWS, place, {**limits, "error_message": "Give a day, such as 31/03/2026."})


def _range(place: int, count: int) -> str:
    from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415 - as `template`

    letters = xl_col_to_name(place)
    return f"${letters}$1:${letters}${count}"


def _notes(sheet: Any, look: _Look, lines: Sequence[Note]) -> None:
    sheet.set_column(0, 0, 44, look.wrapped)
    sheet.set_column(1, 1, 44, look.wrapped)
    sheet.set_column(2, 2, 90, look.wrapped)
    for number, line in enumerate(lines):
        for place, text in enumerate(line.cells):
            if text:
                sheet.write_string(number, place, text, look.head if line.heading else look.wrapped)
