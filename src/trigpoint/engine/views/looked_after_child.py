"""Builds `cases.LookedAfterChild`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import PERIOD, periods
from trigpoint.engine.looked_after import in_care, looked_after
from trigpoint.engine.months import open_end
from trigpoint.engine.outcomes import deprived_of_liberty
from trigpoint.engine.records import Records
from trigpoint.engine.reviews import late
from trigpoint.engine.states import islands
from trigpoint.engine.together import overlay

_REVIEWS = ("reviews_in_12_months_on_time", "latest_review_on_time", "is_under_20_working_days")


def build(records: Records) -> ir.Table:
    """One row per child and the months in which everything about it stayed as it was."""
    lines = []
    if reviewed := records.wants(*_REVIEWS):
        lines.append(records.shared("review_line", _review_line))
    if deprived := records.wants("is_deprived_of_liberty"):
        lines.append(deprived_of_liberty(records))
    table = looked_after(records, lines)
    if deprived:
        table = table.mutate(is_deprived_of_liberty=table.is_deprived_of_liberty.fill_null(0))
    if not reviewed:
        return table
    late = (("reviews_in_12_months_on_time", "late_year"), ("latest_review_on_time", "late_now"))
    return table.mutate(
        **{name: 1 - table[failed].fill_null(0) for name, failed in late},
        is_under_20_working_days=table.is_under_20.fill_null(0),
    )


def _review_line(records: Records) -> ir.Table:
    """Per child, in the months of its current period of care: late reviews, and whether it is under 20 working days."""
    base = records.shared("in_care", in_care)
    current = base.filter(base.period.notnull()).select(*PERIOD, "from_month", "to_month")
    year, now = late(records)
    lines = [
        year.mutate(late_year=ibis.literal(1, "int64")),
        now.mutate(late_now=ibis.literal(1, "int64")),
        _first_weeks(records),
    ]
    table = overlay(_joined_up(current), lines, PERIOD)
    return table.drop("period")


def _joined_up(current: ir.Table) -> ir.Table:
    """A line whose rows are one per unbroken stay: fewer cuts to lay the others over."""
    return islands(current, PERIOD)


def _first_weeks(records: Records) -> ir.Table:
    spells = records.add_working_days(records.shared("periods", periods), "entered_on", 20, "limit_on")
    ever = ibis.literal(0, "int64")
    line = spells.select(*PERIOD, from_month=ever, to_month=open_end(spells.limit_on, records.as_at))
    line = line.filter(line.from_month < line.to_month)
    return line.mutate(is_under_20=ibis.literal(1, "int64"))
