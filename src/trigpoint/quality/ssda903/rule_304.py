"""Rule 304."""

from trigpoint.quality.days import birthday, is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import UASC

rule_304 = ReturnRule(
    code="304",
    title="The child stops being an unaccompanied asylum seeker after turning 18",
    mend="give the 18th birthday or an earlier day",
    source=SOURCE,
    lists=UASC,
    fields=("DUC", "DOB"),
    fails=lambda row: is_after(row.DUC, birthday(row.DOB, 18)),
    examples="""
        fails: UASC DOB=01/05/2010 DUC=02/05/2028
        passes: UASC DOB=01/05/2010 DUC=01/05/2028
        passes: UASC DOB=01/05/2010
    """,
)
