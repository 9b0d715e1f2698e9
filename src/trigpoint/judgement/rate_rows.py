"""The rows of a table of published figures, read and judged; every fault of a row is told in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal

from trigpoint.figures.rounding import half_up
from trigpoint.judgement import bands, composite
from trigpoint.judgement.bands import BandsError
from trigpoint.judgement.rated import Published, Rated, rated
from trigpoint.judgement.standard import Standard, Status, Style
from trigpoint.language.terms import Good
from trigpoint.sources.aggregates.cells import REASONS, number

NEEDED = ("ref", "style", "value")
COLUMNS = (
    *("ref", "style", "value", "unit", "polarity", "decimals", "target", "tolerance_low", "tolerance_high"),
    *("bands", "history"),
)
ADDED = ("judgement", "state", "trend", "direction", "note")

_POLARITY = {"higher": Good.HIGH, "lower": Good.LOW, "none": Good.NEITHER, "": Good.NEITHER}
_TO_BE_SET = {"tbd", "to be set", "to be agreed", "to be determined"}
_NONE = {"n/a", "none", "no target", "-", ""}
_RANGE = re.compile(r"(-?[\d.,]+)\s*(?:-|–|to)\s*(-?[\d.,]+)", re.ASCII)
_PERCENT = {"%", "percent", "per cent", "percentage", "percentages"}


class RateError(ValueError):
    """One fault of a row: which column, what, how to mend; without the place."""

    def __init__(self, column: str, what: str, mend: str) -> None:
        super().__init__(f"column {column}: {what}; {mend}.")


def rate_row(cells: Mapping[str, str]) -> Rated:
    """Judge one row of the columns of `COLUMNS`. Raises RateError."""
    with _told():
        return rated(_tidy(cells).published())


def published(cells: Mapping[str, str]) -> Published:
    """One row as read, before it is judged. Raises RateError."""
    with _told():
        return _tidy(cells).published()


def standard_of(cells: Mapping[str, str]) -> Standard:
    """What a row is judged by. Raises RateError."""
    with _told():
        return _tidy(cells).standard()


def _tidy(cells: Mapping[str, str]) -> _Cells:
    return _Cells({name: str(cell or "").strip() for name, cell in cells.items()})


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BandsError as error:
        raise RateError("bands", *str(error).rsplit("; ", 1)) from error


@dataclass(frozen=True)
class _Cells:
    """One row as text."""

    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        return self.cells.get(column, "")

    def published(self) -> Published:
        standard, decimals = self.standard(), self.decimals()
        composed = standard.style is Style.COMPOSITE
        value, reason = (None, "") if composed else self.figure("value", self.text("value"), decimals)
        if composed and not self.text("value"):
            reason = "no value"
        return Published(
            standard,
            value,
            reason,
            percent=self.text("unit").lower() in _PERCENT,
            shares=tuple(self.shares(decimals)) if composed else (),
            history=() if composed else tuple(self.history(decimals)),
            same_within=self.number("same_within"),
        )

    def standard(self) -> Standard:
        style, good = self.style(), self.good()
        status = self.status(style)
        if status is not Status.AGREED:
            return Standard(style=style, good=good, status=status)
        if style.sided and good is Good.NEITHER:
            raise RateError("polarity", f"{style} needs a good side", "write higher or lower")
        low, high, value = None, None, None
        if style is Style.RANGE:
            low, high = self.range()
        elif style in _NUMERIC:
            value = self.number("target")
            assert value is not None
            low, high = self.tolerance(style, good, value)
        elif style.sided:
            value = self.edge()
        banded = style in (Style.RAG, Style.ORDERED)
        return Standard(
            value=value,
            low=low,
            high=high,
            good=good,
            style=style,
            bands=bands.parse(self.text("bands")) if banded else (),
            levels=composite.parse(self.text("bands")) if style is Style.COMPOSITE else (),
        )

    def style(self) -> Style:
        said = self.text("style").lower()
        if said not in set(Style):
            raise RateError("style", f"{said!r} is no style", f"write one of {', '.join(Style)}")
        return Style(said)

    def good(self) -> Good:
        said = self.text("polarity").lower()
        if said not in _POLARITY:
            raise RateError("polarity", f"{said!r} is no polarity", "write higher, lower or none")
        return _POLARITY[said]

    def status(self, style: Style) -> Status:
        """Bands need no target beside them."""
        said = self.text("target").lower()
        if said in _TO_BE_SET:
            return Status.TO_BE_SET
        if style in (Style.RAG, Style.ORDERED, Style.COMPOSITE) and self.text("bands"):
            return Status.AGREED
        return Status.NONE if said in _NONE or style not in (*_NUMERIC, Style.RANGE) else Status.AGREED

    def number(self, column: str) -> Decimal | None:
        said = self.text(column).removesuffix("%").strip()
        if not said or said.lower() in _NONE | _TO_BE_SET:
            return None
        found = number(said)
        if found is None:
            raise RateError(column, f"{said!r} is not a number", "write it as 84.5, or leave it empty")
        return found

    def edge(self) -> Decimal | None:
        """The target beside bands: only the trend needs it, so that any words may stand there."""
        return number(self.text("target").removesuffix("%").strip())

    def range(self) -> tuple[Decimal, Decimal]:
        found = _RANGE.fullmatch(self.text("target"))
        low, high = (number(part) for part in found.groups()) if found else (None, None)
        if low is None or high is None or low > high:
            raise RateError("target", f"{self.text('target')!r} is not a range", "write it as 138.0-168.6")
        return low, high

    def decimals(self) -> int | None:
        said = self.text("decimals")
        if not said:
            return None
        if not (said.isdecimal() and said.isascii() and int(said) <= 10):
            raise RateError("decimals", f"{said!r} is no number of places", "write 0 to 10, or leave it empty")
        return int(said)

    def figure(self, column: str, said: str, decimals: int | None) -> tuple[Decimal | None, str]:
        """A figure half-up to its places, or why there is none."""
        if not said:
            return None, "no value"
        if said.lower() in REASONS:
            return None, f"{said} is printed: {REASONS[said.lower()]}"
        found = number(said.removesuffix("%").strip())
        if found is None:
            raise RateError(column, f"{said!r} is not a number", "write it as 84.5, or leave it empty")
        return (found if decimals is None else half_up(found, decimals)), ""

    def shares(self, decimals: int | None) -> list[Decimal]:
        parts = [part.strip() for part in self.text("value").split(";")] if self.text("value") else []
        found = [self.figure("value", part, decimals)[0] for part in parts]
        if any(share is None for share in found):
            raise RateError("value", "a grade has no share", "give one share a grade, best first, as 17;66;15;2")
        return [share for share in found if share is not None]

    def history(self, decimals: int | None) -> list[Decimal | None]:
        said = self.text("history")
        return [self.figure("history", part.strip(), decimals)[0] for part in said.split(";")] if said else []

    def tolerance(self, style: Style, good: Good, value: Decimal) -> tuple[Decimal | None, Decimal | None]:
        """Both ends, or the one on the worse side, which may stand in either column."""
        low, high = self.number("tolerance_low"), self.number("tolerance_high")
        if style is Style.ONE_SIDED:
            low, high = (
                (high if low is None else low, None) if good is Good.HIGH else (None, low if high is None else high)
            )
        elif (low is None) is not (high is None):
            raise RateError("tolerance_low", "the tolerance has one end", "give both ends, or style one_sided")
        if low is not None and low > value:
            raise RateError("tolerance_low", f"{low} is above the target {value}", "give the end below it")
        if high is not None and high < value:
            raise RateError("tolerance_high", f"{high} is below the target {value}", "give the end above it")
        return low, high


_NUMERIC: Sequence[Style] = (Style.TWO_SIDED, Style.ONE_SIDED)
