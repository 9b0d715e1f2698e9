"""It has no date on which it started or took place."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import (
    Assessment,
    CarePlan,
    CinPlan,
    CinVisit,
    ClaEpisode,
    ClaVisit,
    Conference,
    Contact,
    CpPlan,
    CpVisit,
    EarlyHelpEpisode,
    Enquiry,
    HealthCheck,
    Involvement,
    LegalStatus,
    MissingEpisode,
    Placement,
    Post,
    RecordView,
    Referral,
    StrategyDiscussion,
)

start_missing = RecordRule(
    title="It has no date on which it started or took place",
    mend="Enter the date",
    source=SOURCE,
    of=(
        Contact,
        EarlyHelpEpisode,
        Referral,
        Assessment,
        CinPlan,
        CinVisit,
        StrategyDiscussion,
        Enquiry,
        Conference,
        CpPlan,
        CpVisit,
        ClaEpisode,
        Placement,
        LegalStatus,
        ClaVisit,
        CarePlan,
        HealthCheck,
        MissingEpisode,
        Involvement,
        Post,
    ),
    fails=RecordView.start.is_missing(),
    mended={Assessment.start: Assessment.likely_start},
    examples="""
        fails: CpPlan end=2024-05-01
        fails: Assessment cina_referral_id=R1; Referral id=R1 start=2024-03-01
        passes: CpPlan start=2024-05-01
    """,
)
