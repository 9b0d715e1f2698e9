"""Rule 411."""

from trigpoint.quality.places import authority, location
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_411 = ReturnRule(
    code="411",
    title="The placement is said to lie in the returning authority, and its authority is another",
    mend="correct the postcode of the placement",
    source=SOURCE,
    lists=Episodes,
    fields=("PL_POST",),
    fails=lambda row: location(row) == "IN" and authority(row) != row.collection.look_ups.authority,
    needs=frozenset({Need.POSTCODES, Need.AUTHORITY}),
    doubt="Location and authority are both worked out from the postcode here, so nothing can fail",
    examples="""
        passes: Episodes PL_POST=AB11AA
        passes: Episodes PL_POST=CD11AA
        passes: Episodes
    """,
)
