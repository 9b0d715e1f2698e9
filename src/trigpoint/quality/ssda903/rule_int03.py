"""Rule INT03."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header

rule_int03 = ReturnRule(
    code="INT03",
    title="An episode of care belongs to a child who is not in the list of children",
    mend="add the child to the Header, or correct the child's id",
    source=SOURCE,
    who="performance team",
    lists=Episodes,
    fields=("CHILD",),
    reads=(Header,),
    fails=lambda row: not row.child.rows(Header),
    examples="""
        fails: Episodes; Header child=2
        passes: Episodes; Header
    """,
)
