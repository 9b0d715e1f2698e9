"""Load published figures of others, so that pages can stand ours beside them."""

from pathlib import Path

from trigpoint.comparators.load import load
from trigpoint.store import Store


def load_benchmarks(file: Path, store: Path) -> int:
    """Add a published file to the store as an entry of kind `benchmarks`; how many rows it has.

    Raises BenchmarksError when the file is not one we know, and StoreError.
    """
    table = load(file)
    with Store(store).writing() as writer:
        writer.add_entry("benchmarks", table)
    return int(table.num_rows)
