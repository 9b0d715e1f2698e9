"""What was recorded badly, and where."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Planted:
    """A flaw, one of `recording.FLAWS`, and the row of a table that has it."""

    table: str
    record_id: str
    flaw: str
