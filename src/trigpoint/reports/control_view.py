"""A measure as a control chart: its line with limits and signals, and what the variation says, in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from trigpoint.judgement.control import Assurance, ControlChart, NotOfferedError, Variation, control_chart
from trigpoint.reports.page import ChartSeries, Reference
from trigpoint.reports.scale import scale_for
from trigpoint.reports.series import series
from trigpoint.reports.subject import Subject
from trigpoint.reports.wording import PERCENT, exactly, few, figure

_TITLE = {
    Variation.ORDINARY: "Ordinary variation: the latest figure calls for no explanation",
    Variation.IMPROVING: "A real improvement, not ordinary variation",
    Variation.CONCERNING: "A real change for the worse, not ordinary variation",
    Variation.UNUSUAL: "More than ordinary variation",
}
_LEAD = {
    Assurance.WILL: "Target will be met.",
    Assurance.WILL_NOT: "Target will not be met.",
    Assurance.MAY: "Target may or may not be met.",
}
RULES = (
    "Signal rules: a point outside the limits; 7 in a row on one side of the mean; 7 in a row rising or falling; "
    "2 of 3 near a limit."
)


@dataclass(frozen=True, kw_only=True)
class ControlView:
    """The drawing and its words. `lead` and `said` tell of the variation, `aim_lead` and `aim` of the target."""

    chart: ChartSeries
    is_signal: bool
    lead: str
    said: str
    aim_lead: str
    aim: str
    notes: tuple[str, ...]


def control_of(subject: Subject) -> ControlChart | str:
    """The control chart of a subject's series, or why there is none."""
    points = [(judged.end, judged.counted.value) for judged in subject.history]
    target = subject.now.target
    try:
        return control_chart(points, subject.facts.good, subject.page.period_type, target.value if target else None)
    except NotOfferedError as error:
        return str(error)


def limits(found: ControlChart, subject: Subject) -> list[Reference]:
    """Mean and limits as level lines; one decimal place more than the figures have, as they are no figures."""
    lines = (("Upper limit", "Upper", found.upper), ("Mean", "Mean", found.mean), ("Lower limit", "Lower", found.lower))
    return [Reference(label, short, value, _level(value, subject)) for label, short, value in lines]


def control_view(subject: Subject) -> ControlView | str:
    """The view of a subject, or in a sentence why there is none."""
    found = control_of(subject)
    if isinstance(found, str):
        return found
    return ControlView(
        chart=_chart(subject, found),
        is_signal=found.variation is not Variation.ORDINARY,
        lead="No signal now." if found.variation is Variation.ORDINARY else f"Signal: {found.variation}.",
        said=_counted(found),
        aim_lead=_LEAD[found.assurance] if found.assurance else "",
        aim=_aim(found, subject),
        notes=tuple(_notes(found, subject)),
    )


def _chart(subject: Subject, found: ControlChart) -> ChartSeries:
    """The line with the band of its limits; a limit that no figure can reach is not drawn."""
    plain = series(subject)
    aims = [line for line in plain.references if line.is_target]
    least, most = subject.facts.bounds
    low = found.lower if least is None else max(found.lower, least)
    high = found.upper if most is None else min(found.upper, most)
    values = [judged.counted.value for judged in subject.history] + [low, high, *(aim.value for aim in aims)]
    scale = scale_for([value for value in values if value is not None], percent=subject.facts.unit == PERCENT)
    signals = {day for day, _, which in found.points if which}
    cut = f" Scale starts at {figure(scale.low, subject.facts.unit)}." if scale.cut else ""
    return replace(
        plain,
        title=_TITLE[found.variation],
        subtitle=f"{plain.subtitle.split('. ')[0].rstrip('.')}. The band is the range expected by chance.{cut}",
        name=f"Control chart of {plain.name}",
        description=f"Mean {_level(found.mean, subject)}, limits {_level(found.lower, subject)} to "
        f"{_level(found.upper, subject)}. {_counted(found)} {plain.description}",
        scale=scale,
        references=(*aims, *(line for line in limits(found, subject) if low <= line.value <= high)),
        low=low,
        high=high,
        tolerance="",
        signals=frozenset(place for place, judged in enumerate(subject.history) if judged.end in signals),
    )


def _level(value: Decimal, subject: Subject) -> str:
    places = Decimal(1).scaleb(-(subject.facts.decimals + 1))
    return figure(value.quantize(places), subject.facts.unit)


def _counted(found: ControlChart) -> str:
    """What is found at the latest figure, then how many earlier ones are signals."""
    last = [str(signal) for signal in found.points[-1][2]]
    earlier = sum(bool(signals) for _, _, signals in found.points[:-1])
    said = [f"The latest figure is a signal: {'; '.join(last)}."] if last else []
    if earlier:
        said.append(f"{_many(earlier)} before it {'is a signal' if earlier == 1 else 'are signals'}.")
    if not said:
        return "Every figure lies inside the limits, and none of the rules finds a pattern."
    text = " ".join(said)
    return f"{text[:1].upper()}{text[1:]}"


def _many(count: int) -> str:
    return f"{few(count)} figure{'' if count == 1 else 's'}"


def _aim(found: ControlChart, subject: Subject) -> str:
    target = subject.now.target
    if found.assurance is None or target is None or target.value is None:
        return ""
    value = exactly(target.value, subject.facts.unit)
    if found.assurance is Assurance.MAY:
        return f"{value} lies inside the limits, so chance alone decides in an ordinary month."
    side = "better" if found.assurance is Assurance.WILL else "worse"
    return f"Both limits are {side} than {value}: without a change of the process that stays so."


def _notes(found: ControlChart, subject: Subject) -> list[str]:
    first, last = found.points[0][0], found.points[-1][0]
    notes = [f"{RULES} Limits are set on the {len(found.points)} figures from {first:%B %Y} to {last:%B %Y}."]
    least, most = subject.facts.bounds
    beyond = [most is not None and found.upper > most, least is not None and found.lower < least]
    names = [name for name, there in zip(("upper", "lower"), beyond, strict=True) if there]
    if names:
        said = f"The {names[0]} limit lies" if len(names) == 1 else "Both limits lie"
        notes.append(f"{said} beyond what a figure can be.")
    if found.provisional:
        notes.append("The limits are provisional: there are fewer than 20 figures.")
    return notes
