"""What became of a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["ran", "skipped", "broken"]


@dataclass(frozen=True)
class RuleOutcome:
    """What became of one rule in one authority's return or one record table (`where`).

    How many rows fail, or why it was skipped, or how it broke.
    """

    where: str
    family: str
    rule: str
    title: str
    severity: str
    outcome: Outcome
    found: int = 0
    reason: str = ""
