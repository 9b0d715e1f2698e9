"""Rule 8815."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import is_no
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection
from trigpoint.records.returns.cin_census import CINdetails


def _several_open(collection: Collection) -> Iterator[CINdetails]:
    for child in collection.children.values():
        rows = [row for row in child.rows(CINdetails) if _is_open(row)]
        yield from rows if len(rows) > 1 else ()


def _is_open(row: CINdetails) -> bool:
    return is_no(row.ReferralNFA) and not row.filled("CINclosureDate")


rule_8815 = ReturnRule(
    code="8815",
    title="The child has more than one open episode of need",
    mend="close the episodes that are over, and merge a referral recorded twice",
    source=SOURCE,
    lists=CINdetails,
    fields=("CINclosureDate", "ReferralNFA"),
    finds=_several_open,
    examples="""
        fails: *CINdetails ReferralNFA=0; *CINdetails ReferralNFA=false;
            CINdetails ReferralNFA=0 CINclosureDate=01/05/2025; CINdetails ReferralNFA=1;
            CINdetails child=2 ReferralNFA=0
        passes: CINdetails ReferralNFA=0; CINdetails ReferralNFA=0 CINclosureDate=01/05/2025
        passes: CINdetails ReferralNFA=0; CINdetails ReferralNFA=1
        passes: CINdetails ReferralNFA=0; CINdetails
    """,
)
