"""A trace: what is printed with a figure, enough to compute it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trigpoint.language.period import PeriodType
from trigpoint.tasks.library import LibraryError

HEADLINE = "headline"
SUPPLIED = "supplied"
"""What stands in the place of the snapshot of a supplied figure."""

_PARTS = 7


@dataclass(frozen=True)
class Trace:
    """What a trace says: the parts that lead back to its snapshot or entry."""

    snapshot: str
    measure: str
    definition: str
    variant: str
    period_type: PeriodType
    period_end: date
    authority: str
    breakdown: str = ""
    group: str = ""


def read_trace(text: str) -> Trace:
    """The parts of a trace as `figures` prints it. Raises LibraryError."""
    parts = text.strip("\r\n").split("/")
    try:
        if len(parts) < _PARTS:
            raise ValueError(text)
        kind, end = PeriodType(parts[4]), date.fromisoformat(parts[5])
    except ValueError:
        raise LibraryError(
            f"{text!r} is not a trace: it reads snapshot/measure/definition/variant/period type/period end/authority, "
            "and for a group /breakdown/group; copy it from the figure."
        ) from None
    breakdown = parts[7] if len(parts) > _PARTS else ""
    variant = "" if parts[3] == HEADLINE else parts[3]
    return Trace(parts[0], parts[1], parts[2], variant, kind, end, parts[6], breakdown, "/".join(parts[8:]))
