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
_TEAM = ("team", "service")


def numbered(table: ir.Table, order: Sequence[str]) -> ir.Table:
    """The table with `spell`, the number of each row among its child's."""
    line = ibis.window(group_by=_CHILD, order_by=list(order))
    return table.mutate(spell=ibis.row_number().over(line).cast("int64"))


def with_lines(records: Records, spells: ir.Table, lines: Sequence[ir.Table] = (), *, team: bool = True) -> ir.Table:
    """Spells cut where a line changes, or the child's age band or team; each line is keyed by `SPELL`.

    Age bands and teams are laid over only where they are wanted.
    """
    if not lines and not records.wants("age_band", *(_TEAM if team else ())):
        return with_breakdowns(records, spells)
    spells = spells.cache()
    keys = spells.select(*SPELL)
    breakdowns = breakdown_lines(records, spells, team=team)
    keyed = [keys.join(line, list(_CHILD)).pipe(plain) for line in breakdowns]
    table = overlay(spells.select(*SPELL, "from_month", "to_month"), [*lines, *keyed], SPELL)
    table = table.left_join(spells.drop("from_month", "to_month"), list(SPELL)).pipe(plain)
    return with_breakdowns(records, table)


def breakdown_lines(records: Records, base: ir.Table, *, team: bool = True) -> list[ir.Table]:
    """Lines by child of what `base` is broken down by, as far as it is wanted: the child's team, and its age band."""
    teams = [team_line(records)] if team and records.wants(*_TEAM) else []
    return [*teams, *([age_line(records, base)] if records.wants("age_band") else [])]


def with_breakdowns(records: Records, table: ir.Table) -> ir.Table:
    """The table with `sex, ethnicity`, if wanted, and with what the lines laid over it say: age band, team, service."""
    if "age_band_line" in table.columns:
        table = table.rename(age_band="age_band_line")
    if records.wants("sex", "ethnicity"):
        who = records.shared("people", people).select(*_CHILD, "sex", "ethnicity")
        table = table.left_join(who, list(_CHILD)).pipe(plain)
    return with_team(records, table, "team_id") if "team_id" in table.columns else table


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
