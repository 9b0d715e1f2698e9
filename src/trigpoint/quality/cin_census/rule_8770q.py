"""Rule 8770Q."""

from __future__ import annotations

from datetime import date

from trigpoint.quality.census import reference_date
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.days import birthday, is_after
from trigpoint.quality.need import is_acted_on
from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.records.returns.cin_census import ChildIdentifiers, CINdetails, Header

_REASONS = frozenset({"UN2", "UN3", "UN4", "UN5", "UN6", "UN7"})


def _is_of_age(row: ChildIdentifiers) -> bool:
    last_born = date(reference_date(row).year - 6, 8, 31)
    return row.PersonBirthDate is not None and row.PersonBirthDate <= last_born and _lacks_number(row)


def _is_of_age_to_2024(row: ChildIdentifiers) -> bool:
    last_born = birthday(reference_date(row), -6)
    return row.PersonBirthDate is not None and not is_after(row.PersonBirthDate, last_born) and _lacks_number(row)


def _lacks_number(row: ChildIdentifiers) -> bool:
    return not row.filled("UPN") and row.UPNunknown not in _REASONS and is_acted_on(row.child)


rule_8770q = ReturnRule(
    code="8770Q",
    title="A child of school age has neither a UPN nor a reason why it is not known",
    mend="ask the school for the UPN, or record why there is none",
    source=SOURCE,
    severity="query",
    who="business support",
    lists=ChildIdentifiers,
    fields=("UPN", "UPNunknown", "PersonBirthDate", "ReferralNFA", "ReferenceDate"),
    reads=(Header, CINdetails),
    since=2025,
    fails=_is_of_age,
    earlier=(Condition(lists=ChildIdentifiers, until=2024, fails=_is_of_age_to_2024),),
    doubt="The age from which a UPN is asked for should be checked with DfE",
    examples="""
        fails: ChildIdentifiers PersonBirthDate=31/08/2020; CINdetails ReferralNFA=0
        fails: ChildIdentifiers PersonBirthDate=31/08/2020 UPNunknown=UN1; CINdetails ReferralNFA=false;
            CINdetails ReferralNFA=1
        passes: ChildIdentifiers PersonBirthDate=01/09/2020; CINdetails ReferralNFA=0
        passes: ChildIdentifiers PersonBirthDate=31/08/2020 UPN=W300000000001; CINdetails ReferralNFA=0
        passes: ChildIdentifiers PersonBirthDate=31/08/2020 UPNunknown=UN2; CINdetails ReferralNFA=0
        passes: ChildIdentifiers PersonBirthDate=31/08/2020; CINdetails ReferralNFA=1
        fails in 2025: ChildIdentifiers PersonBirthDate=31/08/2019; CINdetails ReferralNFA=0
        fails in 2024: ChildIdentifiers PersonBirthDate=31/03/2018; CINdetails ReferralNFA=0
        passes in 2024: ChildIdentifiers PersonBirthDate=01/04/2018; CINdetails ReferralNFA=0
    """,
)
