"""Rule 8875."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Section47

rule_8875 = ReturnRule(
    code="8875",
    title="An initial conference is recorded on a weekend",
    mend="correct the date: conferences are held from Monday to Friday",
    source=SOURCE,
    lists=Section47,
    fields=("DateOfInitialCPC",),
    fails=lambda row: row.DateOfInitialCPC and row.DateOfInitialCPC.weekday() >= 5,
    examples="""
        fails: CINdetails; Section47 DateOfInitialCPC=03/05/2025
        fails: CINdetails; Section47 DateOfInitialCPC=04/05/2025
        passes: CINdetails; Section47 DateOfInitialCPC=02/05/2025
        passes: CINdetails; Section47 DateOfInitialCPC=05/05/2025
        passes: CINdetails; Section47
    """,
)
