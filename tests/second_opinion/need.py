"""Children in need: how many, for how long, with what need, with a current plan, and the cases closed."""

from dataclasses import dataclass
from datetime import date

from .assessed import assessments
from .calendar_ import add_months, add_wd
from .care import births, kept_episodes
from .common import Choice, Row, Tables, by_key, counted, day, flag, judged, known, known_day, remembered
from .people import once_a_family, turned
from .periods import Period
from .plans import plans_by_child

NFA = "Referral ended in no further action"
ON_PLAN = "On a child protection plan"
LOOKED_AFTER = "Looked after"


@dataclass(frozen=True)
class Episode:
    """One row of the referrals and the episode of need it began."""

    id: str
    child: str
    start: date | None
    closed: date | None
    close_reason: str
    is_nfa: bool
    need: str
    team: str

    def is_open(self, s: date) -> bool:
        return self.start is not None and self.start <= s and (self.closed is None or self.closed > s)


@remembered
def episodes(tables: Tables, as_at: date) -> list[Episode]:
    found = []
    for row in known(tables, "ssd_cin_episodes", as_at, "cine_referral_date", "cine_person_id"):
        closed = known_day(row, "cine_close_date", as_at)
        found.append(
            Episode(
                id=row.get("cine_referral_id", ""),
                child=row["cine_person_id"],
                start=day(row, "cine_referral_date"),
                closed=closed,
                close_reason="" if closed is None else row.get("cine_close_reason", ""),
                is_nfa=flag(row, "cine_referral_nfa"),
                need=row.get("cine_cin_primary_need_code", ""),
                team=row.get("cine_referral_team", ""),
            )
        )
    return found


@remembered
def episodes_by_child(tables: Tables, as_at: date) -> dict[str, list[Episode]]:
    return by_key(episodes(tables, as_at), lambda one: one.child)


def on_plan(tables: Tables, as_at: date, child: str, on: date) -> bool:
    return any(plan.is_open(on) and not plan.other_authority for plan in plans_by_child(tables, as_at).get(child, []))


def looked_after(tables: Tables, as_at: date, child: str, on: date) -> bool:
    return any(episode.is_open(on) for episode in kept_episodes(tables, as_at).get(child, []))


@dataclass(frozen=True)
class NeedPlan:
    id: str
    child: str
    start: date | None
    end: date | None

    def is_open(self, s: date) -> bool:
        return self.start is not None and self.start <= s and (self.end is None or self.end > s)

    def reaches(self, on: date) -> bool:
        return self.end is None or self.end > on


@remembered
def need_plans(tables: Tables, as_at: date) -> dict[str, list[NeedPlan]]:
    """Every child's plans with a start: earliest start first, then smallest id, then earliest end (missing last)."""
    found = []
    for row in known(tables, "ssd_cin_plans", as_at, "cinp_cin_plan_start_date", "cinp_person_id"):
        start, end = day(row, "cinp_cin_plan_start_date"), known_day(row, "cinp_cin_plan_end_date", as_at)
        found.append(NeedPlan(row.get("cinp_cin_plan_id", ""), row["cinp_person_id"], start, end))
    dated = [plan for plan in found if plan.start is not None]
    dated.sort(key=lambda plan: (plan.start, plan.id, plan.end or date.max))
    return by_key(dated, lambda plan: plan.child)


def the_episode(running: list[Episode]) -> Episode:
    """The open episode that says what the child's need is: one that did not end in no further action, if any."""
    own = [one for one in running if not one.is_nfa] or running
    return min(own, key=lambda o: (o.start, o.id, o.closed or date.max, o.need == "", o.need, o.team == "", o.team))


class InNeed:
    """A child with an episode open on a day, and the one of them that says what its need is."""

    def __init__(self, tables: Tables, as_at: date, child: str, s: date, running: list[Episode]) -> None:
        self.child = child
        self.episode = the_episode(running)
        self.tables, self.as_at, self.s = tables, as_at, s

    def out_of_scope(self, scope: str) -> str:
        if self.episode.is_nfa:
            return NFA
        if scope == "cin_only" and on_plan(self.tables, self.as_at, self.child, self.s):
            return ON_PLAN
        if scope == "cin_only" and looked_after(self.tables, self.as_at, self.child, self.s):
            return LOOKED_AFTER
        return ""


def children_in_need(tables: Tables, as_at: date, s: date, scope: str) -> list[InNeed]:
    found = []
    for child, own in episodes_by_child(tables, as_at).items():
        running = [one for one in own if one.is_open(s)]
        has_plan = any(plan.is_open(s) for plan in need_plans(tables, as_at).get(child, []))
        if running and (scope != "cin_plan" or has_plan):
            found.append(InNeed(tables, as_at, child, s, running))
    return found


