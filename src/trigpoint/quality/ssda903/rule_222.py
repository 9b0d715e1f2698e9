"""Rule 222."""

from trigpoint.quality.places import urn
from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import TEMPORARY
from trigpoint.records.returns.ssda903 import Episodes

_ALWAYS = TEMPORARY | {"P1", "P3", "R1", "R2", "R5"}
_OLDEST = _ALWAYS | {"H5", "P2", "Z1"}
_OF_2024 = _ALWAYS | {"P2", "Z1"}
_OF_2025 = _ALWAYS | {"Z1"}
_NEWEST = _ALWAYS | {"Z11", "Z12", "Z13", "Z14"}

rule_222 = ReturnRule(
    code="222",
    title="The placement has a URN though none of its kind is registered",
    mend="take the URN out, or correct the placement",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("URN", "PLACE"),
    since=2026,
    fails=lambda row: row.PLACE in _NEWEST and urn(row),
    earlier=(
        Condition(lists=Episodes, until=2023, fails=lambda row: row.PLACE in _OLDEST and urn(row)),
        Condition(lists=Episodes, since=2024, until=2024, fails=lambda row: row.PLACE in _OF_2024 and urn(row)),
        Condition(lists=Episodes, since=2025, until=2025, fails=lambda row: row.PLACE in _OF_2025 and urn(row)),
    ),
    examples="""
        fails: Episodes PLACE=P1 URN=SC000001
        fails: Episodes PLACE=Z11 URN=SC000001
        passes: Episodes PLACE=P1 URN=xxxxxxx
        passes: Episodes PLACE=P1
        passes: Episodes PLACE=K2 URN=SC000001
        fails in 2025: Episodes PLACE=Z1 URN=SC000001
        passes in 2025: Episodes PLACE=P2 URN=SC000001
        fails in 2024: Episodes PLACE=P2 URN=SC000001
        passes in 2024: Episodes PLACE=H5 URN=SC000001
        fails in 2023: Episodes PLACE=H5 URN=SC000001
        passes in 2023: Episodes PLACE=K2 URN=SC000001
    """,
)
