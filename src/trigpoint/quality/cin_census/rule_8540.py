"""Rule 8540."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import codes, is_acted_on
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import ChildIdentifiers, CINdetails, Disabilities

_DISABILITIES = codes("NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA")


def _unknown(collection: Collection) -> Iterator[ReturnRow]:
    for child in collection.children.values():
        born = [row for row in child.rows(ChildIdentifiers) if row.filled("PersonBirthDate")]
        if born and is_acted_on(child):
            held = child.rows(Disabilities)
            yield from (row for row in held if row.Disability not in _DISABILITIES)
            yield from () if held else born


rule_8540 = ReturnRule(
    code="8540",
    title="The disability of a child with an accepted referral is missing or is not one of the codes of the census",
    mend="record each disability of the child, or NONE",
    source=SOURCE,
    lists=ChildIdentifiers,
    fields=("Disability", "PersonBirthDate", "ReferralNFA"),
    reads=(Disabilities, CINdetails),
    finds=_unknown,
    examples="""
        fails: *ChildIdentifiers PersonBirthDate=01/05/2015; CINdetails ReferralNFA=0
        fails: ChildIdentifiers PersonBirthDate=01/05/2015; Disabilities Disability=LD; *Disabilities Disability=XX;
            CINdetails ReferralNFA=1; CINdetails ReferralNFA=false
        passes: ChildIdentifiers PersonBirthDate=01/05/2015; Disabilities Disability=NONE; CINdetails ReferralNFA=0
        passes: ChildIdentifiers PersonBirthDate=01/05/2015; CINdetails ReferralNFA=1
        passes: ChildIdentifiers; CINdetails ReferralNFA=0
    """,
)
