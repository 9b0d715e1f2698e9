"""Load published figures of others, so that pages can stand ours beside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trigpoint.comparators.benchmarks_error import BenchmarksError
from trigpoint.comparators.load import Loaded, load
from trigpoint.comparators.mapping import Selection, read_mapping
from trigpoint.language.definition import VariantError
from trigpoint.language.reading import spelling
from trigpoint.store import Store
from trigpoint.tasks import library


def load_benchmarks(file: Path, store: Path, mapping: Path | None = None) -> Loaded:
    """Add a published file to the store as an entry of kind `benchmarks`; what it was.

    `mapping` says which of its series are which of our measures, in place of the mapping that comes with Trigpoint;
    its series are kept as an entry of their own.

    Raises BenchmarksError when the file is not one we know or the mapping does not fit it, and StoreError.
    """
    loaded = load(file, _checked(mapping, read_mapping(mapping)) if mapping else ())
    with Store(store).writing() as writer:
        if loaded.series is not None:
            writer.add_entry("benchmarks", loaded.series)
        writer.add_entry("benchmarks", loaded.table)
    return loaded


def _checked(mapping: Path, chosen: Sequence[Selection]) -> Sequence[Selection]:
    """The selections, held against the library."""
    for place, one in enumerate(chosen, start=1):
        where = f"The mapping {mapping.name}, series {place}"
        try:
            name = spelling(library.any_measure(one.series.measure), one.series.variant)
        except (library.LibraryError, VariantError) as error:
            raise BenchmarksError(f"{where}: {error}") from None
        if name != one.series.variant:
            raise BenchmarksError(f"{where}: write the variant as {name!r}.")
    return chosen
