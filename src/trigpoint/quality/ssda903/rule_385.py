"""Rule 385."""

from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_385 = ReturnRule(
    code="385",
    title="An episode ends after the collection year",
    mend="leave the end of the episode blank in this return, or correct it",
    source=SOURCE,
    lists=Episodes,
    fields=("DEC",),
    fails=lambda row: is_after(row.DEC, row.collection.last_day),
    examples="""
        fails: Episodes DEC=01/04/2027
        passes: Episodes DEC=31/03/2027
        passes: Episodes
    """,
)
