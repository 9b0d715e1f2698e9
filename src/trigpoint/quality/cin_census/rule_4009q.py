"""Rule 4009Q."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import after_death
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers, CINplanDates

rule_4009q = ReturnRule(
    code="4009Q",
    title="A child in need plan ends after the child's death",
    mend="end the plan on the day of death, or correct the date of death",
    source=SOURCE,
    severity="query",
    lists=CINplanDates,
    fields=("CINPlanEndDate", "PersonDeathDate"),
    reads=(ChildIdentifiers,),
    finds=after_death(CINplanDates, lambda row: row.CINPlanEndDate),
    examples="""
        fails: *ChildIdentifiers PersonDeathDate=01/05/2025; CINdetails; *CINplanDates CINPlanEndDate=02/05/2025;
            CINplanDates CINPlanEndDate=30/04/2025
        passes: ChildIdentifiers PersonDeathDate=01/05/2025; CINdetails; CINplanDates CINPlanEndDate=01/05/2025
        passes: ChildIdentifiers; CINdetails; CINplanDates CINPlanEndDate=02/05/2025
    """,
)
