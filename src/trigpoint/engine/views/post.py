"""Builds `cases.Post`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.people import teams, with_team
from trigpoint.engine.posts import AGENCY, PERMANENT, posts
from trigpoint.engine.records import Records, as_flag, plain
from trigpoint.engine.states import timeline
from trigpoint.engine.together import overlay

_ROW = ("authority", "row")
_CARE_TEAM = ("in care", "looked after", "cared for")
_OTHER_TEAM = ("foster", "adopt")


def build(records: Records) -> ir.Table:
    """One row per spell of a post and the months in which it stayed as it was."""
    found = records.shared("posts", posts)
    found = found.filter(found.from_month < found.to_month)
    table = _with_team_words(records, found)
    is_permanent, is_agency = table.filled_by == PERMANENT, table.filled_by == AGENCY
    table = table.mutate(
        child=ibis.null("int64"),
        permanent_fte=_where(is_permanent, table.fte),
        agency_fte=_where(is_agency, table.fte),
        in_post_fte=_where(is_permanent | is_agency, table.fte),
        vacant_fte=_where(is_permanent, 0, table.fte),
        posts=ibis.literal(1, "int64"),
    )
    if not records.extras:
        return table
    return with_team(records, _with_people(table), "team_id")


def _where(
    condition: ir.BooleanValue, then: ir.IntegerValue | int, other: ir.IntegerValue | int = 0
) -> ir.IntegerValue:
    return ibis.cases((condition, then), else_=other).cast("int64")


def _with_team_words(records: Records, table: ir.Table) -> ir.Table:
    """What the name of the post's team says; a team that no list names has its id as its name."""
    known = records.shared("teams", teams).select("authority", "team_id", _name="team")
    table = table.left_join(known, ["authority", "team_id"]).pipe(plain)
    name = ibis.coalesce(table["_name"], table.team_id, ibis.literal("")).lower()
    return table.mutate(
        is_care_team=as_flag(ibis.or_(*(name.contains(word) for word in _CARE_TEAM))),
        is_fostering_or_adoption_team=as_flag(ibis.or_(*(name.contains(word) for word in _OTHER_TEAM))),
    ).drop("_name")


def _with_people(table: ir.Table) -> ir.Table:
    """Rows cut by month where a permanent worker of several posts of one role counts under another of them.

    The post of the most hours counts. Agency workers, and posts without a worker's id, count one each.
    """
    named = table.filter((table.filled_by == PERMANENT) & table.worker.notnull())
    person = ("authority", "worker", "role")
    spells = named.select(*person, "from_month", "to_month", "fte", "row")
    main = timeline(spells, person, [ibis.desc("fte"), "row"], ["row"])
    line = main.select(*_ROW, "from_month", "to_month", is_main=ibis.literal(1, "int64"))
    cuts = overlay(table.select(*_ROW, "from_month", "to_month"), [line], _ROW)
    table = cuts.join(table.drop("from_month", "to_month"), list(_ROW)).pipe(plain)
    agency = _where(table.filled_by == AGENCY, 1)
    permanent = _where(table.filled_by == PERMANENT, _where(table.worker.isnull(), 1, table.is_main.fill_null(0)))
    return table.mutate(agency_people=agency, in_post_people=agency + permanent)
