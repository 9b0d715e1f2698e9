"""Builds `cases.CareLeaver`."""

from datetime import timedelta

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.looked_after import uasc_line
from trigpoint.engine.months import FAR, add_months, birthday, month_after, month_of, month_on
from trigpoint.engine.people import people, with_team
from trigpoint.engine.records import Records, as_flag, plain, present
from trigpoint.engine.spells import breakdown_lines, with_breakdowns
from trigpoint.engine.states import cut
from trigpoint.engine.together import overlay

_AGES = range(16, 26)


def build(records: Records) -> ir.Table:
    """One row per young person and the months in which everything about it stayed as it was."""
    found = _found(records).cache()
    held, late = month_on(found.reviewed_on, records.as_at), _late_from(found.reviewed_on, records)
    days_183 = (found.reviewed_on + ibis.interval(days=183)).cast("date")
    spells = found.mutate(
        from_month=ibis.literal(0, "int64"),
        to_month=ibis.literal(FAR, "int64"),
        held_from=held,
        late_from=late,
        late_183_from=month_after(days_183, records.as_at),
    )
    cuts = cut(spells, {"is_held": "held_from", "is_late": "late_from", "is_late_183": "late_183_from"})
    flags = ("is_held", "is_late", "is_late_183")
    table = cuts.select(*CHILD, "from_month", "to_month", *flags)
    table = _with_breakdowns(records, table)
    table = table.left_join(found, list(CHILD)).pipe(plain)
    table = table.mutate(
        id=table.child,
        is_reviewed_later=as_flag(table.reviewed_on.notnull() & (table.is_held == 0)),
        is_reviewed_in_6_months=table.is_held * (1 - table.is_late),
        is_reviewed_in_183_days=table.is_held * (1 - table.is_late_183),
    )
    return with_team(records, table, "team_id")


def _found(records: Records) -> ir.Table:
    """One row a young person: of several rows the smallest words and the latest review."""
    raw = records.table("ssd_care_leavers")
    raw = raw.filter(present(raw.clea_person_id))
    one = raw.group_by(authority=raw.authority, child=raw.clea_person_id).agg(
        said=raw.clea_care_leaver_eligibility.strip().nullif("").min(),
        in_touch=raw.clea_care_leaver_in_touch.strip().nullif("").min(),
        has_personal_adviser=as_flag(present(raw.clea_care_leaver_personal_advisor)).max(),
        team_id=raw.clea_care_leaver_allocated_team.strip().nullif("").min(),
        reviewed_on=raw.clea_pathway_plan_review_date.max(),
    )
    return one.mutate(eligibility=_eligibility(one.said.lower())).drop("said")


def _eligibility(said: ir.StringValue) -> ir.StringValue:
    relevant = said.contains("relevant")
    return ibis.cases(
        (said.isnull(), ibis.null("string")),
        (relevant & said.contains("former"), "Former relevant"),
        (relevant, "Relevant"),
        (said.contains("qualif"), "Qualifying"),
        (said.contains("not eligible") | said.contains("ineligible"), "Other"),
        (said.contains("eligible"), "Eligible"),
        else_="Other",
    )


def _late_from(reviewed: ir.DateValue, records: Records) -> ir.IntegerValue:
    """The first month whose last day S has the review before `add_months(S, -6)` (definition 38, settled N42)."""
    first_day = (reviewed - (reviewed.day() - 1).as_interval("D")).cast("date")
    end = (add_months(first_day, 7) - ibis.interval(days=1)).cast("date")
    month = month_of(reviewed) + ibis.cases((add_months(end, -6) > reviewed, 6), else_=7)
    far = ibis.literal(FAR, "int64")
    now = 12 * records.as_at.year + records.as_at.month - 1
    as_at = ibis.date(records.as_at.isoformat())
    if (records.as_at + timedelta(days=1)).day == 1:
        return ibis.cases((month <= now, month), else_=far)
    return ibis.cases((month < now, month), (reviewed < add_months(as_at, -6), ibis.literal(now, "int64")), else_=far)


def _with_breakdowns(records: Records, table: ir.Table) -> ir.Table:
    lines = breakdown_lines(records, table, team=False)
    lines += [records.shared("uasc_line", uasc_line)] if records.wants("is_uasc") else []
    lines += [_ages(records, table)] if records.wants("age") else []
    table = overlay(table, lines, CHILD) if lines else table
    table = table.mutate(is_uasc=table.is_uasc.fill_null(0)) if records.wants("is_uasc") else table
    return with_breakdowns(records, table)


def _ages(records: Records, table: ir.Table) -> ir.Table:
    """Months in which each young person is of each age; those before 16 and after 25 are one each."""
    who = records.shared("people", people)
    who = who.filter(who.born_on.notnull()).semi_join(table, list(CHILD)).select(*CHILD, "born_on").cache()
    begins = [month_on(birthday(who.born_on, age), records.as_at) for age in (*_AGES, _AGES.stop)]
    edges = [ibis.literal(0, "int64"), *begins, ibis.literal(FAR, "int64")]
    names = ["Under 16", *(str(age) for age in _AGES), f"{_AGES.stop} and over"]
    parts = [
        who.select(*CHILD, from_month=begin, to_month=end, age=ibis.literal(name))
        for name, begin, end in zip(names, edges, edges[1:], strict=False)
    ]
    line = ibis.union(*parts)
    return line.filter(line.from_month < line.to_month)
