"""Rule INT15."""

from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3, Header

rule_int15 = ReturnRule(
    code="INT15",
    title="A care leaver row gives another date of birth than the list of children",
    mend="give the child one date of birth throughout the record",
    source=SOURCE,
    who="business support",
    lists=OC3,
    fields=("DOB",),
    reads=(Header,),
    fails=lambda row: row.DOB and born(row.child) not in {None, row.DOB},
    examples="""
        fails: OC3 DOB=01/05/2015; Header DOB=02/05/2015
        passes: OC3 DOB=01/05/2015; Header DOB=01/05/2015
        passes: OC3 DOB=01/05/2015; Header
        passes: OC3; Header DOB=02/05/2015
        passes: OC3 DOB=01/05/2015; Header child=2 DOB=02/05/2015
    """,
)
