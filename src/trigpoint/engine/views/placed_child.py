"""Builds `cases.PlacedChild`."""

import ibis.expr.types as ir

from trigpoint.engine.looked_after import looked_after
from trigpoint.engine.placement_facts import placement_line
from trigpoint.engine.records import Records


def build(records: Records) -> ir.Table:
    """One row per child and the months in which everything about it stayed as it was."""
    table = looked_after(records, [placement_line(records)])
    return table.mutate(placement_type=table.type_code, provider=table.provider_code)
