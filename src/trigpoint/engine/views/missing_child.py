"""Builds `cases.MissingChild`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.missing import missing
from trigpoint.engine.months import month_after, month_of
from trigpoint.engine.records import Records
from trigpoint.engine.spells import breakdown_lines, with_breakdowns
from trigpoint.engine.states import running
from trigpoint.engine.together import overlay

_COUNTS = ("episodes_in_month", "episodes_in_12_months", "episodes_in_90_days")


def build(records: Records) -> ir.Table:
    """One row per child and the months in which the numbers stayed the same."""
    table = records.shared("missing", missing)
    counts = (table.kind == "M") & (table.is_continuation == 0) & (table.is_looked_after == 1)
    begun = table.filter(counts)
    month = month_of(begun.started_on)
    last_of_90 = (begun.started_on + ibis.interval(days=89)).cast("date")
    ends = (month + 1, month + 12, month_after(last_of_90, records.as_at))
    changes = []
    for name, end in zip(_COUNTS, ends, strict=True):
        for when, by in ((month, 1), (end, -1)):
            steps = {other: ibis.literal(by if other == name else 0, "int64") for other in _COUNTS}
            changes.append(begun.select(*CHILD, month=when, **steps))
    line = running(ibis.union(*changes), CHILD, _COUNTS)
    line = line.filter(line.episodes_in_12_months > 0)
    if breakdowns := breakdown_lines(records, line):
        line = overlay(line, breakdowns, CHILD)
    return with_breakdowns(records, line.mutate(id=line.child))
