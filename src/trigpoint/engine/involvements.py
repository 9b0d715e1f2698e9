"""Who worked with a child, as a line of teams."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import month_on, open_end
from trigpoint.engine.people import with_team
from trigpoint.engine.records import Records, plain, present
from trigpoint.engine.states import timeline

_CHILD = ("authority", "child")


def involvements(records: Records) -> ir.Table:
    """Every involvement of a worker with a child known on the as-at date, with the months it was open."""
    raw = records.table("ssd_involvements")
    raw = raw.filter(
        present(raw.invo_person_id)
        & present(raw.invo_professional_id)
        & (raw.invo_involvement_start_date <= records.as_at)
    )
    table = raw.select(
        authority=raw.authority,
        child=raw.invo_person_id,
        worker=raw.invo_professional_id,
        team_id=raw.invo_professional_team,
        began=raw.invo_involvement_start_date,
        from_month=month_on(raw.invo_involvement_start_date, records.as_at),
        to_month=open_end(records.known(raw.invo_involvement_end_date), records.as_at),
    )
    return table.filter(table.from_month < table.to_month)


def team_line(records: Records) -> ir.Table:
    """The team of each child at each month's end: of several the one whose involvement began last."""

    def build(records: Records) -> ir.Table:
        spells = records.shared("involvements", involvements)
        spells = spells.filter(present(spells.team_id)).semi_join(_asked_of(records), list(_CHILD)).cache()
        return timeline(spells, _CHILD, [ibis.desc("began"), ibis.desc("team_id")], ["team_id"])

    return records.shared("team_line", build)


def _asked_of(records: Records) -> ir.Table:
    """Children whose team at a date any view asks for: those ever in care or on a plan, few of all."""
    care, plans = records.table("ssd_cla_episodes"), records.table("ssd_cp_plans")
    return ibis.union(
        care.select(authority="authority", child="clae_person_id"),
        plans.select(authority="authority", child="cppl_person_id"),
        distinct=True,
    )


def with_team_on(records: Records, table: ir.Table, day: str) -> ir.Table:
    """The table with the child's team and service, if wanted, at the end of the month that holds a day column."""
    if not records.wants("team", "service"):
        return table
    line = team_line(records).rename(_from="from_month", _to="to_month")
    table = table.mutate(_month=month_on(table[day], records.as_at))
    on = [*(table[key] == line[key] for key in _CHILD), line["_from"] <= table["_month"], table["_month"] < line["_to"]]
    joined = table.left_join(line, on).pipe(plain).drop("_from", "_to", "_month")
    return with_team(records, joined, "team_id")
