"""Spells of a child as rows of a state view: who the child is and whose work it is, as it stands in those months."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from trigpoint.engine.involvements import team_line
from trigpoint.engine.months import month_of
from trigpoint.engine.people import people, with_team
from trigpoint.engine.records import Records, plain
from trigpoint.engine.together import age_line, overlay

SPELL = ("authority", "child", "spell")
_CHILD = ("authority", "child")


def numbered(table: ir.Table, order: Sequence[str]) -> ir.Table:
    """The table with `spell`, the number of each row among its child's."""
    line = ibis.window(group_by=_CHILD, order_by=list(order))
    return table.mutate(spell=ibis.row_number().over(line).cast("int64"))


def with_lines(records: Records, spells: ir.Table, lines: Sequence[ir.Table] = (), *, team: bool = True) -> ir.Table:
    """Spells cut where a line changes, or the child's age band or team; each line is keyed by `SPELL`.

    Without extras there are neither age bands nor teams.
    """
    if not (lines or records.extras):
        return spells
    spells = spells.cache()
    keys = spells.select(*SPELL)
    breakdowns = [age_line(records, spells), *([team_line(records)] if team else [])] if records.extras else []
    keyed = [keys.join(line, list(_CHILD)).pipe(plain) for line in breakdowns]
    table = overlay(spells.select(*SPELL, "from_month", "to_month"), [*lines, *keyed], SPELL)
    table = table.left_join(spells.drop("from_month", "to_month"), list(SPELL)).pipe(plain)
    if not records.extras:
        return table
    who = records.shared("people", people).select(*_CHILD, "sex", "ethnicity")
    table = table.left_join(who, list(_CHILD)).pipe(plain).rename(age_band="age_band_line")
    return with_team(records, table, "team_id") if team else table


def month_by_month(records: Records, spells: ir.Table) -> ir.Table:
    """A row for each month of a spell up to the as-at date: `from_month, to_month, at_on`, and `at_number`.

    `at_on` is the day on which the month is observed, `at_number` its number of working days. Only for spells that
    last months, such as plans: what changes nearly every month is cheaper so than as lines laid over one another.
    """
    calendar = records.calendar
    days = calendar.filter(calendar.d <= records.as_at)
    months = days.group_by(from_month=month_of(days.d)).agg(at_on=days.d.max(), at_number=days.wd_no.max())
    last = ibis.literal(12 * records.as_at.year + records.as_at.month, "int64")
    each = ibis.range(spells.from_month, ibis.least(spells.to_month, last)).unnest().cast("int64")
    table = spells.mutate(from_month=each).drop("to_month")
    table = table.join(months, "from_month").pipe(plain)
    return table.mutate(to_month=(table.from_month + 1).cast("int64"))
