"""Puts newly calculated lines onto the board of a month, and ends the sign-offs that no longer cover them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from trigpoint.tasks.board_lines import BoardLine
from trigpoint.web.months.approval import void_stale
from trigpoint.web.months.models import Happening, Line, Month
from trigpoint.web.months.state import locked

_SHOWN = (
    "measure", "variant", "period_type", "title", "owner", "figure", "made_of", "target", "before", "moved", "mark",
    "due", "missing", "trace", "digest",
)  # fmt: skip
_CHANGED = "the figure, its target or its position is another since the month was calculated again"


def put_lines(month: Month, found: Sequence[BoardLine], account: int | None) -> str:
    """The lines of a month as they were calculated; what came of it, in a sentence. All of it, or nothing.

    A line that no pack prints any more goes, unless people wrote about it or signed it off: then it stays without
    pages.
    """
    with transaction.atomic():
        held = Month.objects.select_for_update().get(pk=month.pk)
        known = {line.key: line for line in locked(held)}
        changed = [_put(held, known.pop(one.key, None), one, place) for place, one in enumerate(found)]
        for line in known.values():
            _leave_out(line)
        voided = void_stale(held, _CHANGED)
        held.calculated_at, held.calculated_by_id = timezone.now(), account
        held.save(update_fields=["calculated_at", "calculated_by"])
        said = _said(len(found), sum(changed), voided)
        Happening.objects.create(month=held, account_id=account, what=f"calculated the month: {said}"[:300])
    return said


def _put(month: Month, line: Line | None, found: BoardLine, place: int) -> bool:
    """Write a line; whether its figure is another than before."""
    fresh = line is None
    line = line or Line(month=month, key=found.key)
    changed = not fresh and line.digest != found.digest
    for name in _SHOWN:
        value = getattr(found, name)
        setattr(line, name, _short(name, value) if isinstance(value, str) else value)
    line.pages, line.order = [list(page) for page in found.pages], place
    if not line.missing:
        line.waived = ""
    line.save()
    return changed


def _short(name: str, value: str) -> str:
    """The value as its column holds it: some databases refuse what is longer."""
    most = getattr(Line._meta.get_field(name), "max_length", None)  # noqa: SLF001 - Django's own name for it
    return value if most is None or len(value) <= most else value[: most - 1] + "…"


def _leave_out(line: Line) -> None:
    if line.comments.exists() or line.approvals.exists():
        line.pages = []
        line.save(update_fields=["pages"])
    else:
        line.delete()


def _said(count: int, changed: int, voided: int) -> str:
    said = f"{count} figure{'' if count == 1 else 's'}"
    if changed:
        said += f", {changed} of them changed"
    return said + (f", {voided} sign-off{'' if voided == 1 else 's'} void" if voided else "")
