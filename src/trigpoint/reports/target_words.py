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
