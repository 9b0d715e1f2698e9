"""An education, health and care plan issued."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key


class EducationPlan(CaseView, PersonBreakdowns, needs=("ssd_ehcp_assessment", "ssd_ehcp_requests", "ssd_send")):
    """One row per assessment with an outcome; the plan is issued on the day of the outcome."""

    id = Key("Assessment")
    child = Child()
    issued_on = Date("Date of the assessment's outcome")
    is_issued = Flag("A plan is issued", "No outcome of the assessment recorded")
    requested_on = Date("Date of the request", "No date of the request recorded")
    limit_on = Date("20 weeks after the request", "No date of the request recorded", limit=True)
    is_before_request = Flag("Outcome before the request")
    has_exception = Flag("An exception to the 20 weeks applies")
    is_looked_after = Flag("Looked after on the day of the outcome")
