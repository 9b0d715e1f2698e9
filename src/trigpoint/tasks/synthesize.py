"""Write an invented authority."""

from datetime import date
from pathlib import Path
from typing import Literal

from trigpoint import synthetic
from trigpoint.tasks.progress import Progress, silent

_FORMS: dict[str, Literal["csv", "parquet"]] = {"ssd": "csv", "ssd-parquet": "parquet"}


def synthesize(
    children: int,
    years: int,
    seed: int,
    as_at: date,
    out: Path,
    authorities: int = 1,
    form: str = "ssd",
    progress: Progress = silent,
) -> None:
    """Write an invented authority, or several, each in a folder of its own. `form`: ssd, ssd-parquet."""
    synthetic.synthesize(
        children,
        years,
        seed,
        as_at,
        out,
        authorities=authorities,
        form=_FORMS[form],
        progress=lambda done, total, what: progress(what, done, total),
    )
