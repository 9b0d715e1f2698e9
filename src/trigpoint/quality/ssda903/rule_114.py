"""Rule 114."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1

rule_114 = ReturnRule(
    code="114",
    title="Whether the adopters fostered the child before has an answer other than yes or no",
    mend="answer 1 when the adopters were the child's foster carers, else 0",
    source=SOURCE,
    lists=AD1,
    fields=("FOSTER_CARE",),
    fails=lambda row: row.FOSTER_CARE not in {None, "0", "1"},
    examples="""
        fails: AD1 FOSTER_CARE=2
        passes: AD1 FOSTER_CARE=0
        passes: AD1 FOSTER_CARE=1
        passes: AD1
    """,
)
