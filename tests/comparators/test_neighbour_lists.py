"""Lists of statistical neighbours as CSV, their version, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_files import neighbour_lines

from trigpoint.comparators.benchmarks_error import BenchmarksError
from trigpoint.comparators.load import load
from trigpoint.comparators.neighbours import version
from trigpoint.comparators.schema import NEIGHBOURS


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_csv_gives_the_neighbours_in_their_order(tmp_path: Path) -> None:
    table = load(written(tmp_path / "neighbours_april_2021.csv", *neighbour_lines())).table
    assert table.schema.equals(NEIGHBOURS)
    assert table["neighbour_code"].to_pylist() == [str(400 + rank) for rank in range(1, 11)]
    assert table["rank"].to_pylist() == list(range(1, 11))
    assert {(row["closeness"], row["version"], row["area"]) for row in table.to_pylist()} == {
        ("Very close", "April 2021", "Ashmere")
    }


@pytest.mark.parametrize(
    ("name", "said"),
    [("sn_may_2025.xlsx", "May 2025"), ("statistical_neighbours_2025.csv", "2025"), ("neighbours.csv", "neighbours")],
)
def test_a_version_is_the_date_in_the_name(name: str, said: str) -> None:
    assert version(Path(name)) == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("403", "402", "row 2, neighbour 3: '402' is the authority itself or stands twice"),
        ("403", "330", "row 2, neighbour 3: '330' is the authority itself or stands twice"),
        ("403", "Leeds", "row 2, neighbour 3: 'Leeds' is no number of an authority"),
        (",410,Very close ", "", "row 2, neighbour 10: '' is no number of an authority"),
        ("330,Ashmere", ",Ashmere", "names no authority below its headings"),
    ],
)
def test_a_neighbour_that_cannot_be_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    head, row = neighbour_lines()
    assert old in row
    with pytest.raises(BenchmarksError, match=rf"sn\.csv.*{said}"):
        load(written(tmp_path / "sn.csv", head, row.replace(old, new)))


def test_an_authority_that_stands_twice_is_refused(tmp_path: Path) -> None:
    head, row = neighbour_lines()
    with pytest.raises(BenchmarksError, match="rows 2 and 3: 330 stands twice"):
        load(written(tmp_path / "sn.csv", head, row, row))
