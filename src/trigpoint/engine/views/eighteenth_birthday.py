"""Builds `cases.EighteenthBirthday`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, is_uasc_on, kept
from trigpoint.engine.care_on_day import in_care_on
from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.months import birthday
from trigpoint.engine.people import people, with_person
from trigpoint.engine.records import Records, plain, present


def build(records: Records) -> ir.Table:
    """One row per young person who was looked after on the day before turning 18."""
    who = records.shared("people", people).select(*CHILD, "born_on")
    who = who.semi_join(records.shared("kept", kept), list(CHILD))
    table = who.select(*CHILD, id="child", birthday_on=birthday(who.born_on, 18))
    table = table.filter(table.birthday_on <= records.as_at)
    table = table.mutate(_day_before=(table.birthday_on - ibis.interval(days=1)).cast("date"))
    table = in_care_on(records, table, "_day_before", "_in_care")
    table = table.filter(table["_in_care"] == 1)
    table = table.left_join(_given(records), list(CHILD)).pipe(plain)
    table = is_uasc_on(records, table, CHILD, "_day_before", "is_uasc")
    return with_team_on(records, with_person(records, table, "birthday_on"), "_day_before")


def _given(records: Records) -> ir.Table:
    """The first day a health history was given to each child."""
    raw = records.table("ext_health_passport")
    raw = raw.filter(present(raw.person_id) & (raw.issued_on <= records.as_at))
    return raw.group_by(authority=raw.authority, child=raw.person_id).agg(issued_on=raw.issued_on.min())
