"""A child in need plan due after an assessment."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Key


class NeedPlanDue(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cin_assessments", "ssd_cin_plans")):
    """One row per assessment authorised whose outcome was services for a child in need.

    The plan is the child's first that was still open after the clock began to run, or began later. The clock of the
    first assessment under a referral runs from the referral, of others from their own start. Age as at the
    authorisation.
    """

    id = Key("Assessment")
    child = Child()
    authorised_on = Date("Date authorised")
    referred_on = Date("Date the referral clock began")
    started_on = Date("Date the assessment started")
    plan_on = Date("Date the plan started", "No plan")
    plan_on_from_start = Date("Date the plan started, counted from the assessment", "No plan")
    limit_on = Date("35th working day after the referral", limit=True)
    calendar_limit_on = Date("35th day after the referral", limit=True)
    limit_on_from_start = Date("35th working day after the start of the assessment", limit=True)
    calendar_limit_on_from_start = Date("35th day after the start of the assessment", limit=True)
