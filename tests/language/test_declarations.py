"""Declarations are held to account when they are made, each mistake with the sentence that mends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest

from trigpoint.cases import ChildOnPlan, LookedAfterChild, PlanStart, Referral
from trigpoint.language import (
    HIGH,
    MEDIAN,
    PERIOD_END,
    Amendment,
    CaseView,
    Child,
    Date,
    Flag,
    Key,
    Measure,
    Number,
    PeriodType,
    Population,
    Predicate,
    Text,
    TrueRatio,
)
from trigpoint.language.definition import Definition, VariantError, definitions, in_force, variant_name


class Visit(CaseView, needs=("ssd_visits",)):
    """One row per visit, for these tests alone."""

    id = Key("Visit")
    child = Child()
    seen_on = Date("Date seen")
    limit_on = Date("Last day", limit=True)
    alone = Flag("Seen alone")
    days = Number("Days since the visit before")
    days_of_work = Number("Working days since the visit before")
    days_of_school = Number("School days since the visit before")
    worker = Text("Worker")


def visit(**clauses: Any) -> Measure:
    """A measure of visits that stands as it is, but for the clauses given."""
    declared: dict[str, Any] = {
        "title": "Visits",
        "counts": Visit,
        "dated_by": Visit.seen_on,
        "good": HIGH,
        "unit": "%",
        "periods": (PeriodType.MONTH,),
        "source": "these tests",
        "met": Visit.days <= 28,
    }
    measure = Measure(**declared | clauses)
    measure.named("visits", "tests")
    return measure


def one(measure: Measure, variant: str = "") -> Definition:
    return definitions(measure, variant, "national", ())[0]


def test_a_misspelt_column_fails_where_it_is_written() -> None:
    with pytest.raises(AttributeError, match="refered_on"):
        _ = Referral.refered_on  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "clauses",
    [
        {"value": Visit.days},
        {"per": Population()},
        {"met": None, "value": Visit.days, "per": Population()},
        {"value": Visit.days, "per": Population()},
    ],
)
def test_a_measure_is_one_kind_of_figure(clauses: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"give one of met \(ratio\), value \(average\), per \(rate\)"):
        visit(**clauses)


@pytest.mark.parametrize(
    ("clauses", "kind"),
    [
        ({}, "ratio"),
        ({"met": None}, "count"),
        ({"met": None, "value": Visit.days}, "average"),
        ({"met": None, "value": Visit.days, "average": MEDIAN}, "median"),
        ({"met": None, "per": Population(0, 17)}, "rate"),
        ({"met": None, "category": Visit.id}, "distribution"),
    ],
)
def test_the_clauses_say_what_kind_it_is(clauses: dict[str, Any], kind: str) -> None:
    measure = visit(**clauses)
    assert measure.kind == kind
    assert one(measure).kind == kind


@pytest.mark.parametrize("values", [{"28": {"met": Visit.days <= 28}}, {"28": {}, "14": {}}, {}])
def test_a_variant_has_exactly_one_headline(values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"variant 'n' needs exactly one headline value"):
        visit(variants={"n": values})


@pytest.mark.parametrize("clause", ["exclude", "unknown"])
def test_a_reason_needs_a_predicate(clause: str) -> None:
    with pytest.raises(TypeError, match=r"\['Not seen'\] is not a predicate; write e\.g\. View\.column == 1"):
        visit(**{clause: {"Not seen": Visit.alone}})


def test_a_measure_stands_at_the_top_of_its_own_file() -> None:
    with pytest.raises((TypeError, RuntimeError)) as raised:

        class Home:
            inner = visit()

    assert "stands at the top of its own file" in str(raised.value.__cause__ or raised.value)
    assert "Home" not in vars()


def test_a_view_has_a_key_and_a_child() -> None:
    with pytest.raises(TypeError, match="needs one Key and one Child column"):

        class Nobody(CaseView, needs=()):
            """No key."""

            seen_on = Date("Date seen")

    assert "Nobody" not in vars()


TRUTHS: dict[str, Callable[[], object]] = {
    "and": lambda: (Visit.days <= 28) and (Visit.alone == 1),
    "or": lambda: (Visit.days <= 28) or (Visit.alone == 1),
    "not": lambda: not Visit.worker.is_missing(),
    "between": lambda: cast("Any", 1 <= Visit.days <= 28),
}


@pytest.mark.parametrize("said", TRUTHS.values(), ids=TRUTHS)
def test_predicates_are_not_joined_by_python_words(said: Callable[[], object]) -> None:
    with pytest.raises(TypeError, match="combine predicates with & and"):
        said()


WORDS: dict[str, tuple[Predicate, str]] = {
    "equal": (Visit.worker == "W1", "Worker is W1"),
    "not equal": (Visit.worker != "W1", "Worker is not W1"),
    "at most": (Visit.days <= 28, "Days since the visit before is at most 28"),
    "less": (Visit.days < 28, "Days since the visit before is less than 28"),
    "at least": (Visit.days >= 28, "Days since the visit before is at least 28"),
    "more": (Visit.days > 28, "Days since the visit before is more than 28"),
    "a day": (Visit.seen_on >= date(2024, 4, 1), "Date seen is at least 1 April 2024"),
    "another column": (Visit.seen_on <= Visit.limit_on, "Date seen is at most Last day"),
    "a flag": (Visit.alone == 1, "Seen alone"),
    "a flag put the other way": (Visit.alone != 0, "Seen alone"),
    "no flag": (Visit.alone == 0, "not: Seen alone"),
    "no flag put the other way": (Visit.alone != 1, "not: Seen alone"),
    "happened by": (Visit.seen_on.is_by(Visit.limit_on), "Date seen is on or before: Last day"),
    "missing": (Visit.worker.is_missing(), "Worker is not recorded"),
    "one of": (Visit.worker.is_in("W1", "W2"), "Worker is one of W1, W2"),
    "both": ((Visit.alone == 1) & (Visit.days < 5), "Seen alone and Days since the visit before is less than 5"),
    "either": ((Visit.alone == 1) | Visit.worker.is_missing(), "Seen alone or Worker is not recorded"),
    "not": (~(Visit.days < 5), "not (Days since the visit before is less than 5)"),
}


@pytest.mark.parametrize(("predicate", "words"), WORDS.values(), ids=WORDS)
def test_a_predicate_reads_as_words(predicate: Predicate, words: str) -> None:
    assert predicate.in_words() == words


def test_every_kind_of_predicate_is_put_into_words() -> None:
    kinds = {type(predicate) for predicate, _ in WORDS.values()}
    assert kinds == set(Predicate.__subclasses__())


def test_words_keep_which_joins_which() -> None:
    left = (Visit.alone == 1) & ((Visit.days < 5) | Visit.worker.is_missing())
    right = ((Visit.alone == 1) & (Visit.days < 5)) | Visit.worker.is_missing()
    assert left.in_words() != right.in_words()


CLAUSES: dict[str, dict[str, Any]] = {
    "test": {"met": Visit.days <= 27},
    "comparison": {"met": Visit.days < 28},
    "column": {"met": Visit.days_of_work <= 28},
    "date": {"dated_by": Visit.limit_on},
    "where": {"where": Visit.alone == 1},
    "exclusion": {"exclude": {"Alone": Visit.alone == 1}},
    "unknown": {"unknown": {"Alone": Visit.alone == 1}},
    "due": {"due": Visit.limit_on},
    "known at": {"known_at": PERIOD_END},
    "once": {"once": Visit.child},
}


@pytest.mark.parametrize("clauses", CLAUSES.values(), ids=CLAUSES)
def test_a_changed_clause_changes_the_fingerprint(clauses: dict[str, Any]) -> None:
    assert one(visit(**clauses)).fingerprint != one(visit()).fingerprint


def test_reasons_change_the_fingerprint_because_they_are_printed() -> None:
    first, second = (visit(exclude={why: Visit.alone == 1}) for why in ("Alone", "Seen alone"))
    assert one(first).fingerprint != one(second).fingerprint


def test_nothing_else_changes_the_fingerprint() -> None:
    plain = one(visit())
    same = one(visit(title="Another title", source="another", words={"met": "x"}, notes="n", seeds=("s",)))
    assert same.fingerprint == plain.fingerprint
    assert replace(plain, effective=date(2030, 1, 1), definitions="kent").fingerprint == plain.fingerprint
    assert plain.name == f"national:{plain.fingerprint}"
    assert len(plain.fingerprint) == 12


SCHOOL = {Visit.days: Visit.days_of_school}
MANY = visit(
    where=Visit.alone == 1,
    variants={
        "n": {"28": {}, "14": {"met": Visit.days <= 14}},
        "clock": {"days": {}, "work": {"instead": {Visit.days: Visit.days_of_work}}},
        "school": {"no": {}, "yes": {"instead": SCHOOL}},
        "seen": {"alone": {}, "any": {"where": None}},
    },
)


def test_variants_combine_where_each_replaces_its_own() -> None:
    both = one(MANY, "clock=work;n=14")
    assert both.met is not None
    assert both.met.in_words() == "Working days since the visit before is at most 14"
    assert one(MANY, "n=14;seen=any").where is None
    assert one(MANY, "n=14;seen=any").fingerprint == one(MANY, "seen=any;n=14").fingerprint


def test_variants_that_replace_the_same_column_are_refused() -> None:
    with pytest.raises(VariantError, match=r"visits: these variants cannot be combined, both replace Visit\.days\.$"):
        one(MANY, "clock=work;school=yes")


@pytest.mark.parametrize("variant", ["n=14;n=28", "n=14;n=14", "n=28;n=14"])
def test_a_variant_is_named_once(variant: str) -> None:
    with pytest.raises(VariantError, match="n"):
        variant_name(MANY, variant)


@pytest.mark.parametrize("variant", ["n=7", "m=14", "n", "=", "n=", "clock=work;n=7"])
def test_an_unknown_variant_is_refused_with_those_there_are(variant: str) -> None:
    with pytest.raises(VariantError, match=r"visits has no variant .*; it has: n=28, n=14, clock=days, clock=work"):
        variant_name(MANY, variant)


@pytest.mark.parametrize(
    ("given", "name"),
    [("", ""), ("n=28", ""), ("n=14", "n=14"), (" n=14 ; clock=work ;", "clock=work;n=14"), ("n=28;clock=days", "")],
)
def test_a_variant_has_one_spelling(given: str, name: str) -> None:
    assert variant_name(MANY, given) == name


def test_a_variant_that_counts_another_view_takes_its_columns_by_name() -> None:
    measure = Measure(
        title="Plans",
        counts=PlanStart,
        dated_by=PlanStart.started_on,
        met=PlanStart.has_earlier_plan == 1,
        exclude={"Plan of another authority": PlanStart.is_other_authority == 1},
        good=HIGH,
        unit="%",
        periods=(PeriodType.MONTH,),
        source="these tests",
        variants={
            "of": {"starts": {}, "children": {"counts": ChildOnPlan, "dated_by": ChildOnPlan.as_at}},
            "in": {"plan": {}, "care": {"counts": LookedAfterChild, "dated_by": LookedAfterChild.as_at}},
        },
    )
    found = one(measure, "of=children")
    assert found.dated_by is ChildOnPlan.as_at
    assert {repr(column) for clause in found.exclude.values() for column in clause.columns()} == {
        "ChildOnPlan.is_other_authority"
    }
    with pytest.raises(
        VariantError, match=r"LookedAfterChild has no column '.*', so PlanStart\..* must be replaced too"
    ):
        one(measure, "in=care")


def test_a_clause_that_there_is_not_is_refused() -> None:
    with pytest.raises(VariantError, match="there is no clause 'mett' to replace"):
        one(visit(variants={"n": {"28": {}, "14": {"mett": Visit.days <= 14}}}), "n=14")


def amended(measure: Measure) -> list[Amendment]:
    said = {"because": "it was agreed", "agreed": "by all"}
    return [
        measure.amend(definitions="kent", effective="2020-04-01", met=Visit.days <= 21, **said),
        measure.amend(definitions="kent", effective="2018-04-01", exclude={"Alone": Visit.alone == 1}, **said),
        measure.amend(definitions="other", effective="2019-04-01", where=Visit.alone == 1, **said),
    ]


@pytest.mark.parametrize(
    ("day", "met", "excluded"),
    [
        ("2010-01-01", 28, 0),
        ("2018-03-31", 28, 0),
        ("2018-04-01", 28, 1),
        ("2020-03-31", 28, 1),
        ("2020-04-01", 21, 1),
        ("2030-01-01", 21, 1),
    ],
)
def test_the_reporting_date_selects_one_whole_definition(day: str, met: int, excluded: int) -> None:
    measure = visit()
    every = definitions(measure, "", "kent", amended(measure))
    assert [version.effective.year for version in every] == [2013, 2018, 2020]
    found = in_force(every, date.fromisoformat(day))
    assert found.met is not None
    assert found.met.in_words().endswith(f"at most {met}")
    assert len(found.exclude) == excluded
    assert found.where is None


def test_another_sets_amendment_changes_nothing_here() -> None:
    measure = visit()
    national = definitions(measure, "", "national", amended(measure))
    assert [version.fingerprint for version in national] == [one(measure).fingerprint]


def test_a_variant_stands_over_an_amendment() -> None:
    measure = visit(variants={"n": {"28": {}, "14": {"met": Visit.days <= 14}}})
    newest = definitions(measure, "n=14", "kent", amended(measure))[-1]
    assert newest.met is not None
    assert newest.met.in_words().endswith("at most 14")
    assert list(newest.exclude) == ["Alone"]


def test_a_true_ratio_is_a_class_of_its_own() -> None:
    ratio = TrueRatio(
        title="Days a visit",
        counts=Visit,
        dated_by=Visit.seen_on,
        numerator=Visit.days,
        denominator=Visit.days_of_work,
        good=HIGH,
        unit="days",
        periods=(PeriodType.MONTH,),
        source="these tests",
    )
    assert ratio.kind == definitions(ratio, "", "national", ())[0].kind == "true_ratio"
    with pytest.raises(TypeError):
        TrueRatio(met=Visit.days <= 1)  # type: ignore[call-arg]
