"""A case of neglect that is open at a date."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import CaseView, Child, Flag, Key


class NeglectCase(CaseView, PersonBreakdowns, state=True, needs=("ssd_cp_plans", "ssd_cin_episodes")):
    """One row per child on a plan for neglect, or in need after an assessment that found neglect (factor 16A)."""

    id = Key("Child")
    child = Child()
    has_graded_care_profile = Flag("Graded care profile completed", extra=True)
