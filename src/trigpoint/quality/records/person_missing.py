"""It names no child."""

from trigpoint.quality.record_rule import REMOVED, RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import (
    Assessment,
    CareLeaver,
    CinPlan,
    CinVisit,
    ClaEpisode,
    Conference,
    Contact,
    CpPlan,
    EarlyHelpEpisode,
    Enquiry,
    FamilyMember,
    HealthCheck,
    Involvement,
    LegalStatus,
    MissingEpisode,
    Permanence,
    Placement,
    RecordView,
    Referral,
)

person_missing = RecordRule(
    title="It names no child",
    mend="Enter whose record it is",
    source=SOURCE,
    who="business support",
    of=(
        Contact,
        EarlyHelpEpisode,
        Referral,
        Assessment,
        CinPlan,
        CinVisit,
        Enquiry,
        Conference,
        CpPlan,
        ClaEpisode,
        Placement,
        LegalStatus,
        HealthCheck,
        MissingEpisode,
        Permanence,
        CareLeaver,
        FamilyMember,
        Involvement,
    ),
    fails=RecordView.child.is_missing(),
    mended=REMOVED,
    examples="""
        fails: CinVisit start=2024-05-01 child=
        passes: CinVisit start=2024-05-01 child=1
    """,
)
