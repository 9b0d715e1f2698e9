"""Worked small tables: what is hidden for which audience, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from trigpoint.figures.disclosure.control import Controlled, controlled
from trigpoint.figures.disclosure.rule import Action, Rule
from trigpoint.figures.disclosure.rules import RuleError, rule_for
from trigpoint.figures.display import Display
from trigpoint.figures.table import SCHEMA
from trigpoint.language.measure import Kind

PUBLIC = Rule("public", date(2013, 4, 1), Action.SUPPRESS)
BLANK: dict[str, Any] = {**dict.fromkeys(SCHEMA.names), "period_end": date(2026, 10, 31), "period_type": "month"}


def row(group: str, top: int, below: int | None = None, **more: Any) -> dict[str, Any]:
    """A row by team (no group: the total); with a denominator a ratio, else a count."""
    value = top if below is None else 100 * top / below
    names = {"measure": "m", "variant": "", "authority": "A", "breakdown": "team" if group else "", "group": group}
    return {**BLANK, **names, "numerator": top, "denominator": below, "value": value, **more}


def public(
    rows: list[dict[str, Any]], rule: Rule = PUBLIC, earlier: list[pa.Table] | None = None, form: Kind = "count"
) -> Controlled:
    form = "ratio" if rows[0]["denominator"] is not None else form
    said = {(one["measure"], one["variant"], one["period_type"]): Display(form, 0, 100) for one in rows}
    return controlled(pa.Table.from_pylist(rows, SCHEMA), rule, said, earlier or [])


def shown(done: Controlled, column: str = "numerator") -> dict[str, float | None]:
    return {one["group"]: one[column] for one in done.table.to_pylist()}


def test_a_small_group_takes_the_next_smallest_with_it() -> None:
    done = public([row("", 31), row("North", 3), row("South", 20), row("East", 8)])
    assert shown(done) == {"": 31, "North": None, "South": 20, "East": None}
    assert [(one.row["group"], one.why) for one in done.withheld] == [("North", "small number"), ("East", "secondary")]
    assert "team North" in done.withheld[1].protects
    assert done.table["reason"].to_pylist() == [None, "suppressed", None, "suppressed"]


def test_two_small_groups_protect_each_other_only_if_one_of_them_could_be_the_threshold() -> None:
    assert shown(public([row("", 27), row("North", 3), row("South", 20), row("East", 4)]))["South"] == 20
    assert shown(public([row("", 23), row("North", 2), row("South", 20), row("East", 1)]))["South"] is None


def test_the_complement_is_a_number_too_and_nothing_of_the_share_is_left() -> None:
    done = public([row("", 38, 40, lower=80.0, upper=99.0)])
    (only,) = done.table.to_pylist()
    assert [only[name] for name in ("numerator", "value", "lower", "upper", "reason")] == [None] * 4 + ["suppressed"]
    assert only["denominator"] == 40


def test_all_or_none_of_few_is_not_shown_and_of_many_is() -> None:
    assert shown(public([row("", 8, 8)])) == {"": None}
    assert shown(public([row("", 12, 12)])) == {"": 12}


def test_zeros_are_shown_unless_the_rule_hides_them() -> None:
    hidden = Rule("public", date(2013, 4, 1), Action.SUPPRESS, hide_zeros=True)
    assert shown(public([row("", 0)])) == {"": 0}
    assert shown(public([row("", 0)], hidden)) == {"": None}


def test_few_unaccompanied_children_hide_one_of_the_two_variants() -> None:
    done = public([row("", 100), row("", 97, variant="uasc=exc")])
    assert done.table["numerator"].to_pylist().count(None) == 1
    apart = public([row("", 100), row("", 90, variant="uasc=exc")])
    assert apart.withheld == []


def test_cumulative_windows_that_differ_by_few_are_not_both_shown() -> None:
    september: dict[str, Any] = {"period_type": "ytd", "period_end": date(2026, 9, 30)}
    done = public([row("", 12, **september), row("", 13, period_type="ytd")])
    assert done.table["numerator"].to_pylist().count(None) == 1


def test_the_missing_month_of_a_quarter_is_not_left_to_subtraction() -> None:
    months = [row("", count, period_end=date(2026, month, 30)) for month, count in ((4, 9), (6, 11))]
    may = row("", 2, period_end=date(2026, 5, 31))
    done = public([*months, may, row("", 22, period_type="quarter", period_end=date(2026, 6, 30))])
    assert done.table["numerator"].to_pylist().count(None) == 2


def test_a_number_restated_by_one_child_is_withheld() -> None:
    earlier = [pa.Table.from_pylist([row("", 41)], SCHEMA)]
    assert shown(public([row("", 42)], earlier=earlier)) == {"": None}
    assert shown(public([row("", 50)], earlier=earlier)) == {"": 50}


def test_what_was_withheld_stays_withheld() -> None:
    old = public([row("", 31), row("North", 3), row("South", 20), row("East", 8)]).table
    done = public([row("", 31), row("North", 3), row("South", 9), row("East", 19)], earlier=[old])
    assert shown(done)["East"] is None


def test_what_is_public_already_cannot_protect_and_that_is_said() -> None:
    old = pa.Table.from_pylist([row("", 31), row("South", 20), row("East", 8)], SCHEMA)
    done = public([row("", 31), row("North", 3), row("South", 20), row("East", 8)], earlier=[old])
    assert len(done.exposed) == 1
    assert "team North" in done.exposed[0]


def test_rounding_comes_after_hiding_and_shares_follow_it() -> None:
    done = public([row("", 33, 48)], Rule("public", date(2013, 4, 1), Action.SUPPRESS, round_to=5))
    (only,) = done.table.to_pylist()
    assert (only["numerator"], only["denominator"], only["value"]) == (35, 50, 70)


def test_internal_sees_everything_and_a_panel_sees_flags() -> None:
    rows = [row("", 31), row("North", 3)]
    for audience, flags in (("internal", [False, False]), ("panel", [False, True])):
        done = public(rows, rule_for(audience, date(2026, 11, 1)))
        assert (done.table["numerator"].to_pylist(), done.flags) == ([31, 3], flags)


def test_the_same_figures_give_the_same_publication() -> None:
    rows = [row("", 60), *(row(f"Team {n}", n) for n in (1, 2, 5, 7, 12, 33))]
    assert public(rows).table.equals(public(rows).table)


RULES = '[[rule]]\naudience = "public"\nfrom = 2020-04-01\naction = "suppress"\nthreshold = 5\n'


def test_the_newest_rule_that_has_begun_holds(tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(RULES + RULES.replace("2020", "2026").replace("= 5", "= 8"), encoding="utf-8")
    found = [rule_for("public", date(year, 4, 1), path).threshold for year in (2025, 2026)]
    assert found == [5, 8]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"suppress"', '"hide"', "rule 1: `action` is 'hide'; give one of show, flag, suppress."),
        ("threshold = 5", "threshold = 1", "rule 1: `threshold` is 1; give a whole number of 2 or more."),
        ("threshold", "treshold", "rule 1: `treshold` is not a key of a rule; use one of"),
        ("2020-04-01", '"April"', "rule 1: `from` is not a date; write it without quotes as 2026-04-01."),
        ('"public"', '"panel"', "has no rule for 'public' on 2026-11-01; its audiences are panel."),
    ],
)
def test_a_rule_that_cannot_be_used_is_refused_in_a_sentence(old: str, new: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(RULES.replace(old, new), encoding="utf-8")
    with pytest.raises(RuleError) as refused:
        rule_for("public", date(2026, 11, 1), path)
    assert said in str(refused.value)
