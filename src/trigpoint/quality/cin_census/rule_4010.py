"""Rule 4010."""

from trigpoint.quality.census import reference_date
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINplanDates, Header

rule_4010 = ReturnRule(
    code="4010",
    title="A child in need plan has no start, or one after the end of the census year",
    mend="record the day on which the plan began, and leave plans of the next year out",
    source=SOURCE,
    lists=CINplanDates,
    fields=("CINPlanStartDate", "ReferenceDate"),
    reads=(Header,),
    fails=lambda row: not row.filled("CINPlanStartDate") or is_after(row.CINPlanStartDate, reference_date(row)),
    examples="""
        fails: CINdetails; CINplanDates
        fails: CINdetails; CINplanDates CINPlanStartDate=01/04/2026
        fails: Header ReferenceDate=30/03/2026; CINdetails; CINplanDates CINPlanStartDate=31/03/2026
        passes: Header ReferenceDate=31/03/2026; CINdetails; CINplanDates CINPlanStartDate=31/03/2026
    """,
)
