"""Lines of health at each month's end: checks in date, immunisations, strengths and difficulties (definition 29)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, PERIOD, periods
from trigpoint.engine.checks import checks
from trigpoint.engine.look_back import flag_line
from trigpoint.engine.looked_after import in_care
from trigpoint.engine.months import FAR, add_months, birthday, month_after, month_of, month_on, open_end
from trigpoint.engine.people import people
from trigpoint.engine.records import Records, as_flag, is_yes, plain, present
from trigpoint.engine.states import islands

_EVER = ibis.literal(0, "int64")


def first_weeks(records: Records) -> ir.Table:
    """Months in which the child's current period of care is under 20 working days: `is_under_20_working_days` is 1."""
    base = records.shared("in_care", in_care)
    current = islands(base.filter(base.period.notnull()).select(*PERIOD, "from_month", "to_month"), PERIOD)
    spells = records.add_working_days(records.shared("periods", periods), "entered_on", 20, "limit_on")
    line = current.left_join(spells.select(*PERIOD, "limit_on"), list(PERIOD)).pipe(plain)
    line = line.mutate(to_month=ibis.least(line.to_month, open_end(line.limit_on, records.as_at)))
    line = line.filter(line.from_month < line.to_month).select(*CHILD, "from_month", "to_month")
    return _one(line, "is_under_20_working_days")


def assessment_lines(records: Records) -> list[ir.Table]:
    """Health assessments in date, by the age at the date and by the age on the day of the last of them.

    Four flags, each a line: `health_assessment_in_date, health_assessed_in_year`, the same with `_by_age_then`.
    """
    table = _assessments(records)
    six, twice = _in_date(records, table, 6), _twice_in_year(table)
    lines = {
        "health_assessment_in_date": (six, _in_date(records, table, 12, since=table.five_from)),
        "health_assessed_in_year": (_year(table, since=table.five_from), twice),
    }
    if records.extras:
        at_five = table.filter(table.is_at_five == 1)
        lines["health_assessment_in_date_by_age_then"] = (six, _in_date(records, at_five, 12))
        lines["health_assessed_in_year_by_age_then"] = (_year(at_five), twice)
    return [_one(islands(ibis.union(*parts), CHILD), name) for name, parts in lines.items()]


def _assessments(records: Records) -> ir.Table:
    """Days with a completed assessment, the next of the child's, and the child's fifth birthday."""
    table = checks(records, "health", "completed").distinct()
    table = table.mutate(next_on=table.checked_on.lead().over(ibis.window(group_by=CHILD, order_by="checked_on")))
    born = records.shared("people", people).select(*CHILD, "born_on")
    table = table.left_join(born, list(CHILD)).pipe(plain)
    five = birthday(table.born_on, 5)
    table = table.mutate(five_from=open_end(five, records.as_at), is_at_five=as_flag(five <= table.checked_on))
    return table.drop("born_on").cache()


def dental_lines(records: Records) -> list[ir.Table]:
    """Dental checks in date: `dental_check_in_date, dental_check_in_year`."""
    table = checks(records, "dental", "completed").distinct().cache()
    return [
        _one(islands(_in_date(records, table, 12), CHILD), "dental_check_in_date"),
        _one(islands(_year(table), CHILD), "dental_check_in_year"),
    ]


def immunisation_line(records: Records) -> ir.Table:
    """The latest immunisation status: `is_immunised`. Of several on a day all must say yes."""
    raw = records.table("ssd_cla_immunisations")
    raw = raw.filter(
        present(raw.clai_person_id)
        & present(raw.clai_immunisations_status)
        & (raw.clai_immunisations_status_date <= records.as_at)
    )
    days = raw.group_by(authority=raw.authority, child=raw.clai_person_id, day=raw.clai_immunisations_status_date).agg(
        is_immunised=is_yes(raw.clai_immunisations_status).min()
    )
    return _until_next(days, "is_immunised", ibis.literal(FAR, "int64"))


def sdq_line(records: Records) -> ir.Table:
    """The latest score of the year: `sdq_score`. Of several on a day the highest; scores outside 0 to 40 are none."""
    raw = records.table("ssd_sdq_scores")
    raw = raw.filter(
        present(raw.csdq_person_id) & raw.csdq_sdq_score.between(0, 40) & (raw.csdq_sdq_completed_date <= records.as_at)
    )
    days = raw.group_by(authority=raw.authority, child=raw.csdq_person_id, day=raw.csdq_sdq_completed_date).agg(
        sdq_score=raw.csdq_sdq_score.max()
    )
    return _until_next(days, "sdq_score", month_of(days.day) + 12)


def ages_line(records: Records) -> ir.Table:
    """`is_aged_4_to_16`: four on or before the first day of the 12 months, under 17 at their end."""
    who = records.shared("people", people)
    who = who.filter(who.born_on.notnull()).semi_join(records.shared("in_care", in_care), list(CHILD))
    day_before = (birthday(who.born_on, 4) - ibis.interval(days=1)).cast("date")
    seventeen = month_on(birthday(who.born_on, 17), records.as_at)
    return flag_line(who.mutate(_from=month_of(day_before) + 12, _to=seventeen), "is_aged_4_to_16")


def _in_date(records: Records, table: ir.Table, months: int, since: ir.IntegerValue = _EVER) -> ir.Table:
    """Months, from one on, at whose end the date is at most so many months after the check."""
    begins, ends = table.checked_on, add_months(table.checked_on, months)
    first = ibis.greatest(month_on(begins, records.as_at), since)
    return table.select(*CHILD, from_month=first, to_month=month_after(ends, records.as_at))


def _year(table: ir.Table, since: ir.IntegerValue = _EVER) -> ir.Table:
    """Months, from one on, whose year holds the check."""
    month = month_of(table.checked_on)
    return table.select(*CHILD, from_month=ibis.greatest(month, since), to_month=month + 12)


def _twice_in_year(table: ir.Table) -> ir.Table:
    """Months whose year holds the check and the next one."""
    return table.select(*CHILD, from_month=month_of(table.next_on), to_month=month_of(table.checked_on) + 12)


def _until_next(days: ir.Table, name: str, until: ir.IntegerValue) -> ir.Table:
    """A line on which a value stands from its day until the next, or until a month if that comes first."""
    following = month_of(days.day).lead().over(ibis.window(group_by=CHILD, order_by="day"))
    to_month = ibis.least(until, following.fill_null(ibis.literal(FAR, "int64")))
    line = days.select(*CHILD, name, from_month=month_of(days.day), to_month=to_month)
    return line.filter(line.from_month < line.to_month)


def _one(line: ir.Table, name: str) -> ir.Table:
    return line.mutate(**{name: ibis.literal(1, "int64")})
