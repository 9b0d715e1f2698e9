"""One check of a report against itself, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from trigpoint.judgement.printed import Printed


@dataclass(frozen=True)
class Finding:
    """One contradiction: the check, the line and figure, what it is, its numbers, and why it cannot be right."""

    check: str
    ref: str
    what: str
    numbers: str
    why: str

    def __str__(self) -> str:
        return f"{self.ref}: {self.what} ({self.numbers}); {self.why}."


Found = tuple[str, str, str]
"""The ref, what and numbers of a finding; the check adds its name and why."""


@dataclass(frozen=True, kw_only=True)
class Check:
    """One check: `find` gives what it finds among the rows of one report; it finds in `fails` and not in `passes`."""

    name: str
    why: str
    find: Callable[[Sequence[Printed]], Iterable[Found]]
    fails: tuple[Printed, ...]
    passes: tuple[Printed, ...]

    def findings(self, rows: Sequence[Printed]) -> Iterator[Finding]:
        """What it finds in the rows of one report."""
        for ref, what, numbers in self.find(rows):
            yield Finding(self.name, ref, what, numbers, self.why)
