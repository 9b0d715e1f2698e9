"""What people did about one line of a month: who, when and why, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from trigpoint.web.months.models import Month
from trigpoint.web.months.state import LineState
from trigpoint.web.people.models import Account


@dataclass(frozen=True)
class Deed:
    """One thing that was done: what, by whom (empty where it followed from another), when, and why.

    `about_figure` tells what was done about the figure from what was done about words and sign-off.
    """

    what: str
    who: str
    at: datetime
    why: str = ""
    about_figure: bool = False


def trail(state: LineState, month: Month) -> list[Deed]:
    """Everything that was done about a line, from its calculation to its sign-off."""
    return sorted(_deeds(state, month), key=lambda deed: deed.at, reverse=True)


def _deeds(state: LineState, month: Month) -> Iterator[Deed]:
    if month.calculated_at is not None:
        yield Deed("Calculated", _title(month.calculated_by), month.calculated_at, about_figure=True)
    if state.line.waived and state.line.waived_at is not None:
        by, at, why = _title(state.line.waived_by), state.line.waived_at, state.line.waived
        yield Deed("To be published as not available", by, at, why, about_figure=True)
    for version in state.versions:
        said = "Submitted" if version.submitted else "Saved"
        yield Deed(f"{said} version {version.number} of the comment", version.written_by.title, version.written)
    for one in state.challenges:
        said = "Accepted" if one.accepted else "Returned"
        yield Deed(f"{said} version {one.version} of the comment", one.said_by.title, one.said, one.reason)
    for held in state.approvals:
        yield Deed("Signed off", held.signed_by.title, held.signed)
        if held.voided is not None:
            yield Deed("The sign-off became void", "", held.voided, held.voided_because)


def _title(account: Account | None) -> str:
    return account.title if account else ""
