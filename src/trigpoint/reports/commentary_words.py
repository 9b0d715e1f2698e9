"""What stands where nobody has commented yet."""

from __future__ import annotations


def missing(due: str) -> tuple[str, str]:
    """The bold words and the sentence after them; `due` says why a comment is required, empty if it is not."""
    if due:
        return "Commentary required:", (
            f"{due}. What happened, why, and what is being done must stand here before this page can be signed off."
        )
    return "No commentary.", "It is not required here: the figures on this page stand as calculated."
