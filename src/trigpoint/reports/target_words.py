"""A target in a few words, whatever its style: what stands in the column of targets."""

from trigpoint.judgement.bands import scale
from trigpoint.judgement.standard import Standard, Status, Style
from trigpoint.language.terms import Good
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
    return ", ".join(f"{exactly(level.target, unit)} {level.name}" for level in target.levels) or "By bands"


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
    if target is None or target.value is None or words in ("None", "To be set"):
        return nothing if words in ("None", "To be set", "By bands") else words
    side = {Good.HIGH: " and above", Good.LOW: " and below"}.get(target.good, "")
    return f"{words}{side}"
