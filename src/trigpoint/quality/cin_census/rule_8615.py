"""Rule 8615."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Section47

rule_8615 = ReturnRule(
    code="8615",
    title="An initial conference has no section 47 enquiry that began on its day or earlier",
    mend="record the start of the enquiry, or correct the date of the conference",
    source=SOURCE,
    lists=Section47,
    fields=("S47ActualStartDate", "DateOfInitialCPC"),
    fails=lambda row: (
        row.filled("DateOfInitialCPC")
        and (not row.filled("S47ActualStartDate") or is_after(row.S47ActualStartDate, row.DateOfInitialCPC))
    ),
    examples="""
        fails: CINdetails; Section47 DateOfInitialCPC=01/05/2025
        fails: CINdetails; Section47 DateOfInitialCPC=01/05/2025 S47ActualStartDate=02/05/2025
        passes: CINdetails; Section47 DateOfInitialCPC=01/05/2025 S47ActualStartDate=01/05/2025
        passes: CINdetails; Section47
    """,
)
