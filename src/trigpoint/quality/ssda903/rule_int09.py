"""Rule INT09."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import UASC, Header

rule_int09 = ReturnRule(
    code="INT09",
    title="A row of an unaccompanied child belongs to a child who is not in the list of children",
    mend="add the child to the Header, or correct the child's id",
    source=SOURCE,
    who="performance team",
    lists=UASC,
    fields=("CHILD",),
    reads=(Header,),
    fails=lambda row: not row.child.rows(Header),
    examples="""
        fails: UASC; Header child=2
        passes: UASC; Header
    """,
)
