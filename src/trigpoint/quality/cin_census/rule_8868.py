"""Rule 8868."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import details, is_yes
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import CINdetails, Section47

rule_8868 = ReturnRule(
    code="8868",
    title="The referral is closed, but of a section 47 enquiry it is not clear whether a conference was needed",
    mend="record the date of the conference, or that none is needed, but not both",
    source=SOURCE,
    lists=Section47,
    fields=("DateOfInitialCPC", "ICPCnotRequired", "CINclosureDate"),
    reads=(CINdetails,),
    fails=lambda row: (
        details(row).filled("CINclosureDate") and row.filled("DateOfInitialCPC") == is_yes(row.ICPCnotRequired)
    ),
    doubt="That a date beside the mark that no conference is needed fails too is one reading of the rule",
    examples="""
        fails: CINdetails CINclosureDate=01/05/2025; Section47
        fails: CINdetails CINclosureDate=01/05/2025; Section47 ICPCnotRequired=0
        fails: CINdetails CINclosureDate=01/05/2025; Section47 ICPCnotRequired=true DateOfInitialCPC=30/04/2025
        passes: CINdetails CINclosureDate=01/05/2025; Section47 ICPCnotRequired=1
        passes: CINdetails CINclosureDate=01/05/2025; Section47 ICPCnotRequired=0 DateOfInitialCPC=30/04/2025
        passes: CINdetails; Section47
    """,
)
