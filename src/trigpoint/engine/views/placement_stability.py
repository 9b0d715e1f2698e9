"""Builds `cases.PlacementStability`."""

import ibis.expr.types as ir

from trigpoint.engine.looked_after import looked_after
from trigpoint.engine.placements import placement_counts
from trigpoint.engine.records import Records


def build(records: Records) -> ir.Table:
    """One row per child and the months in which everything about it stayed as it was."""
    counts = placement_counts(records)
    names = [name for name in counts.columns if name.startswith("placements_in_")]
    table = looked_after(records, [counts])
    return table.mutate(**{name: table[name].fill_null(0) for name in names})
