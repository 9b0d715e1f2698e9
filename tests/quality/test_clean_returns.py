"""Returns written from an authority that recorded well: no rule finds anything in them but what may truly be so."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pyarrow as pa
import pytest

from trigpoint.quality.check_return import AnyRule, Finding, ReturnCheck, check_return
from trigpoint.quality.library import rules
from trigpoint.quality.return_rule import FIRST_YEAR
from trigpoint.records.returns import Collection, LookUps, Place
from trigpoint.records.returns.ssda903 import Episodes, Missing, SWEpisodes
from trigpoint.sources import cin_census, plan, ssda903
from trigpoint.sources.part import return_table
from trigpoint.synthetic import synthesize
from trigpoint.synthetic.people import POSTCODES

Tables = Mapping[str, pa.Table]
Truth = Callable[[Finding], bool]

LONG = bool(os.environ.get("TRIGPOINT_LONG"))
AS_AT = date(2027, 3, 31)
CHILDREN, YEARS = 60, 10
SEEDS = (7, 8, 9) if LONG else (7,)
RETURNS = [("ssda903", year) for year in (range(2018, 2028) if LONG else (2018, 2024, 2025, 2027))]
RETURNS += [("cin_census", year) for year in (range(2017, 2027) if LONG else (2020, 2023, 2026))]
WRITE: dict[str, Any] = {"ssda903": ssda903.write, "cin_census": cin_census.write}


LOOK_UPS = LookUps(
    {code.replace(" ", ""): Place(20 * at, 10 * at, "E06000999") for at, code in enumerate(POSTCODES)},
    authority="E06000999",
)
"""Every invented postcode, in the returning authority."""


def _episodes(found: Finding) -> list[Episodes]:
    return sorted(found.row.child.rows(Episodes), key=lambda row: (row.DECOM or date.min, row.DEC or date.max))


def _left_on_the_last_day(found: Finding) -> bool:
    return any(row.collection.last_day == row.DEC and row.REC != "X1" for row in _episodes(found))


def _had_left_before(found: Finding) -> bool:
    """Whether the returns of this year and the last hold less of the child's time in care than is asked for."""
    last_year = found.row.child.last_year
    before = last_year.rows(Episodes) if last_year else ()
    return not _episodes(found) and all(
        row.DECOM and row.collection.first_day - timedelta(91) < row.DECOM for row in before
    )


def _was_without_worker(found: Finding) -> bool:
    """Whether days lie between two social workers of the child, or there was none."""
    rows = sorted(found.row.child.rows(SWEpisodes), key=lambda row: row.SW_DECOM or date.min)
    return not rows or any(a.SW_DEC and b.SW_DECOM and b.SW_DECOM > a.SW_DEC for a, b in pairwise(rows))


def _came_twice(found: Finding) -> bool:
    return sum(row.RNE == "S" for row in _episodes(found)) + (_episodes(found)[0].RNE != "S") > 1


def _began_before(found: Finding) -> bool:
    row = cast("Missing", found.row)
    return row.MIS_START is not None and row.collection.first_day > row.MIS_START


TRULY_SO: dict[str, tuple[str, Truth]] = {
    "8670Q": ("some assessments are open for longer than 45 working days", lambda _: True),
    "8675Q": ("some conferences are held later than 15 working days after the enquiry began", lambda _: True),
    "159": ("the records do not tell whether help with substance misuse was offered", lambda _: True),
    "1001": ("care leavers of 19 and more left before the two years that a rule sees", _had_left_before),
    "1002": ("care leavers of 19 and more left before the two years that a rule sees", _had_left_before),
    "187": ("who leaves on 31 March was in care all the year", _left_on_the_last_day),
    "191": ("who leaves on 31 March was in care all the year", _left_on_the_last_day),
    "503F": (
        "supported accommodation got its number while the child lived there",
        lambda found: cast("Episodes", found.row).PLACE in {"H5", "K3"} and found.row.collection.year == 2024,
    ),
    "624": ("only girls in care in the year are asked whether they are mothers", lambda found: not _episodes(found)),
    "575": ("a child was moved while missing", lambda _: True),
    "578": ("a child went missing before the year, from an episode that ended before it", _began_before),
    "581": ("a child went missing before the year, from an episode that ended before it", _began_before),
    "SW10STG2": ("a case in a vacant post goes without social worker for a while", _was_without_worker),
    "SW11aSTG2": ("a case in a vacant post goes without social worker for a while", _was_without_worker),
    "SW11bSTG2": ("a case in a vacant post has no social worker, nor has a child who left care", lambda _: True),
    "SW12STG2": (
        "a child came into care twice, or nobody was the social worker",
        lambda found: _came_twice(found) or _was_without_worker(found),
    ),
    "SW17STG2": ("a case in a vacant post has no social worker, nor has a child who left care", lambda _: True),
    "218": ("short breaks have no provider's number", lambda found: cast("Episodes", found.row).LS in {"V3", "V4"}),
    "1003": ("a decision for adoption was of an earlier time in care", _came_twice),
    "149": ("codes that ended in March 2018, before the first rules", lambda found: found.row.collection.year == 2018),
}
"""What a rule finds though nothing was recorded badly: why, and of which findings that may be said."""


