"""Dates with a time of day, to the second, as our own tables have them."""

from datetime import date, datetime, time
from functools import lru_cache

from .common import Record

MIDNIGHT = time(0, 0, 0)


@lru_cache(maxsize=100_000)
def parsed_moment(value: str) -> datetime | None:
    return datetime.fromisoformat(value.replace("T", " ")).replace(microsecond=0) if value else None


def moment(row: Record, column: str) -> datetime | None:
    """The moment in a column; midnight where only the day is written."""
    return parsed_moment(row.get(column, ""))


def known_moment(row: Record, column: str, as_at: date) -> datetime | None:
    """The moment, empty while its day lies after the as-at day (E1)."""
    written = moment(row, column)
    return None if written is None or written.date() > as_at else written


def time_of_day(at: datetime) -> time | None:
    """Midnight is a day without a time."""
    return None if at.time() == MIDNIGHT else at.time()
