"""Unique pupil numbers as the SSDA903 return holds them, and the reasons why a child has none."""

from __future__ import annotations

from trigpoint.records.returns.ssda903 import Header

NO_UPN = frozenset({"UN1", "UN2", "UN3", "UN4", "UN5"})
"""Reasons that stand in place of a number."""


def upn(header: Header) -> str | None:
    """The number or the reason in capitals; None where the cell is blank."""
    return (header.UPN or "").strip().upper() or None
