"""Rule 8820."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.census import reference_date
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import is_no
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.spans import overlapping, up_to
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import CINdetails, Header


def _overlapping(collection: Collection) -> Iterator[ReturnRow]:
    for child in collection.children.values():
        yield from overlapping(child.rows(CINdetails), lambda row: row.CINreferralDate, _last)


def _last(row: CINdetails) -> int | None:
    if row.filled("CINclosureDate"):
        return up_to(row.CINclosureDate)
    return up_to(reference_date(row)) if is_no(row.ReferralNFA) else None


rule_8820 = ReturnRule(
    code="8820",
    title="The child was referred anew while an earlier episode of need was still open",
    mend="close the earlier episode before the new referral, or record the contact within it",
    source=SOURCE,
    lists=CINdetails,
    fields=("CINreferralDate", "CINclosureDate", "ReferralNFA", "ReferenceDate"),
    reads=(Header,),
    finds=_overlapping,
    examples="""
        fails: *CINdetails CINreferralDate=01/05/2025 CINclosureDate=02/06/2025;
            *CINdetails CINreferralDate=01/06/2025 CINclosureDate=01/07/2025; CINdetails CINreferralDate=01/07/2025;
            CINdetails child=2 CINreferralDate=01/06/2025
        fails: CINdetails CINreferralDate=01/05/2025 ReferralNFA=0; CINdetails CINreferralDate=30/03/2026
        fails: CINdetails CINreferralDate=01/05/2025 ReferralNFA=false; CINdetails CINreferralDate=01/05/2025
        passes: CINdetails CINreferralDate=01/05/2025 CINclosureDate=01/06/2025; CINdetails CINreferralDate=01/06/2025
        passes: CINdetails CINreferralDate=01/05/2025 ReferralNFA=0; CINdetails CINreferralDate=31/03/2026
        passes: CINdetails CINreferralDate=01/05/2025 ReferralNFA=1; CINdetails CINreferralDate=02/05/2025
        passes: CINdetails CINreferralDate=01/05/2025; CINdetails CINreferralDate=02/05/2025
    """,
)
