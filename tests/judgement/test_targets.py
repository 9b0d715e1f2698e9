"""Target files: what is read, which day picks which target, and the sentence for every fault."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from trigpoint.judgement import entries, targets
from trigpoint.judgement.target import in_force
from trigpoint.language.terms import Good

GOOD = """
set = "ours"
title = "Our targets"
agreed_by = "Board"
[[target]]
measure = "a_pct"
period_types = ["month", "rolling12"]
target = 21.5
tolerance = [17, 24]
good = "low"
from = 2018-04-01
to = 2019-03-31
[[target]]
measure = "a_pct"
period_types = ["month"]
target = "to be set"
good = "low"
from = 2019-04-01
agreed_by = "Cabinet"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "ours.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_day_picks_the_target(tmp_path: Path) -> None:
    found = targets.read(write(tmp_path, GOOD)).targets
    old = in_force(found, "a_pct", "", "month", date(2019, 3, 31))
    assert old is not None
    assert (old.value, old.low, old.high, old.good, old.agreed_by) == (
        Decimal("21.5"), Decimal(17), Decimal(24), Good.LOW, "Board",
    )  # fmt: skip
    new = in_force(found, "a_pct", "", "month", date(2026, 1, 1))
    assert new is not None
    assert (new.value, new.agreed_by) == (None, "Cabinet")
    assert in_force(found, "a_pct", "", "rolling12", date(2019, 4, 1)) is None
    assert in_force(found, "a_pct", "uasc=exc", "month", date(2019, 3, 31)) is None


def test_an_entry_gives_back_what_was_put_in(tmp_path: Path) -> None:
    found = targets.read(write(tmp_path, GOOD)).targets
    assert entries.from_table(entries.to_table(found)) == found


def test_a_set_loaded_again_replaces_the_older_one(tmp_path: Path) -> None:
    old = targets.read(write(tmp_path, GOOD)).targets
    new = targets.read(write(tmp_path, GOOD.replace("21.5", "20"))).targets
    other = targets.read(write(tmp_path, GOOD.replace('"ours"', '"theirs"'))).targets
    tables = [entries.to_table(each) for each in (old, new, other)]
    assert entries.newest(tables, "ours") == new
    assert entries.newest(tables, "nobody") == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("tolerance = [17, 24]", "tolerence = [17, 24]", "`tolerence` is not a key"),
        ("tolerance = [17, 24]", "tolerance = [22, 24]", "22 to 24 does not hold the target"),
        ("tolerance = [17, 24]", "tolerance = [17]", "write it as [low, high]"),
        ("target = 21.5", 'target = "21.5"', "not a number"),
        ("target = 21.5", "", "`target` is missing"),
        ('good = "low"\nfrom = 2018', 'good = "none"\nfrom = 2018', '"high" or "low"'),
        ("from = 2018-04-01", 'from = "1 April"', "`from` is not a date"),
        ("to = 2019-03-31", "to = 2017-03-31", "`to` is before `from`"),
        ("to = 2019-03-31", "", "two targets for a_pct (month) hold on 2019-04-01"),
        ('["month", "rolling12"]', '["monthly"]', "give a list of some of month"),
        ('measure = "a_pct"\nperiod_types = ["month", "', 'period_types = ["month", "', "`measure` is missing"),
        ('set = "ours"', "", "has no `set`"),
        ('set = "ours"', 'set = "ours', "not a TOML file"),
    ],
)
def test_every_fault_has_its_sentence(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    with pytest.raises(targets.TargetsError) as caught:
        targets.read(write(tmp_path, GOOD.replace(old, new, 1)))
    assert str(caught.value).startswith("ours.toml")
    assert says in str(caught.value)
