"""Rule 635."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import PrevPerm

rule_635 = ReturnRule(
    code="635",
    title="An authority or a date is given for an earlier permanence that there was not",
    mend="choose the kind of earlier permanence, or take its authority and date out",
    source=SOURCE,
    lists=PrevPerm,
    fields=("PREV_PERM", "LA_PERM", "DATE_PERM"),
    fails=lambda row: row.PREV_PERM in {None, "Z1"} and (row.LA_PERM or row.DATE_PERM),
    examples="""
        fails: PrevPerm PREV_PERM=Z1 LA_PERM=800
        fails: PrevPerm DATE_PERM=01/05/2020
        passes: PrevPerm PREV_PERM=P1 LA_PERM=800
        passes: PrevPerm PREV_PERM=Z1
    """,
)
