"""What stands in a cell beside days and codes: JSON with flags, times of day."""

from datetime import date, datetime, time, timedelta

from .common import Record
from .json_text import YES, flags

ONE_DAY = timedelta(days=1)
MIDNIGHT = time(0, 0)


def json_flag(row: Record, column: str, key: str) -> bool:
    return flags(row.get(column, "")).get(key, "").upper() in YES


def moment(row: Record, column: str) -> datetime | None:
    """A day with its time; 00:00:00 where no time is written."""
    written = row.get(column, "")
    return datetime.fromisoformat(written) if written else None


def day_of(at: datetime | None) -> date | None:
    return None if at is None else at.date()
