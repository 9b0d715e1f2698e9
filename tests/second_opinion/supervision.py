"""supervision_in_month_pct (definition 43, N32): worker-months with a supervision."""

from datetime import date, timedelta

from .calendar_ import ONE_DAY, add_months, month_end
from .common import Choice, Row, Tables, day, judged, known, remembered
from .periods import Period
from .posts import Post, posts

FRONTLINE = ("social_worker", "family_support")
Worker = tuple[str, str]


@remembered
def posts_by_worker(tables: Tables, as_at: date) -> dict[Worker, list[Post]]:
    """Posts of frontline staff with at least a day in them."""
    workers: dict[Worker, list[Post]] = {}
    for post in posts(tables, as_at):
        is_staff = post.role in FRONTLINE and post.filled_by in ("permanent", "agency")
        if is_staff and (post.end is None or post.end > post.start):
            workers.setdefault(post.holder, []).append(post)
    return workers


@remembered
def supervisions(tables: Tables, as_at: date) -> dict[str, list[date]]:
    found: dict[str, list[date]] = {}
    for row in known(tables, "ext_supervision", as_at, "held_on"):
        held = day(row, "held_on")
        if held is not None and row.get("professional_id", ""):
            found.setdefault(row.get("professional_id", ""), []).append(held)
    return found


def touches(post: Post, first: date, last: date) -> bool:
    return post.start <= last and (post.end is None or post.end > first)


def times_in_post(own: list[Post]) -> list[tuple[date, date]]:
    """Unbroken times as (start, end), end not included; a post from the day on which another ends goes on."""
    times: list[tuple[date, date]] = []
    for start, end in sorted((post.start, post.end or date.max) for post in own):
        if times and start <= times[-1][1]:
            times[-1] = times[-1][0], max(times[-1][1], end)
        else:
            times.append((start, end))
    return times


def is_new(own: list[Post], first: date, last: date) -> bool:
    in_month = [start for start, end in times_in_post(own) if start <= last and end > first]
    return min(in_month) >= last - timedelta(days=13)


def is_supervised(own: list[Post], held: list[date], first: date, last: date, choice: Choice) -> bool:
    if choice["interval"] == "month":
        return any(first <= on <= last for on in held)
    last_in_post = max(
        min(post.end - ONE_DAY if post.end else last, last) for post in own if touches(post, first, last)
    )
    days = timedelta(days=int(choice["interval"].removesuffix("d")))
    return any(last_in_post - days <= on <= last_in_post for on in held)


def worker_months(tables: Tables, as_at: date, choice: Choice, first: date, last: date) -> list[Row]:
    rows = []
    roles = FRONTLINE if choice["staff"] == "frontline" else ("social_worker",)
    for (kind, name), own in posts_by_worker(tables, as_at).items():
        if not any(touches(post, first, last) and post.role in roles for post in own):
            continue
        is_left_out = choice["new_starters"] == "exclude_14d" and is_new(own, first, last)
        unknown = "no worker named" if kind == "post" else ""
        held = supervisions(tables, as_at).get(name, []) if kind == "worker" else []
        met = is_supervised(own, held, first, last, choice)
        rows.append(judged(name, "", excluded="new starter" if is_left_out else "", unknown=unknown, met=met))
    return rows


def supervised(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    first = period.first
    while first <= period.last:
        rows += worker_months(tables, as_at, choice, first, min(month_end(first), period.last))
        first = add_months(first, 1)
    return rows
