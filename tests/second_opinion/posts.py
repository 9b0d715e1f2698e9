"""Posts of social workers: agency, vacant, held by permanent staff, and those who left (definition 44)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .calendar_ import add_months, add_wd, month_end
from .caseload import CARE_TEAM_WORDS
from .common import Choice, Row, Tables, by_key, counted, day, known, known_day, remembered, smallest
from .periods import Period

ROLES = {
    "social_workers": ("social_worker",),
    "team_managers": ("team_manager",),
    "all": ("social_worker", "team_manager"),
}
NOT_CARE_TEAM_WORDS = ("foster", "adopt")


@dataclass(frozen=True)
class Post:
    """`fte` in hundredths, nothing when it is not there."""

    id: str
    role: str
    team: str
    fte: float | None
    filled_by: str
    worker: str
    start: date
    end: date | None

    def is_open(self, s: date) -> bool:
        return self.start <= s and (self.end is None or self.end > s)

    @property
    def holder(self) -> tuple[str, str]:
        """The worker, or the post itself where no worker is named."""
        return ("worker", self.worker) if self.worker else ("post", self.id)


@remembered
def posts(tables: Tables, as_at: date) -> list[Post]:
    found = []
    for row in known(tables, "ext_post", as_at, "start_date"):
        start = day(row, "start_date")
        if start is not None:
            fte = float(100 * Decimal(row["fte"])) if row.get("fte") else None
            names = row.get("post_id", ""), row.get("role", ""), row.get("team", ""), fte
            who = row.get("filled_by", ""), row.get("professional_id", "")
            found.append(Post(*names, *who, start, known_day(row, "end_date", as_at)))
    return found


def no_role(post: Post) -> str:
    return "" if post.role else "no role"


def sized(post: Post, value: float | None, base: float | None) -> Row:
    """A post adds both or neither: without its role or a size that it should add nothing can be said of it."""
    unknown = no_role(post) or ("no full-time equivalent" if value is None or base is None else "")
    return counted(post.id, "", unknown=unknown, value=value, base=base)


def agency(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    held: set[tuple[str, str]] = set()  # of permanent workers: a row without a worker counts by itself
    for post in posts(tables, as_at):
        if post.role not in ("", *ROLES[choice["staff"]]) or not post.is_open(period.last):
            continue
        size = post.fte if choice["by"] == "fte" else 1.0
        is_first = post.worker == "" or (post.worker, post.role) not in held
        counts = choice["denominator"] == "established_posts" or post.filled_by == "agency"
        if post.filled_by == "permanent":
            counts = counts or choice["by"] == "fte" or is_first
            held.add((post.worker, post.role))
        agency_size = size if post.filled_by == "agency" else 0.0
        rows.append(sized(post, agency_size, size if counts else 0.0))
    return rows


def vacancies(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for post in posts(tables, as_at):
        if post.role in ("social_worker", "") and post.is_open(period.last):
            vacant = 0.0 if post.filled_by == "permanent" else post.fte
            rows.append(sized(post, vacant, post.fte))
    return rows


@remembered
def team_names(tables: Tables, as_at: date) -> dict[str, str]:
    teams = by_key(tables["ssd_department"], lambda row: row.get("dept_team_id", ""))
    return {team: smallest(row.get("dept_team_name", "") for row in rows) or "" for team, rows in teams.items()}


def permanent_posts(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for post in posts(tables, as_at):
        if post.role not in ("social_worker", "") or not post.is_open(period.last):
            continue
        name = team_names(tables, as_at).get(post.team, post.team).lower()
        is_other = any(word in name for word in NOT_CARE_TEAM_WORDS)
        if choice["scope"] == "cic_teams" and not any(words in name for words in CARE_TEAM_WORDS):
            continue
        held = post.fte if post.filled_by == "permanent" else 0.0
        row = sized(post, held, post.fte)
        rows.append(counted(post.id, "", excluded="fostering or adoption") if is_other else row)
    return rows


def has_left(post: Post, permanent: list[Post]) -> bool:
    """No other permanent post of the worker goes on, or begins by the next working day, and lasts longer."""
    if post.end is None or post.end <= post.start:
        return False
    for other in permanent:
        follows = other.start <= add_wd(post.end, 1) and (other.end is None or other.end > post.end)
        if other.holder == post.holder and follows:
            return False
    return True


def turnover_row(own: list[Post], permanent: list[Post], choice: Choice, s: date) -> Row | None:
    """One worker in one role: what was left in the 12 months, over what is held."""
    first = add_months(s.replace(day=1), -11)
    left = [post for post in own if post.end is not None and first <= post.end <= s and has_left(post, permanent)]
    held, held_before = ([post for post in own if post.is_open(on)] for on in (s, month_end(add_months(first, -1))))
    if not (left or held or held_before):
        return None
    unknown = "" if own[0].role or choice["staff"] == "all" else "no role"
    value, base = sum(post.fte or 0 for post in left), sum(post.fte or 0 for post in held)
    if choice["denominator"] == "average":
        value, base = len({post.end for post in left}), (bool(held) + bool(held_before)) / 2
    elif any(post.fte is None for post in left + held):
        unknown = unknown or "no full-time equivalent"
    return counted(own[0].holder[1], "", unknown=unknown, value=value, base=base)


def turnover(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    permanent = [post for post in posts(tables, as_at) if post.filled_by == "permanent"]
    by_worker_and_role: dict[tuple[tuple[str, str], str], list[Post]] = {}
    for post in permanent:
        if choice["staff"] == "all" or post.role in ("social_worker", ""):
            by_worker_and_role.setdefault((post.holder, post.role), []).append(post)
    rows = (turnover_row(own, permanent, choice, period.last) for own in by_worker_and_role.values())
    return [row for row in rows if row is not None]
