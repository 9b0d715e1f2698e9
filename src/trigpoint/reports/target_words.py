"""A target in a few words, whatever its style: what stands in the column of targets."""

from trigpoint.judgement.bands import scale
from trigpoint.judgement.standard import Standard, Status, Style
from trigpoint.judgement.target import Target
from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.language.terms import Good
from trigpoint.reports.wording import between, column, day, exactly

_TO_BE_SET = "To be set"


def target_words(target: Standard | None, unit: str) -> str:
    """85%, 138.0 to 168.6, the best band, "To be set" with the day on which it is due, or "None"."""
    if target is None or target.status is Status.NONE:
        return "None"
    if target.to_be_set:
        due = due_words(target)
        return f"{_TO_BE_SET}, {due}" if due else _TO_BE_SET
    if target.style is Style.RANGE and target.low is not None and target.high is not None:
        return between(target.low, target.high, unit)
    if target.value is not None:
        return exactly(target.value, unit)
    return ", ".join(f"{exactly(level.target, unit)} {level.name}" for level in target.levels) or "By bands"


def due_words(target: Standard | None) -> str:
    """ "due after Q4 2026/27" or "due after 15 May 2027" of a target still to be set; empty where no day is said."""
    if not isinstance(target, Target) or target.due is None or not target.to_be_set:
        return ""
    month = month_of(target.due)
    is_quarters_end = bool(PeriodType.QUARTER.months(month)) and target.due == last_day(month)
    return f"due after {column(PeriodType.QUARTER, target.due) if is_quarters_end else day(target.due)}"


def tolerance_words(target: Standard | None, unit: str) -> str:
    """80% to 90%, "85% or more", "24% or less"; empty where a target has no tolerance of numbers."""
    if target is None or target.style in (Style.RANGE, Style.ORDERED):
        return ""
    if target.bands:
        return _middle(target, unit)
    if target.low is not None and target.high is not None:
        return between(target.low, target.high, unit)
    if target.low is not None:
        return exactly(target.low, unit)
    return "" if target.high is None else exactly(target.high, unit)


def _middle(target: Standard, unit: str) -> str:
    """The amber of red, amber and green: what is neither."""
    steps = scale(target.bands, target.good, ordered=False).steps
    edges = [step.edge for step in steps if step.edge is not None]
    return between(min(edges), max(edges), unit) if len(edges) == 2 else ""


def aim_words(target: Standard | None, unit: str, nothing: str) -> str:
    """ "95% and above", "10% and below", a range, or `nothing` where no number is agreed."""
    words = target_words(target, unit)
    if target is None or target.value is None:
        return nothing if words in ("None", "By bands") or words.startswith(_TO_BE_SET) else words
    side = {Good.HIGH: " and above", Good.LOW: " and below"}.get(target.good, "")
    return f"{words}{side}"
