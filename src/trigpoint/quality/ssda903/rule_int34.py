"""Rule INT34."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3

rule_int34 = ReturnRule(
    code="INT34",
    title="A young person has more than one care leaver row",
    mend="keep the row that is right and take the others out",
    source=SOURCE,
    who="performance team",
    lists=OC3,
    fields=("CHILD",),
    fails=lambda row: len(row.child.rows(OC3)) > 1,
    examples="""
        fails: OC3; OC3
        passes: OC3; OC3 child=2
    """,
)
