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
_BEFORE, _USUAL = 365, 60
"""Days before the month that are looked back on: for teams, and for what an account's usual day is."""


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
    seen = _seen(begin - timedelta(days=_BEFORE), end)
    found = [*_bulk(begin, end), *_many(begin, seen), *_denied(begin, end), *_new_teams(begin, seen, teams)]
    named = [
        Unusual(what, titles.get(account, "nobody signed in"), account, day, said) for what, account, day, said in found
    ]
    return sorted(named, key=lambda one: (one.day, one.title, one.what))


_Found = tuple[str, int, date, str]
_Seen = dict[tuple[int, date], set[str]]


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


def _seen(begin: date, end: date) -> _Seen:
    """The children that each account was shown on each day."""
    within = {"at__gte": midnight(begin), "at__lt": midnight(end)}
    logged = Logged.objects.filter(children__gt=0, **within).values_list("pk", "account", "at")
    when = {pk: (account or 0, timezone.localtime(at).date()) for pk, account, at in logged.iterator(chunk_size=20_000)}
    seen: _Seen = defaultdict(set)
    rows = Shown.objects.filter(**{f"logged__{name}": value for name, value in within.items()})
    for pk, child in rows.values_list("logged_id", "child").iterator(chunk_size=20_000):
        seen[when[pk]].add(child)
    return seen


def _many(begin: date, seen: _Seen) -> Iterator[_Found]:
    """More children in a day than the account is used to."""
    days: dict[int, list[int]] = defaultdict(list)
    for (account, day), children in seen.items():
        if day >= begin - timedelta(days=_USUAL):
            days[account].append(len(children))
    for (account, day), children in seen.items():
        if day >= begin and len(children) > MANY and len(children) > TIMES * median(days[account]):
            usual = median(days[account])
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


def _new_teams(begin: date, seen: _Seen, teams: Mapping[str, str]) -> Iterator[_Found]:
    """Children of a team that the account was shown none of in the year before, for accounts that were shown any."""
    known: dict[int, set[str]] = defaultdict(set)
    for (account, day), children in seen.items():
        if day < begin:
            known[account] |= {teams.get(child, "") for child in children}
    first: dict[tuple[int, str], date] = {}
    new: dict[tuple[int, str], set[str]] = defaultdict(set)
    for (account, day), children in sorted(seen.items(), key=lambda one: one[0][1]):
        if day < begin or account not in known:
            continue
        for child in children:
            if (team := teams.get(child, "")) and team not in known[account]:
                first.setdefault((account, team), day)
                new[account, team].add(child)
    for (account, team), day in first.items():
        n = len(new[account, team])
        yield "A team never looked at before", account, day, f"{n} {'child' if n == 1 else 'children'} of {team}"
