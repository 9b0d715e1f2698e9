"""History of packs: without a release nothing changes, and past periods with something pending are marked p."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))

from commands import random_store

from trigpoint.figures.revisions import History
from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.reports.book import book_key
from trigpoint.store import Store
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.pack_history import Asked, reworked

MEASURES = ("referrals_by_source_dist", "assessments_within_working_days_pct", "rereferrals_12m_pct")


def test_without_a_release_the_figures_are_as_they_were_and_what_is_pending_is_provisional(tmp_path: Path) -> None:
    store, as_at = random_store(tmp_path)
    taken = Store(store).current()
    assert taken is not None
    to = last_day(month_of(as_at))
    table = figures(store, MEASURES, [PeriodType.MONTH], to, 12, ["team"], "")
    for kind in History:
        found = reworked(table, Asked(store=store, taken=taken, definitions="national", kind=kind, to=to))
        assert found.table.to_pylist() == table.to_pylist()
        expected = {book_key(row) for row in table.to_pylist() if row["pending"] and row["period_end"] < _first(to)}
        assert set(found.revisions) == expected
        assert {each.mark for each in found.revisions.values()} <= {"p"}
    later = Asked(store=store, taken=taken, definitions="national", kind=History.AS_PUBLISHED, to=date(2030, 1, 31))
    own_month = [row for row in table.to_pylist() if row["period_end"] >= _first(to) and row["value"] is not None]
    assert own_month
    assert {book_key(row) for row in own_month} <= set(reworked(table, later).revisions)


def _first(day: date) -> date:
    return day.replace(day=1)
