"""Rule INT13."""

from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header, Missing

rule_int13 = ReturnRule(
    code="INT13",
    title="A missing episode gives another date of birth than the list of children",
    mend="give the child one date of birth throughout the record",
    source=SOURCE,
    who="business support",
    lists=Missing,
    fields=("DOB",),
    reads=(Header,),
    fails=lambda row: row.DOB and born(row.child) not in {None, row.DOB},
    examples="""
        fails: Missing DOB=01/05/2015; Header DOB=02/05/2015
        passes: Missing DOB=01/05/2015; Header DOB=01/05/2015
        passes: Missing DOB=01/05/2015; Header
        passes: Missing; Header DOB=02/05/2015
        passes: Missing DOB=01/05/2015; Header child=2 DOB=02/05/2015
    """,
)
