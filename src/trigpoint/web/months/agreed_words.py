"""What was accepted in a month, as the packs will print it, and who had which part in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from trigpoint.tasks.agreed_comments import AgreedComment
from trigpoint.web.months.models import CommentVersion, Line, Month
from trigpoint.web.months.state import LineState, line_states
from trigpoint.web.pages import words_of


def agreed_comments(states: Sequence[LineState]) -> list[AgreedComment]:
    """Every accepted comment once, with the pages of the lines that it is about and its open actions.

    Before it why a figure is published as not available: readers see that reason.
    """
    about: dict[int, tuple[CommentVersion, list[Line]]] = {}
    for state in states:
        if state.accepted is not None and state.line.pages:
            about.setdefault(state.accepted.comment_id, (state.accepted, []))[1].append(state.line)
    waived = [_waived(state.line) for state in states if state.line.waived and state.line.pages]
    return [*waived, *(_agreed(version, lines) for version, lines in about.values())]


def parts(month: Month, states: Sequence[LineState]) -> dict[str, list[str]]:
    """Who had which part, by title."""
    signed = [state.approval.signed_by.title for state in states if state.approval is not None]
    written = [version.written_by.title for state in states for version in state.versions if state.accepted]
    found = {
        "accepted": [month.accepted_by.title] if month.accepted_by else [],
        "froze": [month.frozen_by.title] if month.frozen_by else [],
        "calculated": [month.calculated_by.title] if month.calculated_by else [],
        "commented": written,
        "signed": signed,
        "waived": [state.line.waived_by.title for state in states if state.line.waived and state.line.waived_by],
    }
    return {name: list(dict.fromkeys(titles)) for name, titles in found.items()}


def signers(states: Sequence[LineState]) -> frozenset[int]:
    """The accounts whose sign-offs are in force."""
    return frozenset(state.approval.signed_by_id for state in states if state.approval is not None)


def stamp(states: Sequence[LineState]) -> str:
    """What the packs say at their foot: signed off by which roles, on which day."""
    held = [state.approval for state in states if state.approval is not None]
    if not held:
        return "Draft, not signed off"
    titles = list(dict.fromkeys(one.signed_by.title for one in held))
    day = timezone.localdate(max(one.signed for one in held))
    return f"Signed off by {' and '.join(titles)} on {words_of(day)}"


def printed_states(month: Month) -> list[LineState]:
    """The lines of a month that a pack prints."""
    return [state for state in line_states(month) if state.line.pages]


def _waived(line: Line) -> AgreedComment:
    signed = line.waived_by.title if line.waived_by else ""
    return AgreedComment(pages=_pages(line), happened=f"Published as not available: {line.waived}", signed=signed)


def _pages(line: Line) -> tuple[tuple[str, str], ...]:
    return tuple((str(pack), str(code)) for pack, code in line.pages)


def _agreed(version: CommentVersion, lines: Sequence[Line]) -> AgreedComment:
    return AgreedComment(
        pages=tuple(page for line in lines for page in _pages(line)),
        happened=version.happened,
        why=version.why,
        back_on_target=version.back_on_target,
        actions=tuple((one["what"], one["owner"], _day(one["by"])) for one in version.actions),
        signed=version.written_by.title,
    )


def _day(said: str) -> str:
    """A promised day in words; what is no day as it was written."""
    try:
        return words_of(date.fromisoformat(said))
    except ValueError:
        return said
