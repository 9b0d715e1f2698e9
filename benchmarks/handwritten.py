"""The SQL an expert would write by hand: one query for all months, whose cost does not grow with their number.

Flows are counted by month and added up by a window over months; states are differenced: what begins, less what
ceases, and a running sum.
"""

from __future__ import annotations

from datetime import date

from benchmarks.subject import Subject

_GRID = """
grid as (select authority, month from (select distinct authority from authorities), range({first}, {last} + 1) r(month))
"""

_FLOW = """
with monthly as (
  select authority, (year({day}) * 12 + month({day}) - 1)::bigint as month,
         sum({numerator})::bigint as n, sum({denominator})::bigint as d
  from {table} where {day} >= $from_day and {day} <= $as_at group by all
), {grid}, windowed as (
  select authority, month,
         (sum(coalesce(n, 0)) over line)::bigint as n, (sum(coalesce(d, 0)) over line)::bigint as d
  from grid left join monthly using (authority, month)
  window line as (partition by authority order by month rows between {before} preceding and current row)
)
"""

_STATE = """
with changes as (
  select authority, greatest(from_month, {first}) as month, {numerator} as n, {denominator} as d
  from {table} where to_month > {first} and from_month <= {last}
  union all
  select authority, to_month, -({numerator}), -({denominator})
  from {table} where to_month > {first} and to_month <= {last}
), monthly as (
  select authority, month, sum(n)::bigint as n, sum(d)::bigint as d from changes group by all
), {grid}, windowed as (
  select authority, month,
         (sum(coalesce(n, 0)) over line)::bigint as n, (sum(coalesce(d, 0)) over line)::bigint as d
  from grid left join monthly using (authority, month)
  window line as (partition by authority order by month)
)
"""

_POPULATION = """
, estimates as (
  select authority, sum(children) as people, coalesce(published_on, make_date(year, 6, 30)) as known_on
  from population where age_from = 0 and age_to = 17 and sex is null group by authority, published_on, year
)
select windowed.authority, month, n, people::bigint as d
from windowed asof left join estimates on windowed.authority = estimates.authority
  and make_date((month + 1) // 12, ((month + 1) % 12 + 1)::int, 1) - 1 >= known_on
order by windowed.authority, month
"""


def query(subject: Subject, table: str, first: int, last: int) -> str:
    """SQL that gives `authority, month, n, d` for every authority and month from the first to the last.

    It reads the prepared view `table` and the tables `authorities` and `population`, and binds `values`.
    """
    before = subject.kind.months(last) - 1
    shape = _FLOW if subject.day else _STATE
    start = first - before if subject.day else first
    text = shape.format(
        table=table,
        day=subject.day,
        numerator=subject.numerator,
        denominator=subject.denominator,
        before=before,
        first=start,
        last=last,
        grid=_GRID.format(first=start, last=last),
    )
    if subject.per_population:
        return text + _POPULATION
    return text + f"select * from windowed where month >= {first} order by authority, month"


def values(subject: Subject, sql: str, first: int, as_at: date) -> dict[str, date]:
    """Dates bound to a query: the first day that any period reaches back to, and the as-at date."""
    start = first - subject.kind.months(first) + 1
    bound = {"from_day": date(start // 12, start % 12 + 1, 1), "as_at": as_at}
    return {name: day for name, day in bound.items() if f"${name}" in sql}


def scan(subject: Subject, table: str) -> str:
    """The floor: one pass over the columns that the measure needs, nothing grouped."""
    days = [subject.day] if subject.day else ["from_month", "to_month"]
    told = [*days, *subject.columns, "authority"]
    return f"select {', '.join(f'min({column})' for column in told)} from {table}"
