"""Months and period types as people write them."""

from datetime import date

from trigpoint.language.period import PeriodType, last_day

__all__ = ["PeriodType", "month_end"]


def month_end(text: str) -> date:
    """Last day of a month written 2026-10. Raises ValueError."""
    first = date.fromisoformat(f"{text}-01")
    return last_day(12 * first.year + first.month - 1)
