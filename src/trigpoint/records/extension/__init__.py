"""Tables that the standard lacks, named `ext_...`: what our measures need besides it."""

from trigpoint.records.extension.child_protection import (
    AssessmentSeen,
    CinReview,
    CoreGroup,
    FamilyGroupConference,
    PrivateFostering,
    PrivateFosteringVisit,
    S47Seen,
    Screening,
    StrategyDiscussion,
    VisitSchedule,
)
from trigpoint.records.extension.context import (
    Event,
    Population,
)
from trigpoint.records.extension.front_door import (
    EarlyHelpRequest,
    EarlyHelpStepDown,
    FamilyOutcome,
    FrontDoorDecision,
)
from trigpoint.records.extension.looked_after import (
    CareLeaverBirthday,
    DeprivationOfLiberty,
    HealthPassport,
    HealthRequest,
    PersonalEducationPlan,
    PlacementLocation,
    Proceedings,
    ReturnInterview,
)
from trigpoint.records.extension.quality import (
    Audit,
    AuditAnswer,
    Complaint,
    FoiRequest,
)
from trigpoint.records.extension.workforce import (
    Post,
    Supervision,
)

__all__ = [
    "AssessmentSeen",
    "Audit",
    "AuditAnswer",
    "CareLeaverBirthday",
    "CinReview",
    "Complaint",
    "CoreGroup",
    "DeprivationOfLiberty",
    "EarlyHelpRequest",
    "EarlyHelpStepDown",
    "Event",
    "FamilyGroupConference",
    "FamilyOutcome",
    "FoiRequest",
    "FrontDoorDecision",
    "HealthPassport",
    "HealthRequest",
    "PersonalEducationPlan",
    "PlacementLocation",
    "Population",
    "Post",
    "PrivateFostering",
    "PrivateFosteringVisit",
    "Proceedings",
    "ReturnInterview",
    "S47Seen",
    "Screening",
    "StrategyDiscussion",
    "Supervision",
    "VisitSchedule",
]
