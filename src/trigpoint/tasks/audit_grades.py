"""The judgements of audits, quarter by quarter, from prepared figures: of all, and of each team."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from trigpoint.reports.largest_remainder import rounded
from trigpoint.tasks.audit_scheme import GRADES, JUDGEMENTS
from trigpoint.tasks.prepared_figures import prepared_figures, read_prepared


@dataclass(frozen=True)
class Quarter:
    """How many audits of a quarter had each grade, and the whole percentages that add to 100; none without audits."""

    end: date
    counts: tuple[int, ...]
    shares: tuple[int, ...]

    @property
    def audits(self) -> int:
        """How many were graded."""
        return sum(self.counts)


def quarters(store: Path, team: str = "", most: int = 8) -> list[Quarter] | None:
    """The last quarters, oldest first, in the order of `GRADES`; None where nothing is prepared. Raises StoreError."""
    prepared = prepared_figures(store)
    if prepared is None:
        return None
    found: dict[date, dict[str, int]] = defaultdict(dict)
    for row in read_prepared(prepared, JUDGEMENTS).to_pylist():
        if (row["variant"], row["period_type"]) != ("", "quarter") or row["numerator"] is None:
            continue
        names = dict(zip(row["breakdown"].split("+"), row["group"].split("+"), strict=False))
        if set(names) == ({"team", "category"} if team else {"category"}) and names.get("team", "") == team:
            found[row["period_end"]][names["category"]] = int(row["numerator"])
    return [_quarter(end, counts) for end, counts in sorted(found.items())][-most:]


def _quarter(end: date, counts: dict[str, int]) -> Quarter:
    listed = tuple(counts.get(grade, 0) for grade in GRADES)
    total = sum(listed)
    shares = rounded([Decimal(100 * count) / total for count in listed]) if total else []
    return Quarter(end, listed, tuple(int(share) for share in shares))
