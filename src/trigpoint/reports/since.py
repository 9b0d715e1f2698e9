"""How a figure moved since the period before, as a cell: an arrow for the number, a word for whether that is good."""

from __future__ import annotations

from trigpoint.reports.block import Cell
from trigpoint.reports.subject import Subject
from trigpoint.reports.wording import capital, size


def since(subject: Subject) -> Cell:
    """Up 2 points, better."""
    found = subject.moved
    if found is None:
        return Cell(text="No comparison")
    if found.number == "same":
        return Cell(text="No change", arrow="same")
    word = f", {found.word}" if found.word else ""
    return Cell(text=f"{capital(found.number)} {size(found.difference, subject.facts.unit)}{word}", arrow=found.number)
