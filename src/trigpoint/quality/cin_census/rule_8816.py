"""Rule 8816."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import is_before
from trigpoint.quality.need import is_no
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection
from trigpoint.records.returns.cin_census import CINdetails


def _overtaken(collection: Collection) -> Iterator[CINdetails]:
    for child in collection.children.values():
        rows = child.rows(CINdetails)
        latest = max((row.CINreferralDate for row in rows if row.CINreferralDate), default=None)
        earlier = [row for row in rows if _is_open(row) and is_before(row.CINreferralDate, latest)]
        if earlier:
            yield from earlier
            yield from (row for row in rows if row.CINreferralDate == latest)


def _is_open(row: CINdetails) -> bool:
    return is_no(row.ReferralNFA) and not row.filled("CINclosureDate")


rule_8816 = ReturnRule(
    code="8816",
    title="An episode of need is open although the child was referred anew after it",
    mend="close the earlier episode, or record the later referral within it",
    source=SOURCE,
    lists=CINdetails,
    fields=("CINclosureDate", "CINreferralDate", "ReferralNFA"),
    finds=_overtaken,
    examples="""
        fails: *CINdetails CINreferralDate=01/05/2025 ReferralNFA=0; *CINdetails CINreferralDate=03/05/2025;
            CINdetails CINreferralDate=02/05/2025 CINclosureDate=03/05/2025
        passes: CINdetails CINreferralDate=01/05/2025 ReferralNFA=0 CINclosureDate=02/05/2025;
            CINdetails CINreferralDate=02/05/2025 ReferralNFA=0
        passes: CINdetails CINreferralDate=01/05/2025 ReferralNFA=1; CINdetails CINreferralDate=02/05/2025
        passes: CINdetails CINreferralDate=02/05/2025 ReferralNFA=0;
            CINdetails CINreferralDate=02/05/2025 ReferralNFA=0
        passes: CINdetails ReferralNFA=0; CINdetails CINreferralDate=02/05/2025
    """,
)
