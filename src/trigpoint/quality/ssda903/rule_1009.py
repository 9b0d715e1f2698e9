"""Rule 1009."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

REASONS_OF_CHANGE = frozenset(
    {
        "CARPL",
        "CLOSE",
        "ALLEG",
        "STAND",
        "APPRR",
        "CREQB",
        "CREQO",
        "CHILD",
        "LAREQ",
        "PLACE",
        "CUSTOD",
        "OTHER",
    }
)


rule_1009 = ReturnRule(
    code="1009",
    title="The reason for a change of placement is not one of the codes",
    mend="choose one of the codes for why the placement changed",
    source=SOURCE,
    lists=Episodes,
    fields=("REASON_PLACE_CHANGE",),
    fails=lambda row: row.REASON_PLACE_CHANGE and row.REASON_PLACE_CHANGE not in REASONS_OF_CHANGE,
    examples="""
        fails: Episodes REASON_PLACE_CHANGE=CUSTODY
        passes: Episodes REASON_PLACE_CHANGE=CUSTOD
        passes: Episodes REASON_PLACE_CHANGE=CARPL
        passes: Episodes
    """,
)
