"""What the board and the comment page ask of tasks: the last figures of a measure, and when each step is due."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.compute as pc

from trigpoint.reports.draw import draw
from trigpoint.tasks.month_plan import month_plan, working_day
from trigpoint.tasks.prepared_figures import prepared_figures, read_prepared
from trigpoint.tasks.recent_figures import recent_figures

from .conftest import AS_AT


def test_the_last_thirteen_figures_are_those_that_were_prepared(store: Path) -> None:
    found = recent_figures(store, "", "cla_at_period_end", "", "snapshot", AS_AT, "Borderfield")
    prepared = prepared_figures(store)
    assert found is not None
    assert prepared is not None
    rows = read_prepared(prepared, "cla_at_period_end")
    mine = rows.filter(
        (pc.field("variant") == "") & (pc.field("period_type") == "snapshot") & (pc.field("breakdown") == "")
    ).sort_by("period_end")
    assert [figure for _, figure, _ in found.numbers] == [f"{value:,.0f}" for value in mine["value"].to_pylist()[-13:]]
    assert found.numbers[-1][0] == "31 October 2026"
    assert draw(found.chart, "recent", narrow=True).startswith("<svg")


def test_where_nothing_is_prepared_there_is_no_chart(store: Path) -> None:
    asked = ("", "month", AS_AT, "Borderfield")
    assert recent_figures(store, "", "no_such_measure", *asked) is None
    assert recent_figures(store, "", "repeat_cp_plans_pct", *asked) is None
    assert recent_figures(store, "0099-00000000", "icpc_15wd_pct", *asked) is None
    assert recent_figures(store, "", "icpc_15wd_pct", "", "month", date(2031, 1, 31), "Borderfield") is None


def test_steps_are_due_on_working_days_and_never_after_publishing() -> None:
    plan = month_plan(date(2026, 12, 31))
    assert (plan.load, plan.comment, plan.publish) == (date(2027, 1, 5), date(2027, 1, 14), date(2027, 1, 19))
    early = month_plan(date(2026, 12, 31), date(2027, 1, 12))
    assert (early.freeze, early.comment, early.publish) == (date(2027, 1, 8), date(2027, 1, 12), date(2027, 1, 12))
    assert working_day(date(2026, 12, 31), date(2027, 1, 13)) == 8
