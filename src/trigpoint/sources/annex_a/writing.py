"""Record tables written as the workbook of eleven lists, the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.sources.annex_a import written_in_care, written_in_need
from trigpoint.sources.annex_a.known import Known
from trigpoint.sources.annex_a.lists import CODES, LISTS, AnnexList, ListColumn
from trigpoint.sources.annex_a.rows import Row

FILE = "annex_a.xlsx"
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MOST = 32_767
"""Letters that a cell of Excel holds."""


def _nobody(_: Known) -> Iterator[Row]:
    """Adopters, whom the records do not know."""
    yield from ()


BUILD: Mapping[int, Callable[[Known], Iterable[Row]]] = {
    1: written_in_need.contacts,
    2: written_in_need.early_help,
    3: written_in_need.referrals,
    4: written_in_need.assessments,
    5: written_in_need.enquiries,
    6: written_in_need.needs,
    7: written_in_need.plans,
    8: written_in_care.care,
    9: written_in_care.care_leavers,
    10: written_in_care.adoption,
    11: _nobody,
}


def write(tables: Mapping[str, pa.Table], folder: Path, *, as_at: date) -> list[Path]:
    """Write the lists as they stood on a day and give the file.

    Lists 1, 3 and 5 hold the events of the six months to the day; the others what was open on some day of them, care
    leavers as they are recorded. What came later is not known. List 11 has headings only. Raises OSError.
    """
    import xlsxwriter  # noqa: PLC0415 - who reads writes no workbook, and is a process of its own

    folder.mkdir(parents=True, exist_ok=True)
    known, made = Known(tables, as_at), io.BytesIO()
    book = xlsxwriter.Workbook(made, _OPTIONS)
    book.set_properties({"title": "Annex A", "created": datetime.combine(as_at, time())})
    head, day = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    for number, one in LISTS.items():
        rows = sorted(BUILD[number](known), key=lambda row: (str(row["child"]), str(row)))
        _sheet(book.add_worksheet(one.name), one, rows, head, day)
    book.close()
    path = folder / FILE
    path.write_bytes(made.getvalue())
    return [path]


def _sheet(page: Any, one: AnnexList, rows: Iterable[Row], head: Any, day: Any) -> None:
    page.set_column(0, len(one.columns) - 1, 16)
    for place, column in enumerate(one.columns):
        page.write_string(0, place, column.name, head)
    for down, row in enumerate(rows, 1):
        for place, column in enumerate(one.columns):
            match _cell(row.get(column.key), column):
                case None:
                    pass
                case date() as value:
                    page.write_datetime(down, place, datetime.combine(value, time()), day)
                case int() as value:
                    page.write_number(down, place, value)
                case value:
                    page.write_string(down, place, str(value)[:_MOST])
    page.freeze_panes(1, 1)


def _cell(value: Any, column: ListColumn) -> Any:
    """A value as the format writes it; a code that the format does not know stays as it is."""
    if column.kind != "code" or value is None:
        return value
    return CODES[column.codes].by_code.get(value.strip(), value)
