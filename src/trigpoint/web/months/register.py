"""The register of actions of every month: open, late and closed, by role and by the month they were agreed for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.db.models import QuerySet
from django.utils import timezone

from trigpoint.web.months.lateness import late_words
from trigpoint.web.months.models import AgreedAction, Month

SHOWN: Mapping[str, str] = MappingProxyType({"open": "Open", "late": "Late", "closed": "Closed", "all": "All"})
"""What the register can be narrowed to."""


@dataclass(frozen=True)
class Entry:
    """An action as the register shows it: days past its day while it is open, the months it was carried into."""

    action: AgreedAction
    late: int
    carried: int

    @property
    def when(self) -> str:
        """How late it is, in words; nothing on its day."""
        return late_words(self.late) if self.late > 0 else ""

    @property
    def carried_words(self) -> str:
        """How often it was carried forward."""
        return f"carried forward {self.carried} month{'' if self.carried == 1 else 's'}" if self.carried else ""


def narrowed(shown: str, owner: str, month: Month | None, today: date) -> QuerySet[AgreedAction]:
    """The actions asked for: soonest first where they are open, closed last first."""
    found = AgreedAction.objects.select_related("comment__month", "opened_by", "closed_by")
    found = found.prefetch_related("comment__lines")
    if owner:
        found = found.filter(owner__iexact=owner)
    if month is not None:
        found = found.filter(comment__month=month)
    if shown == "closed":
        return found.exclude(closed=None).order_by("-closed", "pk")
    if shown in {"open", "late"}:
        found = found.filter(closed=None)
    return (found.filter(by__lt=today) if shown == "late" else found).order_by("by", "pk")


def entries(actions: Sequence[AgreedAction], today: date) -> list[Entry]:
    """The same with what the register says of each."""
    months = sorted(Month.objects.values_list("period", flat=True))
    return [_entry(action, months, today) for action in actions]


def owners() -> list[str]:
    """Every role that an action was given to, each once however it was capitalised."""
    names = AgreedAction.objects.order_by("owner").values_list("owner", flat=True).distinct()
    return sorted({name.casefold(): name for name in names if name}.values(), key=str.casefold)


def _entry(action: AgreedAction, months: Sequence[date], today: date) -> Entry:
    until = timezone.localdate(action.closed) if action.closed else today
    begun = action.comment.month.period
    carried = sum(begun < period and period.replace(day=1) <= until for period in months)
    return Entry(action, (today - action.by).days if action.closed is None else 0, carried)
