"""The eight steps of a month, from load to publication: how far each is, and when it was or will be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from django.utils import timezone

from trigpoint.tasks.month_plan import STEP_WORDS, STEPS, MonthPlan
from trigpoint.web.months.board import Row
from trigpoint.web.months.lateness import late_words
from trigpoint.web.months.links import snapshot_words
from trigpoint.web.months.models import Month, Publication
from trigpoint.web.people.models import Account


@dataclass(frozen=True)
class Stage:
    """One step: its name, its mark, the day it was done or is due, what there is to say, how much of it is done.

    `late` says how late it is, empty where it is not. `who` did it, empty where several did, or nobody yet.
    """

    words: str
    step: Literal["done", "open", "none"]
    when: str
    said: str
    done: int
    total: int
    who: str = ""
    late: str = ""


def stages(
    month: Month, rows: Sequence[Row], plan: MonthPlan, published: Publication | None, today: date
) -> list[Stage]:
    """The steps in their order, with those that are late. A step is open once the one before is done.

    People's steps run side by side.
    """
    total = len(rows)
    counts = [
        sum(not row.state.is_missing for row in rows),
        sum(row.commented.step == "done" for row in rows),
        sum(row.challenged.step == "done" for row in rows),
        sum(row.is_done for row in rows),
    ]
    calculated = month.calculated_at is not None
    first = _records(month, plan)
    if not calculated:
        first.append(_once("calculate", None, plan.calculate, "", None, ready=month.frozen_at is not None))
    else:
        by = month.calculated_by.title if month.calculated_by else ""
        said = f"{counts[0]} of {total}"
        first.append(Stage(STEP_WORDS["calculate"], "done", _day(month.calculated_at), said, counts[0], total, by))
    people = [
        _shared(step, counts[place], total if calculated else 0, plan.of(step))
        for place, step in enumerate(("comment", "challenge", "sign"), start=1)
    ]
    out = published.published if published else None
    said = f"release {published.release}" if published and out else ""
    by_whom = published.published_by if published and out else None
    last = _once("publish", out, plan.publish, said, by_whom, ready=bool(total) and counts[3] == total)
    due = [plan.of(step) for step in STEPS]
    return [_held(stage, day, today) for stage, day in zip([*first, *people, last], due, strict=True)]


def _records(month: Month, plan: MonthPlan) -> list[Stage]:
    """The steps from the load to the frozen records."""
    held, frozen = snapshot_words(month.accepted), snapshot_words(month.snapshot)
    is_loaded = month.accepted_at is not None
    return [
        _once("load", month.accepted_at, plan.load, held, month.accepted_by, ready=True),
        _once("fix", month.frozen_at, plan.fix, "", None, ready=is_loaded),
        _once("freeze", month.frozen_at, plan.freeze, frozen, month.frozen_by, ready=is_loaded),
    ]


def here(found: Sequence[Stage]) -> int:
    """The place of the step that the month stands at: the first that is not done."""
    return next((place for place, stage in enumerate(found) if stage.step != "done"), len(found) - 1)


def _held(stage: Stage, due: date, today: date) -> Stage:
    """The step with how late it is; one that is done is not late any more."""
    return stage if stage.step == "done" else replace(stage, late=late_words((today - due).days))


def _once(name: str, at: datetime | None, due: date, said: str, who: Account | None, *, ready: bool) -> Stage:
    words = STEP_WORDS[name]
    if at is not None:
        return Stage(words, "done", _day(at), said, 1, 1, who.title if who else "")
    return Stage(words, "open" if ready else "none", f"by {_short(due)}", said, 0, 1)


def _shared(name: str, done: int, total: int, due: date) -> Stage:
    step: Literal["done", "open", "none"] = "none" if not total else "done" if done == total else "open"
    return Stage(STEP_WORDS[name], step, f"by {_short(due)}", f"{done} of {total}" if total else "", done, total or 1)


def _day(at: datetime | None) -> str:
    return _short(timezone.localtime(at).date()) if at else ""


def _short(day: date) -> str:
    return f"{day.day} {day:%b}"
