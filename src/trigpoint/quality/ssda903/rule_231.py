"""Rule 231."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.care import is_unaccompanied
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import UASC, Header

rule_231 = ReturnRule(
    code="231",
    title="An unaccompanied asylum-seeking child is under 11 at the end of the year",
    mend="confirm that the child came without family, or correct the date of birth or the flag",
    source=SOURCE,
    severity="query",
    lists=Header,
    fields=("DOB", "UASC"),
    reads=(UASC,),
    since=2025,
    fails=lambda row: is_younger(row.DOB, 11, row.collection.last_day) and is_unaccompanied(row.child),
    examples="""
        fails: Header DOB=01/04/2016 UASC=1
        passes: Header DOB=31/03/2016 UASC=1
        passes: Header DOB=01/04/2016 UASC=0
        fails: Header DOB=01/04/2016; UASC
        passes: Header DOB=01/04/2016
        passes: Header UASC=1
    """,
)
