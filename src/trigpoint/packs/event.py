"""An event: what happened on a day and explains figures, as told on every chart that it touches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

KINDS = ("inspection", "go-live", "recording change", "policy change", "other")


@dataclass(frozen=True, kw_only=True)
class Event:
    """What happened, on which day, of which kind.

    `measures` are the ids whose figures it explains, none meaning all; `authority` and `team` where it applies, empty
    meaning everywhere; `source` is where it can be read up.
    """

    on: date
    what: str
    kind: str
    measures: tuple[str, ...] = ()
    authority: str = ""
    team: str = ""
    source: str = ""

    def about(self, measure: str, where: tuple[tuple[str, str], ...] = ()) -> bool:
        """Whether it explains a figure of this measure: of the whole, or of the group of a breakdown in `where`."""
        elsewhere = self.team and dict(where).get("team", self.team) != self.team
        return not elsewhere and (not self.measures or measure in self.measures)

    @property
    def words(self) -> str:
        """What happened, with its kind and the team where it is one team's alone."""
        beside = [self.kind, *([f"{self.team} only"] if self.team else [])]
        return f"{self.what} ({', '.join(beside)})"
