"""Every printed number against the rows behind it: all measures, all variants, in total and by breakdown."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from random_stores import engine_of, random_store

from trigpoint.engine import Engine
from trigpoint.engine.calculate import Asked
from trigpoint.engine.windows import NOT_RECORDED
from trigpoint.language.definition import NATIONAL, Definition, in_force
from trigpoint.language.period import Period, PeriodType, last_day, month_of
from trigpoint.measures import MEASURES
from trigpoint.tasks.calculate import asked_for
from trigpoint.tasks.library import variants
from trigpoint.tasks.list_cases import cases

SEEDS = {"mid-month": (24, 56, 74)}  # the first gave no health requests, the last no population
LONG = os.environ.get("TRIGPOINT_LONG") == "1"
if LONG:
    SEEDS["year end"] = (7, 13, 35)
KINDS = {PeriodType.MONTH, PeriodType.ROLLING12, PeriodType.YTD, PeriodType.SNAPSHOT, PeriodType.ROLLING36}
BREAKDOWNS = ((), ("sex",), ("age_band",), ("team",), ("sex", "age_band"))
BACK = (7, 0)
"""How many months before the as-at month the periods end."""
SILENT = {"not collected", "not applicable", "not yet known"}

Figure = dict[str, Any]


@dataclass(frozen=True)
class Ground:
    """A store, the engine on it, what was asked of it, and every figure."""

    store: Path
    engine: Engine
    asked: list[Asked]
    figures: list[Figure]

    def definition(self, figure: Figure) -> Definition:
        """The definition in force that a figure says it was made by."""
        mine = next(
            a
            for a in self.asked
            if a.versions[0].measure == figure["measure"]
            and a.versions[0].variant == figure["variant"]
            and figure["period_type"] in a.kinds
        )
        found = in_force(list(mine.versions), figure["period_end"])
        assert found.name == figure["definition"]
        return found


@pytest.fixture(scope="module", params=list(SEEDS.values()), ids=list(SEEDS))
def ground(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ground:
    store, as_at = random_store(tmp_path_factory.mktemp("ground"), request.param)
    engine = engine_of(store)
    asked = [
        one for measure in MEASURES.values() for one in asked_for(measure, list(KINDS), variants(measure), NATIONAL)
    ]
    table = engine.figures(asked, [month_of(as_at) - back for back in BACK], BREAKDOWNS)
    return Ground(store, engine, asked, table.to_pylist())


def groups_of(
    rows: pa.Table, category: str = ""
) -> Iterator[tuple[tuple[str, ...], tuple[str, str, str], dict[str, Any]]]:
    """Each row with every breakdown and group it belongs to; of a distribution with its category too."""
    own = set(rows.column_names)
    for row in rows.to_pylist():
        for by in BREAKDOWNS:
            if own.issuperset(by):
                inner, said = (*by, category) if category else by, (*by, "category") if category else by
                group = " + ".join(NOT_RECORDED if row[name] is None else str(row[name]) for name in inner)
                yield by, (row["authority"], "+".join(said), group), row


def tallied(engine: Engine, definition: Definition, kind: PeriodType, end: date) -> dict[tuple[str, str, str], Figure]:
    """Rows behind each group's figure, by class, and the sum of their values."""
    rows = engine.cases(definition, Period(kind, month_of(end)))
    found: dict[tuple[str, str, str], Figure] = defaultdict(Counter)
    if definition.once is not None:  # one row a unit in total; in a breakdown a unit may stand in several groups
        rows = rows.drop([name for name in ("sex", "age_band", "team") if name in rows.column_names])
    for _, group, row in groups_of(rows, definition.category.name if definition.category else ""):
        found[group][row["result"]] += 1
        found[group]["value"] += row["value"] or 0
    return found


