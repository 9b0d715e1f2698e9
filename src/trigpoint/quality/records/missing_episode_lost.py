"""The missing episode that the interview is about is not in the records."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import ReturnInterview

missing_episode_lost = RecordRule(
    title="The missing episode that the interview is about is not in the records",
    mend="Link the interview to its missing episode",
    source=SOURCE,
    who="business support",
    fails=ReturnInterview.missing_lost == 1,
    mended={},
    examples="""
        fails: ReturnInterview missing_table_id=M9; MissingEpisode id=M1
        passes: ReturnInterview missing_table_id=M1; MissingEpisode id=M1
    """,
)
