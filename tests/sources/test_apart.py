"""Files read in a process of their own say the same as files read here, and break nothing when it breaks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from returns_help import episodes, write_return

from trigpoint.sources import Part, Refused, plan
from trigpoint.sources.apart import Limits, limits_for, planned_apart

RETURN = {"Episodes": episodes("1 2025-05-21 S 2025-06-23 X1", "1 2025-06-23 P - -", "2 2025-07-01 S - -")}


def read_apart(path: Path, limits: Limits | None = None) -> list[Part]:
    with planned_apart([path], "Anyshire", limits) as (_, parts):
        return list(parts)


def test_what_is_read_apart_equals_what_is_read_here(tmp_path: Path) -> None:
    write_return(tmp_path, RETURN)
    here, there = list(plan([tmp_path], "Anyshire").parts()), read_apart(tmp_path)
    assert [part.table for part in there] == [part.table for part in here]
    for mine, other in zip(here, there, strict=True):
        assert other.data.equals(mine.data)
        assert (other.rows_in, other.refused, other.repeated) == (mine.rows_in, mine.refused, mine.repeated)
        assert list(other.issues) == list(mine.issues)


def test_the_plan_is_the_same(tmp_path: Path) -> None:
    write_return(tmp_path, RETURN)
    with planned_apart([tmp_path], "Anyshire") as (planned, _):
        assert planned.files == plan([tmp_path], "Anyshire").files


def test_a_refusal_keeps_its_sentences(tmp_path: Path) -> None:
    (tmp_path / "episodes.csv").write_text("CHILD,DECOM\n1,01/05/2025\n")
    with pytest.raises(Refused) as here:
        plan([tmp_path / "episodes.csv"])
    with pytest.raises(Refused) as there:
        read_apart(tmp_path / "episodes.csv")
    assert str(there.value) == str(here.value)


@pytest.mark.skipif(os.name == "nt", reason="Windows sets no limits")
def test_a_reader_that_goes_beyond_its_limits_is_a_refusal(tmp_path: Path) -> None:
    write_return(tmp_path, RETURN)
    with pytest.raises(Refused, match="need more time or memory to be read than is allowed"):
        read_apart(tmp_path, Limits(seconds=60, memory=30_000_000))


def test_leaving_early_ends_the_reader(tmp_path: Path) -> None:
    write_return(tmp_path, RETURN)
    with planned_apart([tmp_path], "Anyshire") as (_, parts):
        assert next(parts).table
    with pytest.raises(ValueError, match="closed"):
        next(parts)


def test_limits_grow_with_the_files(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"x" * 3_000_000)
    (tmp_path / "b.csv").write_bytes(b"x" * 2_000_000)
    small = limits_for([tmp_path / "none"])
    grown = limits_for([tmp_path])
    assert grown.seconds == small.seconds + 10
    assert grown.memory == small.memory + 60_000_000
