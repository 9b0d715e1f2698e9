"""Rule INT11."""

from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1, Header

rule_int11 = ReturnRule(
    code="INT11",
    title="An adoption row gives another date of birth than the list of children",
    mend="give the child one date of birth throughout the record",
    source=SOURCE,
    who="business support",
    lists=AD1,
    fields=("DOB",),
    reads=(Header,),
    fails=lambda row: row.DOB and born(row.child) not in {None, row.DOB},
    examples="""
        fails: AD1 DOB=01/05/2015; Header DOB=02/05/2015
        passes: AD1 DOB=01/05/2015; Header DOB=01/05/2015
        passes: AD1 DOB=01/05/2015; Header
        passes: AD1; Header DOB=02/05/2015
        passes: AD1 DOB=01/05/2015; Header child=2 DOB=02/05/2015
    """,
)
