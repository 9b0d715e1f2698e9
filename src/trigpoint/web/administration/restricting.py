"""Restricting a case: what a form asks for, and who may be named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils import timezone

from trigpoint.web.administration.granting import day_of, reason_of
from trigpoint.web.people.actions import CHILD_LEVEL
from trigpoint.web.people.models import Account


@dataclass(frozen=True)
class Restriction:
    """From a day until another, why, and the accounts that may see the case all the same."""

    since: date
    until: date | None
    because: str
    named: frozenset[int]

    def words(self) -> str:
        """For the access log: without the reason, which may say who the child is."""
        until = f" until {self.until}" if self.until else ""
        people = ", ".join(str(one) for one in sorted(self.named)) or "nobody"
        return f"from {self.since}{until}, accounts named: {people}"


def restriction_of(given: QueryDict, first: date, errors: dict[str, str]) -> Restriction:
    """The restriction in a form; what will not do is said in `errors`. Without a first day it begins on `first`."""
    since = day_of(given.get("since") or "", "since", errors) or first
    until = day_of(given.get("until", ""), "until", errors)
    if until and until < since:
        errors["until"] = "Give a last day that is not before the first."
    because = reason_of({"because": given.get("because", "")}, errors)
    known = {str(one.pk): one.pk for one in who_may_be_named()}
    if unknown := set(given.getlist("named")) - known.keys():
        errors["named"] = f"Choose people from the list: {len(unknown)} of those chosen may not see children."
    return Restriction(since, until, because, frozenset(known[one] for one in given.getlist("named") if one in known))


def who_may_be_named() -> list[Account]:
    """Open accounts with a role that shows children, for nobody else would see the case anyway."""
    today = timezone.localdate()
    every = Account.objects.filter(is_active=True).prefetch_related("grants").order_by("title", "pk")
    return [one for one in every if one.actor(today).allowed() & CHILD_LEVEL]
