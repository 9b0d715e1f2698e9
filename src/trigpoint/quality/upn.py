"""The unique pupil number as rules take it apart: a check letter, the authority's number, a serial number."""

from __future__ import annotations

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
LENGTH = 13


def is_digits(text: str) -> bool:
    """Whether there is something and all of it is 0 to 9."""
    return text.isascii() and text.isdigit()


def is_whole(upn: str | None) -> bool:
    """Whether a number has its 13 characters."""
    return upn is not None and len(upn) == LENGTH


def check_letter(upn: str) -> str:
    """The letter that a number of 12 digits after its first character must begin with."""
    return _LETTERS[sum(place * int(digit) for place, digit in enumerate(upn[1:], start=2)) % len(_LETTERS)]


def authorities(ranges: str) -> frozenset[str]:
    """Numbers of authorities written as ranges: `001-003 420` is 001, 002, 003 and 420."""
    ends = [part.partition("-") for part in ranges.split()]
    return frozenset(f"{one:03d}" for first, _, last in ends for one in range(int(first), int(last or first) + 1))
