"""Rule 8935."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection
from trigpoint.records.returns.cin_census import ChildProtectionPlans


def _with_two_open(collection: Collection) -> Iterator[ChildProtectionPlans]:
    for child in collection.children.values():
        plans = child.rows(ChildProtectionPlans)
        if sum(not plan.filled("CPPendDate") for plan in plans) > 1:
            yield from plans


rule_8935 = ReturnRule(
    code="8935",
    title="More than one child protection plan of the child is open",
    mend="end the plans that are over, and keep one of a plan recorded twice",
    source=SOURCE,
    lists=ChildProtectionPlans,
    fields=("CPPendDate", "CPPstartDate"),
    finds=_with_two_open,
    examples="""
        fails: CINdetails; ChildProtectionPlans; CINdetails; ChildProtectionPlans;
            ChildProtectionPlans CPPendDate=01/05/2025
        passes: CINdetails; ChildProtectionPlans; ChildProtectionPlans CPPendDate=01/05/2025
        passes: CINdetails; ChildProtectionPlans; CINdetails child=2; ChildProtectionPlans child=2
    """,
)
