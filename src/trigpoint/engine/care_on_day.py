"""Whether a child was looked after on a day."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, kept
from trigpoint.engine.records import Records, plain


def in_care_on(records: Records, table: ir.Table, day: str, name: str) -> ir.Table:
    """The table with a flag: an episode of the child's, no short-term series, was open on a day column."""
    spells = records.shared("kept", kept).select(*CHILD, "started_on", "ended_on")
    days = table.filter(table[day].notnull()).select(*CHILD, day).distinct()
    pairs = days.join(spells, list(CHILD))
    is_open = (pairs.started_on <= pairs[day]) & (pairs.ended_on.isnull() | (pairs.ended_on > pairs[day]))
    hits = pairs.filter(is_open).select(*CHILD, day).distinct().mutate(**{name: ibis.literal(1, "int64")})
    joined = table.left_join(hits, [*CHILD, day]).pipe(plain)
    return joined.mutate(**{name: joined[name].fill_null(0)})
