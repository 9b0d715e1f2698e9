"""Rule 232."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

rule_232 = ReturnRule(
    code="232",
    title="The child's sex is returned as not known",
    mend="record the sex once it is known, or confirm that it is not",
    source=SOURCE,
    lists=Header,
    fields=("SEX",),
    since=2025,
    fails=lambda row: row.SEX == "U",
    examples="""
        fails: Header SEX=U
        passes: Header SEX=F
        passes: Header
    """,
)
