"""Rule 8915."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import after_death
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers, ChildProtectionPlans

rule_8915 = ReturnRule(
    code="8915",
    title="A child protection plan begins after the child's death",
    mend="correct the start of the plan or the date of death",
    source=SOURCE,
    lists=ChildProtectionPlans,
    fields=("CPPstartDate", "PersonDeathDate"),
    reads=(ChildIdentifiers,),
    finds=after_death(ChildProtectionPlans, lambda row: row.CPPstartDate),
    examples="""
        fails: *ChildIdentifiers PersonDeathDate=01/05/2025; CINdetails; *ChildProtectionPlans CPPstartDate=02/05/2025;
            ChildProtectionPlans CPPstartDate=30/04/2025
        passes: ChildIdentifiers PersonDeathDate=01/05/2025; CINdetails; ChildProtectionPlans CPPstartDate=01/05/2025
        passes: ChildIdentifiers; CINdetails; ChildProtectionPlans CPPstartDate=02/05/2025
    """,
)
