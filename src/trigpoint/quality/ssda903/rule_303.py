"""Rule 303. In CSV a row of unaccompanied children is itself the flag: only XML holds what it finds."""

from trigpoint.quality.care import is_unaccompanied
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import UASC, Header

rule_303 = ReturnRule(
    code="303",
    title="There is a day on which a child stopped being an unaccompanied asylum seeker, but no flag",
    mend="flag the child as unaccompanied, or take out the day",
    source=SOURCE,
    lists=UASC,
    fields=("DUC", "UASC"),
    reads=(Header,),
    fails=lambda row: row.filled("DUC") and not is_unaccompanied(row.child),
    examples="""
        fails: Header UASC=0; UASC DUC=01/05/2026
        passes: Header UASC=1; UASC DUC=01/05/2026
        passes: Header UASC=0; UASC
        passes: Header; UASC DUC=01/05/2026
    """,
)
