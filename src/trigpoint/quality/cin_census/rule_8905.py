"""Rule 8905."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildProtectionPlans

rule_8905 = ReturnRule(
    code="8905",
    title="The first category of abuse is missing or is not one of the codes of the census",
    mend="record the category: NEG, PHY, SAB, EMO or MUL",
    source=SOURCE,
    lists=ChildProtectionPlans,
    fields=("InitialCategoryOfAbuse",),
    fails=lambda row: row.InitialCategoryOfAbuse not in {"NEG", "PHY", "SAB", "EMO", "MUL"},
    examples="""
        fails: CINdetails; ChildProtectionPlans
        fails: CINdetails; ChildProtectionPlans InitialCategoryOfAbuse=ABU
        passes: CINdetails; ChildProtectionPlans InitialCategoryOfAbuse=MUL
    """,
)
