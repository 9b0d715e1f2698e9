"""Rules of a return as they are declared, found, exemplified and run: what is refused, skipped, told and listed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import trigpoint.quality
from trigpoint.quality.check_return import check_return
from trigpoint.quality.example import examples
from trigpoint.quality.library import rules
from trigpoint.quality.return_rule import Condition, Need, ReturnRule
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import MODULES, ChildIdentifiers, CINdetails, Section47

AnyRule = ReturnRule[Any]


def rule(code: str = "1", **changed: Any) -> AnyRule:
    declared: dict[str, Any] = {
        "title": "Wrong",
        "mend": "mend it",
        "source": "Ours",
        "lists": CINdetails,
        "fields": ("ReferralNFA",),
    }
    if "finds" not in changed:
        declared["fails"] = lambda row: row.ReferralNFA == "1"
    return ReturnRule(code=code, **{**declared, **changed})


def census(*modules: type[ReturnRow], year: int = 2026, **columns: list[str | None]) -> Collection:
    """A return of two children, one row each a module; the columns stand in whichever module has them."""
    tables = {}
    for module in modules or MODULES:
        own = {name: pa.array(cells, pa.string()) for name, cells in columns.items() if name in module.columns}
        tables[module] = pa.table({"child_key": pa.array(["1", "2"]), **own})
    return Collection(year, tables)


def breaks(collection: Collection) -> Iterator[ReturnRow]:
    yield collection.rows(CINdetails)[0]
    raise KeyError("fault")


def test_a_rule_is_skipped_where_a_module_it_reads_was_not_given() -> None:
    reads = rule(reads=(Section47, ChildIdentifiers))
    check = check_return([reads], census(CINdetails, ChildIdentifiers, ReferralNFA=["1", "0"]))
    assert list(check.skipped) == [(reads, "the return has no Section47")]
    assert not check.ran
    assert not check.findings


def test_a_rule_is_skipped_without_what_it_needs_and_run_with_it() -> None:
    needs = rule(needs=frozenset({Need.LAST_YEAR}))
    now = census(ReferralNFA=["1", "0"])
    assert list(check_return([needs], now).skipped) == [(needs, "the return of the year before is not loaded")]
    now.previous = census(year=2025)
    assert list(check_return([needs], now).ran) == [needs]


def test_a_year_before_a_rule_and_one_after_it_do_not_have_it() -> None:
    withdrawn = rule(since=2024, until=2025)
    told = {
        year: [why for _, why in check_return([withdrawn], census(year=year)).skipped] for year in range(2023, 2027)
    }
    assert told == {
        2023: ["the rules of 2022/23 do not have it"],
        2024: [],
        2025: [],
        2026: ["the rules of 2025/26 do not have it"],
    }


def test_a_year_is_held_against_its_own_condition_and_the_module_that_it_lists() -> None:
    moved = rule(
        since=2025, earlier=(Condition(lists=ChildIdentifiers, until=2024, fails=lambda row: row.UPN is None),)
    )
    old = check_return([moved], census(ChildIdentifiers, year=2024, UPN=["W3", None]))
    assert [(finding.row.module, finding.row.place) for finding in old.findings] == [("ChildIdentifiers", 1)]
    lacking = check_return([moved], census(CINdetails, year=2024))
    assert list(lacking.skipped) == [(moved, "the return has no ChildIdentifiers")]


def test_a_rule_that_breaks_is_told_finds_nothing_and_stops_no_other() -> None:
    broken, sound = rule("1", finds=breaks), rule("2")
    check = check_return([broken, sound], census(ReferralNFA=["1", "0"]))
    assert list(check.broken) == [(broken, "KeyError: 'fault'")]
    assert list(check.ran) == [sound]
    assert [(finding.rule, finding.row.place) for finding in check.findings] == [(sound, 0)]


def test_a_row_found_twice_is_listed_once() -> None:
    twice = rule(finds=lambda collection: [*collection.rows(CINdetails), *collection.rows(CINdetails)])
    assert [finding.row.place for finding in check_return([twice], census()).findings] == [0, 1]


def test_a_finding_says_the_fields_of_its_module_that_its_year_has() -> None:
    fields = ("Sex", "GenderCurrent", "PersonBirthDate", "ReferralNFA")
    asks = rule(lists=ChildIdentifiers, fields=fields, reads=(CINdetails,), fails=bool)
    told = {}
    for year in (2024, 2025):
        born = census(year=year, GenderCurrent=["1", None], Sex=["M", None], PersonBirthDate=["2015-05-01", "soon"])
        told[year] = [finding.values for finding in check_return([asks], born).findings]
    assert told == {
        2024: ["GenderCurrent 1, PersonBirthDate 01/05/2015", "GenderCurrent (blank), PersonBirthDate soon"],
        2025: ["Sex M, PersonBirthDate 01/05/2015", "Sex (blank), PersonBirthDate soon"],
    }


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"finds": breaks, "fails": bool}, "Rule 1: give either `fails`"),
        ({"fails": None}, "Rule 1: give either `fails`"),
        ({"fields": ("ReferralNFA", "UPN")}, "Rule 1: no module it reads has the column UPN"),
        ({"since": 2025, "earlier": (Condition(lists=CINdetails, fails=bool),)}, "Rule 1: two of its conditions"),
        ({"since": 2025, "earlier": (Condition(lists=CINdetails, until=2025, fails=bool),)}, "Rule 1: two of its"),
    ],
)
def test_a_rule_declared_wrong_is_refused(changed: dict[str, Any], said: str) -> None:
    with pytest.raises((TypeError, ValueError), match=said):
        rule(**changed)


def test_a_condition_that_tests_nothing_is_refused() -> None:
    with pytest.raises(TypeError, match="either `fails`"):
        Condition(lists=CINdetails, until=2024)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("fail: CINdetails", "begins with `fails:` or `passes:`"),
        ("fails: CINdetail", "A row is a module and its columns"),
        ("fails: CINdetails;", "A row is a module and its columns"),
        ("fails: CINdetails ReferralNFA", "A row is a module and its columns"),
        ("fails: CINdetails UPN=W3", "CINdetails has no column UPN"),
        ("fails: Section47", "says of no row that it must be listed"),
    ],
)
def test_an_example_that_says_nothing_is_refused(line: str, said: str) -> None:
    asks = rule(examples=line)
    with pytest.raises(ValueError, match=said):
        [example.expected(asks) for example in examples(asks, MODULES, 2026)]


def test_an_example_is_made_into_the_return_that_it_describes() -> None:
    asks = rule(
        until=2025,
        examples="""
            fails: last year CINdetails ReferralNFA=0; CINdetails ReferralNFA="1 2";
                *CINdetails CINreferralDate=01/05/2024; Section47; CINdetails child=2 CINreferralDate=soon
        """,
    )
    (example,) = examples(asks, MODULES, 2026)
    made = example.collection(MODULES, Collection(2025, {}).look_ups)
    first, second, third = made.rows(CINdetails)
    assert (example.fails, made.year, example.expected(asks)) == (True, 2025, {("CINdetails", 1)})
    assert (first.ReferralNFA, second.CINreferralDate, third.unreadable("CINreferralDate")) == (
        "1 2",
        date(2024, 5, 1),
        True,
    )
    assert made.rows(Section47)[0].within is second
    assert [row.child.key for row in made.rows(CINdetails)] == ["1", "1", "2"]
    assert made.previous is not None
    assert (made.previous.year, [row.ReferralNFA for row in made.previous.rows(CINdetails)]) == (2024, ["0"])


@pytest.fixture
def family(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], str]]:
    """Writes a file into a family of rules of its own."""
    home = tmp_path / "made_up"
    home.mkdir()
    (home / "__init__.py").touch()
    monkeypatch.setattr(trigpoint.quality, "__path__", [*trigpoint.quality.__path__, str(tmp_path)])

    def write(name: str, text: str) -> str:
        (home / f"{name}.py").write_text(text, "utf-8")
        return "made_up"

    yield write
    rules.cache_clear()
    for name in [name for name in sys.modules if name.startswith("trigpoint.quality.made_up")]:
        del sys.modules[name]
    vars(trigpoint.quality).pop("made_up", None)


def test_a_rule_takes_the_name_of_its_file_and_folder(family: Callable[[str, str], str]) -> None:
    text = "from trigpoint.language.rule import Rule\nrule_7q = Rule(title='Wrong', mend='mend it', source='Ours')\n"
    family("_shared", "")
    found = rules(family("rule_7q", text))
    assert [(name, one.id, one.family) for name, one in found.items()] == [("rule_7q", "rule_7q", "made_up")]


@pytest.mark.parametrize("text", ["", "rule_8 = 'a rule'\n"])
def test_a_file_without_its_rule_is_refused(family: Callable[[str, str], str], text: str) -> None:
    made_up = family("rule_8", text)
    with pytest.raises(TypeError, match=r"made_up\.rule_8 declares no rule of its own name: write `rule_8 = "):
        rules(made_up)


@pytest.mark.parametrize("name", ["ssda903", "cin_census"])
def test_a_rule_of_a_return_lies_in_the_file_of_its_code(name: str) -> None:
    strays = {one.id: one.code for one in rules(name).values() if isinstance(one, ReturnRule)}
    assert strays == {id_: code for id_, code in strays.items() if id_ == f"rule_{code.lower()}"}
