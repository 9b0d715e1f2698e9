"""Dated changes of a definition, each belonging to a definition set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trigpoint.language.measure import Declaration


@dataclass(frozen=True, eq=False)
class Amendment:
    """From `effective` on, the definition set `set` reads the measure with these clauses replaced.

    `exclude` and `unknown` are added to, every other clause is replaced. The reporting date selects one whole
    definition; an amendment never changes another set's.
    """

    measure: Declaration
    definitions: str
    effective: date
    because: str
    agreed: str
    clauses: Mapping[str, Any]
