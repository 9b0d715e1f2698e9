"""Rule 8740."""

from trigpoint.quality.census import is_outside_census
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import is_no
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Header, Section47

rule_8740 = ReturnRule(
    code="8740",
    title="A section 47 enquiry that awaits its initial conference began in another year than that of the census",
    mend="record the date of the conference or that none is needed, or correct the start of the enquiry",
    source=SOURCE,
    lists=Section47,
    fields=("S47ActualStartDate", "DateOfInitialCPC", "ICPCnotRequired", "ReferenceDate"),
    reads=(Header,),
    fails=lambda row: (
        not row.filled("DateOfInitialCPC")
        and is_no(row.ICPCnotRequired)
        and is_outside_census(row, row.S47ActualStartDate)
    ),
    examples="""
        fails: CINdetails; Section47 S47ActualStartDate=31/03/2025 ICPCnotRequired=0
        fails: CINdetails; Section47 S47ActualStartDate=01/04/2026 ICPCnotRequired=false
        passes: CINdetails; Section47 S47ActualStartDate=01/04/2025 ICPCnotRequired=0
        passes: CINdetails; Section47 S47ActualStartDate=31/03/2026 ICPCnotRequired=0
        passes: CINdetails; Section47 S47ActualStartDate=31/03/2025 ICPCnotRequired=1
        passes: CINdetails; Section47 S47ActualStartDate=31/03/2025 ICPCnotRequired=0 DateOfInitialCPC=01/05/2025
        passes: CINdetails; Section47 ICPCnotRequired=0
    """,
)
