"""Rule INT07."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header, PrevPerm

rule_int07 = ReturnRule(
    code="INT07",
    title="A row of earlier permanence belongs to a child who is not in the list of children",
    mend="add the child to the Header, or correct the child's id",
    source=SOURCE,
    who="performance team",
    lists=PrevPerm,
    fields=("CHILD",),
    reads=(Header,),
    fails=lambda row: not row.child.rows(Header),
    examples="""
        fails: PrevPerm; Header child=2
        passes: PrevPerm; Header
    """,
)
