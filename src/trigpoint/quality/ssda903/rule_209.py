"""Rule 209."""

from datetime import date

from trigpoint.quality.ages import is_aged
from trigpoint.quality.pupil_numbers import upn
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

rule_209 = ReturnRule(
    code="209",
    title="The child is returned as too young for a unique pupil number, but was 4 in time for school",
    mend="ask the school for the number, or give another reason why there is none",
    source=SOURCE,
    who="business support",
    lists=Header,
    fields=("UPN", "DOB"),
    fails=lambda row: upn(row) == "UN1" and is_aged(row.DOB, 4, date(row.collection.year - 2, 8, 31)),
    examples="""
        fails: Header UPN=UN1 DOB=31/08/2021
        passes: Header UPN=UN1 DOB=01/09/2021
        passes: Header UPN=UN2 DOB=31/08/2021
        passes: Header UPN=UN1
    """,
)
