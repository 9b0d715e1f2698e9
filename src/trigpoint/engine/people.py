"""Who the child is and whose work it is, added to any view."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import age_band
from trigpoint.engine.records import Records, plain, present


def people(records: Records) -> ir.Table:
    """One row per child: `authority, child, born_on, sex, ethnicity`; of several rows the smallest value of each."""
    person = records.table("ssd_person")
    person = person.filter(present(person.pers_person_id))
    return person.group_by(authority=person.authority, child=person.pers_person_id).agg(
        born_on=person.pers_dob.min(), sex=person.pers_sex.min(), ethnicity=person.pers_ethnicity.min()
    )


def teams(records: Records) -> ir.Table:
    """One row per team: `authority, team_id, team, service`."""
    team = records.table("ssd_department")
    team = team.filter(present(team.dept_team_id))
    return team.group_by(authority=team.authority, team_id=team.dept_team_id).agg(
        team=team.dept_team_name.min(), service=team.dept_team_parent_name.min()
    )


def with_person(records: Records, table: ir.Table, day: str) -> ir.Table:
    """The table with `born_on, sex, ethnicity` and the age band on a day column; as it is when none is wanted."""
    if not records.wants("born_on", "sex", "ethnicity", "age_band"):
        return table
    who = records.shared("people", people)
    joined = table.left_join(who, ["authority", "child"]).pipe(plain)
    return joined.mutate(age_band=age_band(joined.born_on, joined[day]))


def with_team(records: Records, table: ir.Table, team_id: str) -> ir.Table:
    """The table with `team` and `service`, if wanted; a team that no list names keeps its id as its name."""
    if not records.wants("team", "service"):
        return table
    known = records.shared("teams", teams)
    joined = table.left_join(known, [table.authority == known.authority, table[team_id] == known.team_id])
    joined = joined.pipe(plain)
    return joined.mutate(team=ibis.coalesce(joined.team, joined[team_id]))
