"""It ends after the next one of the child has started."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import CinPlan, ClaEpisode, CpPlan, LegalStatus, MissingEpisode, Referral

overlaps_the_next = RecordRule(
    title="It ends after the next one of the child has started",
    mend="Correct the end of the one or the start of the other",
    source=SOURCE,
    of=(
        CpPlan,
        CinPlan,
        ClaEpisode,
        LegalStatus,
        MissingEpisode,
        Referral,
    ),
    fails=ClaEpisode.end > ClaEpisode.next_start,
    mended={ClaEpisode.end: ClaEpisode.next_start},
    examples="""
        fails: *CpPlan start=2024-01-01 end=2024-06-01; CpPlan start=2024-05-01
        fails: *ClaEpisode period=LA1 start=2024-01-01 end=2024-06-01;
            ClaEpisode period=LA1 start=2024-05-01 end=2024-07-01
        passes: CpPlan start=2024-01-01 end=2024-05-01; CpPlan start=2024-05-01
        passes: CpPlan child=1 start=2024-01-01 end=2024-06-01; CpPlan child=2 start=2024-05-01
    """,
)
