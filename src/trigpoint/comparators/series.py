"""Which published series stands beside which of our measures, and whether the two count the same thing."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Series:
    """A published series for one measure and variant. `because` says how it differs when it is not like for like."""

    measure: str
    variant: str
    published: str
    year: str
    like_for_like: bool
    because: str


@cache
def all_series() -> dict[tuple[str, str], Series]:
    """Every mapped series by measure and variant, from `data/lait_measures.toml`."""
    text = (files("trigpoint.comparators") / "data" / "lait_measures.toml").read_text(encoding="utf-8")
    rows = [
        Series(
            measure=row["measure"],
            variant=row.get("variant", ""),
            published=row["published"],
            year=row["year"],
            like_for_like=row.get("like_for_like", True),
            because=row.get("because", ""),
        )
        for row in tomllib.loads(text)["series"]
    ]
    return {(row.measure, row.variant): row for row in rows}
