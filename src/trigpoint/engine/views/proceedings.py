"""Builds `cases.Proceedings`."""

import ibis.expr.types as ir

from trigpoint.engine.court import proceedings
from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, as_flag


def build(records: Records) -> ir.Table:
    """One row per child and set of proceedings."""
    table = proceedings(records)
    table = table.mutate(
        days=table.final_order_on.delta(table.issued_on, unit="day").cast("int64"),
        is_final_before_issue=as_flag(table.final_order_on < table.issued_on),
    )
    return with_team_on(records, with_person(records, table, "final_order_on"), "final_order_on")
