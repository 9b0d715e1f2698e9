"""cpp_at_period_end and cpp_second_or_subsequent_pct (definition 10, N15, N18)."""

from dataclasses import dataclass
from datetime import date

from .calendar_ import add_months
from .common import Choice, Row, Tables, counted, day, flag, judged, known, known_day, remembered
from .periods import Period


@dataclass(frozen=True)
class Plan:
    id: str
    child: str
    start: date | None
    end: date | None
    other_authority: bool

    def is_open(self, s: date) -> bool:
        return self.start is not None and self.start <= s and (self.end is None or self.end > s)


@remembered
def plans_by_child(tables: Tables, as_at: date) -> dict[str, list[Plan]]:
    children: dict[str, list[Plan]] = {}
    for row in known(tables, "ssd_cp_plans", as_at, "cppl_cp_plan_start_date", "cppl_person_id"):
        start, end = day(row, "cppl_cp_plan_start_date"), known_day(row, "cppl_cp_plan_end_date", as_at)
        child, plan_id = row["cppl_person_id"], row.get("cppl_cp_plan_id", "")
        children.setdefault(child, []).append(Plan(plan_id, child, start, end, flag(row, "cppl_cp_plan_ola")))
    return children


def at_period_end(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for child, plans in plans_by_child(tables, as_at).items():
        running = [plan for plan in plans if plan.is_open(period.last)]
        if running:
            only_others = all(plan.other_authority for plan in running)
            rows.append(counted(child, child, excluded="another authority's plan" if only_others else ""))
    return rows


def continued_by(earlier: Plan, later: Plan) -> bool:
    """An administrative restart: one plan ends on the day on which the other starts."""
    if earlier.start is None or later.start is None:
        return False
    return earlier.end == later.start and earlier.start < later.start


def is_continuation(plan: Plan, own_plans: list[Plan]) -> bool:
    return any(continued_by(other, plan) for other in own_plans)


def is_earlier(plan: Plan, start: date) -> bool:
    """Earlier start; or no start, and ended by that start (N18)."""
    if plan.start is None:
        return plan.end is not None and plan.end <= start
    return plan.start < start


def had_earlier_plan(start: date, own_plans: list[Plan], choice: Choice) -> bool:
    for plan in own_plans:
        ended_too_long_ago = plan.end is not None and plan.end < add_months(start, -24)
        if is_earlier(plan, start) and not (choice["lookback"] == "24m" and ended_too_long_ago):
            return True
    return False


def starts_in_period(plans: list[Plan], choice: Choice, period: Period) -> list[Row]:
    rows = []
    own_plans = [plan for plan in plans if not plan.other_authority]
    for plan in plans:
        if plan.start is None or not period.holds(plan.start):
            continue
        if plan.other_authority:
            rows.append(judged(plan.id, plan.child, excluded="another authority's plan"))
        elif choice["merge"] == "false" or not is_continuation(plan, own_plans):
            rows.append(judged(plan.id, plan.child, met=had_earlier_plan(plan.start, own_plans, choice)))
    return rows


def first_start(plan: Plan, own_plans: list[Plan]) -> date:
    """The start of the first plan that this one continues, directly or through others."""
    assert plan.start is not None
    earliest = plan.start
    for other in own_plans:
        if continued_by(other, plan):
            earliest = min(earliest, first_start(other, own_plans))
    return earliest


def current_plan_row(child: str, plans: list[Plan], choice: Choice, period: Period) -> Row | None:
    running = [plan for plan in plans if plan.is_open(period.last)]
    own_plans = [plan for plan in plans if not plan.other_authority]
    own_running = [plan for plan in running if not plan.other_authority]
    if not own_running:
        return judged(child, child, excluded="another authority's plan") if running else None
    current = min(own_running, key=lambda plan: (plan.start, plan.id))
    start = first_start(current, own_plans) if choice["merge"] == "true" else current.start
    assert start is not None
    return judged(child, child, met=had_earlier_plan(start, own_plans, choice))


def second_or_subsequent(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for child, plans in plans_by_child(tables, as_at).items():
        if choice["denominator"] == "starts":
            rows.extend(starts_in_period(plans, choice, period))
        else:
            row = current_plan_row(child, plans, choice, period)
            if row is not None:
                rows.append(row)
    return rows