def expected(definition: Definition, tally: Figure) -> Figure:
    """The numbers that the rows behind a figure add up to."""
    told = {name: tally.get(name, 0) for name in ("excluded", "unknown", "pending")}
    if definition.kind == "ratio":
        denominator = tally.get("met", 0) + tally.get("not_met", 0) + tally.get("unknown", 0)
        return told | {"numerator": tally.get("met", 0), "denominator": denominator}
    if definition.kind == "median":
        return told | {"denominator": tally.get("counted", 0)}
    if definition.kind in {"average", "true_ratio"}:
        told["numerator"] = pytest.approx(tally.get("value", 0) / (definition.scale if definition.value else 1))
        return told if definition.kind == "true_ratio" else told | {"denominator": tally.get("counted", 0)}
    shown = {"counted", "unknown"} if definition.kind == "distribution" else {"counted"}  # of a category, or of none
    return told | {"numerator": sum(tally.get(name, 0) for name in shown)}


def drawn(figures: list[Figure]) -> list[Figure]:
    """Figures of one kind of period and one end for each measure and variant, in turn; in a long run all of them."""
    if LONG:
        return figures
    periods: dict[tuple[str, str], dict[tuple[str, date], None]] = defaultdict(dict)
    for figure in figures:
        periods[figure["measure"], figure["variant"]][figure["period_type"], figure["period_end"]] = None
    chosen = {key: list(ends)[place % len(ends)] for place, (key, ends) in enumerate(periods.items())}
    return [f for f in figures if (f["period_type"], f["period_end"]) == chosen[f["measure"], f["variant"]]]


def test_the_rows_behind_every_figure_add_up_to_it(ground: Ground) -> None:
    listed = cache(lambda definition, kind, end: tallied(ground.engine, definition, PeriodType(kind), end))
    compared, wrong = 0, []
    for figure in drawn(ground.figures):
        definition = ground.definition(figure)
        if figure["reason"] in SILENT and figure["numerator"] is None:
            continue
        if definition.once is not None and figure["breakdown"]:
            continue
        tally = listed(definition, figure["period_type"], figure["period_end"])
        rows = tally.get((figure["authority"], figure["breakdown"], figure["group"]), {})
        wanted = expected(definition, rows)
        if wanted != {name: figure[name] for name in wanted}:
            wrong.append((figure["trace"], wanted, {name: figure[name] for name in wanted}))
        compared += 1
    assert not wrong, wrong[:3]
    assert compared > 1000


def test_a_group_lists_its_own_rows_where_units_count_once(ground: Ground) -> None:
    """A child in two teams counts in each: the group is taken first, the unit's best class within it."""
    mine = [
        f for f in ground.figures if f["breakdown"] in {"sex", "team", "sex+age_band"} and f["numerator"] is not None
    ]
    once = [f for f in mine if ground.definition(f).once is not None and f["denominator"]]
    for figure in once[:: 3 if LONG else 20]:
        definition = ground.definition(figure)
        where = dict(zip(figure["breakdown"].split("+"), figure["group"].split(" + "), strict=True))
        period = Period(PeriodType(figure["period_type"]), month_of(figure["period_end"]))
        rows = ground.engine.cases(definition, period, where).to_pylist()
        tally = Counter(row["result"] for row in rows if row["authority"] == figure["authority"])
        wanted = expected(definition, tally)
        assert wanted == {name: figure[name] for name in wanted}, figure["trace"]
    assert len(once) > 20


def test_every_group_that_has_rows_has_a_figure(ground: Ground) -> None:
    printed = {
        (f["measure"], f["variant"], f["period_type"], f["period_end"], f["authority"], f["breakdown"], f["group"])
        for f in ground.figures
    }
    for asked in ground.asked:
        definition = asked.versions[0]
        if definition.once is not None or definition.variant:
            continue
        kind = asked.kinds[0]
        end = min(last_day(month_of(ground.engine.as_at)), ground.engine.as_at)
        for group in tallied(ground.engine, definition, kind, end):
            assert (definition.measure, "", str(kind), end, *group) in printed


