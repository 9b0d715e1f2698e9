"""Rule 621."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

rule_621 = ReturnRule(
    code="621",
    title="The mother's first child was born before her or on the same day, or her own date of birth is missing",
    mend="correct the two dates of birth",
    source=SOURCE,
    lists=Header,
    fields=("MC_DOB", "DOB"),
    fails=lambda row: row.filled("MC_DOB") and (row.DOB is None or (row.MC_DOB and row.MC_DOB <= row.DOB)),
    examples="""
        fails: Header DOB=01/05/2010 MC_DOB=01/05/2010
        fails: Header MC_DOB=01/05/2010
        passes: Header DOB=01/05/2010 MC_DOB=02/05/2010
        passes: Header
    """,
)
