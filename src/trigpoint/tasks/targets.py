"""Check dated targets, keep them in a store, and make the workbook in which they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trigpoint.judgement import entries, target_template, targets
from trigpoint.judgement.target import Target
from trigpoint.judgement.targets import TargetsError, TargetSet
from trigpoint.language.definition import VariantError
from trigpoint.language.reading import spelling
from trigpoint.measures import EVERY
from trigpoint.store import Entry, Store
from trigpoint.tasks.library import LibraryError, all_periods, any_measure
from trigpoint.tasks.write_table import EndingError, write_aside

KIND = "targets"
"""The kind of entry that holds targets."""


@dataclass(frozen=True)
class Loaded:
    """A target set that was taken, and the entry that holds it."""

    entry: Entry
    targets: TargetSet


def check_targets(file: Path) -> TargetSet:
    """The targets of a file, each of a measure, variant and period type of the library.

    Raises TargetsError with every fault.
    """
    found = targets.read(file)
    faults = list(dict.fromkeys(fault for target in found.targets for fault in _strangers(file.name, target)))
    if faults:
        raise TargetsError(*faults)
    return found


def load_targets(file: Path, store: Path) -> Loaded:
    """Add a file of targets to the store as an entry of kind `targets`, all of it or nothing.

    The newest entry that holds a set counts; the older ones are kept. Raises TargetsError and StoreError.
    """
    found = check_targets(file)
    with Store(store).writing() as writer:
        return Loaded(writer.add_entry(KIND, entries.to_table(found.targets)), found)


def write_target_template(out: Path) -> None:
    """Write the workbook in which targets are written. Raises EndingError and OutputError."""
    if out.suffix.lower() != ".xlsx":
        raise EndingError(f"{out.name} is no name of a workbook: end it in .xlsx.")
    write_aside(out, lambda aside: target_template.template(aside, sorted(EVERY)))


def _strangers(file: str, target: Target) -> Iterator[str]:
    place = f"{file} ({target.measure})"
    try:
        measure = any_measure(target.measure)
        spelled = spelling(measure, target.variant)
    except LibraryError as error:
        yield f"{place}: `measure` is not in the library. {error}"
        return
    except VariantError as error:
        yield f"{place}: `variant` is not one of the measure's. {error}"
        return
    if spelled != target.variant:
        yield f"{place}: `variant` {target.variant!r} is spelled otherwise; write it as {spelled!r}."
    periods = all_periods(measure)
    if target.period_type not in periods:
        yield f"{place}: `period_types` names {target.period_type}; give some of {', '.join(periods)}."
