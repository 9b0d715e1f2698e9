"""Builds `cases.WorkerStability`."""

import ibis.expr.types as ir

from trigpoint.engine.looked_after import looked_after
from trigpoint.engine.months import add_months, month_on
from trigpoint.engine.records import Records
from trigpoint.engine.states import cut
from trigpoint.engine.workers import same_worker_line, social_workers_line


def build(records: Records) -> ir.Table:
    """One row per child and the months in which everything about it stayed as it was."""
    lines = {"has_same_social_worker": "is_social_worker"}
    if records.extras:
        lines["has_same_lead_worker"] = "is_lead"
    workers = [same_worker_line(records, role, name) for name, role in lines.items()]
    table = looked_after(records, [social_workers_line(records), *workers])
    table = table.mutate(_18_months=month_on(add_months(table.entered_on, 18), records.as_at))
    table = cut(table, {"is_in_care_18_months": "_18_months"})
    names = ["social_workers_in_12_months", *lines]
    return table.mutate(**{name: table[name].fill_null(0) for name in names})
