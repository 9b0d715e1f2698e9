"""Rule 2884."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import CINdetails, Section47


def _twice(collection: Collection) -> Iterator[ReturnRow]:
    for child in collection.children.values():
        referrals, enquiries = child.rows(CINdetails), child.rows(Section47)
        days = {row.DateOfInitialCPC for row in referrals} & {row.DateOfInitialCPC for row in enquiries} - {None}
        yield from (row for row in referrals if row.DateOfInitialCPC in days)
        yield from (row for row in enquiries if row.DateOfInitialCPC in days)


rule_2884 = ReturnRule(
    code="2884",
    title="One initial conference is recorded both on the referral and on a section 47 enquiry of the child",
    mend="keep the date of the conference on the enquiry that led to it, and clear it on the referral",
    source=SOURCE,
    lists=Section47,
    fields=("DateOfInitialCPC",),
    reads=(CINdetails,),
    finds=_twice,
    examples="""
        fails: *CINdetails DateOfInitialCPC=01/05/2025; *Section47 DateOfInitialCPC=01/05/2025;
            Section47 DateOfInitialCPC=02/05/2025
        fails: *CINdetails DateOfInitialCPC=01/05/2025; CINdetails; *Section47 DateOfInitialCPC=01/05/2025
        passes: CINdetails DateOfInitialCPC=01/05/2025; Section47 DateOfInitialCPC=02/05/2025
        passes: CINdetails; Section47
        passes: CINdetails DateOfInitialCPC=01/05/2025; CINdetails child=2;
            Section47 child=2 DateOfInitialCPC=01/05/2025
    """,
)
