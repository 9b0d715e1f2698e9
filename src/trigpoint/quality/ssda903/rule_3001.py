"""Rule 3001."""

from trigpoint.quality.care import born, is_in_year
from trigpoint.quality.days import birthday
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3, Header

rule_3001 = ReturnRule(
    code="3001",
    title="Accommodation with former foster carers is given for a young person who turned 17 this year",
    mend="choose another code of accommodation; Z1 and Z2 begin with the 18th birthday",
    source=SOURCE,
    lists=OC3,
    fields=("ACCOM", "DOB"),
    reads=(Header,),
    fails=lambda row: row.ACCOM in {"Z1", "Z2"} and is_in_year(row.child, birthday(born(row.child), 17)),
    examples="""
        fails: Header DOB=01/04/2009; OC3 ACCOM=Z1
        fails: Header DOB=31/03/2010; OC3 ACCOM=Z2
        passes: Header DOB=31/03/2009; OC3 ACCOM=Z1
        passes: Header DOB=01/04/2010; OC3 ACCOM=Z1
        passes: Header DOB=01/04/2009; OC3 ACCOM=K1
        passes: OC3 ACCOM=Z1
    """,
)
