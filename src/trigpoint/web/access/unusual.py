"""What was unusual in a month of the access log: for a person to look at, not a finding against anybody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.utils import timezone

from trigpoint.web.access.models import Logged, Shown
from trigpoint.web.access.reading import midnight
from trigpoint.web.people.models import Account

BULK = 50
"""From so many children in one entry on, it is bulk."""
MANY, TIMES = 100, 3
"""More children in a day than MANY, and more than TIMES an account's usual day, are many."""
DENIED = 10
EARLY, LATE = 7, 20
_BEFORE = 365


@dataclass(frozen=True)
class Unusual:
    """One thing to look at: what it is called, the account, the day, and how much of it."""

    what: str
    title: str
    account: int
    day: date
    said: str


def unusual(month: date, teams: Mapping[str, str]) -> list[Unusual]:
    """What was unusual in the month that begins with a day. `teams` names the team of a child by the child's token."""
    begin, end = month, (month + timedelta(days=31)).replace(day=1)
    titles = dict(Account.objects.values_list("pk", "title"))
    found = [*_bulk(begin, end), *_many(begin, end), *_denied(begin, end), *_new_teams(begin, end, teams)]
    named = [
        Unusual(what, titles.get(account, "nobody signed in"), account, day, said) for what, account, day, said in found
    ]
    return sorted(named, key=lambda one: (one.day, one.title, one.what))


_Found = tuple[str, int, date, str]


def _bulk(begin: date, end: date) -> Iterator[_Found]:
    """Many children at once at night or at the weekend."""
    rows = Logged.objects.filter(at__gte=midnight(begin), at__lt=midnight(end), children__gte=BULK)
    for row in rows.iterator():
        at = timezone.localtime(row.at)
        if at.weekday() > 4 or not EARLY <= at.hour < LATE:
            yield (
                "Many children out of hours",
                row.account_id or 0,
                at.date(),
                f"{row.children} children at {at:%H:%M} on a {at:%A}, entry {row.number}",
            )


def _many(begin: date, end: date) -> Iterator[_Found]:
    """More children in a day than the account is used to."""
    seen: dict[tuple[int, date], set[str]] = defaultdict(set)
    rows = Shown.objects.filter(logged__at__gte=midnight(begin - timedelta(days=60)), logged__at__lt=midnight(end))
    for account, at, child in rows.values_list("logged__account", "logged__at", "child").iterator(chunk_size=20_000):
        seen[account or 0, timezone.localtime(at).date()].add(child)
    days: dict[int, list[int]] = defaultdict(list)
    for (account, _), children in seen.items():
        days[account].append(len(children))
    for (account, day), children in seen.items():
        usual = median(days[account])
        if day >= begin and len(children) > MANY and len(children) > TIMES * usual:
            yield "Many children in a day", account, day, f"{len(children)} children; usual is {usual:g}"


def _denied(begin: date, end: date) -> Iterator[_Found]:
    """Attempts that were refused, again and again."""
    rows = Logged.objects.filter(at__gte=midnight(begin), at__lt=midnight(end), refused=True)
    counted = Counter(
        (account or 0, timezone.localtime(at).date()) for account, at in rows.values_list("account", "at")
    )
    for (account, day), times in counted.items():
        if times >= DENIED:
            yield "Refused again and again", account, day, f"{times} times"


def _new_teams(begin: date, end: date, teams: Mapping[str, str]) -> Iterator[_Found]:
    """Children of a team that the account was shown none of in the year before, for accounts that were shown any."""
    since = midnight(begin - timedelta(days=_BEFORE))
    known: dict[int, set[str]] = defaultdict(set)
    before = Shown.objects.filter(logged__at__gte=since, logged__at__lt=midnight(begin))
    for account, child in before.values_list("logged__account", "child").distinct().iterator(chunk_size=20_000):
        known[account or 0].add(teams.get(child, ""))
    first: dict[tuple[int, str], date] = {}
    children: dict[tuple[int, str], set[str]] = defaultdict(set)
    now = Shown.objects.filter(logged__at__gte=midnight(begin), logged__at__lt=midnight(end))
    rows = now.order_by("logged__number").values_list("logged__account", "logged__at", "child")
    for account, at, child in rows.iterator(chunk_size=20_000):
        team = teams.get(child, "")
        if team and account in known and team not in known[account]:
            first.setdefault((account, team), timezone.localtime(at).date())
            children[account, team].add(child)
    for (account, team), day in first.items():
        n = len(children[account, team])
        yield "A team never looked at before", account, day, f"{n} {'child' if n == 1 else 'children'} of {team}"
