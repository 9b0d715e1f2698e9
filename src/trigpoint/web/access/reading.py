"""Answers from the access log: who has seen a child, what somebody did, what was refused."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, F, Max, Min, QuerySet
from django.utils import timezone

from trigpoint.web.access.models import Logged, Shown
from trigpoint.web.access.seals import RETENTION
from trigpoint.web.people.actions import Action
from trigpoint.web.people.models import Account

PAGE = 100
_OWN_WORDS = ("sign out", RETENTION)
ACTIONS = tuple(sorted({*map(str, Action), *_OWN_WORDS}))
"""Every action that the log may name."""

_COLUMNS = ("Entry", "When", "Account", "Who", "Action", "About", "Detail", "Children shown", "Refused", "Hash")
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class Asked:
    """Which entries: of an account, from a day until another, of an action, of a child by token; empty asks for all."""

    account: int = 0
    action: str = ""
    since: date | None = None
    until: date | None = None
    refused: bool = False
    child: str = ""


@dataclass(frozen=True)
class Viewer:
    """Somebody who was shown a child: how often, first and last."""

    account: int | None
    title: str
    times: int
    first: datetime
    last: datetime


def asked_of(given: Mapping[str, str]) -> tuple[Asked, dict[str, str]]:
    """What a form asks for, and for each field that says nothing we know the sentence that tells how to mend it."""
    errors: dict[str, str] = {}
    since, until = (_day(given.get(name, ""), name, errors) for name in ("since", "until"))
    account, action = given.get("account", ""), given.get("action", "")
    if account and not (account.isascii() and account.isdigit() and len(account) < 10):
        errors["account"] = "Choose an account from the list."
    if action and action not in ACTIONS:
        errors["action"] = "Choose an action from the list."
    number = int(account) if account and "account" not in errors else 0
    return Asked(number, "" if "action" in errors else action, since, until, given.get("refused") == "yes"), errors


def entries(asked: Asked, before: int = 0) -> QuerySet[Logged]:
    """The entries asked for, newest first; `before` leaves out those from that number on."""
    found = Logged.objects.order_by("-number")
    if asked.account:
        found = found.filter(account_id=asked.account)
    if asked.action:
        found = found.filter(action=asked.action)
    if asked.since:
        found = found.filter(at__gte=midnight(asked.since))
    if asked.until:
        found = found.filter(at__lt=midnight(asked.until + timedelta(days=1)))
    if asked.refused:
        found = found.filter(refused=True)
    if asked.child:
        found = found.filter(shown__child=asked.child)
    return found.filter(number__lt=before) if before else found


def viewers(child: str) -> list[Viewer]:
    """Everybody who was shown a child, given by token; who was shown it last comes first."""
    rows = (
        Shown.objects.filter(child=child)
        .values(account=F("logged__account"))
        .annotate(times=Count("pk"), first=Min("logged__at"), last=Max("logged__at"))
        .order_by("-last")
    )
    titles = dict(Account.objects.values_list("pk", "title"))
    return [Viewer(title=titles.get(row["account"], "nobody signed in"), **row) for row in rows]


def as_csv(rows: Iterable[Logged]) -> str:
    """Entries as CSV, whose cells no spreadsheet takes for formulas."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        when = timezone.localtime(row.at).isoformat(timespec="seconds")
        said: list[Any] = [row.number, when, row.account_id or "", row.title, row.action, row.about, row.detail]
        writer.writerow([_plain(one) for one in [*said, row.children, "yes" if row.refused else "", row.hash]])
    return file.getvalue()


def midnight(day: date) -> datetime:
    """The moment at which a day begins here."""
    return timezone.make_aware(datetime(day.year, day.month, day.day))  # noqa: DTZ001 - the next call gives the zone


def _plain(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_DANGEROUS) else cell


def _day(text: str, name: str, errors: dict[str, str]) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        errors[name] = "Give the day as year-month-day, such as 2026-10-05."
        return None
