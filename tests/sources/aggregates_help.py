"""Supplied rows as tests write them, and workbooks that are not what they seem."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.language.period import Period, PeriodType, month_of
from trigpoint.language.reading import AnyMeasure, Reading, reading
from trigpoint.sources.aggregates import SCHEMA

GOOD = {
    "measure": "yj_reoffending_pct",
    "variant": "",
    "area": "Borderfield",
    "period_type": "rolling12",
    "period_start": "2016-07-01",
    "period_end": "2017-06-30",
    "breakdown": "",
    "group": "",
    "numerator": "395",
    "denominator": "1082",
    "value": "36.5",
    "unit": "%",
    "source": "Proven reoffending table 3",
    "published_on": "2019-04-25",
    "lag_months": "22",
    "note": "",
}
_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="Figures">{rows}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)


def csv_file(folder: Path, *rows: Mapping[str, str], name: str = "moj.csv") -> Path:
    """A CSV file with the headings of the first row."""
    lines = [",".join(rows[0]), *(",".join(row.values()) for row in rows)]
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def ods_file(path: Path, rows: list[list[str]], more: str = "") -> Path:
    """An OpenDocument spreadsheet of text cells; `more` is laid below as it is."""

    def cell(text: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'

    laid = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    parts = {"mimetype": kind, "content.xml": _ODS.format(rows=laid + more), "META-INF/manifest.xml": manifest}
    path.write_bytes(zipped({name: text.encode() for name, text in parts.items()}))
    return path


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip archive of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def figure(
    measure: AnyMeasure, variant: str, kind: PeriodType, place: int, area: str = "Borderfield"
) -> dict[str, Any]:
    """A good row for any measure, variant and period type; its numbers differ with `place`."""
    now = reading(measure, variant, kind)
    period = Period(kind, month_of(date(2025, 3, 31)))
    row = dict.fromkeys(SCHEMA.names, "") | {
        "measure": measure.id,
        "variant": variant,
        "area": area,
        "period_type": str(kind),
        "period_start": period.start,
        "period_end": period.end,
        "unit": now.unit,
        "source": "A publication",
        "published_on": date(2025, 9, 30),
        "lag_months": 6,
    }
    return row | numbers(now, place)


def numbers(now: Reading, place: int) -> dict[str, Any]:
    """Numerator, denominator and value that agree."""
    part, whole = Decimal(place % 97 + 3), Decimal(128)
    found: dict[str, Any] = {"numerator": part, "denominator": whole, "value": part * now.times / whole}
    if now.form == "distribution":
        return {**found, "breakdown": "category", "group": (now.categories or ("Other",))[0]}
    if not now.divided:
        return {"numerator": part if now.form == "count" else None, "denominator": None, "value": part}
    return found


def table(rows: list[dict[str, Any]]) -> pa.Table:
    """Rows as `read` gives them."""
    return pa.Table.from_pylist(rows, schema=SCHEMA)
