"""Rule 4008."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import after_death
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers, CINplanDates

rule_4008 = ReturnRule(
    code="4008",
    title="A child in need plan begins after the child's death",
    mend="correct the start of the plan or the date of death",
    source=SOURCE,
    lists=CINplanDates,
    fields=("CINPlanStartDate", "PersonDeathDate"),
    reads=(ChildIdentifiers,),
    finds=after_death(CINplanDates, lambda row: row.CINPlanStartDate),
    examples="""
        fails: *ChildIdentifiers PersonDeathDate=01/05/2025; CINdetails; *CINplanDates CINPlanStartDate=02/05/2025;
            CINplanDates CINPlanStartDate=30/04/2025
        passes: ChildIdentifiers PersonDeathDate=01/05/2025; CINdetails; CINplanDates CINPlanStartDate=01/05/2025
        passes: ChildIdentifiers; CINdetails; CINplanDates CINPlanStartDate=02/05/2025
    """,
)
