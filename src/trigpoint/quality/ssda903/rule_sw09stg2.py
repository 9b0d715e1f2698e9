"""Rule SW09STG2."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes

rule_sw09stg2 = ReturnRule(
    code="SW09STG2",
    title="A social worker began and ended with the child on the same day",
    mend="correct the dates, or take out a social worker who was recorded by mistake",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_DECOM", "SW_DEC"),
    since=2024,
    fails=lambda row: row.SW_DECOM and row.SW_DECOM == row.SW_DEC,
    examples="""
        fails: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=01/05/2026
        passes: SWEpisodes SW_DECOM=01/05/2026 SW_DEC=02/05/2026
        passes: SWEpisodes
    """,
)
