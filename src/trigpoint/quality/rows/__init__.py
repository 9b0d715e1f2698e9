"""Record views, by the part of the record model that their tables belong to."""

from trigpoint.quality.record_view import RecordView
from trigpoint.quality.rows.child_protection import Conference, CpPlan, CpReview, CpVisit, Enquiry, StrategyDiscussion
from trigpoint.quality.rows.front_door import Contact, EarlyHelpEpisode, Referral
from trigpoint.quality.rows.in_need import Assessment, AssessmentFactor, CinPlan, CinVisit
from trigpoint.quality.rows.looked_after import (
    CarePlan,
    ClaEpisode,
    ClaReview,
    ClaVisit,
    HealthCheck,
    LegalStatus,
    MissingEpisode,
    Placement,
    ReturnInterview,
)
from trigpoint.quality.rows.permanence import CareLeaver, Permanence
from trigpoint.quality.rows.person import Address, Disability, FamilyMember, ImmigrationStatus, Person
from trigpoint.quality.rows.workforce import Involvement, Post, Team, Worker

__all__ = [
    "Address",
    "Assessment",
    "AssessmentFactor",
    "CareLeaver",
    "CarePlan",
    "CinPlan",
    "CinVisit",
    "ClaEpisode",
    "ClaReview",
    "ClaVisit",
    "Conference",
    "Contact",
    "CpPlan",
    "CpReview",
    "CpVisit",
    "Disability",
    "EarlyHelpEpisode",
    "Enquiry",
    "FamilyMember",
    "HealthCheck",
    "ImmigrationStatus",
    "Involvement",
    "LegalStatus",
    "MissingEpisode",
    "Permanence",
    "Person",
    "Placement",
    "Post",
    "RecordView",
    "Referral",
    "ReturnInterview",
    "StrategyDiscussion",
    "Team",
    "Worker",
]
