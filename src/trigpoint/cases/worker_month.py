"""A worker's month in post."""

from trigpoint.cases.person import TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key


class WorkerMonth(CaseView, TeamBreakdowns, of_workers=True, needs=("ext_post", "ext_supervision")):
    """One row per frontline worker (social worker or family support worker, permanent or agency) and month in which
    the worker was in post for at least a day; dated the last day of the month."""

    id = Key("Worker")
    child = Child("Child (none: the row is about a worker)")
    month_end = Date("Last day of the month")
    is_unnamed = Flag("Post without the worker's id")
    is_social_worker = Flag("Social worker")
    is_new_starter = Flag("Started in the last 14 days of the month")
    is_supervised = Flag("Supervised in the month")
    is_supervised_in_28_days = Flag("Supervised in the 28 days to the last day in post of the month", extra=True)
    is_supervised_in_42_days = Flag("Supervised in the 42 days to the last day in post of the month", extra=True)
