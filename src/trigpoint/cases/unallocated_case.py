"""An open case that no worker holds at a date."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Key


class UnallocatedCase(
    CaseView,
    PersonBreakdowns,
    TeamBreakdowns,
    state=True,
    needs=("ssd_cin_episodes", "ssd_cp_plans", "ssd_cla_episodes", "ssd_involvements"),
):
    """One row per child in need, on a child protection plan of our own, or looked after, without an allocated worker.

    A child who is several of these is one case: looked after before on a plan, on a plan before in need. The team is
    the one that the referral came to.
    """

    id = Key("Child")
    child = Child()
    cohort = Breakdown("Cohort")
