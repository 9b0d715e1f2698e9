"""Tables of invented records as files: CSV with the JSON text of the standard, or Parquet with it unpacked."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from trigpoint.records import TABLES, Field
from trigpoint.synthetic.columns import Column, Frame, pc, rows

Form = Literal["csv", "parquet"]

pacsv: Any = pyarrow.csv
pq: Any = pyarrow.parquet


def write_table(name: str, frame: Frame, folder: Path, form: Form) -> None:
    """One record table into the folder, every declared column in its order; what the frame lacks is empty."""
    size = rows(frame)
    unknown = frame.keys() - {s for f in TABLES[name].fields.values() for s in f.stored}
    if unknown:
        raise ValueError(f"{name} has no column {', '.join(sorted(unknown))}: name it as the record model does.")
    columns: dict[str, Any] = {}
    for field in TABLES[name].fields.values():
        if field.kind == "json" and form == "csv":
            columns[field.name] = _json(field, frame, size)
            continue
        for stored in field.stored:
            columns[stored] = _stored(field, frame.get(stored), size)
    if form == "csv":
        _write_csv(pa.table(columns), folder / f"{name}.csv")
        return
    data = pa.table(columns)
    # keys and links hardly repeat: a dictionary of them costs time and saves nothing
    words = [c for c in data.column_names if c not in frame or frame[c].kind not in {"id", "upn"}]
    pq.write_table(data, folder / f"{name}.parquet", compression="zstd", use_dictionary=words)


def _stored(field: Field, column: Column | None, size: int) -> Any:
    if column is None:
        kind: Any = field.arrow
        return pa.nulls(size, kind)
    if field.kind != "scaled":
        return column.arrow()
    places = len(str(field.per)) - 1
    share = pa.scalar(Decimal(1).scaleb(-places), pa.decimal128(places + 1, places))
    return pc.multiply(column.arrow().cast(pa.decimal128(19, 0)), share)


def _json(field: Field, frame: Frame, size: int) -> Any:
    """One JSON object a row, null where a key has no value; factors are a list, as the standard has them."""
    given = [(key, frame[s]) for key, s in zip(field.unpacks, field.stored, strict=True) if s in frame]
    if not given:
        return pa.nulls(size, pa.string())
    if field.unpacks == ("FACTORS",):
        quoted = pc.replace_substring(given[0][1].arrow(), ";", '", "')
        return pc.binary_join_element_wise('["', quoted, '"]', "")
    parts: list[Any] = []
    for place, (key, column) in enumerate(given):
        said = pc.binary_join_element_wise('"', column.arrow(), '"', "")
        parts += [("{" if place == 0 else ", ") + f'"{key}": ', pc.fill_null(said, "null")]
    return pc.binary_join_element_wise(*parts, "}", "")


def _write_csv(data: pa.Table, path: Path) -> None:
    shown = data
    for place, column in enumerate(data.columns):
        if pa.types.is_timestamp(column.type):
            shown = shown.set_column(place, data.column_names[place], pc.strftime(column, format="%Y-%m-%dT%H:%M:%S"))
    quoted = any(
        pa.types.is_string(c.type) and pc.any(pc.match_substring_regex(c, '[",\r\n]')).as_py() for c in shown.columns
    )
    pacsv.write_csv(
        shown, path, pacsv.WriteOptions(quoting_style="needed" if quoted else "none", quoting_header="none")
    )
