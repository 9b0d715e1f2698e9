"""Rule 391."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.filled import LEAVING, any_filled
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3

rule_391 = ReturnRule(
    code="391",
    title="A child under 17 at the end of the year has care leaver details",
    mend="take out the care leaver row, or correct the date of birth",
    source=SOURCE,
    lists=OC3,
    fields=("DOB", "IN_TOUCH", "ACTIV", "ACCOM"),
    fails=lambda row: any_filled(row, LEAVING) and is_younger(row.DOB, 17, row.collection.last_day),
    doubt="An upper age that the rule may also have is not tested; check it with DfE",
    examples="""
        fails: OC3 DOB=01/04/2010 IN_TOUCH=YES
        fails: OC3 DOB=01/04/2010 ACTIV=F1
        fails: OC3 DOB=01/04/2010 ACCOM=B1
        passes: OC3 DOB=31/03/2010 IN_TOUCH=YES
        passes: OC3 DOB=01/04/2010
    """,
)
