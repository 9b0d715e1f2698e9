"""Published files, recognised by their content and read into the tidy shape of an entry of kind `benchmarks`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from trigpoint.comparators import lait, neighbours, statistics_file
from trigpoint.comparators.benchmarks_error import BenchmarksError
from trigpoint.comparators.mapping import Selection, shipped
from trigpoint.comparators.series import as_table


@dataclass(frozen=True)
class Loaded:
    """One published file: values (`schema.VALUES`) or a neighbour set (`schema.NEIGHBOURS`), and what it is in words.

    `series` (`schema.SERIES`) are those of a mapping that somebody wrote; those that come with Trigpoint are not kept.
    """

    table: pa.Table
    words: str
    series: pa.Table | None = None


def load(path: Path, mapping: Sequence[Selection] = ()) -> Loaded:
    """Read a published file; `mapping` is somebody's own for a statistics file, instead of the one that comes with us.

    Raises:
        BenchmarksError: the file is not one we know, a cell of it cannot be read, or a mapping does not fit it.
    """
    if not path.is_file():
        raise BenchmarksError(f"{path.name} is not a file; give the published file itself.")
    if statistics_file.recognises(path):
        return _statistics(path, mapping)
    if mapping:
        raise BenchmarksError(f"{path.name} needs no mapping: leave out --mapping, which is for statistics files.")
    if lait.recognises(path):
        table = lait.read(path)
        return Loaded(table, f"{len(table['measure'].unique())} measures of {lait.SOURCE}")
    if neighbours.recognises(path):
        return Loaded(neighbours.read(path), f"{neighbours.SOURCE}, {neighbours.version(path)}")
    raise BenchmarksError(
        f"{path.name} is not a file of published figures that we know; give the Local Authority Interactive Tool's "
        "long table (Parquet), a file of Explore education statistics (CSV), or statistical neighbours (xlsx or CSV)."
    )


def _statistics(path: Path, mapping: Sequence[Selection]) -> Loaded:
    table = statistics_file.read(path, mapping or shipped())
    words = f"{len(table['measure'].unique())} series of {statistics_file.SOURCE}"
    if not mapping:
        return Loaded(table, words)
    chosen = statistics_file.chosen(path, mapping)
    if others := len(mapping) - len(chosen):
        words += f"; {others} of the mapping's series name columns that it has not"
    return Loaded(table, words, as_table([one.series for one in chosen]))
