"""Rule INT18."""

from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import UASC, Header

rule_int18 = ReturnRule(
    code="INT18",
    title="A row of an unaccompanied child gives another date of birth than the list of children",
    mend="give the child one date of birth throughout the record",
    source=SOURCE,
    who="business support",
    lists=UASC,
    fields=("DOB",),
    reads=(Header,),
    fails=lambda row: row.DOB and born(row.child) not in {None, row.DOB},
    examples="""
        fails: UASC DOB=01/05/2015; Header DOB=02/05/2015
        passes: UASC DOB=01/05/2015; Header DOB=01/05/2015
        passes: UASC DOB=01/05/2015; Header
        passes: UASC; Header DOB=02/05/2015
        passes: UASC DOB=01/05/2015; Header child=2 DOB=02/05/2015
    """,
)
