"""It starts before the child was born."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import (
    CarePlan,
    ClaEpisode,
    ClaReview,
    ClaVisit,
    HealthCheck,
    ImmigrationStatus,
    LegalStatus,
    MissingEpisode,
    Placement,
    RecordView,
)

before_birth = RecordRule(
    title="It starts before the child was born",
    mend="Correct the date or the date of birth",
    source=SOURCE,
    of=(
        ClaEpisode,
        Placement,
        LegalStatus,
        ClaReview,
        ClaVisit,
        CarePlan,
        HealthCheck,
        MissingEpisode,
        ImmigrationStatus,
    ),
    fails=RecordView.start < RecordView.born_on,
    mended={RecordView.start: RecordView.born_on},
    examples="""
        fails: ClaEpisode start=2024-05-01; Person birth_date=2024-06-01
        passes: ClaEpisode start=2024-06-01; Person birth_date=2024-06-01
        passes: ClaEpisode start=2024-05-01
    """,
)
