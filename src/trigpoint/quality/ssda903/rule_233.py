"""Rule 233."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns.ssda903 import Episodes

rule_233 = ReturnRule(
    code="233",
    title="An episode that still lasts has a reason for a change of placement",
    mend="end the episode, or take the reason out",
    source=SOURCE,
    lists=Episodes,
    fields=("REASON_PLACE_CHANGE", "DEC"),
    since=2026,
    fails=lambda row: is_open(row) and row.filled("REASON_PLACE_CHANGE"),
    examples="""
        fails: Episodes REASON_PLACE_CHANGE=CARPL
        passes: Episodes REASON_PLACE_CHANGE=CARPL DEC=01/05/2026
        passes: Episodes
    """,
)
