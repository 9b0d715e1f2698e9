"""Builds `cases.CareOutcome`."""

import ibis.expr.types as ir

from trigpoint.engine.continuous import twelve_months
from trigpoint.engine.look_back import age_flag
from trigpoint.engine.looked_after import in_care, looked_after
from trigpoint.engine.months import month_on
from trigpoint.engine.outcomes import convicted, misused, planned_this_term, school_age
from trigpoint.engine.records import Records
from trigpoint.engine.states import cut


def build(records: Records) -> ir.Table:
    """One row per child and the months in which everything about it stayed as it was."""
    base = records.shared("in_care", in_care)
    found = {
        "is_12_months": records.shared("twelve_months", twelve_months),
        "is_convicted": convicted(records),
        "has_education_plan": planned_this_term(records),
        **misused(records),
    }
    ages = [age_flag(records, base, 10, "is_under_10"), school_age(records, base)]
    table = looked_after(records, [*found.values(), *ages])
    table = records.add_working_days(table, "entered_on", 10, "tenth_on")
    table = cut(table.mutate(_tenth=month_on(table.tenth_on, records.as_at)), {"is_over": "_tenth"})
    flags = {name: table[name].fill_null(0) for name in found}
    return table.mutate(**flags, is_under_10_working_days=1 - table.is_over)
