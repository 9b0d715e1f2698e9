"""Builds `cases.ReviewingOfficer`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.looked_after import in_care, uasc_line
from trigpoint.engine.months import month_on, open_end
from trigpoint.engine.people import with_team
from trigpoint.engine.plans import plan_spells
from trigpoint.engine.records import Records, plain, present
from trigpoint.engine.states import islands, running

_WORKER = ("authority", "worker")
_CASE = (*_WORKER, "child")


def build(records: Records) -> ir.Table:
    """One row per worker and the months in which its numbers of cases stayed the same."""
    care, chaired = _cases(records)
    both = islands(ibis.union(care, chaired), _CASE).cache()
    counted = {"cases": care, "cases_with_plans": both}
    counted |= {f"{name}_uasc": _uasc(records, spells) for name, spells in counted.items()}
    table = running(ibis.union(*_changes(counted)), _WORKER, list(counted))
    table = table.filter(table.cases > 0)
    table = table.left_join(_workers(records), list(_WORKER)).pipe(plain)
    table = table.mutate(
        id=table.worker,
        child=ibis.null("string"),
        cases_not_uasc=table.cases - table.cases_uasc,
        cases_with_plans_not_uasc=table.cases_with_plans - table.cases_with_plans_uasc,
    )
    return with_team(records, table, "team_id")


def _cases(records: Records) -> tuple[ir.Table, ir.Table]:
    """Months in which a worker reviews a child looked after, and in which it chairs for a child on a plan."""
    raw = records.table("ssd_involvements")
    role = raw.invo_professional_role_id.strip().lower()
    reviews = (role == "iro") | role.contains("independent reviewing")
    raw = raw.filter(
        present(raw.invo_person_id)
        & present(raw.invo_professional_id)
        & (raw.invo_involvement_start_date <= records.as_at)
        & (reviews | role.contains("chair"))
    )
    spells = raw.select(
        authority=raw.authority,
        worker=raw.invo_professional_id,
        child=raw.invo_person_id,
        reviews=reviews,
        from_month=month_on(raw.invo_involvement_start_date, records.as_at),
        to_month=open_end(records.known(raw.invo_involvement_end_date), records.as_at),
    ).cache()
    base = records.shared("in_care", in_care)
    care = base.filter(base.is_short_term_series == 0)
    on_plan = plan_spells(records)
    on_plan = on_plan.filter(on_plan.is_other_authority == 0)
    return (
        islands(_while(spells.filter(spells.reviews), care), _CASE).cache(),
        islands(_while(spells.filter(~spells.reviews), on_plan), _CASE),
    )


def _while(spells: ir.Table, states: ir.Table) -> ir.Table:
    """The months of each spell in which the child is in one of the states."""
    states = states.select(*CHILD, _from="from_month", _to="to_month")
    pairs = spells.join(states, list(CHILD)).pipe(plain)
    both = pairs.mutate(
        from_month=ibis.greatest(pairs.from_month, pairs["_from"]), to_month=ibis.least(pairs.to_month, pairs["_to"])
    )
    return both.filter(both.from_month < both.to_month).select(*_CASE, "from_month", "to_month")


def _uasc(records: Records, spells: ir.Table) -> ir.Table:
    return _while(spells, records.shared("uasc_line", uasc_line))


def _changes(counted: dict[str, ir.Table]) -> list[ir.Table]:
    """What each number rises by, and falls by, in a month."""
    parts = []
    for name, spells in counted.items():
        for month, step in (("from_month", 1), ("to_month", -1)):
            own = {n: ibis.literal(step if n == name else 0, "int64") for n in counted}
            parts.append(spells.select(*_WORKER, month=month, **own))
    return parts


def _workers(records: Records) -> ir.Table:
    raw = records.table("ssd_professionals")
    raw = raw.filter(present(raw.prof_professional_id))
    return raw.group_by(authority=raw.authority, worker=raw.prof_professional_id).agg(
        fte=raw.prof_full_time_equivalency.min(),
        job_title=raw.prof_professional_job_title.min(),
        team_id=raw.prof_professional_department.min(),
    )