@pytest.fixture(scope="module", params=SEEDS)
def clean(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return invented(tmp_path_factory.mktemp("clean"), request.param, errors=0.0)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """The same authority with one row in twenty recorded badly."""
    return invented(tmp_path_factory.mktemp("recorded"), SEEDS[0], errors=0.05)


def invented(folder: Path, seed: int, errors: float) -> Tables:
    synthesize(CHILDREN, YEARS, seed, AS_AT, folder, form="parquet", errors=errors)
    return {part.table: part.data for part in plan([folder]).parts()}


def checked(tables: Tables, form: str, year: int, folder: Path) -> ReturnCheck:
    """The return of a year, written with that of the year before, read and checked by the year's rules.

    Years before the first rules that are known are checked by these.
    """
    known = [one for one in (year - 1, year) if one >= {"ssda903": 2018, "cin_census": 2017}[form]]
    found: Collection | None = None
    for one in known:
        WRITE[form](tables, folder / str(one), year=one)
        found = collection(folder / str(one), form, one, found, LOOK_UPS)
    assert found is not None
    mine = [cast("AnyRule", rule) for rule in rules(form).values()]
    return check_return(mine, found, rules_of=max(year, FIRST_YEAR))


def collection(folder: Path, form: str, year: int, previous: Collection | None, look_ups: LookUps) -> Collection:
    modules = {return_table(form, one.module): one for one in import_module(f"trigpoint.quality.{form}").MODULES}
    parts = {part.table: part.data for part in plan([folder], "Alderwick").parts() if part.table in modules}
    tables = {modules[name]: table for name, table in parts.items()}
    return Collection(year, tables, previous=previous, look_ups=look_ups, is_xml=form == "cin_census")


@pytest.mark.parametrize(("form", "year"), RETURNS)
def test_a_clean_return_has_no_findings_but_what_is_truly_so(
    clean: Tables, form: str, year: int, tmp_path: Path
) -> None:
    done = checked(clean, form, year, tmp_path)
    assert done.broken == []
    assert len(done.ran) > {"ssda903": 240, "cin_census": 100}[form]
    false = [found for found in done.findings if not is_truly_so(found)]
    said = [f"{found.rule.code} of {found.row.child.key}: {found.values}" for found in false]
    assert said == [], Counter(found.rule.code for found in false)


def is_truly_so(found: Finding) -> bool:
    _, holds = TRULY_SO.get(found.rule.code, ("", None))
    return holds is not None and holds(found)


MUST_SEE = {
    # what was recorded badly, and the rules that a return of the last years shows it to
    "ssda903": {
        "never ended": {"142"},
        "unknown code": {"149"},
        "ended early": {"433", "388"},
        "key twice": {"501", "431"},
        "out of order": {"567"},
    },
    "cin_census": {
        "start missing": {"8600", "8720", "4010", "8736"},
        "out of order": {"8630"},
        "never ended": {"8815", "8816", "8820"},
        "unknown code": {"8650"},
        "ended early": {"8565"},
        "link to nothing": {"2885"},
    },
}
"""Flaws whose rows the return of 2025/26 holds. A start missing takes a row of SSDA903 out of the return."""


@pytest.mark.parametrize("form", MUST_SEE)
def test_what_was_recorded_badly_is_found(recorded: Tables, form: str, tmp_path: Path) -> None:
    done = checked(recorded, form, 2026, tmp_path)
    found = {one.rule.code for one in done.findings if not is_truly_so(one)}
    unseen = {flaw: codes - found for flaw, codes in MUST_SEE[form].items() if codes - found}
    assert unseen == {}
