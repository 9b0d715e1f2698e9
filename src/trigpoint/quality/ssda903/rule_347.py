"""Rule 347."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3

rule_347 = ReturnRule(
    code="347",
    title="A care leaver who was not yet 18 when the year began lives in a foyer",
    mend="correct the accommodation or the date of birth",
    source=SOURCE,
    lists=OC3,
    fields=("ACCOM", "DOB"),
    since=2024,
    fails=lambda row: row.ACCOM in {"T1", "T2"} and is_younger(row.DOB, 18, row.collection.first_day),
    examples="""
        fails: OC3 ACCOM=T1 DOB=02/04/2008
        fails: OC3 ACCOM=T2 DOB=02/04/2008
        passes: OC3 ACCOM=T1 DOB=01/04/2008
        passes: OC3 ACCOM=U1 DOB=02/04/2008
    """,
)
