"""A month for tests: figures as a calculation leaves them, in every state that the board knows."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

from trigpoint.web.months.models import Line, Month, MonthPack
from trigpoint.web.people.models import Account

PERIOD = date(2026, 10, 31)
OUTSIDE = {"words": "Outside tolerance", "shape": "diamond", "tone": "outside"}
WITHIN = {"words": "Within tolerance", "shape": "triangle", "tone": "within"}
ON_TARGET = {"words": "On target", "shape": "circle", "tone": "on"}
NOT_ASSESSED = {"words": "Not assessed", "shape": "ring", "tone": "grey"}

_LINES = (
    ("icpc_15wd_pct", "Conferences within 15 working days", "67%", "8 of 12", OUTSIDE, "outside tolerance", ""),
    ("cpp_visits_in_timescale_pct", "Protection visits on time", "84%", "137 of 164", WITHIN, "", ""),
    ("cla_reviews_in_timescale_pct", "Reviews of children in care on time", "91%", "60 of 66", ON_TARGET, "", ""),
    ("cla_at_period_end", "Children in care", "412", "", OUTSIDE, "moved 9 per cent", ""),
    ("referrals_received", "Referrals", "[x]", "", NOT_ASSESSED, "", "not collected"),
)


def make_month(period: date = PERIOD, calculated_by: Account | None = None) -> Month:
    """A month that is calculated, with five lines: two need a comment, two need none, one has no figure."""
    then = datetime(period.year, period.month, 28, 9, 0, tzinfo=UTC)
    month = Month.objects.create(
        period=period,
        accepted="0001-9dce911c",
        accepted_at=then,
        snapshot="0001-9dce911c",
        frozen_at=then,
        calculated_at=then,
        calculated_by=calculated_by,
    )
    MonthPack.objects.create(month=month, pack="scorecard", audience="internal")
    for order, told in enumerate(_LINES):
        make_line(month, order, *told)
    return month


def make_line(
    month: Month,
    order: int,
    measure: str,
    title: str,
    figure: str,
    made_of: str,
    mark: dict[str, str],
    due: str,
    missing: str,
) -> Line:
    """One figure of a month."""
    return Line.objects.create(
        month=month,
        key=f"{measure}||month|",
        measure=measure,
        period_type="month",
        title=title,
        owner="Measure owner",
        pages=[["scorecard", str(order + 1)]],
        figure=figure,
        made_of=made_of,
        target="90%" if figure.endswith("%") else "",
        before="80%" if figure.endswith("%") else "",
        mark=mark,
        due=due,
        missing=missing,
        digest=hashlib.sha256(f"{figure}{made_of}{mark}".encode()).hexdigest(),
        order=order,
    )


def line_of(month: Month, measure: str) -> Line:
    """The line of a measure."""
    return month.lines.get(measure=measure)


def typed(
    happened: str = "Three conferences were late.", why: str = "Two chairs were ill.", **more: str
) -> dict[str, str]:
    """A form as a browser sends it, with one action."""
    action = {"what-1": "Hire a chair", "owner-1": "Head of safeguarding", "by-1": "2026-12-15"}
    return {"happened": happened, "why": why, "back_on_target": "", "base": "0", **action, **more}
