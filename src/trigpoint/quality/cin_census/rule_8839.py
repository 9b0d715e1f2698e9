"""Rule 8839."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import inside, is_yes
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection
from trigpoint.records.returns.cin_census import CINdetails, Section47


def _several_open(collection: Collection) -> Iterator[Section47]:
    for episode in collection.rows(CINdetails):
        rows = [row for row in inside(episode, Section47) if _is_open(row)]
        yield from rows if len(rows) > 1 else ()


def _is_open(row: Section47) -> bool:
    return not row.filled("DateOfInitialCPC") and not is_yes(row.ICPCnotRequired)


rule_8839 = ReturnRule(
    code="8839",
    title="More than one section 47 enquiry of a referral awaits its initial conference",
    mend="record each conference, or that none is needed, and delete an enquiry recorded twice",
    source=SOURCE,
    lists=Section47,
    fields=("DateOfInitialCPC", "ICPCnotRequired"),
    reads=(CINdetails,),
    finds=_several_open,
    examples="""
        fails: CINdetails; *Section47 ICPCnotRequired=0; *Section47; Section47 DateOfInitialCPC=01/05/2025;
            Section47 ICPCnotRequired=1
        passes: CINdetails; Section47; Section47 DateOfInitialCPC=01/05/2025
        passes: CINdetails; Section47; Section47 ICPCnotRequired=true
        passes: CINdetails; Section47; CINdetails; Section47
    """,
)
