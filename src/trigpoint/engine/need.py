"""Episodes of need and what stands beside them: plans, care, child in need plans; as months and on single days."""

from collections.abc import Mapping, Sequence

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, kept
from trigpoint.engine.months import AGES, FAR, birthday, month_on, open_end
from trigpoint.engine.people import people
from trigpoint.engine.records import Records, as_flag, is_yes, plain, present
from trigpoint.engine.states import islands
from trigpoint.engine.together import overlay


def episodes_of_need(records: Records) -> ir.Table:
    """Every episode of need known on the as-at date, those that ended in no further action marked.

    `authority, child, id, referred_on, closed_on, primary_need, close_reason, is_no_further_action, team_id`.
    """
    raw = records.table("ssd_cin_episodes")
    known = raw.cine_referral_date.isnull() | (raw.cine_referral_date <= records.as_at)
    raw = raw.filter(present(raw.cine_person_id) & known)
    closed = records.known(raw.cine_close_date)
    reason = ibis.cases((closed.notnull(), raw.cine_close_reason.strip().nullif("")), else_=ibis.null("string"))
    return raw.select(
        authority=raw.authority,
        child=raw.cine_person_id,
        id=raw.cine_referral_id,
        referred_on=raw.cine_referral_date,
        closed_on=closed,
        primary_need=raw.cine_cin_primary_need_code.strip().nullif(""),
        close_reason=reason,
        is_no_further_action=is_yes(raw.cine_referral_nfa.fill_null("")),
        team_id=raw.cine_referral_team,
    )


def plan_spells(records: Records) -> ir.Table:
    """Our own child protection plans: `authority, child, started_on, ended_on`; plans of other authorities are none."""
    raw = records.table("ssd_cp_plans")
    own = is_yes(raw.cppl_cp_plan_ola.fill_null("")) == 0
    raw = raw.filter(present(raw.cppl_person_id) & (raw.cppl_cp_plan_start_date <= records.as_at) & own)
    return raw.select(
        authority=raw.authority,
        child=raw.cppl_person_id,
        started_on=raw.cppl_cp_plan_start_date,
        ended_on=records.known(raw.cppl_cp_plan_end_date),
    )


def care_spells(records: Records) -> ir.Table:
    """Episodes of being looked after, series of short-term placements left out: as `plan_spells`."""
    return records.shared("kept", kept).select(*CHILD, "started_on", "ended_on")


def need_plans(records: Records) -> ir.Table:
    """Child in need plans that began by the as-at date: `authority, child, id, started_on, ended_on, team_id`."""
    raw = records.table("ssd_cin_plans")
    raw = raw.filter(present(raw.cinp_person_id) & (raw.cinp_cin_plan_start_date <= records.as_at))
    return raw.select(
        authority=raw.authority,
        child=raw.cinp_person_id,
        id=raw.cinp_cin_plan_id,
        started_on=raw.cinp_cin_plan_start_date,
        ended_on=records.known(raw.cinp_cin_plan_end_date),
        team_id=raw.cinp_cin_plan_team,
    )


def in_months(records: Records, spells: ir.Table) -> ir.Table:
    """Spells with the months in which they stand; those that stand in none are left out."""
    table = spells.mutate(
        from_month=month_on(spells.started_on, records.as_at), to_month=open_end(spells.ended_on, records.as_at)
    )
    return table.filter(table.from_month < table.to_month)


def line(records: Records, spells: ir.Table, name: str) -> ir.Table:
    """Spells as a line a child on which a flag is 1: `authority, child, from_month, to_month` and the flag."""
    return islands(in_months(records, spells), CHILD).mutate(**{name: ibis.literal(1, "int64")})


def stands_on(table: ir.Table, spells: ir.Table, day: str, name: str) -> ir.Table:
    """The table with a flag: one of the child's spells holds a day column (its end exclusive)."""
    pairs = table.select(*CHILD, _day=table[day]).distinct().join(spells, list(CHILD)).pipe(plain)
    inside = (pairs.started_on <= pairs["_day"]) & (pairs.ended_on.isnull() | (pairs["_day"] < pairs.ended_on))
    hits = pairs.filter(inside).select(*CHILD, "_day").distinct().mutate(**{name: ibis.literal(1, "int64")})
    joined = table.left_join(hits, [*(table[key] == hits[key] for key in CHILD), table[day] == hits["_day"]])
    joined = joined.pipe(plain).drop("_day")
    return joined.mutate(**{name: as_flag(joined[name] == 1)})


