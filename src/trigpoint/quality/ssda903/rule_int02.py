"""Rule INT02."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header, PlacedAdoption

rule_int02 = ReturnRule(
    code="INT02",
    title="A decision to place for adoption belongs to a child who is not in the list of children",
    mend="add the child to the Header, or correct the child's id",
    source=SOURCE,
    who="performance team",
    lists=PlacedAdoption,
    fields=("CHILD",),
    reads=(Header,),
    fails=lambda row: not row.child.rows(Header),
    examples="""
        fails: PlacedAdoption; Header child=2
        passes: PlacedAdoption; Header
    """,
)
