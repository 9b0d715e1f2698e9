"""Rule 354."""

from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_354 = ReturnRule(
    code="354",
    title="The episode begins after the year ended",
    mend="correct the start of the episode, or leave it for the next return",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM",),
    fails=lambda row: is_after(row.DECOM, row.collection.last_day),
    doubt="The published wording speaks of the end of the episode, which another rule tests: check with DfE",
    examples="""
        fails: Episodes DECOM=01/04/2027
        passes: Episodes DECOM=31/03/2027
        passes: Episodes
    """,
)
