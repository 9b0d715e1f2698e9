"""Rule 224."""

from trigpoint.quality.places import provider, urn
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes


def _is_unknown(row: Episodes) -> bool:
    provided = provider(row)
    return urn(row) is not None and (provided is None or row.PLACE_PROVIDER not in provided.providers)


rule_224 = ReturnRule(
    code="224",
    title="The kind of provider is not one that Ofsted lists for the URN",
    mend="correct the URN or the provider against Ofsted's list",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("URN", "PLACE_PROVIDER"),
    needs=frozenset({Need.PROVIDERS}),
    fails=_is_unknown,
    examples="""
        fails: Episodes URN=SC000001 PLACE_PROVIDER=PR2
        fails: Episodes URN=SC000001
        fails: Episodes URN=SC000009 PLACE_PROVIDER=PR1
        passes: Episodes URN=SC000001 PLACE_PROVIDER=PR1
        passes: Episodes URN=XXXXXXX PLACE_PROVIDER=PR2
        passes: Episodes PLACE_PROVIDER=PR2
    """,
)
