"""What makes a placement: when none of it changes from one episode to the next, the child has not moved."""

from __future__ import annotations

from trigpoint.records.returns.ssda903 import Episodes

Placement = tuple[str | None, str | None, str | None, str | None]


def placement(row: Episodes) -> Placement:
    """PLACE, PL_POST, URN and PLACE_PROVIDER of an episode; two blanks are equal."""
    return row.PLACE, row.PL_POST, row.URN, row.PLACE_PROVIDER
