"""For whom packs are published, and which numbers are small for each."""

from datetime import date

from trigpoint.figures.disclosure.rule import Action
from trigpoint.figures.disclosure.rules import rule_for

AUDIENCES = {"internal": "Internal", "panel": "Panel", "public": "Public"}
"""Every audience, by what a pack's folder is called."""

OUTSIDE = frozenset({"panel", "public"})
"""Those to whom small numbers are withheld or flagged, and before whom comments are read for what tells of a child."""


def threshold(audience: str, on: date) -> int:
    """Counts from 1 up to and including this are small for an audience on a day; 0 where none is."""
    rule = rule_for(audience, on)
    return 0 if rule.action is Action.SHOW else rule.threshold - 1
