"""Rule 101."""

from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

rule_101 = ReturnRule(
    code="101",
    title="The child's sex is missing or is not one of the codes of the year",
    mend="record the sex: M, F or U (1 or 2 up to 2023/24)",
    source=SOURCE,
    lists=Header,
    fields=("SEX",),
    since=2025,
    fails=lambda row: row.SEX not in {"M", "F", "U"},
    earlier=(Condition(lists=Header, until=2024, fails=lambda row: row.SEX not in {"1", "2"}),),
    examples="""
        fails: Header SEX=1
        fails: Header
        passes: Header SEX=U
        fails in 2024: Header SEX=M
        passes in 2024: Header SEX=2
    """,
)
