"""Rule SW06STG2."""

from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes

rule_sw06stg2 = ReturnRule(
    code="SW06STG2",
    title="A social worker begins after the end of the collection year",
    mend="correct the first day of the social worker, or leave it to next year's return",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_DECOM",),
    since=2024,
    fails=lambda row: is_after(row.SW_DECOM, row.collection.last_day),
    examples="""
        fails: SWEpisodes SW_DECOM=01/04/2027
        passes: SWEpisodes SW_DECOM=31/03/2027
        passes: SWEpisodes
    """,
)
