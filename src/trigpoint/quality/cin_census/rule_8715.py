"""Rule 8715."""

from trigpoint.quality.census import is_outside_census
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Header, Section47

rule_8715 = ReturnRule(
    code="8715",
    title="An initial conference was held in another year than that of the census",
    mend="correct the date of the conference, and leave enquiries that ended in other years out",
    source=SOURCE,
    lists=Section47,
    fields=("DateOfInitialCPC", "ReferenceDate"),
    reads=(Header,),
    fails=lambda row: is_outside_census(row, row.DateOfInitialCPC),
    examples="""
        fails: CINdetails; Section47 DateOfInitialCPC=31/03/2025
        fails: CINdetails; Section47 DateOfInitialCPC=01/04/2026
        passes: CINdetails; Section47 DateOfInitialCPC=01/04/2025
        passes: CINdetails; Section47 DateOfInitialCPC=31/03/2026
        passes: CINdetails; Section47
    """,
)
