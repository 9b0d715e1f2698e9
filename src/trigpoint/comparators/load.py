"""Published files, recognised by their content and read into the tidy shape of an entry of kind `benchmarks`."""

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from trigpoint.comparators import lait, neighbours
from trigpoint.comparators.benchmarks_error import BenchmarksError

_FORMATS: tuple[tuple[Callable[[Path], bool], Callable[[Path], pa.Table]], ...] = (
    (lait.recognises, lait.read),
    (neighbours.recognises, neighbours.read),
)


def load(path: Path) -> pa.Table:
    """One published file as values (`schema.VALUES`) or a neighbour set (`schema.NEIGHBOURS`).

    Raises:
        BenchmarksError: the file is not one we know, or a cell of it cannot be read.
    """
    if not path.is_file():
        raise BenchmarksError(f"{path.name} is not a file; give the published file itself.")
    for recognises, read in _FORMATS:
        if recognises(path):
            return read(path)
    raise BenchmarksError(
        f"{path.name} is not a file of published figures that we know; give the Local Authority Interactive Tool's "
        "long table (Parquet) or its statistical neighbours workbook."
    )
