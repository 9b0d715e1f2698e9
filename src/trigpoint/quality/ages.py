"""How old a child is on a day, as rules ask it: a birthday is the first day of the new age."""

from __future__ import annotations

from datetime import date

from trigpoint.quality.days import birthday, is_after


def is_aged(born: date | None, years: int, day: date | None) -> bool:
    """Whether both are known and so many years are completed by the day, the birthday itself included."""
    reached = birthday(born, years)
    return reached is not None and day is not None and reached <= day


def is_younger(born: date | None, years: int, day: date | None) -> bool:
    """Whether both are known and the birthday of so many years lies after the day."""
    return is_after(birthday(born, years), day)
