"""The record tables and their columns."""

from __future__ import annotations

from collections.abc import Iterator

from _generate.markdown import code, page, table
from trigpoint.records import TABLES
from trigpoint.records.table import Field, Table


def pages() -> Iterator[tuple[str, str]]:
    """Path below `docs/` and text."""
    standard = [t for t in TABLES.values() if t.name.startswith("ssd_")]
    own = [t for t in TABLES.values() if not t.name.startswith("ssd_")]
    lines = [
        "# Record tables",
        "",
        f"A store holds {len(standard)} tables of the Standard Safeguarding Dataset (SSD) and {len(own)} `ext_` tables "
        "for what the SSD has no place for. An extract is a folder of CSV or Parquet files, one a table, each named "
        "by its table (`ssd_person.csv`). Every table may be left out: measures that need it then say "
        '"not collected". So do measures that need a column which the file of its table does not have; a column that '
        "is there and empty says that nothing of the kind is recorded.",
        "",
        "Every stored table begins with the column `authority`, taken from the folder's name or `--authority`.",
        "",
        *_kinds(),
        "## Standard Safeguarding Dataset",
        "",
    ]
    for each in standard:
        lines += _table(each)
    lines += ["## Extension tables", ""]
    for each in own:
        lines += _table(each)
    yield "records.md", page(*lines)


def _kinds() -> list[str]:
    rows = [
        ("text", "words or a code, as written"),
        ("date", "a day, written `2026-10-31`; a time of day is cut off"),
        ("datetime", "a day with its time, to the second"),
        ("integer", "a whole number"),
        ("scaled", "a decimal number, stored as a whole number of parts"),
        ("json", "JSON text, unpacked into one text column a key"),
    ]
    return ["## Kinds of column", "", *table(["Kind", "Meaning"], rows)]


def _table(declared: type[Table]) -> list[str]:
    about = " ".join((declared.__doc__ or "").split())
    rows = [(f"`{f.name}`", _kind(f), _must(f), _more(f)) for f in declared.fields.values()]
    return [f"### {declared.name}", "", about, "", *table(["Column", "Kind", "Must be there", "Notes"], rows)]


def _kind(field: Field) -> str:
    return f"scaled, 1/{field.per}" if field.kind == "scaled" else field.kind


def _must(field: Field) -> str:
    return "yes, key" if field.key else "yes" if field.required else ""


def _more(field: Field) -> str:
    said = [field.note] if field.note else []
    if field.codes:
        said.append(f"codes: {field.codes}")
    if field.kind == "json":
        said.append(f"becomes {code(field.stored)}")
    return "; ".join(said)
