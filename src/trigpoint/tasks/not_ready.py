"""What a page needs and nobody has had calculated yet."""

from __future__ import annotations


class NotReadyError(Exception):
    """It must be calculated first: `wanted` says which figures, or which rows."""

    def __init__(self, wanted: object) -> None:
        super().__init__(f"{wanted} must be calculated first.")
        self.wanted = wanted
