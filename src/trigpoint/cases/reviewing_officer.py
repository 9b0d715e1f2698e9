"""An independent reviewing officer who holds cases at a date."""

from trigpoint.cases.person import TeamBreakdowns
from trigpoint.language import CaseView, Child, Key, Number, Text


class ReviewingOfficer(
    CaseView,
    TeamBreakdowns,
    state=True,
    of_workers=True,
    needs=("ssd_involvements", "ssd_professionals", "ssd_cla_episodes"),
):
    """One row per worker who at the date is reviewing officer of at least one child looked after."""

    id = Key("Worker")
    child = Child("Child (none: the row is about a worker)")
    job_title = Text("Job title")
    fte = Number("Full-time equivalent", "No full-time equivalent recorded", parts=100)
    cases = Number("Children looked after")
    cases_not_uasc = Number("Children looked after who are not unaccompanied asylum-seeking children")
    cases_with_plans = Number("Children looked after, and children on a plan whose conferences the worker chairs")
    cases_with_plans_not_uasc = Number(
        "Children looked after, and children on a plan whose conferences the worker chairs, "
        "unaccompanied asylum-seeking children left out"
    )
