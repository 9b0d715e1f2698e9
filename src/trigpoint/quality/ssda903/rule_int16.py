"""Rule INT16."""

from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header, PrevPerm

rule_int16 = ReturnRule(
    code="INT16",
    title="A row of earlier permanence gives another date of birth than the list of children",
    mend="give the child one date of birth throughout the record",
    source=SOURCE,
    who="business support",
    lists=PrevPerm,
    fields=("DOB",),
    reads=(Header,),
    fails=lambda row: row.DOB and born(row.child) not in {None, row.DOB},
    examples="""
        fails: PrevPerm DOB=01/05/2015; Header DOB=02/05/2015
        passes: PrevPerm DOB=01/05/2015; Header DOB=01/05/2015
        passes: PrevPerm DOB=01/05/2015; Header
        passes: PrevPerm; Header DOB=02/05/2015
        passes: PrevPerm DOB=01/05/2015; Header child=2 DOB=02/05/2015
    """,
)
