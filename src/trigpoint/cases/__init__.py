"""The things that are counted, one case view a file: plain-English columns, breakdowns as they stood at the event.

No Ibis and no rows: how a view is built from records stands under the same file name in `engine/views/`.
May import: language, records.
"""

from trigpoint.cases.adoption import Adoption
from trigpoint.cases.assessment import Assessment
from trigpoint.cases.case_holder import CaseHolder
from trigpoint.cases.child_on_plan import ChildOnPlan
from trigpoint.cases.conference import Conference
from trigpoint.cases.initial_health_assessment import InitialHealthAssessment
from trigpoint.cases.looked_after_child import LookedAfterChild
from trigpoint.cases.open_assessment import OpenAssessment
from trigpoint.cases.placement_stability import PlacementStability
from trigpoint.cases.plan_start import PlanStart
from trigpoint.cases.referral import Referral
from trigpoint.cases.review_meeting import ReviewMeeting

__all__ = [
    "Adoption",
    "Assessment",
    "CaseHolder",
    "ChildOnPlan",
    "Conference",
    "InitialHealthAssessment",
    "LookedAfterChild",
    "OpenAssessment",
    "PlacementStability",
    "PlanStart",
    "Referral",
    "ReviewMeeting",
]
