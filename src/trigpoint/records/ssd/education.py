"""Special educational needs and education, health and care plans."""

from trigpoint.records.table import Table, date, text


class Send(Table, name="ssd_send"):
    """A child known to special educational needs."""

    send_table_id = text(key=True)
    send_person_id = text()
    send_upn = text()
    send_uln = text()
    send_upn_unknown = text()


class SenNeed(Table, name="ssd_sen_need"):
    """A need named in a plan."""

    senn_table_id = text(key=True)
    senn_active_ehcp_id = text()
    senn_active_ehcp_need_type = text()
    senn_active_ehcp_need_rank = text()


class EhcpRequests(Table, name="ssd_ehcp_requests"):
    """A request for an education, health and care assessment."""

    ehcr_ehcp_request_id = text(key=True)
    ehcr_send_table_id = text()
    ehcr_ehcp_req_date = date()
    ehcr_ehcp_req_outcome_date = date()
    ehcr_ehcp_req_outcome = text()


class EhcpAssessment(Table, name="ssd_ehcp_assessment"):
    """An education, health and care assessment."""

    ehca_ehcp_assessment_id = text(key=True)
    ehca_ehcp_request_id = text()
    ehca_ehcp_assessment_outcome_date = date()
    ehca_ehcp_assessment_outcome = text()
    ehca_ehcp_assessment_exceptions = text()


class EhcpNamedPlan(Table, name="ssd_ehcp_named_plan"):
    """A named education, health and care plan."""

    ehcn_named_plan_id = text(key=True)
    ehcn_ehcp_asmt_id = text()
    ehcn_named_plan_start_date = date()
    ehcn_named_plan_ceased_date = date()
    ehcn_named_plan_ceased_reason = text()


class EhcpActivePlans(Table, name="ssd_ehcp_active_plans"):
    """An active education, health and care plan."""

    ehcp_active_ehcp_id = text(key=True)
    ehcp_ehcp_request_id = text()
    ehcp_active_ehcp_last_review_date = date()
