"""Builds `cases.EducationPlan`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care_on_day import in_care_on
from trigpoint.engine.look_back import lasted_days
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, as_flag, is_yes, plain, present

_NO_EXCEPTION = ("N", "NO", "0", "F", "FALSE")


def build(records: Records) -> ir.Table:
    """One row per assessment with an outcome whose request leads to a child."""
    raw = records.table("ssd_ehcp_assessment")
    raw = raw.filter(raw.ehca_ehcp_assessment_outcome_date <= records.as_at)
    outcome, exception = raw.ehca_ehcp_assessment_outcome, raw.ehca_ehcp_assessment_exceptions
    table = raw.select(
        authority=raw.authority,
        id=raw.ehca_ehcp_assessment_id,
        request=raw.ehca_ehcp_request_id,
        issued_on=raw.ehca_ehcp_assessment_outcome_date,
        is_issued=ibis.cases((present(outcome), is_yes(outcome)), else_=ibis.null("int64")),
        has_exception=as_flag(present(exception) & ~exception.strip().upper().isin(_NO_EXCEPTION)),
    )
    table = table.join(_requests(records), ["authority", "request"]).pipe(plain)
    table = table.mutate(
        limit_on=lasted_days(table.requested_on, 140), is_before_request=as_flag(table.issued_on < table.requested_on)
    )
    table = in_care_on(records, table, "issued_on", "is_looked_after")
    return with_person(records, table, "issued_on")


def _requests(records: Records) -> ir.Table:
    """Each request's day and child; of several rows of one id the smallest of each."""
    raw, send = records.table("ssd_ehcp_requests"), records.table("ssd_send")
    send = send.filter(present(send.send_table_id) & present(send.send_person_id))
    children = _smallest(records, send.select("authority", send="send_table_id", child="send_person_id"))
    raw = raw.filter(present(raw.ehcr_ehcp_request_id))
    requests = raw.group_by(authority=raw.authority, request=raw.ehcr_ehcp_request_id).agg(
        send=raw.ehcr_send_table_id.nullif("").min(), requested_on=raw.ehcr_ehcp_req_date.min()
    )
    return requests.join(children, ["authority", "send"]).pipe(plain)


def _smallest(records: Records, named: ir.Table) -> ir.Table:
    """Of several children of one row of `ssd_send` the one with the smallest id."""
    ids = records.children.select(_number="number", _id="child")
    table = named.left_join(ids, named.child == ids["_number"])
    first = ibis.row_number().over(ibis.window(group_by=["authority", "send"], order_by="_id"))
    table = table.mutate(_place=first)
    return table.filter(table["_place"] == 0).select("authority", "send", "child")
