"""Rule INT31."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1

rule_int31 = ReturnRule(
    code="INT31",
    title="A child has more than one row of adoption details",
    mend="keep the row that is right and take the others out",
    source=SOURCE,
    who="performance team",
    lists=AD1,
    fields=("CHILD",),
    fails=lambda row: len(row.child.rows(AD1)) > 1,
    examples="""
        fails: AD1; AD1
        passes: AD1; AD1 child=2
    """,
)
