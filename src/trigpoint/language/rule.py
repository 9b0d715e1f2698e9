"""Rules of data quality: frozen declarations, each yielding the rows that fail it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "query"]
"""An error stops a return or makes a figure wrong; a warning may; a query asks whether it is so."""

Mender = Literal["worker", "business support", "performance team"]
"""Who can mend what a rule finds: the allocated worker, those who keep the record, those who make the return."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Rule:
    """What every kind of rule declares.

    `title` says what is wrong, as one sentence without a full stop; `mend` how to put it right in the case system.
    `examples` hold at least one row that fails and one that passes; they are run as tests and printed in the manual.
    """

    title: str
    mend: str
    source: str
    severity: Severity = "error"
    who: Mender = "worker"
    examples: str = ""
    id: str = field(default="", init=False)
    family: str = field(default="", init=False)

    def named(self, name: str, family: str) -> None:
        """Take the file's name as id and its folder as family; done once, by the library."""
        object.__setattr__(self, "id", name)
        object.__setattr__(self, "family", family)
