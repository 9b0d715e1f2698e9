"""Rule 353."""

from datetime import date

from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

_IN_FORCE = date(1991, 10, 14)

rule_353 = ReturnRule(
    code="353",
    title="The episode begins before the Children Act came into force",
    mend="correct the start of the episode: none began before 14 October 1991",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM",),
    fails=lambda row: is_before(row.DECOM, _IN_FORCE),
    examples="""
        fails: Episodes DECOM=13/10/1991
        passes: Episodes DECOM=14/10/1991
        passes: Episodes
    """,
)
