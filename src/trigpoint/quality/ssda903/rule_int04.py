"""Rule INT04."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header, Missing

rule_int04 = ReturnRule(
    code="INT04",
    title="A missing episode belongs to a child who is not in the list of children",
    mend="add the child to the Header, or correct the child's id",
    source=SOURCE,
    who="performance team",
    lists=Missing,
    fields=("CHILD",),
    reads=(Header,),
    fails=lambda row: not row.child.rows(Header),
    examples="""
        fails: Missing; Header child=2
        passes: Missing; Header
    """,
)
