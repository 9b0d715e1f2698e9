"""Rule 8870Q."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import Section47

rule_8870q = ReturnRule(
    code="8870Q",
    title="The target date of an initial conference falls on a weekend",
    mend="correct the date: conferences are held from Monday to Friday",
    source=SOURCE,
    severity="query",
    lists=Section47,
    fields=("InitialCPCtarget",),
    fails=lambda row: row.InitialCPCtarget and row.InitialCPCtarget.weekday() >= 5,
    examples="""
        fails: CINdetails; Section47 InitialCPCtarget=03/05/2025
        fails: CINdetails; Section47 InitialCPCtarget=04/05/2025
        passes: CINdetails; Section47 InitialCPCtarget=02/05/2025
        passes: CINdetails; Section47 InitialCPCtarget=05/05/2025
        passes: CINdetails; Section47
    """,
)
