"""Rule INT36."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import UASC

rule_int36 = ReturnRule(
    code="INT36",
    title="A child has more than one row as unaccompanied",
    mend="keep the row that is right and take the others out",
    source=SOURCE,
    who="performance team",
    lists=UASC,
    fields=("CHILD",),
    fails=lambda row: len(row.child.rows(UASC)) > 1,
    examples="""
        fails: UASC; UASC
        passes: UASC; UASC child=2
    """,
)
