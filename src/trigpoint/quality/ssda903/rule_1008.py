"""Rule 1008."""

from trigpoint.quality.places import provider, urn
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_1008 = ReturnRule(
    code="1008",
    title="The URN of the placement is not on Ofsted's list of providers",
    mend="correct the URN, or write XXXXXXX for a placement whose provider has none",
    source=SOURCE,
    lists=Episodes,
    fields=("URN",),
    needs=frozenset({Need.PROVIDERS}),
    fails=lambda row: urn(row) and provider(row) is None,
    examples="""
        fails: Episodes URN=SC999999
        passes: Episodes URN=SC000001
        passes: Episodes URN=sc000001
        passes: Episodes URN=XXXXXXX
        passes: Episodes
    """,
)