def test_an_authority_that_gave_no_records_has_neither_figure_nor_rows(ground: Ground) -> None:
    silent = [f for f in ground.figures if f["reason"] == "not collected" and f["numerator"] is None]
    for figure in (f for f in silent if not f["breakdown"]):
        assert figure["denominator"] is figure["value"] is figure["excluded"] is None
        kind, end, variant = PeriodType(figure["period_type"]), figure["period_end"], figure["variant"]
        rows = cases(ground.store, figure["measure"], kind, end, variant=variant)
        assert figure["authority"] not in rows["authority"].to_pylist(), figure["trace"]
    assert silent


def test_groups_sum_to_the_total(ground: Ground) -> None:
    """Of everything that is added: counts by class. What counts once a period may stand in several groups."""
    sums: dict[tuple[Any, ...], Counter[str]] = defaultdict(Counter)
    for figure in ground.figures:
        if ground.definition(figure).once is None and figure["numerator"] is not None:
            name = (figure["measure"], figure["variant"], figure["period_type"], figure["period_end"])
            for number in ("numerator", "excluded", "unknown", "pending"):
                sums[*name, figure["authority"], figure["breakdown"]][number] += figure[number]
    broken = {key: "category" if key[-1].endswith("+category") else "" for key in sums}
    broken = {key: total for key, total in broken.items() if key[-1] not in {"", "category"}}
    for key, total in broken.items():  # a distribution has no other total than its categories
        assert dict(+sums[key]) == pytest.approx(dict(+sums[*key[:-1], total])), key
    assert len(broken) > 100


def test_a_distribution_is_not_split_by_its_own_categories(ground: Ground) -> None:
    own = {id(a): a.versions[0].category for a in ground.asked}
    mine = [a for a in ground.asked if (c := own[id(a)]) is not None and c.name in a.versions[0].counts.breakdowns()]
    column = own[id(mine[0])]
    assert column is not None
    figures = ground.engine.figures(mine[:1], [month_of(ground.engine.as_at)], [(column.name,), ("sex",)]).to_pylist()
    assert {f["reason"] for f in figures if f["breakdown"] == column.name} == {"not applicable"}
    assert any(f["numerator"] for f in figures if f["breakdown"] == "sex+category")


def test_crossed_groups_sum_to_each_of_the_two(ground: Ground) -> None:
    sums: dict[tuple[Any, ...], float] = defaultdict(float)
    alone: dict[tuple[Any, ...], float] = {}
    for figure in ground.figures:
        if ground.definition(figure).once is not None or not figure["numerator"]:
            continue
        name = (figure["trace"].split("/")[1:5], figure["period_end"], figure["authority"])
        key = (*name[0], *name[1:])
        if figure["breakdown"] == "sex+age_band":
            for breakdown, group in zip(("sex", "age_band"), figure["group"].split(" + "), strict=True):
                sums[*key, breakdown, group] += figure["numerator"]
        elif figure["breakdown"] in {"sex", "age_band"}:
            alone[*key, figure["breakdown"], figure["group"]] = figure["numerator"]
    assert sums == pytest.approx(alone)
    assert alone


def test_narrow_views_give_the_same_figures_as_broad_views(ground: Ground) -> None:
    """The first engine has built views for every breakdown; one that starts anew and is asked for totals does not."""
    records = ground.engine.records
    fresh = Engine(records.paths, ground.engine.as_at, ground.engine.given, snapshot=ground.engine.snapshot)
    months = [month_of(ground.engine.as_at) - back for back in BACK]
    table = fresh.figures(ground.asked, months)
    assert set(fresh._views) - set(ground.engine._views)

    def said(rows: list[Figure]) -> list[str]:
        return sorted(str(sorted(row.items(), key=str)) for row in rows)

    assert said(table.to_pylist()) == said([f for f in ground.figures if f["breakdown"] in {"", "category"}])
