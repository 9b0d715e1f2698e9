"""Rule INT33."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2

rule_int33 = ReturnRule(
    code="INT33",
    title="A child has more than one row of health and behaviour",
    mend="keep the row that is right and take the others out",
    source=SOURCE,
    who="performance team",
    lists=OC2,
    fields=("CHILD",),
    fails=lambda row: len(row.child.rows(OC2)) > 1,
    examples="""
        fails: OC2; OC2
        passes: OC2; OC2 child=2
    """,
)
