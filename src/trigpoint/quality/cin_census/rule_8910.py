"""Rule 8910."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildProtectionPlans

rule_8910 = ReturnRule(
    code="8910",
    title="The latest category of abuse is missing or is not one of the codes of the census",
    mend="record the category: NEG, PHY, SAB, EMO or MUL",
    source=SOURCE,
    lists=ChildProtectionPlans,
    fields=("LatestCategoryOfAbuse",),
    fails=lambda row: row.LatestCategoryOfAbuse not in {"NEG", "PHY", "SAB", "EMO", "MUL"},
    examples="""
        fails: CINdetails; ChildProtectionPlans
        fails: CINdetails; ChildProtectionPlans LatestCategoryOfAbuse=ABU
        passes: CINdetails; ChildProtectionPlans LatestCategoryOfAbuse=MUL
    """,
)
