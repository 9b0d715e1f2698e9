"""Target sets: dated targets as data, from a TOML file or a workbook that a council can write itself."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

from trigpoint.judgement import target_workbook
from trigpoint.judgement.faults import Faults
from trigpoint.judgement.target import Target
from trigpoint.judgement.target_row import TargetRow

_TOP = {"set", "title", "agreed_by", "target"}


class TargetsError(Faults):
    """A target file that cannot be taken: a sentence for each fault."""


@dataclass(frozen=True)
class TargetSet:
    """A named set of targets with the title printed on the pages that are judged by it.

    `notes` are what a person must read: gaps and overlaps of bands as printed, targets to be set by no day.
    """

    name: str
    title: str
    targets: tuple[Target, ...]
    notes: tuple[str, ...] = ()


def read(path: Path) -> TargetSet:
    """Read a target file: TOML, or the workbook of `targets template`.

    Top level: `set` (its name), `title`, `agreed_by` (the default of every row). Then one `[[target]]` a row:
    `measure`; `variant` (empty: the headline); `period_types`, a list; `style` (rag, two_sided, one_sided, ordered,
    range, composite; left out where the form of the target tells); `good`, "high" or "low"; `target`, a number, a
    range [138.0, 168.6], "to be set" or "none"; `tolerance`, [low, high] or the one end; `bands`, text such as
    "Red::45;Amber:45:60;Green:60:"; `from` and `to` (dates, `to` left out while it holds); `agreed_by` (a role) and
    `agreed_on`; `reference`; `rationale`; `due`; `bands_before`.

    Raises:
        TargetsError: with every fault; each names the row as it is counted in the file, from 1, the key, the remedy.
    """
    document = target_workbook.read(path) if target_workbook.is_workbook(path) else _toml(path)
    faults = list(_top_faults(path.name, document))
    if faults:
        raise TargetsError(*faults)
    word = document.get("row_word", "target")
    rows = [
        TargetRow(f"{path.name}, {word} {number}", row, document)
        for number, row in enumerate(document["target"], start=document.get("first_row", 1))
    ]
    targets = tuple(target for row in rows for target in row.targets())
    faults = [fault for row in rows for fault in row.faults] + list(_overlaps(path.name, targets))
    if faults:
        raise TargetsError(*faults)
    notes = tuple(note for row in rows for note in row.notes)
    return TargetSet(document["set"], document["title"], targets, notes)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except OSError as error:
        raise TargetsError(f"{path.name} cannot be opened ({error.strerror}); check its name.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TargetsError(f"{path.name} is not a TOML file ({error}); mend that line and load it again.") from error


def _top_faults(file: str, document: Mapping[str, Any]) -> Iterator[str]:
    for key in ("set", "title", "target"):
        if not document.get(key):
            yield f"{file} has no `{key}`; a target file begins with set, title and [[target]] rows."
    for key in ("set", "title", "agreed_by"):
        if document.get(key) and not isinstance(document[key], str):
            yield f"{file}: `{key}` is not a text; give it in quotes."
    rows = document.get("target")
    if rows and not (isinstance(rows, list) and all(isinstance(row, dict) for row in rows)):
        yield f"{file}: `target` is not a list of tables; begin each row with a line [[target]]."
    for key in sorted(set(document) - _TOP - {"row_word", "first_row"}):
        yield f"{file}: `{key}` is not a key of a target file; use set, title, agreed_by and [[target]] rows."


def _overlaps(file: str, targets: Sequence[Target]) -> Iterator[str]:
    for a, b in combinations(targets, 2):
        both = a.about(b.measure, b.variant, b.period_type)
        if both and a.start <= (b.end or date.max) and b.start <= (a.end or date.max):
            yield (
                f"{file}: two targets for {a.measure} ({a.period_type}) hold on {max(a.start, b.start)}; "
                "end the older one with `to` the day before."
            )
