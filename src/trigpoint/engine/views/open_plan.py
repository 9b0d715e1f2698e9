"""Builds `cases.OpenPlan`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import add_months, month_on
from trigpoint.engine.plans import plan_spells
from trigpoint.engine.records import Records
from trigpoint.engine.spells import numbered, with_lines
from trigpoint.engine.states import cut

_FLAGS = ("is_730_days", "is_2_years", "is_730_days_merged", "is_2_years_merged")


def build(records: Records) -> ir.Table:
    """One row per child protection plan and the months in which it stayed as it was."""
    table = numbered(plan_spells(records), ["started_on", "ended_on", "id", "is_other_authority"])
    table = table.mutate(
        is_730_days_from=month_on(_729_days_after(table.started_on), records.as_at),
        is_2_years_from=month_on(add_months(table.started_on, 24), records.as_at),
        is_730_days_merged_from=month_on(_729_days_after(table.began_on), records.as_at),
        is_2_years_merged_from=month_on(add_months(table.began_on, 24), records.as_at),
    )
    return cut(with_lines(records, table), {flag: f"{flag}_from" for flag in _FLAGS})


def _729_days_after(day: ir.DateValue) -> ir.DateValue:
    """The first day on which 730 days have passed, both ends counted (N17)."""
    return (day + ibis.interval(days=729)).cast("date")
