"""Rule 8606."""

from __future__ import annotations

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers, CINdetails


def _is_too_early(row: CINdetails) -> bool:
    referred, child = row.CINreferralDate, row.child.first(ChildIdentifiers)
    if referred is None or child is None:
        return False
    births = (child.PersonBirthDate, child.ExpectedPersonBirthDate)
    return any(birth is not None and (birth - referred).days > 280 for birth in births)


rule_8606 = ReturnRule(
    code="8606",
    title="The referral came earlier than a pregnancy lasts (280 days) before the child's birth",
    mend="correct the date of birth, the expected one or the date of the referral",
    source=SOURCE,
    lists=CINdetails,
    fields=("CINreferralDate", "PersonBirthDate", "ExpectedPersonBirthDate"),
    reads=(ChildIdentifiers,),
    fails=_is_too_early,
    examples="""
        fails: ChildIdentifiers PersonBirthDate=07/01/2026; CINdetails CINreferralDate=01/04/2025
        fails: ChildIdentifiers ExpectedPersonBirthDate=07/01/2026; CINdetails CINreferralDate=01/04/2025
        passes: ChildIdentifiers PersonBirthDate=06/01/2026; CINdetails CINreferralDate=01/04/2025
        passes: ChildIdentifiers; CINdetails CINreferralDate=01/04/2025
        passes: CINdetails CINreferralDate=01/04/2025
    """,
)
