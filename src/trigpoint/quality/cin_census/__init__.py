"""Rules of the children in need census, one a file. Their codes are DfE's; the sentences are ours."""

from trigpoint.records.returns.cin_census import MODULES
from trigpoint.records.returns.collection import LookUps

NEWEST = 2026
"""The latest collection year whose rules are known."""

SOURCE = "DfE: validation rules of the children in need census"

EXAMPLE_LOOK_UPS = LookUps()
"""The census's rules look nothing up."""

MADE_OF = ("ssd_person", "ssd_cin_episodes")
"""Record tables without which no census can be made from records."""

FEEDS = {
    "Header": (),
    "ChildIdentifiers": ("ssd_person",),
    "ChildCharacteristics": ("ssd_person",),
    "Disabilities": ("ssd_disability",),
    "CINdetails": ("ssd_cin_episodes", "ssd_initial_cp_conference"),
    "Assessments": ("ssd_cin_assessments",),
    "AssessmentFactorsList": ("ssd_assessment_factors",),
    "CINplanDates": ("ssd_cin_plans",),
    "Section47": ("ssd_s47_enquiry", "ssd_initial_cp_conference"),
    "ChildProtectionPlans": ("ssd_cp_plans",),
    "Reviews": ("ssd_cp_reviews",),
}
"""Record tables that the rows of a group become: what a fault in them distorts."""

__all__ = ["EXAMPLE_LOOK_UPS", "FEEDS", "MADE_OF", "MODULES", "NEWEST", "SOURCE"]
