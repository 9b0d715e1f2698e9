"""A figure as an equation over its cases: looked at − left out = counted = met + not met + not known."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from trigpoint.language.definition import Definition
from trigpoint.language.measure import Declaration
from trigpoint.language.result import Result
from trigpoint.reports.book import Counted
from trigpoint.reports.wording import number
from trigpoint.tasks.in_words import looked_at

Look = Literal["f0", "fx", "fc", "fm", "fn", "fu"]


@dataclass(frozen=True)
class Part:
    """One term: the sign before it, how many, what they are, smaller lines; `result` lists the children in it."""

    sign: str
    count: int
    words: str
    sub: tuple[str, ...]
    look: Look
    result: str = ""

    @property
    def text(self) -> str:
        """The count as printed."""
        return number(self.count)


def equation(counted: Counted, declared: Declaration, now: Definition) -> tuple[Part, ...]:
    """The terms of a figure whose counts are cases; none of a sum of amounts, or where there is no count.

    Every term is a count of the figure itself or the sum of such: nothing is counted anew.
    """
    top, bottom = _whole(counted.numerator), _whole(counted.denominator)
    words = declared.words
    if now.kind == "ratio" and top is not None and bottom is not None:
        after = [
            Part("=", top, "met", _some(words.get("met", "")), "fm", Result.MET),
            Part("+", bottom - top - counted.unknown, "not met", _some(words.get("not_met", "")), "fn", Result.NOT_MET),
            Part("+", counted.unknown, "not known", _unknown(now, counted.unknown), "fu", Result.UNKNOWN),
        ]
        base, apart = bottom, 0
    else:
        base_of = {"count": top, "rate": top, "average": bottom, "median": bottom}
        found = base_of.get(now.kind)
        if found is None:
            return ()
        after, base, apart = [], found, counted.unknown
    whole = base + counted.excluded + counted.pending + apart
    before = [Part("", whole, "looked at", (f"every {looked_at(now).split(':')[0]}",), "f0")]
    if now.exclude or counted.excluded:
        before.append(Part("−", counted.excluded, "excluded", tuple(now.exclude)[:3], "fx", Result.EXCLUDED))
    if now.due is not None or counted.pending:
        before.append(Part("−", counted.pending, "pending", ("the limit has not passed",), "fx", Result.PENDING))
    if apart:
        before.append(Part("−", apart, "not known", _unknown(now, apart), "fx", Result.UNKNOWN))
    unit = f"one for each {now.once.label[:1].lower()}{now.once.label[1:]}" if now.once is not None else ""
    listed = "" if after else str(Result.COUNTED)
    return (*before, Part("=", base, "counted", _some(unit), "fc", listed), *after)


def _unknown(now: Definition, many: int) -> tuple[str, ...]:
    """Why a row may be unknown; for a figure that has none, nothing."""
    if not many:
        return ()
    return tuple(dict.fromkeys((*now.unknown, *(column.missing for column in now.tested))))[:2]


def _whole(value: Fraction | None) -> int | None:
    return int(value) if value is not None and value.denominator == 1 else None


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