def at_period_end(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    scope = choice["scope"]
    rows = [
        counted(one.child, one.child, excluded=one.out_of_scope(scope))
        for one in children_in_need(tables, as_at, period.last, scope)
    ]
    return rows if choice.get("level", "child") == "child" else once_a_family(tables, as_at, rows)


BANDS = ("0-3m", "3-6m", "6m-1y", "1-2y", "2y+")


def band_of(start: date, end: date) -> str:
    if end <= add_months(start, 3):
        return "0-3m"
    if end <= add_months(start, 6):
        return "3-6m"
    if end < add_months(start, 12):
        return "6m-1y"
    return "1-2y" if end < add_months(start, 24) else "2y+"


def open_so_long(start: date, s: date, choice: Choice) -> bool:
    if choice["band"] != "none":
        return band_of(start, s) == choice["band"]
    limit = add_months(start, int(choice["months"]))
    return s >= limit if choice["op"] == "ge" else s > limit


def open_duration(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in children_in_need(tables, as_at, period.last, choice["scope"]):
        excluded = one.out_of_scope(choice["scope"])
        start = one.episode.start
        met = start is not None and open_so_long(start, period.last, choice)
        rows.append(judged(one.child, one.child, excluded=excluded, met=met))
    return rows


def primary_need(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in children_in_need(tables, as_at, period.last, "all_statutory"):
        need = one.episode.need
        unknown = "" if need else "Not recorded"
        rows.append(counted(one.child, one.child, excluded=one.out_of_scope(""), unknown=unknown, category=need))
    return rows


def closed_in(tables: Tables, as_at: date, period: Period) -> list[Episode]:
    return [one for one in episodes(tables, as_at) if period.holds(one.closed)]


def ceased(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    return [counted(one.id, one.child, excluded=NFA if one.is_nfa else "") for one in closed_in(tables, as_at, period)]


def closed_duration(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for one in closed_in(tables, as_at, period):
        category = unknown = ""
        assert one.closed is not None
        if one.start is None or one.closed < one.start:
            unknown = "No length"
        else:
            category = band_of(one.start, one.closed)
        excluded = NFA if one.is_nfa else ""
        rows.append(counted(one.id, one.child, excluded=excluded, unknown=unknown, category=category))
    return rows


@remembered
def care_leavers(tables: Tables, as_at: date) -> set[str]:
    return {row["clea_person_id"] for row in tables["ssd_care_leavers"] if row.get("clea_person_id", "")}


@remembered
def reviews(tables: Tables, as_at: date) -> dict[str, list[date]]:
    """The days on which each child in need plan was reviewed."""
    found: dict[str, list[date]] = {}
    for row in known(tables, "ext_cin_review", as_at, "review_date"):
        on = day(row, "review_date")
        if on is not None and row.get("cin_plan_id", ""):
            found.setdefault(row["cin_plan_id"], []).append(on)
    return found


def is_care_leaver(tables: Tables, as_at: date, child: str, s: date) -> bool:
    has_birth = child in births(tables, as_at)
    return child in care_leavers(tables, as_at) and (not has_birth or turned(tables, as_at, child, 16, s))


def no_plan_expected(tables: Tables, as_at: date, one: InNeed, s: date) -> str:
    if one.episode.is_nfa:
        return NFA
    if on_plan(tables, as_at, one.child, s):
        return ON_PLAN
    if looked_after(tables, as_at, one.child, s):
        return LOOKED_AFTER
    if is_care_leaver(tables, as_at, one.child, s):
        return "Care leaver"
    start = one.episode.start
    assert start is not None
    own = [a for a in assessments(tables, as_at) if a.child == one.child]
    ends = [a.authorised for a in own if a.authorised is not None and a.authorised >= start]
    is_expected = bool(ends) and s >= add_wd(min(ends), 11)
    return "" if is_expected else "No assessment completed more than 10 working days ago"


def is_current(plan: NeedPlan, review_days: list[date], s: date, currency: str) -> bool:
    if not plan.is_open(s):
        return False
    if currency == "open":
        return True
    assert plan.start is not None
    renewed = [plan.start, *(on for on in review_days if max(on, plan.start) <= s)]
    return any(s <= add_months(on, 6) for on in renewed)


def current_plan(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    s = period.last
    rows = []
    for one in children_in_need(tables, as_at, s, "all_statutory"):
        excluded = no_plan_expected(tables, as_at, one, s)
        own = need_plans(tables, as_at).get(one.child, [])
        met = any(is_current(p, reviews(tables, as_at).get(p.id, []), s, choice["currency"]) for p in own)
        rows.append(judged(one.child, one.child, excluded=excluded, met=met))
    return rows
