"""A view prepared with one column says in it what the view with every column says."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pkgutil import iter_modules

import ibis
import ibis.expr.types as ir
import pytest
from random_stores import engine_of, random_store

import trigpoint.engine.views
from trigpoint.engine import Engine
from trigpoint.engine.prepared import with_identity
from trigpoint.language.case_view import CaseView

NAMES = sorted(module.name for module in iter_modules(trigpoint.engine.views.__path__))
ROWS = {"need_visit_due": ["is_20_working_days"]}
"""What decides which rows a view has: visits fall due by each interval that a column asks for."""
LAST = 12 * 2030
"""A month after all that the stores hold: open ends are cut there, so that months can be counted."""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    store, _ = random_store(tmp_path_factory.mktemp("columns"), (24, 56, 74))
    return engine_of(store)


def declared(name: str) -> type[CaseView]:
    """The case view of a module's name."""
    found = vars(import_module(f"trigpoint.cases.{name}")).values()
    return next(
        v for v in found if isinstance(v, type) and v.__module__.endswith(f".cases.{name}") and hasattr(v, "columns")
    )


def said(table: ir.Table, view: type[CaseView], column: str) -> Counter[tuple[object, ...]]:
    """How often a row says something in a column; of a state, in how many months."""
    keys = [table.authority, table[view.key().name].name("_id"), table[column].name("_said")]
    first = ibis.greatest(table.from_month, 0) if view.state else None
    times = table.count() if first is None else (ibis.least(table.to_month, LAST) - first).sum()
    rows = table.group_by(keys).agg(_times=times.cast("int64")).to_pyarrow().to_pylist()
    return Counter({(row["authority"], row["_id"], row["_said"]): row["_times"] for row in rows})


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_each_column_alone(name: str, engine: Engine) -> None:
    view = declared(name)
    whole = engine.view(view)
    assert whole.count().execute()
    for column in view.columns:
        alone = engine._prepared(f"{name}-{column}", view, with_identity(view, [column, *ROWS.get(name, [])]))
        assert +said(alone, view, column) == +said(whole, view, column), column


def test_one_of_its_columns_alone(engine: Engine) -> None:
    """In the ordinary run the age band of one view that builds it only where it is asked for."""
    view = declared("child_in_need")
    alone = engine._prepared("child_in_need-aged", view, with_identity(view, ["age_band"]))
    assert set(alone.columns) == {"authority", "from_month", "to_month", "id", "child", "age_band"}
    assert +said(alone, view, "age_band") == +said(engine.view(view), view, "age_band")
