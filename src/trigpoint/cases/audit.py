"""A case file audit."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Key


class Audit(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ext_audit",)):
    """One row per audit."""

    id = Key("Audit")
    child = Child()
    audited_on = Date("Date of the audit")
    grade = Breakdown("Judgement")
    kind = Breakdown("Kind of audit")
    stream = Breakdown("Stream")
    work_type = Breakdown("Type of work")
    audit_round = Breakdown("Round of audits")
