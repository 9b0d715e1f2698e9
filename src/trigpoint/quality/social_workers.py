"""A child's social workers one after another, as rules of the SSDA903 return compare them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from trigpoint.records.returns import ChildReturn, ReturnRow
from trigpoint.records.returns.ssda903 import SWEpisodes

SINCE = date(2023, 4, 1)
"""The first day of the first year in which social workers were collected."""

REASONS = frozenset(
    {"MANAGE", "FCONTA", "LEFTRL", "ORGRST", "TSPROC", "ABSENC", "CHCHAN", "PCCHAN", "SWDIED", "OTHERS"}
)
"""Why the social worker changed."""


def workers(child: ChildReturn) -> Sequence[SWEpisodes]:
    """The child's social workers by SW_DECOM, then by SW_DEC; what has no day comes last."""
    return child.remembered(_workers)


def _workers(child: ChildReturn) -> Sequence[SWEpisodes]:
    return tuple(sorted(child.rows(SWEpisodes), key=_start))


def _start(row: SWEpisodes) -> tuple[date, date]:
    return row.SW_DECOM or date.max, row.SW_DEC or date.max


def worker_before(row: SWEpisodes) -> SWEpisodes | None:
    """The child's social worker in front of this one; None for the first."""
    return row.child.remembered(_before).get(row)


def _before(child: ChildReturn) -> dict[SWEpisodes, SWEpisodes]:
    rows = workers(child)
    return dict(zip(rows[1:], rows, strict=False))


def latest_worker(child: ChildReturn) -> SWEpisodes | None:
    """The child's social worker with the latest SW_DECOM; one without SW_DECOM takes no part."""
    return child.remembered(_latest)


def _latest(child: ChildReturn) -> SWEpisodes | None:
    dated = [row for row in workers(child) if row.SW_DECOM is not None]
    return dated[-1] if dated else None


def year_before(row: ReturnRow) -> date:
    """1 April a year before the row's collection year begins: how far back social workers are asked for."""
    return date(row.collection.year - 2, 4, 1)
