"""Audits, complaints and freedom of information requests."""

from trigpoint.records.table import Table, date, integer, text


class Audit(Table, name="ext_audit"):
    """A case file audit."""

    audit_id = text(key=True)
    person_id = text()
    audited_on = date(required=True)
    audit_round = text(note="named round such as 2016-17 Q3")
    stream = text(note="team or audit stream")
    work_type = text(
        note="referral | visit | combined assessment | cared for assessment | "
        "cin plan | cared for plan | cp plan | strategy and s47 | whole case"
    )
    grade = text(note="Outstanding | Good | Requires improvement | Inadequate")
    kind = text(note="team_manager | practice | dip_sample")
    sample_id = text(note="the sample that the audit belongs to, shared by its audits")


class AuditAnswer(Table, name="ext_audit_answer"):
    """The answer to one audit question."""

    audit_id = text(required=True)
    question = text(required=True, note="question code")
    answer = text(required=True, note="Y | N | NA")


class Complaint(Table, name="ext_complaint"):
    """A complaint."""

    complaint_id = text(key=True)
    stage = integer(required=True)
    received_on = date(required=True)
    responded_on = date()


class FoiRequest(Table, name="ext_foi_request"):
    """A freedom of information request."""

    request_id = text(key=True)
    received_on = date(required=True)
    responded_on = date()
