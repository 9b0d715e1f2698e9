"""Rule 8920."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import after_death
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers, ChildProtectionPlans

rule_8920 = ReturnRule(
    code="8920",
    title="A child protection plan ends after the child's death",
    mend="end the plan on the day of death, or correct the date of death",
    source=SOURCE,
    lists=ChildProtectionPlans,
    fields=("CPPendDate", "PersonDeathDate"),
    reads=(ChildIdentifiers,),
    finds=after_death(ChildProtectionPlans, lambda row: row.CPPendDate),
    examples="""
        fails: *ChildIdentifiers PersonDeathDate=01/05/2025; CINdetails; *ChildProtectionPlans CPPendDate=02/05/2025;
            ChildProtectionPlans CPPendDate=30/04/2025
        passes: ChildIdentifiers PersonDeathDate=01/05/2025; CINdetails; ChildProtectionPlans CPPendDate=01/05/2025
        passes: ChildIdentifiers; CINdetails; ChildProtectionPlans CPPendDate=02/05/2025
    """,
)
