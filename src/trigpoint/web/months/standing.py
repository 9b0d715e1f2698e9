"""What stands between a month and its publication, and what has been checked already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from trigpoint.web.months.links import board_href
from trigpoint.web.months.models import Month
from trigpoint.web.months.state import LineState, line_states
from trigpoint.web.people.actions import Action


@dataclass(frozen=True)
class Obstacle:
    """One thing that stands in the way: the words after its link, and the link, empty where there is none.

    `count` is printed bold before the words: "9 measures" are not signed off. `action` is what the link leads to: it
    is no link for who may not take it.
    """

    words: str
    href: str = ""
    count: str = ""
    action: Action = Action.SEE_MONTH


def obstacles(month: Month, states: Sequence[LineState] | None = None) -> list[Obstacle]:
    """Everything that stands in the way of publishing a month; empty where nothing does."""
    if month.calculated_at is None:
        return [Obstacle("The figures are not calculated")]
    held = line_states(month) if states is None else states
    found = []
    if unsigned := [one for one in held if one.approval is None]:
        are = "is" if len(unsigned) == 1 else "are"
        found.append(Obstacle(f"{are} not signed off", board_href(month, "needs"), _counted(len(unsigned), "measure")))
    found += [
        Obstacle(
            f"is missing: {one.line.title}. Wait, or publish as not available", _waive(one), "1 figure", Action.PUBLISH
        )
        for one in held
        if one.is_missing
    ]
    return found


def passed(month: Month, states: Sequence[LineState] | None = None) -> list[str]:
    """What was checked and stands, a sentence each."""
    held = line_states(month) if states is None else states
    found = []
    due = [one for one in held if one.line.due]
    if due and all(one.accepted for one in due):
        found.append("Every comment that is required is accepted")
    if held and all(one.approval for one in held):
        found.append("Every figure was signed off by a second person")
    if waived := [one for one in held if one.line.missing and one.line.waived]:
        found.append(f"{_counted(len(waived), 'missing figure')} published as not available, with the reason")
    return found


def _waive(state: LineState) -> str:
    return reverse("line_waive", args=[state.line.pk])


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
