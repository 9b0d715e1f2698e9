"""Rule 219."""

from trigpoint.quality.places import provider, urn
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes


def _is_unregistered(row: Episodes) -> bool:
    provided = provider(row)
    return urn(row) is not None and (provided is None or row.PLACE not in provided.placements)


rule_219 = ReturnRule(
    code="219",
    title="The placement is of a kind that the provider of the URN is not registered for",
    mend="correct the URN or the placement against Ofsted's list",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("URN", "PLACE"),
    needs=frozenset({Need.PROVIDERS}),
    fails=_is_unregistered,
    examples="""
        fails: Episodes URN=SC000001 PLACE=K1
        fails: Episodes URN=SC000001
        fails: Episodes URN=SC000009 PLACE=K2
        passes: Episodes URN=sc000001 PLACE=K2
        passes: Episodes URN=XXXXXXX PLACE=K1
        passes: Episodes PLACE=K1
    """,
)
