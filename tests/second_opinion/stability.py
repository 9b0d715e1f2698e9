"""cla_long_term_stability_pct (definition 19, N11, N12)."""

from datetime import date

from .calendar_ import add_months
from .care_spots import Lived, lives, place_of_current
from .care_states import NO_BIRTH, age_reached, entry_of_current, is_looked_after, looked_after, why_unaccompanied
from .common import Choice, Row, Tables, judged
from .periods import Period
from .placements import placement_of

FOR_ADOPTION = ("A3", "A4", "A5", "A6")


def settled_since(tables: Tables, as_at: date, lived: Lived, current: int) -> date:
    base = lived.base[current]
    if base is None:
        return lived.episodes[lived.stay_of(current)[0]].start
    number = lived.placement_number(base)
    own = lived.standing[number]
    if number > 0 and is_for_adoption(tables, as_at, lived, base) and is_for_adoption(tables, as_at, lived, own[0]):
        before = lived.standing[number - 1]
        if not lived.home_between(before[-1], own[0]):
            return lived.episodes[before[0]].start
    return lived.episodes[own[0]].start


def is_for_adoption(tables: Tables, as_at: date, lived: Lived, place: int) -> bool:
    return placement_of(tables, as_at, lived.episodes[place]).type in FOR_ADOPTION


def is_long_in_care(entry: date, s: date, choice: Choice) -> bool:
    if choice["months_as"] == "days":
        return (s - entry).days >= 911
    return entry <= add_months(s, -30)


def is_settled(since: date, s: date, choice: Choice) -> bool:
    if choice["months_as"] == "days":
        return (s - since).days >= 729
    return since <= add_months(s, -24)


def long_term(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    s = period.last
    for child, _ in looked_after(tables, as_at, s):
        if not is_looked_after(tables, as_at, child, s):
            continue
        is_sixteen = age_reached(tables, as_at, child, 16, s)
        if is_sixteen or not is_long_in_care(entry_of_current(tables, as_at, child, s), s, choice):
            continue
        lived = lives(tables, as_at)[child]
        current = place_of_current(lived, s)
        assert current is not None
        unknown = NO_BIRTH if is_sixteen is None else ""
        met = not unknown and is_settled(settled_since(tables, as_at, lived, current), s, choice)
        excluded = why_unaccompanied(tables, as_at, child, s, choice)
        rows.append(judged(child, child, excluded=excluded, met=met, unknown=unknown))
    return rows
