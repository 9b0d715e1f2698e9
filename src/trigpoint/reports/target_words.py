"""A target in a few words, whatever its style: what stands in the column of targets."""

from trigpoint.judgement.standard import Standard, Status, Style
from trigpoint.reports.wording import between, exactly


def target_words(target: Standard | None, unit: str) -> str:
    """85%, 138.0 to 168.6, the best band, "To be set" or "None"."""
    if target is None or target.status is Status.NONE:
        return "None"
    if target.to_be_set:
        return "To be set"
    if target.style is Style.RANGE and target.low is not None and target.high is not None:
        return between(target.low, target.high, unit)
    if target.value is not None:
        return exactly(target.value, unit)
    return ", ".join(f"{level.name} {exactly(level.target, unit)}" for level in target.levels) or "By bands"


def tolerance_words(target: Standard | None, unit: str) -> str:
    """80% to 90%, "85% or more", "24% or less"; empty where a target has no tolerance of numbers."""
    if target is None or target.style is Style.RANGE or target.bands:
        return ""
    if target.low is not None and target.high is not None:
        return between(target.low, target.high, unit)
    if target.low is not None:
        return exactly(target.low, unit)
    return "" if target.high is None else exactly(target.high, unit)
