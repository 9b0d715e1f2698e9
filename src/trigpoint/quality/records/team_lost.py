"""The team is not in the list of teams."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Involvement

team_lost = RecordRule(
    title="The team is not in the list of teams",
    mend="Correct the team, or add it to the list",
    source=SOURCE,
    who="performance team",
    fails=Involvement.team_lost == 1,
    mended={},
    examples="""
        fails: Involvement invo_professional_team=T9; Team id=T1
        passes: Involvement invo_professional_team=T1; Team id=T1
    """,
)