def laid_over(base: ir.Table, lines: Sequence[ir.Table]) -> ir.Table:
    """`together.overlay` by child, for lines that touch few children: the rows of all others stay as they are."""
    base = base.cache()
    if not lines:
        return base
    touched = ibis.union(*(part.select(*CHILD) for part in lines), distinct=True) if len(lines) > 1 else lines[0]
    touched = touched.select(*CHILD).distinct().cache()
    table = overlay(base.semi_join(touched, list(CHILD)), lines, CHILD)
    rest = base.anti_join(touched, list(CHILD))
    lacking = {name: ibis.null(table[name].type()) for name in table.columns if name not in rest.columns}
    return ibis.union(table, rest.mutate(**lacking).select(*table.columns))


def cut_inside(table: ir.Table, keys: Sequence[str], flags: Mapping[str, str]) -> ir.Table:
    """As `states.cut`, for a line (rows of one key never overlap) in which few rows are cut, and many flags.

    Only the months of the cuts are handled row by row; what else the rows say is joined to them once.
    """
    marks = {flag: table[column].fill_null(FAR).cast("int64") for flag, column in flags.items()}
    inside = ibis.or_(*((table.from_month < mark) & (mark < table.to_month) for mark in marks.values()))
    table = table.mutate(_is_cut=inside).cache()
    several = table.filter(table["_is_cut"])
    edges = ibis.array([several.from_month, *(several[c].fill_null(FAR).cast("int64") for c in flags.values())])
    edges = several.select(*keys, "from_month", "to_month", _from=edges.unnest())
    edges = edges.filter((edges["_from"] >= edges.from_month) & (edges["_from"] < edges.to_month)).distinct()
    line = ibis.window(group_by=[*keys, "from_month"], order_by="_from")
    edges = edges.mutate(_to=edges["_from"].lead().over(line).fill_null(edges.to_month)).drop("to_month")
    pieces = several.join(edges, [*keys, "from_month"]).pipe(plain)
    pieces = pieces.mutate(from_month=pieces["_from"], to_month=pieces["_to"])
    rest = table.filter(~table["_is_cut"])
    columns = [name for name in table.columns if name != "_is_cut"]
    whole = ibis.union(rest.select(*columns), pieces.select(*columns))
    return whole.mutate(**{flag: as_flag(whole[column] <= whole.from_month) for flag, column in flags.items()})


AGE_MARKS = {f"is_{age}": f"_{age}_from" for age in (0, *AGES)}
"""Flags of the ages at which the band changes, and the columns that say from which month each holds."""


def with_age_marks(records: Records, table: ir.Table) -> ir.Table:
    """The table with `sex, ethnicity` and the months of `AGE_MARKS`, as far as they are wanted."""
    if not records.wants("sex", "ethnicity", "age_band"):
        return table
    who = records.shared("people", people)
    if not records.wants("age_band"):
        return table.left_join(who.select(*CHILD, "sex", "ethnicity"), list(CHILD)).pipe(plain)
    who = who.semi_join(table, list(CHILD)).cache()
    days = {age: birthday(who.born_on, age) if age else who.born_on for age in (0, *AGES)}
    months = {f"_{age}_from": month_on(day, records.as_at) for age, day in days.items()}
    return table.left_join(who.select(*CHILD, "sex", "ethnicity", **months), list(CHILD)).pipe(plain)


def age_marks(records: Records) -> dict[str, str]:
    """`AGE_MARKS` when the age band is wanted, else none."""
    return AGE_MARKS if records.wants("age_band") else {}


def with_age_band(records: Records, table: ir.Table) -> ir.Table:
    """The table with the DfE age band, from the flags of `AGE_MARKS`, if it is wanted."""
    return table.mutate(age_band=_age_band(table)) if records.wants("age_band") else table


def _age_band(table: ir.Table) -> ir.StringValue:
    names = ["Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and 17", "18 and over"]
    oldest_first = list(zip(AGE_MARKS, names, strict=True))[::-1]
    return ibis.cases(*((table[flag] == 1, name) for flag, name in oldest_first), else_=ibis.null("string"))
