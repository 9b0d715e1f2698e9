"""What the board and the comment page ask of tasks: the last figures of a measure, and when each step is due."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.compute as pc

from trigpoint.reports.draw import draw
from trigpoint.tasks.month_plan import month_plan, working_day
from trigpoint.tasks.own_packs import keep_pack
from trigpoint.tasks.prepared_figures import prepare_figures, prepared_figures, read_prepared
from trigpoint.tasks.reasonable import usual
from trigpoint.tasks.recent_figures import recent_figures

from . import flow
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


def test_what_only_a_councils_own_pack_combines_is_prepared_beside_what_stands(store: Path, tmp_path: Path) -> None:
    own, asked = flow.copied(store, tmp_path / "store"), ("cla_reviews_in_timescale_pct", "basis=meeting;uasc=exc")
    before = prepared_figures(own)
    assert recent_figures(own, "", *asked, "month", AS_AT, "Borderfield") is None
    page = f'[[page]]\ncode = "1"\ntitle = "Reviews"\nmeasure = "{asked[0]}"\nvariant = "{asked[1]}"\n'
    text = f'id = "ours"\ntitle = "Ours"\nreport = "Ours"\n{page}period_type = "month"\n'
    keep_pack(own, "ours", "Ours", text, "System administrator", "the board wants it")
    assert prepared_figures(own) == before  # until it is calculated, all else can be read as it was
    after = prepare_figures(own, measures=[asked[0]])
    assert before is not None
    assert (after.path, [measure for measure, _ in after.beside]) == (before.path, [asked[0]])
    found = recent_figures(own, "", *asked, "month", AS_AT, "Borderfield")
    assert found is not None
    assert found.numbers[-1][0] == "October 2026"
    (said,) = usual(own, after.snapshot, AS_AT, [(*asked, "month")]).values()
    assert said.high.endswith("%")
    keep_pack(own, "ours", "Ours", "", "System administrator", "nobody reads it")
    assert prepared_figures(own) == after  # the months that were frozen with it show it still


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
