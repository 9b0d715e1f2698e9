"""The numbers of a row: held against what the measure is, and against one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from trigpoint.language.reading import Reading
from trigpoint.language.reason import Reason
from trigpoint.sources.aggregates import cells
from trigpoint.sources.aggregates.about import Tell
from trigpoint.sources.aggregates.columns import NUMBERS
from trigpoint.sources.aggregates.lines import Line
from trigpoint.sources.issue import shown


@dataclass(frozen=True)
class Amounts:
    """What a row gives, or the reason why it has no value. `category` is a judgement given as its own word."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    reason: str = ""
    category: str = ""


_Fault = tuple[str, str, str]


def amounts(line: Line, now: Reading, tell: Tell) -> Amounts | None:
    """The numbers of the row; None when they cannot be taken, which has then been said."""
    given = {name: line.cells[name] for name in NUMBERS if name in line.cells}
    said = given.get("value", "")
    if reason := cells.REASONS.get(said.lower()):
        return _without_value(given, reason, tell)
    if category := next((c for c in now.categories if c.lower() == said.lower()), ""):
        return _judged(category, line, given, tell)
    numbers = _numbers(given, now, tell)
    if numbers is None:
        return None
    if now.form == "distribution" and "group" not in line.cells:
        tell("group", "this measure is a distribution and the row names no category", "give breakdown and group")
        return None
    faults = list(_faults(numbers, now)) or list(_division(numbers, now))  # one sentence for one slip
    for fault in faults:
        tell(*fault)
    return None if faults else _completed(numbers, now)


def _without_value(given: dict[str, str], reason: Reason, tell: Tell) -> Amounts | None:
    if len(given) > 1 and reason is not Reason.NO_CASES:
        tell("value", f"the value says {reason} beside a numerator or denominator", "remove the numbers or the word")
        return None
    return Amounts(reason=str(reason))


def _judged(category: str, line: Line, given: dict[str, str], tell: Tell) -> Amounts | None:
    if len(given) > 1 or "group" in line.cells:
        tell("value", f"the value {shown(category)} stands beside numbers or a group", "give the judgement alone")
        return None
    return Amounts(Decimal(1), Decimal(1), category=category)


def _numbers(given: dict[str, str], now: Reading, tell: Tell) -> dict[str, Decimal] | None:
    found = {}
    for name, text in given.items():
        plain = text.removesuffix("%").rstrip() if name == "value" and now.unit == "%" else text
        number = cells.number(plain)
        if number is None:
            choices = f", or one of: {', '.join(now.categories)}" if name == "value" and now.categories else ""
            tell(name, f"{shown(text)} is not a number", f"write it in digits, such as 36.5{choices}")
            return None
        found[name] = number
    return found


def _faults(given: dict[str, Decimal], now: Reading) -> Iterator[_Fault]:
    numerator, denominator, value = (given.get(name) for name in NUMBERS)
    yield from _missing(given, now)
    for name, number in given.items():
        if number < 0 and (name == "denominator" or not now.signed):
            yield name, f"{number:f} is below nought", "correct it"
    if not now.divided and denominator is not None and now.form == "count":
        yield "denominator", "a count has no denominator", "remove it, or choose the variant that is a share"
    if now.form == "count" and None not in (numerator, value) and numerator != value:
        yield "value", f"the value {value:f} is not the numerator {numerator:f}", "give one of them"
    if now.share and value is not None and not 0 <= value <= 100:
        yield "value", f"{value:f} is not a percentage from 0 to 100", "write 36.5 for 36.5%"


def _missing(given: dict[str, Decimal], now: Reading) -> Iterator[_Fault]:
    whole = {"numerator", "denominator"} if now.divided else {"numerator"} if now.form == "count" else {"value"}
    if "value" not in given and not whole <= set(given):
        yield "value", "there is no value", f"give the value, or {' and '.join(sorted(whole, reverse=True))}"


def _division(given: dict[str, Decimal], now: Reading) -> Iterator[_Fault]:
    numerator, denominator, value = (given.get(name) for name in NUMBERS)
    if numerator is None or denominator is None or not now.divided:
        return
    if now.share and numerator > denominator:
        mend = "a part is never more than the whole: correct one of them"
        yield "numerator", f"the numerator {numerator:,f} is more than the denominator {denominator:,f}", mend
    elif denominator == 0:
        if numerator or value is not None:
            yield "denominator", "nothing can be divided by a denominator of 0", "correct it, or leave value empty"
    elif value is not None:
        counted = Fraction(numerator) * now.times / Fraction(denominator)
        if not cells.agree(value, counted, now.decimals):
            right = cells.rounded(counted, now.decimals)
            what = f"the value {value:f} is not what {numerator:,f} of {denominator:,f} gives, {right:f}"
            yield "value", what, "correct the one that is wrong, or leave value empty"


def _completed(given: dict[str, Decimal], now: Reading) -> Amounts:
    numerator, denominator, value = (given.get(name) for name in NUMBERS)
    if now.form == "count":
        numerator = value = numerator if value is None else value
    elif now.divided and denominator == 0:
        return Amounts(numerator, denominator, reason=str(Reason.NO_CASES))
    elif now.divided and numerator is not None and denominator:
        value = cells.rounded(Fraction(numerator) * now.times / Fraction(denominator), 10)
    return Amounts(numerator, denominator, value)
