"""Builds `cases.CaseHolder`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.involvements import involvements
from trigpoint.engine.months import FAR
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
    spells = _with_family(records, records.shared("involvements", involvements)).cache()
    care = spells.semi_join(_care_teams(records), ["authority", "team_id"]).cache()
    return {
        "cases": (spells, "child"),
        "families": (spells, "family"),
        "cases_in_care_teams": (care, "child"),
        "families_in_care_teams": (care, "family"),
    }


def _changes(table: ir.Table, unit: str, name: str, names: list[str]) -> ir.Table:
    """+1 in the month a worker first holds a child or family, -1 in the month after the last.

    Most workers hold a child once: every spell is counted, and only those who hold one again are put right.
    """
    spells = table.select(*_WORKER, unit, "from_month", "to_month")
    held = spells.group_by(*_WORKER, unit).agg(n=spells.count())
    again = spells.semi_join(held.filter(held.n > 1), [*_WORKER, unit]).cache()
    parts = [*_steps(spells, 1), *_steps(again, -1), *_steps(islands(again, (*_WORKER, unit)), 1)]
    steps = ibis.union(*parts)
    return steps.select(*_WORKER, "month", **{n: steps.step if n == name else ibis.literal(0, "int64") for n in names})


def _steps(spells: ir.Table, by: int) -> list[ir.Table]:
    """What rises, by month, where spells begin, and falls where they end."""
    begins = spells.group_by(*_WORKER, month=spells.from_month).agg(step=(spells.count() * by).cast("int64"))
    ended = spells.filter(spells.to_month < FAR)
    return [begins, ended.group_by(*_WORKER, month=ended.to_month).agg(step=(ended.count() * -by).cast("int64"))]


def _with_family(records: Records, spells: ir.Table) -> ir.Table:
    """The child's family, named by its member with the smallest number; a child without one is its own."""
    raw = records.table("ssd_family")
    raw = raw.filter(present(raw.fami_family_id) & present(raw.fami_person_id))
    own = raw.group_by(authority=raw.authority, child=raw.fami_person_id).agg(family_id=raw.fami_family_id.min())
    named = own.group_by("authority", "family_id").agg(family=own.child.min())
    family = own.join(named, ["authority", "family_id"]).pipe(plain).drop("family_id")
    joined = spells.left_join(family, ["authority", "child"]).pipe(plain)
    return joined.mutate(family=ibis.coalesce(joined.family, joined.child))


def _care_teams(records: Records) -> ir.Table:
    """Teams whose name says that they work with children in care (Kent)."""
    known = records.shared("teams", teams)
    named = known.team.lower()
    is_care = ibis.or_(*(named.contains(word) for word in _CARE_TEAM))
    return known.filter(is_care.fill_null(False)).select("authority", "team_id")


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
