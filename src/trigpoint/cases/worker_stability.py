"""The workers that a child looked after at a date has had."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Number


class WorkerStability(
    CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cla_episodes", "ssd_involvements")
):
    """One row per child looked after at the date, with its workers in the 12 months up to it.

    A worker is a person: records that share a registration number, or else a staff id, are one.
    """

    id = Key("Child")
    child = Child()
    placement_type = Breakdown("Placement type")
    legal_status = Breakdown("Legal status")
    entered_on = Date("Date the child became looked after")
    is_short_term_series = Flag("Series of short-term placements (legal status V3 or V4)")
    is_uasc = Flag("Unaccompanied asylum-seeking child")
    is_in_care_18_months = Flag("Looked after for at least 18 months")
    social_workers_in_12_months = Number("Social workers in the 12 months to the date")
    has_same_social_worker = Flag("The same social worker for the last 12 months, without a day's break")
    has_same_lead_worker = Flag("The same lead worker for the last 12 months, without a day's break", extra=True)
