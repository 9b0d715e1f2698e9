"""Builds `cases.PlacementStability`."""

import ibis.expr.types as ir

from trigpoint.engine.look_back import age_flag
from trigpoint.engine.looked_after import in_care, looked_after
from trigpoint.engine.placements import COUNTS, placement_counts
from trigpoint.engine.records import Records
from trigpoint.engine.stability import stability_line

_SETTLED = ("in_care_30_months", "settled_24_months", "in_care_over_911_days", "settled_over_729_days")


def build(records: Records) -> ir.Table:
    """One row per child and the months in which everything about it stayed as it was."""
    lines = [line for line in (_counts(records), _settled(records)) if line is not None]
    own = {"authority", "child", "from_month", "to_month"}
    names = [name for line in lines for name in line.columns if name not in own]
    if records.wants("is_under_16"):
        lines.append(age_flag(records, records.shared("in_care", in_care), 16, "is_under_16"))
    table = looked_after(records, lines)
    return table.mutate(**{name: table[name].fill_null(0) for name in names})


def _counts(records: Records) -> ir.Table | None:
    return placement_counts(records) if any(map(records.wants, COUNTS)) else None


def _settled(records: Records) -> ir.Table | None:
    return stability_line(records) if records.wants(*_SETTLED) else None
