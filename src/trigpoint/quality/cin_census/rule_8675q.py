"""Rule 8675Q."""

from trigpoint.quality.census import reference_date, working_days_before
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_before
from trigpoint.quality.need import is_no
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Header, Section47

rule_8675q = ReturnRule(
    code="8675Q",
    title="A section 47 enquiry more than 15 working days old had no initial conference by the end of the year",
    mend="record the date of the conference, or that none is needed",
    source=SOURCE,
    severity="query",
    lists=Section47,
    fields=("DateOfInitialCPC", "ICPCnotRequired", "S47ActualStartDate", "ReferenceDate"),
    reads=(Header,),
    fails=lambda row: (
        not row.filled("DateOfInitialCPC")
        and is_no(row.ICPCnotRequired)
        and is_before(row.S47ActualStartDate, working_days_before(reference_date(row), 15))
    ),
    doubt="Whether the last day of the year itself counts among the 15 working days should be checked with DfE",
    examples="""
        fails: CINdetails; Section47 S47ActualStartDate=09/03/2026 ICPCnotRequired=0
        passes: CINdetails; Section47 S47ActualStartDate=10/03/2026 ICPCnotRequired=0
        passes: CINdetails; Section47 S47ActualStartDate=09/03/2026 ICPCnotRequired=1
        passes: CINdetails; Section47 S47ActualStartDate=09/03/2026
        passes: CINdetails; Section47 S47ActualStartDate=09/03/2026 ICPCnotRequired=0 DateOfInitialCPC=25/03/2026
        fails in 2024: CINdetails; Section47 S47ActualStartDate=07/03/2024 ICPCnotRequired=false
        passes in 2024: CINdetails; Section47 S47ActualStartDate=08/03/2024 ICPCnotRequired=false
    """,
)
