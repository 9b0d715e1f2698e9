"""Rule 178."""

from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import TEMPORARY
from trigpoint.records.returns.ssda903 import Episodes

_PROVIDERS = frozenset({"PR0", "PR1", "PR2", "PR3", "PR4", "PR5"})
_OLDEST = TEMPORARY | {"Z1"}
_NEWEST = frozenset({"T0", "T1", "T2", "T3", "Z11", "Z12", "Z13", "Z14"})


def _is_wrong(row: Episodes, unprovided: frozenset[str]) -> bool:
    given = row.PLACE_PROVIDER
    return given is not None and (given not in _PROVIDERS or row.PLACE in unprovided)


rule_178 = ReturnRule(
    code="178",
    title="The provider of the placement has an unknown code, or is given where none is asked",
    mend="choose the provider, PR0 to PR5; leave it empty for a temporary placement and for one of the Z codes",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE_PROVIDER", "PLACE"),
    since=2026,
    fails=lambda row: _is_wrong(row, _NEWEST),
    earlier=(Condition(lists=Episodes, until=2025, fails=lambda row: _is_wrong(row, _OLDEST)),),
    doubt="T4 is no longer in the list though T0 to T3 are: check with DfE whether it was left out by mistake",
    examples="""
        fails: Episodes PLACE=U1 PLACE_PROVIDER=PR6
        fails: Episodes PLACE=Z11 PLACE_PROVIDER=PR1
        fails: Episodes PLACE=T3 PLACE_PROVIDER=PR1
        passes: Episodes PLACE=T4 PLACE_PROVIDER=PR1
        passes: Episodes PLACE=U1 PLACE_PROVIDER=PR0
        passes: Episodes PLACE=Z11
        fails in 2025: Episodes PLACE=T4 PLACE_PROVIDER=PR1
        fails in 2025: Episodes PLACE=Z1 PLACE_PROVIDER=PR1
        passes in 2025: Episodes PLACE=U1 PLACE_PROVIDER=PR5
    """,
)
