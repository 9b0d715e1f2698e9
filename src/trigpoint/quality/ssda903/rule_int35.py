"""Rule INT35."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import PrevPerm

rule_int35 = ReturnRule(
    code="INT35",
    title="A child has more than one row of earlier permanence",
    mend="keep the row that is right and take the others out",
    source=SOURCE,
    who="performance team",
    lists=PrevPerm,
    fields=("CHILD",),
    fails=lambda row: len(row.child.rows(PrevPerm)) > 1,
    examples="""
        fails: PrevPerm; PrevPerm
        passes: PrevPerm; PrevPerm child=2
    """,
)
