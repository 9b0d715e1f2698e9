"""The answer to a question of a case file audit."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key


class AuditAnswer(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ext_audit", "ext_audit_answer")):
    """One row per audit and question answered."""

    id = Key("Audit and question")
    child = Child()
    audited_on = Date("Date of the audit")
    question = Breakdown("Question")
    kind = Breakdown("Kind of audit")
    stream = Breakdown("Stream")
    work_type = Breakdown("Type of work")
    audit_round = Breakdown("Round of audits")
    is_not_applicable = Flag("Not applicable")
    is_met = Flag("Standard met", "No answer recorded")
