"""Rule 8730."""

from __future__ import annotations

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildProtectionPlans


def _is_no_count(row: ChildProtectionPlans) -> bool:
    count = row.NumberOfPreviousCPP
    return not row.filled("NumberOfPreviousCPP") or (count is not None and count < 0)


rule_8730 = ReturnRule(
    code="8730",
    title="The number of earlier child protection plans is missing or less than none",
    mend="record how many child protection plans the child had before, 0 when there were none",
    source=SOURCE,
    lists=ChildProtectionPlans,
    fields=("NumberOfPreviousCPP",),
    fails=_is_no_count,
    examples="""
        fails: CINdetails; ChildProtectionPlans
        fails: CINdetails; ChildProtectionPlans NumberOfPreviousCPP=-1
        passes: CINdetails; ChildProtectionPlans NumberOfPreviousCPP=0
    """,
)
