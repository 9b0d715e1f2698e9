"""A worker who holds cases at a date."""

from trigpoint.cases.person import TeamBreakdowns
from trigpoint.language import CaseView, Child, Flag, Key, Number, Text


class CaseHolder(
    CaseView, TeamBreakdowns, state=True, of_workers=True, needs=("ssd_involvements", "ssd_professionals")
):
    """One row per worker with at least one child allocated at the date."""

    id = Key("Worker")
    child = Child("Child (none: the row is about a worker)")
    job_title = Text("Job title")
    is_social_worker = Flag("Registered social worker")
    fte = Number("Full-time equivalent", "No full-time equivalent recorded", parts=100)
    one = Number("One worker")
    cases = Number("Children allocated")
    families = Number("Families allocated", extra=True)
    cases_in_care_teams = Number("Children allocated under a children in care team", extra=True)
    families_in_care_teams = Number("Families allocated under a children in care team", extra=True)
