"""Posts and the people who fill them, as every workforce view reads them."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import month_on, open_end
from trigpoint.engine.records import Records

PERMANENT, AGENCY = "permanent", "agency"


def posts(records: Records) -> ir.Table:
    """Every spell of a post known on the as-at date, in full-time equivalents of hundredths.

    `authority, row` (a number of its own), `id, role, team_id, fte, filled_by, worker` (text, may be missing),
    `person` (the worker, or the post where no worker is named), `started_on, ended_on, from_month, to_month`.
    """
    raw = records.table("ext_post")
    raw = raw.filter(raw.start_date <= records.as_at)
    table = raw.select(
        authority=raw.authority,
        id=raw.post_id,
        role=raw.role.strip(),
        team_id=raw.team.strip().nullif(""),
        fte=raw.fte,
        filled_by=raw.filled_by.strip(),
        worker=raw.professional_id.strip().nullif(""),
        started_on=raw.start_date,
        ended_on=records.known(raw.end_date),
    )
    order = [by for name in table.columns[1:] for by in (table[name].isnull(), name)]
    return table.mutate(
        row=ibis.row_number().over(ibis.window(group_by="authority", order_by=order)).cast("int64"),
        person=ibis.coalesce(table.worker, table.id),
        from_month=month_on(table.started_on, records.as_at),
        to_month=open_end(table.ended_on, records.as_at),
    )
