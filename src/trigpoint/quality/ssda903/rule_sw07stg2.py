"""Rule SW07STG2."""

from trigpoint.quality.care import is_in_year
from trigpoint.quality.days import is_within
from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.social_workers import year_before
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import SWEpisodes


def _is_far_off(row: SWEpisodes) -> bool:
    return row.SW_DEC is not None and not is_within(row.SW_DEC, year_before(row), row.collection.last_day)


rule_sw07stg2 = ReturnRule(
    code="SW07STG2",
    title="A social worker ended too long before the collection year, or after it",
    mend="correct the last day, or take out a social worker who ended more than a year before the collection year",
    source=SOURCE,
    lists=SWEpisodes,
    fields=("SW_DEC",),
    since=2025,
    fails=_is_far_off,
    earlier=(
        Condition(
            lists=SWEpisodes,
            since=2024,
            until=2024,
            fails=lambda row: row.SW_DEC and not is_in_year(row.child, row.SW_DEC),
        ),
    ),
    examples="""
        fails: SWEpisodes SW_DEC=31/03/2025
        fails: SWEpisodes SW_DEC=01/04/2027
        passes: SWEpisodes SW_DEC=01/04/2025
        passes: SWEpisodes SW_DEC=31/03/2027
        passes: SWEpisodes
        fails in 2024: SWEpisodes SW_DEC=31/03/2023
        fails in 2024: SWEpisodes SW_DEC=01/04/2024
        passes in 2024: SWEpisodes SW_DEC=01/04/2023
        passes in 2024: SWEpisodes
    """,
)
