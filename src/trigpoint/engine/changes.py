"""What differs between two snapshots, record by record: appeared, vanished, or changed and in which columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from trigpoint.engine.backends import Backend
from trigpoint.records import TABLES
from trigpoint.records.numbering import child_columns

_NAMES: list[pa.Field[pa.DataType]] = [
    pa.field(name, pa.string()) for name in ("authority", "table", "record", "child", "change", "columns")
]
SCHEMA = pa.schema(_NAMES)
"""`change` is appeared, vanished or changed; `columns` names those whose content changed, separated by commas."""

Files = Mapping[str, Sequence[Path]]

_KEYS = ("authority", "record", "turn")


def changed_tables(before: Files, after: Files) -> list[str]:
    """Record tables that stand in either snapshot, in the order of the record model."""
    return [name for name in TABLES if before.get(name) or after.get(name)]


def changes(backend: Backend, table: str, before: Files, after: Files) -> pa.Table:
    """The records of one table that differ. A table without a key is compared by whole rows: they come or go.

    Records that share an id are compared in the order of their content, so that a copy more is one that appeared.
    """
    old, new = (_read(backend, table, files, side) for files, side in ((before, "old"), (after, "new")))
    content = [name for field in TABLES[table].fields.values() for name in field.stored]
    old = old.rename({f"{name}_old": name for name in old.columns})
    pairs = old.outer_join(new, [old[f"{key}_old"] == new[key] for key in _KEYS])
    differing = {name: ~pairs[f"{name}_old"].identical_to(pairs[name]) for name in content}
    said = ibis.literal("")
    for name, differs in differing.items():
        said = said + ibis.ifelse(differs, f"{name}, ", "")
    is_new, is_gone = pairs["record_old"].isnull(), pairs["record"].isnull()
    found = pairs.mutate(
        change=ibis.cases((is_new, "appeared"), (is_gone, "vanished"), else_="changed"),
        columns=ibis.ifelse(is_new | is_gone, ibis.literal(""), said.re_replace(", $", "")),
        _authority=ibis.coalesce(pairs["authority"], pairs["authority_old"]),
        _record=ibis.coalesce(pairs["record"], pairs["record_old"]),
        _child=ibis.coalesce(pairs["child"], pairs["child_old"]),
    )
    found = found.filter((found["change"] != "changed") | (found["columns"] != ""))
    result = found.select(
        authority="_authority",
        table=ibis.literal(table),
        record="_record",
        child="_child",
        change="change",
        columns="columns",
    )
    return result.order_by("authority", "record", "change").to_pyarrow().cast(SCHEMA)


def _read(backend: Backend, table: str, files: Files, side: str) -> ir.Table:
    """The table with its columns as text, `record`, `child`, and `turn` that tells records of one id apart."""
    content = [name for field in TABLES[table].fields.values() for name in field.stored]
    paths = files.get(table)
    if paths:
        raw = backend.read(paths, f"changes_{side}_{table}")
    else:
        raw = backend.hold(TABLES[table].schema().empty_table(), f"changes_{side}_{table}")
    texts = {name: raw[name].cast("string") for name in content}
    given = raw.select(authority=raw.authority, **texts)
    key, children = TABLES[table].key, child_columns(table)
    whole = ibis.literal("|").join([given[name].fill_null("") for name in content])
    given = given.mutate(
        record=given[key].fill_null("") if key else whole,
        child=given[children[0]] if children else ibis.null("string"),
        _whole=whole,
    )
    order = ibis.window(group_by=["authority", "record"], order_by="_whole")
    return given.mutate(turn=ibis.row_number().over(order)).drop("_whole")
