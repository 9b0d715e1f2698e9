"""Rule 229."""

from trigpoint.quality.places import provider_authority
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes


def _is_other(row: Episodes) -> bool:
    if row.PLACE_PROVIDER not in {"PR1", "PR2"}:
        return False
    lies_in = provider_authority(row)
    is_own = lies_in == row.collection.look_ups.authority
    return lies_in is not None and is_own != (row.PLACE_PROVIDER == "PR1")


rule_229 = ReturnRule(
    code="229",
    title="Whether the provider is the authority's own does not agree with the URN",
    mend="choose PR1 for a provider of your own authority and PR2 for another authority's, or correct the URN",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("URN", "PLACE_PROVIDER"),
    needs=frozenset({Need.PROVIDERS, Need.POSTCODES, Need.AUTHORITY}),
    fails=_is_other,
    doubt="The provider's authority is told from its own postcode, where it may not have its seat: check by hand",
    examples="""
        fails: Episodes URN=SC000002 PLACE_PROVIDER=PR1
        passes: Episodes URN=SC000001 PLACE_PROVIDER=PR1
        fails: Episodes URN=SC000001 PLACE_PROVIDER=PR2
        passes: Episodes URN=SC000002 PLACE_PROVIDER=PR2
        passes: Episodes URN=SC000001 PLACE_PROVIDER=PR4
        passes: Episodes URN=SC000009 PLACE_PROVIDER=PR1
    """,
)
