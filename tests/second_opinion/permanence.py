"""Adoption beyond A1: A2, A3, A10, decisions, matches, reversals, those who wait (definitions 31 to 33, 36; N26)."""

from datetime import date
from typing import NamedTuple

from .adoption import latest_entry
from .calendar_ import add_months
from .care_states import legal_statuses
from .common import Choice, Row, Tables, by_key, counted, flag, judged, known, known_day, remembered
from .periods import Period

NEVER_PLACED = "never placed for adoption"
NO_ENTRY = "no period of care begun by then"
BEFORE_ENTRY = "placed before entering care"
DAYS = {14: 426, 16: 487, 18: 547, 20: 608}


class Plan(NamedTuple):
    """A permanence record; dates after the as-at day are empty."""

    id: str
    child: str
    decided: date | None
    ordered_placing: date | None
    matched: date | None
    placed: date | None
    reversed: date | None
    ordered: date | None
    is_adoption: bool
    by_carer: bool
    with_carer: date | None


@remembered
def plans(tables: Tables, as_at: date) -> list[Plan]:
    found = []
    for row in known(tables, "ssd_permanence", as_at, "", "perm_person_id"):
        ordered = known_day(row, "perm_permanence_order_date", as_at)
        says_adoption = "adopt" in row["perm_permanence_order_type"].lower()
        plan = Plan(
            id=row["perm_table_id"],
            child=row["perm_person_id"],
            decided=known_day(row, "perm_adm_decision_date", as_at),
            ordered_placing=known_day(row, "perm_placement_order_date", as_at),
            matched=known_day(row, "perm_matched_date", as_at),
            placed=known_day(row, "perm_placed_for_adoption_date", as_at),
            reversed=known_day(row, "perm_decision_reversed_date", as_at),
            ordered=ordered,
            is_adoption=says_adoption and ordered is not None,
            by_carer=flag(row, "perm_adopted_by_carer_flag"),
            with_carer=known_day(row, "perm_placed_foster_carer_date", as_at),
        )
        found.append(plan)
    return found


def adoptions(tables: Tables, as_at: date, period: Period) -> list[Plan]:
    return [plan for plan in plans(tables, as_at) if plan.is_adoption and period.holds(plan.ordered)]


def a10_row(tables: Tables, as_at: date, plan: Plan) -> Row:
    assert plan.ordered is not None
    entry = latest_entry(tables, as_at, plan.child, plan.ordered)
    if plan.placed is None:
        return counted(plan.id, plan.child, excluded=NEVER_PLACED)
    if plan.by_carer and plan.with_carer is None:
        return counted(plan.id, plan.child, unknown="no date of moving in with the carer")
    if entry is None:
        return counted(plan.id, plan.child, unknown=NO_ENTRY)
    if plan.by_carer and plan.with_carer is not None:
        return counted(plan.id, plan.child, value=max(0, (plan.with_carer - entry).days))
    if plan.placed < entry:
        return counted(plan.id, plan.child, unknown=BEFORE_ENTRY)
    return counted(plan.id, plan.child, value=(plan.placed - entry).days)


def a10_days(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    return [a10_row(tables, as_at, plan) for plan in adoptions(tables, as_at, period)]


def placement_order(tables: Tables, as_at: date, plan: Plan) -> date | None:
    """The record's own, else the child's first placement or freeing order."""
    if plan.ordered_placing is not None:
        return plan.ordered_placing
    statuses = legal_statuses(tables, as_at).get(plan.child, [])
    return min((status.start for status in statuses if status.code in ("E1", "D1")), default=None)


def a2_days(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for plan in adoptions(tables, as_at, period):
        assert plan.ordered is not None
        order = placement_order(tables, as_at, plan)
        excluded = "" if order else "no placement order"
        if plan.placed is None or plan.placed >= plan.ordered:
            excluded = excluded or "not placed before the adoption order"
        unknown = "" if plan.matched else "not matched"
        value = max(0, (plan.matched - order).days) if plan.matched and order else None
        rows.append(counted(plan.id, plan.child, excluded=excluded, unknown=unknown, value=value))
    return rows


def decision_to_match(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for plan in adoptions(tables, as_at, period):
        if plan.decided is None or plan.matched is None:
            rows.append(counted(plan.id, plan.child, unknown="decision or match missing"))
        elif plan.matched < plan.decided:
            rows.append(counted(plan.id, plan.child, unknown="matched before the decision"))
        else:
            rows.append(counted(plan.id, plan.child, value=(plan.matched - plan.decided).days))
    return rows


def decided_within_4m(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for plan in plans(tables, as_at):
        if plan.decided is not None and period.holds(plan.decided):
            entry = latest_entry(tables, as_at, plan.child, plan.decided)
            met = entry is not None and plan.decided <= add_months(entry, 4)
            rows.append(judged(plan.id, plan.child, met=met, unknown="" if entry else NO_ENTRY))
    return rows


def reversals(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    children = sorted({plan.child for plan in plans(tables, as_at) if period.holds(plan.reversed)})
    return [counted(child, child) for child in children]


@remembered
def adoption_orders(tables: Tables, as_at: date) -> dict[str, list[Plan]]:
    return by_key([plan for plan in plans(tables, as_at) if plan.is_adoption], lambda plan: plan.child)


def is_waiting(tables: Tables, as_at: date, plan: Plan, s: date) -> bool:
    if plan.decided is None or plan.decided > s:
        return False
    ends = [plan.placed, plan.reversed, plan.ordered]
    orders = [other.ordered for other in adoption_orders(tables, as_at).get(plan.child, [])]
    ends += [ordered for ordered in orders if ordered is not None and ordered >= plan.decided]
    return all(end is None or end > s for end in ends)


def waiting(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    s = period.last
    children = set()
    for plan in plans(tables, as_at):
        if is_waiting(tables, as_at, plan, s):
            order = placement_order(tables, as_at, plan)
            if choice["scope"] == "all" or (order is not None and order <= s):
                children.add(plan.child)
    return [counted(child, child) for child in sorted(children)]


def is_short(entry: date, until: date, choice: Choice) -> bool:
    months = int(choice["months"])
    if choice["months_as"] == "days":
        return (until - entry).days < DAYS[months]
    return until < add_months(entry, months)


def a3_row(tables: Tables, as_at: date, plan: Plan, choice: Choice) -> Row:
    assert plan.ordered is not None
    own = plan.id, plan.child
    if plan.placed is None:
        return judged(*own, excluded=NEVER_PLACED)
    entry = latest_entry(tables, as_at, plan.child, plan.ordered)
    if entry is None:
        return judged(*own, unknown=NO_ENTRY)
    if plan.placed < entry:
        return judged(*own, unknown=BEFORE_ENTRY)
    return judged(*own, met=is_short(entry, plan.placed, choice))


def a3_waiting_row(tables: Tables, as_at: date, plan: Plan, choice: Choice, s: date) -> Row:
    entry = latest_entry(tables, as_at, plan.child, s)
    met = entry is not None and is_short(entry, s, choice)
    return judged(plan.id, plan.child, met=met, unknown="" if entry else NO_ENTRY)


def a3_in_time(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = [a3_row(tables, as_at, plan, choice) for plan in adoptions(tables, as_at, period)]
    if choice["waiting"] == "include":
        still = [plan for plan in plans(tables, as_at) if is_waiting(tables, as_at, plan, period.last)]
        rows += [a3_waiting_row(tables, as_at, plan, choice, period.last) for plan in still]
    return rows
