"""Rule 217t."""

from datetime import date

from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns.ssda903 import Episodes

_LAST_DAY = date(2023, 10, 28)

rule_217t = ReturnRule(
    code="217t",
    title="Independent living has lasted beyond 28 October 2023, when supported accommodation took its place",
    mend="end the episode by 28 October 2023 and begin one of the new kind",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "DEC", "DECOM"),
    since=2024,
    until=2024,
    fails=lambda row: row.PLACE == "P2" and (is_open(row) or is_after(row.DEC, _LAST_DAY)),
    examples="""
        fails: Episodes PLACE=P2
        fails: Episodes PLACE=P2 DEC=29/10/2023
        passes: Episodes PLACE=P2 DEC=28/10/2023
        passes: Episodes PLACE=P1
    """,
)
