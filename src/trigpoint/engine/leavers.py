"""Care leavers' birthday records, and what the care before each birthday says of them (definitions 37 and 39)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, episodes
from trigpoint.engine.months import birthday
from trigpoint.engine.people import people
from trigpoint.engine.records import Records, as_flag, plain, present

DAY = (*CHILD, "birthday_on")
_FAR = "9999-12-31"
_FOSTER = ("U1", "U2", "U3", "U4", "U5", "U6")
_WEEKS_13 = 91


def birthdays(records: Records) -> ir.Table:
    """Every birthday record known on the as-at date with `age`, what it says, and the flags of the care before it."""
    table = _found(records)
    table = table.left_join(_care_before(records, table), list(DAY)).pipe(plain)
    table = table.left_join(_left_foster_care(records, table), list(CHILD)).pipe(plain)
    flags = {c: table[c].fill_null(0) for c in table.columns if c.startswith(("is_", "left_")) and c != "is_suitable"}
    return table.mutate(**flags)


def _found(records: Records) -> ir.Table:
    raw = records.table("ext_care_leaver_birthday")
    raw = raw.filter(present(raw.person_id) & (raw.birthday_on <= records.as_at))
    place = raw.accommodation.strip().nullif("")
    suitable = ibis.coalesce(raw.suitable.strip().nullif(""), place.substr(1, 1))
    table = raw.select(
        authority=raw.authority,
        child=raw.person_id,
        birthday_on=raw.birthday_on,
        in_touch=raw.in_touch.strip().nullif(""),
        accommodation=place.substr(0, 1),
        is_suitable=ibis.cases((suitable == "1", 1), (suitable == "2", 0), else_=ibis.null("int64")).cast("int64"),
        activity=raw.activity.strip().nullif(""),
    )
    who = records.shared("people", people).select(*CHILD, "born_on")
    table = table.left_join(who, list(CHILD)).pipe(plain)
    return table.mutate(age=age_on(table.born_on, table.birthday_on))


def age_on(born: ir.DateValue, day: ir.DateValue) -> ir.IntegerValue:
    """Completed years on a day; 29 February falls on 1 March in common years (definitions C5)."""
    had = (day.month() * 100 + day.day()) >= (born.month() * 100 + born.day())
    return (day.year() - born.year() - ibis.cases((had, 0), else_=1)).cast("int64")


def _care_before(records: Records, table: ir.Table) -> ir.Table:
    """The flags of each child and birthday before which any episode began."""
    every = records.shared("episodes", episodes)
    days = table.select(*DAY, "born_on").distinct()
    line = ibis.window(group_by=CHILD, order_by="place", preceding=(None, 1))
    kept = every.filter(every.is_dropped == 0)
    kept = kept.mutate(_reach=kept.ended_on.fill_null(_far()).max().over(line))
    kept = kept.mutate(_from=ibis.greatest(kept.started_on, kept["_reach"].fill_null(kept.started_on)))
    own = [*CHILD, "place", "started_on", "ended_on", "ceased", "type"]
    dropped = every.filter(every.is_dropped == 1)
    nothing = ibis.null("date")
    both = ibis.union(
        kept.select(*own, "_from", is_dropped=ibis.literal(0, "int64")),
        dropped.select(*own, _from=nothing, is_dropped=ibis.literal(1, "int64")),
    )
    pairs = days.join(both, list(CHILD)).pipe(plain)
    pairs = pairs.filter(pairs.started_on <= pairs.birthday_on)
    return _flags(pairs)


def _flags(pairs: ir.Table) -> ir.Table:
    is_kept, open_then = pairs.is_dropped == 0, pairs.ended_on.isnull() | (pairs.ended_on > pairs.birthday_on)
    end = ibis.least(pairs.ended_on.fill_null(_far()), pairs.birthday_on)
    years = {age: birthday(pairs.born_on, age) for age in (14, 16)}
    latest = ibis.row_number().over(ibis.window(group_by=DAY, order_by=["is_dropped", ibis.desc("place")]))
    pairs = pairs.mutate(
        _open=as_flag(is_kept & open_then),
        _kept=as_flag(is_kept),
        **{f"_since_{age}": _days(pairs["_from"], years[age], end) for age in (14, 16)},
        _taken_over=as_flag(is_kept & ~open_then & (pairs.ceased == "E3")),
        _is_last=latest == 0,
        _is_young=as_flag(pairs.birthday_on < birthday(pairs.born_on, 19)),
    )
    sums = pairs.group_by(*DAY).agg(
        kept=pairs["_kept"].max(),
        open=pairs["_open"].max(),
        taken_over=pairs["_taken_over"].max(where=pairs["_is_last"]),
        since_14=pairs["_since_14"].sum().cast("int64"),
        since_16=pairs["_since_16"].sum().cast("int64"),
        is_young=pairs["_is_young"].max(),
        has_age=as_flag(pairs.born_on.notnull()).max(),
    )
    short = (sums.since_14 < _WEEKS_13) | (sums.since_16 == 0)
    return sums.select(
        *DAY,
        is_transferred=as_flag((sums.taken_over == 1) & (sums.open == 0)),
        is_short_term_only=1 - sums.kept,
        is_still_looked_after=as_flag((sums.open == 1) & (sums.is_young == 1)),
        is_under_13_weeks=as_flag((sums.kept == 1) & (sums.has_age == 1) & short),
    )


def _days(start: ir.DateValue, birthday_on: ir.DateValue, end: ir.DateValue) -> ir.IntegerValue:
    """Days from the later of start and birthday to the end; none for an episode that is left out and has no start."""
    days = ibis.cases(
        (start.isnull() | birthday_on.isnull(), ibis.literal(0, "int64")),
        else_=end.delta(ibis.greatest(start, birthday_on), unit="day").cast("int64"),
    )
    return ibis.cases((days > 0, days), else_=0).cast("int64")


def _left_foster_care(records: Records, table: ir.Table) -> ir.Table:
    """Children who left a foster placement on their 18th birthday, whatever birthday was recorded."""
    every = records.shared("episodes", episodes)
    left = every.filter(
        (every.is_dropped == 0) & every.type.isin(_FOSTER) & (every.ceased.nullif("") != "X1").fill_null(True)
    )
    pairs = table.select(*CHILD, "born_on").distinct().join(left.select(*CHILD, "ended_on"), list(CHILD)).pipe(plain)
    pairs = pairs.filter(pairs.ended_on == birthday(pairs.born_on, 18))
    return pairs.select(*CHILD, left_foster_care_at_18=ibis.literal(1, "int64")).distinct()


def _far() -> ir.DateScalar:
    return ibis.date(_FAR)
