"""Builds `cases.CaseHolder`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.involvements import involvements
from trigpoint.engine.people import teams, with_team
from trigpoint.engine.records import Records, as_flag, plain, present
from trigpoint.engine.states import islands, running

_WORKER = ("authority", "worker")
_CARE_TEAM = ("in care", "looked after", "cared for")


def build(records: Records) -> ir.Table:
    """One row per worker and the months in which the number of cases stayed the same."""
    counted = _counted(records)
    parts = [_changes(table, unit, name, list(counted)) for name, (table, unit) in counted.items()]
    table = running(ibis.union(*parts), _WORKER, list(counted))
    table = table.filter(table.cases > 0)
    table = table.left_join(_workers(records), list(_WORKER)).pipe(plain)
    table = table.mutate(
        id=table.worker,
        child=ibis.literal(""),
        one=ibis.literal(1, "int64"),
        is_social_worker=table.is_social_worker.fill_null(0),
    )
    return with_team(records, table, "team_id")


def _counted(records: Records) -> dict[str, tuple[ir.Table, str]]:
    """Each number of the view: the involvements it counts, and what it counts in them."""
    if not records.extras:
        return {"cases": (involvements(records), "child")}
    spells = _with_family(records, records.shared("involvements", involvements))
    care = spells.filter(_is_care_team(records, spells))
    return {
        "cases": (spells, "child"),
        "families": (spells, "family"),
        "cases_in_care_teams": (care, "child"),
        "families_in_care_teams": (care, "family"),
    }


def _changes(table: ir.Table, unit: str, name: str, names: list[str]) -> ir.Table:
    """+1 in the month a worker first holds a child or family, -1 in the month after the last."""
    whole = islands(table.select(*_WORKER, unit, "from_month", "to_month"), (*_WORKER, unit))
    step = {n: ibis.literal(int(n == name), "int64") for n in names}
    begins = whole.select(*_WORKER, month="from_month", **step)
    ends = whole.select(*_WORKER, month="to_month", **{n: -value for n, value in step.items()})
    return ibis.union(begins, ends)


def _with_family(records: Records, spells: ir.Table) -> ir.Table:
    """The child's family; a child without one is its own."""
    raw = records.table("ssd_family")
    raw = raw.filter(present(raw.fami_family_id) & present(raw.fami_person_id))
    family = raw.group_by(authority=raw.authority, child=raw.fami_person_id).agg(family_id=raw.fami_family_id.min())
    joined = spells.left_join(family, ["authority", "child"]).pipe(plain)
    own = ibis.coalesce(ibis.literal("family ") + joined.family_id, ibis.literal("child ") + joined.child)
    return joined.mutate(family=own)


def _is_care_team(records: Records, spells: ir.Table) -> ir.BooleanValue:
    """True for involvements under a team whose name says that it works with children in care (Kent)."""
    known = records.shared("teams", teams)
    named = known.team.lower()
    is_care = ibis.or_(*(named.contains(word) for word in _CARE_TEAM))
    ids = known.filter(is_care.fill_null(False)).select("authority", team="team_id")
    return (spells.authority + "\n" + spells.team_id).isin(ids.authority + "\n" + ids.team)


def _workers(records: Records) -> ir.Table:
    raw = records.table("ssd_professionals")
    raw = raw.filter(present(raw.prof_professional_id))
    one = raw.group_by(authority=raw.authority, worker=raw.prof_professional_id).agg(
        registration=raw.prof_social_worker_registration_no.strip().nullif("").min(),
        fte=raw.prof_full_time_equivalency.min(),
        job_title=raw.prof_professional_job_title.min(),
        team_id=raw.prof_professional_department.min(),
    )
    return one.mutate(is_social_worker=as_flag(one.registration.notnull())).drop("registration")
