"""Rule 4013."""

from trigpoint.quality.census import is_outside_census
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINplanDates, Header

rule_4013 = ReturnRule(
    code="4013",
    title="A child in need plan ended in another year than that of the census",
    mend="correct the end of the plan, and leave plans that ended in other years out",
    source=SOURCE,
    lists=CINplanDates,
    fields=("CINPlanEndDate", "ReferenceDate"),
    reads=(Header,),
    fails=lambda row: is_outside_census(row, row.CINPlanEndDate),
    examples="""
        fails: CINdetails; CINplanDates CINPlanEndDate=31/03/2025
        fails: CINdetails; CINplanDates CINPlanEndDate=01/04/2026
        passes: CINdetails; CINplanDates CINPlanEndDate=01/04/2025
        passes: CINdetails; CINplanDates CINPlanEndDate=31/03/2026
        passes: CINdetails; CINplanDates
    """,
)
