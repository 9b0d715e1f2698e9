"""Builds `cases.RequiredField`."""

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import month_of
from trigpoint.engine.records import Records, as_flag, present
from trigpoint.records import TABLES
from trigpoint.records.codes import CODE_SETS
from trigpoint.records.required import ANSWERS, REQUIRED, YES_NO


def build(records: Records) -> ir.Table:
    """One row per authority and required field, standing in the month of the as-at date only."""
    parts = [
        part
        for table, fields in REQUIRED.items()
        if records.has(table) or table == "ssd_person"
        for part in _counted(records, table, fields)
    ]
    rows = ibis.union(*parts)
    month = month_of(ibis.date(records.as_at.isoformat()))
    rows = rows.filter(rows.instances > 0)
    return rows.mutate(id=rows.table + "." + rows.rule, child=ibis.null("int64"), from_month=month, to_month=month + 1)


def _counted(records: Records, table: str, fields: Mapping[str, str]) -> list[ir.Table]:
    """For each required field of a table: rows that must have it, and rows that have it, by authority."""
    raw = records.table(table)
    sums = {}
    for field, when in fields.items():
        asked = _is_asked(raw, when)
        sums[f"{field}_asked"] = as_flag(asked).sum().cast("int64")
        sums[f"{field}_given"] = as_flag(asked & _is_valid(records, table, raw[field], field)).sum().cast("int64")
    found = raw.group_by("authority").agg(**sums).cache()
    return [
        found.select(
            "authority",
            table=ibis.literal(table),
            rule=ibis.literal(field),
            populated=found[f"{field}_given"],
            instances=found[f"{field}_asked"],
        )
        for field in fields
    ]


def _is_asked(raw: ir.Table, when: str) -> ir.BooleanValue:
    if not when:
        return raw.authority.notnull()
    lacking = when.removeprefix("not ")
    return ~present(raw[lacking]) if lacking != when else present(raw[when])


def _is_valid(records: Records, table: str, value: ir.Value, field: str) -> ir.BooleanValue:
    """Whether the field holds something valid; a blank is not."""
    declared = TABLES[table].fields.get(field)
    if isinstance(value, ir.DateValue):
        return (value <= records.as_at).fill_null(False)
    if not isinstance(value, ir.StringValue):
        return present(value)
    if field in ANSWERS:
        return value.strip().upper().isin(sorted(YES_NO)).fill_null(False)
    if declared is not None and declared.codes:
        return value.strip().isin(sorted({code.code for code in CODE_SETS[declared.codes]})).fill_null(False)
    return present(value)
