"""Supplied measures against the lists they were agreed from, and what their suppliers are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_library_equals_domain import GOOD, rows_of

import trigpoint.measures
from trigpoint.language import HIGH, PeriodType, Population
from trigpoint.language.reading import combinations, reading
from trigpoint.language.supplied import SuppliedMeasure
from trigpoint.measures import EVERY, MEASURES, SUPPLIED
from trigpoint.measures.suppliers import SUPPLIERS
from trigpoint.tasks.library import all_periods, variants

AGGREGATIONS = {"ratio": "ratio", "count": "count", "rate": "rate", "average": "mean", "distribution": "distribution"}

each = pytest.mark.parametrize("declared", SUPPLIED.values(), ids=SUPPLIED)


@each
def test_variants_periods_and_catalogue_are_those_agreed(declared: SuppliedMeasure) -> None:
    agreed = rows_of("variants", "measure").get(declared.id, [])
    assert {(key, v, not c) for key, values in declared.variants.items() for v, c in values.items()} == {
        (row["key"], row["value"], row["headline"] == "yes") for row in agreed
    }
    kinds = rows_of("period_types", "measure")[declared.id]
    assert {str(kind) for kind in all_periods(declared)} == {row["period_type"] for row in kinds}
    assert [str(declared.periods[0])] == [row["period_type"] for row in kinds if row["headline"] == "yes"]
    (row,) = rows_of("catalogue", "id")[declared.id]
    assert (declared.domain, declared.unit, declared.good) == (row["domain"], row["unit"], GOOD[row["polarity"]])
    assert row["aggregation"] == AGGREGATIONS[declared.form]
    assert list(declared.seeds) == [seed for seed in row["seeds"].split("; ") if seed]


def test_every_measure_is_counted_or_supplied_and_none_is_both() -> None:
    assert {**MEASURES, **SUPPLIED} == EVERY
    assert not set(MEASURES) & set(SUPPLIED)


@each
def test_its_supplier_has_a_template_and_it_stands_in_a_folder_of_its_domain(declared: SuppliedMeasure) -> None:
    assert declared.supplier in SUPPLIERS
    folder = declared.domain.replace(" & ", "_and_").replace(" ", "_")
    assert (Path(trigpoint.measures.__file__).parent / folder / f"{declared.id}.py").is_file()


@each
def test_every_variant_tells_its_supplier_something_else(declared: SuppliedMeasure) -> None:
    every = [reading(declared, variant) for variant in combinations(declared)]
    assert len(set(variants(declared))) == len({reading(declared, variant) for variant in variants(declared)})
    for now in every:
        assert now.numerator
        assert bool(now.denominator) == (now.form != "count")
        assert (now.form == "ratio") == (now.unit == "%")


def test_suppliers_offer_no_measure_that_was_not_agreed() -> None:
    agreed = rows_of("catalogue", "id")
    assert {name for supplier in SUPPLIERS.values() for name in supplier.also} <= set(agreed)


@pytest.mark.parametrize(
    ("clauses", "says"),
    [
        ({"form": "rate"}, "a rate, and nothing else, is per a population"),
        ({"per": Population()}, "a rate, and nothing else, is per a population"),
        ({"form": "distribution"}, "a distribution, and nothing else, has categories"),
        ({"variants": {"a": {"x": {"unit": "y"}}}}, "exactly one headline value"),
        ({"variants": {"a": {"x": {}, "y": {"periods": ()}}}}, "a=y replaces 'periods'; it may replace: about"),
    ],
)
def test_a_declaration_that_cannot_be_is_refused(clauses: dict[str, object], says: str) -> None:
    good: dict[str, object] = {
        "title": "T", "supplier": "hr", "form": "count", "good": HIGH, "unit": "people", "source": "S",
        "periods": (PeriodType.MONTH,), "numerator": "People",
    }  # fmt: skip
    SuppliedMeasure(**good)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=says):
        SuppliedMeasure(**{**good, **clauses})  # type: ignore[arg-type]
