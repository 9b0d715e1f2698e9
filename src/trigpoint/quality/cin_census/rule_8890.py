"""Rule 8890."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.census import reference_date
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import inside, is_yes
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.spans import overlapping, through
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import CINdetails, Header, Section47


def _overlapping(collection: Collection) -> Iterator[ReturnRow]:
    for episode in collection.rows(CINdetails):
        yield from overlapping(inside(episode, Section47), lambda row: row.S47ActualStartDate, _last)


def _last(row: Section47) -> int | None:
    if row.filled("DateOfInitialCPC"):
        return through(row.DateOfInitialCPC)
    return None if is_yes(row.ICPCnotRequired) else through(reference_date(row))


rule_8890 = ReturnRule(
    code="8890",
    title="Two section 47 enquiries under one referral overlap",
    mend="check the dates, and keep one of an enquiry recorded twice",
    source=SOURCE,
    lists=Section47,
    fields=("S47ActualStartDate", "DateOfInitialCPC", "ICPCnotRequired", "ReferenceDate"),
    reads=(Header, CINdetails),
    finds=_overlapping,
    examples="""
        fails: CINdetails; *Section47 S47ActualStartDate=01/05/2025 DateOfInitialCPC=01/06/2025;
            *Section47 S47ActualStartDate=01/06/2025; CINdetails; Section47 S47ActualStartDate=01/06/2025
        fails: CINdetails; Section47 S47ActualStartDate=01/05/2025 ICPCnotRequired=0;
            Section47 S47ActualStartDate=31/03/2026
        fails: CINdetails; Section47 S47ActualStartDate=01/05/2025; Section47 S47ActualStartDate=01/06/2025
        passes: CINdetails; Section47 S47ActualStartDate=01/05/2025 DateOfInitialCPC=01/06/2025;
            Section47 S47ActualStartDate=02/06/2025
        passes: CINdetails; Section47 S47ActualStartDate=01/05/2025; Section47 S47ActualStartDate=01/04/2026
        passes: CINdetails; Section47 S47ActualStartDate=01/05/2025 ICPCnotRequired=true;
            Section47 S47ActualStartDate=01/06/2025
    """,
)
