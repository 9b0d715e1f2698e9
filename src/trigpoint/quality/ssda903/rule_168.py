"""Rule 168."""

import re

from trigpoint.quality.pupil_numbers import upn
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Header

_UPN = re.compile(r"UN[1-5]|[A-HJ-NP-RT-Z][0-9]{11}[0-9A-Z]")

rule_168 = ReturnRule(
    code="168",
    title="The unique pupil number is not written as one, and is no reason why there is none",
    mend="ask the school for the number of 13 characters, or give the reason UN1 to UN5",
    source=SOURCE,
    who="business support",
    lists=Header,
    fields=("UPN",),
    fails=lambda row: (given := upn(row)) is not None and not _UPN.fullmatch(given),
    examples="""
        fails: Header UPN=UN6
        fails: Header UPN=I123456789012
        fails: Header UPN=A12345678901
        fails: Header UPN=A1234567890BC
        passes: Header UPN=A123456789012
        passes: Header UPN=a12345678901b
        passes: Header UPN=UN5
        passes: Header
    """,
)
