"""Small invented files in the layout of the published ones, written for a test."""

from pathlib import Path
from zipfile import ZipFile

import pyarrow as pa
import pyarrow.parquet as pq

Cell = str | float


def long_table(path: Path, rows: list[tuple[str, str, str, str, float, str]]) -> Path:
    """Write rows of (short name, year, area, value, number, region) as the tool's long table."""
    names = ["Short Desc", "Years", "LA and Regions", "Values", "LA Number", "Region"]
    columns = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    pq.write_table(pa.table({**columns, "Data item": [None] * len(rows)}), path)
    return path


def neighbours_workbook(path: Path, rows: list[list[Cell]]) -> Path:
    """Write a workbook of one sheet, with inline text."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="LA SN Groups" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{''.join(map(_row, rows))}</sheetData></worksheet>",
    }
    with ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def _relation(kind: str, target: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
        "</Relationships>"
    )


def _row(cells: list[Cell]) -> str:
    return f"<row>{''.join(map(_cell, cells))}</row>"


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
    return f"<c><v>{value}</v></c>"


TIDY = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
    "old_la_code,la_name,new_la_code,sex,need,child_count,child_percent"
)
ENGLAND = "E92000001,England,,,,,"
REGION = "E92000001,England,E12000005,West Midlands,,,"
BIRMINGHAM = "E92000001,England,E12000005,West Midlands,330,Birmingham,E08000025"
COVENTRY = "E92000001,England,E12000005,West Midlands,331,Coventry,E08000026"


def tidy_row(level: str, area: str, cells: str, year: str = "2025", kind: str = "Reporting year") -> str:
    """One line of a statistics file; `cells` are its filters and indicators."""
    return f"{year},{kind},{level},{area},{cells}"


TIDY_ROWS = (
    tidy_row("National", ENGLAND, "Total,Any,1000,10.5"),
    tidy_row("National", ENGLAND, "Girls,Any,400,9.5"),
    tidy_row("Regional", REGION, "Total,Any,100,11.5"),
    tidy_row("Local authority", BIRMINGHAM, "Total,Any,60,12.5"),
    tidy_row("Local authority", BIRMINGHAM, "Girls,Any,c,c"),
    tidy_row("Local authority", COVENTRY, "Total,Any,low,low"),
    tidy_row("Local authority district", COVENTRY, "Total,Any,7,7"),
)

MAPPING = """
[[file]]
title = "Invented statistics"

[[file.series]]
measure = "rereferrals_12m_pct"
indicator = "child_percent"
filters = { sex = "Total", need = "Any" }
covers = "financial_year"
unit = "%"
decimals = 1

[[file.series]]
measure = "referrals_received"
indicator = "child_count"
filters = { sex = "Girls" }
covers = "financial_year"
because = "The published figures count girls; this page counts every child."
"""


def tidy_file(path: Path, rows: tuple[str, ...] = TIDY_ROWS, header: str = TIDY) -> Path:
    """Write a statistics file with a byte order mark, as the publisher does."""
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8-sig")
    return path


def mapping_file(path: Path, text: str = MAPPING) -> Path:
    """Write a mapping."""
    path.write_text(text, encoding="utf-8")
    return path


def neighbour_lines(number: int = 330, first: int = 400) -> list[str]:
    """The published CSV of neighbours with one authority."""
    head = ["old_la_code", "la_name", "region_ind", "region_name"]
    head += [name for rank in range(1, 11) for name in (f"SN_{rank}", f"SN_{rank}P")]
    row = [str(number), "Ashmere", "3", "London"]
    row += [cell for rank in range(1, 11) for cell in (str(first + rank), "Very close ")]
    return [",".join(head), ",".join(row)]
