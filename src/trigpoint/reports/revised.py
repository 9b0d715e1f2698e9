"""How a figure was or may be revised, in words."""

from __future__ import annotations

from collections.abc import Iterable

from trigpoint.reports.book import Counted
from trigpoint.reports.subject import Judged

_EXPLAINED = {
    "r": "r: revised. The figure that was published and the one that the records give today differ.",
    "p": "p: provisional. The period is over and not yet published, and its figure may still change by itself.",
    "s": "s: supplied, as it was published before these records began.",
}


def revision_note(counted: Counted) -> str:
    """What stands beside a revised, provisional or supplied figure; empty beside any other."""
    found = counted.revision
    if found is None:
        return ""
    cause = f" ({found.cause})" if found.cause else ""
    if found.mark == "r":
        return f"r: {_other(counted)}{cause}"
    return f"p: provisional{cause}" if found.mark == "p" else f"{found.mark}: {found.cause or 'supplied'}"


def marks_explained(history: Iterable[Judged]) -> tuple[str, ...]:
    """What each mark in some figures means, one sentence each."""
    used = {judged.counted.revision.mark for judged in history if judged.counted.revision}
    return tuple(said for mark, said in _EXPLAINED.items() if mark in used)


def _other(counted: Counted) -> str:
    assert counted.revision is not None
    if not counted.revision.as_published:
        return f"published as {counted.other}" if counted.other else "published as another figure"
    return f"{counted.other} today" if counted.other else "another figure today"
